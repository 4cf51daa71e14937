"""Word classes of evacuation rules, and the masked sentence that the rules are matched on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsledger.build.extract.evacuations.rules import phrase
from newsledger.build.lexicon.loader import load_yaml, read_table
from newsledger.build.mentions.numbers import Quantity
from newsledger.build.mentions.places import PlaceMention

WORD = re.compile(r"[^\W\d_]+(?:['’.&-][^\W\d_]+)*")
BETWEEN_WORDS = re.compile(f"({WORD.pattern})")
LETTERS = {"people": "P", "displaced": "R", "households": "H", "persons": "S", "forces": "F", "outsiders": "O"}
# Peoples whose name is also an adjective ("Lebanese", "British"): people only where no noun follows.
LIKE_ADJECTIVES = re.compile(r"(?:ese|ish|sh|ch|iss|ni-vanuatu|kanak|kyrgyz|abkhaz|burkinabe)$")
COMPASS = re.compile(r"(?:north|south|east|west)\w* of\b")
NO_NOUN_AFTER = re.compile(
    r"['’]?(?:$|[.,;:!?)”\"]| (?:to|who|in|from|at|on|have|has|had|are|were|be|fled|fleeing|flee|living|still|alike|"
    r"and|or|should|must|not|can|cannot|could|will|would|also|out|left|return|returned|leave|evacuated|cross|crossed|escape|"
    r"displaced|uprooted|stranded|trapped|forced|driven|seeking|sheltering|crossing|returning|escaping|arriving|leaving|"
    r"heading|streaming|trying|whose|citizens|nationals)\b)"
)


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The word lists of data/evacuation_words.yml, in lower case.

    Raises:
        ValueError: an entry is no string.
    """
    raw = load_yaml("evacuation_words")
    if wrong := [word for words in raw.values() for word in words if not isinstance(word, str)]:
        raise ValueError(f"evacuation_words.yml: {wrong} need quotation marks")
    return {name: frozenset(word.lower() for word in words) for name, words in raw.items()}


@cache
def peoples() -> tuple[frozenset[str], frozenset[str]]:
    """Plural names of peoples from countries.csv: those that are only nouns, and those that are adjectives too."""
    names: set[str] = set()
    for row in read_table("countries.csv"):
        adjectives = [name.split()[-1] for name in row["adjectives"].split(";") if name]
        names.update(name.split()[-1].lower() for name in row["people"].split(";") if name)
        names.update(name.lower() for name in adjectives if LIKE_ADJECTIVES.search(name.lower()))
        names.update(name.lower() + "s" for name in adjectives if name.endswith(("n", "i", "b", "k", "t", "o", "e")))
    both = frozenset(name for name in names if LIKE_ADJECTIVES.search(name))
    return frozenset(names) - both - {"hongs", "uss"}, both


@cache
def letters() -> dict[str, str]:
    """The class letter of each classed word; earlier classes win."""
    lists = word_lists()
    found: dict[str, str] = {}
    for name, letter in LETTERS.items():
        for word in sorted(lists[name]):
            found.setdefault(word, letter)
    for word in sorted(peoples()[0]):
        found.setdefault(word, "P")
    for word in sorted(peoples()[1]):
        found.setdefault(word, "E")
    return found


def lowered(view: str) -> str:
    """The view in lower case, of the same length."""
    lower = view.lower()
    return lower if len(lower) == len(view) else "".join(c.lower() if len(c.lower()) == 1 else c for c in view)


def is_first_of_compound(pieces: list[str], at: int) -> bool:
    """Whether the word at `at` of a sentence split by `BETWEEN_WORDS` tells the kind of the noun after it.

    >>> [is_first_of_compound(["", "refugee", " ", word, ""], 1) for word in ("camps", "fled")]
    [True, False]
    """
    lists = word_lists()
    if pieces[at] not in lists["compound_firsts"] or at + 2 >= len(pieces) or pieces[at + 1] != " ":
        return False
    return pieces[at + 2] in lists["compound_heads"] or letters().get(pieces[at + 2]) in ("P", "H")


def place_starts(view: str, start: int, end: int, places: Iterable[PlaceMention]) -> list[int]:
    """Where places begin in a sentence: those known, save what lies north of one, and names where a place would stand.

    >>> place_starts("fled to Tarsk on foot", 0, 21, [])
    [8]
    """
    known = [place.start for place in places if COMPASS.match(view, place.start) is None]
    named = [match.start("name") for match in phrase("unknown_place").finditer(view, start, end)]
    return sorted({*known, *named})


def mask(lower: str, start: int, end: int, quantities: Iterable[Quantity], places: Iterable[int] = ()) -> str:
    """The sentence with classed words as letter and underscores, numbers as N, first words of places as L.

    `places` are the offsets where they begin. The result is as long as the sentence, so a match in it is a span of it.
    """
    known, routes = letters(), word_lists()["routes"]
    pieces = BETWEEN_WORDS.split(lower[start:end])
    for at, letter in enumerate(map(known.get, pieces)):
        if letter is None or (letter == "S" and is_first_of_compound(pieces, at)):
            continue
        if letter == "E":
            if not NO_NOUN_AFTER.match(lower, start + sum(map(len, pieces[: at + 1]))):
                continue
            letter = "P"
        pieces[at] = letter + "_" * (len(pieces[at]) - 1)
    masked = "".join(pieces)
    for place in places:
        word = WORD.match(masked, place - start)
        if word is not None and word[0].islower() and word[0] not in routes:
            masked = masked[: word.start()] + "L" + "_" * (len(word[0]) - 1) + masked[word.end() :]
    for quantity in quantities:
        if not (quantity.count or quantity.count_min or quantity.count_max):
            continue
        a, b = quantity.start - start, quantity.end - start
        masked = masked[:a] + "N" + "_" * (b - a - 1) + masked[b:]
    return masked
