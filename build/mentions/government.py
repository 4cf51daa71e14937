"""Capitals that stand for governments: "Kabul said", "talks between Moscow and Kyiv"."""

from __future__ import annotations

from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import Reading, speech_verbs
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import Words


def stands_for_government(reading: Reading, phrase: Phrase) -> bool:
    """Whether a capital is its government here."""
    words = reading.words
    if words.key(phrase.name_first, phrase.name_last) not in countries().capitals:
        return False
    previous = _previous(words, phrase.first)
    if previous in phrase_words("partners") or (previous == "and" and _follows_partner(words, phrase.first)):
        return True
    if previous in frames().locative or previous in frames().source_or_goal or previous in frames().directions:
        return False
    if words.is_possessive(phrase.last - 1) or phrase.last >= len(words.starts) or words.gaps[phrase.last - 1] != " ":
        return False
    following = words.folded[phrase.last]
    if is_finite(words, phrase.last):
        return previous != "and" or not _ends_list_of_places(words, phrase)
    return following == "and" and _begins_pair(words, phrase)


def is_finite(words: Words, at: int) -> bool:
    """Whether a word is a verb that can have a government as its subject."""
    word = words.folded[at]
    if words.capitals[at]:
        return False
    if word in phrase_words("finite") or word in speech_verbs():
        return True
    return (
        word.endswith("ed")
        and word not in phrase_words("not_finite")
        and (at + 1 >= len(words.starts) or words.folded[at + 1] != "by")
    )


def _previous(words: Words, at: int) -> str:
    return words.folded[at - 1] if at and words.gaps[at - 1] == " " else ""


def _follows_partner(words: Words, at: int) -> bool:
    """Whether "between X and" stands before, with a capital for X."""
    return at >= 3 and words.folded[at - 2] in countries().capitals and words.folded[at - 3] in phrase_words("partners")


def _ends_list_of_places(words: Words, phrase: Phrase) -> bool:
    return phrase.first >= 3 and words.folded[phrase.first - 3] in ("in", "at", "from", "near")


def _begins_pair(words: Words, phrase: Phrase) -> bool:
    """Whether "X and Y VERB" follows, with both capitals."""
    at = phrase.last + 1
    return at + 1 < len(words.starts) and words.folded[at] in countries().capitals and is_finite(words, at + 1)
