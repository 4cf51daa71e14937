"""Anniversaries: "almost a year since" takes the one day that the article names elsewhere about as long ago."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.numbers import read_number
from newsledger.schema.vocabularies import DatePrecision, DateSource

HEDGE = "almost|nearly|about|around|roughly|over|more than|exactly"
YEARS = re.compile(rf"(?:{HEDGE}) (\w+) years? (?:since|after|on from)", re.I)
WITHIN = timedelta(days=45)
YEAR = 365.25


def settled(dates: Sequence[DateMention], view: str, published: date | None) -> tuple[DateMention, ...]:
    """The dates of an article, each loose count of years resolved to the only day named that fits it within 45 days."""
    if published is None:
        return tuple(dates)
    return tuple(_settled(mention, dates, view, published) for mention in dates)


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
