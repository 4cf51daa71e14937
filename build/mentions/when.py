"""When: the date that belongs to what is told at a place in the text."""

from __future__ import annotations

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.cited_dates import cited_date
from newsledger.build.mentions.date_context import (
    counted_on,
    date_around,
    date_in_sentence,
    opens_clause,
    said_date,
)
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.dates_below import day_below_headline, told_next
from newsledger.build.mentions.hedges import modality_at, temporal_role_at
from newsledger.build.mentions.story_day import story_day, tells_past, tells_story
from newsledger.schema.vocabularies import BlockType, Modality, TemporalRole

CARRIED = frozenset((Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED))


def when(annotated: Annotated, start: int, end: int) -> DateMention | None:
    """The date mention that dates what is told at `start:end`; None when the text gives no date for it.

    It stands in its clause, else in its sentence, else it is carried from the context, else it is the one day of the
    story. The publication date never stands in.
    """
    document = annotated.document
    found = date_in_sentence(document, start, end)
    if found is not None and not (found.offset and start < found.start and opens_clause(document, found)):
        return found if found.first is not None else _reckoned(annotated, found)
    sentence = document.sentence_at(start)
    role = temporal_role_at(document, start, end)
    is_told = modality_at(document, start, end) in CARRIED or tells_past(document, start, end)
    is_current = is_told and role is TemporalRole.CURRENT
    if document.block_at(start).kind is BlockType.HEADLINE:
        return day_below_headline(document, sentence) or cited_date(document, sentence) if is_current else None
    return (
        (date_around(document, start, end) if is_current else None)
        or (story_day(document) if is_current and tells_story(document, start, end) else None)
        or said_date(document, sentence, role is not TemporalRole.BACKGROUND)
    )


def _reckoned(annotated: Annotated, found: DateMention) -> DateMention:
    """A date that its sentence leaves open, as the article settles it or the next sentence tells it."""
    settled = annotated.settled_date(found)
    document = annotated.document
    if settled.first is not None:
        return settled
    counted = counted_on(document, found) if found.offset else None
    return counted or told_next(document, document.sentence_at(found.start)) or settled
