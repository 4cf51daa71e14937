"""Complements: what is said after a reporting verb, by the frames of the verb."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.extract.statements.addressees import Found, read_addressed
from newsledger.build.extract.statements.adjuncts import read_adjuncts, skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.evidence import concedes, counts_up, is_clause
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit, low_at
from newsledger.build.extract.statements.words import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    STOPS,
    TIMES,
    is_base,
    is_finite,
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


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said, with the end of the cue (past its preposition) and the frame that took it."""

    start: int
    end: int
    cue_end: int
    frame: str
    medium: tuple[int, int] | None = None


def read_complement(unit: Unit, verb: ReportingVerb, cue_start: int, cue_end: int, limit: int) -> Complement | None:
    """Read what is said after an active verb, by the first of its frames that fits."""
    adjuncts = read_adjuncts(unit, cue_end)
    begin = skip_space(unit, adjuncts.end)
    if verb.lemma not in CALLING and section("not_said").match(unit.masked, begin, unit.end):
        return None
    if verb.lemma in DECLARING and section("declared_acts").match(unit.masked, begin, unit.end):
        return None
    for read in READERS:
        if found := read(unit, verb, cue_end, begin, limit):
            frame, start, end_of_cue = found
            end = clause_end(unit, start, frame, limit)
            if end > start:
                return Complement(start, end, end_of_cue, frame, adjuncts.medium)
    return None


