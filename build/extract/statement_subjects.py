"""Subjects: the noun phrase that stands with a reporting verb, read from the words around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.statement_rules import section
from newsledger.build.extract.statement_units import Unit, Word
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

AUXILIARIES = function_words("auxiliaries")
PASSIVE = function_words("passive")
MODALS = function_words("modals")
NEGATIONS = function_words("negations")
ADVERBS = function_words("adverbs")
PREPOSITIONS = function_words("prepositions")
DETERMINERS = function_words("determiners")
PRONOUNS = function_words("pronouns")
RELATIVES = function_words("relatives")
TIMES = function_words("times")
BREAKS = function_words("subordinators", "relatives") | {"but", "or", "nor", "yet", "what", "how", "why"}
PAST = function_words("past") - function_words("participles")
PARTICIPLES = function_words("participles")
STOPS = frozenset(",;:—–()[]!?…") | {"--", "-"}
LEADING = PREPOSITIONS | ADVERBS | function_words("subordinators") | {"and", "but", "asked", "speaking", "responding"}


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


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The words before a verb that belong to it: `before` is the index of the word in front of them (or −1)."""

    before: int
    auxiliaries: tuple[str, ...]

    @property
    def is_passive(self) -> bool:
        """Whether a form of "be" stands there."""
        return any(word in PASSIVE for word in self.auxiliaries)

    @property
    def is_negated(self) -> bool:
        """Whether the verb is denied."""
        return any(word in NEGATIONS for word in self.auxiliaries)

    @property
    def is_modal(self) -> bool:
        """Whether it only will, may or must be said."""
        return any(word in MODALS for word in self.auxiliaries)


@cache
def _time_tail() -> re.Pattern[str]:
    return re.compile(r"(?:^|(?<=[\s,]))(?:" + section("times").pattern + r")$")


def verb_group(unit: Unit, index: int) -> VerbGroup:
    """Read auxiliaries, adverbs and expressions of time backwards from a verb."""
    words, found, j = unit.words, [], index - 1
    while j >= 0:
        word = words[j]
        if word.low in AUXILIARIES or word.low in NEGATIONS or word.low in MODALS:
            found.append(word.low)
        elif (word.low in TIMES or word.low[0].isdigit()) and (skipped := _before_time(unit, j)) is not None:
            j = skipped
            continue
        elif word.low not in ADVERBS and not (word.low.endswith("ly") and len(word.low) > 4 and word.text[0].islower()):
            break
        j -= 1
    return VerbGroup(j, tuple(reversed(found)))


def _before_time(unit: Unit, j: int) -> int | None:
    words = unit.words
    m = None
    for at in range(max(0, j - 5), j + 1):
        if m := section("times").fullmatch(unit.masked, words[at].start, words[j].end):
            if at > 0:
                return at - 1
            return None
    return None


def is_finite(words: list[Word], k: int) -> bool:
    """Whether a word is very likely the finite verb of a clause."""
    low = words[k].low
    if low in AUXILIARIES or low in PAST or low in MODALS:
        return True
    if low.endswith("ed") and len(low) > 4 and low not in PARTICIPLES and words[k].text[0].islower() and k + 1 < len(words):
        after, before = words[k + 1], words[k - 1].low if k else ""
        return before not in DETERMINERS and (
            after.low in DETERMINERS or after.low in PRONOUNS or after.text[0].isdigit() or after.text[0].isupper()
        )
    return False


def _is_break(words: list[Word], k: int) -> bool:
    word = words[k]
    if word.text in STOPS or word.low in BREAKS:
        return True
    if word.is_quote:
        return k == 0 or words[k - 1].text in STOPS
    return is_finite(words, k)


def phrase_before(unit: Unit, last: int) -> tuple[int, int] | None:
    """The noun phrase whose last word is `last`, as word indices (both inclusive)."""
    words = unit.words
    if last < 0 or _is_break(words, last):
        return None
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
    return 0 < length <= 7 and starts_clean and follows not in PRONOUNS and words[j + 1].low not in PREPOSITIONS


def _without_lead(unit: Unit, first: int, last: int) -> tuple[int, int] | None:
    words = unit.words
    if m := section("times").match(unit.masked, words[first].start, words[last].end) if first <= last else None:
        after = unit.word_at(m.end())
        if m.end() > m.start() and after <= last and words[first].low not in ("the", "a", "an"):
            first = after
    while first < last and (words[first].low in ADVERBS - PRONOUNS or words[first].low.endswith("ly")):
        if words[first].text[0].isupper() and words[first].low not in ADVERBS and words[first + 1].text[0].isupper():
            break
        first += 1
    if first > last:
        return None
    if words[first].low in PREPOSITIONS and words[first].low not in ("like",):
        return _after_preposition(words, first, last)
    return first, last


