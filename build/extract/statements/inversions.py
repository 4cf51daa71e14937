"""Inversions: whether the phrase behind a cue is its speaker, as in "…," said X, or what is said."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import AGENTS, DISPLAYED, PUBLISHED, Subject, subject_head
from newsledger.build.extract.statements.subjects import is_dash
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    FINITE,
    LEADS,
    MASK,
    STOPS,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns

FIRST_WORDS, AFTER_AS = map(reporting_words, ("first_words", "after_as"))
BEFORE_VERB = frozenset((",", "—", "–", ":", "?", "!", "-", MASK))
STANDING = ADVERBS | {"as", "and", "but"}
PRONOUNS = frozenset(("it", "he", "she", "they", "we"))


def may_invert(words: Words, i: int) -> bool:
    """Whether what stands in front of a verb lets its speaker follow: a quotation, a comma, a conjunction."""
    lows = words.lows
    if i == 0:
        return words.texts[0][0].isupper() and lows[0] in FIRST_WORDS
    before = lows[i - 1]
    if is_dash(words, i - 1) and any(is_dash(words, k) for k in range(i - 2)):
        return False
    if before in BEFORE_VERB:
        return True
    return i >= 2 and before in STANDING and lows[i] in AFTER_AS and lows[i - 2] in (",", MASK)


def is_subject(unit: Unit, subject: Subject) -> bool:
    """Whether a phrase behind a verb is no speaker but what is said: "says it opposes", "declared the man “mad”"."""
    words, k = unit.words, unit.words.at(subject.end)
    if k >= len(words.lows) or words.texts[k] in STOPS:
        return False
    if words.lows[k] == MASK and words.lows[words.at(subject.first) - 2] != MASK:
        return True
    return words.lows[k] not in LEADS and unit.masked[subject.start : subject.end].lower() in PRONOUNS


def clause_follows(words: Words, subject: Subject) -> bool:
    """Whether the phrase behind a verb is the subject of a clause: "X said the mayor, a nurse, was away"."""
    lows, first = words.lows, words.at(subject.end)
    if subject.apposition and subject.apposition[0] > subject.end:
        beyond = words.at(subject.last) + 1
        if beyond < len(lows) and lows[beyond - 1] == "," and words.verbs[beyond] == FINITE:
            return True
    k = first
    while k < len(lows) and lows[k] in ADVERBS:
        k += 1
    if k >= len(lows) or lows[k] == MASK or lows[k] in PUBLISHED:
        return False
    if lows[k] in DISPLAYED and lows[k - 1] in speaker_nouns("document"):
        return False
    if lows[k] == "and":
        return FINITE in words.verbs[k + 1 : k + 7]
    return words.verbs[k] == FINITE or lows[k].endswith("ed") or (k > first and lows[k][-1] == "s")


def is_thing(unit: Unit, subject: Subject) -> bool:
    """Whether a phrase names or counts what is nobody: "said 60 rockets fired by rebels rained down"."""
    first, head = unit.words.lows[unit.words.at(subject.start)], subject_head(unit, subject)
    counted = first.replace(",", "").isdigit() and head not in speaker_nouns("plural") and not head.endswith(AGENTS)
    return counted or (head in speaker_nouns("mute") and head not in speaker_nouns("document"))
