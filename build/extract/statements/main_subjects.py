"""Main subjects: the subject of a unit's first main clause, read forwards."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from newsledger.build.extract.statements.nouns import Subject, speaks
from newsledger.build.extract.statements.subjects import is_parenthesis
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    BREAKS,
    DETERMINERS,
    LEADS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    is_finite,
    reporting_words,
)
from newsledger.build.lexicon.reporting import reporting_lexicon

# Words in front of a subject that open no phrase of their own.
LIGHT_LEADS = ADVERBS | {"and", "but"}
# Verbs before an infinitive that reports: the subject ends there.
GOVERNORS = reporting_words("governors") - {"like", "used"}


def main_subject(unit: Unit, before: int) -> Subject | None:
    """The subject of the unit's first main clause, read forwards, for verbs that share it (`before`: a word index)."""
    words, k = unit.words, 0
    while k < before and (
        words[k].low in LEADS
        or words[k].is_quote
        or (words[k].low.endswith(("ing", "ed")) and k + 1 < before)
        or (words[k].low.endswith("ly") and unit.lows[k + 1 : k + 2] == [","])
    ):
        if words[k].low.endswith("ly") or words[k].low in LIGHT_LEADS or words[k].is_quote:
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
        if (
            words[k].text in STOPS
            or (k > first and low in PREPOSITIONS and k + 1 < before and words[k + 1].low in TIMES)
            or (k > first and low in TIMES and low not in ("may", "march"))
            or is_finite(words, k)
            or low in BREAKS
            or (
                k > first
                and words[k].text[0].islower()
                and (
                    (low in verbs and low.endswith("ed"))
                    or (low.endswith("ed") and words[k - 1].low not in DETERMINERS)
                    or low in ADVERBS
                    or low in GOVERNORS
                    or low in reporting_words("finite_present")
                )
            )
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
        if close < len(words) and words[close].text == "," and is_parenthesis(words, k + 1, close - 1):
            apposition = (words[k + 1].start, words[close - 1].end)
    return Subject(words[first].start, end, words[first].start, end, apposition)


def subjects_before(units: tuple[Unit, ...], offset: int) -> list[Subject]:
    """The main subjects of the few units before an offset, the nearest first."""
    last = bisect_left(units, offset, key=attrgetter("start"))
    found = [(u, main_subject(u, u.word_at(offset))) for u in reversed(units[max(0, last - 5) : last])]
    return [s for u, s in found if s is not None and s.start != offset and speaks(u, s)]
