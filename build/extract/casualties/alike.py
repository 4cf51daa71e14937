"""Alike: whether two figures can be about the same people, by the nouns that name them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.extract.casualties.words import casualty_words
from newsledger.build.lexicon.loader import load_yaml
from newsledger.schema.vocabularies import Quantifier

FEW = 10


@dataclass(frozen=True)
class RepeatWords:
    """The lexicon of repeats: nouns that fit anybody, nouns for the same people, words that add or set apart."""

    generic: frozenset[str]
    alike: tuple[frozenset[str], ...]
    additional: re.Pattern[str]
    apart: re.Pattern[str]
    speaks_for: frozenset[str]
    same_hedge: frozenset[Quantifier]
    unsaid: frozenset[str]


@cache
def repeat_words() -> RepeatWords:
    """The lexicon, loaded once."""
    data = load_yaml("casualty_repeats")
    return RepeatWords(
        frozenset(data["generic"]),
        tuple(frozenset(group) for group in data["alike"]) + casualty_words().alike,
        re.compile(data["additional"]),
        re.compile(data["apart"]),
        frozenset(data["speaks_for"]),
        frozenset(Quantifier(hedge) for hedge in data["same_hedge"]),
        frozenset(data["unsaid"]),
    )


def nouns(finding: Finding) -> set[str]:
    """The nouns that tell who the people of a finding are."""
    return {" ".join(noun.words) for part in finding.parts for noun in part.nouns[-1:] if noun.words}


def telling_nouns(finding: Finding) -> set[str]:
    """The nouns of a finding without those that fit anybody."""
    return nouns(finding) - repeat_words().generic


def alike(x: set[str], y: set[str]) -> bool:
    """Whether two sets of nouns may name the same people: each noun has its like among the others."""
    return all(any(akin(n, m) for m in y) for n in x) and all(any(akin(n, m) for n in x) for m in y)


def akin(noun: str, other: str) -> bool:
    """Whether two nouns can name the same people."""
    return noun == other or any(noun in group and other in group for group in repeat_words().alike)


def people_agree(x: Finding, y: Finding, headed: bool) -> bool:
    """Whether the people of a later figure can be those of an earlier one."""
    if headed and is_numberless(x):
        return True
    if x.count == 1 or (x.quantifier is Quantifier.VAGUE and x.count_min is None):
        return _same_people(x, y, headed)
    first, second = telling_nouns(x), telling_nouns(y)
    if headed or alike(first, second) or not first or not second:
        return True
    return not are_others(x, y) and x.count is not None and x.count >= FEW


def are_others(x: Finding, y: Finding) -> bool:
    """Whether both have nouns that tell who they are, and these name different people."""
    first, second = telling_nouns(x), telling_nouns(y)
    known = all(any(group & nouns for group in repeat_words().alike) for nouns in (first, second))
    return known and not alike(first, second)


def _same_people(x: Finding, y: Finding, headed: bool) -> bool:
    """Whether a single victim, or people without a number, are those of an earlier figure."""
    if x.part is None or y.part is None:
        return False
    if y.part.kind == "he":
        return True
    both_named = x.part.kind == "named" and y.part.kind == "named"
    if x.count == 1 and not both_named and alike(nouns(x), nouns(y)) and (headed or y.part.definite or y.part.bare):
        return True
    if headed and x.count == 1 and (y.part.kind == "named" or not nouns(x)):
        return True
    if both_named:
        return x.part.low == y.part.low
    return bool(nouns(x) & nouns(y)) and (y.part.definite or x.count != 1)


def is_numberless(finding: Finding) -> bool:
    """Whether a finding counts nobody."""
    return (finding.count, finding.count_min, finding.count_max) == (None, None, None)
