"""Passive cues: "was urged by X to", "was condemned by X", "was quoted as saying"; without an agent nobody speaks."""

from __future__ import annotations

from dataclasses import replace

from newsledger.build.extract.statements.adjuncts import read_adjuncts, skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.nouns import Subject, phrase_after, phrase_before, speaks
from newsledger.build.extract.statements.reports import Declined, Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.subjects import VerbGroup, subject_before
from newsledger.build.extract.statements.units import Unit, Word
from newsledger.build.extract.statements.words import DETERMINERS, PREPOSITIONS, STOPS, is_finite, reporting_words
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon
from newsledger.schema.skip import Reason

SAYING = reporting_words("saying")


def read_passive(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | Declined | Subject:
    """Read a passive cue; for "X was quoted as saying" give X back, whose words follow."""
    words = unit.words
    start, end, after = words[i].start, words[i + width - 1].end, i + width
    if verb.lemma == "quote" and _saying(unit, after) is not None and (subject := subject_before(unit, group)):
        return subject
    agent = _agent(unit, after)
    if agent is None:
        return Declined(start, end, "statements.passive", Reason.NO_SPEAKER)
    begin = read_adjuncts(unit, agent.last).end
    k = unit.word_at(skip_space(unit, begin))
    if k + 1 < len(words) and words[k].low in ("that", "to", "not"):
        first = words[k + 1].start if words[k].low == "that" else words[k].start
        content = (first, clause_end(unit, first, "clause", unit.end))
        return Report(f"statements.passive.{verb.lemma}", unit, start, end, agent, start, begin, content)
    if described := _branded(unit, verb, after, agent):
        return Report(f"statements.passive.{verb.lemma}", unit, start, end, agent, start, begin, described)
    patient = phrase_before(unit, group.before) if group.before >= 0 else None
    if patient is None or not verb.frames & {"object", "accuse"} or not _fits(unit, verb, patient):
        return Declined(start, end, "statements.passive", Reason.NO_CONTENT)
    span = _patient(unit, patient, group)
    return Report(f"statements.passive.{verb.lemma}", unit, start, end, agent, span[0], begin, span)


def _branded(unit: Unit, verb: ReportingVerb, after: int, agent: Subject) -> tuple[int, int] | None:
    """What somebody is called: "was branded a traitor by the court", "was described by the court as a traitor"."""
    words, by, last = unit.words, unit.word_at(agent.start) - 1, unit.word_at(agent.end)
    if "describe" not in verb.frames:
        return None
    if by > after:
        return words[after].start, words[by - 1].end
    if last + 1 >= len(words) or words[last].low != "as":
        return None
    first = words[last + 1].start
    return first, clause_end(unit, first, "describe", unit.end)


def _fits(unit: Unit, verb: ReportingVerb, patient: tuple[int, int]) -> bool:
    """Whether what was done to a patient is saying: a toll is released by somebody, a hostage too."""
    words = {word.low for word in unit.words[patient[0] : patient[1] + 1]}
    return verb.light_objects is None or not words.isdisjoint(verb.light_objects)


def read_reduced(unit: Unit, i: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read a passive without its auxiliary: "two cars, described by X as taxis"."""
    words = unit.words
    reduced = words[i].low.endswith(("ed", "en")) and not group.auxiliaries and "describe" in verb.frames
    if not reduced or i + 2 >= len(words) or words[i + 1].low != "by":
        return None
    k = next((j for j in range(i + 3, min(i + 14, len(words) - 1)) if words[j].low == "as"), None)
    if k is None or any(words[j].text in STOPS for j in range(i, k)):
        return None
    agent = Subject(words[i + 2].start, words[k - 1].end, words[i + 2].start, words[k - 1].end)
    begin = words[k + 1].start
    stop = next((w.start for w in words[k + 1 :] if w.text == ","), unit.end)
    content = (begin, min(stop, clause_end(unit, begin, "describe", unit.end)))
    rule = f"statements.reduced.{verb.lemma}"
    return Report(rule, unit, words[i].start, words[i].end, agent, words[i].start, begin, content)


def is_claimed(unit: Unit, after: int, group: VerbGroup) -> bool:
    """Whether a participle describes a noun: "a zone claimed by both sides", but not "reported by X to have left"."""
    words, near = unit.words, unit.lows[after : after + 8]
    aside = near[:1] and near[0] in PREPOSITIONS and group.before >= 0 and words[group.before].text == ","
    agent = near[:1] == ["by"] or (aside and "by" in near[:5])
    if group.auxiliaries or not agent or not words[after - 1].low.endswith("ed"):
        return False
    goes_on = "to" in near or "as" in near
    return not goes_on and section("media").match(unit.masked, words[after].start, unit.end) is None


def read_free_relative(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read "what officials called a trap", "in what the army said was a test": the description is what is said."""
    words, subject = unit.words, subject_before(unit, group)
    k = unit.word_at(subject.start) if subject else 0
    if subject is None or k < 2 or words[k - 1].text != "what" or i + width + 1 >= len(words):
        return None
    bare = verb.lemma in ("call", "term", "dub", "label", "brand")
    begin = i + width + (words[i + width].low in reporting_words("being"))
    if begin == i + width and not bare:
        return None
    if words[begin].text in STOPS or words[begin].low in ("that", "on", "in", "for", "by", "to", "at"):
        return None
    start = words[begin].start
    stop = next(
        (w.start for k, w in enumerate(words) if k >= begin and w.text in STOPS and not _lists(words, k)), unit.end
    )
    content = (start, min(stop, clause_end(unit, start, "describe", unit.end)))
    rule = f"statements.relative.{verb.lemma}"
    return Report(rule, unit, words[i].start, words[i + width - 1].end, subject, subject.first, start, content)


def _lists(words: list[Word], comma: int) -> bool:
    """Whether a comma divides the members of a list: "a flood of guns, drugs and gold"."""
    member = next((k for k in range(comma + 1, min(comma + 4, len(words))) if words[k].low in ("and", "or")), None)
    if words[comma].text != "," or member is None or member + 1 >= len(words):
        return False
    return not any(is_finite(words, k) or words[k].low in DETERMINERS for k in range(comma + 1, member + 2))


def _saying(unit: Unit, after: int) -> int | None:
    """The index of "saying" in "quoted (by X) as saying"."""
    words = unit.words
    for k in range(after, min(after + 14, len(words) - 1)):
        if words[k].low == "as" and words[k + 1].low in SAYING:
            return k + 1
        if words[k].text in STOPS and words[k].text != ",":
            return None
    return None


def read_quoting(unit: Unit, after: int) -> tuple[Subject, int] | None:
    """Read "quoted X as saying": X, and the index of "saying"."""
    saying, subject = _saying(unit, after), phrase_after(unit, after)
    if saying is None or subject is None:
        return None
    end = unit.words[saying - 2].end
    if unit.words[saying - 2].text == ",":
        return replace(subject, last=end), saying
    return Subject(subject.start, max(subject.end, end), subject.start, end), saying


def _agent(unit: Unit, after: int) -> Subject | None:
    words = unit.words
    for k in range(after, min(after + 8, len(words))):
        if words[k].text in STOPS:
            return None
        if words[k].low == "by":
            agent = phrase_after(unit, k + 1)
            return agent if agent and speaks(unit, agent) else None
        if words[k].low == "and" or is_finite(words, k):
            return None
    return None


def _patient(unit: Unit, patient: tuple[int, int], group: VerbGroup) -> tuple[int, int]:
    """What was condemned or denied: the whole phrase, or the clause of "the accusation that …"."""
    words = unit.words
    for k in range(group.before, 0, -1):
        if words[k].low == "that" and words[k - 1].low in reporting_lexicon().nouns:
            return words[k + 1].start, words[group.before].end
    return words[patient[0]].start, words[patient[1]].end
