"""Complements: what is said after a reporting verb, by the frames of the verb."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from newsledger.build.extract.statements.addressees import read_addressed
from newsledger.build.extract.statements.adjuncts import Adjuncts, skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.evidence import concedes, counts_up, is_clause
from newsledger.build.extract.statements.places import Found, Place
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    FINITE,
    MASK,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TIMES,
    Words,
    is_base,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon

# Verbs whose object may be a prayer or a word of thanks.
CALLING = frozenset(("call for", "appeal"))
DECLARING = frozenset(("declare", "proclaim"))
QUESTION = reporting_words("questions")
NO_BEGINNING = reporting_words("no_beginning")
# "said that day": no conjunction.
PARTS_OF_TIME = frozenset(
    ("day", "night", "week", "weekend", "month", "year", "morning", "afternoon", "evening", "time")
)
# Words that begin no object.
NO_OBJECT = PREPOSITIONS | (ADVERBS - {"all", "both"}) | {"and", "or", "to", "by", "as", "missing", "dead", "every"}
NO_GERUNDS = reporting_words("no_gerunds")
# With these a clause without "which" tells how somebody sees what stands before it.
DESCRIBING = frozenset(("on", "as"))
SOMEBODY = PRONOUNS | speaker_nouns("person", "plural", "organisation")
# "that it's", "that they've": the subject is in the word.
CONTRACTED = tuple(f"{mark}{rest}" for mark in "'’" for rest in ("s", "re", "ve", "ll", "m"))
# "a tale of having to flee": nobody is bidden.
OBLIGED = frozenset(("having", "have", "has", "had"))
# Frames that take "that"; verbs with which a name without "as" describes.
THAT = frozenset(("clause", "that", "tell", "tell_that", "quote", "bid"))
QUOTED = frozenset(("clause", "that", "quote"))
TELLING = frozenset(("tell", "tell_that"))
NAMING = frozenset(("call", "label", "brand", "term", "declare"))
EXPRESSING = frozenset(("express", "voice"))
NEVER = frozenset(("not", "never"))
THEM = frozenset(("us", "me", "him", "her", "them"))
ADDING = frozenset(("that", "and"))
TOLD_WHEN = frozenset(("on", "in", "at", "to", "last", "later", "again"))
FEW = frozenset(("no", "few", "little"))
REQUESTING, ATTITUDES, PRONOUN_OBJECTS = map(reporting_words, ("requesting", "attitudes", "pronoun_objects"))


class Complement(NamedTuple):
    """What is said, with the end of the cue (past its preposition) and the frame that took it."""

    start: int
    end: int
    cue_end: int
    frame: str
    medium: tuple[int, int] | None = None


def read_complement(unit: Unit, verb: ReportingVerb, cue_end: int, adjuncts: Adjuncts, limit: int) -> Complement | None:
    """Read what is said after an active verb and its adjuncts, by the first of its frames that fits."""
    begin = skip_space(unit, adjuncts.end)
    words, k = unit.words, unit.words.at(begin)
    if begin >= limit or k >= len(words.lows):
        return None
    if verb.lemma not in CALLING and section("not_said").match(unit.masked, begin, unit.end):
        return None
    if verb.lemma in DECLARING and section("declared_acts").match(unit.masked, begin, unit.end):
        return None
    low = words.lows[k] if words.starts[k] == begin else ""
    stop = words.at(limit) if limit < unit.end else len(words.lows)
    place = Place(unit, words, verb, cue_end, begin, limit, low, k, stop)
    for read in _readers()[verb.lemma]:
        if found := read(place):
            frame, start, end_of_cue = found
            end = clause_end(unit, start, frame, limit)
            if end > start:
                return Complement(start, end, end_of_cue, frame, adjuncts.medium)
    return None


@cache
def _readers() -> dict[str, tuple[Callable[[Place], Found], ...]]:
    """For each verb, the readers of its frames in the order in which they are tried."""
    return {verb.lemma: tuple(read for read, takes in READERS if takes(verb)) for verb in reporting_lexicon().verbs}


def _that(place: Place) -> Found:
    words, k = place.words, place.k
    if place.low != "that" or not PARTS_OF_TIME.isdisjoint(words.lows[k + 1 : k + 2]):
        return None
    after = skip_space(place.unit, place.begin + 4)
    follow = words.at(after)
    leading = place.cue_end - place.unit.start < 20 and place.unit.masked.endswith("ing", 0, place.cue_end)
    beyond = words.texts[follow : follow + 1 + leading]
    if beyond and (_lacks_subject(words, follow) or not STOPS.isdisjoint(beyond)):
        return None
    return ("clause", after, place.cue_end) if after < place.limit else None


def _lacks_subject(words: Words, k: int) -> bool:
    """Whether a verb follows "that" at once, so that it is a relative: "with tactics that suggest"."""
    lexicon, low = reporting_lexicon(), words.lows[k]
    if low.endswith(CONTRACTED):
        return False
    object_follows = k + 1 < len(words.lows) and (words.lows[k + 1] in DETERMINERS or words.lows[k + 1][0].isdigit())
    takes = object_follows and low.endswith("ed")
    return takes or words.verbs[k] == FINITE or (low in lexicon.by_form and low not in lexicon.homographs)


def _question(place: Place) -> Found:
    return ("clause", place.begin, place.cue_end) if place.low in QUESTION else None


def _preposition(place: Place) -> Found:
    words, begin = place.words, place.begin
    for preposition in place.verb.prepositions:
        if not place.unit.masked.startswith(preposition + " ", begin):
            continue
        if preposition in DESCRIBING and not _is_contact(
            words, words.at(place.cue_end) - len(place.verb.lemma.split())
        ):
            continue
        after = skip_space(place.unit, begin + len(preposition))
        low = words.low_at(after) if preposition == "to" else ""
        if after >= place.limit or (low and not low.endswith("ing") and low not in DETERMINERS):
            return None
        return "object", after, begin + len(preposition)
    return None


def _is_contact(words: Words, cue: int) -> bool:
    """Whether somebody stands right before a cue: "a raid officials blamed on X", not "a raid blamed on X"."""
    k = cue - 1
    while k > 0 and (words.lows[k] in ADVERBS or words.lows[k] in AUXILIARIES):
        k -= 1
    return k >= 0 and (words.texts[k][0].isupper() or words.lows[k] in SOMEBODY)


def _bid(place: Place) -> Found:
    words, lows, k = place.words, place.words.lows, place.k
    telling = place.verb.lemma == "tell"
    if lows[k] == "to":
        return None
    for j in range(k + 1, min(k + 22, place.stop)):
        low, finite = lows[j], words.verbs[j] == FINITE
        if low in ";:" or (finite and (low in ADDING or (telling and RELATIVES.isdisjoint(lows[k:j])))):
            return None
        if low == "to" and j + 1 < len(lows) and is_base(words, j + 1) and lows[j - 1] not in OBLIGED:
            if telling and (j - k <= 3 or lows[k] in THEM):
                return "bid", words.starts[j - 1 if lows[j - 1] == "not" else j], place.cue_end
            return "bid", words.starts[k], place.cue_end
    return None


def _requested(place: Place) -> Found:
    """What somebody is asked for: "appealed to the bishops for calm", "asked the UN for tents"."""
    words, k = place.words, place.k
    for j in range(k + 1, min(k + 8, len(words.lows) - 1, place.stop)):
        if words.texts[j] in STOPS or words.lows[j] == "to" or words.verbs[j] == FINITE:
            return None
        if words.lows[j] == "for":
            named = place.verb.lemma != "ask" or any(text[0].isupper() for text in words.texts[k:j])
            return ("object", words.starts[j + 1], place.cue_end) if named else None
    return None


def _infinitive(place: Place) -> Found:
    """An infinitive with the "never" or "not" before it: "vowed never to return"."""
    words, lows, k = place.words, place.words.lows, place.k
    while k > 0 and lows[k - 1] in NEVER and words.starts[k - 1] >= place.cue_end:
        k -= 1
    start = k
    while k < len(lows) and lows[k] in NEVER:
        k += 1
    bare = k + 1 < len(lows) and lows[k] == "to" and (k > start or is_base(words, k + 1))
    return ("to", words.starts[start], place.cue_end) if bare else None


def _accused(place: Place) -> Found:
    words, lows, verb, k = place.words, place.words.lows, place.verb, place.k
    if lows[k] in PREPOSITIONS or lows[k] in TIMES or words.texts[k] in STOPS:
        return None
    if verb.light_objects and not _object_fits(words, verb, k):
        return None
    for j in range(k + 1, min(k + 20, place.stop)):
        if lows[j] in verb.links and TIMES.isdisjoint(lows[j + 1 : j + 3]):
            return "accuse", place.begin, place.cue_end
    return None


def _described(place: Place) -> Found:
    words, lows, verb, k = place.words, place.words.lows, place.verb, place.k
    described = "describe", place.begin, place.cue_end
    if place.low == "as" and lows[k + 1 : k + 2] == [MASK]:
        return described
    if "object" in verb.frames or (verb.light_objects and not _object_fits(words, verb, k)):
        return None
    for j in range(k + 1, min(k + 16, place.stop)):
        low = lows[j]
        if low in ";:":
            return None
        fresh = low in ("a", "an") and lows[j - 1] not in PREPOSITIONS and lows[j - 1] != ","
        if low == "as" or (verb.lemma in NAMING and (fresh or low == MASK)):
            return described
    return None


def _gerund(place: Place) -> Found:
    gerund = place.low.endswith("ing") and place.low not in NO_GERUNDS
    near = gerund and "," not in place.unit.masked[place.cue_end : place.begin]
    return ("ing", place.begin, place.cue_end) if near else None


def _bare(place: Place) -> Found:
    """A clause without "that", or a noun object."""
    unit, words, verb, k = place.unit, place.words, place.verb, place.k
    if words.starts[k] >= place.limit or words.texts[k] in STOPS:
        return None
    between = unit.masked[place.cue_end : place.begin]
    commas = between.count(",")
    aside = commas == 2 and between.startswith(",") and between.rstrip().endswith(",")
    near = (not commas or aside) and ":" not in between
    if near and words.lows[k] == MASK and not verb.frames.isdisjoint(QUOTED):
        return "clause", place.begin, place.cue_end
    if words.lows[k] in NO_BEGINNING and not (near and (concedes(words, k) or counts_up(words, k))):
        return None
    if verb.lemma in EXPRESSING and (found := _hoped(words, k, place.limit)):
        return found
    if "clause" in verb.frames and (near or commas >= 2) and is_clause(place):
        return "clause", place.begin, place.cue_end
    if "object" in verb.frames and near and _object_fits(words, verb, k):
        return "object", place.begin, place.cue_end
    return None


def _hoped(words: Words, k: int, limit: int) -> Found:
    """A clause behind the noun of a light object: "expressed confidence that the town would fall"."""
    for j in range(k, min(k + 4, len(words.lows) - 2)):
        if words.lows[j] in ATTITUDES and words.lows[j + 1] == "that" and words.verbs[j + 2] != FINITE:
            return ("clause", words.starts[j + 2], words.ends[j]) if words.starts[j + 2] < limit else None
    return None


def _object_fits(words: Words, verb: ReportingVerb, k: int) -> bool:
    low = words.lows[k]
    told = low in PRONOUN_OBJECTS and not TOLD_WHEN.isdisjoint(words.lows[k + 1 : k + 2])
    if low in NO_OBJECT or told:
        return False
    if verb.light_objects is None:
        return True
    return low not in FEW and not set(words.lows[k : k + 7]).isdisjoint(verb.light_objects)


# By frame, in the order in which they are tried, each with whether a verb takes it.
READERS: tuple[tuple[Callable[[Place], Found], Callable[[ReportingVerb], bool]], ...] = (
    (_that, lambda verb: not verb.frames.isdisjoint(THAT)),
    (_question, lambda verb: "whether" in verb.frames),
    (_preposition, lambda verb: bool(verb.prepositions)),
    (read_addressed, lambda verb: not verb.frames.isdisjoint(TELLING)),
    (_bid, lambda verb: "bid" in verb.frames),
    (_requested, lambda verb: verb.lemma in REQUESTING),
    (_infinitive, lambda verb: "to" in verb.frames),
    (_accused, lambda verb: "accuse" in verb.frames and "object" not in verb.frames),
    (_described, lambda verb: "describe" in verb.frames),
    (_gerund, lambda verb: "ing" in verb.frames),
    (_bare, lambda verb: True),
)
