"""Relative dates: weekdays, "yesterday", "last week", "three days ago", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.date_calendar import Context
from newsledger.build.mentions.date_reading import DateKind, Reading
from newsledger.build.mentions.date_reckoning import Span, day_span, month_from, month_span, nearest_weekday, shifted, week_span, year_span
from newsledger.build.mentions.number_words import read_count_words
from newsledger.schema.vocabularies import DatePrecision

PARTS = r"(?:night|morning|afternoon|evening|midday|noon|dawn|lunchtime|overnight|midnight)"
DAY_PREFIX = re.compile(
    r"(?:(?P<over>overnight (?:from |on |into )?)|(?:(?:very |extremely )?(?:early|late)|earlier|later)(?: on)? (?:last |this |next )?|(?P<near>last|next|this(?: past| coming)?|(?:the )?(?:following|previous)|the next|(?:the )?same) )$"
)
DAY_SUFFIX = re.compile(rf"(?: {PARTS}\b)?(?P<week> (?:of )?(?P<which>last|this|next) week\b)?")
ADVERBS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
ADVERB_PREFIX = re.compile(r"(?:\b(?:the day (?P<far>before|after)|earlier|later|early|late) )$")
UNIT_BEFORE = re.compile(
    r"(?P<adverb>\b(?:earlier|later|late|early|so far|the end of|the start of) )?"
    r"(?:(?P<article>\bthe )?\b(?P<near>last|this|next|past|same|previous|following|recent|coming|preceding)|\b(?P<that>that)) "
    r"(?:(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?|couple of|few) )?$"
)
COUNT_BEFORE = re.compile(r"(?:(?:more than|less than|about|around|nearly|almost|over|some|just|only|at least|barely|under) )?(?P<count>\d{1,3}|(?:a |the )?(?:[a-z]+-)?[a-z]+(?: and a half| of)?) $")
BEHIND = re.compile(r" (?:or so )?(?P<word>ago|earlier|before|later|after(?:wards?)?|previously|prior)\b(?P<that> that)?")
VAGUE_COUNTS = frozenset(("several", "few", "a few", "some", "many", "couple of", "a couple of", "number of", "the few", "recent"))
DAYS_PER = {"day": 1, "night": 1, "week": 7, "fortnight": 14}


@cache
def _names() -> tuple[frozenset[str], frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    data = load_yaml("dates")
    return (
        frozenset(data["weekday_names_before"]),
        frozenset(data["weekday_names_behind"]),
        frozenset(data["today_names_before"]),
        frozenset(data["overnight_nouns"]),
        re.compile(rf" (?:{trie_pattern(data['weekday_names_behind'])})\b"),
    )


def read_weekday(context: Context, at: int, word: str) -> Reading | None:
    """Read a weekday with the words that belong to it: "late on Tuesday", "next Friday", "Saturday last week"."""
    view, low = context.view, context.low
    if not view[at].isupper():
        return None
    end = at + len(word)
    names_before, _, _, _, names_behind = _names()
    previous = low[max(context.floor, at - 14) : at].rstrip().rpartition(" ")[2].lstrip("“\"‘(")
    named = names_behind.match(low, end)
    if previous in names_before and low[at - 1 : at] == " " or (named and view[end + 1].isupper()) or low[end : end + 1] == "-" and low[end + 1 : end + 2].isalpha() and low[end + 1 : end + 4] not in ("mon", "tue", "wed", "thu", "fri", "sat", "sun"):
        return None
    suffix = DAY_SUFFIX.match(low, end)
    stop = suffix.end() if suffix else end
    prefix = DAY_PREFIX.search(low, max(context.floor, at - 30), at)
    start = prefix.start() if prefix else at
    weekday: int = load_yaml("dates")["weekdays"][word]
    if context.published is None or (prefix and prefix["near"] and re.search("following|previous|same|the next", prefix["near"])):
        return Reading(start, stop, None, DateKind.WEEKDAY)
    day = _weekday(context, at, stop, weekday, prefix["near"] if prefix else None, suffix["which"] if suffix else None)
    if prefix and prefix["over"] and "into" in prefix["over"]:
        return Reading(start, stop, (shifted(day, -1), day, DatePrecision.DAYS), DateKind.WEEKDAY)
    return Reading(start, stop, day_span(day), DateKind.WEEKDAY)


def _weekday(context: Context, at: int, stop: int, weekday: int, near: str | None, week: str | None) -> date:
    """Reckon a weekday from its qualifier, else from the tense of its clause."""
    published = context.published
    assert published is not None
    if week:
        return shifted(week_span(published, {"last": -1, "this": 0, "next": 1}[week])[0], weekday)
    same = weekday == published.weekday()
    if near and near.startswith(("next", "this coming")):
        return shifted(nearest_weekday(published, weekday, forward=True), 7 if same else 0)
    if near in ("last", "this past"):
        return shifted(nearest_weekday(published, weekday, forward=False), -7 if same else 0)
    return nearest_weekday(published, weekday, forward=context.ahead(at, stop))


def read_adverb(context: Context, at: int, word: str) -> Reading | None:
    """Read "yesterday", "today", "tonight" and "tomorrow", with a part of the day."""
    view, low = context.view, context.low
    previous = low[max(context.floor, at - 12) : at].rstrip().rpartition(" ")[2]
    if view[at].isupper() and previous in _names()[2] and not view[at : at + 5].isupper():
        return None
    end = at + len(word)
    part = re.compile(rf" {PARTS}\b").match(low, end)
    prefix = ADVERB_PREFIX.search(low, max(context.floor, at - 18), at)
    delta = ADVERBS[word]
    if prefix and prefix["far"]:
        delta += -1 if prefix["far"] == "before" else 1
    span = day_span(shifted(context.published, delta)) if context.published else None
    return Reading(prefix.start() if prefix else at, part.end() if part else end, span, DateKind.DEICTIC)


def read_overnight(context: Context, at: int, word: str) -> Reading | None:
    """Read "overnight": the night before publication."""
    end = at + len(word)
    follower = re.compile(r"[ -]([a-z]+)").match(context.low, end)
    if follower and follower[1] in _names()[3]:
        return None
    published = context.published
    span = (shifted(published, -1), published, DatePrecision.DAYS) if published else None
    return Reading(at, end, span, DateKind.DEICTIC)


def read_unit(context: Context, at: int, word: str) -> Reading | None:
    """Read an expression that ends in a unit of time, or in a unit and "ago" or "later"."""
    low, end = context.low, at + len(word)
    if low[end : end + 1] == "-" or (low[end : end + 2] in ("’s", "'s") and word.endswith("s")):
        return None
    unit = word.removesuffix("s")
    behind = BEHIND.match(low, end)
    if behind is not None and (ago := _counted_back(context, at, behind, unit)) is not None:
        return ago
    if (passed := _passed_since(context, at, end)) is not None:
        return passed
    before = UNIT_BEFORE.search(low, max(context.floor, at - 44), at)
    if before is None:
        return _day_before(context, at, end) if word == "day" else _weekend(context, at, end) if unit == "weekend" else None
    return _near_unit(context, before, unit, end, plural=word.endswith("s"))


def _passed_since(context: Context, at: int, end: int) -> Reading | None:
    """Read "almost a year since", which tells how long ago without naming a day."""
    if not context.low.startswith(" since ", end):
        return None
    before = COUNT_BEFORE.search(context.low, max(context.floor, at - 36), at)
    if before is None or (_count(before["count"]) is None and before["count"] not in VAGUE_COUNTS):
        return None
    return Reading(before.start(), end + 6, None, DateKind.DEICTIC)


def _count(words: str) -> int | None:
    """The number before a unit: None where it is vague."""
    return None if words in VAGUE_COUNTS else read_count_words(words.removesuffix(" of").removesuffix(" and a half"))


def _counted_back(context: Context, at: int, behind: re.Match[str], unit: str) -> Reading | None:
    """Read "three days ago", "a week earlier", "years ago"."""
    before = COUNT_BEFORE.search(context.low, max(context.floor, at - 36), at)
    start, count = at, None
    if before is not None:
        count = _count(before["count"])
        if count is None and " " in before["count"] and (short := before["count"].rpartition(" ")[2]) and read_count_words(short) is not None:
            count, start = read_count_words(short), at - len(short) - 1
        elif count is not None or before["count"] in VAGUE_COUNTS:
            start = before.start()
    if behind["word"] != "ago":
        return _offset(start, behind, unit, count) if before is not None else None
    span = None
    if context.published is not None and count is not None:
        span = _ago(context.published, unit, count)
    return Reading(start, behind.end(), span, DateKind.DEICTIC)


def _offset(start: int, behind: re.Match[str], unit: str, count: int | None) -> Reading | None:
    """Read "two days later": days from a date named before, which the sentence may hold."""
    if count is None or (unit not in DAYS_PER and unit not in ("month", "year")) or behind.group("word") in ("before", "after") and behind["that"]:
        return None
    sign = 1 if behind["word"].startswith(("later", "after")) else -1
    if behind["word"] in ("before", "after") and behind["that"] is None and re.match(r" (?:the|a|an|his|her|its|their|it|he|she|they|[a-z]+ing)\b", behind.string[behind.end() : behind.end() + 12]):
        return None
    return Reading(start, behind.end(), None, DateKind.OFFSET, offset=sign * count * DAYS_PER.get(unit, 0))


def _ago(published: date, unit: str, count: int) -> Span | None:
    """The span a number of units before publication."""
    if unit in ("minute", "hour"):
        return day_span(shifted(published, -(count // 24 if unit == "hour" else 0)))
    if unit in ("day", "night"):
        return day_span(shifted(published, -count))
    if unit in ("week", "fortnight"):
        return week_span(published, -count * (2 if unit == "fortnight" else 1))
    if unit == "month":
        return month_span(*month_from(published, -count))
    if unit in ("year", "decade"):
        return year_span(max(1500, published.year - count * (10 if unit == "decade" else 1)))
    return None


def _near_unit(context: Context, before: re.Match[str], unit: str, end: int, *, plural: bool) -> Reading | None:
    """Read "last week", "this month", "the past three days", "earlier this year", "in recent days"."""
    near, published = before["near"] or before["that"], context.published
    reading = Reading(before.start(), end, None, DateKind.DEICTIC)
    if near in ("same", "that"):
        return None
    if near in ("previous", "following", "preceding") or (near == "next" and before["article"] and unit == "day"):
        sign = 1 if near in ("following", "next") else -1
        return Reading(before.start(), end, None, DateKind.OFFSET, offset=sign) if unit == "day" and not plural else reading
    if unit in ("minute",) or (unit in ("day", "hour", "night") and not plural and near not in ("last",)) or (unit == "day" and not plural):
        return None
    if published is None:
        return reading
    span = _recent_units(published, near, unit, before["count"], plural) if plural or before["count"] or (before["article"] and near in ("last", "past")) or near in ("past", "recent") else _named_unit(context, near, unit, before["adverb"] or "")
    return Reading(before.start(), end, span, DateKind.DEICTIC)


def _recent_units(published: date, near: str, unit: str, words: str | None, plural: bool) -> Span | None:
    """The days up to publication that "the past two weeks" or "recent days" stand for; None for what binds to nothing."""
    if near in ("coming", "next", "this"):
        return None
    if unit == "day" and (near == "recent" or words in ("few", "several", "couple of")):
        return shifted(published, -6), published, DatePrecision.DAYS
    count = _count(words) if words else (None if plural else 1)
    if count is None or count > 999:
        return None
    if unit in ("hour", "day", "night", "week", "fortnight"):
        days = count * DAYS_PER.get(unit, 0) if unit != "hour" else max(1, count // 24)
        return shifted(published, -days), published, DatePrecision.DAYS
    if unit == "month":
        return month_span(*month_from(published, -count))[0], published, DatePrecision.MONTH
    if unit == "weekend":
        return _weekend_span(published, "last")
    return year_span(published.year - count * (10 if unit == "decade" else 1), published.year) if unit in ("year", "decade") else None


def _weekend_span(published: date, near: str) -> Span:
    """Saturday and Sunday of the last, this or next weekend."""
    step = {"last": -1, "next": 1}.get(near, 0)
    saturday = shifted(week_span(published)[0], 5)
    if near == "last" and published.weekday() >= 5:
        step = -1
    return shifted(saturday, 7 * step), shifted(saturday, 7 * step + 1), DatePrecision.DAYS


NAMED: dict[str, Callable[[date, int], Span]] = {
    "week": lambda day, step: week_span(day, step),
    "month": lambda day, step: month_span(*month_from(day, step)),
    "year": lambda day, step: year_span(day.year + step),
}


def _named_unit(context: Context, near: str, unit: str, adverb: str) -> Span | None:
    """The calendar unit that "last week" or "earlier this month" names."""
    published = context.published
    assert published is not None
    step = {"last": -1, "next": 1}.get(near, 0)
    if unit in ("night", "evening", "morning", "afternoon"):
        return day_span(shifted(published, step))
    if unit == "weekend":
        return _weekend_span(published, near)
    if unit not in NAMED:
        return None
    first, last, precision = NAMED[unit](published, step)
    if adverb.startswith(("earlier", "so far")) and step == 0:
        last = published
    return first, last, precision


def _weekend(context: Context, at: int, end: int) -> Reading | None:
    """Read "over the weekend": the last one, or the one on which the article appears."""
    found = re.compile(r"\b(?:over|at|during|on) the $").search(context.low, max(context.floor, at - 12), at)
    if found is None:
        return None
    published = context.published
    if published is None:
        return Reading(found.start(), end, None, DateKind.DEICTIC)
    if context.ahead(found.start(), end) or published.weekday() >= 5:
        return Reading(found.start(), end, _weekend_span(published, "this"), DateKind.DEICTIC)
    return Reading(found.start(), end, _weekend_span(published, "last"), DateKind.DEICTIC)


def _day_before(context: Context, at: int, end: int) -> Reading | None:
    """Read "the day before" and "the day after", when no noun follows, as one day from a date named before."""
    low = context.low
    found = re.compile(r" (before|after|earlier|later)(?=[,.;:]| (?:in|at|when|and|but|by)\b|$)").match(low, end)
    if found is None or not low.endswith(("the ", " a "), 0, at):
        return None
    start = at - (4 if low.endswith("the ", 0, at) else 2)
    return Reading(start, found.end(), None, DateKind.OFFSET, offset=-1 if found[1] in ("before", "earlier") else 1)
