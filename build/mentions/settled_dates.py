"""Settled dates: "almost a year since" and a bare weekday, as another date of the article settles them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from newsledger.build.mentions.anchor import anchor_date
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.numbers import read_number
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import DatePrecision, DateSource

HEDGE = "almost|nearly|about|around|roughly|over|more than|exactly"
YEARS = re.compile(rf"(?:{HEDGE}) (\w+) years? (?:since|after|on from)", re.I)
WITHIN = timedelta(days=45)
YEAR = 365.25
WEEKDAY = re.compile(r"(?<!last )(?<!next )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# Sentences with which a text opens, its headings and captions among them.
OPENING = 5


def settled(dates: Sequence[DateMention], document: Document) -> tuple[DateMention, ...]:
    """The dates of an article, each loose count of years resolved to the only day named that fits it within 45 days.

    Where nothing tells when the article appeared, a weekday is the one day of that name that its opening gives in full.
    """
    published, view = anchor_date(document), document.view
    if published is not None:
        return tuple(_settled(mention, dates, view, published) for mention in dates)
    full = [d for d in dates if d.source is DateSource.EXPLICIT and d.precision is DatePrecision.DAY]
    headed = {d.first for d in full if d.first and document.sentence_at(d.start).index < OPENING}
    return tuple(_weekday_of(mention, headed, view) for mention in dates) if headed else tuple(dates)


def _weekday_of(mention: DateMention, headed: set[date], view: str) -> DateMention:
    """A weekday that nothing anchors, as the only day of that name among those given."""
    name = WEEKDAY.search(view, mention.start, mention.end) if mention.first is None else None
    fitting = [day for day in sorted(headed) if name and day.strftime("%A") == name[0]]
    if len(fitting) != 1:
        return mention
    day = fitting[0]
    return replace(mention, first=day, last=day, precision=DatePrecision.DAY, source=DateSource.RELATIVE)


def _settled(mention: DateMention, dates: Sequence[DateMention], view: str, published: date) -> DateMention:
    match = YEARS.fullmatch(view[mention.start : mention.end]) if mention.first is None else None
    years = None if match is None else 1 if match[1].lower() in ("a", "an") else read_number(match[1])
    if not years:
        return mention
    aim = published - timedelta(days=round(years * YEAR))
    named = {d.first for d in dates if d.first and (d.precision is DatePrecision.DAY or d.is_since)}
    fitting = {day for day in named if abs(day - aim) <= WITHIN}
    if len(fitting) != 1:
        return mention
    day = fitting.pop()
    return replace(mention, first=day, last=day, precision=DatePrecision.DAY, source=DateSource.RELATIVE)
