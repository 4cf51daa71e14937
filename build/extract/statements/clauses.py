"""Clauses in front of a final cue: "CLAUSE, X said", "CLAUSE, said X", "The bomb, police said, had been hidden"."""

from __future__ import annotations

from newsledger.build.extract.statements.adjuncts import skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    FINITE,
    LEADING,
    LEADS,
    MASK,
    MAY_BE_PAST,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
    Words,
    is_break,
    reporting_words,
)
from newsledger.build.lexicon.reporting import reporting_lexicon

OPENERS = reporting_words("openers")
OPENERS_AND_COMMA = OPENERS | {","}
LOCATIVES, SPEAKING, PUBLISHED = map(reporting_words, ("locatives", "speaking", "published"))
# What stands before a quotation that is a clause of its own, and between a clause and its final cue.
BEFORE_QUOTATION = frozenset((",", ";", ":", ".", "—", "–", "-", MASK))
BEFORE_CUE = frozenset(",—–-?!" + MASK)
# Behind a final cue: what goes on with the reporter's words, and what ends them.
GOING_ON = frozenset(("and", "but", "while", "after", "as", "adding"))
CLOSERS = frozenset((*";:.—–)", "who", "which"))
PHRASE_LEADS = LEADS - ADVERBS - {"that"}
# A leading phrase that only counts is no adverbial: "At least nine men died".
QUANTIFIED = (
    "at least",
    "at most",
    "in all",
    "over ",
    "about ",
    "around ",
    "between ",
    "as many as ",
    "as few as ",
    "up to ",
)
# What may begin the second half of a clause that a cue interrupts.
HALVES = ADVERBS | {"to", "in", "with"}


def quoted_before(unit: Unit, at: int) -> bool:
    """Whether a quotation that is a clause of its own ends where the cue begins."""
    end = back_over(unit, at, " ,—–-")
    if end <= unit.start or unit.masked[end - 1] != MASK:
        return False
    words = unit.words
    k = words.at(end) - 1
    if k < 1:
        return k == 0
    return words.lows[k - 1] in BEFORE_QUOTATION or (k == 1 and words.lows[0] in OPENERS)


def back_over(unit: Unit, end: int, marks: str) -> int:
    """The offset behind the last letter before `end` that is none of the marks."""
    while end > unit.start and unit.masked[end - 1] in marks:
        end -= 1
    return end


def reported_before(unit: Unit, before: int) -> tuple[int, int] | None:
    """The clause in front of a final cue, if a comma or dash divides them and it is a clause."""
    end = back_over(unit, before, " ")
    if end <= unit.start:
        return None
    last = unit.masked[end - 1]
    if last not in BEFORE_CUE and not (last == ")" and has_clause(unit, unit.start, end)):
        return None
    end = back_over(unit, end, " ,—–-")
    lows, k = unit.words.lows, 2 if _is_placed(unit) else 0
    while k < len(lows) - 1 and (lows[k] in OPENERS or lows[k] == ","):
        k += 1
    start = unit.words.starts[k]
    return (start, end) if end > start else None


def reported_behind(unit: Unit, before: int, after: int) -> tuple[int, int] | None:
    """The clause behind a cue that nothing but an opener precedes: "Meanwhile, police said, two men were held"."""
    words = unit.words
    lead, k = words.lows[: words.at(before)], words.at(skip_space(unit, after))
    if not lead or lead[-1] != "," or not OPENERS_AND_COMMA.issuperset(lead):
        return None
    if unit.masked[after : after + 1] != "," or k >= len(words.lows) or words.lows[k].endswith("ing"):
        return None
    start = words.starts[k]
    end = clause_end(unit, start, "clause", unit.end)
    return (start, end) if has_clause(unit, start, end) else None


def _is_placed(unit: Unit) -> bool:
    """Whether a unit begins with a dateline of one word and a colon: "Quetta: Two guards were hurt"."""
    texts = unit.words.texts
    placed = len(texts) > 3 and texts[1] == ":" and texts[0][0].isupper() and texts[2][0].isupper()
    return placed and unit.words.starts[0] == unit.start


