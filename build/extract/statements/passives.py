"""Passive cues: "was urged by X to", "was condemned by X", "was quoted as saying"; without an agent nobody speaks."""

from __future__ import annotations

from newsledger.build.extract.statements.adjuncts import read_adjuncts, skip_space
from newsledger.build.extract.statements.ends import clause_end
from newsledger.build.extract.statements.nouns import Subject, phrase_after, phrase_before, speaks
from newsledger.build.extract.statements.reports import Declined, Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.subjects import VerbGroup, subject_before
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import DETERMINERS, FINITE, PREPOSITIONS, STOPS, Words, reporting_words
from newsledger.build.lexicon.reporting import ReportingVerb, reporting_lexicon
from newsledger.schema.skip import Reason

SAYING, BEING = map(reporting_words, ("saying", "being"))
# Verbs that describe without "as", and words that begin no description.
NAMING = frozenset(("call", "term", "dub", "label", "brand"))
NO_DESCRIPTION = STOPS | {"that", "on", "in", "for", "by", "to", "at"}


def read_passive(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | Declined | Subject:
    """Read a passive cue; for "X was quoted as saying" give X back, whose words follow."""
    words = unit.words
    start, end, after = words.starts[i], words.ends[i + width - 1], i + width
    if verb.lemma == "quote" and _saying(words, after) is not None and (subject := subject_before(words, group)):
        return subject
    agent = _agent(unit, after)
    if agent is None:
        return Declined(start, end, "statements.passive", Reason.NO_SPEAKER)
    rule, begin = f"statements.passive.{verb.lemma}", read_adjuncts(unit, agent.last).end
    k = words.at(skip_space(unit, begin))
    if k + 1 < len(words.lows) and words.lows[k] in ("that", "to", "not"):
        first = words.starts[k + 1 if words.lows[k] == "that" else k]
        content = (first, clause_end(unit, first, "clause", unit.end))
        return Report(rule, unit, start, end, agent, start, begin, content)
    if "describe" in verb.frames and (described := _branded(unit, after, agent)):
        return Report(rule, unit, start, end, agent, start, begin, described)
    patient = phrase_before(words, group.before) if group.before >= 0 else None
    if patient is None or verb.frames.isdisjoint(("object", "accuse")) or not _fits(words, verb, patient):
        return Declined(start, end, "statements.passive", Reason.NO_CONTENT)
    span = _patient(words, patient, group)
    return Report(rule, unit, start, end, agent, span[0], begin, span)


def _branded(unit: Unit, after: int, agent: Subject) -> tuple[int, int] | None:
    """What somebody is called: "was branded a traitor by the court", "was described by the court as a traitor"."""
    words = unit.words
    by, last = words.at(agent.start) - 1, words.at(agent.end)
    if by > after:
        return words.starts[after], words.ends[by - 1]
    if last + 1 >= len(words.lows) or words.lows[last] != "as":
        return None
    first = words.starts[last + 1]
    return first, clause_end(unit, first, "describe", unit.end)


def _fits(words: Words, verb: ReportingVerb, patient: tuple[int, int]) -> bool:
    """Whether what was done to a patient is saying: a toll is released by somebody, a hostage too."""
    said = words.lows[patient[0] : patient[1] + 1]
    return verb.light_objects is None or not set(said).isdisjoint(verb.light_objects)


def read_reduced(unit: Unit, i: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read a passive without its auxiliary: "two cars, described by X as taxis"."""
    words, lows = unit.words, unit.words.lows
    if "describe" not in verb.frames or group.auxiliaries or not lows[i].endswith(("ed", "en")):
        return None
    near = lows[i + 3 : min(i + 14, len(lows) - 1)]
    if lows[i + 1 : i + 2] != ["by"] or "as" not in near:
        return None
    k = i + 3 + near.index("as")
    if not STOPS.isdisjoint(lows[i:k]):
        return None
    begin = words.starts[k + 1]
    stop = words.starts[lows.index(",", k + 1)] if "," in lows[k + 1 :] else unit.end
    content = (begin, min(stop, clause_end(unit, begin, "describe", unit.end)))
    rule, start = f"statements.reduced.{verb.lemma}", words.starts[i]
    return Report(rule, unit, start, words.ends[i], Subject.of(words, i + 2, k - 1), start, begin, content)


def is_claimed(unit: Unit, after: int, group: VerbGroup) -> bool:
    """Whether a participle describes a noun: "a zone claimed by both sides", but not "reported by X to have left"."""
    words = unit.words
    near = words.lows[after : after + 8]
    if "by" not in near[:5] or group.auxiliaries or not words.lows[after - 1].endswith("ed"):
        return False
    aside = near[0] in PREPOSITIONS and group.before >= 0 and words.lows[group.before] == ","
    if not (near[0] == "by" or aside) or "to" in near or "as" in near:
        return False
    return section("media").match(unit.masked, words.starts[after], unit.end) is None


def read_free_relative(unit: Unit, i: int, width: int, verb: ReportingVerb, group: VerbGroup) -> Report | None:
    """Read "what officials called a trap", "in what the army said was a test": the description is what is said."""
    words, lows = unit.words, unit.words.lows
    subject = subject_before(words, group)
    k = words.at(subject.start) if subject else 0
    if subject is None or k < 2 or words.texts[k - 1] != "what" or i + width + 1 >= len(lows):
        return None
    begin = i + width + (lows[i + width] in BEING)
    if (begin == i + width and verb.lemma not in NAMING) or lows[begin] in NO_DESCRIPTION:
        return None
    start = words.starts[begin]
    stops = (j for j in range(begin, len(lows)) if lows[j] in STOPS and not _lists(words, j))
    stop = next((words.starts[j] for j in stops), unit.end)
    content = (start, min(stop, clause_end(unit, start, "describe", unit.end)))
    rule = f"statements.relative.{verb.lemma}"
    return Report(rule, unit, words.starts[i], words.ends[i + width - 1], subject, subject.first, start, content)


def _lists(words: Words, comma: int) -> bool:
    """Whether a comma divides the members of a list: "a flood of guns, drugs and gold"."""
    lows = words.lows
    member = next((k for k in range(comma + 1, min(comma + 4, len(lows))) if lows[k] in ("and", "or")), None)
    if lows[comma] != "," or member is None or member + 1 >= len(lows):
        return False
    return FINITE not in words.verbs[comma + 1 : member + 2] and DETERMINERS.isdisjoint(lows[comma + 1 : member + 2])


def _saying(words: Words, after: int) -> int | None:
    """The index of "saying" in "quoted (by X) as saying"."""
    lows = words.lows
    for k in range(after, min(after + 14, len(lows) - 1)):
        if lows[k] == "as" and lows[k + 1] in SAYING:
            return k + 1
        if lows[k] in STOPS and lows[k] != ",":
            return None
    return None


def read_quoting(unit: Unit, after: int) -> tuple[Subject, int] | None:
    """Read "quoted X as saying": X, and the index of "saying"."""
    words = unit.words
    saying, subject = _saying(words, after), phrase_after(unit, after)
    if saying is None or subject is None:
        return None
    end = words.ends[saying - 2]
    if words.lows[saying - 2] == ",":
        return subject._replace(last=end), saying
    return Subject(subject.start, max(subject.end, end), subject.start, end), saying


def _agent(unit: Unit, after: int) -> Subject | None:
    words, lows = unit.words, unit.words.lows
    for k in range(after, min(after + 8, len(lows))):
        if lows[k] == "by":
            agent = phrase_after(unit, k + 1)
            return agent if agent and speaks(unit, agent) else None
        if lows[k] in STOPS or lows[k] == "and" or words.verbs[k] == FINITE:
            return None
    return None


def _patient(words: Words, patient: tuple[int, int], group: VerbGroup) -> tuple[int, int]:
    """What was condemned or denied: the whole phrase, or the clause of "the accusation that …"."""
    for k in range(group.before, 0, -1):
        if words.lows[k] == "that" and words.lows[k - 1] in reporting_lexicon().nouns:
            return words.starts[k + 1], words.ends[group.before]
    return words.starts[patient[0]], words.ends[patient[1]]
