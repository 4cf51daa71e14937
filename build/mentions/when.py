"""When: the date that belongs to what is told at a place in the text."""

from __future__ import annotations

import re

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.clause_dates import date_within, dates_saying
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import DatePrecision

# "The attack took place between …": the next sentence dates what was told.
TAKES_PLACE = re.compile(r"(?:it|this|the (?:[\w-]+ ){1,3}) ?(?:took place|happened|occurred|came|was carried out|was launched|began|started)\b")
SENTENCES_BACK = 3


def when(annotated: Annotated, start: int, end: int) -> DateMention | None:
    """The date mention that dates what is told at `start:end`: in its clause, else its sentence, else carried from the context.

    None when the text gives no date for it. The publication date never stands in.
    """
    document = annotated.document
    sentence = document.sentence_at(start)
    dates = within(annotated.dates, sentence.start, sentence.end)
    found = date_within(document.view, dates, sentence.start, sentence.end, start, end)
    if found is not None:
        return found
    return _said_date(annotated, sentence, dates) or _from_context(annotated, sentence)


def _said_date(annotated: Annotated, sentence: Sentence, dates: tuple[DateMention, ...]) -> DateMention | None:
    """The day on which it was said, where that is the only date of the sentence and the news of that day."""
    view = annotated.document.view
    sayings = [date for date in dates if dates_saying(view, sentence.start, date)]
    return sayings[0] if len(sayings) == 1 == len(dates) and sayings[0].precision is DatePrecision.DAY else None


def _from_context(annotated: Annotated, sentence: Sentence) -> DateMention | None:
    """The date of the sentences around it that tell the same episode."""
    document = annotated.document
    view, low = document.view, fold(document.view)
    following = document.sentences[sentence.index + 1] if sentence.index + 1 < len(document.sentences) else None
    if following and following.block == sentence.block and TAKES_PLACE.match(low, following.start):
        ahead = within(annotated.dates, following.start, following.end)
        if ahead:
            return ahead[0]
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - SENTENCES_BACK), -1):
        earlier = document.sentences[index]
        if earlier.block != sentence.block:
            return None
        dates = [date for date in within(annotated.dates, earlier.start, earlier.end) if not dates_saying(view, earlier.start, date)]
        if dates:
            return dates[-1] if _carries(dates[-1], annotated) else None
    return None


def _carries(date: DateMention, annotated: Annotated) -> bool:
    """Whether a date is narrow enough to be carried on to the next sentence."""
    return date.precision in (DatePrecision.DAY, DatePrecision.DAYS, DatePrecision.NONE) and not date.is_since


