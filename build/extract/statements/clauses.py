"""Clauses in front of a final cue: "CLAUSE, X said", "CLAUSE, said X", "The bomb, police said, had been hidden"."""

from __future__ import annotations

from newsledger.build.extract.statements.adjuncts import skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.units import MASK, Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    LEADING,
    LEADS,
    PARTICIPLES,
    PREPOSITIONS,
    RELATIVES,
    is_break,
    is_finite,
    may_be_past,
    may_be_verb,
    reporting_words,
)
from newsledger.build.lexicon.reporting import reporting_lexicon

OPENERS = reporting_words("openers")
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
    end = at
    while end > unit.start and unit.masked[end - 1] in " ,—–-":
        end -= 1
    if end <= unit.start or unit.masked[end - 1] != MASK:
        return False
    k = unit.word_at(end) - 1
    if k < 0:
        return False
    lead = unit.words[k - 1] if k else None
    return (
        lead is None
        or lead.text in (",", ";", ":", ".", "—", "–", "-")
        or lead.is_quote
        or (k == 1 and lead.low in OPENERS)
    )


def reported_before(unit: Unit, before: int) -> tuple[int, int] | None:
    """The clause in front of a final cue, if a comma or dash divides them and it is a clause."""
    end = before
    while end > unit.start and unit.masked[end - 1] == " ":
        end -= 1
    bracketed = unit.masked[end - 1 : end] == ")" and has_clause(unit, unit.start, end)
    if end <= unit.start or (unit.masked[end - 1] not in ",—–-?!" + MASK and not bracketed):
        return None
    while end > unit.start and unit.masked[end - 1] in " ,—–-":
        end -= 1
    words, k = unit.words, 2 if _is_placed(unit) else 0
    while k < len(words) - 1 and (words[k].low in OPENERS or words[k].text == ","):
        k += 1
    start = words[k].start
    return (start, end) if end > start else None


def reported_behind(unit: Unit, before: int, after: int) -> tuple[int, int] | None:
    """The clause behind a cue that nothing but an opener precedes: "Meanwhile, police said, two men were held"."""
    words = unit.words
    lead, k = words[: unit.word_at(before)], unit.word_at(skip_space(unit, after))
    opened = lead and lead[-1].text == "," and all(w.low in OPENERS or w.text == "," for w in lead)
    if not opened or unit.masked[after : after + 1] != "," or k >= len(words) or words[k].low.endswith("ing"):
        return None
    end = clause_end(unit, words[k].start, "clause", unit.end)
    return (words[k].start, end) if has_clause(unit, words[k].start, end) else None


def _is_placed(unit: Unit) -> bool:
    """Whether a unit begins with a dateline of one word and a colon: "Quetta: Two guards were hurt"."""
    words = unit.words
    return (
        len(words) > 3
        and words[1].text == ":"
        and words[0].text[0].isupper()
        and words[2].text[0].isupper()
        and words[0].start == unit.start
    )


