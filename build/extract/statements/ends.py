"""Ends: where what is said stops and the reporter goes on."""

from __future__ import annotations

from functools import cache

from newsledger.build.extract.statements.adjuncts import addressee_end, read_adjuncts, skip_space
from newsledger.build.extract.statements.coordination import is_coordinated_cue, says_on, speaks_anew
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    FINITE,
    LEADING,
    MASK,
    MAY_BE_PAST,
    MAY_BE_VERB,
    PARTICIPLES,
    PASSIVE,
    PRONOUNS,
    RELATIVES,
    STOPS,
    Words,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon

RESUMING, CLOSING, COMMENTS = map(reporting_words, ("resuming", "closing", "comments"))
# Cues with which a sentence may close, and nouns that stand before them.
FINAL = reporting_words("final_cues")
SPOKEN = speaker_nouns("person", "plural", "organisation", "media", "document")
# After a comma these may begin the reporter's comment, or describe the last word of a phrase.
COMMENTING = frozenset(("which", "a", "an", "something", "allegations", "claims", "charges", "accusations"))
BESIDE = frozenset(("which", "who", "whose", "where", "with", "whom", "when", "because"))
# Frames whose content is a phrase or an infinitive rather than a clause.
PHRASES = frozenset(("object", "bid", "accuse", "to", "describe", "ing"))
# "all but essential travel": what is left out belongs to the phrase.
EXCEPTING = frozenset(("nothing", "all", "anything", "none", "everything"))
ROUNDING = frozenset(("about", "around", "some", "at", "least", "nearly", "over", "only", "almost", "another"))
# Behind a comma: what goes on with what an account tells, and who owns what somebody is bidden to do.
TELLING_ON = frozenset(("as", "after", "following", "amid", "despite", "even"))
CONJUNCTIONS = frozenset(("and", "but", "then", "or"))
OWNERS = frozenset(("his", "her", "its", "their"))
ADDING = frozenset(("saying", "adding"))
# Participles of reporting verbs that introduce no report.
NO_CUES = frozenset(("including", "according", "beginning"))


@cache
def _participles() -> frozenset[str]:
    """The participles of reporting verbs."""
    return frozenset(form for form in reporting_lexicon().by_form if form.endswith("ing"))


@cache
def _enders() -> frozenset[str]:
    """The words and marks before which what is said may end."""
    marks = (";", ":", ",", "and", "but", "or", "while", "in", "on", "according", "due", "as")
    return CLOSING | _participles() | frozenset(marks)


def _ends_clause(unit: Unit, first: int, k: int, frame: str) -> bool:
    """Whether what is said ends before word `k`."""
    words, lows = unit.words, unit.words.lows
    low, after = lows[k], lows[k + 1] if k + 1 < len(lows) else ""
    if low == ";" or (low == ":" and frame in PHRASES and after == MASK):
        return not _lists(words, first, k, frame)
    if low == ",":
        return _comma_ends(unit, first, k, frame)
    if low in ("and", "but", "or") and (is_coordinated_cue(words, k) or (frame == "object" and says_on(words, k))):
        return True
    if low == "but" and after and words.verbs[k + 1] == FINITE:
        return after not in ("were", "are")
    if low in ("but", "while", "and") and speaks_anew(words, first, k):
        return True
    if frame == "object" and low in ("in", "on") and section("channels").match(unit.masked, words.starts[k], unit.end):
        return True
    if low == "according" and after == "to" and k + 2 < len(lows):
        return not section("not_sources").match(unit.masked, words.starts[k + 2], unit.end)
    if low in _participles() and lows[k - 1] not in PASSIVE and _reports_on(low, after):
        return frame in PHRASES or FINITE not in words.verbs[first:k]
    return frame in PHRASES and _ends_phrase(words, k, frame)


