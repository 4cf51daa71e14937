"""Noun phrases: read backwards to a verb or forwards from a cue, and whether their head can speak."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TIMES,
    is_break,
    is_finite,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.reporting import reporting_lexicon

SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "we", "it"))
SPANS = reporting_words("spans")
WEEKDAYS = frozenset(load_yaml("dates")["weekdays"])
DAYTIMES = frozenset(("morning", "afternoon", "evening", "night", "dawn", "dusk", "noon", "midnight"))
PLAIN_ADVERBS = ADVERBS - PRONOUNS
# Endings of people by what they do: "mobsters", "unionists".
AGENTS = ("sters", "ists", "ians", "women", "men", "ees", "ers", "ors")
NO_NOUN = PREPOSITIONS | ADVERBS | DETERMINERS | PRONOUNS | {"and", "or", "half", "what", "as", "than", "that"}
QUANTITIES = reporting_words("quantities")
NO_APPOSITION = PREPOSITIONS | ADVERBS | PRONOUNS


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker's noun phrase; `first` is where the whole phrase begins, appositions included.

    `apposition` is the phrase set beside it by commas, if any.
    """

    start: int
    end: int
    first: int
    last: int
    apposition: tuple[int, int] | None = None


def _is_break(words: list[Word], k: int) -> bool:
    word = words[k]
    if word.text in STOPS or (word.low in BREAKS and (word.text[0].islower() or (k == 0 and not word.text.isupper()))):
        return True
    if word.is_quote:
        return k == 0 or words[k - 1].text in STOPS
    return is_finite(words, k) and not _is_published(words, k)


def _is_published(words: list[Word], k: int) -> bool:
    """Whether a form tells what was done with a paper: "a communique sent to the agency"."""
    return k > 0 and words[k].low in reporting_words("published") and words[k - 1].low in speaker_nouns("document")


def phrase_before(unit: Unit, last: int) -> tuple[int, int] | None:
    """The noun phrase whose last word is `last`, as word indices (both inclusive)."""
    words = unit.words
    if last < 0 or _is_break(words, last):
        return None
    if words[last].low in SUBJECT_PRONOUNS and words[last].text[-1].islower():
        return last, last
    first = last
    while first > 0 and not _is_break(words, first - 1):
        if words[first - 1].low == "and" and not _joins_names(words, first - 1):
            break
        first -= 1
    while first <= last and words[first].low in ("and", "that", "so", "then"):
        first += 1
    return _without_lead(unit, first, last)


def _joins_names(words: list[Word], k: int) -> bool:
    j = k - 1
    while j >= 0 and not _is_break(words, j):
        j -= 1
    length = k - 1 - j
    starts_clean = j < 0 or words[j].text in STOPS or words[j].low in BREAKS
    follows = words[k + 1].low if k + 1 < len(words) else ""
    if not 0 < length <= 9 or not starts_clean or follows in PRONOUNS:
        return False
    return words[j + 1].low not in PREPOSITIONS or words[k - 1].text[0].isupper()


