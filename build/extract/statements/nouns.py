"""Noun phrases: read backwards to a verb or forwards from a cue, and whether their head can speak."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    FINITE,
    MASK,
    PARTICIPLES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TIMES,
    Words,
    is_break,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.reporting import reporting_lexicon

SUBJECT_PRONOUNS = frozenset(("he", "she", "they", "we", "it"))
WEEKDAYS = frozenset(load_yaml("dates")["weekdays"])
DAYTIMES = frozenset(("morning", "afternoon", "evening", "night", "dawn", "dusk", "noon", "midnight"))
PLAIN_ADVERBS = ADVERBS - PRONOUNS
# Endings of people by what they do: "mobsters", "unionists".
AGENTS = ("sters", "ists", "ians", "women", "men", "ees", "ers", "ors")
NO_NOUN = PREPOSITIONS | ADVERBS | DETERMINERS | PRONOUNS | {"and", "or", "half", "what", "as", "than", "that"}
QUANTITIES, PUBLISHED, DISPLAYED, PHRASE_ENDS, NO_AGENTS, OWNED_PAPERS = map(
    reporting_words, ("quantities", "published", "displayed", "phrase_ends", "no_agents", "owned_papers")
)
ARTICLES = frozenset(("the", "a", "an"))
# What opens a phrase between its conjunction and its first word.
JOINTS = frozenset(("and", "that", "so", "then"))
# Pronouns and adverbs that a noun may follow; what tells when and is no verb.
COUNTING = frozenset(("one", "some", "many", "most", "several", "another", "both", "all"))
NO_END = frozenset(("all", "both", "out", "so"))
MOMENTS = TIMES - {"may", "march"}
WHEN = MOMENTS | {"today", "yesterday"}
# Heads that speak, and those before which a participle tells of them.
SPEAKERS = PRONOUNS | {"those"} | speaker_nouns("person", "plural", "organisation", "media", "document")
PEOPLE = speaker_nouns("person", "plural")
SILENT = WEEKDAYS | reporting_words("spans")
NO_PHRASE = PREPOSITIONS | STOPS | {MASK}
NO_APPOSITION = PREPOSITIONS | ADVERBS | PRONOUNS


class Subject(NamedTuple):
    """A speaker's noun phrase; `first` is where the whole phrase begins, appositions included.

    `apposition` is the phrase set beside it by commas, if any.
    """

    start: int
    end: int
    first: int
    last: int
    apposition: tuple[int, int] | None = None

    @classmethod
    def of(cls, words: Words, first: int, last: int, reach: int | None = None) -> Subject:
        """The phrase of some words, `reach` its end with all that is set beside it."""
        start, end = words.starts[first], words.ends[last]
        return cls(start, end, start, end if reach is None else reach)


def _is_break(words: Words, k: int) -> bool:
    text, low = words.texts[k], words.lows[k]
    if text in STOPS or (low in BREAKS and (text[0].islower() or (k == 0 and not text.isupper()))):
        return True
    if low == MASK:
        return k == 0 or words.texts[k - 1] in STOPS
    return words.verbs[k] == FINITE and not _is_published(words, k)


def _is_published(words: Words, k: int) -> bool:
    """Whether a form tells what was done with a paper: "a communique sent to the agency"."""
    return k > 0 and words.lows[k] in PUBLISHED and words.lows[k - 1] in speaker_nouns("document")


def phrase_before(words: Words, last: int) -> tuple[int, int] | None:
    """The noun phrase whose last word is `last`, as word indices (both inclusive)."""
    lows = words.lows
    if last < 0 or _is_break(words, last):
        return None
    if lows[last] in SUBJECT_PRONOUNS and words.texts[last][-1].islower():
        return last, last
    first = last
    while first > 0 and not _is_break(words, first - 1):
        if lows[first - 1] == "and" and not _joins_names(words, first - 1):
            break
        first -= 1
    while first <= last and lows[first] in JOINTS:
        first += 1
    return _without_lead(words, first, last) if first <= last else None


def _joins_names(words: Words, k: int) -> bool:
    j = k - 1
    while j >= 0 and not _is_break(words, j):
        j -= 1
    starts_clean = j < 0 or words.texts[j] in STOPS or words.lows[j] in BREAKS
    follows = words.lows[k + 1] if k + 1 < len(words.lows) else ""
    if not 0 < k - 1 - j <= 9 or not starts_clean or follows in PRONOUNS:
        return False
    return words.lows[j + 1] not in PREPOSITIONS or words.texts[k - 1][0].isupper()


def _without_lead(words: Words, first: int, last: int) -> tuple[int, int] | None:
    lows, texts = words.lows, words.texts
    if lows[first] not in ARTICLES and (
        m := section("times").match(words.masked, words.starts[first], words.ends[last])
    ):
        after = words.at(m.end())
        first = after if after <= last else first
    while first < last and (lows[first] in PLAIN_ADVERBS or lows[first][-2:] == "ly"):
        named = texts[first][0].isupper() and lows[first] not in ADVERBS
        if texts[first + 1][0].isupper() and (lows[first] == "first" or named):
            break
        first += 1
    for k in range(last, first + 1, -1):
        fresh = lows[k] in ARTICLES and _ends_noun(words, k - 1)
        if fresh or (lows[k - 1] in WEEKDAYS and lows[k - 2] not in DETERMINERS):
            return k, last
    if lows[first] in PREPOSITIONS and lows[first] != "like":
        return _after_preposition(words, first, last)
    return first, last


def _ends_noun(words: Words, k: int) -> bool:
    """Whether a word may be the noun before a clause without "which": "a raid the army called"."""
    low = words.lows[k]
    return words.texts[k][0].islower() and low not in NO_NOUN and not low.endswith(("ing", "ed"))


def _after_preposition(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """What is left of "In Kabul police" or "At the port a guard" once the leading phrase is taken away."""
    lows, texts = words.lows, words.texts
    if lows[last] in PRONOUNS:
        return last, last
    k = first + 1
    if k <= last and texts[k][0].isupper():
        while k <= last and (texts[k][0].isupper() or texts[k][0].isdigit() or lows[k] in DAYTIMES):
            k += 1
        if k <= last:
            return k, last
    for k in range(last, first + 1, -1):
        if lows[k] in DETERMINERS and lows[k - 1] not in PREPOSITIONS:
            return k, last
    k = last
    if texts[last][0].isupper():
        while k - 1 > first + 1 and texts[k - 1][0].isupper():
            k -= 1
        return k, last
    members = speaker_nouns("plural")
    while k - 1 > first + 1 and lows[k] in members and lows[k - 1].endswith(("an", "al", "ese", "ish", "i")):
        k -= 1
    return (k, last) if lows[last] in speaker_nouns("plural", "organisation") else None


def phrase_after(unit: Unit, first: int) -> Subject | None:
    """The noun phrase that begins at a word: "said PHRASE, …", "according to PHRASE"."""
    words, lows, k = unit.words, unit.words.lows, first
    if k >= len(lows) or lows[k] in NO_PHRASE:
        return None
    if lows[k] in PRONOUNS and lows[k] not in COUNTING:
        return Subject.of(words, k, k)
    lead = True
    while k < len(lows):
        low = lows[k]
        if low in STOPS or is_break(words, k) or (low == MASK and k > first and lows[k - 1] not in DETERMINERS):
            break
        if (low == "and" and _ends_with(words, k + 1)) or (not lead and _ends_phrase(unit, k)):
            break
        lead = low in DETERMINERS
        k += 1
    if k == first:
        return None
    apposition = _apposition_after(words, k)
    found = Subject.of(words, first, k - 1, apposition[1] if apposition else None)
    return found._replace(apposition=apposition) if apposition else found


def _ends_with(words: Words, k: int) -> bool:
    """Whether a clause rather than a name follows "and": "by the bishops and praised by the guild"."""
    if k >= len(words.lows) or words.lows[k] in PRONOUNS or words.verbs[k] == FINITE:
        return True
    return words.lows[k][-2:] == "ed" and words.lows[k] in reporting_lexicon().by_form


def _ends_phrase(unit: Unit, k: int) -> bool:
    words, low, before = unit.words, unit.words.lows[k], unit.words.lows[k - 1]
    if before in PUBLISHED and words.lows[k + 1 : k + 2] == ["by"]:
        return False
    paper = before in speaker_nouns("document")
    if (paper and low in DISPLAYED) or low in WHEN or low in PHRASE_ENDS:
        return True
    if paper and low in PUBLISHED:
        return {"by", "from", "on"}.isdisjoint(words.lows[k + 1 : k + 3])
    if words.texts[k] in ADVERBS and low not in NO_END:
        return True
    if low in PREPOSITIONS:
        beside = section("times", "media", "conditions").match(unit.masked, words.starts[k], unit.end)
        if beside and beside.end() > beside.start() + 3:
            return True
        return low == "to" or (low == "at" and any(text[0].isdigit() for text in words.texts[k + 1 : k + 3]))
    return words.verbs[k] == FINITE


def _apposition_after(words: Words, k: int) -> tuple[int, int] | None:
    lows, first = words.lows, k + 1
    if first >= len(lows) or lows[k] != ",":
        return None
    end = first
    while end < len(lows) and lows[end] not in STOPS and lows[end] != MASK:
        participle = lows[end].endswith("ing") and lows[end] in reporting_lexicon().by_form
        if participle or words.verbs[end] == FINITE or is_break(words, end):
            return None
        end += 1
    if not 0 < end - first <= 12 or lows[first] in NO_APPOSITION or lows[first].endswith("ing"):
        return None
    return words.starts[first], words.ends[end - 1]


def head_of(words: Words, first: int, stop: int) -> str:
    """The head noun of a phrase: its last word before a preposition or relative clause."""
    lows, head = words.lows, ""
    for k in range(first, min(stop, len(lows))):
        low = lows[k]
        if k > first and (
            (low in PREPOSITIONS and not (low == "of" and head in QUANTITIES))
            or low in RELATIVES
            or low in STOPS
            or (low in PARTICIPLES and lows[k - 1] not in DETERMINERS)
            or (head in PEOPLE and low.endswith("ing"))
            or _is_published(words, k)
        ):
            break
        head = low if low[0].isalpha() else head
    return head


def subject_head(unit: Unit, subject: Subject) -> str:
    """The head noun of a subject."""
    words = unit.words
    return head_of(words, words.at(subject.start), words.at(subject.end))


def speaks(unit: Unit, subject: Subject) -> bool:
    """Whether a subject looks like somebody: a pronoun, a name, or a noun of those who speak."""
    words = unit.words
    first, last = words.at(subject.start), words.at(subject.end)
    head = head_of(words, first, last)
    if not head or head in SILENT or _is_thing(words, first, last, head):
        return False
    if head in SPEAKERS or head.removesuffix("s") in speaker_nouns("person"):
        return True
    if head.endswith(AGENTS) and head not in NO_AGENTS:
        return True
    named = range(first, last) if first or last - first == 1 or words.lows[first] not in DETERMINERS else range(1, last)
    return any(words.texts[k] != words.lows[k] and any(map(str.isupper, words.texts[k])) for k in named)


def tells(unit: Unit, subject: Subject) -> bool:
    """Whether a subject may be the one whose words the next paragraph quotes: somebody, and not "another 1,000"."""
    first = unit.words.lows[unit.words.at(subject.start)]
    return speaks(unit, subject) and (first not in QUANTITIES or subject_head(unit, subject) != first)


def is_mute(unit: Unit, subject: Subject) -> bool:
    """Whether a subject is a thing that does not speak; figures do where somebody owns them: "police figures"."""
    words = unit.words
    first, last = words.at(subject.start), words.at(subject.end)
    return _is_thing(words, first, last, head_of(words, first, last))


def _is_thing(words: Words, first: int, last: int, head: str) -> bool:
    if head not in speaker_nouns("mute"):
        return False
    owners = [k for k in range(first, min(last, len(words.lows))) if words.lows[k] != head]
    members = speaker_nouns("organisation", "plural")
    return head not in OWNED_PAPERS or not any(words.lows[k] in members or words.texts[k].isupper() for k in owners)
