"""Extractor of the table `events`: one row per mention; `build/link` joins the mentions of one event."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.events import Event
from newsledger.schema.skip import Skip


def extract(annotated: Annotated) -> Iterator[Event | Skip]:
    """Yield one single-mention event per trigger, or the reason a candidate gave none."""
    yield from ()
