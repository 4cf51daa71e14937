"""Settled dates: "almost a year since", a bare weekday or a day without a year, as another date settles them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from newsledger.build.mentions.anchor import anchor_date
from newsledger.build.mentions.date_reading import date_pattern
from newsledger.build.mentions.dates import DateMention, find_dates
from newsledger.build.mentions.numbers import read_number
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import DatePrecision, DateSource

WITHIN = timedelta(days=45)
YEAR = 365.25
# Sentences with which a text opens, its headings and captions among them.
OPENING = 5


def settled(dates: Sequence[DateMention], document: Document) -> tuple[DateMention, ...]:
    """The dates of an article, each loose count of years resolved to the only day named that fits it within 45 days.

    Where nothing tells when the article appeared, a weekday is the one day of that name that its opening gives in full,
    and a day without a year lies in the one year in which its opening names days or months.
    """
    published, view = anchor_date(document), document.view
    if published is not None:
        return tuple(_settled(mention, dates, view, published) for mention in dates)
    full = [d for d in dates if d.source is DateSource.EXPLICIT and document.sentence_at(d.start).index < OPENING]
    days = {d.first for d in full if d.first and d.precision is DatePrecision.DAY}
    years = {d.first.year for d in full if d.first and not d.is_since and d.precision is not DatePrecision.YEAR}
    year = years.pop() if len(years) == 1 else None
    return tuple(_opened(mention, days, year, view) for mention in dates) if full else tuple(dates)


def _opened(mention: DateMention, days: set[date], year: int | None, view: str) -> DateMention:
    """A date that nothing anchors, by the full days and the year that the opening names."""
    if mention.first is not None:
        return mention
    name = date_pattern("bare_weekday").search(view, mention.start, mention.end)
    if year is not None and date_pattern("day_of_month").search(view, mention.start, mention.end):
        read = find_dates(view, mention.start, mention.end, date(year, 12, 31))
        return read[0] if len(read) == 1 else mention
    fitting = [day for day in sorted(days) if name and day.strftime("%A") == name[0]]
    if len(fitting) != 1:
        return mention
    return mention._replace(first=fitting[0], last=fitting[0], precision=DatePrecision.DAY, source=DateSource.RELATIVE)


def _settled(mention: DateMention, dates: Sequence[DateMention], view: str, published: date) -> DateMention:
    if mention.first is not None:
        return mention
    match = date_pattern("years_since").fullmatch(view, mention.start, mention.end)
    years = None if match is None else 1 if match[1].lower() in ("a", "an") else read_number(match[1])
    if not years:
        return mention
    aim = published - timedelta(days=round(years * YEAR))
    named = {d.first for d in dates if d.first and (d.precision is DatePrecision.DAY or d.is_since)}
    fitting = {day for day in named if abs(day - aim) <= WITHIN}
    if len(fitting) != 1:
        return mention
    day = fitting.pop()
    return mention._replace(first=day, last=day, precision=DatePrecision.DAY, source=DateSource.RELATIVE)
