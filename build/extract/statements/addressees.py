"""Addressees: what is said behind the person or outlet that a verb addresses."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.adjuncts import addressee_end, read_adjuncts, skip_space
from newsledger.build.extract.statements.units import Unit, Word, low_at
from newsledger.build.extract.statements.words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    is_base,
    is_finite,
    may_be_past,
    may_be_verb,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb

# The frame that takes what is said, where it begins, and where its cue ends.
Found = tuple[str, int, int] | None
# Words that begin no clause after an addressee.
NO_CLAUSE = PREPOSITIONS | {"to", "not", "and"}
# After a noun phrase these tell that it is a subject, not somebody addressed.
SOMEBODY = speaker_nouns("person", "plural", "organisation")
# A phrase that begins so behind a noun is another: "told fans the tour was over".
FRESH = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "no"))
WOULD = MODALS | AUXILIARIES
APOSTROPHE = re.compile("['’]")


def read_addressed(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    """Read what is said behind somebody addressed: "told ADDRESSEE (that) CLAUSE"."""
    if not verb.frames & {"tell", "tell_that"} or low_at(unit, begin) == "to":
        return None
    words, k = unit.words, unit.word_at(begin)
    for j in range(k + 1, min(k + 16, len(words))):
        bids = words[j].low == "to" and j + 1 < len(words) and is_base(words[j + 1])
        if words[j].start >= limit or words[j].text in ";:" or words[j].low == "who" or bids or _is_subject(words[j]):
            break
        if words[j].low == "that" and words[j - 1].low not in (",", "and", "but") and not _noun_follows(unit, j):
            after = skip_space(unit, words[j].end)
            return ("clause", after, cue_end) if after < limit else None
    if "tell" not in verb.frames or _is_bidden(unit, verb, k, limit) or _is_warned(unit, verb, k, limit):
        return None
    return _bare_clause(unit, verb, cue_end, begin, limit)


def _bare_clause(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    words = unit.words
    end = addressee_end(unit, begin, limit)
    if end == begin:
        return _pronoun_clause(unit, cue_end, begin, limit)
    after = skip_space(unit, read_adjuncts(unit, end).end, " ")
    word = low_at(unit, after)
    cut = word.isalpha() and word not in DETERMINERS and word not in PRONOUNS and unit.masked[after].islower()
    if cut and (behind := _pronoun_clause(unit, cue_end, begin, limit)):
        return behind
    if "clause" in verb.frames and word in WOULD:
        return "clause", begin, cue_end
    if after >= limit or word in STOPS or word == "" or words[unit.word_at(after)].is_quote:
        return None
    if word in NO_CLAUSE and not _counts(unit, after):
        return None
    if not any(may_be_verb(words, j) for j in range(unit.word_at(after), len(words)) if words[j].start < limit):
        return None
    return "clause", after, cue_end


def _pronoun_clause(unit: Unit, cue_end: int, begin: int, limit: int) -> Found:
    """A clause behind a short phrase that no list knows: "told the boys he had gone"."""
    words, k = unit.words, unit.word_at(begin)
    for j in range(k + 1, min(k + 7, len(words) - 1)):
        if words[j].start >= limit or words[j].text in STOPS or is_finite(words, j):
            return None
        if words[j].low in ("he", "she", "they", "it", "there", "we") and is_finite(words, j + 1):
            return "clause", words[j].start, cue_end
        fresh = words[j].low in FRESH and (words[j - 1].low.endswith("s") or words[j - 1].low in SOMEBODY)
        if fresh and any(may_be_past(words, n) for n in range(j + 2, len(words)) if words[n].start < limit):
            return "clause", words[j].start, cue_end
    return None


def _counts(unit: Unit, at: int) -> bool:
    """Whether a preposition only rounds a number: "told a reporter about 30 men came"."""
    words, k = unit.words, unit.word_at(at) + 1
    return k < len(words) and words[k - 1].low in ("about", "around", "over", "between") and words[k].low[0].isdigit()


def _is_subject(word: Word) -> bool:
    """Whether a pronoun can only begin a clause: "told a judge they'd settled the case that …"."""
    return APOSTROPHE.split(word.low, maxsplit=1)[0] in ("he", "she", "they", "we", "i")


def _is_bidden(unit: Unit, verb: ReportingVerb, k: int, limit: int) -> bool:
    """Whether "to" and a verb come before any finite verb: "advised U.S. citizens to leave"."""
    words = unit.words
    if "bid" not in verb.frames:
        return False
    for j in range(k + 1, min(k + 12, len(words) - 1)):
        if words[j].start >= limit or words[j].text in STOPS or is_finite(words, j):
            return False
        if words[j].low == "to":
            return is_base(words[j + 1])
    return False


def _is_warned(unit: Unit, verb: ReportingVerb, k: int, limit: int) -> bool:
    """Whether a link comes before any finite verb: "warned U.S. citizens of the risks"."""
    words = unit.words
    for j in range(k + 1, min(k + 7, len(words))):
        if words[j].start >= limit or words[j].text in STOPS or is_finite(words, j):
            return False
        if words[j].low in verb.links:
            return "accuse" in verb.frames
    return False


def _noun_follows(unit: Unit, k: int) -> bool:
    return k + 1 < len(unit.words) and is_finite(unit.words, k + 1)