def _that(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    following = unit.words[k + 1].low if (k := unit.word_at(begin)) + 1 < len(unit.words) else ""
    if (
        low_at(unit, begin) != "that"
        or begin >= limit
        or following in PARTS_OF_TIME
        or not verb.frames & {"clause", "that", "tell", "tell_that", "quote", "bid"}
    ):
        return None
    after = skip_space(unit, begin + 4)
    follow = unit.word_at(after)
    leading = cue_end - unit.start < 20 and unit.masked[:cue_end].endswith("ing")
    beyond = unit.words[follow : follow + 1 + leading]
    if beyond and (_lacks_subject(unit, follow) or any(word.text in STOPS for word in beyond)):
        return None
    return ("clause", after, cue_end) if after < limit else None


def _lacks_subject(unit: Unit, k: int) -> bool:
    """Whether a verb follows "that" at once, so that it is a relative: "with tactics that suggest"."""
    words, lexicon, low = unit.words, reporting_lexicon(), unit.words[k].low
    object_follows = k + 1 < len(words) and (words[k + 1].low in DETERMINERS or words[k + 1].low[0].isdigit())
    takes = low.endswith("ed") and object_follows
    if low.endswith(CONTRACTED):
        return False
    return takes or is_finite(words, k) or (low in lexicon.by_form and low not in lexicon.homographs)


def _question(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "whether" in verb.frames and low_at(unit, begin) in QUESTION and begin < limit:
        return "clause", begin, cue_end
    return None


def _preposition(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    for preposition in verb.prepositions:
        if preposition in DESCRIBING and not _is_contact(unit, unit.word_at(cue_end) - len(verb.lemma.split())):
            continue
        if unit.masked.startswith(preposition + " ", begin) and begin < limit:
            after = skip_space(unit, begin + len(preposition))
            if (
                preposition == "to"
                and low_at(unit, after)
                and not low_at(unit, after).endswith("ing")
                and low_at(unit, after) not in DETERMINERS
            ):
                return None
            return ("object", after, begin + len(preposition)) if after < limit else None
    return None


def _is_contact(unit: Unit, cue: int) -> bool:
    """Whether somebody stands right before a cue: "a raid officials blamed on X", not "a raid blamed on X"."""
    words, k = unit.words, cue - 1
    while k > 0 and (words[k].low in ADVERBS or words[k].low in AUXILIARIES):
        k -= 1
    return k >= 0 and (words[k].text[0].isupper() or words[k].low in SOMEBODY)


def _bid(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "bid" not in verb.frames:
        return None
    words, k = unit.words, unit.word_at(begin)
    if k < len(words) and words[k].low == "to":
        return None
    for j in range(k + 1, min(k + 22, len(words))):
        if (
            words[j].start >= limit
            or words[j].text in ";:"
            or (words[j].low in ("that", "and") and is_finite(words, j))
        ):
            return None
        if verb.lemma == "tell" and is_finite(words, j) and not any(w.low in RELATIVES for w in words[k:j]):
            return None
        if words[j].low == "to" and j + 1 < len(words) and is_base(words[j + 1]) and words[j - 1].low not in OBLIGED:
            if (verb.lemma == "tell" and j - k <= 3) or (
                words[k].low in ("us", "me", "him", "her", "them") and verb.lemma == "tell"
            ):
                start = words[j - 1].start if words[j - 1].low == "not" else words[j].start
                return "bid", start, cue_end
            return "bid", words[k].start, cue_end
    return None


def _requested(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    """What somebody is asked for: "appealed to the bishops for calm", "asked the UN for tents"."""
    words, k = unit.words, unit.word_at(begin)
    if verb.lemma not in reporting_words("requesting"):
        return None
    for j in range(k + 1, min(k + 8, len(words) - 1)):
        if words[j].start >= limit or words[j].text in STOPS or words[j].low == "to" or is_finite(words, j):
            return None
        if words[j].low == "for":
            named = verb.lemma != "ask" or any(word.text[0].isupper() for word in words[k:j])
            return ("object", words[j + 1].start, cue_end) if named else None
    return None


def _infinitive(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    """An infinitive with the "never" or "not" before it: "vowed never to return"."""
    words, k = unit.words, unit.word_at(begin)
    if "to" not in verb.frames or begin >= limit:
        return None
    while k > 0 and words[k - 1].low in ("not", "never") and words[k - 1].start >= cue_end:
        k -= 1
    start = k
    while k < len(words) and words[k].low in ("not", "never"):
        k += 1
    bare = k + 1 < len(words) and words[k].low == "to" and (k > start or is_base(words[k + 1]))
    return ("to", words[start].start, cue_end) if bare else None


def _accused(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "accuse" not in verb.frames or "object" in verb.frames:
        return None
    words, k = unit.words, unit.word_at(begin)
    if k >= len(words) or words[k].low in PREPOSITIONS or words[k].low in TIMES or words[k].text in STOPS:
        return None
    if verb.light_objects and not _object_fits(unit, verb, k):
        return None
    for j in range(k + 1, min(k + 20, len(words))):
        if words[j].start >= limit:
            break
        if words[j].low in verb.links and not any(w.low in TIMES for w in words[j + 1 : j + 3]):
            return "accuse", begin, cue_end
    return None


def _described(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "describe" not in verb.frames:
        return None
    words, k = unit.words, unit.word_at(begin)
    if low_at(unit, begin) == "as" and k + 1 < len(words) and words[k + 1].is_quote:
        return "describe", begin, cue_end
    if "object" in verb.frames or (k < len(words) and verb.light_objects and not _object_fits(unit, verb, k)):
        return None
    for j in range(k + 1, min(k + 16, len(words))):
        if words[j].start >= limit or words[j].text in ";:":
            break
        if words[j].low == "as" or (
            verb.lemma in ("call", "label", "brand", "term", "declare")
            and (
                words[j].is_quote
                or (words[j].low in ("a", "an") and words[j - 1].low not in PREPOSITIONS and words[j - 1].text != ",")
            )
        ):
            return "describe", begin, cue_end
    return None


def _gerund(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    near = "," not in unit.masked[cue_end:begin]
    word = low_at(unit, begin)
    if "ing" in verb.frames and near and word.endswith("ing") and word not in NO_GERUNDS and begin < limit:
        return "ing", begin, cue_end
    return None


def _bare(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    """A clause without "that", or a noun object."""
    words, k = unit.words, unit.word_at(begin)
    if k >= len(words) or words[k].start >= limit or words[k].text in STOPS:
        return None
    between = unit.masked[cue_end:begin]
    aside = between.startswith(",") and between.count(",") == 2 and between.rstrip().endswith(",")
    near = ("," not in between or aside) and ":" not in between
    if words[k].is_quote and near and verb.frames & {"quote", "clause", "that"}:
        return "clause", begin, cue_end
    if words[k].low in NO_BEGINNING and not (near and (concedes(unit, k) or counts_up(unit, k))):
        return None
    if found := _hoped(unit, verb, k, limit):
        return found
    if "clause" in verb.frames and (near or between.count(",") >= 2) and is_clause(unit, verb, cue_end, begin, limit):
        return "clause", begin, cue_end
    if "object" in verb.frames and _object_fits(unit, verb, k) and near:
        return "object", begin, cue_end
    return None


def _hoped(unit: Unit, verb: ReportingVerb, k: int, limit: int) -> Found:
    """A clause behind the noun of a light object: "expressed confidence that the town would fall"."""
    words = unit.words
    if verb.lemma not in ("express", "voice"):
        return None
    for j in range(k, min(k + 4, len(words) - 2)):
        if words[j].low in reporting_words("attitudes") and words[j + 1].low == "that" and not is_finite(words, j + 2):
            return ("clause", words[j + 2].start, words[j].end) if words[j + 2].start < limit else None
    return None


def _object_fits(unit: Unit, verb: ReportingVerb, k: int) -> bool:
    words = unit.words
    told = words[k].low in reporting_words("pronoun_objects") and k + 1 < len(words)
    if words[k].low in NO_OBJECT or (told and words[k + 1].low in ("on", "in", "at", "to", "last", "later", "again")):
        return False
    if verb.light_objects is None:
        return True
    if words[k].low in ("no", "few", "little"):
        return False
    return any(words[j].low in verb.light_objects for j in range(k, min(k + 7, len(words))))


# By frame, in the order in which they are tried.
READERS = (
    _that,
    _question,
    _preposition,
    read_addressed,
    _bid,
    _requested,
    _infinitive,
    _accused,
    _described,
    _gerund,
    _bare,
)