def _ends_phrase(words: Words, k: int, frame: str) -> bool:
    """Whether what is said in a phrase or an infinitive ends before word `k`."""
    lows, low = words.lows, words.lows[k]
    if low == "but":
        return frame == "object" and lows[k - 1] not in EXCEPTING and not _counts_on(words, k)
    if frame == "object" and low == "due" and lows[k + 1 : k + 2] == ["to"]:
        return True
    if low in CLOSING and lows[k - 1] not in ("the", "day", "days"):
        return True
    if low != "as" or frame not in ("bid", "to", "object"):
        return False
    stop = next((j for j in range(k + 2, len(lows)) if words.texts[j] in STOPS or lows[j] == "and"), len(lows))
    near = words.verbs[k + 2 : min(k + 7, stop)]
    return FINITE in near or (frame != "object" and MAY_BE_VERB in near)


def _counts_on(words: Words, k: int) -> bool:
    """Whether another number follows a conjunction: "reported three dead but about 200 missing"."""
    near = words.lows[k + 1 : k + 5]
    first = next((n for n, low in enumerate(near) if low not in ROUNDING), 3)
    return first < 3 and near[first][0].isdigit()


def _comma_ends(unit: Unit, first: int, k: int, frame: str) -> bool:
    words, lows = unit.words, unit.words.lows
    if k + 1 >= len(lows) or _is_relative(words, first) or _closes_unit(unit, k):
        return True
    after = lows[k + 1]
    if after in RESUMING:
        also = after == "but" and lows[k + 2 : k + 3] == ["that"]
        return not also and not (frame == "account" and after in TELLING_ON) and not _interrupts(words, first, k)
    if after in COMMENTING and _comments(words, k + 1):
        return True
    if (resumes := _resumes_cue(unit, k)) is not None:
        return resumes
    if after in OWNERS and frame == "bid":
        return begins_clause(words, k + 1)
    if after in ("and", "but") and begins_clause(words, k + 2):
        bare = words.texts[k + 2][0].isupper() and "," not in lows[first:k] and not _has_verb(words, first, k)
        return frame == "object" or bare
    if frame == "object" and is_predicate(words, k + 1):
        return True
    return frame in PHRASES and after in BESIDE


def _resumes_cue(unit: Unit, k: int) -> bool | None:
    """Whether the reporter goes on behind a comma: "…, says X", "…, adding that"; None where no cue follows."""
    words, lows, by_form = unit.words, unit.words.lows, reporting_lexicon().by_form
    after = lows[k + 1]
    verb = by_form.get(after) or by_form.get(" ".join(lows[k + 1 : k + 3]))
    if verb is not None and after[-1] == "s" and after == verb.forms[1] and k + 2 < len(lows):
        return words.texts[k + 2] not in STOPS and lows[k - 1] not in ("the", "of")
    if (
        verb is not None
        and after.endswith("ing")
        and after not in NO_CUES
        and not section("not_said").match(unit.masked, words.ends[k + 1] + 1, unit.end)
    ):
        return True
    if after in CONJUNCTIONS and is_coordinated_cue(words, k + 1):
        return True
    near = lows[k + 2 : k + 7]
    if after == "with" and not _participles().isdisjoint(near):
        return True
    runs_on = after in PRONOUNS and len(after) > 1 and words.texts[k + 1][0].isupper()
    return True if runs_on and near and near[0] in by_form else None


def is_predicate(words: Words, k: int) -> bool:
    """Whether another verb of the same subject begins: "declared martial law, suspended the constitution"."""
    low = words.lows[k]
    if low[-2:] != "ed" or low in PARTICIPLES or not words.texts[k][0].islower() or k + 1 == len(words.lows):
        return False
    return words.lows[k + 1] in DETERMINERS or words.lows[k + 1][-1] == "s"