def has_clause(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb, as far as its words show."""
    words = unit.words
    return any(
        is_finite(words, k) or (k > unit.word_at(start) and may_be_verb(words, k))
        for k in range(unit.word_at(start), unit.word_at(end))
    )


def is_only_subject(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch is a phrase and a relative clause, its own verb still to come: "The north, which lost, "."""
    words, first, stop = unit.words, unit.word_at(start), unit.word_at(end)
    comma = next((k for k in range(first + 1, stop - 1) if words[k].text == ","), None)
    if (
        comma is None
        or words[comma + 1].low not in RELATIVES
        or any(may_be_past(words, k) for k in range(first, comma))
    ):
        return False
    return not any(words[k].text == "," for k in range(comma + 1, stop))


def is_adverbial(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch is only a leading phrase: "Speaking from Juba", "In response"."""
    k = unit.word_at(start)
    first = unit.words[k]
    inner = range(k + 1, unit.word_at(end))
    if unit.masked[start:end].lower().startswith(QUANTIFIED):
        return False
    if (
        first.low not in LEADING
        and (not first.low.endswith("ing") or "-" in first.low)
        and any(is_finite(unit.words, j) for j in inner)
    ):
        return False
    if first.low.endswith("ing") and any(unit.words[j].is_quote for j in inner):
        return False
    if (
        first.low in PHRASE_LEADS
        and end - start > 50
        and any(unit.words[j].low.endswith("ed") and unit.words[j - 1].low.endswith("s") for j in inner)
    ):
        return False
    opens = first.low.endswith("ing") or first.low in reporting_words("locatives")
    if opens and _is_noun_clause(unit, k, unit.word_at(end)):
        return False
    if first.low in PHRASE_LEADS or (first.low.endswith("ing") and "-" not in first.low):
        return not any(unit.words[j].text == "," for j in range(k, unit.word_at(end)))
    return False


def _is_noun_clause(unit: Unit, k: int, stop: int) -> bool:
    """Whether a verb follows a noun in -ing or a place: "Shelling has killed nine", "Among the dead are two nuns"."""
    words = unit.words
    if words[k].low in reporting_lexicon().by_form or words[k].low in reporting_words("speaking"):
        return False
    for j in range(k + 1, stop):
        if words[j].low in RELATIVES or is_break(words[j]):
            return False
        regular = words[j].low.endswith("ed") and words[j].text[0].islower() and words[j].low not in PARTICIPLES
        if is_finite(words, j) or (regular and words[min(j + 1, len(words) - 1)].low not in ("by", "in", "to")):
            return True
    return False


def with_rest(unit: Unit, left: tuple[int, int], after: int) -> tuple[int, int] | None:
    """Take in the second half of a clause that the cue interrupts; None when the first half says nothing."""
    words = unit.words
    rest = unit.word_at(skip_space(unit, after))
    comma = after < unit.end and unit.masked[skip_space(unit, after, " ") : unit.end][:1] == ","
    if not comma or rest >= len(words) or words[rest].is_quote:
        quoted = any(w.is_quote for w in words[unit.word_at(left[0]) + 1 : unit.word_at(left[1])])
        whole = not is_adverbial(unit, *left) and (quoted or has_clause(unit, *left) or left[1] - left[0] > 50)
        return left if whole and _closes(unit, after, comma) else None
    if words[rest].low in ("and", "but", "while", "after", "as", "adding") or words[rest].low.endswith("ing"):
        return None if is_adverbial(unit, *left) else left
    finite = any(is_finite(words, k) for k in range(unit.word_at(left[0]), unit.word_at(left[1]) - 1))
    halved = words[rest].low in HALVES and not (finite and words[rest].low in PREPOSITIONS)
    if is_finite(words, rest) or halved or is_adverbial(unit, *left):
        return left[0], clause_end(unit, words[rest].start, "clause", unit.end)
    return left if finite else (left[0], clause_end(unit, words[rest].start, "clause", unit.end))


def _closes(unit: Unit, after: int, comma: bool) -> bool:
    """Whether the sentence, or a new clause, follows the cue at once."""
    k = unit.word_at(skip_space(unit, after, " "))
    words = unit.words
    if comma or k >= len(words):
        return True
    return (
        words[k].low in LEADS
        or words[k].text in ";:.—–)"
        or words[k].low in ("who", "which")
        or words[k].low.endswith("ing")
    )


def is_aside(between: str) -> bool:
    """Whether an aside that ends with "that" stands behind a cue: "X said, hours after it became known that"."""
    return between.startswith(",") and between.rstrip().endswith(" that") and ", that" not in between


def is_place(unit: Unit, start: int, end: int) -> bool:
    """Whether a stretch behind a cue is only a phrase of place: "X said in Lomé", "the mission said on its page"."""
    words, k = unit.words, unit.word_at(start)
    beside = words[k].low in PREPOSITIONS or words[k].low in reporting_words("published")
    if not beside or (end < unit.end and unit.masked[end] not in ",;"):
        return False
    inside = range(k + 1, unit.word_at(end))
    return not any(may_be_past(words, j) for j in inside)
