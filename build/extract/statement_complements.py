"""Complements: where what is said begins and ends after a reporting verb."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsledger.build.extract.statement_rules import section
from newsledger.build.extract.statement_subjects import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    STOPS,
    TIMES,
    is_finite,
)
from newsledger.build.extract.statement_units import MASK, Unit
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon

# Words that, after a comma, begin the reporter's own clause again.
RESUMING = frozenset(
    "but while whereas although though after following amid as hours days minutes despite even according citing quoting "
    "referring shortly speaking prompting drawing echoing".split()
)
# Words at which nothing that is said begins, and prepositions at which a clause may.
NO_BEGINNING = RESUMING - {"even", "days", "hours", "minutes", "though", "although"} | {"before", "during", "adding", "that"}
MAY_BEGIN = frozenset("in at on under over between about around near within since during with for from by despite".split())
# Words that end a noun phrase or an infinitive clause without a comma.
CLOSING = frozenset("after while amid following".split())
QUESTION = frozenset("whether if how why what when where who which".split())
LONG_ADJUNCT = re.compile(
    rf",? ?(?:during|after|following|at|in|on|from|amid|ahead of|as|when|before|of|to|by|over|for|about|with|upon|while)\b"
    rf"[^:;{MASK}]{{2,90}}?(?=,? that\b|[,:] ?{MASK}|: ?$|:$)"
)
SEPARATOR = re.compile(r"[\s,]*")


@dataclass(frozen=True, slots=True)
class Adjuncts:
    """What stands between a verb and its complement: `end` is where the complement may begin."""

    end: int
    medium: tuple[int, int] | None = None
    addressee: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Complement:
    """What is said, with the end of the cue (past its preposition) and the frame that took it."""

    start: int
    end: int
    cue_end: int
    frame: str
    medium: tuple[int, int] | None = None


def read_adjuncts(unit: Unit, at: int) -> Adjuncts:
    """Skip expressions of time, channel and audience after a verb."""
    medium = addressee = None
    text, end = unit.masked, at
    for _ in range(6):
        m = re.compile(r",? +").match(text, end, unit.end)
        if m is None:
            break
        begin = m.end()
        if text.startswith("that ", begin):
            break
        word = unit.words[k].low if (k := unit.word_at(begin)) < len(unit.words) else ""
        if (found := section("media").match(text, begin, unit.end)) and found.end() > begin:
            medium = medium or (begin, found.end())
        elif (found := section("times").match(text, begin, unit.end)) and found.end() > begin:
            pass
        elif (found := section("others").match(text, begin, unit.end)) and found.end() > begin:
            addressee = addressee or (begin, found.end())
        elif word in ADVERBS and word not in ("there", "all", "both", "here", "no"):
            end = begin + len(word)
            continue
        else:
            break
        end = found.end()
    if not text.startswith(" that ", end) and (found := LONG_ADJUNCT.match(text, end, unit.end)):
        end = found.end()
    return Adjuncts(end, medium, addressee)


def skip_space(unit: Unit, at: int, marks: str = " ,:") -> int:
    """The first offset at or after `at` that holds none of the marks."""
    while at < unit.end and unit.masked[at] in marks:
        at += 1
    return at


def is_coordinated_cue(unit: Unit, k: int) -> bool:
    """Whether word `k` is a conjunction before a reporting verb that shares the subject of the last one.

    Only past forms count, and only with something said after them.
    """
    words = unit.words
    if k >= len(words) or words[k].low not in ("and", "but", "then", "or"):
        return False
    k += 1
    while k < len(words) and (words[k].low in ADVERBS or words[k].low.endswith("ly") or words[k].low in ("has", "have", "had")):
        k += 1
    lexicon = reporting_lexicon()
    if k + 2 < len(words) and (two := f"{words[k].low} {words[k + 1].low}") in lexicon.by_form:
        past = two not in lexicon.by_form[two].forms[:2]
        return past or any(words[j].low.endswith("s") and words[j].low in lexicon.by_form for j in range(k - 1))
    if k + 1 >= len(words) or words[k].low not in lexicon.by_form or words[k].low in ("put", "found", "read"):
        return False
    low, after = words[k].low, words[k + 1]
    verb = lexicon.by_form[low]
    present = low == verb.forms[1] and any(words[j].low.endswith("s") and words[j].low in lexicon.by_form for j in range(k - 1))
    if low in verb.forms[:2] and not present or low.endswith("ing") or low in lexicon.homographs and low.endswith("s") and not present:
        return False
    if after.low in verb.prepositions or after.is_quote or after.low in ("that", "to"):
        return True
    return after.low in DETERMINERS | PRONOUNS | QUESTION or after.text[0].isupper() or "object" in verb.frames or (
        "clause" in verb.frames or "bid" in verb.frames
    )


def _ends_clause(unit: Unit, k: int, frame: str) -> bool:
    """Whether what is said ends before word `k`."""
    words = unit.words
    word = words[k]
    if word.text == ";":
        return True
    if word.text == ",":
        return _comma_ends(unit, k, frame)
    if word.low in ("and", "but", "or") and is_coordinated_cue(unit, k):
        return True
    if word.low == "but" and k + 1 < len(words) and is_finite(words, k + 1):
        return True
    if word.low == "according" and k + 1 < len(words) and words[k + 1].low == "to":
        return True
    if frame in ("object", "bid", "accuse", "to", "describe", "ing"):
        if word.low in CLOSING and words[k - 1].low not in ("the", "day", "days"):
            return True
        return word.low == "as" and frame in ("bid", "to") and any(
            is_finite(words, j) or words[j].low.endswith("s") and words[j].text[0].islower() for j in range(k + 2, min(k + 7, len(words)))
        )
    return False


def _comma_ends(unit: Unit, k: int, frame: str) -> bool:
    words = unit.words
    if k + 1 >= len(words):
        return True
    after = words[k + 1]
    lexicon = reporting_lexicon()
    if after.low in RESUMING:
        return True
    if after.low in ("which", "a", "an", "something", "allegations", "claims", "charges", "accusations") and _comments(unit, k + 1):
        return True
    if after.low.endswith("s") and after.low in lexicon.by_form and after.low == lexicon.by_form[after.low].forms[1] and k + 2 < len(words):
        return words[k + 2].text not in STOPS and words[k - 1].low not in ("the", "of")
    if after.low.endswith("ing") and after.low in lexicon.by_form and after.low not in ("including", "according", "beginning"):
        return True
    if after.low in ("and", "but", "then", "or") and is_coordinated_cue(unit, k + 1):
        return True
    if after.low in ("his", "her", "its", "their") and frame == "bid":
        return True
    if frame in ("object", "bid", "accuse", "to", "describe", "ing"):
        return after.low in ("which", "who", "whose", "where", "with", "whom", "when", "because")
    return False


def _comments(unit: Unit, k: int) -> bool:
    """Whether a phrase after a comma is the reporter's: "which X denies", "a charge Kyiv rejects"."""
    words, by_form = unit.words, reporting_lexicon().by_form
    if words[k].low == "which":
        return any(words[j].low in by_form for j in range(k + 1, min(k + 6, len(words))) if words[j].text != ",")
    nouns = ("charge", "claim", "accusation", "allegation", "assertion", "charges", "claims", "accusations", "allegations", "figure", "move")
    return any(words[j].low in nouns for j in range(k, min(k + 3, len(words))))


