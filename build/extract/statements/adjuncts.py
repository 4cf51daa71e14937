"""Adjuncts: time, channel and audience between a verb and what is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import MASK, Unit
from newsledger.build.extract.statements.words import ADVERBS

LONG_ADJUNCT = re.compile(
    r",? ?(?!at (?:least|most)\b|on (?:the )?condition\b|(?:over|about|by) \d)"
    r"(?:during|after|following|at|in|on|from|amid|ahead of|as|when|"
    r"before|by|over|for|about|with|upon|while)\b"
    rf"[^:;{MASK}]{{2,90}}?(?=,? that\b|[,:] ?{MASK}|: ?$|:$)"
)
# "told the broadcaster (ORT) CLAUSE"
SHORT_FORM = re.compile(r" \([A-Z][\w.-]{1,7}\)")
SPACE = re.compile(r",? +")


@dataclass(frozen=True, slots=True)
class Adjuncts:
    """What stands between a verb and its complement: `end` is where the complement may begin."""

    end: int
    medium: tuple[int, int] | None = None
    addressee: tuple[int, int] | None = None


def read_adjuncts(unit: Unit, at: int) -> Adjuncts:
    """Skip expressions of time, channel and audience after a verb."""
    medium = addressee = None
    text, end = unit.masked, at
    for _ in range(6):
        m = SPACE.match(text, end, unit.end)
        if m is None:
            break
        begin = m.end()
        if text.startswith("that ", begin):
            break
        word = unit.words[k].low if (k := unit.word_at(begin)) < len(unit.words) else ""
        if (found := section("media").match(text, begin, unit.end)) and found.end() > begin:
            medium = medium or (begin, found.end())
        elif (found := section("times", "conditions").match(text, begin, unit.end)) and found.end() > begin:
            pass
        elif (found := section("others").match(text, begin, unit.end)) and found.end() > begin:
            addressee = addressee or (begin, found.end())
        elif _is_adverb(unit, begin, word):
            end = begin + len(word)
            continue
        else:
            break
        end = found.end()
    if not text.startswith(" that ", end) and (found := LONG_ADJUNCT.match(text, end, unit.end)):
        end = found.end()
    return Adjuncts(end, medium, addressee)


def _is_adverb(unit: Unit, begin: int, word: str) -> bool:
    """Whether an adverb stands between a verb and what is said: "said bitterly that"."""
    if word.endswith("ly") and unit.masked.startswith(" that ", begin + len(word)):
        return True
    return word in ADVERBS and word not in ("there", "all", "both", "here", "no")


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
