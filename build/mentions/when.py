"""When: the date that belongs to what is told at a place in the text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.cited_dates import cited_date
from newsledger.build.mentions.date_context import (
    counted_on,
    date_around,
    date_in_sentence,
    may_be_carried,
    opens_clause,
)
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.dates_below import day_below_headline, told_next
from newsledger.build.mentions.hedges import modality_at, temporal_role_at
from newsledger.build.mentions.sentence_dates import sentence_dates
from newsledger.build.mentions.story_day import story_day, tells_past, tells_story
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, Modality, TemporalRole

CARRIED = frozenset((Modality.ASSERTED, Modality.ALLEGED, Modality.DENIED))


class Dating(NamedTuple):
    """The dates that may date what a sentence tells undated: a headline's, of the text around, of the story, told."""

    below: DateMention | None = None
    around: DateMention | None = None
    of_story: DateMention | None = None
    said: DateMention | None = None
    counted: DateMention | None = None


@lru_cache(maxsize=256)
def dating(document: Document, number: int) -> Dating | None:
    """The dates that may date what a sentence of a document tells undated; None when there are none."""
    sentence = document.sentences[number]
    if document.blocks[sentence.block].kind is BlockType.HEADLINE:
        found = Dating(day_below_headline(document, sentence) or cited_date(document, sentence))
    else:
        own = sentence_dates(document)[number]
        of_story = None if own.own else story_day(document)
        found = Dating(None, date_around(document, sentence), of_story, own.said, own.counted)
    return found if any(found) else None


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
    dates = dating(document, sentence.index)
    if dates is None:
        return None
    role = temporal_role_at(document, start, end)
    if role is TemporalRole.CURRENT and (
        modality_at(document, start, end) in CARRIED or tells_past(document, sentence, start, end)
    ):
        if dates.below is not None:
            return dates.below
        if dates.around is not None and may_be_carried(document, sentence, start, end):
            return dates.around
        if dates.of_story is not None and tells_story(document, sentence, start, end):
            return dates.of_story
    return dates.counted if role is TemporalRole.BACKGROUND else dates.said


def _reckoned(annotated: Annotated, found: DateMention) -> DateMention:
    """A date that its sentence leaves open, as the article settles it or the next sentence tells it."""
    settled = annotated.settled_date(found)
    document = annotated.document
    if settled.first is not None:
        return settled
    counted = counted_on(document, found) if found.offset else None
    return counted or told_next(document, document.sentence_at(found.start)) or settled
