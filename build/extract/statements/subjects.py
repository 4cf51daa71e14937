"""Subjects: what stands in front of a reporting verb, over auxiliaries, relative clauses and appositions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsledger.build.extract.statements.nouns import Subject, phrase_before
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    LEADS,
    MODALS,
    NEGATIONS,
    PARTICIPLES,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    TIMES,
    is_finite,
    may_be_past,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

LONGEST_ASIDE = 28
OFFICES = speaker_nouns("person", "organisation")
NO_NAME = RELATIVES | PREPOSITIONS


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
        elif word.text == "," and (opening := _aside_before(unit, j)) is not None:
            j = opening
        elif word.low not in ADVERBS and not _is_adverb(word):
            break
        j -= 1
    return VerbGroup(j, tuple(reversed(found)))


def _is_adverb(word: Word) -> bool:
    """Whether a word ends as adverbs do and is no noun that does."""
    return (
        word.low.endswith("ly")
        and len(word.low) > 4
        and word.text[0].islower()
        and word.low not in reporting_words("nouns_in_ly")
    )


def _aside_before(unit: Unit, comma: int) -> int | None:
    """The comma that opens an aside of the reporter: "officials, meanwhile, said"."""
    words = unit.words
    for opening in range(comma - 2, max(-1, comma - 7), -1):
        if words[opening].text == ",":
            aside = section("asides").fullmatch(unit.masked, words[opening + 1].start, words[comma - 1].end)
            return opening if aside and opening > 0 else None
    return None


def _before_time(unit: Unit, j: int) -> int | None:
    words = unit.words
    for at in range(max(0, j - 5), j + 1):
        if section("times").fullmatch(unit.masked, words[at].start, words[j].end):
            if at > 0:
                return at - 1
            return None
    return None


def subject_before(unit: Unit, group: VerbGroup) -> Subject | None:
    """The subject that stands in front of a verb group, over relative clauses and appositions."""
    words, j = unit.words, group.before
    if j < 0:
        return None
    if words[j].text == ",":
        return _subject_with_apposition(unit, j)
    if is_dash(words, j):
        k = j - 2
        while k > 0 and not is_dash(words, k):
            k -= 1
        head = k - 2 if k > 0 and words[k].text == words[k - 1].text == "-" else k - 1
        span = phrase_before(unit, head) if k > 0 and j - k <= LONGEST_ASIDE else None
        return _subject(words, span, words[j].end)
    if words[j].text == ")":
        k = j
        while k > 0 and words[k].text != "(":
            k -= 1
        subject = _subject(words, phrase_before(unit, k - 1), words[j].end)
        named = j - k > 2 and all(w.text[0].isupper() or w.text in (".", "-") for w in words[k + 1 : j])
        return replace(subject, apposition=(words[k + 1].start, words[j - 1].end)) if subject and named else subject
    return _subject(words, _listed(words, phrase_before(unit, j)), words[j].end)


def _listed(words: list[Word], span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A phrase with the names in front of it that it is listed with: "Kenya, Uganda and Chad"."""
    if span is None or not any(words[k].low == "and" for k in range(span[0], span[1])):
        return span
    lead = words[: span[0]]
    if len(lead) < 2 or lead[-1].text != "," or not lead[0].text[0].isupper():
        return span
    members = speaker_nouns("plural")
    listed = all(w.text == "," or w.text[0].isupper() or w.low == "the" or w.low in members for w in lead)
    adverb = lead[0].low.endswith("ly") and lead[0].low not in reporting_words("nouns_in_ly")
    return (0, span[1]) if listed and not adverb and lead[0].low not in LEADS else span


def is_dash(words: list[Word], k: int) -> bool:
    """Whether a word is a dash, a hyphen between spaces, or the second of the two hyphens that stand for one."""
    if words[k].text != "-" or k == 0:
        return words[k].text in ("—", "–")
    doubled = words[k - 1].text == "-" and words[k - 1].end == words[k].start
    spaced = k + 1 < len(words) and words[k - 1].end < words[k].start and words[k].end < words[k + 1].start
    return doubled or spaced


def widened(unit: Unit, subject: Subject) -> Subject:
    """The subject with all that stands between it and a quotation before it: “…,” the mayor of Kaya, Ana Ruiz, said."""
    words, last = unit.words, unit.word_at(subject.first) - 1
    for k in range(last, max(-1, last - 14), -1):
        word = words[k]
        if word.is_quote:
            closed = unit.masked[word.end : words[k + 1].start + 1].lstrip().startswith(",")
            first = words[k + 2 if words[k + 1].text == "," else k + 1]
            if not closed or first.start >= subject.first:
                return subject
            named = subject.apposition is None and words[last].text == ","
            beside = (first.start, words[last - 1].end) if named else subject.apposition
            return replace(subject, first=first.start, apposition=beside)
        if (word.text in STOPS and word.text != ",") or is_finite(words, k) or word.low in BREAKS:
            break
        if word.low in reporting_lexicon().by_form and word.text[0].islower():
            break
    return subject


