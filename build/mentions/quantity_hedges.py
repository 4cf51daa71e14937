"""Hedges around a number, and the bounds they set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.schema.vocabularies import Quantifier

LONGEST_HEDGE, WINDOW, MOST_HEDGES = 6, 48, 3
OPENING_MARKS = '(“"‘—–'
ADDITIONAL = ("another ", "a further ", "an additional ", "additional ", "yet another ", "an extra ")
MORE_BEHIND = re.compile(r" (?:more|others|additional|further)\b(?! than)")


@dataclass(frozen=True)
class HedgeLexicon:
    """Hedges by their words, and a pattern of what may follow a number, its groups named for what they make of it."""

    before: dict[str, Quantifier]
    verbs: dict[str, Quantifier]
    last_words: frozenset[str]
    particle_verbs: frozenset[str]
    after: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hedged:
    """A number's whole phrase, its quantifier, and whether it comes on top of another number."""

    start: int
    end: int
    quantifier: Quantifier
    is_additional: bool


@cache
def hedge_lexicon() -> HedgeLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    before = {phrase: Quantifier(key) for key, phrases in data["hedges_before"].items() for phrase in phrases}
    verbs = {word: Quantifier(key) for key, words in data["verb_hedges"].items() for word in words}
    return HedgeLexicon(
        before,
        verbs,
        frozenset(phrase.rpartition(" ")[2] for phrase in [*before, *verbs]),
        frozenset(data["particle_verbs"]),
        re.compile("|".join(f"(?P<{key}>{pattern})" for key, pattern in data["hedges_after"].items())),
    )


def bounds(count: int, quantifier: Quantifier) -> tuple[int | None, int | None]:
    """The least and the most that a hedged number allows.

    >>> bounds(220, Quantifier.MORE_THAN), bounds(500, Quantifier.NEARLY), bounds(40, Quantifier.ABOUT)
    ((221, None), (None, 500), (None, None))
    """
    if quantifier is Quantifier.EXACT:
        return count, count
    if quantifier in (Quantifier.AT_LEAST, Quantifier.MORE_THAN):
        return count + (quantifier is Quantifier.MORE_THAN), None
    if quantifier is Quantifier.FEWER_THAN:
        return None, max(0, count - 1)
    return None, count if quantifier in (Quantifier.AT_MOST, Quantifier.NEARLY) else None


def read_hedges(low: str, start: int, end: int, floor: int) -> Hedged:
    """Read the hedges around the number at `start:end`; a bound outweighs an "about".

    >>> text = "at least some 40 people"
    >>> read_hedges(text, 14, 16, 0)
    Hedged(start=0, end=16, quantifier=<Quantifier.AT_LEAST: 'at_least'>, is_additional=False)
    """
    opens, before = _hedges_before(low, start, floor)
    closes, after = _hedge_after(low, end)
    quantifier = Quantifier.EXACT
    for hedge in before if after is None else (*before, after):
        if quantifier is Quantifier.EXACT or (quantifier is Quantifier.ABOUT and hedge is not Quantifier.EXACT):
            quantifier = hedge
    is_additional = low.startswith(ADDITIONAL, opens) or MORE_BEHIND.match(low, closes) is not None
    return Hedged(opens, closes, quantifier, is_additional)


def _hedges_before(low: str, start: int, floor: int) -> tuple[int, list[Quantifier]]:
    """The hedges directly before a number, outermost first, and where they begin."""
    lexicon = hedge_lexicon()
    hedges: list[Quantifier] = []
    if start > floor and low[start - 1] in lexicon.before:
        return start - 1, [lexicon.before[low[start - 1]]]
    while len(hedges) < MOST_HEDGES and start > floor and low[start - 1] == " ":
        words = low[max(floor, start - WINDOW) : start - 1].split(" ")
        if words[-1].lstrip(OPENING_MARKS) not in lexicon.last_words:
            break
        found = _longest(words, lexicon.before)
        if found == "over" and len(words) > 1 and words[-2] in lexicon.particle_verbs:
            break
        if found is None:
            verb = lexicon.verbs.get(words[-1])
            return (start, [verb]) if verb and not hedges else (start, hedges)
        start -= 1 + len(found)
        hedges.insert(0, lexicon.before[found])
    return start, hedges


def _longest(words: list[str], phrases: dict[str, Quantifier]) -> str | None:
    """The longest hedge that ends a list of words."""
    for size in range(min(LONGEST_HEDGE, len(words)), 0, -1):
        phrase = " ".join(words[-size:]).lstrip(OPENING_MARKS)
        if phrase in phrases:
            return phrase
    return None


def _hedge_after(low: str, end: int) -> tuple[int, Quantifier | None]:
    """The hedge directly behind a number and where it ends."""
    found = hedge_lexicon().after.match(low, end)
    return (found.end(), Quantifier(str(found.lastgroup))) if found is not None else (end, None)
