"""Dates by units of time: "last week", "three days ago", "the past 24 hours", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from newsledger.build.mentions.date_calendar import Context
from newsledger.build.mentions.date_reading import DateKind, Reading, date_pattern, date_words
from newsledger.build.mentions.date_reckoning import (
    Span,
    day_of,
    day_span,
    month_from,
    month_span,
    shifted,
    week_span,
    year_span,
)
from newsledger.build.mentions.number_words import read_count_words
from newsledger.schema.vocabularies import DatePrecision

CLAUSE_BEHIND = re.compile(r" [a-z]")
DAYS_PER = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
STEPS = {"last": -1, "next": 1}
PARTS_OF_DAY = ("morning", "afternoon", "evening")
# What "last" and "this" name, and what is not counted in "ago".
NAMED, UNCOUNTED = frozenset(("week", "month", "year", "night", "weekend", *PARTS_OF_DAY)), ("weekend", *PARTS_OF_DAY)
LONGEST = 999


def weekend_span(day: date, step: int) -> Span:
    """Saturday and Sunday of the last, this or the next weekend; on a weekend, "last" is the one before."""
    saturday = shifted(week_span(day)[0], 5 + 7 * step)
    return saturday, shifted(saturday, 1), DatePrecision.DAYS


# The days that lie some units of time from a day.
SPANS: dict[str, Callable[[date, int], Span]] = {
    "minute": lambda day, step: day_span(day),
    "hour": lambda day, step: day_span(shifted(day, -(-step // 24))),
    **dict.fromkeys(("day", "night", *PARTS_OF_DAY), lambda day, step: day_span(shifted(day, step))),
    "week": week_span,
    "weekend": weekend_span,
    "fortnight": lambda day, step: week_span(day, 2 * step),
    "month": lambda day, step: month_span(*month_from(day, step)),
    "year": lambda day, step: year_span(day.year + step),
    "decade": lambda day, step: year_span(day.year + 10 * step),
}


def read_unit(context: Context, at: int, word: str) -> Reading | None:
    """Read an expression that ends in a unit of time, or in a unit and "ago" or "later"."""
    low, end = context.low, at + len(word)
    is_plural = word.endswith("s")
    if low[end : end + 1] == "-" or (low[end : end + 2] in ("’s", "'s") and is_plural):
        return None
    unit = word.removesuffix("s")
    counted = _counted(context, at, end, unit)
    if counted is not None:
        return counted
    before = date_pattern("unit_before").search(low, max(context.floor, at - 44), at)
    if before is not None:
        return _near_unit(context, before, unit, end, is_plural)
    if word == "day":
        return _day_before(context, at, end)
    return _weekend(context, at, end) if unit == "weekend" else None


def _count(words: str) -> int | None:
    """The number before a unit: None where it is vague."""
    return (
        None
        if words in date_words("vague_counts")
        else read_count_words(words.removesuffix(" of").removesuffix(" and a half"))
    )


def _is_too_long(count: int, unit: str) -> bool:
    """Whether a number of units reaches farther back than news tells, and than a calendar goes."""
    return count * (10 if unit == "decade" else 1) > LONGEST


def _counted(context: Context, at: int, end: int, unit: str) -> Reading | None:
    """Read "three days ago", "a week earlier", "years ago", "six days since", "almost a year since"."""
    behind = date_pattern("unit_behind").match(context.low, end)
    if behind is None and not context.low.startswith(" since ", end):
        return None
    start, count, is_vague, is_rough = _count_before(context, at)
    if behind is None and count is None and not is_vague:
        return None
    if behind is not None and behind["word"] != "ago":
        return _offset(start, behind, unit, count) if count is not None else None
    stop = behind.end() if behind else end + len(" since")
    is_open = count is None or _is_too_long(count, unit) or unit in UNCOUNTED or (behind is None and is_rough)
    if context.published is None or count is None or is_open:
        return Reading(start, stop, None, DateKind.DEICTIC)
    day = _same_day(context.published, unit, count) if behind and behind["today"] else None
    return Reading(start, stop, day or SPANS[unit](context.published, -count), DateKind.DEICTIC)


def _same_day(published: date, unit: str, count: int) -> Span | None:
    """The very day of "ten years ago today"."""
    if unit in DAYS_PER:
        return day_span(shifted(published, -count * DAYS_PER[unit]))
    months = {"month": 1, "year": 12, "decade": 120}.get(unit)
    day = day_of(*month_from(published, -count * months), published.day) if months else None
    return day_span(day) if day else None


def _count_before(context: Context, at: int) -> tuple[int, int | None, bool, bool]:
    """Where the number before a unit begins, its value, and whether it is a vague or a rough one."""
    before = date_pattern("count_before").search(context.low, max(context.floor, at - 36), at)
    if before is None:
        return at, None, False, False
    count = _count(before["count"])
    if count is not None or before["count"] in date_words("vague_counts"):
        return before.start(), count, count is None, before["rough"] is not None
    short = before["count"].rpartition(" ")[2]
    count = read_count_words(short) if short != before["count"] else None
    return (at - len(short) - 1 if count is not None else at), count, False, False


def _offset(start: int, behind: re.Match[str], unit: str, count: int) -> Reading | None:
    """Read "two days later": days from a date named before.

    What follows "two days after" is dated the other way round.
    """
    if unit not in DAYS_PER or count > LONGEST:
        return None
    sign = 1 if behind["word"].startswith(("later", "after")) else -1
    is_opener = behind["word"] in ("before", "after") and behind["that"] is None
    if is_opener and CLAUSE_BEHIND.match(behind.string, behind.end()):
        sign = -sign
    return Reading(start, behind.end(), None, DateKind.OFFSET, offset=sign * count * DAYS_PER[unit])


def _near_unit(context: Context, before: re.Match[str], unit: str, end: int, is_plural: bool) -> Reading | None:
    """Read "last week", "this month", "the past three days", "earlier this year", "in recent days"."""
    near, start = before["near"], before.start()
    if near in ("same", "that") or unit == "minute":
        return None
    is_day = unit == "day" and not is_plural
    if near in ("previous", "following", "preceding") or (near == "next" and before["article"] and not is_plural):
        is_next_part = is_day or unit in ("night", *PARTS_OF_DAY)
        offset = (1 if near in ("following", "next") else -1) if is_next_part else 0
        return Reading(start, end, None, DateKind.OFFSET if offset else DateKind.DEICTIC, offset=offset)
    if is_day or (unit == "hour" and not is_plural):
        return None
    if context.published is None:
        return Reading(start, end, None, DateKind.DEICTIC)
    is_span = is_plural or before["count"] or near in ("past", "recent") or (before["article"] and near == "last")
    if is_span:
        span = _recent_units(context.published, near, unit, before["count"], is_plural)
    else:
        span = _named_unit(context.published, near, unit, before["adverb"] or "")
    return Reading(start, end, span, DateKind.DEICTIC)


def _recent_units(published: date, near: str, unit: str, words: str | None, is_plural: bool) -> Span | None:
    """The days up to publication that "the past two weeks" or "recent days" stand for, if any."""
    if near in ("coming", "next", "this"):
        return None
    if unit == "day" and (near == "recent" or words in ("few", "several", "couple of")):
        return shifted(published, -6), published, DatePrecision.DAYS
    count = _count(words) if words else (None if is_plural else 1)
    if count is None or _is_too_long(count, unit):
        return None
    if unit == "hour":
        return shifted(published, -max(1, count // 24)), published, DatePrecision.DAYS
    if unit in DAYS_PER:
        return shifted(published, -count * DAYS_PER[unit]), published, DatePrecision.DAYS
    if unit == "month":
        return month_span(*month_from(published, -count))[0], published, DatePrecision.MONTH
    if unit == "weekend":
        return weekend_span(published, -1)
    years = {"year": 1, "decade": 10}.get(unit)
    return year_span(published.year - count * years, published.year) if years else None


def _named_unit(published: date, near: str, unit: str, adverb: str) -> Span | None:
    """The calendar unit that "last week" or "earlier this month" names."""
    if unit not in NAMED:
        return None
    step = STEPS.get(near, 0)
    first, last, precision = SPANS[unit](published, step)
    if adverb.startswith(("earlier", "so far")) and step == 0:
        last = published
    return first, last, precision


def _weekend(context: Context, at: int, end: int) -> Reading | None:
    """Read "over the weekend": the last one, or the one on which the article appears."""
    found = date_pattern("over_the").search(context.low, max(context.floor, at - 12), at)
    if found is None:
        return None
    published = context.published
    if published is None:
        return Reading(found.start(), end, None, DateKind.DEICTIC)
    is_this = published.weekday() >= 5 or context.ahead(found.start(), end)
    return Reading(found.start(), end, weekend_span(published, 0 if is_this else -1), DateKind.DEICTIC)


def _day_before(context: Context, at: int, end: int) -> Reading | None:
    """Read "the day before" and "the day after", when no noun follows, as one day from a date named before."""
    low = context.low
    found = date_pattern("day_behind").match(low, end)
    if found is None or not low.endswith(("the ", " a "), 0, at):
        return None
    start = at - (4 if low.endswith("the ", 0, at) else 2)
    return Reading(start, found.end(), None, DateKind.OFFSET, offset=-1 if found[1] in ("before", "earlier") else 1)
