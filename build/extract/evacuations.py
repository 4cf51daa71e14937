"""Extractor of the table `evacuations`."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.skip import Skip


def extract(annotated: Annotated) -> Iterator[Evacuation | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    yield from ()
