"""When: the date that belongs to what is told at a place in the text."""

from __future__ import annotations

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.dates import DateMention


def when(annotated: Annotated, start: int, end: int) -> DateMention | None:
    """The date mention that dates what is told at `start:end`: in its clause, else its sentence, else carried from the context.

    None when the text gives no date for it. The publication date never stands in.
    """
    return None
