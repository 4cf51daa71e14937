"""The date of a sentence that names none: carried from the sentences before it that tell the same news."""

from __future__ import annotations

from functools import lru_cache

from newsledger.build.mentions.cited_dates import citations, cited_date
from newsledger.build.mentions.clause_dates import date_within
from newsledger.build.mentions.clauses import clause_start
from newsledger.build.mentions.date_reckoning import shifted
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.dates_below import day_below_lead, told_next
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.headed_dates import headed_date, is_item
from newsledger.build.mentions.lead import is_lead
from newsledger.build.mentions.other_times import tells_other_time
from newsledger.build.mentions.sentence_dates import sentence_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType, DatePrecision

# How many sentences back a date is looked for; in a short dispatch, as far as its first paragraph.
REACH, SHORT, FAR = 4, 24, 10


@lru_cache(maxsize=256)
def date_in_sentence(document: Document, start: int, end: int) -> DateMention | None:
    """The date that its own sentence gives to what stands at `start:end`."""
    sentence = document.sentence_at(start)
    uses = sentence_dates(document)[sentence.index].uses
    return date_within(document.view, uses, sentence.start, sentence.end, start, end) if uses else None


def may_be_carried(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the clause tells one past happening, so that a date of the sentences before can be its own."""
    low = fold(document.view)
    clause = low[clause_start(low, sentence.start, start) : end]
    return not tells_other_time(clause, is_lead(document, sentence))


def date_around(document: Document, sentence: Sentence) -> DateMention | None:
    """The date that the sentences around one give to what it tells, or the only one of its own."""
    return (
        told_next(document, sentence)
        or _date_before(document, sentence)
        or headed_date(document, sentence)
        or day_below_lead(document, sentence)
        or cited_date(document, sentence)
        or _lone_day(document, sentence)
    )


def _lone_day(document: Document, sentence: Sentence) -> DateMention | None:
    """The only date of a sentence, a day of the news, which no clause of it keeps to itself; not that of a citation."""
    named = sentence_dates(document)[sentence.index]
    is_lone = bool(named.news) and len(named.dates) == 1 and sentence.block not in citations(document)
    return named.news[0] if is_lone else None


def _date_before(document: Document, sentence: Sentence) -> DateMention | None:
    """The date of the nearest sentence before that gives one."""
    dates, sentences = sentence_dates(document), document.sentences
    reach = len(sentences) if len(sentences) <= SHORT else REACH
    for earlier in reversed(sentences[max(0, sentence.index - reach) : sentence.index]):
        told, is_same_block = dates[earlier.index], earlier.block == sentence.block
        if not (told.deeds if is_same_block else told.news):
            continue
        if _is_parted(document, earlier, sentence):
            return None
        if is_same_block:
            return told.deeds[-1] if _can_be_carried(document, told.deeds[-1]) else None
        is_near = sentence.index - earlier.index <= REACH or is_lead(document, earlier)
        return told.news[0] if is_near else None
    return None


def counted_on(document: Document, date: DateMention) -> DateMention | None:
    """A "two days earlier" reckoned from the day that the sentence before tells of."""
    sentence = document.sentence_at(date.start)
    told = _date_before(document, sentence) or _day_before(document, sentence)
    if told is None or told.first is None or told.precision is not DatePrecision.DAY:
        return None
    day = shifted(told.first, date.offset)
    return date._replace(first=day, last=day, precision=DatePrecision.DAY, source=told.source)


def opens_clause(document: Document, date: DateMention) -> bool:
    """Whether an offset opens a clause that it dates ("came two days after gunmen …"), not what stands before it."""
    return document.view.endswith(("after", "before"), date.start, date.end)


def _day_before(document: Document, sentence: Sentence) -> DateMention | None:
    """The last day named in the paragraphs before, from which an "a week earlier" of a long story counts."""
    for earlier in reversed(sentence_dates(document)[max(0, sentence.index - FAR) : sentence.index]):
        days = [d for d in earlier.dates if d.precision is DatePrecision.DAY and not d.is_since]
        if days:
            return days[-1]
    return None


def _can_be_carried(document: Document, date: DateMention) -> bool:
    """Whether a date of the same paragraph names a day, some days or a year that are not to come."""
    published = document.article.metadata.published_date
    if published is not None and date.last is not None and date.last > published:
        return False
    return date.precision not in (DatePrecision.WEEK, DatePrecision.MONTH)


def _is_parted(document: Document, earlier: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list apart from an earlier one, or a heading or an item stands between."""
    between = document.blocks[earlier.block : sentence.block]
    if between and is_item(document, document.blocks[sentence.block]):
        return True
    return any(block.kind is not BlockType.BODY or is_item(document, block) for block in between)
