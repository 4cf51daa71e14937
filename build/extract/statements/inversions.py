"""Inversions: whether the phrase behind a cue is its speaker, as in "…," said X, or what is said."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import AGENTS, Subject, head_of
from newsledger.build.extract.statements.subjects import is_dash
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import ADVERBS, LEADS, STOPS, is_finite, reporting_words
from newsledger.build.lexicon.function_words import speaker_nouns


def may_invert(unit: Unit, i: int) -> bool:
    """Whether what stands in front of a verb lets its speaker follow: a quotation, a comma, a conjunction."""
    words = unit.words
    if i == 0:
        return words[0].text[0].isupper() and words[0].low in reporting_words("first_words")
    before = words[i - 1]
    if is_dash(words, i - 1) and any(is_dash(words, k) for k in range(i - 2)):
        return False
    if before.text in (",", "—", "–", ":", "?", "!", "-") or before.is_quote:
        return True
    stands = before.low in ("as", "and", "but") or before.low in ADVERBS
    return (
        stands
        and i >= 2
        and (words[i - 2].text == "," or words[i - 2].is_quote)
        and words[i].low in reporting_words("after_as")
    )


def is_subject(unit: Unit, subject: Subject) -> bool:
    """Whether a phrase behind a verb is no speaker but what is said: "says it opposes", "declared the man “mad”"."""
    words, k = unit.words, unit.word_at(subject.end)
    if k >= len(words) or words[k].text in STOPS:
        return False
    pronoun = unit.masked[subject.start : subject.end].lower() in ("it", "he", "she", "they", "we")
    quoted = words[k].is_quote and not unit.words[unit.word_at(subject.first) - 2].is_quote
    return quoted or (pronoun and words[k].low not in LEADS)


def clause_follows(unit: Unit, subject: Subject) -> bool:
    """Whether the phrase behind a verb is the subject of a clause: "X said the mayor, a nurse, was away"."""
    words = unit.words
    k, skipped = unit.word_at(subject.end), False
    if subject.apposition and subject.apposition[0] > subject.end:
        beyond = unit.word_at(subject.last) + 1
        if beyond < len(words) and words[beyond - 1].text == "," and is_finite(words, beyond):
            return True
    while k < len(words) and words[k].low in ADVERBS:
        k, skipped = k + 1, True
    shown = k < len(words) and words[k].low in reporting_words("displayed")
    if k >= len(words) or words[k].is_quote or words[k].low in reporting_words("published"):
        return False
    if shown and words[k - 1].low in speaker_nouns("document"):
        return False
    if words[k].low == "and":
        return any(is_finite(words, j) for j in range(k + 1, min(k + 7, len(words))))
    return is_finite(words, k) or words[k].low.endswith("ed") or (skipped and words[k].low.endswith("s"))


def is_thing(unit: Unit, subject: Subject) -> bool:
    """Whether a phrase names or counts what is nobody: "said 60 rockets fired by rebels rained down"."""
    first, head = unit.words[unit.word_at(subject.start)], head_of(unit, subject)
    counted = first.low.replace(",", "").isdigit() and head not in speaker_nouns("plural") and not head.endswith(AGENTS)
    return counted or (head in speaker_nouns("mute") and head not in speaker_nouns("document"))
