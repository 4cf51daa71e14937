"""Word classes of evacuation rules, and the masked sentences that the rules are matched on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from newsledger.build.extract.evacuations.rules import phrase
from newsledger.build.lexicon.loader import load_yaml, read_table
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.text.sentences import Sentence

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


def is_first_of_compound(pieces: list[str], at: int) -> bool:
    """Whether the word at `at` of a text split by `BETWEEN_WORDS` tells the kind of the noun after it.

    >>> [is_first_of_compound(["", "refugee", " ", word, ""], 1) for word in ("camps", "fled")]
    [True, False]
    """
    lists = word_lists()
    if pieces[at] not in lists["compound_firsts"] or at + 2 >= len(pieces) or pieces[at + 1] != " ":
        return False
    return pieces[at + 2] in lists["compound_heads"] or letters().get(pieces[at + 2]) in ("P", "H")


class Words(NamedTuple):
    """The words of a text in lower case, where each begins, and the text in lower case with classed words masked."""

    texts: list[str]
    starts: list[int]
    masked: str


@lru_cache(maxsize=2)
def read_words(view: str) -> Words:
    """Split a view into words; a word of a class is masked as the letter of the class and underscores.

    >>> read_words("Miners fled.")
    Words(texts=['miners', 'fled'], starts=[0, 7], masked='P_____ fled.')
    """
    lower = fold(view)
    pieces = BETWEEN_WORDS.split(lower)
    texts, starts = pieces[1::2], list(accumulate(map(len, pieces[:-1])))[::2]
    for number, letter in enumerate(map(letters().get, texts)):
        if letter is None:
            continue
        word, at = texts[number], 2 * number + 1
        if letter == "S" and is_first_of_compound(pieces, at):
            continue
        if letter == "E":
            if not NO_NOUN_AFTER.match(lower, starts[number] + len(word)):
                continue
            letter = "P"
        pieces[at] = letter + "_" * (len(word) - 1)
    return Words(texts, starts, "".join(pieces))


def place_starts(view: str, places: Iterable[PlaceMention]) -> list[int]:
    """Where places begin in a view: those known, save what lies north of one, and names where a place would stand.

    >>> place_starts("fled to Tarsk on foot", [])
    [8]
    """
    known = {place.start for place in places if COMPASS.match(view, place.start) is None}
    return sorted(known.union(match.start("name") for match in phrase("unknown_place").finditer(view)))


def mask_places(masked: str, places: Iterable[int]) -> str:
    """A masked text with the first words of the places that begin at some offsets as L and underscores."""
    pieces: list[str] = []
    last, routes = 0, word_lists()["routes"]
    for place in places:
        word = WORD.match(masked, place)
        if word is not None and word[0].islower() and word[0] not in routes:
            pieces += (masked[last:place], "L" + "_" * (len(word[0]) - 1))
            last = word.end()
    return "".join((*pieces, masked[last:]))


@lru_cache(maxsize=1)
def masked_view(annotated: Annotated) -> str:
    """The view of an article with classed words and first words of places masked."""
    view = annotated.document.view
    return mask_places(read_words(view).masked, place_starts(view, annotated.places))


def masked_sentence(annotated: Annotated, sentence: Sentence) -> str:
    """The masked words of a sentence with numbers as N and underscores; a match in it is a span of the sentence."""
    masked, start = masked_view(annotated)[sentence.start : sentence.end], sentence.start
    for quantity in annotated.quantities_in(start, sentence.end):
        if quantity.count or quantity.count_min or quantity.count_max:
            a, b = quantity.start - start, quantity.end - start
            masked = masked[:a] + "N" + "_" * (b - a - 1) + masked[b:]
    return masked
