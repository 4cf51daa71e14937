"""Vague numbers: "dozens", "tens of thousands", "several hundred", "a number of", "some"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.number_vetoes import is_measure
from newsledger.build.mentions.number_words import NumberCore, number_lexicon

WORD = re.compile(r" ([a-z][a-z’'-]*)")
ARTICLE = re.compile(r"(?:quite )?an? $")
SAME_NUMBER = re.compile(r"(?:twice|double) (?:that|as many|the|this)(?: (?:number|figure|total|many)\b)?(?! as)")
OPENING_MARKS = '(“"‘'
WINDOW = 60


@dataclass(frozen=True)
class VagueLexicon:
    """Vague words, the least each means, and the words that give them another sense."""

    least: dict[str, int | None]
    multipliers: dict[str, int]
    products: dict[str, int]
    phrase: re.Pattern[str]
    number_of: re.Pattern[str]
    some_after: frozenset[str]
    many_before: frozenset[str]
    scores_before: frozenset[str]


@cache
def vague_lexicon() -> VagueLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    scales = trie_pattern([*data["magnitudes"], *data["multipliable"]])
    multipliers, products = trie_pattern(data["vague_multipliers"]), trie_pattern(data["vague_products"])
    return VagueLexicon(
        data["vague"],
        data["vague_multipliers"],
        data["vague_products"],
        re.compile(
            rf"(?P<multiplier>{multipliers}) (?P<scale>{scales})(?: (?P<scale2>thousand|million))?\b"
            rf"|(?P<product>{products}) (?:of|upon|and) (?P<plural>hundreds|thousands|millions|dozens|scores)\b"
        ),
        re.compile(data["number_phrase"] + "$"),
        frozenset(data["some_after"]),
        frozenset(data["many_before"]),
        frozenset(data["scores_before"]),
    )


def read_product(low: str, at: int, floor: int) -> NumberCore | None:
    """Read "several hundred", "tens of thousands" or "a few dozen"; `at` is its first word, an article apart.

    >>> read_product("a few dozen men", 2, 0).least
    24
    """
    lexicon, scale_of = vague_lexicon(), number_lexicon().scale
    begin = at - 2 if low.startswith("a ", at - 2) and at - 2 >= floor else at
    found = lexicon.phrase.match(low, begin) or lexicon.phrase.match(low, at)
    if found is None:
        return None
    if found["multiplier"]:
        scale = scale_of(found["scale"]) * (scale_of(found["scale2"]) if found["scale2"] else 1)
        return NumberCore(found.start(), found.end(), None, None, lexicon.multipliers[found["multiplier"]] * scale)
    least = lexicon.products[found["product"]] * (lexicon.least[found["plural"]] or 1)
    return NumberCore(found.start(), found.end(), None, None, least)


def read_vague(low: str, at: int, word: str, floor: int) -> NumberCore | None:
    """Read a vague word at `at`, unless the words around it give it another sense."""
    lexicon, end = vague_lexicon(), at + len(word)
    window = low[max(floor, at - WINDOW) : at]
    core = NumberCore(at, end, None, None, lexicon.least[word])
    follower = WORD.match(low, end)
    after = follower[1] if follower else ""
    if word == "number":
        phrase = lexicon.number_of.search(window + "number of") if after == "of" else None
        return replace(core, start=at - len(window) + phrase.start(), end=end + 3) if phrase else None
    if word == "handful":
        return replace(core, start=at - 2) if window.endswith("a ") and after != "to" else None
    previous = window.rstrip().rpartition(" ")[2].lstrip(OPENING_MARKS) if window.endswith(" ") else ""
    if is_measure(low, end) or _has_other_sense(lexicon, word, previous, after, low[end : end + 1]):
        return None
    if word == "few" and (article := ARTICLE.search(window)):
        return replace(core, start=at - len(article[0]))
    return core


def _has_other_sense(lexicon: VagueLexicon, word: str, previous: str, after: str, behind: str) -> bool:
    """Whether a vague word is no count where it stands: "how many", "some time", "he scores", "some 40"."""
    if word == "some":
        return not after or (after in lexicon.some_after and after != "of")
    if word in ("many", "few"):
        is_idiom = previous in lexicon.many_before or previous == "the"
        return is_idiom or after in ("times", "ways", "a", "thing", "things") or not (after or behind in ",.;:")
    if word == "scores":
        return previous in lexicon.scores_before or after in ("a", "the", "his", "her", "for", "against", "and", "in")
    if word == "tens":
        return after != "of"
    return word in ("untold", "multiple", "numerous", "countless", "innumerable") and not after


def read_same_number(low: str, at: int) -> NumberCore | None:
    """Read "twice that number", which depends on a number told before."""
    found = SAME_NUMBER.match(low, at)
    return NumberCore(at, found.end(), None, None) if found else None
