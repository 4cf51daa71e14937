"""Subjects: what stands in front of a reporting verb, over auxiliaries, relative clauses and appositions."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.extract.statements.nouns import Subject, phrase_before
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    AUXILIARIES,
    BREAKS,
    DETERMINERS,
    FINITE,
    LEADS,
    MASK,
    MAY_BE_PAST,
    MODALS,
    NEGATIONS,
    PARTICIPLES,
    PASSIVE,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    TIMES,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

LONGEST_ASIDE = 28
OFFICES = speaker_nouns("person", "organisation")
NO_NAME = RELATIVES | PREPOSITIONS
IN_LY = reporting_words("nouns_in_ly")
UNSAID = NEGATIONS | MODALS | {"would"}
IN_GROUP = AUXILIARIES | NEGATIONS | MODALS
# What begins a clause or a phrase that only describes what stands before it.
DESCRIBING = frozenset(
    ("who", "which", "whose", "whom", "and", "now", "of", "from", "in", "at", "on", "with", "by", "for")
)


class VerbGroup(NamedTuple):
    """The words before a verb that belong to it: `before` is the index of the word in front of them (or −1)."""

    before: int
    auxiliaries: tuple[str, ...]

    @property
    def is_passive(self) -> bool:
        """Whether a form of "be" stands there."""
        return not PASSIVE.isdisjoint(self.auxiliaries)

    @property
    def is_unsaid(self) -> bool:
        """Whether the verb is denied, or only will, may or must be said."""
        return not UNSAID.isdisjoint(self.auxiliaries)


def verb_group(words: Words, index: int) -> VerbGroup:
    """Read auxiliaries, adverbs and expressions of time backwards from a verb."""
    found, j = [], index - 1
    while j >= 0:
        low = words.lows[j]
        if low in IN_GROUP:
            found.append(low)
        elif (low in TIMES or low[0].isdigit()) and (skipped := _before_time(words, j)) is not None:
            j = skipped
            continue
        elif low == "," and (opening := _aside_before(words, j)) is not None:
            j = opening
        elif low not in ADVERBS and not _is_adverb(words, j):
            break
        j -= 1
    return VerbGroup(j, tuple(reversed(found)))


def _is_adverb(words: Words, k: int) -> bool:
    """Whether a word ends as adverbs do and is no noun that does."""
    low = words.lows[k]
    return low[-2:] == "ly" and len(low) > 4 and words.texts[k][0].islower() and low not in IN_LY


def _aside_before(words: Words, comma: int) -> int | None:
    """The comma that opens an aside of the reporter: "officials, meanwhile, said"."""
    for opening in range(comma - 2, max(0, comma - 7), -1):
        if words.lows[opening] == ",":
            aside = section("asides").fullmatch(words.masked, words.starts[opening + 1], words.ends[comma - 1])
            return opening if aside else None
    return None


def _before_time(words: Words, j: int) -> int | None:
    for at in range(max(0, j - 5), j + 1):
        if section("times").fullmatch(words.masked, words.starts[at], words.ends[j]):
            return at - 1 if at > 0 else None
    return None


def subject_before(words: Words, group: VerbGroup) -> Subject | None:
    """The subject that stands in front of a verb group, over relative clauses and appositions."""
    j = group.before
    if j < 0:
        return None
    if words.lows[j] == ",":
        return _subject_with_apposition(words, j)
    if is_dash(words, j):
        k = j - 2
        while k > 0 and not is_dash(words, k):
            k -= 1
        head = k - 2 if k > 0 and words.texts[k] == words.texts[k - 1] == "-" else k - 1
        span = phrase_before(words, head) if k > 0 and j - k <= LONGEST_ASIDE else None
        return _subject(words, span, words.ends[j])
    if words.lows[j] == ")":
        k = j
        while k > 0 and words.lows[k] != "(":
            k -= 1
        subject = _subject(words, phrase_before(words, k - 1), words.ends[j])
        named = j - k > 2 and all(text[0].isupper() or text in (".", "-") for text in words.texts[k + 1 : j])
        return subject._replace(apposition=(words.starts[k + 1], words.ends[j - 1])) if subject and named else subject
    return _subject(words, _listed(words, phrase_before(words, j)), words.ends[j])


def _listed(words: Words, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """A phrase with the names in front of it that it is listed with: "Kenya, Uganda and Chad"."""
    if span is None or span[0] < 2 or words.lows[span[0] - 1] != "," or "and" not in words.lows[span[0] : span[1]]:
        return span
    first, lead = words.lows[0], words.texts[: span[0]]
    if not lead[0][0].isupper() or first in LEADS or (first[-2:] == "ly" and first not in IN_LY):
        return span
    members = speaker_nouns("plural") | {",", "the"}
    listed = all(text[0].isupper() or text.lower() in members for text in lead)
    return (0, span[1]) if listed else span


def is_dash(words: Words, k: int) -> bool:
    """Whether a word is a dash, a hyphen between spaces, or the second of the two hyphens that stand for one."""
    text, starts, ends = words.texts[k], words.starts, words.ends
    if text != "-" or k == 0:
        return text in ("—", "–")
    doubled = words.texts[k - 1] == "-" and ends[k - 1] == starts[k]
    return doubled or (k + 1 < len(starts) and ends[k - 1] < starts[k] and ends[k] < starts[k + 1])


def widened(unit: Unit, subject: Subject) -> Subject:
    """The subject with all that stands between it and a quotation before it: “…,” the mayor of Kaya, Ana Ruiz, said."""
    words, lows = unit.words, unit.words.lows
    if MASK not in lows:
        return subject
    last = words.at(subject.first) - 1
    for k in range(last, max(-1, last - 14), -1):
        low = lows[k]
        if low == MASK:
            closed = words.masked[words.ends[k] : words.starts[k + 1] + 1].lstrip().startswith(",")
            first = words.starts[k + 2 if lows[k + 1] == "," else k + 1]
            if not closed or first >= subject.first:
                return subject
            named = subject.apposition is None and lows[last] == ","
            return subject._replace(
                first=first, apposition=(first, words.ends[last - 1]) if named else subject.apposition
            )
        if (low in STOPS and low != ",") or words.verbs[k] == FINITE or low in BREAKS:
            break
        if low in reporting_lexicon().by_form and words.texts[k][0].islower():
            break
    return subject


def _subject(words: Words, span: tuple[int, int] | None, last: int) -> Subject | None:
    return Subject.of(words, *span, last) if span else None


def _subject_with_apposition(words: Words, comma: int) -> Subject | None:
    close, apposition = comma, None
    for _ in range(5):
        opening = _segment_opening(words, close - 1)
        if opening < 0 or words.lows[opening] != "," or not is_parenthesis(words, opening + 1, close - 1):
            break
        lead = words.lows[opening + 1] not in RELATIVES and _is_lead(words, opening - 1)
        own = apposition is not None and (_is_office(words, opening, close) or _is_own(words, opening, close))
        if lead or own or phrase_before(words, _before_bracket(words, opening - 1)) is None:
            return _headed(words, opening + 1, close, apposition, comma)
        if apposition is None or _names(words, opening + 1, close - 1):
            apposition = (words.starts[opening + 1], words.ends[close - 1])
        close = opening
    if apposition is None:
        return None
    span = phrase_before(words, _before_bracket(words, close - 1))
    if span is None:
        return Subject(apposition[0], apposition[1], apposition[0], words.ends[comma])
    return Subject.of(words, *span, words.ends[comma])._replace(apposition=apposition)


def _before_bracket(words: Words, k: int) -> int:
    """The last word of a phrase, without the short form in brackets behind it: "the Global Union (GU)"."""
    return k - 3 if k > 2 and words.lows[k] == ")" and words.lows[k - 2] == "(" else k


def _segment_opening(words: Words, k: int) -> int:
    """The mark in front of the segment that ends at a word, short forms in brackets passed over; −1 if none."""
    while k >= 0 and words.texts[k] not in STOPS:
        k -= 1
    before = _before_bracket(words, k)
    return k if before == k else _segment_opening(words, before)


def _is_office(words: Words, opening: int, close: int) -> bool:
    """Whether a segment names an office and nobody stands before it: "… in the district, the mayor, Ana Ruiz, said"."""
    if words.lows[opening + 1] not in DETERMINERS or words.lows[close - 1] not in OFFICES:
        return False
    if words.lows[close - 1] not in speaker_nouns("person"):
        return not words.texts[opening - 1][0].isupper()
    k = opening - 1
    while k > 0 and words.texts[k][0].isupper():
        k -= 1
    return k == opening - 1 or words.lows[k] in PREPOSITIONS


def _is_own(words: Words, opening: int, close: int) -> bool:
    """Whether a segment is a full name behind a clause: "Gunmen burned boats on the Nile, Ana Ruiz, a nun, said"."""
    if close - opening < 3 or not all(text[0].isupper() for text in words.texts[opening + 1 : close]):
        return False
    k = opening - 1
    while k > 0 and words.texts[k] not in STOPS:
        k -= 1
    return max(words.verbs[k + 1 : opening], default=0) >= MAY_BE_PAST and words.lows[opening - 1] not in OFFICES


def _headed(words: Words, first: int, close: int, apposition: tuple[int, int] | None, comma: int) -> Subject | None:
    """The subject whose head is the segment from `first` to the comma `close`."""
    if words.lows[first] in RELATIVES or words.lows[first][0].isdigit():
        return None
    beside = apposition if apposition and apposition[0] >= words.ends[close] else None
    return Subject.of(words, first, close - 1, words.ends[comma])._replace(apposition=beside)


def _is_lead(words: Words, last: int) -> bool:
    """Whether the segment that ends at a word is an adverbial phrase in front of the subject."""
    first = last
    while first > 0 and words.texts[first - 1] not in STOPS:
        first -= 1
    first += words.lows[first] in ("but", "and", "yet") and first < last
    low = words.lows[first]
    if first > 0 and words.lows[first - 1] == "," and low in RELATIVES:
        return False
    return low in LEADS or (low.endswith(("ing", "ed")) and words.texts[first][0].isupper())


def _names(words: Words, first: int, last: int) -> bool:
    return words.lows[first] not in NO_NAME and any(text[0].isupper() for text in words.texts[first : last + 1])


def is_parenthesis(words: Words, first: int, last: int) -> bool:
    """Whether a segment between commas only describes what stands before it."""
    if first > last:
        return False
    head = words.lows[first]
    if head in DESCRIBING or head in PARTICIPLES or head[0].isdigit() or head.endswith("ing"):
        return True
    return (first < last and words.lows[first + 1] == "by") or FINITE not in words.verbs[first : last + 1]