def clause_end(unit: Unit, start: int, frame: str, limit: int) -> int:
    """Where the clause or phrase that begins at `start` ends, `limit` at the latest; marks and late adjuncts cut off."""
    words, first = unit.words, unit.word_at(start)
    end = min(limit, unit.end)
    for k in range(first, len(words)):
        if words[k].start >= end:
            break
        if k > first and _ends_clause(unit, k, frame):
            end = words[k].start
            break
    while end > start and unit.masked[end - 1] in " ,;:—–-":
        end -= 1
    return end


def read_complement(unit: Unit, verb: ReportingVerb, cue_start: int, cue_end: int, limit: int) -> Complement | None:
    """Read what is said after an active verb, by the first of its frames that fits."""
    adjuncts = read_adjuncts(unit, cue_end)
    begin = skip_space(unit, adjuncts.end)
    if section("not_said", ignore_case=True).match(unit.masked, begin, unit.end):
        return None
    for read in (_that, _question, _preposition, _addressed, _bid, _infinitive, _accused, _described, _gerund, _bare):
        if found := read(unit, verb, cue_end, begin, limit):
            frame, start, end_of_cue = found
            end = clause_end(unit, start, frame, limit)
            if end > start:
                return Complement(start, end, end_of_cue, frame, adjuncts.medium)
    return None


