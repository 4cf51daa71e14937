"""Quantities: a number or vague word with its hedge, as bounds."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.number_ranges import YEARS, read_range, share_end
from newsledger.build.mentions.number_vetoes import (
    counts_nothing,
    figure_end_if_no_number,
    is_measure,
    is_pronoun_one,
    word_before,
)
from newsledger.build.mentions.number_words import (
    Cardinal,
    NumberCore,
    number_lexicon,
    read_cardinal,
    read_count_words,
    read_number,
)
from newsledger.build.mentions.quantity_hedges import bounds, read_hedges
from newsledger.build.mentions.vague_numbers import (
    WORD,
    read_product,
    read_same_number,
    read_vague,
    vague_lexicon,
)
from newsledger.schema.vocabularies import Quantifier

__all__ = ["Quantity", "find_quantities", "read_count_words", "read_number"]

ROUND_PLURAL = re.compile(r"(1000?s)\b")
REST_OF_WORD = re.compile(r"\w*(?:-\w+)*")
ARTICLE = re.compile(r"(?:(?<![\w-])(?:an? )?half[ -](?:a[ -])?|(?<![\w-])a )$")
COLLECTIVE = re.compile(r"(?:a )?([a-z]+)\b")
SCALED_COLLECTIVE = re.compile(r"(?: of)? (hundred|thousand|million|dozen)\b")
COUNTED = re.compile(r" (?:were|was|or|killed|dead|wounded|more)\b")
NO_ZERO_BEFORE = re.compile(r"(?:ground|below|above|sub|absolute|net|to) $")
# A word that a headline in title case would write with a capital.
PLAIN_WORD = re.compile(r"\b(?!(?:with|from|over|after|into|amid|near|that|than|says)\b)[a-z]{4,}\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number of things. `start:end` includes the hedge, `number_start:number_end` is the number alone.

    `is_zero` marks "no", "none" and "zero"; `is_additional` a number on top of another ("another 400", "12 more").
    """

    start: int
    end: int
    number_start: int
    number_end: int
    count: int | None
    count_min: int | None
    count_max: int | None
    quantifier: Quantifier
    is_zero: bool = False
    is_additional: bool = False


@dataclass(frozen=True)
class QuantityLexicon:
    """What to look for, and the words that decide about a zero or a collective.

    `automaton` finds the first words of what `anchor` matches.
    """

    anchor: re.Pattern[str]
    automaton: AhoCorasick
    zeros: frozenset[str]
    no_after: frozenset[str]
    collectives: dict[str, int]


@cache
def quantity_lexicon() -> QuantityLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    numbers = [*data["units"], *data["teens"], *data["tens"], *data["magnitudes"], *data["collectives"]]
    anchors = [*numbers, *data["vague"], *data["zero"], "half", "quarter", "twice", "double"]
    words = [word for word in anchors if not word[0].isdigit()]
    return QuantityLexicon(
        re.compile(rf"\d|(?<![\w-])(?:{trie_pattern(words)})(?!\w)"),
        AhoCorasick([*filter(str.isdecimal, map(chr, range(sys.maxunicode))), *filter(str.isalpha, words)]),
        frozenset(data["zero"]),
        frozenset(data["no_after"]),
        data["collectives"],
    )


def find_quantities(view: str, spans: Iterable[tuple[int, int]]) -> tuple[Quantity, ...]:
    """Read the quantities in some spans of a view, none of which reaches over the end of its span.

    Years, ages, ordinals, money, percentages, distances, times, scores and other measures are not quantities here.
    """
    low, anchor = fold(view), quantity_lexicon().anchor
    starts = anchor_starts(low)
    found: list[Quantity] = []
    for start, end in spans:
        pos = floor = start
        for at in starts[bisect_left(starts, start) : bisect_left(starts, end)]:
            match = anchor.match(low, at, end) if at >= pos else None
            if match is None:
                continue
            quantity, pos = _read_at(view, low, match, floor, end)
            if quantity is not None and quantity.end <= end:
                found.append(quantity)
                floor = quantity.end
    return tuple(found)


def anchor_starts(low: str) -> list[int]:
    """Where in a lower-case text a digit stands or the letters of a number word begin, inside of words too.

    >>> anchor_starts("no. 12, none at noon")
    [0, 4, 5, 8, 16]
    """
    return [start for _, start, _ in quantity_lexicon().automaton.find_matches_as_indexes(low)]


def _read_at(view: str, low: str, match: re.Match[str], floor: int, end: int) -> tuple[Quantity | None, int]:
    """The quantity at an anchor, if one is meant there, and where to read on."""
    at, word = match.start(), match[0]
    if word.isdigit():
        return _figure_at(view, low, at, floor, end)
    if word in quantity_lexicon().zeros:
        return _zero(low, at, match.end()), match.end()
    if word in ("twice", "double"):
        core = read_same_number(low, at)
        return (_hedged(low, core, floor), core.end) if core else (None, match.end())
    product = read_product(low, at, floor)
    if product is not None:
        return (None if is_measure(low, product.end) else _hedged(low, product, floor)), product.end
    if word in vague_lexicon().least:
        core = read_vague(low, at, word, floor)
        return (_hedged(low, core, floor) if core else None), match.end()
    return _cardinal_at(view, low, at, floor, end)


