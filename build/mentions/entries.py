"""The lexicon of everything a noun phrase may hold, by key."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, NamedTuple

from newsledger.build.mentions.bodies import Body, bodies
from newsledger.build.mentions.gazetteer import Country, Place, countries, gazetteer
from newsledger.build.mentions.roles import Head, heads, phrase_words, word_lists


class Tag:
    """The part a run of words plays in a noun phrase."""

    DETERMINER: Final = 1
    MODIFIER: Final = 2
    NUMBER: Final = 3
    ADJECTIVE: Final = 4  # of a country or people: "Israeli"
    PEOPLE: Final = 5  # "Israelis"
    COUNTRY: Final = 6
    PLACE: Final = 7
    BODY: Final = 8  # a named organisation or armed group
    HEAD: Final = 9
    TITLE: Final = 10
    NAME: Final = 11  # capitalised and in no lexicon
    PARTICLE: Final = 12


Payload = Country | tuple[Place, ...] | Body | Head | None


class Tagged(NamedTuple):
    """Words `first` to `last` (exclusive) with their tag and what the lexicon knows of them."""

    first: int
    last: int
    tag: int
    payload: Payload


@dataclass(frozen=True)
class Lexicon:
    """All lexicon keys: names need a capital in the text, nouns do not.

    `longest` is the most words a key has by its first word, `longest_noun` the same for words in small letters; `plain`
    are the nouns whose word begins no longer key; `seconds` the second words of longer keys by first word, with and
    without the s for which an owner's mark may stand.
    """

    names: dict[str, tuple[int, Payload]]
    acronyms: dict[str, tuple[int, Payload]]
    nouns: dict[str, tuple[int, Payload]]
    longest: dict[str, int]
    longest_noun: dict[str, int]
    plain: dict[str, tuple[int, Payload]]
    seconds: dict[str, set[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon of everything a noun phrase may hold; where names clash, bodies go before countries before places."""
    table = countries()
    groups, group_acronyms = bodies()
    names: dict[str, tuple[int, Payload]] = {}
    layers: tuple[tuple[int, Iterable[tuple[str, Payload]]], ...] = (
        (Tag.ADJECTIVE, table.adjectives.items()),
        (Tag.PEOPLE, table.people.items()),
        (Tag.COUNTRY, table.names.items()),
        (Tag.BODY, groups.items()),
        (Tag.PLACE, gazetteer().items()),
    )
    for tag, entries in layers:
        for key, payload in entries:
            names.setdefault(key, (tag, payload))
    acronyms: dict[str, tuple[int, Payload]] = {key: (Tag.COUNTRY, country) for key, country in table.acronyms.items()}
    for key, body in group_acronyms.items():
        acronyms.setdefault(key, (Tag.BODY, body))
    nouns: dict[str, tuple[int, Payload]] = {key: (Tag.HEAD, head) for key, head in heads().items()}
    words = word_lists()
    for word in sorted(words["modifiers"]):
        nouns.setdefault(word, (Tag.MODIFIER, None))
    for word in sorted(words["determiners"]):
        nouns[word] = (Tag.DETERMINER, None)
    longest_noun = _longest(nouns)
    longest = _longest((*names, *nouns))
    for first in sorted(phrase_words("lower_names")):
        longest_noun[first] = longest.get(first, 1)
    plain = {word: hit for word, hit in nouns.items() if longest_noun.get(word) == 1}
    seconds: defaultdict[str, set[str]] = defaultdict(set)
    for key in (*names, *nouns):
        first, space, rest = key.partition(" ")
        if space:
            second = rest.partition(" ")[0]
            seconds[first].update((second, second.removesuffix("s")))
    return Lexicon(names, acronyms, nouns, longest, longest_noun, plain, dict(seconds))


def _longest(keys: Iterable[str]) -> dict[str, int]:
    """The most words that a key has, by first word."""
    longest: defaultdict[str, int] = defaultdict(int)
    for key in keys:
        first, count = key.split(" ", 1)[0], key.count(" ") + 1
        longest[first] = max(longest[first], count)
    return dict(longest)
