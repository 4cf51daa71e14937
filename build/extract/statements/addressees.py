"""Addressees: what is said behind the person or outlet that a verb addresses."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.adjuncts import addressee_end, read_adjuncts, skip_space
from newsledger.build.extract.statements.places import Found, Place
from newsledger.build.extract.statements.words import (
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    MASK,
    MAY_BE_PAST,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    Words,
    is_base,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb

# Words that begin no clause after an addressee.
NO_WORD = STOPS | {"", MASK}
NO_CLAUSE = PREPOSITIONS | {"to", "not", "and"}
# After a noun phrase these tell that it is a subject, not somebody addressed.
SOMEBODY = speaker_nouns("person", "plural", "organisation")
# A phrase that begins so behind a noun is another: "told fans the tour was over".
FRESH = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "no"))
WOULD = MODALS | AUXILIARIES
# What stands in no addressee, and before no "that" behind one.
NO_ADDRESSEE = frozenset((";", ":", "who"))
BEFORE_THAT = frozenset((",", "and", "but"))
ROUNDING = frozenset(("about", "around", "over", "between"))
SUBJECTS = frozenset(("he", "she", "they", "it", "there", "we"))
ONLY_SUBJECTS = frozenset(("he", "she", "they", "we", "i"))
APOSTROPHE = re.compile("['’]")


def read_addressed(place: Place) -> Found:
    """Read what is said behind somebody addressed: "told ADDRESSEE (that) CLAUSE"."""
    words, lows, verb, stop = place.words, place.words.lows, place.verb, place.stop
    if place.low == "to":
        return None
    for j in range(place.k + 1, min(place.k + 16, stop)):
        low = lows[j]
        if low in NO_ADDRESSEE or _is_subject(low) or (low == "to" and j + 1 < len(lows) and is_base(words, j + 1)):
            break
        if low == "that" and lows[j - 1] not in BEFORE_THAT and FINITE not in words.verbs[j + 1 : j + 2]:
            after = skip_space(place.unit, words.ends[j])
            return ("clause", after, place.cue_end) if after < place.limit else None
    if "tell" not in verb.frames or _is_bidden(words, verb, place.k, stop) or _is_warned(words, verb, place.k, stop):
        return None
    return _bare_clause(place)


def _bare_clause(place: Place) -> Found:
    unit, words = place.unit, place.words
    end = addressee_end(unit, place.begin, place.limit)
    if end == place.begin:
        return _pronoun_clause(place)
    after = skip_space(unit, read_adjuncts(unit, end).end, " ")
    word = words.low_at(after)
    cut = word.isalpha() and word not in DETERMINERS and word not in PRONOUNS and unit.masked[after].islower()
    if cut and (behind := _pronoun_clause(place)):
        return behind
    if "clause" in place.verb.frames and word in WOULD:
        return "clause", place.begin, place.cue_end
    first = words.at(after)
    if after >= place.limit or word in NO_WORD:
        return None
    if word in NO_CLAUSE and not _counts(words, first):
        return None
    return ("clause", after, place.cue_end) if any(words.verbs[first : place.stop]) else None


def _pronoun_clause(place: Place) -> Found:
    """A clause behind a short phrase that no list knows: "told the boys he had gone"."""
    words, lows, stop = place.words, place.words.lows, place.stop
    for j in range(place.k + 1, min(place.k + 7, len(lows) - 1, stop)):
        if words.texts[j] in STOPS or words.verbs[j] == FINITE:
            return None
        begins = lows[j] in SUBJECTS and words.verbs[j + 1] == FINITE
        fresh = lows[j] in FRESH and (lows[j - 1][-1] == "s" or lows[j - 1] in SOMEBODY)
        if begins or (fresh and max(words.verbs[j + 2 : stop], default=0) >= MAY_BE_PAST):
            return "clause", words.starts[j], place.cue_end
    return None


def _counts(words: Words, k: int) -> bool:
    """Whether a preposition only rounds a number: "told a reporter about 30 men came"."""
    return k + 1 < len(words.lows) and words.lows[k] in ROUNDING and words.lows[k + 1][0].isdigit()


def _is_subject(low: str) -> bool:
    """Whether a pronoun can only begin a clause: "told a judge they'd settled the case that …"."""
    return low in ONLY_SUBJECTS or APOSTROPHE.split(low, maxsplit=1)[0] in ONLY_SUBJECTS


def _is_bidden(words: Words, verb: ReportingVerb, k: int, stop: int) -> bool:
    """Whether "to" and a verb come before any finite verb: "advised U.S. citizens to leave"."""
    if "bid" not in verb.frames:
        return False
    for j in range(k + 1, min(k + 12, len(words.lows) - 1, stop)):
        if words.texts[j] in STOPS or words.verbs[j] == FINITE:
            return False
        if words.lows[j] == "to":
            return is_base(words, j + 1)
    return False


def _is_warned(words: Words, verb: ReportingVerb, k: int, stop: int) -> bool:
    """Whether a link comes before any finite verb: "warned U.S. citizens of the risks"."""
    for j in range(k + 1, min(k + 7, stop)):
        if words.texts[j] in STOPS or words.verbs[j] == FINITE:
            return False
        if words.lows[j] in verb.links:
            return "accuse" in verb.frames
    return False
