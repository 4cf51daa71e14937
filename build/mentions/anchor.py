"""The day from which a text reckons "yesterday": its dateline's, where that is some days before publication."""

from __future__ import annotations

from datetime import date, timedelta

from newsledger.build.mentions.date_reading import date_pattern
from newsledger.build.mentions.dates import find_dates
from newsledger.build.mentions.kept import kept
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, DatePrecision

LATEST = timedelta(days=14)


@kept
def anchor_date(document: Document) -> date | None:
    """The day of the only dateline, if the text has one that names a day; else the published date.

    A dateline with a place goes before a line with a date alone, and its day lies near the published date.
    """
    published = document.article.metadata.published_date
    datelines = [(block.start, block.end) for block in document.blocks if block.kind is BlockType.DATELINE]
    if not datelines:
        openings = (date_pattern("dateline").match(document.view, block.start, block.end) for block in document.blocks)
        datelines = [found.span() for found in openings if found is not None]
    opened = [span for span in datelines if date_pattern("opening_preposition").match(document.view, span[0]) is None]
    dates = [(start, find_dates(document.view, start, end, published)) for start, end in opened]
    named = [found for start, found in dates if not found or found[0].start > start]
    named = named or [found for _, found in dates]
    days = [d.first for found in named for d in found if d.first is not None and d.precision is DatePrecision.DAY]
    if len(named) != 1 or len(days) != 1:
        return published
    return days[0] if published is None or published - LATEST <= days[0] <= published else published
