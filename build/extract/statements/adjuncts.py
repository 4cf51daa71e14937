"""Adjuncts: time, channel and audience between a verb and what is said."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import ADVERBS

# "told the broadcaster (ORT) CLAUSE"
SHORT_FORM = re.compile(r" \([A-Z][\w.-]{1,7}\)")
SPACE = re.compile(r",? +")
PLAIN_ADVERBS = ADVERBS - {"there", "all", "both", "here", "no"}


class Adjuncts(NamedTuple):
    """What stands between a verb and its complement: `end` is where the complement may begin."""

    end: int
    medium: tuple[int, int] | None = None


@cache
def _adjunct() -> re.Pattern[str]:
    """An expression of time, channel or audience; the channel is a group."""
    others = section("times", "conditions", "others").pattern
    return re.compile(rf",? +(?!that |\s)(?:(?P<medium>{section('media').pattern})|{others})")


def read_adjuncts(unit: Unit, at: int) -> Adjuncts:
    """Skip expressions of time, channel and audience after a verb."""
    text, end, medium = unit.masked, at, None
    for _ in range(6):
        if text.startswith(" that ", end):
            return Adjuncts(end, medium)
        if found := _adjunct().match(text, end, unit.end):
            medium = medium or (found.span("medium") if found["medium"] else None)
            end = found.end()
        elif (adverb := _adverb_end(unit, end)) > end:
            end = adverb
        else:
            break
    found = section("long_adjuncts").match(text, end, unit.end)
    return Adjuncts(found.end() if found else end, medium)


def _adverb_end(unit: Unit, at: int) -> int:
    """Where the adverb that stands between a verb and what is said ends, if one does: "said bitterly that"."""
    space = SPACE.match(unit.masked, at, unit.end)
    if space is None:
        return at
    word = unit.words.low_at(space.end())
    end = space.end() + len(word)
    that = word[-2:] == "ly" and unit.masked.startswith(" that ", end)
    return end if that or word in PLAIN_ADVERBS else at


def skip_space(unit: Unit, at: int, marks: str = " ,:") -> int:
    """The first offset at or after `at` that holds none of the marks."""
    while at < unit.end and unit.masked[at] in marks:
        at += 1
    return at


def addressee_end(unit: Unit, begin: int, limit: int) -> int:
    """Where the person or outlet addressed ends (`begin` if none is read there)."""
    m = section("addressees").match(unit.masked, begin, min(limit, unit.end))
    best = m.end() if m else begin
    if short := SHORT_FORM.match(unit.masked, best, unit.end):
        best = short.end()
    return best
