"""Dates that belong together: spans from one to another, and days counted from one named before."""

from __future__ import annotations

import re
from datetime import date

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.date_calendar import Context, days_span
from newsledger.build.mentions.date_reading import DateKind, Reading
from newsledger.build.mentions.date_reckoning import Span, day_span, month_span, shifted
from newsledger.schema.vocabularies import DatePrecision

BETWEEN = re.compile(r"\b(?:between|from|during|both) (?:the )?(?:night of )?$")


def joined(context: Context, readings: list[Reading]) -> list[Reading]:
    """Join "from 1 June to 1 August" and resolve "two days later" against a date before it."""
    links = load_yaml("dates")["range_links"]
    found: list[Reading] = []
    for reading in readings:
        if reading.kind is DateKind.OFFSET:
            found.append(_from_antecedent(reading, found))
        elif (
            found
            and context.low[found[-1].end : reading.start] in links
            and (whole := _range(context, found[-1], reading))
        ):
            found[-1] = whole
        else:
            found.append(reading)
    return found


def _from_antecedent(reading: Reading, earlier: list[Reading]) -> Reading:
    """Reckon an offset from the last day named before it in the sentence."""
    for before in reversed(earlier):
        if before.span is not None and before.span[2] is DatePrecision.DAY and reading.offset:
            day = shifted(before.span[0], reading.offset)
            return reading._replace(span=day_span(day), explicit=before.explicit)
    return reading


def _range(context: Context, first: Reading, second: Reading) -> Reading | None:
    """The span from one date to another; None where the two do not make one."""
    if first.kind is DateKind.CALENDAR_DAY and second.kind is DateKind.CALENDAR_YEAR:
        return None
    link = context.low[first.end : second.start]
    opening = BETWEEN.search(context.low, max(context.floor, first.start - 24), first.start)
    start = opening.start() if opening else first.start
    beginning, end = _beginning(first, second, opening is not None), second.span
    if beginning is None or end is None:
        is_unread = beginning is end and first.kind is second.kind
        return Reading(start, second.end, None, second.kind) if is_unread else None
    if beginning[0] > end[1] or (link == " and " and beginning[2] is not end[2]):
        return None
    precision = DatePrecision.DAYS
    if beginning[2] is end[2] and end[2] in (DatePrecision.MONTH, DatePrecision.YEAR):
        precision = end[2]
    return second._replace(start=start, span=(beginning[0], end[1], precision))


def _beginning(first: Reading, second: Reading, is_opened: bool) -> Span | None:
    """The first date of a span: in the year of the second; a weekday behind the second lies a week earlier."""
    if second.span is None:
        return first.span
    if first.month and second.explicit and not first.explicit and first.kind is second.kind:
        return _in_year_of(first, second.span[0]) or first.span
    if first.span and first.kind is second.kind is DateKind.WEEKDAY and is_opened and first.span[0] > second.span[0]:
        return day_span(shifted(first.span[0], -7))
    return first.span


def _in_year_of(reading: Reading, day: date) -> Span | None:
    """A yearless day or month in the year before a later date."""
    year = day.year - (reading.month > day.month)
    if reading.day:
        return days_span(year, reading.month, (reading.day, reading.day))
    return month_span(year, reading.month)
