"""Proof that the words behind a cue are a clause: a finite verb, a quotation, or the shape of a headline."""

from __future__ import annotations

from newsledger.build.extract.statements.ends import clause_end, is_predicate
from newsledger.build.extract.statements.places import Place
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    FINITE,
    MASK,
    MAY_BE_PAST,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.reporting import reporting_lexicon

MAY_BEGIN = reporting_words("clause_prepositions")
# These begin a clause inside the phrase or clause that is said.
INNER = RELATIVES | reporting_words("inner_clauses") | {"because", "since", "if", "whether", "how", "what", "why"}
# Pronouns that are subjects only, so that a verb must follow: "say they fear attacks".
SUBJECTS = frozenset(("he", "she", "they", "we", "i", "there"))
PRESENT = reporting_words("present_verbs")
# When another deed was done: "added a third before the break as his side won".
TIMED = frozenset(("–", "—", "as", "when", "while", "before", "after", "until"))
CONCEDING, INTRANSITIVE = map(reporting_words, ("concessions", "intransitive"))
# Words that begin no clause, and that are no finite verb.
NEVER_BEGIN = PREPOSITIONS - MAY_BEGIN
NOUN_AHEAD = DETERMINERS | PREPOSITIONS
NO_VERB = NOUN_AHEAD | TIMES


def concedes(words: Words, k: int) -> bool:
    """Whether what is said begins with a concession: "They said while most had failed, some had crossed"."""
    lows = words.lows
    if lows[k] in CONCEDING:
        return "," in lows[k:] and FINITE in words.verbs[lows.index(",", k) :]
    return lows[k] == "while" and k + 1 < len(lows) and not lows[k + 1].endswith("ing")


def counts_up(words: Words, k: int) -> bool:
    """Whether what is said begins with a figure: "said as many as 14 had drowned"."""
    return words.lows[k] == "as" and words.lows[k + 1 : k + 3] in (["many", "as"], ["few", "as"], ["much", "as"])


def is_clause(place: Place) -> bool:
    """Whether what follows the cue reads as a clause: it has a finite verb, or a quotation that may hold one."""
    unit, words, verb, k = place.unit, place.words, place.verb, place.k
    if words.lows[k] in NEVER_BEGIN and not counts_up(words, k):
        return False
    end = clause_end(unit, place.begin, "clause", place.limit)
    stop = words.at(end)
    if verb.lemma == "say" and _looks_like_headline(place, end):
        return True
    if words.lows[k] in SUBJECTS and stop - k > 1 and "clause" in verb.frames:
        return True
    if MASK in words.lows[k + 1 : stop] and _is_quoted(words, k + 1, stop):
        return True
    if verb.lemma == "add":
        return FINITE in words.verbs[k : _main_part(words, k, stop)]
    if "object" in verb.frames or verb.lemma == "recall":
        return _has_main_verb(words, k, stop)
    finite = FINITE in words.verbs[k:stop] or any(_looks_finite(words, j) for j in range(k, stop))
    return finite or (verb.lemma == "say" and stop - k > 3)


def _is_quoted(words: Words, first: int, stop: int) -> bool:
    """Whether a quotation of some length stands in a stretch."""
    return any(words.lows[k] == MASK and words.ends[k] - words.starts[k] > 8 for k in range(first, stop))


def _main_part(words: Words, first: int, stop: int) -> int:
    """Where another clause may begin: "added a third before the break", "added six of his 20, and the Bulls won"."""
    lows = words.lows
    ends = (
        j for j in range(first + 1, stop) if lows[j] in TIMED or (lows[j] == "," and lows[j + 1 : j + 2] == ["and"])
    )
    return next(ends, stop)


def _has_main_verb(words: Words, first: int, stop: int) -> bool:
    """Whether there is a verb besides those of relative and inner clauses: not in "gains that surprised the army"."""
    lows, inner, last = words.lows, 0, -9
    for k in range(first, stop):
        low = lows[k]
        if (low == "but" and k > first) or (low == "," and k + 1 < stop and is_predicate(words, k + 1)):
            return False
        if low in INNER and k > first:
            inner += 1
        elif _looks_finite(words, k):
            if last < 0 and lows[k - 1] == "and":
                return False
            if k - last > 2:
                if not inner:
                    return True
                inner -= 1
            last = k
    return False


def _looks_like_headline(place: Place, end: int) -> bool:
    """Whether "X says town falling" drops its auxiliary as headlines do."""
    unit, cue_end = place.unit, place.cue_end
    present = unit.masked.endswith(("says", "say"), 0, cue_end)
    return present and unit.masked[unit.end : unit.end + 1] not in (".", "?", "!") and end - cue_end > 8


def _looks_finite(words: Words, k: int) -> bool:
    low, verb = words.lows[k], words.verbs[k]
    if verb == FINITE:
        return True
    if k == 0:
        return False
    if low in INTRANSITIVE:
        return True
    if (verb != MAY_BE_PAST and low not in PRESENT) or low in NO_VERB or not words.texts[k][0].islower():
        return False
    before = words.lows[k - 1]
    return before not in NOUN_AHEAD and not before[0].isdigit() and before not in reporting_lexicon().by_form
