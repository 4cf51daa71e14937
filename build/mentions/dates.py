"""Dates: news expressions of time, reckoned against the published date and never guessed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.date_calendar import (
    Context,
    months,
    read_holiday,
    read_month,
    read_numeric,
    read_year,
)
from newsledger.build.mentions.date_days import ADVERBS, read_adverb, read_overnight, read_weekday
from newsledger.build.mentions.date_ranges import joined
from newsledger.build.mentions.date_reading import DateKind, Reading, date_pattern
from newsledger.build.mentions.date_units import read_unit
from newsledger.build.mentions.fold import fold
from newsledger.schema.vocabularies import DatePrecision, DateSource

Reader = Callable[[Context, int, str], Reading | None]
APPOSABLE = tuple({DateKind.WEEKDAY, kind} for kind in (DateKind.CALENDAR_DAY, DateKind.DEICTIC, DateKind.OFFSET))
APPOSED = re.compile(r",? \(?(?:the |on |a )?|, ")


class DateMention(NamedTuple):
    """An expression of time; `first` is null when it cannot be anchored (precision and source are `none` then).

    `is_since` marks an open beginning ("since Monday"), whose last day is the published one.
    `offset` counts the days from a day told before, where the sentence names none ("two days earlier").
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: DatePrecision
    source: DateSource
    is_since: bool = False
    offset: int = 0


@cache
def anchors() -> tuple[re.Pattern[str], dict[str, Reader]]:
    """What to look for, and the reader of each word."""
    data = load_yaml("dates")
    readers: dict[str, Reader] = dict.fromkeys(data["units"], read_unit)
    readers |= dict.fromkeys(months(), read_month)
    readers |= dict.fromkeys(data["weekdays"], read_weekday)
    readers |= dict.fromkeys(ADVERBS, read_adverb)
    readers |= dict.fromkeys(data["holidays"], read_holiday)
    readers["overnight"] = read_overnight
    pattern = re.compile(rf"(?<![\w])(?:(?P<word>{trie_pattern(readers)})(?!\w)|(?=\d)(?:\d{{4}}|\d{{1,2}}[/.]\d))")
    return pattern, readers


def find_dates(view: str, start: int, end: int, published: date | None) -> tuple[DateMention, ...]:
    """Read the dates in the sentence `view[start:end]`, in text order; the sentence's tense decides forward or back."""
    low = fold(view)
    pattern, readers = anchors()
    found = list(pattern.finditer(low, start, end))
    if not found:
        return ()
    context = Context(view, low, start, end, published)
    readings: list[Reading] = []
    for anchor in found:
        word = anchor["word"]
        if word:
            reading = readers[word](context, anchor.start(), word)
        else:
            reading = read_numeric(context, anchor.start()) or read_year(context, anchor.start())
        if reading is not None and reading.end <= end:
            _add(readings, reading, low)
    return tuple([_mention(context, reading) for reading in joined(context, readings)])


def _add(readings: list[Reading], reading: Reading, low: str) -> None:
    """Keep a reading unless a longer one covers it; an adjacent weekday melts into the date it goes with."""
    if readings and reading.start < readings[-1].end:
        if reading.end - reading.start > readings[-1].end - readings[-1].start:
            readings[-1] = reading
        return
    if readings:
        last, gap = readings[-1], low[readings[-1].end : reading.start]
        is_pair = {last.kind, reading.kind} in APPOSABLE
        if is_pair and APPOSED.fullmatch(gap) and (same := _same_day(last, reading, gap)) is not None:
            readings[-1] = same
            return
    readings.append(reading)


def _same_day(first: Reading, second: Reading, gap: str) -> Reading | None:
    """One reading of "Saturday 10 August", "9 May, a Saturday" or "overnight Tuesday"; None when they are two days."""
    named, weekday = (second, first) if first.kind is DateKind.WEEKDAY else (first, second)
    if named.kind is DateKind.OFFSET:
        return weekday._replace(start=first.start, end=second.end) if first is named else None
    if named.kind is DateKind.DEICTIC:
        if named.span is None or weekday.span is None or named.span[2] is not DatePrecision.DAYS:
            is_same = named.span == weekday.span
            return weekday._replace(start=first.start, end=second.end) if is_same else None
        return weekday._replace(start=first.start, end=second.end)
    if (
        first is named
        and not gap.endswith("a ")
        and named.span
        and weekday.span
        and named.span[0].weekday() != weekday.span[0].weekday()
    ):
        return None
    return named._replace(start=first.start, end=second.end)


def _offset(low: str, reading: Reading) -> int:
    """The days from a day told before; 0 when what stands behind tells from what ("two days after the raid").

    What "came two days after" something else was told is reckoned back from the day of what came.
    """
    if reading.kind is not DateKind.OFFSET:
        return 0
    free, came = date_pattern("free"), date_pattern("came")
    is_free = free.search(low, reading.end - 7, reading.end + 2) or came.search(low, reading.start - 12, reading.start)
    return reading.offset if is_free else 0


def _mention(context: Context, reading: Reading) -> DateMention:
    """The finished mention; "since" opens its end up to publication."""
    start = reading.start
    if reading.span is None:
        return DateMention(
            start, reading.end, None, None, DatePrecision.NONE, DateSource.NONE, offset=_offset(context.low, reading)
        )
    first, last, precision = reading.span
    source = DateSource.EXPLICIT if reading.explicit else DateSource.RELATIVE
    since = date_pattern("since").search(context.low, max(context.floor, start - 40), start)
    if since is None:
        return DateMention(start, reading.end, first, last, precision, source)
    if context.published is not None and context.published > last:
        last = context.published
        precision = DatePrecision.DAYS if precision is DatePrecision.DAY else precision
    return DateMention(since.start(), reading.end, first, last, precision, source, is_since=True)