def _without_lead(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    words = unit.words
    if m := section("times").match(unit.masked, words[first].start, words[last].end) if first <= last else None:
        after = unit.word_at(m.end())
        if m.end() > m.start() and after <= last and words[first].low not in ("the", "a", "an"):
            first = after
    while first < last and (words[first].low in PLAIN_ADVERBS or words[first].low.endswith("ly")):
        if words[first].low == "first" and words[first + 1].text[0].isupper():
            break
        if words[first].text[0].isupper() and words[first].low not in ADVERBS and words[first + 1].text[0].isupper():
            break
        first += 1
    if first > last:
        return None
    for k in range(last, first + 1, -1):
        fresh = words[k].low in ("the", "a", "an") and _ends_noun(words[k - 1])
        if fresh or (words[k - 1].low in WEEKDAYS and words[k - 2].low not in DETERMINERS):
            return k, last
    if words[first].low in PREPOSITIONS and words[first].low not in ("like",):
        return _after_preposition(words, first, last)
    return first, last


def _ends_noun(word: Word) -> bool:
    """Whether a word may be the noun before a clause without "which": "a raid the army called"."""
    return word.text[0].islower() and word.low not in NO_NOUN and not word.low.endswith(("ing", "ed"))


def _after_preposition(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """What is left of "In Kabul police" or "At the port a guard" once the leading phrase is taken away."""
    if words[last].low in PRONOUNS:
        return last, last
    k = first + 1
    if k <= last and words[k].text[0].isupper():
        while k <= last and (words[k].text[0].isupper() or words[k].text[0].isdigit() or words[k].low in DAYTIMES):
            k += 1
        if k <= last:
            return k, last
    for k in range(last, first + 1, -1):
        if words[k].low in DETERMINERS and words[k - 1].low not in PREPOSITIONS:
            return k, last
    if words[last].text[0].isupper():
        k = last
        while k - 1 > first + 1 and words[k - 1].text[0].isupper():
            k -= 1
        return k, last
    k = last
    while (
        k - 1 > first + 1
        and words[k].low in speaker_nouns("plural")
        and words[k - 1].low.endswith(("an", "al", "ese", "ish", "i"))
    ):
        k -= 1
    return (k, last) if words[last].low in speaker_nouns("plural", "organisation") else None


def phrase_after(unit: Unit, first: int) -> Subject | None:
    """The noun phrase that begins at a word: "said PHRASE, …", "according to PHRASE"."""
    words, k = unit.words, first
    if k >= len(words) or words[k].text in STOPS or words[k].is_quote or words[k].low in PREPOSITIONS:
        return None
    if words[k].low in PRONOUNS and words[k].low not in (
        "one",
        "some",
        "many",
        "most",
        "several",
        "another",
        "both",
        "all",
    ):
        return Subject(words[k].start, words[k].end, words[k].start, words[k].end)
    lead = True
    while k < len(words):
        word = words[k]
        if (
            word.text in STOPS
            or (word.is_quote and k > first and words[k - 1].low not in DETERMINERS)
            or is_break(word)
        ):
            break
        if word.low == "and" and _ends_with(unit, k + 1):
            break
        if not lead and _ends_phrase(unit, k):
            break
        lead = word.low in DETERMINERS
        k += 1
    if k == first:
        return None
    end = words[k - 1].end
    apposition = _apposition_after(words, k)
    return Subject(words[first].start, end, words[first].start, apposition[1] if apposition else end, apposition)


def _ends_with(unit: Unit, k: int) -> bool:
    """Whether a clause rather than a name follows "and": "by the bishops and praised by the guild"."""
    words, by_form = unit.words, reporting_lexicon().by_form
    if k >= len(words) or words[k].low in PRONOUNS or is_finite(words, k):
        return True
    return words[k].low.endswith("ed") and words[k].low in by_form


def _ends_phrase(unit: Unit, k: int) -> bool:
    word, beyond = unit.words[k], unit.lows[k + 1 : k + 2]
    if unit.words[k - 1].low in reporting_words("published") and beyond == ["by"]:
        return False
    if word.low in reporting_words("displayed") and unit.words[k - 1].low in speaker_nouns("document"):
        return True
    if (word.low in TIMES and word.low not in ("may", "march")) or word.low in ("today", "yesterday"):
        return True
    if word.low in reporting_words("phrase_ends"):
        return True
    if word.low in reporting_words("published") and unit.words[k - 1].low in speaker_nouns("document"):
        return not any(word.low in ("by", "from", "on") for word in unit.words[k + 1 : k + 3])
    if word.text in ADVERBS and word.low not in ("all", "both", "out", "so"):
        return True
    if word.low in PREPOSITIONS:
        beside = section("times", "media", "conditions").match(unit.masked, word.start, unit.end)
        if beside and beside.end() > beside.start() + 3:
            return True
        return word.low == "to" or (word.low == "at" and _counts(unit.words, k + 1))
    return is_finite(unit.words, k)


def _counts(words: list[Word], k: int) -> bool:
    """Whether a figure begins at a word: "estimated by the army at some 5,000"."""
    return any(word.text[0].isdigit() for word in words[k : k + 2])


def _apposition_after(words: list[Word], k: int) -> tuple[int, int] | None:
    if k + 1 >= len(words) or words[k].text != ",":
        return None
    end = k + 1
    while end < len(words) and words[end].text not in STOPS and not words[end].is_quote:
        if (
            is_finite(words, end)
            or is_break(words[end])
            or (words[end].low in reporting_lexicon().by_form and words[end].low.endswith("ing"))
        ):
            break
        end += 1
    span = words[k + 1 : end]
    if not span or len(span) > 12 or span[0].low in NO_APPOSITION or span[0].low.endswith("ing"):
        return None
    if end < len(words) and not (words[end].text in STOPS or words[end].is_quote):
        return None
    return span[0].start, span[-1].end


def head_of(unit: Unit, subject: Subject) -> str:
    """The head noun of a subject: its last word before a preposition or relative clause."""
    first, last = unit.word_at(subject.start), unit.word_at(subject.end)
    head = ""
    for k in range(first, min(last, len(unit.words))):
        word = unit.words[k]
        if k > first and (
            (word.low in PREPOSITIONS and not (word.low == "of" and head in QUANTITIES))
            or word.low in RELATIVES
            or word.text in STOPS
            or (word.low in PARTICIPLES and unit.words[k - 1].low not in DETERMINERS)
            or (word.low.endswith("ing") and head in speaker_nouns("person", "plural"))
            or _is_published(unit.words, k)
        ):
            break
        head = word.low if word.text[0].isalpha() else head
    return head


def speaks(unit: Unit, subject: Subject) -> bool:
    """Whether a subject looks like somebody: a pronoun, a name, or a noun of those who speak."""
    head = head_of(unit, subject)
    if not head or head in WEEKDAYS or head in SPANS or is_mute(unit, subject):
        return False
    if (
        head in PRONOUNS
        or head == "those"
        or head in speaker_nouns("person", "plural", "organisation", "media", "document")
    ):
        return True
    first, last = unit.word_at(subject.start), unit.word_at(subject.end)
    run = unit.words[first:last]
    if head.removesuffix("s") in speaker_nouns("person"):
        return True
    if head.endswith(AGENTS) and head not in reporting_words("no_agents"):
        return True
    return any(
        any(map(str.isupper, w.text)) and (k or first or len(run) == 1 or w.low not in DETERMINERS)
        for k, w in enumerate(run)
    )


def tells(unit: Unit, subject: Subject) -> bool:
    """Whether a subject may be the one whose words the next paragraph quotes: somebody, and not "another 1,000"."""
    first = unit.words[unit.word_at(subject.start)]
    return speaks(unit, subject) and (first.low not in QUANTITIES or head_of(unit, subject) != first.low)


def is_mute(unit: Unit, subject: Subject) -> bool:
    """Whether a subject is a thing that does not speak; figures do where somebody owns them: "police figures"."""
    head = head_of(unit, subject)
    if head not in speaker_nouns("mute"):
        return False
    owners = [w for w in unit.words[unit.word_at(subject.start) : unit.word_at(subject.end)] if w.low != head]
    owned = any(w.low in speaker_nouns("organisation", "plural") or w.text.isupper() for w in owners)
    return head not in reporting_words("owned_papers") or not owned
