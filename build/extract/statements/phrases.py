"""Cues that are no verbs: according to X, X's claim that, and the colon of a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.statements.adjuncts import skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.nouns import Subject, phrase_after, phrase_before
from newsledger.build.extract.statements.reports import Declined, Reading, Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import DETERMINERS, PRONOUNS, STOPS, is_base, is_finite, reporting_words
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.schema.skip import Reason

PHRASE = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the words of|[Aa]s per|ACCORDING TO|"
    r"[Aa]s (?:reported|stated|announced|confirmed|recounted|cited) by)\b"
)
# What every form of PHRASE holds.
PHRASE_PARTS = (
    "ccording to",
    "CCORDING TO",
    "n the words of",
    "s per",
    "s reported by",
    "s stated by",
    "s announced by",
    "s confirmed by",
    "s recounted by",
    "s cited by",
)
BY = frozenset(("by", "from", "of"))
ROLE_WORDS = DETERMINERS | {"who", "which", "whose"}
NO_MODIFIER = PRONOUNS | DETERMINERS
RECEIVED = reporting_words("received")
# Before a verb, these make it one of a clause inside the reported one.
SUBORDINATE = PRONOUNS | {"who", "which", "that", "to"}


def find_phrase_reports(unit: Unit) -> Iterator[Reading]:
    """Read "according to X" at the beginning, in the middle or at the end of a unit."""
    text = unit.text
    if not any(part in text for part in PHRASE_PARTS):
        return
    for m in PHRASE.finditer(unit.masked, unit.start, unit.end):
        k = unit.word_at(m.end())
        if k >= len(unit.words):
            continue
        subject = phrase_after(unit, k)
        if subject is None or section("not_sources").match(
            unit.masked, unit.words[k].start, unit.end
        ):
            yield Declined(m.start(), m.end(), "statements.according_to", Reason.NO_SPEAKER)
            continue
        reading = _according(unit, m.start(), m.end(), subject)
        yield reading or Declined(m.start(), m.end(), "statements.according_to", Reason.NO_CONTENT)


def _according(unit: Unit, start: int, end: int, subject: Subject) -> Report | None:
    words = unit.words
    before = unit.word_at(start)
    initial = before == 0 or (
        before <= 2 and all(w.low in ("but", "and", "meanwhile", ",", "also", "however") for w in words[:before])
    )
    joint = words[before - 2 if before > 1 and words[before - 1].text == "," else before - 1].low
    if initial or joint in ("that", "and", "but") or words[before - 1].text in (";", ":"):
        subject, at = _source_before_clause(unit, subject)
        at = skip_space(unit, at)
        stop = clause_end(unit, at, "account", unit.end)
        if stop <= at:
            return None
        return Report("statements.according_to.initial", unit, start, end, subject, start, at, (at, stop))
    left = unit.masked[unit.start : start].rstrip(" ,")
    for lead in ("at least", "all"):
        left = left.removesuffix(lead).rstrip(" ,")
    content = (_clause_start(unit, before), unit.start + len(left))
    after = subject.last
    rest = unit.word_at(after)
    if (
        unit.masked[start - 2 : start] == ", "
        and rest < len(words)
        and words[rest].text == ","
        and rest + 1 < len(words)
    ):
        following = words[rest + 1]
        left_finite = any(is_finite(words, k) for k in range(before))
        if is_finite(words, rest + 1) or (
            not left_finite and not following.is_quote and following.low not in ("who", "which", "and", "but")
        ):
            content = (content[0], clause_end(unit, following.start, "clause", unit.end))
    return (
        Report("statements.according_to", unit, start, end, subject, start, after, content)
        if content[1] > content[0]
        else None
    )


def _source_before_clause(unit: Unit, subject: Subject) -> tuple[Subject, int]:
    """Where the source of a leading "According to X" ends: at its comma, after appositions."""
    words = unit.words
    k = unit.word_at(subject.end)
    if k < len(words) and words[k].text != ",":
        comma = next((j for j in range(k, min(k + 12, len(words))) if words[j].text == ","), None)
        if comma is not None and not any(is_finite(words, j) for j in range(k, comma)):
            return Subject(subject.start, words[comma - 1].end, subject.first, words[comma].end), words[comma].end
        return subject, subject.end
    comma = next((j for j in range(k + 1, min(k + 13, len(words))) if words[j].text == ","), None)
    if comma is None or k + 1 >= len(words):
        return subject, words[k].end if k < len(words) else subject.end
    inner = words[k + 1 : comma]
    is_name = all(
        w.text[0].isupper() or w.low in ("of", "the", "al", "de", "and", "(", ")") or w.text[0].isdigit() for w in inner
    )
    is_role = (
        inner[0].low in ROLE_WORDS
        and (
            inner[0].low in ("who", "which", "whose", "a", "an")
            or inner[-1].low in speaker_nouns("person", "plural", "organisation")
            or len(inner) <= 6
        )
        and not any(is_finite(words, j) for j in range(k + 1, comma) if inner[0].low not in ("who", "which", "whose"))
    )
    if inner and (is_name or is_role) and comma + 1 < len(words) and not is_finite(words, comma + 1):
        return Subject(
            subject.start, subject.end, subject.first, words[comma].end, (inner[0].start, inner[-1].end)
        ), words[comma].end
    return Subject(subject.start, subject.end, subject.first, subject.end), words[k].end


def _clause_start(unit: Unit, before: int) -> int:
    words = unit.words
    k = before - 2
    while k > 0:
        if words[k].text == ";" or (words[k].text == "," and words[k + 1].low in ("and", "but", "while")):
            return words[k + 1].start if words[k].text == ";" else words[k + 2].start
        k -= 1
    first = unit.words[0]
    if first.low in ("but", "and", "meanwhile", "however") and len(words) > 2:
        return words[2 if words[1].text == "," else 1].start
    return unit.start


def find_noun_reports(unit: Unit) -> Iterator[Reading]:
    """Read "X's claim that …", "a warning by X that …", "the bishops' appeal for …"."""
    nouns = reporting_lexicon().nouns
    if nouns.keys().isdisjoint(unit.lows):
        return
    for k, low in enumerate(unit.lows):
        if low in nouns and k and (found := _noun(unit, k, nouns[low])):
            yield found


def _noun(unit: Unit, k: int, links: frozenset[str]) -> Report | None:
    words = unit.words
    after = k + 1
    if after >= len(words):
        return None
    agent: Subject | None = None
    if words[after].low in ("by", "from") and after + 1 < len(words):
        agent = _agent(unit, after + 1)
        if agent is None or any(word.low in RECEIVED for word in words[max(0, k - 4) : k]):
            return None
        after = unit.word_at(agent.last)
    if after + 1 >= len(words) or words[after].low not in links:
        return None
    agent = agent or _possessor(unit, k)
    if agent is None:
        return None
    link = words[after]
    if link.low == "to" and not is_base(words[after + 1]):
        return None
    start = link.start if link.low == "to" else words[after + 1].start
    if link.low in ("for", "to", "of") and words[after + 1].low.endswith("ing") and link.low != "of":
        return None
    end = _noun_clause_end(unit, start, link.low)
    if end <= start:
        return None
    return Report(
        f"statements.noun.{words[k].low}",
        unit,
        words[k].start,
        words[k].end,
        agent,
        min(agent.first, words[k].start),
        start,
        (start, end),
    )


def _agent(unit: Unit, first: int) -> Subject | None:
    words, k = unit.words, first
    while (
        k < len(words)
        and words[k].text not in STOPS
        and words[k].low not in ("that", "to", "for")
        and not is_finite(words, k)
    ):
        k += 1
    if k == first:
        return None
    return Subject(words[first].start, words[k - 1].end, words[first].start, words[k - 1].end)


def _possessor(unit: Unit, k: int) -> Subject | None:
    """The owner of a reporting noun: "the army's claim", "the bishops' appeal", "his admission"."""
    words = unit.words
    j = k - 1
    while j > 0 and words[j].text[0].islower() and words[j].low not in NO_MODIFIER and not _owns(unit, j) and k - j < 4:
        j -= 1
    if words[j].low in ("his", "her", "their", "its"):
        return Subject(words[j].start, words[j].end, words[j].start, words[j].end)
    if not _owns(unit, j):
        return None
    last = j - 1 if words[j].text in ("'", "’") else j
    span = phrase_before(unit, last)
    if span is None:
        return None
    by = [k for k in range(*span) if words[k].low == "by"]
    span = (by[-1] + 1, span[1]) if by else span
    end = words[last].end
    tail = words[last].text
    if tail.endswith(("'s", "’s")):
        end -= 2
    return Subject(words[span[0]].start, end, words[span[0]].start, words[j].end)


def _owns(unit: Unit, j: int) -> bool:
    word = unit.words[j]
    return word.low.endswith(("'s", "’s")) or (
        word.text in ("'", "’") and j > 0 and unit.words[j - 1].low.endswith("s")
    )


def _noun_clause_end(unit: Unit, start: int, link: str) -> int:
    """A clause inside a noun phrase ends where the verb of the main clause comes."""
    words, k = unit.words, unit.word_at(start)
    limit = clause_end(unit, start, "object" if link != "that" else "clause", unit.end)
    seen = link != "that"
    main = reporting_words("noun_main_verbs")
    for j in range(k + 1, len(words)):
        if words[j].start >= limit:
            break
        if words[j].low in main or is_finite(words, j):
            if seen and words[j - 1].low not in SUBORDINATE and words[j - 1].low not in main:
                return words[j - 2 if words[j - 1].text == "," else j - 1].end
            seen = True
        elif words[j].low.endswith("ed"):
            seen = True
    return limit
