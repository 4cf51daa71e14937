"""Which date of a sentence belongs to the words at a place in it."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.mentions.clauses import boundaries, clause_end, clause_start
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.schema.vocabularies import DatePrecision

LONG = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.WEEK, DatePrecision.DAYS)
HEADING = re.compile(r" ?(?::|[-–—] )")
LIST_MARK = re.compile(r"[•●▪◦*\s–-]*")
# "Said Monday's raid": the day of the raid.
OWNER = re.compile(r"[’']s [\"“‘'a-z]")
NOWHERE = (0, 0)
# How far behind a date the verb that it dates begins ("mourners on Tuesday buried").
BEHIND = 24
RELATIVE = re.compile(r"(?:who|whom|whose|which|that|in which)\b")
RELATIVE_BEHIND = re.compile(r",? (?=(?:that|which)\b)")


def date_frames() -> dict[str, Pattern]:
    """The patterns of date_frames.yml."""
    return load_patterns("newsledger.build.lexicon", "date_frames")


def _stands(name: str, text: str, first: int, last: int) -> bool:
    """Whether one of these patterns is found in a stretch of a text."""
    return date_frames()[name].pattern.search(text, first, last) is not None


@cache
def _addressees() -> frozenset[str]:
    """What may stand between a verb of saying and the date of the saying."""
    return frozenset(load_yaml("clauses")["addressees"])


@cache
def _aftermath() -> frozenset[str]:
    """What comes after a deed."""
    return frozenset(load_yaml("clauses")["aftermath"])


@cache
def _declared() -> frozenset[str]:
    """What is done by being said."""
    return frozenset(load_yaml("clauses")["declared"])


@cache
def _sayings() -> frozenset[str]:
    """Forms of verbs that report speech."""
    return reporting_lexicon().forms("quote", "that", "clause", "tell") | frozenset(load_yaml("clauses")["sayings"])


@cache
def _speech() -> frozenset[str]:
    """Words by which a sentence tells what somebody said."""
    return _sayings() | {"according"}


def dates_saying(view: str, floor: int, date: DateMention, told: tuple[int, int] = NOWHERE) -> bool:
    """Whether a date tells when something was said, not when it happened ("officials told Reuters on Wednesday").

    What is declared is an act: a date beside a verb that stands in `told`, or in the passive, dates it.
    """
    if OWNER.match(view, date.end):
        return False
    sayings, addressees = _sayings(), _addressees()
    at = date.start
    for word in reversed(view[max(floor, date.start - 60) : date.start].split()[-6:]):
        at = view.rindex(word, 0, at)
        if word in sayings:
            is_act = word in _declared() and (told[0] <= at < told[1] or _stands("done", view, max(floor, at - 24), at))
            return not is_act
        if word not in addressees and not word[0].isupper():
            return False
    return False


def reports_speech(view: str, start: int, end: int) -> bool:
    """Whether a sentence tells what somebody said."""
    return not _speech().isdisjoint(word.strip(',."”’') for word in view[start:end].split())


def dates_report(view: str, floor: int, date: DateMention) -> bool:
    """Whether a date tells up to when something was counted ("as of 6 August")."""
    return _stands("counted", fold(view), max(floor, date.start - 16), date.start)


def dates_aftermath(low: str, floor: int, ceiling: int, date: DateMention) -> bool:
    """Whether a date tells when people dealt with what had happened ("mourners on Tuesday buried six men who …")."""
    if low.endswith(("after", "before"), date.start, date.end):
        return False
    opens, closes = clause_start(low, floor, date.start), clause_end(low, date.end, ceiling)
    return not _aftermath().isdisjoint(re.findall(r"[a-z]+", low[opens : min(closes, date.end + BEHIND)]))


def is_compared(view: str, floor: int, date: DateMention) -> bool:
    """Whether a stretch of time only says among what something is the first or worst ("the worst raid this year")."""
    return date.precision in LONG and _stands("compared", fold(view), max(floor, date.start - 64), date.start)


def is_own_date(view: str, floor: int, date: DateMention, told: tuple[int, int] = NOWHERE) -> bool:
    """Whether a date can be the day of what is told: not of the saying, of a count, or of an end ("until Monday")."""
    is_end = _stands("until", fold(view), max(floor, date.start - 20), date.start)
    is_dispatched = date_frames()["dispatched"].pattern.fullmatch(view, floor, date.start) is not None
    is_aside = is_end or is_dispatched or is_compared(view, floor, date)
    return not is_aside and not dates_saying(view, floor, date, told) and not dates_report(view, floor, date)


def date_within(
    view: str, dates: tuple[DateMention, ...], floor: int, ceiling: int, start: int, end: int
) -> DateMention | None:
    """The date of its sentence that dates what stands at `start:end`; dates of sayings are left out."""
    if not dates:
        return None
    low = fold(view)
    own = [date for date in dates if is_own_date(view, floor, date, (start, end))]
    own = [date for date, before in zip(own, [None, *own], strict=False) if not _is_gloss(view, before, date)]
    own = [date for date in own if not (date.end <= start and _stands("since", low, date.end, start))]
    if not own:
        return None
    opens, closes = clause_start(low, floor, start), clause_end(low, end, ceiling)
    if (told := _in_relative_clause(low, own, end, ceiling)) is not None:
        return told
    inside = [date for date in own if opens < date.end <= closes]
    if inside:
        return min(inside, key=lambda date: _distance(date, start, end))
    own = [date for date in own if not dates_aftermath(low, floor, ceiling, date)]
    reachable = [date for date in own if _reaches(low, date, floor, (start, end), opens)]
    if reachable:
        return min(reachable, key=lambda date: _distance(date, start, end))
    return own[0] if own and _heads(low, floor, own[0]) and own[0].end <= start else None


def _is_gloss(view: str, before: DateMention | None, date: DateMention) -> bool:
    """Whether a date that nobody can read only repeats the one before it ("tomorrow (5/6)")."""
    if before is None or before.first is None or date.first is not None:
        return False
    return view[before.end : date.start] == " ("


def _in_relative_clause(low: str, dates: list[DateMention], end: int, ceiling: int) -> DateMention | None:
    """The day named in a relative clause directly behind the words ("the truce that they signed on Monday")."""
    opening = RELATIVE_BEHIND.match(low, end)
    if opening is None:
        return None
    closes = clause_end(low, opening.end() + 4, ceiling)
    days = [
        date
        for date in dates
        if opening.end() <= date.start and date.end <= closes and date.precision is DatePrecision.DAY
    ]
    return days[0] if days else None


def _heads(low: str, floor: int, date: DateMention) -> bool:
    """Whether a date stands as a heading before its sentence ("29 April: …")."""
    return LIST_MARK.fullmatch(low, floor, date.start) is not None and HEADING.match(low, date.end) is not None


def _distance(date: DateMention, start: int, end: int) -> tuple[int, int]:
    """How far a date stands from the trigger; the one behind it wins a tie."""
    if date.start >= end:
        return date.start - end, 0
    return max(0, start - date.end), 1


def _reaches(low: str, date: DateMention, floor: int, trigger: tuple[int, int], opens: int) -> bool:
    """Whether a date outside the clause still dates it: not out of a relative clause, nor into another main clause."""
    date_opens = clause_start(low, floor, date.start)
    if RELATIVE.match(low, date_opens):
        return False
    if date.start < trigger[0]:
        return low[opens - 2 : opens] != "; "
    between = boundaries(low).between(trigger[1], date.start)
    follower = low[between[0] : between[0] + 12] if between else ""
    is_joined = len(between) == 1 and follower.startswith(("when", "as ", "while", "after"))
    if is_joined and follower.startswith("when"):
        return not date.is_since
    return is_joined and date.precision in (DatePrecision.DAY, DatePrecision.DAYS, DatePrecision.NONE)
