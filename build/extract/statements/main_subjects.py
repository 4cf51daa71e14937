"""Main subjects: the subject of a unit's first main clause, read forwards."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from newsledger.build.extract.statements.nouns import MOMENTS, Subject, speaks
from newsledger.build.extract.statements.subjects import is_parenthesis
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    FINITE,
    LEADS,
    MASK,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.reporting import reporting_lexicon

# Words in front of a subject that open no phrase of their own.
LIGHT_LEADS = ADVERBS | {"and", "but"}
# Pronouns that a noun may follow; what a subject never holds.
COUNTING = frozenset(("one", "some", "many", "most", "several"))
OUTSIDE = STOPS | BREAKS
# Adverbs, verbs in the present, and verbs before an infinitive that reports: the subject ends there.
ENDS = ADVERBS | reporting_words("finite_present") | (reporting_words("governors") - {"like", "used"})


def main_subject(words: Words, before: int) -> Subject | None:
    """The subject of the unit's first main clause, read forwards, for verbs that share it (`before`: a word index)."""
    lows, k = words.lows, 0
    while k < before:
        low = lows[k]
        quoted = low == MASK
        adverb = low[-2:] == "ly"
        phrase = low in LEADS or (low.endswith(("ing", "ed")) and k + 1 < before)
        if not phrase and not quoted and not (adverb and lows[k + 1 : k + 2] == [","]):
            return _forward(words, k, before)
        if adverb or quoted or low in LIGHT_LEADS:
            k += 1
            while k < before and lows[k] == ",":
                k += 1
        else:
            k = lows.index(",", k, before) + 1 if "," in lows[k:before] else before
    return None


def _forward(words: Words, first: int, before: int) -> Subject | None:
    lows, k = words.lows, first
    if lows[k] in PRONOUNS and lows[k] not in COUNTING:
        return Subject.of(words, k, k)
    while k < before and lows[k] not in OUTSIDE and words.verbs[k] != FINITE:
        if k > first and _ends_subject(words, k, before):
            break
        k += 1
    if k == first:
        return None
    subject = Subject.of(words, first, k - 1)
    if k < before and lows[k] == ",":
        close = lows.index(",", k + 1, before) if "," in lows[k + 1 : before] else before
        if close < len(lows) and lows[close] == "," and is_parenthesis(words, k + 1, close - 1):
            return subject._replace(apposition=(words.starts[k + 1], words.ends[close - 1]))
    return subject


def _ends_subject(words: Words, k: int, before: int) -> bool:
    """Whether a word behind the first ends a subject: a time, an adverb, a verb."""
    low = words.lows[k]
    if low in MOMENTS:
        return True
    if low in PREPOSITIONS and k + 1 < before and words.lows[k + 1] in TIMES:
        return True
    if not words.texts[k][0].islower():
        return False
    past = low[-2:] == "ed" and (words.lows[k - 1] not in DETERMINERS or low in reporting_lexicon().by_form)
    return past or low in ENDS


def subjects_before(units: tuple[Unit, ...], offset: int) -> list[Subject]:
    """The main subjects of the few units before an offset, the nearest first."""
    last = bisect_left(units, offset, key=attrgetter("start"))
    found = [(u, main_subject(u.words, u.words.at(offset))) for u in reversed(units[max(0, last - 5) : last])]
    return [s for u, s in found if s is not None and s.start != offset and speaks(u, s)]
