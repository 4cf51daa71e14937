"""Calendar dates: days, months and years named in figures or by name."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import NamedTuple

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.date_reading import DateKind, Reading, date_words
from newsledger.build.mentions.date_reckoning import (
    Span,
    day_of,
    day_span,
    full_year,
    month_span,
    year_of_day,
    year_of_month,
    year_span,
)
from newsledger.build.mentions.date_tense import lies_ahead
from newsledger.build.mentions.number_vetoes import is_label, is_measure, is_year, veto_lexicon
from newsledger.schema.vocabularies import DatePrecision

TH = r"(?:st|nd|rd|th)?"
LINK = r"(?:,? and |, | ?[-–] ?| to | or | through )"
DAY_BEFORE = re.compile(
    rf"(?<![\w.,:/$£€#+-])(?:the )?(?:(?P<first>\d{{1,2}}){TH}(?:, \d{{1,2}}{TH})*{LINK}(?:the )?)?"
    rf"(?P<day>\d{{1,2}}){TH}(?: of)?[ -]$"
)
DAY_BEHIND = re.compile(
    rf"\.?[ -](?:the )?(?P<day>\d{{1,2}}){TH}(?![\w%]|[.,:]\d)"
    rf"(?:(?:, \d{{1,2}}{TH})*(?:,? and | ?[-–] ?| to | or | through )(?P<last>\d{{1,2}}){TH}(?![\w%]|[.,:]\d))?"
)
ORDINAL_END = re.compile(TH)
NEXT_WORD = re.compile(r" ([a-z]+)")
YEAR_BEHIND = re.compile(
    r"\.?(?:,? (?:of |in )?(?P<year>(?:1[5-9]|20)\d\d)(?!\w|,\d)|(?: |-)(?P<short>[’']?\d\d)(?!\w|[.,:]\d)"
    r"|,? (?:of )?(?P<near>last|this|next) year\b|-(?P<dashed>(?:1[5-9]|20)\d\d)\b)"
)
NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)"
    r"|(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<c>\d{4}|\d\d)(?![\d/])"
    r"|(?P<dd>\d{1,2})\.(?P<mm>\d{1,2})\.(?P<yy>\d{4})(?!\d)|(?P<nine>9/11)(?![\d/]))"
)
YEAR = re.compile(
    r"(?P<first>(?:1[5-9]|20)\d\d)(?:(?P<decade>(?<=0)[’']?s\b)"
    r"|(?: ?[-–/] ?)(?P<last>\d{2}|(?:1[5-9]|20)\d\d)(?![\w%]|[,.:]\d)|(?![\w%/]|[,.:]\d))"
)
BARE_BEFORE = re.compile(r"([a-z]+-?)[ ]?$")
LOOSE_BEFORE = ("to", "and", "or", "on", "by", "from")
NEAR_BEFORE = re.compile(r"\b(last|next|this|this past|this coming) $")
WORD_BEHIND = re.compile(r"\.? ([A-Za-z]+)")
NEAR_YEARS = {"last": -1, "this": 0, "next": 1}


@cache
def months() -> dict[str, int]:
    """The months by their names and abbreviations."""
    data: dict[str, dict[str, int]] = load_yaml("dates")
    return data["months"] | data["month_abbreviations"]


class Context(NamedTuple):
    """The sentence a date stands in, and the published date it is reckoned from."""

    view: str
    low: str
    floor: int
    ceiling: int
    published: date | None

    def ahead(self, start: int, end: int) -> bool:
        """Whether the clause speaks of the future."""
        return lies_ahead(self.low, self.floor, start, end, self.ceiling)


def read_month(context: Context, at: int, word: str) -> Reading | None:
    """Read the date around a month name: "5 May 2011", "May 5 and 6", "in May", "May 2011"."""
    view, low = context.view, context.low
    if not view[at].isupper():
        return None
    month, end = months()[word], at + len(word)
    before = DAY_BEFORE.search(low, max(context.floor, at - 40), at)
    if before is not None and 1 <= int(before["day"]) <= 31:
        return _with_year(
            context, before.start(), end, month, (int(before["first"] or before["day"]), int(before["day"]))
        )
    behind = DAY_BEHIND.match(low, end)
    if behind is not None and 1 <= int(behind["day"]) <= 31 and not _counts(low, behind.end("day")):
        is_list = behind["last"] and int(behind["day"]) < int(behind["last"]) <= 31 and not _counts(low, behind.end())
        last, stop = (int(behind["last"]), behind.end()) if is_list else (int(behind["day"]), behind.end("day"))
        if not is_list:
            ordinal = ORDINAL_END.match(low, stop)
            stop = ordinal.end() if ordinal else stop
        return _with_year(context, at, stop, month, (int(behind["day"]), last))
    return _month_alone(context, at, end, month, word)


def _counts(low: str, end: int) -> bool:
    """Whether a noun for people or a measure follows, so that the figure is a count."""
    found = NEXT_WORD.match(low, end)
    return found is not None and (
        found[1] in veto_lexicon().people - {"were", "have", "had", "are", "killed"} or is_measure(low, end)
    )


def _year_behind(context: Context, end: int, *, short: bool) -> tuple[int | None, int]:
    """The year written behind a date and where it ends."""
    found = YEAR_BEHIND.match(context.low, end)
    if found is None:
        return None, end
    if found["near"]:
        return (
            (context.published.year + NEAR_YEARS[found["near"]], found.end())
            if context.published
            else (None, found.end())
        )
    if digits := found["year"] or found["dashed"]:
        return (None, end) if _is_count(context.low, found) else (int(digits), found.end())
    if not short or _counts(context.low, found.end()):
        return None, end
    return full_year(found["short"].lstrip("’'"), context.published), found.end()


def _is_count(low: str, found: re.Match[str]) -> bool:
    """Whether the four digits behind a date are a round number of people ("in May 2000 people marched")."""
    year = found["year"]
    return bool(year) and "," not in found[0] and (year.endswith("00") or year < "1900") and _counts(low, found.end())


def _with_year(context: Context, start: int, end: int, month: int, days: tuple[int, int]) -> Reading | None:
    """A day, or a run of days, of a month, with the year named behind it or reckoned."""
    if _is_name(context, end):
        return None
    day_first = context.low[start].isdigit() or context.low.startswith("the ", start)
    year, stop = _year_behind(
        context, end, short=day_first and (end - start <= 7 or context.low[end : end + 2] in (" '", " ’"))
    )
    explicit = year is not None and not context.low.endswith("year", 0, stop)
    if year is None and stop == end and context.published is not None:
        year = year_of_day(context.published, month, days[1], forward=context.ahead(start, end))
    span = days_span(year, month, days) if year is not None else None
    return Reading(start, stop, span, DateKind.CALENDAR_DAY, explicit, 0 if explicit else month, days[0])


def days_span(year: int, month: int, days: tuple[int, int]) -> Span | None:
    """From the first to the last day; a first day behind the last lies in the month before."""
    last = day_of(year, month, days[1])
    if last is None:
        return None
    if days[0] == days[1]:
        return day_span(last)
    first = day_of(year, month, days[0]) if days[0] < days[1] else None
    return (first, last, DatePrecision.DAYS) if first else None


def _is_name(context: Context, end: int) -> bool:
    """Whether a name follows that the date is part of ("the 17 February Brigade")."""
    found = WORD_BEHIND.match(context.view, end)
    return found is not None and found[1][0].isupper() and found[1].lower() in date_words("names_behind_date")


def _month_alone(context: Context, at: int, end: int, month: int, word: str) -> Reading | None:
    """A month with a year, or bare; a bare name that may mean something else needs a word of time before it."""
    low = context.low
    year, stop = _year_behind(context, end, short=False)
    if year is not None or stop > end:
        span = month_span(year, month) if year is not None else None
        return Reading(at, stop, span, DateKind.CALENDAR_MONTH, explicit=not low.endswith("year", 0, stop), month=0)
    if word not in date_words("months"):
        return None
    before = BARE_BEFORE.search(low, max(context.floor, at - 16), at)
    follower = WORD_BEHIND.match(context.view, end)
    is_timed = before is not None and before[1] in date_words("before_bare_month")
    is_named = follower is not None and follower[1][0].isupper()
    if (word in date_words("ambiguous_months") or is_named) and not is_timed:
        return None
    is_verb = word in ("may", "march") and before is not None and before[1] in LOOSE_BEFORE[:4]
    if is_verb or (is_named and before is not None and before[1] in LOOSE_BEFORE):
        return None
    if context.published is None:
        return Reading(at, end, None, DateKind.CALENDAR_MONTH, month=month)
    near = NEAR_BEFORE.search(low, max(context.floor, at - 14), at)
    forward = near[1] in ("next", "this coming") if near else context.ahead(at, end)
    year = year_of_month(context.published, month, forward=forward)
    if near and near[1] == "last" and (year, month) == (context.published.year, context.published.month):
        year -= 1
    return Reading(near.start() if near else at, end, month_span(year, month), DateKind.CALENDAR_MONTH, month=month)


def read_numeric(context: Context, at: int) -> Reading | None:
    """Read "2011-03-15", "15/03/2011" (where only one order is possible), "15.3.2011" or "9/11"."""
    found = NUMERIC.match(context.low, at)
    if found is None:
        return None
    if found["nine"]:
        return Reading(at, found.end(), day_span(date(2001, 9, 11)), DateKind.CALENDAR_DAY, explicit=True)
    if found["y"]:
        parts = [(int(found["y"]), int(found["m"]), int(found["d"]))]
    elif found["dd"]:
        parts = [(int(found["yy"]), int(found["mm"]), int(found["dd"]))]
    else:
        year = full_year(found["c"], context.published)
        parts = sorted({(year, int(found["a"]), int(found["b"])), (year, int(found["b"]), int(found["a"]))})
    days = [day for part in parts if (day := day_of(*part)) is not None]
    if not days:
        return None
    span = day_span(days[0]) if len(days) == 1 else None
    return Reading(at, found.end(), span, DateKind.CALENDAR_DAY, explicit=True)


def read_year(context: Context, at: int) -> Reading | None:
    """Read "2003", "2014-15" or "the 1990s", unless the figures count something or belong to a name."""
    low = context.low
    found = YEAR.match(low, at)
    if found is None or (at and low[at - 1] in "-/.,$£€#_:" and low[at - 2 : at - 1] not in (" ", "—")):
        return None
    first = int(found["first"])
    if found["decade"]:
        return Reading(at, found.end(), year_span(first, first + 9), DateKind.CALENDAR_YEAR, explicit=True)
    if found["last"]:
        digits = found["last"]
        last = int(digits) if len(digits) == 4 else first // 100 * 100 + int(digits)
        return (
            Reading(at, found.end(), year_span(first, last), DateKind.CALENDAR_YEAR, explicit=True)
            if first < last
            else None
        )
    if low[at - 1 : at] in ("$", "£", "€") or not is_year(low, at, found.end(), first) or is_measure(low, found.end()):
        return None
    if is_label(context.view, low[max(context.floor, at - 32) : at], at, True):
        return None
    return Reading(at, found.end(), year_span(first), DateKind.CALENDAR_YEAR, explicit=True)


def read_holiday(context: Context, at: int, word: str) -> Reading | None:
    """Read "Christmas Day" as the nearest one."""
    if not context.view[at].isupper():
        return None
    month, day = load_yaml("dates")["holidays"][word]
    return _with_year(context, at, at + len(word), month, (day, day))
