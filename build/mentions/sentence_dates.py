"""The dates of a document, read once, and which of them date what its sentences tell."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from newsledger.build.mentions.anchor import anchor_date
from newsledger.build.mentions.clause_dates import Use, uses
from newsledger.build.mentions.dates import DateMention, find_dates
from newsledger.build.mentions.kept import kept
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import DatePrecision

NEWS_DAYS = timedelta(days=10)


class SentenceDates(NamedTuple):
    """The dates of a sentence.

    `own` are no days of a saying, of a count or of an end; of these, `deeds` (those since which something lasts apart)
    tell when it was done, not when people dealt with it (`tells_aftermath`); of these, `news` are days of the news.
    `said` is the only date of a sentence, on which news was said or up to which something is `counted`.
    """

    dates: tuple[DateMention, ...] = ()
    uses: tuple[Use, ...] = ()
    own: tuple[DateMention, ...] = ()
    deeds: tuple[DateMention, ...] = ()
    news: tuple[DateMention, ...] = ()
    tells_aftermath: bool = False
    said: DateMention | None = None
    counted: DateMention | None = None


UNDATED = SentenceDates()


def dates_in(document: Document, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates in a stretch of a document."""
    return find_dates(document.view, start, end, anchor_date(document))


@kept
def sentence_dates(document: Document) -> list[SentenceDates]:
    """The dates of each sentence."""
    return [_read(document, sentence.start, sentence.end) for sentence in document.sentences]


def _read(document: Document, start: int, end: int) -> SentenceDates:
    """The dates of a sentence."""
    dates = dates_in(document, start, end)
    if not dates:
        return UNDATED
    read = uses(document.view, dates, start, end)
    own = [use for use in read if use.is_own]
    deeds = tuple([use.date for use in own if not (use.is_aftermath or use.date.is_since)])
    news = tuple([date for date in deeds if is_news_day(document, date)])
    tells_aftermath = any(use.is_aftermath for use in own)
    named = [use for use in read if not use.is_compared]
    only = named[0] if len(named) == 1 else None
    counted = only.date if only is not None and only.is_counted else None
    is_said = only is not None and only.is_said and only.date.precision is DatePrecision.DAY
    said = only.date if only is not None and is_said else counted
    return SentenceDates(dates, tuple(read), tuple([u.date for u in own]), deeds, news, tells_aftermath, said, counted)


def is_news_day(document: Document, date: DateMention) -> bool:
    """Whether a date is a day of the news itself: some days before publication, not later."""
    published = document.article.metadata.published_date
    if published is None or date.first is None or date.last is None or date.precision is not DatePrecision.DAY:
        return False
    return published - NEWS_DAYS <= date.first and date.last <= published