def _subject(words: list[Word], span: tuple[int, int] | None, last: int) -> Subject | None:
    if span is None:
        return None
    return Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, last)


def _subject_with_apposition(unit: Unit, comma: int) -> Subject | None:
    words, close, apposition = unit.words, comma, None
    for _ in range(5):
        opening = _segment_opening(words, close - 1)
        if opening < 0 or words[opening].text != ",":
            break
        if not is_parenthesis(words, opening + 1, close - 1):
            break
        lead = _is_lead(words, opening - 1) and words[opening + 1].low not in RELATIVES
        named = phrase_before(unit, _before_bracket(words, opening - 1))
        own = apposition is not None and (_is_office(words, opening, close) or _is_own(words, opening, close))
        if lead or own or named is None:
            return _headed(unit, opening + 1, close, apposition, comma)
        if apposition is None or _names(words, opening + 1, close - 1):
            apposition = (words[opening + 1].start, words[close - 1].end)
        close = opening
    if close == comma:
        return None
    span = phrase_before(unit, _before_bracket(words, close - 1))
    if apposition is None:
        return None
    if span is None:
        return Subject(apposition[0], apposition[1], apposition[0], words[comma].end)
    return Subject(words[span[0]].start, words[span[1]].end, words[span[0]].start, words[comma].end, apposition)


def _before_bracket(words: list[Word], k: int) -> int:
    """The last word of a phrase, without the short form in brackets behind it: "the Global Union (GU)"."""
    return k - 3 if k > 2 and words[k].text == ")" and words[k - 2].text == "(" else k


def _segment_opening(words: list[Word], k: int) -> int:
    """The mark in front of the segment that ends at a word, short forms in brackets passed over; −1 if none."""
    while k >= 0 and words[k].text not in STOPS:
        k -= 1
    before = _before_bracket(words, k)
    return k if before == k else _segment_opening(words, before)


def _is_office(words: list[Word], opening: int, close: int) -> bool:
    """Whether a segment names an office and nobody stands before it: "… in the district, the mayor, Ana Ruiz, said"."""
    if words[opening + 1].low not in DETERMINERS or words[close - 1].low not in OFFICES:
        return False
    if words[close - 1].low not in speaker_nouns("person"):
        return not words[opening - 1].text[0].isupper()
    k = opening - 1
    while k > 0 and words[k].text[0].isupper():
        k -= 1
    return k == opening - 1 or words[k].low in PREPOSITIONS


def _is_own(words: list[Word], opening: int, close: int) -> bool:
    """Whether a segment is a full name behind a clause: "Gunmen burned boats on the Nile, Ana Ruiz, a nun, said"."""
    if close - opening < 3 or not all(word.text[0].isupper() for word in words[opening + 1 : close]):
        return False
    k = opening - 1
    while k > 0 and words[k].text not in STOPS:
        k -= 1
    verbs = any(may_be_past(words, j) for j in range(k + 1, opening))
    return verbs and words[opening - 1].low not in speaker_nouns("person", "organisation")


def _headed(unit: Unit, first: int, close: int, apposition: tuple[int, int] | None, comma: int) -> Subject | None:
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
    first += words[first].low in ("but", "and", "yet") and first < last
    low = words[first].low
    if first > 0 and words[first - 1].text == "," and low in RELATIVES:
        return False
    return (
        low in LEADS
        or (low.endswith("ing") and words[first].text[0].isupper())
        or (low.endswith("ed") and words[first].text[0].isupper())
    )


def _names(words: list[Word], first: int, last: int) -> bool:
    return any(word.text[0].isupper() for word in words[first : last + 1]) and words[first].low not in NO_NAME


def is_parenthesis(words: list[Word], first: int, last: int) -> bool:
    """Whether a segment between commas only describes what stands before it."""
    if first > last:
        return False
    head = words[first].low
    if head in ("who", "which", "whose", "whom", "and", "now", "of", "from", "in", "at", "on", "with", "by", "for"):
        return True
    if head[0].isdigit() or head.endswith("ing") or head in PARTICIPLES:
        return True
    if first < last and words[first + 1].low == "by":
        return True
    return not any(is_finite(words, k) for k in range(first, last + 1))
