"""Frames: applies the casualty rules to one sentence and finds who was hit, how many, and by what words."""

from __future__ import annotations

import re

from newsledger.build.extract.casualties.arrests import names_captors
from newsledger.build.extract.casualties.claims import antecedent, claim
from newsledger.build.extract.casualties.findings import SOME, Ledger
from newsledger.build.extract.casualties.lists import COUNTED, WHO, coordinated
from newsledger.build.extract.casualties.objects import read_object
from newsledger.build.extract.casualties.parts import Part, Reading
from newsledger.build.extract.casualties.rules import CasualtyRule, rules_for
from newsledger.build.extract.casualties.senses import (
    agreement,
    is_ambiguous,
    is_sick,
    outcome_of,
    outcomes_at,
    subject_refusal,
)
from newsledger.build.extract.casualties.tolls import read_nothing, read_toll, read_vague
from newsledger.build.extract.casualties.victims import before
from newsledger.build.extract.casualties.words import casualty_words, listed, pattern
from newsledger.schema.vocabularies import Outcome

CLOSERS = ("in", "by", "comma", "stop", "at", "after", "because", "and", "with", "semicolon", "close")
DONE_TO = WHO | {"goods", "the", "his", "a"}
HOSPITAL_NAME = 9


def read_frames(reading: Reading) -> Ledger:
    """Everything the rules find in a sentence."""
    ledger = Ledger(reading)
    for rule in rules_for(reading.kinds):
        for match in rule.pattern.finditer(reading.code):
            _apply(ledger, rule, match)
    return ledger


def _apply(ledger: Ledger, rule: CasualtyRule, match: re.Match[str]) -> None:
    at = next(at for at in map(match.start, rule.harm) if at >= 0)
    if at in ledger.used or (rule.is_sick and not is_sick(ledger.reading, at)):
        return
    READERS[rule.read](ledger, rule, match, at)


