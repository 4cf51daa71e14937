"""News days: which sentences lead a text, and which of its dates are days of the news it tells."""

from __future__ import annotations

from datetime import timedelta
from itertools import islice

from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.sentence_dates import deed_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType, DatePrecision

LEAD = 4
NEWS_DAYS = timedelta(days=10)


def is_lead(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence stands among the first of the body."""
    return sentence.index <= _last_of_lead(document)


@kept
def _last_of_lead(document: Document) -> int:
    """The index of the last sentence of the lead."""
    body = (s.index for s in document.sentences if document.blocks[s.block].kind is BlockType.BODY)
    return next(islice(body, LEAD - 1, None), len(document.sentences))


def is_news_day(document: Document, date: DateMention) -> bool:
    """Whether a date is a day of the news itself: some days before publication, not later."""
    published = document.article.metadata.published_date
    if published is None or date.first is None or date.last is None or date.precision is not DatePrecision.DAY:
        return False
    return published - NEWS_DAYS <= date.first and date.last <= published


def news_days(document: Document, sentence: Sentence) -> list[DateMention]:
    """The days of the news itself on which what a sentence tells was done."""
    return [d for d in deed_dates(document, sentence) if not d.is_since and is_news_day(document, d)]
