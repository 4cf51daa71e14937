"""Which date of a sentence belongs to the words at a place in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.clauses import boundaries, clause_end, clause_start
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.schema.vocabularies import DatePrecision

LONG = (DatePrecision.YEAR, DatePrecision.MONTH, DatePrecision.WEEK, DatePrecision.DAYS)
HEADING = re.compile(r" ?(?::|[-–—] )")
LIST_MARK = re.compile(r"[•●▪◦*\s–-]*")
# "Said Monday's raid": the day of the raid.
OWNER = re.compile(r"[’']s [\"“‘'a-z]")
NOWHERE = -1
WORD = re.compile(r"\S+")
# How far behind a date the verb that it dates begins ("mourners on Tuesday buried").
BEHIND = 24
# How many words before a date a verb of saying is looked for.
BACK = 6
RELATIVE = re.compile(r"(?:who|whom|whose|which|that|in which)\b")
RELATIVE_BEHIND = re.compile(r",? (?=(?:that|which)\b)")


def date_frames() -> dict[str, Pattern]:
    """The patterns of date_frames.yml."""
    return load_patterns("newsledger.build.lexicon", "date_frames")


def _stands(name: str, text: str, first: int, last: int) -> bool:
    """Whether one of these patterns is found in a stretch of a text."""
    return date_frames()[name].pattern.search(text, first, last) is not None


@cache
def clause_words(name: str) -> frozenset[str]:
    """A list of words of clauses.yml."""
    return frozenset(load_yaml("clauses")[name])


@cache
def _sayings() -> frozenset[str]:
    """Forms of verbs that report speech."""
    return reporting_lexicon().forms("quote", "that", "clause", "tell") | clause_words("sayings")


@cache
def _speech() -> re.Pattern[str]:
    """A word by which a sentence tells what somebody said, with the marks beside it."""
    words = trie_pattern(word for word in _sayings() | {"according"} if " " not in word)
    return re.compile(rf"(?<!\S)[,.\"”’]*(?:{words})[,.\"”’]*(?!\S)")


@cache
def _perhaps_aftermath() -> re.Pattern[str]:
    """What stands in every sentence that tells of an aftermath."""
    return re.compile(trie_pattern(clause_words("aftermath")))


class Use(NamedTuple):
    """What a date does in its sentence, as the words around it tell.

    `is_own`: it can be the day of what is told, not of the saying, of a count, of a dispatch, or an end. Of a saying by
    which something is done, `declared_at` is where its verb stands: the date is that of what is told there.
    `is_compared`: the stretch only says among what something is the first or worst ("the worst raid this year").
    `is_counted`: up to it something was counted ("as of 6 August"). `is_aftermath`: it tells when people dealt with
    what had happened ("mourners on Tuesday buried six men who …").
    """

    date: DateMention
    is_own: bool
    declared_at: int
    is_said: bool
    is_compared: bool
    is_counted: bool
    is_aftermath: bool


def uses(view: str, dates: tuple[DateMention, ...], floor: int, ceiling: int) -> list[Use]:
    """What each of the dates of the sentence `floor:ceiling` does in it."""
    has_aftermath = _perhaps_aftermath().search(fold(view), floor, ceiling) is not None
    return [_use(view, date, floor, ceiling, has_aftermath) for date in dates]


def _use(view: str, date: DateMention, floor: int, ceiling: int, has_aftermath: bool) -> Use:
    """What a date does in its sentence."""
    low, start = fold(view), date.start
    is_compared = date.precision in LONG and _stands("compared", low, max(floor, start - 64), start)
    is_counted = _stands("counted", low, max(floor, start - 16), start)
    is_said, declared_at = _saying(view, floor, date)
    is_aside = (
        is_compared
        or is_counted
        or _stands("until", low, max(floor, start - 20), start)
        or date_frames()["dispatched"].pattern.fullmatch(view, floor, start) is not None
    )
    return Use(
        date,
        not (is_aside or is_said),
        NOWHERE if is_aside else declared_at,
        is_said,
        is_compared,
        is_counted,
        has_aftermath and _dates_aftermath(low, floor, ceiling, date),
    )


def _saying(view: str, floor: int, date: DateMention) -> tuple[bool, int]:
    """Whether a date tells when something was said ("officials told Reuters on Wednesday"), and where it was declared.

    What is declared in the passive is an act, which the date dates.
    """
    if OWNER.match(view, date.end):
        return False, NOWHERE
    sayings, addressees = _sayings(), clause_words("addressees")
    for found in list(WORD.finditer(view, max(floor, date.start - 60), date.start))[: -BACK - 1 : -1]:
        word = found[0]
        if word in sayings:
            if word not in clause_words("declared"):
                return True, NOWHERE
            at = found.start()
            is_done = _stands("done", view, max(floor, at - 24), at)
            return (False, NOWHERE) if is_done else (True, at)
        if word not in addressees and not word[0].isupper():
            break
    return False, NOWHERE


def _dates_aftermath(low: str, floor: int, ceiling: int, date: DateMention) -> bool:
    """Whether a date tells when people dealt with what had happened."""
    if low.endswith(("after", "before"), date.start, date.end):
        return False
    opens, closes = clause_start(low, floor, date.start), clause_end(low, date.end, ceiling)
    return not clause_words("aftermath").isdisjoint(re.findall(r"[a-z]+", low[opens : min(closes, date.end + BEHIND)]))


def reports_speech(view: str, start: int, end: int) -> bool:
    """Whether a sentence tells what somebody said."""
    return _speech().search(view[start:end]) is not None


def date_within(view: str, uses: Sequence[Use], floor: int, ceiling: int, start: int, end: int) -> DateMention | None:
    """The date of its sentence that dates what stands at `start:end`; dates of sayings are left out."""
    own = [use for use in uses if use.is_own or start <= use.declared_at < end]
    if len(own) > 1:
        own = own[:1] + [use for before, use in pairwise(own) if not _is_gloss(view, before.date, use.date)]
    low = fold(view)
    own = [use for use in own if not (use.date.end <= start and _stands("since", low, use.date.end, start))]
    if not own:
        return None
    opens, closes = clause_start(low, floor, start), clause_end(low, end, ceiling)
    if (told := _in_relative_clause(low, own, end, ceiling)) is not None:
        return told
    inside = [use.date for use in own if opens < use.date.end <= closes]
    if inside:
        return _nearest(inside, start, end)
    dates = [use.date for use in own if not use.is_aftermath]
    reachable = [date for date in dates if _reaches(low, date, floor, (start, end), opens)]
    if reachable:
        return _nearest(reachable, start, end)
    return dates[0] if dates and _heads(low, floor, dates[0]) and dates[0].end <= start else None


def _is_gloss(view: str, before: DateMention, date: DateMention) -> bool:
    """Whether a date that nobody can read only repeats the one before it ("tomorrow (5/6)")."""
    return date.first is None and before.first is not None and view[before.end : date.start] == " ("


def _in_relative_clause(low: str, own: list[Use], end: int, ceiling: int) -> DateMention | None:
    """The day named in a relative clause directly behind the words ("the truce that they signed on Monday")."""
    opening = RELATIVE_BEHIND.match(low, end)
    if opening is None:
        return None
    opens, closes = opening.end(), clause_end(low, opening.end() + 4, ceiling)
    inside = [use.date for use in own if opens <= use.date.start and use.date.end <= closes]
    return next((date for date in inside if date.precision is DatePrecision.DAY), None)


def _heads(low: str, floor: int, date: DateMention) -> bool:
    """Whether a date stands as a heading before its sentence ("29 April: …")."""
    return LIST_MARK.fullmatch(low, floor, date.start) is not None and HEADING.match(low, date.end) is not None


def _nearest(dates: Sequence[DateMention], start: int, end: int) -> DateMention:
    """The date nearest to the trigger; the one behind it wins a tie."""
    return min(dates, key=lambda d: (d.start - end, 0) if d.start >= end else (max(0, start - d.end), 1))


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
