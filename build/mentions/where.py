"""Where: the place that belongs to what is told at a place in the text."""

from __future__ import annotations

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.places import PlaceMention


def where(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of what is told at `start:end`: in its clause, else its sentence, else dateline or preceding context; None if none."""
    return None
