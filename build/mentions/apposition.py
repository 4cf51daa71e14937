"""Apposition: a place named beside the noun that says what it is ("the capital Hargeisa", "a lone village, Dulo")."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import Words

REACH = 6


class Apposition(NamedTuple):
    """The first word of the noun phrase before a name, and the kind its noun gives the place."""

    first: int
    kind: str


def apposition(words: Words, first: int) -> Apposition | None:
    """The noun phrase that a place name stands beside: "the nation's capital, Gitega"."""
    noun = first - 1
    if noun < 0 or words.gaps[noun] not in (" ", ", ") or words.capitals[noun] or words.is_possessive(noun):
        return None
    kind = frames().after.get(words.folded[noun])
    if words.folded[noun] in phrase_words("apposed_towns"):
        kind = "settlement"
    if kind not in ("settlement", "neighbourhood"):
        return None
    begin = _begin(words, noun)
    return Apposition(begin, kind) if begin is not None else None


def _begin(words: Words, noun: int) -> int | None:
    """Where the noun phrase of a noun begins: at its determiner or possessive; None where it has neither."""
    for at in range(noun - 1, max(-1, noun - REACH), -1):
        if words.gaps[at] not in (" ", "-"):
            return None
        word = words.folded[at]
        if words.is_possessive(at) or word in phrase_words("determining"):
            is_owned = words.is_possessive(at) and at > 0 and words.folded[at - 1] in phrase_words("determining")
            return at - 1 if is_owned else at
        if word in frames().locative or word in frames().source_or_goal:
            return at + 1 if words.capitals[at + 1] else None
    return None