def _read_beside(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
    """A participle next to its people ("nine wounded", "the five soldiers killed in …")."""
    reading, k = ledger.reading, match.start()
    word = reading.parts[at].low
    if (
        _has_object(reading, at)
        or (word == "in hospital" and not reading.is_at(at - 1, "hedge"))
        or word.startswith("took ")
    ):
        return
    aged = reading.is_at(k, "number") and reading.is_at(k - 1, "of") and reading.is_at(k - 2, "person")
    group = _over_part(reading, coordinated(reading, k - 2 if aged else k))
    if group[0].bare and group[0].kind == "people" and reading.is_at(group[0].at - 1, "be"):
        return
    if reading.parts[at].low.startswith("with ") and reading.is_at(group[0].at - 1, "by"):
        return
    if reading.is_at(at - 1, "comma") and reading.is_at(k - 1, "of") and reading.is_at(k - 2, "word", "thing"):
        return
    if outcome_of(reading.parts[at]) is Outcome.KILLED and _are_named_by_bodies(reading, k):
        return
    if group[-1].kind in ("people", "person"):
        closed = at + 1 == len(reading.parts) or reading.is_at(at + 1, *CLOSERS) or _is_time(reading, at + 1)
        if (not closed and not reading.headline) or (is_ambiguous(reading, at) and not (reading.headline and closed)):
            return
    whole = group[0].whole if len(group) == 1 and at == k + 1 and not reading.headline else None
    one = whole is not None and group[0].fixed == 1
    if whole is None or not (one or whole.definite or outcome_of(reading.parts[at]) is Outcome.ABDUCTED):
        _settle(ledger, rule, group, [], at)
        return
    _settle(ledger, rule, [whole], [], at)
    named = reading.is_at(at + 1, "be") and reading.is_at(at + 2, "people", "person", "group", "noun", "nouns")
    if (named or (one and reading.is_at(k - 1, "be"))) and ledger.findings:
        _taken_from(ledger, rule, group[0], at + 2 if named else k)


def _are_named_by_bodies(reading: Reading, k: int) -> bool:
    """Whether people stand behind the bodies that tell of their death ("17 bodies of civilians killed by rebels")."""
    return reading.is_at(k - 1, "of") and reading.is_at(k - 2, "bodies")


def _over_part(reading: Reading, group: list[Part]) -> list[Part]:
    """The people before "including" and the part they name ("14 pupils, including seven girls, killed")."""
    k = group[0].at
    whole = reading.is_at(k - 1, "including") and reading.is_at(k - 2, "comma") and reading.is_at(k - 3, *COUNTED)
    return [reading.parts[k - 3]] if whole else group


def _taken_from(ledger: Ledger, rule: CasualtyRule, part: Part, k: int) -> None:
    """Enter those taken out of the people hit whom the predicate describes ("three of the 12 killed were monks")."""
    parent, people = ledger.findings[-1], ledger.reading.parts[k]
    made = ledger.finding(rule, parent.outcome, part, (part.start, max(part.end, people.end)))
    made.rule_id, made.among, made.taken_out, made.parent = SOME, True, True, parent
    part.describe_as(people)
    ledger.add(made, k)


def _read_subject(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
    """A predicate with its people before it."""
    reading, start = ledger.reading, match.start()
    lead = reading.parts[start:at]
    if not _is_meant(reading, rule, start, at):
        return
    plural = next((number for number in (agreement(part.low) for part in lead) if number is not None), None)
    group = _right_before(reading, start, at)
    if not group and not _is_reduced(reading, start, at):
        group = before(reading, start, plural)
    if len(group) == 1 and group[0].whole is not None and reading.is_at(group[0].at + 1, "who"):
        group = [group[0].whole]
    if len(group) == 1 and group[0].kind == "people" and any(part.low == "both" for part in lead):
        group[0].fixed = casualty_words().fixed["both"]
    if len(group) == 1 and group[0].kind == "they":
        group = [p for p in antecedent(reading, group[0]) if not ledger.is_told(p, Outcome.KILLED)]
    _settle(ledger, rule, group, lead, at)


def _is_meant(reading: Reading, rule: CasualtyRule, start: int, at: int) -> bool:
    """Whether a predicate is one of those that the flags of a rule ask for."""
    if reading.is_at(start - 1, "bodies") or (rule.has("headline") and not reading.headline and start == at):
        return False
    if rule.has("same") and outcome_of(reading.parts[at]) not in (None, rule.outcome):
        return False
    if rule.has("captor") and not names_captors(reading, at + 1):
        return False
    if rule.has("hospital") and not _heals(reading, at):
        return False
    return not rule.has("single") or reading.parts[at].fixed == 1


def _settle(ledger: Ledger, rule: CasualtyRule, group: list[Part], lead: list[Part], at: int) -> None:
    """Enter the claims about the people of a predicate, or the reason why there are none."""
    reading = ledger.reading
    if not group or (rule.has("people") and not all(part.nouns for part in group)):
        return
    if reason := subject_refusal(reading, group, lead, at):
        ledger.refuse(rule, at, reason)
        return
    outcomes = [rule.outcome] if rule.outcome else outcomes_at(reading, at, ledger.used, group)
    lost = group if Outcome.MISSING in outcomes else []
    if not outcomes or any(ledger.is_told(part, Outcome.ABDUCTED) for part in lost):
        return
    ledger.used.add(at)
    first, word = group[0].at, reading.parts[at]
    if reading.is_at(first - 1, "neither"):
        ledger.nothing(rule, outcomes[0], group, (reading.parts[first - 1].start, word.end), at)
        return
    earlier = len(ledger.findings)
    claim(ledger, rule, outcomes, group, (min(group[0].start, word.start), max(word.end, group[-1].end)), at)
    if (
        not any(part.low in listed("finite") for part in lead)
        and rule.read in ("subject", "beside")
        and not reading.is_at(at, "fated")
    ):
        for made in ledger.findings[earlier:]:
            made.presupposed = not reading.headline and made.count is None and made.count_min is None


def _right_before(reading: Reading, start: int, at: int) -> list[Part]:
    """The people whose own participle a predicate is ("the screams of men being killed", "those held by rebels")."""
    if not _is_reduced(reading, start, at) and reading.parts[start].low not in ("being", "getting"):
        return []
    return coordinated(reading, start - 1) if reading.is_at(start - 1, "person", "people", "group", "named") else []


def _is_reduced(reading: Reading, start: int, at: int) -> bool:
    """Whether "held by" has no auxiliary and can only be said of what stands right before it."""
    return reading.is_at(at, "hands") and not any(part.kind == "be" for part in reading.parts[start:at])


def _has_object(reading: Reading, at: int) -> bool:
    """Whether a verb of harm has something behind it that it is done to, so that the people before it did it."""
    if not reading.is_at(at, "harmed"):
        return False
    k = at + 1
    while reading.is_at(k, "adverb", "hedge") or (reading.is_at(k, "and") and reading.is_at(k + 1, "harmed")):
        k += 1 + reading.is_at(k, "and")
    if k >= len(reading.parts):
        return False
    return reading.parts[k].low[:1].isdigit() or reading.parts[k].kind in DONE_TO


def _heals(reading: Reading, at: int) -> bool:
    """Whether a verb of bringing has a hospital behind it."""
    words = " ".join(part.low for part in reading.parts[at : at + HOSPITAL_NAME])
    return outcome_of(reading.parts[at]) is None and pattern("hospital").search(words) is not None


def _is_time(reading: Reading, k: int) -> bool:
    """Whether a stretch of time stands behind a participle ("the guards seized three days earlier")."""
    behind = reading.parts[k : k + 2]
    return any(part.kind == "things" and part.low[:-1] in listed("periods") for part in behind)


def _read_named_hostage(ledger: Ledger, rule: CasualtyRule, k: int) -> None:
    """A hostage whose name stands beside the noun."""
    part, reading = ledger.reading.parts[k], ledger.reading
    name = k + 1 + reading.is_at(k + 1, "comma")
    held = part.nouns[-1].outcome if part.nouns else None
    if held is not None and reading.is_at(name, "named"):
        made = ledger.finding(rule, held, part, (part.start, reading.parts[name].end))
        made.presupposed = True
        ledger.add(made, k)


def _read_marked(ledger: Ledger, rule: CasualtyRule, _: re.Match[str], k: int) -> None:
    """People whose own words say what befell them: hostages, "30 wounded soldiers", "the Danish hostage Ole Bang"."""
    part = ledger.reading.parts[k]
    if part.kind == "person":
        _read_named_hostage(ledger, rule, k)
        return
    if part.whole is not None and any(noun.outcome is not None for noun in part.whole.nouns):
        part = part.whole
        if any(finding.part is part for finding in ledger.findings):
            return
    elif ledger.is_counted(k) and part.harm not in (Outcome.MISSING, Outcome.ABDUCTED):
        return
    outcome = part.harm or next((noun.outcome for noun in part.nouns if noun.outcome is not None), None)
    if outcome is not None and part.quantity is not None and part.quantity.count != 1:
        ledger.add(ledger.finding(rule, outcome, part, (part.start, part.end)), k)


READERS = {
    "toll": read_toll,
    "nothing": read_nothing,
    "vague": read_vague,
    "beside": _read_beside,
    "subject": _read_subject,
    "marked": _read_marked,
    "object": read_object,
}
