"""Words that frame a place name, from place_frames.yml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.words import fold


@dataclass(frozen=True)
class Frames:
    """Lexicon keys: `before` ("town of") and `after` ("province") give a precision; directions, prepositions, verbs.

    `never` are names that are no places; `begins` are the first words of `after`, `ends` the last words of `before`.
    """

    before: dict[str, str]
    after: dict[str, str]
    directions: frozenset[str]
    locative: frozenset[str]
    source_or_goal: frozenset[str]
    reaching: frozenset[str]
    never: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]


@cache
def frames() -> Frames:
    """The frames, read once."""
    data = load_yaml("place_frames")
    before = {fold(phrase): precision for precision, phrases in data["before"].items() for phrase in phrases}
    after = {fold(phrase): precision for precision, phrases in data["after"].items() for phrase in phrases}
    names = ("directions", "locative", "source_or_goal", "reaching", "never")
    sets = [frozenset(fold(w) for w in data[name]) for name in names]
    begins = frozenset(phrase.partition(" ")[0] for phrase in after)
    ends = frozenset(phrase.rpartition(" ")[2] for phrase in before)
    return Frames(before, after, sets[0], sets[1], sets[2], sets[3], sets[4], begins, ends)


STRONG = frozenset(["in", "near", "at", "outside", "around", "inside", "across"])
