"""Adjuncts: time, channel and audience between a verb and what is said."""

from __future__ import annotations

import re
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


def read_adjuncts(unit: Unit, at: int) -> Adjuncts:
    """Skip expressions of time, channel and audience after a verb."""
    text, end, medium = unit.masked, at, None
    for _ in range(6):
        space = SPACE.match(text, end, unit.end)
        if space is None or text.startswith("that ", begin := space.end()):
            break
        if found := section("media").match(text, begin, unit.end):
            medium = medium or found.span()
            end = found.end()
        elif found := section("times", "conditions", "others").match(text, begin, unit.end):
            end = found.end()
        elif word := _adverb_at(unit, begin):
            end = begin + len(word)
        else:
            break
    if text.startswith(" that ", end) or not (found := section("long_adjuncts").match(text, end, unit.end)):
        return Adjuncts(end, medium)
    return Adjuncts(found.end(), medium)


def _adverb_at(unit: Unit, begin: int) -> str:
    """The adverb between a verb and what is said, if one stands there: "said bitterly that"."""
    word = unit.words.low_at(begin)
    that = word.endswith("ly") and unit.masked.startswith(" that ", begin + len(word))
    return word if that or word in PLAIN_ADVERBS else ""


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