def _closes_unit(unit: Unit, comma: int) -> bool:
    """Whether a cue of somebody else ends the unit, so that all before it is theirs: "…, an aid worker said"."""
    words, lows = unit.words, unit.words.lows
    first = lows[comma + 1]
    if first in LEADING or first in RELATIVES or first.endswith("ing"):
        return False
    for k in range(comma + 2, min(comma + 12, len(lows))):
        if lows[k] in FINAL and (lows[k - 1] in SPOKEN or words.texts[k - 1][0].isupper()):
            end = words.ends[k]
            if lows[k] == "told":
                end = addressee_end(unit, skip_space(unit, end), unit.end)
            rest = unit.masked[read_adjuncts(unit, end).end : unit.end].lstrip()
            return not rest.strip(" ,") or rest.startswith((", and ", ", but ", ", while "))
        if words.texts[k] in STOPS or lows[k] in RELATIVES or words.verbs[k] == FINITE:
            return False
    return False


def _is_relative(words: Words, first: int) -> bool:
    """Whether the cue before the content stands in a clause set off by commas: "the rebels, who say he lied, took"."""
    lows, k = words.lows, first - 1
    if k > 0 and lows[k] == "that":
        k -= 1
    return k > 1 and lows[k - 1] == "who" and lows[k - 2] == ","


def _has_verb(words: Words, first: int, stop: int) -> bool:
    """Whether a verb, or a quotation that may hold one, stands in a stretch."""
    return MASK in words.lows[first:stop] or any(words.verbs[first:stop])


def begins_clause(words: Words, k: int, reach: int = 6) -> bool:
    """Whether a subject and its verb begin at word `k`: "denied the claim, and Ruiz ordered an inquiry"."""
    lows = words.lows
    if k + 1 >= len(lows) or not (words.texts[k][0].isupper() or lows[k] in DETERMINERS or lows[k] in PRONOUNS):
        return False
    for j in range(k + 1, min(k + reach, len(lows))):
        if words.texts[j] in STOPS:
            return False
        if words.verbs[j] == FINITE or lows[j] in reporting_lexicon().by_form:
            return True
    return False


def _interrupts(words: Words, first: int, comma: int) -> bool:
    """Whether a comma opens an aside after a subject: "the guards, though outnumbered, were ready"."""
    if max(words.verbs[first:comma]) >= MAY_BE_PAST:
        return False
    near = words.lows[comma + 1 : min(comma + 14, len(words.lows) - 1)]
    return "," in near and words.verbs[comma + 2 + near.index(",")] == FINITE


def _reports_on(low: str, after: str) -> bool:
    """Whether a participle goes on reporting without a comma: "confirmed the raid adding that"."""
    return after == "that" or (low in ADDING and after != "" and after not in STOPS)


def _comments(words: Words, k: int) -> bool:
    """Whether a phrase after a comma is the reporter's: "which X denies", "a charge Kyiv rejects"."""
    if words.lows[k] == "which":
        return not reporting_lexicon().by_form.keys().isdisjoint(words.lows[k + 1 : k + 6])
    return not COMMENTS.isdisjoint(words.lows[k : k + 3])


def _lists(words: Words, first: int, k: int, frame: str) -> bool:
    """Whether a semicolon divides the members of a subject, whose verb is still to come."""
    lows = words.lows
    if lows[k] != ";" or frame != "clause" or FINITE in words.verbs[first:k]:
        return False
    return any(lows[j] == ";" and lows[j + 1] in ("and", "or") for j in range(k, len(lows) - 1))


def clause_end(unit: Unit, start: int, frame: str, limit: int) -> int:
    """Where the clause or phrase that begins at `start` ends, `limit` at the latest, marks cut off."""
    words, lows, enders, end = unit.words, unit.words.lows, _enders(), min(limit, unit.end)
    first = words.at(start)
    for k in range(first + 1, words.at(end) if end < unit.end else len(lows)):
        if lows[k] in enders and _ends_clause(unit, first, k, frame):
            end = words.starts[k]
            break
    while end > start and unit.masked[end - 1] in " ,;:—–-":
        end -= 1
    if frame not in PHRASES:
        return end
    last = words.at(end) - 1
    return words.ends[last - 1] if last > first and lows[last] == "even" else end