def _figure_at(view: str, low: str, at: int, floor: int, end: int) -> tuple[Quantity | None, int]:
    """A number in figures, unless the digits are no plain number."""
    vague = ROUND_PLURAL.match(low, at)
    if vague is not None:
        core = read_vague(low, at, vague[1], floor)
        return (_hedged(low, core, floor) if core else None), vague.end()
    skipped = figure_end_if_no_number(low, at)
    return (None, skipped) if skipped is not None else _cardinal_at(view, low, at, floor, end)


def _zero(low: str, start: int, end: int) -> Quantity | None:
    """A count of nothing: "no" before a noun phrase, "none", "nobody"."""
    follower, word, lexicon = WORD.match(low, end), low[start:end], quantity_lexicon()
    if word in ("no", "zero", "not a single") and (follower is None or follower[1] in lexicon.no_after):
        return None
    if word == "zero" and NO_ZERO_BEFORE.search(low, max(0, start - 10), start):
        return None
    return Quantity(start, end, start, end, 0, 0, 0, Quantifier.EXACT, is_zero=True)


def _cardinal_at(view: str, low: str, at: int, floor: int, end: int) -> tuple[Quantity | None, int]:
    """A number, range or collective at `at`."""
    article = ARTICLE.search(low, max(floor, at - 18), at) if low[at - 2 : at] in ("a ", "a-", "f ", "f-") else None
    start = article.start() if article else at
    cardinal = read_cardinal(low, start) or _collective(low, start, at)
    if cardinal is None:
        return None, _word_end(low, at)
    core = read_range(low, cardinal, floor, end)
    if isinstance(core, int):
        return None, core
    if counts_nothing(view, low, cardinal.start, core.end, cardinal.value):
        return None, max(core.end, _word_end(low, core.end - 1))
    if share := share_end(low, core):
        return None, share
    if _is_other(view, low, core, floor):
        return None, core.end
    quantity = _hedged(low, core, floor)
    return quantity, quantity.end


def _is_other(view: str, low: str, core: NumberCore, floor: int) -> bool:
    """Whether the number is a span of years, a pronoun or part of a name."""
    if YEARS.fullmatch(low, core.start, core.end):
        return True
    if low[core.start : core.end] == "one" and is_pronoun_one(low, core.start, core.end):
        return True
    return _is_name(view, core.start, core.end, floor)


def _word_end(low: str, at: int) -> int:
    """The end of the word that stands at `at`."""
    found = REST_OF_WORD.match(low, at)
    return max(at + 1, found.end() if found else 0)


def _collective(low: str, start: int, at: int) -> Cardinal | None:
    """Read "a couple", "a pair of", "a score of", "the dozen": collectives that stand for a number by themselves."""
    found, collectives, scale_of = COLLECTIVE.match(low, start), quantity_lexicon().collectives, number_lexicon().scale
    if found is None:
        return None
    word = found[1]
    if word not in collectives or word == "dozen":
        scale = scale_of(word)
        return Cardinal(start, found.end(), scale, scale) if scale else None
    scaled = SCALED_COLLECTIVE.match(low, found.end())
    if scaled is not None and word == "couple":
        return Cardinal(start, scaled.end(), 2 * scale_of(scaled[1]), 1)
    is_count = low.startswith(" of ", found.end()) or (word in ("couple", "score") and COUNTED.match(low, found.end()))
    return Cardinal(start, found.end(), collectives[word], 1) if start < at and is_count else None


def _is_name(view: str, start: int, end: int, floor: int) -> bool:
    """Whether a number word with a capital inside a sentence is part of a name ("the Seven Sisters")."""
    word = view[start:end]
    if not word[0].isupper() or not word.isalpha() or word.isupper():
        return False
    before = word_before(view[max(floor, start - 24) : start])
    if not before.islower() or not before.isalpha():
        return False
    if not view[end : end + 2].strip().isupper():
        return before == "of"
    return PLAIN_WORD.search(view, max(floor, start - 60), end + 60) is not None


def _hedged(low: str, core: NumberCore, floor: int) -> Quantity:
    """The number with its hedges and bounds."""
    hedged = read_hedges(low, core.start, core.end, floor)
    count, quantifier = core.low, hedged.quantifier
    if core.low is None:
        least, most, quantifier = core.least, None, Quantifier.VAGUE
    elif core.low != core.high:
        count, least, most, quantifier = None, core.low, core.high, Quantifier.RANGE
    else:
        least, most = bounds(core.low, quantifier)
    return Quantity(
        hedged.start,
        hedged.end,
        core.start,
        core.end,
        count,
        least,
        most,
        quantifier,
        is_additional=hedged.is_additional,
    )