Found = tuple[str, int, int] | None


def _word(unit: Unit, at: int) -> str:
    k = unit.word_at(at)
    return unit.words[k].low if k < len(unit.words) and unit.words[k].start == at else ""


def _that(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    following = unit.words[k + 1].low if (k := unit.word_at(begin)) + 1 < len(unit.words) else ""
    if _word(unit, begin) != "that" or begin >= limit or following in TIMES or not verb.frames & {"clause", "that", "tell", "tell_that", "quote", "bid"}:
        return None
    after = skip_space(unit, begin + 4)
    follow = unit.word_at(after)
    if follow < len(unit.words) and (is_finite(unit.words, follow) or unit.words[follow].text in STOPS):
        return None
    return ("clause", after, cue_end) if after < limit else None


def _question(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "whether" in verb.frames and _word(unit, begin) in QUESTION and begin < limit:
        return "clause", begin, cue_end
    return None


def _preposition(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    for preposition in verb.prepositions:
        if unit.masked.startswith(preposition + " ", begin) and begin < limit:
            after = skip_space(unit, begin + len(preposition))
            if preposition == "to" and _word(unit, after) and not _word(unit, after).endswith("ing") and _word(unit, after) not in DETERMINERS:
                return None
            return ("object", after, begin + len(preposition)) if after < limit else None
    return None


def addressee_end(unit: Unit, begin: int, limit: int) -> int:
    """Where the person or outlet addressed ends (`begin` if none is read there)."""
    best = begin
    for name in ("addressees",):
        m = section(name).match(unit.masked, begin, min(limit, unit.end))
        best = m.end() if m else best
    return best


def _addressed(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if not verb.frames & {"tell", "tell_that"}:
        return None
    words, k = unit.words, unit.word_at(begin)
    for j in range(k + 1, min(k + 16, len(words))):
        if words[j].start >= limit or words[j].text in ";:" or words[j].low in ("to", "who"):
            break
        if words[j].low == "that" and words[j - 1].text != "," and not _noun_follows(unit, j):
            after = skip_space(unit, words[j].end)
            return ("clause", after, cue_end) if after < limit else None
    if "tell" not in verb.frames:
        return None
    end = addressee_end(unit, begin, limit)
    if end == begin:
        return None
    after = skip_space(unit, read_adjuncts(unit, end).end, " ")
    word = _word(unit, after)
    if after >= limit or word in PREPOSITIONS | {"to", "not", "and"} or word in STOPS or word == "" or words[unit.word_at(after)].is_quote:
        return None
    if not any(is_finite(words, j) or words[j].low.endswith(("ed", "s")) for j in range(unit.word_at(after), len(words)) if words[j].start < limit):
        return None
    return "clause", after, cue_end


def _noun_follows(unit: Unit, k: int) -> bool:
    return k + 1 < len(unit.words) and is_finite(unit.words, k + 1)


def _bid(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "bid" not in verb.frames:
        return None
    words, k = unit.words, unit.word_at(begin)
    if k < len(words) and words[k].low == "to":
        return None
    for j in range(k + 1, min(k + 22, len(words))):
        if words[j].start >= limit or words[j].text in ";:" or words[j].low in ("that", "and") and is_finite(words, j):
            return None
        if words[j].low == "to" and j + 1 < len(words) and _is_base(unit, j + 1):
            if verb.lemma == "tell" and j - k <= 3 or words[k].low in ("us", "me", "him", "her", "them") and verb.lemma == "tell":
                start = words[j - 1].start if words[j - 1].low == "not" else words[j].start
                return "bid", start, cue_end
            return "bid", words[k].start, cue_end
    return None


def _is_base(unit: Unit, k: int) -> bool:
    word = unit.words[k]
    return (word.text[0].islower() or word.is_quote) and word.low not in DETERMINERS | PRONOUNS | PREPOSITIONS and not word.low.endswith("ing")


def _infinitive(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    k = unit.word_at(begin)
    if "to" in verb.frames and _word(unit, begin) == "to" and k + 1 < len(unit.words) and _is_base(unit, k + 1) and begin < limit:
        return "to", begin, cue_end
    if "to" in verb.frames and _word(unit, begin) == "not" and _word(unit, skip_space(unit, begin + 3)) == "to":
        return "to", begin, cue_end
    return None


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
        if words[j].low in verb.links:
            return "accuse", begin, cue_end
    return None


def _described(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "describe" not in verb.frames or "object" in verb.frames:
        return None
    words, k = unit.words, unit.word_at(begin)
    for j in range(k + 1, min(k + 16, len(words))):
        if words[j].start >= limit or words[j].text in ";:":
            break
        if words[j].low == "as" or verb.lemma in ("call", "label", "brand", "term", "declare") and (
            words[j].is_quote or words[j].low in ("a", "an") and words[j - 1].low not in PREPOSITIONS and words[j - 1].text != ","
        ):
            return "describe", begin, cue_end
    return None


def _gerund(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    if "ing" in verb.frames and _word(unit, begin).endswith("ing") and begin < limit:
        return "ing", begin, cue_end
    return None


def _bare(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> Found:
    """A clause without "that", or a noun object."""
    words, k = unit.words, unit.word_at(begin)
    if k >= len(words) or words[k].start >= limit or words[k].text in STOPS:
        return None
    between = unit.masked[cue_end:begin]
    near = "," not in between and ":" not in between
    if words[k].is_quote and near and verb.frames & {"quote", "clause", "that"}:
        return "clause", begin, cue_end
    if words[k].low in NO_BEGINNING:
        return None
    if "clause" in verb.frames and (near or between.count(",") >= 2) and _is_clause(unit, verb, cue_end, begin, limit):
        return "clause", begin, cue_end
    if "object" in verb.frames and _object_fits(unit, verb, k) and near:
        return "object", begin, cue_end
    return None


def _is_clause(unit: Unit, verb: ReportingVerb, cue_end: int, begin: int, limit: int) -> bool:
    """Whether what follows the cue reads as a clause: it has a finite verb, or a quotation that may hold one."""
    words, k = unit.words, unit.word_at(begin)
    if words[k].low in PREPOSITIONS - MAY_BEGIN:
        return False
    end = clause_end(unit, begin, "clause", limit)
    inside = range(k, unit.word_at(end))
    if _looks_like_headline(unit, verb, cue_end, end):
        return True
    if any(words[j].is_quote and words[j].end - words[j].start > 8 for j in inside[1:]):
        return True
    if verb.lemma == "add":
        return any(is_finite(words, j) for j in inside)
    return any(_looks_finite(unit, j) for j in inside)


def _looks_like_headline(unit: Unit, verb: ReportingVerb, cue_end: int, end: int) -> bool:
    """Whether "X says town falling" drops its auxiliary as headlines do."""
    present = unit.masked[:cue_end].endswith(("says", "say"))
    return verb.lemma == "say" and present and unit.masked[unit.end : unit.end + 1] not in (".", "?", "!") and end - cue_end > 8


def _looks_finite(unit: Unit, k: int) -> bool:
    words = unit.words
    low = words[k].low
    if is_finite(words, k) or low in AUXILIARIES:
        return True
    if not words[k].text[0].islower() or low in DETERMINERS | PREPOSITIONS | TIMES or k == 0:
        return False
    before = words[k - 1]
    if before.low in DETERMINERS | PREPOSITIONS or before.text[0].isdigit() or before.low in reporting_lexicon().by_form:
        return False
    return low.endswith("ed") or (low.endswith("s") and len(low) > 3 and not low.endswith(("ss", "us", "ous", "'s", "’s")))


def _object_fits(unit: Unit, verb: ReportingVerb, k: int) -> bool:
    words = unit.words
    if words[k].low in PREPOSITIONS | ADVERBS - {"all", "both"} | {"and", "or", "to", "by", "as"}:
        return False
    if verb.light_objects is None:
        return True
    return any(words[j].low in verb.light_objects for j in range(k, min(k + 5, len(words))))
