"""Cues that are no verbs: according to X, X's claim that, and the colon of a headline."""

from __future__ import annotations

from collections.abc import Callable

from newsledger.build.extract.statements.adjuncts import skip_space
from newsledger.build.extract.statements.cues import PHRASE
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.nouns import PEOPLE, Subject, phrase_after, phrase_before
from newsledger.build.extract.statements.reports import Declined, Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import (
    DETERMINERS,
    FINITE,
    MASK,
    PRONOUNS,
    STOPS,
    Words,
    is_base,
    reporting_words,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.schema.skip import Reason

MAIN_VERBS, RECEIVED = map(reporting_words, ("noun_main_verbs", "received"))
# Words in front of a phrase that leads its sentence, and joints before one that leads a clause.
OPENERS = frozenset(("but", "and", "meanwhile", ",", "also", "however"))
CLAUSE_JOINTS = frozenset(("that", "and", "but"))
# Behind a final phrase these do not resume the clause before it.
GOING_ON = frozenset((MASK, "who", "which", "and", "but"))
RELATIVES = frozenset(("who", "which", "whose"))
ROLE_WORDS = DETERMINERS | RELATIVES
NAME_WORDS = frozenset(("of", "the", "al", "de", "and", "(", ")"))
ROLES = PEOPLE | speaker_nouns("organisation")
NO_MODIFIER = PRONOUNS | DETERMINERS
AGENT_ENDS = STOPS | {"that", "to", "for"}
POSSESSIVES = frozenset(("his", "her", "their", "its"))
# Before a verb, these make it one of a clause inside the reported one.
SUBORDINATE = PRONOUNS | {"who", "which", "that", "to"}


def find_phrase_reports(unit: Unit, refuse: Callable[[Declined], None]) -> list[Report]:
    """Read "according to X" at the beginning, in the middle or at the end of a unit."""
    words, found = unit.words, list[Report]()
    for start, end, _ in unit.cues[PHRASE]:
        phrase, k = unit.masked[start:end], words.at(end)
        if k >= len(words.lows) or not (phrase[1:].islower() or phrase.isupper()):
            continue
        subject = phrase_after(unit, k)
        if subject is None or section("not_sources").match(unit.masked, words.starts[k], unit.end):
            refuse(Declined(start, end, "statements.according_to", Reason.NO_SPEAKER))
        elif report := _according(unit, start, end, subject):
            found.append(report)
        else:
            refuse(Declined(start, end, "statements.according_to", Reason.NO_CONTENT))
    return found


def _according(unit: Unit, start: int, end: int, subject: Subject) -> Report | None:
    words, lows = unit.words, unit.words.lows
    before = words.at(start)
    initial = before == 0 or (before <= 2 and OPENERS.issuperset(lows[:before]))
    joint = lows[before - 2 if before > 1 and lows[before - 1] == "," else before - 1]
    if initial or joint in CLAUSE_JOINTS or lows[before - 1] in (";", ":"):
        subject, at = _source_before_clause(words, subject)
        at = skip_space(unit, at)
        stop = clause_end(unit, at, "account", unit.end)
        if stop <= at:
            return None
        return Report("statements.according_to.initial", unit, start, end, subject, start, at, (at, stop))
    left = unit.masked[unit.start : start].rstrip(" ,")
    for lead in ("at least", "all"):
        left = left.removesuffix(lead).rstrip(" ,")
    first, last = _clause_start(unit, before), unit.start + len(left)
    rest = words.at(subject.last) + 1
    if unit.masked.endswith(", ", 0, start) and rest < len(lows) and lows[rest - 1] == ",":
        resumes = FINITE not in words.verbs[:before] and lows[rest] not in GOING_ON
        if resumes or words.verbs[rest] == FINITE:
            last = clause_end(unit, words.starts[rest], "clause", unit.end)
    if last <= first:
        return None
    return Report("statements.according_to", unit, start, end, subject, start, subject.last, (first, last))


def _source_before_clause(words: Words, subject: Subject) -> tuple[Subject, int]:
    """Where the source of a leading "According to X" ends: at its comma, after appositions."""
    lows, k = words.lows, words.at(subject.end)
    if k >= len(lows):
        return subject, subject.end
    if lows[k] != ",":
        comma = _next_comma(lows, k, k + 12)
        if comma is None or FINITE in words.verbs[k:comma]:
            return subject, subject.end
        end = words.ends[comma]
        return Subject(subject.start, words.ends[comma - 1], subject.first, end), end
    comma = _next_comma(lows, k + 1, k + 13)
    if comma is None:
        return subject, words.ends[k]
    if comma > k + 1 and _is_source(words, k + 1, comma) and words.verbs[comma + 1 : comma + 2] not in ([], [FINITE]):
        beside = words.starts[k + 1], words.ends[comma - 1]
        return Subject(subject.start, subject.end, subject.first, words.ends[comma], beside), words.ends[comma]
    return Subject(subject.start, subject.end, subject.first, subject.end), words.ends[k]


def _next_comma(lows: list[str], first: int, stop: int) -> int | None:
    return lows.index(",", first, stop) if "," in lows[first:stop] else None


def _is_source(words: Words, first: int, comma: int) -> bool:
    """Whether a phrase between commas is a name or a role."""
    lows, low = words.lows, words.lows[first]
    inner = words.texts[first:comma]
    if all(text[0].isupper() or text[0].isdigit() or text.lower() in NAME_WORDS for text in inner):
        return True
    if low not in ROLE_WORDS or (low not in RELATIVES and FINITE in words.verbs[first:comma]):
        return False
    return low in RELATIVES or low in ("a", "an") or lows[comma - 1] in ROLES or len(inner) <= 6


def _clause_start(unit: Unit, before: int) -> int:
    words, lows = unit.words, unit.words.lows
    for k in range(before - 2, 0, -1):
        if lows[k] == ";" or (lows[k] == "," and lows[k + 1] in ("and", "but", "while")):
            return words.starts[k + 1 if lows[k] == ";" else k + 2]
    if lows[0] in ("but", "and", "meanwhile", "however") and len(lows) > 2:
        return words.starts[2 if lows[1] == "," else 1]
    return unit.start


def find_noun_reports(unit: Unit, cues: list[int]) -> list[Report]:
    """Read "X's claim that …", "a warning by X that …", "the bishops' appeal for …" at the words that are cues."""
    nouns, lows = reporting_lexicon().nouns, unit.words.lows
    found = [_noun(unit, k, nouns[lows[k]]) for k in cues if k and lows[k] in nouns]
    return [report for report in found if report]


def _noun(unit: Unit, k: int, links: frozenset[str]) -> Report | None:
    words, lows, after = unit.words, unit.words.lows, k + 1
    agent: Subject | None = None
    if after + 1 < len(lows) and lows[after] in ("by", "from"):
        agent = _agent(words, after + 1)
        if agent is None or not RECEIVED.isdisjoint(lows[max(0, k - 4) : k]):
            return None
        after = words.at(agent.last)
    if after + 1 >= len(lows) or lows[after] not in links:
        return None
    agent = agent or _possessor(words, k)
    if agent is None:
        return None
    link = lows[after]
    if (link == "to" and not is_base(words, after + 1)) or (link == "for" and lows[after + 1].endswith("ing")):
        return None
    start = words.starts[after if link == "to" else after + 1]
    end = _noun_clause_end(unit, start, link)
    if end <= start:
        return None
    cue = words.starts[k]
    return Report(
        f"statements.noun.{lows[k]}", unit, cue, words.ends[k], agent, min(agent.first, cue), start, (start, end)
    )


def _agent(words: Words, first: int) -> Subject | None:
    lows, k = words.lows, first
    while k < len(lows) and lows[k] not in AGENT_ENDS and words.verbs[k] != FINITE:
        k += 1
    return Subject.of(words, first, k - 1) if k > first else None


def _possessor(words: Words, k: int) -> Subject | None:
    """The owner of a reporting noun: "the army's claim", "the bishops' appeal", "his admission"."""
    lows, texts, j = words.lows, words.texts, k - 1
    while j > 0 and k - j < 4 and texts[j][0].islower() and lows[j] not in NO_MODIFIER and not _owns(words, j):
        j -= 1
    if lows[j] in POSSESSIVES:
        return Subject.of(words, j, j)
    if not _owns(words, j):
        return None
    last = j - 1 if texts[j] in ("'", "’") else j
    span = phrase_before(words, last)
    if span is None:
        return None
    by = [n for n in range(*span) if lows[n] == "by"]
    start, end = words.starts[by[-1] + 1 if by else span[0]], words.ends[last]
    return Subject(start, end - 2 if texts[last].endswith(("'s", "’s")) else end, start, words.ends[j])


def _owns(words: Words, j: int) -> bool:
    low = words.lows[j]
    return low.endswith(("'s", "’s")) or (low in ("'", "’") and j > 0 and words.lows[j - 1][-1] == "s")


def _noun_clause_end(unit: Unit, start: int, link: str) -> int:
    """A clause inside a noun phrase ends where the verb of the main clause comes."""
    words, lows, k = unit.words, unit.words.lows, unit.words.at(start)
    limit = clause_end(unit, start, "object" if link != "that" else "clause", unit.end)
    seen = link != "that"
    for j in range(k + 1, words.at(limit)):
        if words.verbs[j] == FINITE or lows[j] in MAIN_VERBS:
            if seen and lows[j - 1] not in SUBORDINATE and lows[j - 1] not in MAIN_VERBS:
                return words.ends[j - 2 if lows[j - 1] == "," else j - 1]
            seen = True
        elif lows[j][-2:] == "ed":
            seen = True
    return limit