def has_clause(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb, as far as its words show."""
    verbs = unit.words.verbs[unit.words.at(start) : unit.words.at(end)]
    return bool(verbs) and (verbs[0] == FINITE or any(verbs[1:]))


def is_only_subject(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch is a phrase and a relative clause, its own verb still to come: "The north, which lost, "."""
    words, first, stop = unit.words, unit.words.at(start), unit.words.at(end)
    if "," not in words.texts[first + 1 : stop - 1]:
        return False
    comma = words.texts.index(",", first + 1)
    if words.lows[comma + 1] not in RELATIVES or max(words.verbs[first:comma]) >= MAY_BE_PAST:
        return False
    return "," not in words.texts[comma + 1 : stop]


def is_adverbial(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch is only a leading phrase: "Speaking from Juba", "In response"."""
    words = unit.words
    lows, k, stop = words.lows, words.at(start), words.at(end)
    first = lows[k]
    if unit.masked[start:end].lower().startswith(QUANTIFIED):
        return False
    gerund, leads = first.endswith("ing"), first in PHRASE_LEADS
    active = gerund and "-" not in first
    if first not in LEADING and not active and FINITE in words.verbs[k + 1 : stop]:
        return False
    if gerund and MASK in lows[k + 1 : stop]:
        return False
    if leads and end - start > 50 and any(lows[j][-2:] == "ed" and lows[j - 1][-1] == "s" for j in range(k + 1, stop)):
        return False
    if (gerund or first in LOCATIVES) and _is_noun_clause(words, k, stop):
        return False
    return (leads or active) and "," not in words.texts[k:stop]


def _is_noun_clause(words: Words, k: int, stop: int) -> bool:
    """Whether a verb follows a noun in -ing or a place: "Shelling has killed nine", "Among the dead are two nuns"."""
    lows = words.lows
    if lows[k] in reporting_lexicon().by_form or lows[k] in SPEAKING:
        return False
    for j in range(k + 1, stop):
        if lows[j] in RELATIVES or is_break(words, j):
            return False
        regular = words.verbs[j] == MAY_BE_PAST and lows[j] not in PARTICIPLES
        if words.verbs[j] == FINITE or (regular and lows[min(j + 1, len(lows) - 1)] not in ("by", "in", "to")):
            return True
    return False


def with_rest(unit: Unit, left: tuple[int, int], after: int) -> tuple[int, int] | None:
    """Take in the second half of a clause that the cue interrupts; None when the first half says nothing."""
    words = unit.words
    rest, first, last = words.at(skip_space(unit, after)), words.at(left[0]), words.at(left[1])
    comma = after < unit.end and unit.masked[skip_space(unit, after, " ") : unit.end][:1] == ","
    if not comma or rest >= len(words.lows) or words.lows[rest] == MASK:
        quoted = MASK in words.lows[first + 1 : last]
        whole = not is_adverbial(unit, *left) and (quoted or has_clause(unit, *left) or left[1] - left[0] > 50)
        return left if whole and _closes(unit, after, comma) else None
    low = words.lows[rest]
    if low in GOING_ON or low.endswith("ing"):
        return None if is_adverbial(unit, *left) else left
    finite = FINITE in words.verbs[first : last - 1]
    halved = low in HALVES and not (finite and low in PREPOSITIONS)
    if finite and not (words.verbs[rest] == FINITE or halved or is_adverbial(unit, *left)):
        return left
    return left[0], clause_end(unit, words.starts[rest], "clause", unit.end)


def _closes(unit: Unit, after: int, comma: bool) -> bool:
    """Whether the sentence, or a new clause, follows the cue at once."""
    words = unit.words
    k = words.at(skip_space(unit, after, " "))
    if comma or k >= len(words.lows):
        return True
    low = words.lows[k]
    return low in LEADS or low in CLOSERS or low.endswith("ing")


def is_aside(between: str) -> bool:
    """Whether an aside that ends with "that" stands behind a cue: "X said, hours after it became known that"."""
    return between.startswith(",") and between.rstrip().endswith(" that") and ", that" not in between


def is_place(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch behind a cue is only a phrase of place: "X said in Lomé", "the mission said on its page"."""
    words, k = unit.words, unit.words.at(start)
    beside = words.lows[k] in PREPOSITIONS or words.lows[k] in PUBLISHED
    if not beside or (end < unit.end and unit.masked[end] not in ",;"):
        return False
    return max(words.verbs[k + 1 : words.at(end)], default=0) < MAY_BE_PAST
