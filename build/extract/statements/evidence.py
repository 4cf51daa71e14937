"""Proof that the words behind a cue are a clause: a finite verb, a quotation, or the shape of a headline."""

from __future__ import annotations

from newsledger.build.extract.statements.ends import clause_end, is_predicate
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    TIMES,
    is_finite,
    reporting_words,
)
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon

MAY_BEGIN = reporting_words("clause_prepositions")
# These begin a clause inside the phrase or clause that is said.
INNER = RELATIVES | reporting_words("inner_clauses") | {"because", "since", "if", "whether", "how", "what", "why"}
# Pronouns that are subjects only, so that a verb must follow: "say they fear attacks".
SUBJECTS = frozenset(("he", "she", "they", "we", "i", "there"))
PRESENT = reporting_words("present_verbs")
# When another deed was done: "added a third before the break as his side won".
TIMED = frozenset(("–", "—", "as", "when", "while", "before", "after", "until"))
CONCEDING = reporting_words("concessions")
# Words that begin no clause, and that are no finite verb.
NEVER_BEGIN = PREPOSITIONS - MAY_BEGIN
NOUN_AHEAD = DETERMINERS | PREPOSITIONS
NO_VERB = NOUN_AHEAD | TIMES


def concedes(unit: Unit, k: int) -> bool:
    """Whether what is said begins with a concession: "They said while most had failed, some had crossed"."""
    words = unit.words
    if words[k].low in CONCEDING:
        comma = next((j for j in range(k, len(words)) if words[j].text == ","), len(words))
        return any(is_finite(words, j) for j in range(comma, len(words)))
    return words[k].low == "while" and k + 1 < len(words) and not words[k + 1].low.endswith("ing")


def counts_up(unit: Unit, k: int) -> bool:
    """Whether what is said begins with a figure: "said as many as 14 had drowned"."""
    return unit.lows[k : k + 3] in (["as", "many", "as"], ["as", "few", "as"], ["as", "much", "as"])


def is_clause(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> bool:
    """Whether what follows the cue reads as a clause: it has a finite verb, or a quotation that may hold one."""
    words, k = unit.words, unit.word_at(begin)
    if words[k].low in NEVER_BEGIN and not counts_up(unit, k):
        return False
    end = clause_end(unit, begin, "clause", limit)
    inside = range(k, unit.word_at(end))
    if _looks_like_headline(unit, verb, cue_end, end):
        return True
    if words[k].low in SUBJECTS and len(inside) > 1 and "clause" in verb.frames:
        return True
    if any(words[j].is_quote and words[j].end - words[j].start > 8 for j in inside[1:]):
        return True
    if verb.lemma == "add":
        return any(is_finite(words, j) for j in range(k, _main_part(unit, inside)))
    if "object" in verb.frames or verb.lemma == "recall":
        return _has_main_verb(unit, inside)
    return any(_looks_finite(unit, j) for j in inside) or (verb.lemma == "say" and len(inside) > 3)


def _main_part(unit: Unit, inside: range) -> int:
    """Where another clause may begin: "added a third before the break", "added six of his 20, and the Bulls won"."""
    ends = (j for j in inside[1:] if unit.lows[j] in TIMED or unit.lows[j : j + 2] == [",", "and"])
    return next(ends, inside.stop)


def _has_main_verb(unit: Unit, inside: range) -> bool:
    """Whether there is a verb besides those of relative and inner clauses: not in "gains that surprised the army"."""
    words, inner, last = unit.words, 0, -9
    for k in inside:
        if words[k].low == "but" and k > inside.start:
            return False
        if words[k].text == "," and k + 1 < inside.stop and is_predicate(words, k + 1):
            return False
        if words[k].low in INNER and k > inside.start:
            inner += 1
        elif _looks_finite(unit, k):
            if last < 0 and words[k - 1].low == "and":
                return False
            if k - last > 2:
                if not inner:
                    return True
                inner -= 1
            last = k
    return False


def _looks_like_headline(unit: Unit, verb: ReportingVerb, cue_end: int, end: int) -> bool:
    """Whether "X says town falling" drops its auxiliary as headlines do."""
    present = unit.masked[:cue_end].endswith(("says", "say"))
    return (
        verb.lemma == "say"
        and present
        and unit.masked[unit.end : unit.end + 1] not in (".", "?", "!")
        and end - cue_end > 8
    )


def _looks_finite(unit: Unit, k: int) -> bool:
    words = unit.words
    low = words[k].low
    if is_finite(words, k) or low in AUXILIARIES or (k > 0 and low in reporting_words("intransitive")):
        return True
    if not words[k].text[0].islower() or low in NO_VERB or k == 0:
        return False
    before = words[k - 1]
    if before.low in NOUN_AHEAD or before.text[0].isdigit() or before.low in reporting_lexicon().by_form:
        return False
    return low.endswith("ed") or low in PRESENT