def _after_preposition(words: list[Word], first: int, last: int) -> tuple[int, int] | None:
    """What is left of "In Kabul police" or "At the port a guard" once the leading phrase is taken away."""
    if words[last].low in PRONOUNS:
        return last, last
    k = first + 1
    if k <= last and words[k].text[0].isupper():
        while k <= last and (words[k].text[0].isupper() or words[k].text[0].isdigit()):
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
    while k - 1 > first + 1 and words[k].low in speaker_nouns("plural") and words[k - 1].low.endswith(("an", "al", "ese", "ish", "i")):
        k -= 1
    return (k, last) if words[last].low in speaker_nouns("plural", "organisation") else None


def subject_before(unit: Unit, group: VerbGroup) -> Subject | None:
    """The subject that stands in front of a verb group, over relative clauses and appositions."""
    words, j = unit.words, group.before
    if j < 0:
        return None
    if words[j].text == ",":
        return _subject_with_apposition(unit, j)
    if words[j].text == ")":
        k = j
        while k > 0 and words[k].text != "(":
            k -= 1
        span = phrase_before(unit, k - 1)
        return _subject(words, span, words[j].end)
    return _subject(words, phrase_before(unit, j), words[j].end)


def _subject(words: list[Word], span: tuple[int, int] | None, last: int) -> Subject | None:
    if span is None:
        return None
    return Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, last)


def _subject_with_apposition(unit: Unit, comma: int) -> Subject | None:
    words, close, apposition = unit.words, comma, None
    for _ in range(5):
        opening = close - 1
        while opening >= 0 and words[opening].text not in STOPS:
            opening -= 1
        if opening < 0 or words[opening].text != ",":
            break
        if not _is_parenthesis(words, opening + 1, close - 1):
            break
        if _is_lead(words, opening - 1) or phrase_before(unit, opening - 1) is None:
            return _headed(unit, opening + 1, close, apposition, comma)
        if apposition is None or _names(words, opening + 1, close - 1):
            apposition = (words[opening + 1].start, words[close - 1].end)
        close = opening
    if close == comma:
        return None
    span = phrase_before(unit, close - 1)
    if apposition is None:
        return None
    if span is None:
        return Subject(apposition[0], apposition[1], apposition[0], words[comma].end)
    return Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[comma].end, apposition)


def _headed(
    unit: Unit, first: int, close: int, apposition: tuple[int, int] | None, comma: int
) -> Subject | None:
    """The subject whose head is the segment from `first` to the comma `close`."""
    words = unit.words
    if words[first].low in RELATIVES or words[first].low[0].isdigit():
        return None
    start, end = words[first].start, words[close - 1].end
    beside = apposition if apposition and apposition[0] >= words[close].end else None
    return Subject(start, end, start, words[comma].end, beside)


def _is_lead(words: list[Word], last: int) -> bool:
    """Whether the segment that ends at a word is an adverbial phrase in front of the subject."""
    first = last
    while first > 0 and words[first - 1].text not in STOPS:
        first -= 1
    low = words[first].low
    if first > 0 and words[first - 1].text == "," and low in RELATIVES:
        return False
    return low in LEADING - PRONOUNS or low.endswith("ing") and words[first].text[0].isupper() or (
        low.endswith("ed") and words[first].text[0].isupper()
    )


def _names(words: list[Word], first: int, last: int) -> bool:
    return any(word.text[0].isupper() for word in words[first : last + 1]) and words[first].low not in RELATIVES | PREPOSITIONS


def _is_parenthesis(words: list[Word], first: int, last: int) -> bool:
    if first > last:
        return False
    head = words[first].low
    if head in ("who", "which", "whose", "whom", "and", "now", "of", "from", "in", "at", "on", "with", "by", "for"):
        return True
    if head[0].isdigit() or head.endswith("ing") or head in PARTICIPLES:
        return True
    return not any(is_finite(words, k) for k in range(first, last + 1))


