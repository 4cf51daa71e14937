"""The date of a sentence that names none: carried from the sentences before it that tell the same news."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from newsledger.build.mentions.cited_dates import citations, cited_date
from newsledger.build.mentions.clause_dates import (
    date_within,
    dates_report,
    dates_saying,
    is_compared,
)
from newsledger.build.mentions.clauses import clause_start
from newsledger.build.mentions.date_reckoning import shifted
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.dates_below import day_below_lead, told_next
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.headed_dates import LISTED, headed_date
from newsledger.build.mentions.news_days import is_lead, is_news_day, news_days
from newsledger.build.mentions.other_times import tells_other_time
from newsledger.build.mentions.sentence_dates import deed_dates, sentence_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType, DatePrecision

# How many sentences back a date is looked for; in a short dispatch, as far as its first paragraph.
REACH, SHORT, FAR = 4, 24, 10


@lru_cache(maxsize=256)
def date_in_sentence(document: Document, start: int, end: int) -> DateMention | None:
    """The date that its own sentence gives to what stands at `start:end`."""
    sentence = document.sentence_at(start)
    return date_within(document.view, sentence_dates(document, sentence), sentence.start, sentence.end, start, end)


def may_be_carried(document: Document, start: int, end: int) -> bool:
    """Whether the clause tells one past happening, so that a date of the sentences before can be its own."""
    if document.block_at(start).kind is BlockType.HEADLINE:
        return False
    low = fold(document.view)
    sentence = document.sentence_at(start)
    clause = low[clause_start(low, sentence.start, start) : end]
    return not tells_other_time(clause, is_lead(document, sentence))


def said_date(document: Document, sentence: Sentence, is_news: bool = True) -> DateMention | None:
    """The day on which news was said or up to which is counted, where that is the only date of the sentence."""
    view, floor = document.view, sentence.start
    dates = [d for d in sentence_dates(document, sentence) if not is_compared(view, floor, d)]
    if len(dates) != 1:
        return None
    if dates_report(view, floor, dates[0]):
        return dates[0]
    is_day = is_news and dates[0].precision is DatePrecision.DAY
    return dates[0] if is_day and dates_saying(view, floor, dates[0]) else None


def lone_day(document: Document, sentence: Sentence) -> DateMention | None:
    """The only date of a sentence, a day of the news, which no clause of it keeps to itself; not that of a citation."""
    if citations(document)[sentence.block] or len(sentence_dates(document, sentence)) > 1:
        return None
    return next(iter(news_days(document, sentence)), None)


def date_around(document: Document, start: int, end: int) -> DateMention | None:
    """The date that the sentences around give to one past happening, or the only one of its own sentence."""
    if not may_be_carried(document, start, end):
        return None
    sentence = document.sentence_at(start)
    return date_from_context(document, sentence) or lone_day(document, sentence)


@lru_cache(maxsize=256)
def date_from_context(document: Document, sentence: Sentence) -> DateMention | None:
    """The date that the sentences around one give to what it tells."""
    ahead = told_next(document, sentence)
    if ahead is not None:
        return ahead
    return (
        _date_before(document, sentence)
        or headed_date(document, sentence)
        or day_below_lead(document, sentence)
        or cited_date(document, sentence)
    )


def _date_before(document: Document, sentence: Sentence) -> DateMention | None:
    """The date of the nearest sentence before that gives one."""
    for steps, (earlier, is_same_block) in enumerate(_sentences_before(document, sentence), start=1):
        dates = [d for d in deed_dates(document, earlier) if not d.is_since]
        if is_same_block and dates:
            return dates[-1] if _can_be_carried(document, dates[-1]) else None
        news = [date for date in dates if is_news_day(document, date)]
        if news:
            return news[0] if steps <= REACH or is_lead(document, earlier) else None
    return None


def counted_on(document: Document, date: DateMention) -> DateMention | None:
    """A "two days earlier" reckoned from the day that the sentence before tells of."""
    sentence = document.sentence_at(date.start)
    told = _date_before(document, sentence) or _day_before(document, sentence)
    if told is None or told.first is None or told.precision is not DatePrecision.DAY:
        return None
    day = shifted(told.first, date.offset)
    return replace(date, first=day, last=day, precision=DatePrecision.DAY, source=told.source)


def opens_clause(document: Document, date: DateMention) -> bool:
    """Whether an offset opens a clause that it dates ("came two days after gunmen …"), not what stands before it."""
    return document.view.endswith(("after", "before"), date.start, date.end)


def _day_before(document: Document, sentence: Sentence) -> DateMention | None:
    """The last day named in the paragraphs before, from which an "a week earlier" of a long story counts."""
    for earlier in reversed(document.sentences[max(0, sentence.index - FAR) : sentence.index]):
        days = [d for d in sentence_dates(document, earlier) if d.precision is DatePrecision.DAY and not d.is_since]
        if days:
            return days[-1]
    return None


def _can_be_carried(document: Document, date: DateMention) -> bool:
    """Whether a date of the same paragraph names a day, some days or a year that are not to come."""
    published = document.article.metadata.published_date
    if published is not None and date.last is not None and date.last > published:
        return False
    return date.precision not in (DatePrecision.WEEK, DatePrecision.MONTH)


def _sentences_before(document: Document, sentence: Sentence) -> Iterator[tuple[Sentence, bool]]:
    """The sentences before one, nearest first, with whether they share its paragraph; a heading or a list ends them."""
    is_listed = LISTED.match(document.view, document.blocks[sentence.block].start) is not None
    reach = len(document.sentences) if len(document.sentences) <= SHORT else REACH
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - reach), -1):
        earlier = document.sentences[index]
        if earlier.block != sentence.block:
            if is_listed:
                return
            block = document.blocks[earlier.block]
            if block.kind is not BlockType.BODY or LISTED.match(document.view, block.start):
                return
        yield earlier, earlier.block == sentence.block