def phrase_after(unit: Unit, first: int) -> Subject | None:
    """The noun phrase that begins at a word: "said PHRASE, …", "according to PHRASE"."""
    words, k = unit.words, first
    if k >= len(words) or words[k].text in STOPS or words[k].is_quote or words[k].low in PREPOSITIONS:
        return None
    if words[k].low in PRONOUNS and words[k].low not in ("one", "some", "many", "most", "several", "another", "both", "all"):
        return Subject(words[k].start, words[k].end, words[k].start, words[k].end)
    lead = True
    while k < len(words):
        word = words[k]
        if word.text in STOPS or word.is_quote and k > first and words[k - 1].low not in DETERMINERS or word.low in BREAKS:
            break
        if word.low == "and" and (k + 1 >= len(words) or words[k + 1].low in PRONOUNS or is_finite(words, k + 1)):
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


def _ends_phrase(unit: Unit, k: int) -> bool:
    word = unit.words[k]
    if word.low in TIMES and word.low not in ("may", "march") or word.low in ("today", "yesterday"):
        return True
    if word.low in ("during", "after", "before", "amid", "via", "through", "adding", "saying", "late", "early", "earlier", "last", "speaking", "referring", "told"):
        return True
    if word.low in ADVERBS and word.low not in ("all", "both", "out", "so"):
        return True
    if word.low in PREPOSITIONS:
        if (m := section("times", "media").match(unit.masked, word.start, unit.end)) and m.end() > m.start() + 3:
            return True
        return word.low == "to"
    return is_finite(unit.words, k)


def _apposition_after(words: list[Word], k: int) -> tuple[int, int] | None:
    if k + 1 >= len(words) or words[k].text != ",":
        return None
    end = k + 1
    while end < len(words) and words[end].text not in STOPS and not words[end].is_quote:
        if is_finite(words, end) or words[end].low in BREAKS - {"that"} or words[end].low in reporting_lexicon().by_form and words[end].low.endswith("ing"):
            break
        end += 1
    span = words[k + 1 : end]
    if not span or len(span) > 12 or span[0].low in PREPOSITIONS | ADVERBS | PRONOUNS or span[0].low.endswith("ing"):
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
        if k > first and (word.low in PREPOSITIONS or word.low in RELATIVES or word.text in STOPS or word.low in PARTICIPLES):
            break
        head = word.low if word.text[0].isalpha() else head
    return head


def speaks(unit: Unit, subject: Subject) -> bool:
    """Whether a subject looks like somebody: a pronoun, a name, or a noun of those who speak."""
    head = head_of(unit, subject)
    if head in speaker_nouns("mute") or not head:
        return False
    if head in PRONOUNS or head in speaker_nouns("person", "plural", "organisation", "media", "document"):
        return True
    first, last = unit.word_at(subject.start), unit.word_at(subject.end)
    run = unit.words[first:last]
    return any(w.text[0].isupper() and (k or first or len(run) == 1 or w.low not in DETERMINERS) for k, w in enumerate(run))


def main_subject(unit: Unit, before: int) -> Subject | None:
    """The subject of the unit's first main clause, read forwards, for verbs that share it (`before`: a word index)."""
    words, k = unit.words, 0
    while k < before and (words[k].low in LEADING - PRONOUNS or words[k].is_quote or words[k].low.endswith(("ing", "ed")) and k + 1 < before):
        if words[k].low.endswith("ly") or words[k].low in ADVERBS | {"and", "but"} or words[k].is_quote:
            k += 1
            while k < before and words[k].text == ",":
                k += 1
            continue
        while k < before and words[k].text != ",":
            k += 1
        k += 1
    if k >= before:
        return None
    return _forward(unit, k, before)


def _forward(unit: Unit, first: int, before: int) -> Subject | None:
    words, k = unit.words, first
    if words[k].low in PRONOUNS and words[k].low not in ("one", "some", "many", "most", "several"):
        return Subject(words[k].start, words[k].end, words[k].start, words[k].end)
    verbs = reporting_lexicon().by_form
    while k < before:
        low = words[k].low
        if words[k].text in STOPS or is_finite(words, k) or low in BREAKS or k > first and words[k].text[0].islower() and (
            low in verbs and low.endswith("ed") or low.endswith("ed") and words[k - 1].low not in DETERMINERS or low in ADVERBS
        ):
            break
        k += 1
    if k == first:
        return None
    end, apposition = words[k - 1].end, None
    if k < before and words[k].text == ",":
        close = k + 1
        while close < before and words[close].text != ",":
            close += 1
        if close < len(words) and words[close].text == "," and _is_parenthesis(words, k + 1, close - 1):
            apposition = (words[k + 1].start, words[close - 1].end)
    return Subject(words[first].start, end, words[first].start, end, apposition)
