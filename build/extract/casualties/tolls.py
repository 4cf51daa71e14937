"""Tolls: frames in which a noun for the dead or hurt meets its number ("the toll rose from 12 to 15")."""

from __future__ import annotations

import re

from newsledger.build.extract.casualties.findings import Finding, Ledger, as_people
from newsledger.build.extract.casualties.parts import Part, Reading, count_of
from newsledger.build.extract.casualties.rules import CasualtyRule
from newsledger.build.extract.casualties.senses import HURT, are_safe, outcome_of
from newsledger.build.extract.casualties.words import listed
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import Outcome, Quantifier

CLAUSE_STARTS = ("comma", "semicolon", "because", "and", "stop", "colon", "mark", "after")


def read_toll(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
    """Enter the numbers of a toll, and those that other sources give in the same sentence."""
    parts = ledger.reading.parts
    at += ledger.reading.is_at(at, "borrowed") and ledger.reading.is_at(at + 1, "toll", "casualty_toll")
    outcome = outcome_of(parts[at])
    if outcome is None:
        return
    between = parts[at : match.start("to")]
    unsure = any(p.kind in ("modal", "will", "may") or p.low in listed("expected") for p in between)
    if ledger.reading.is_at(match.start("to") - 1, "rise") and (unsure or not _is_passed(parts[match.start("to")])):
        return
    unharmed = are_safe(between)
    if unharmed or (unsure and any(p.low in listed("unreal") or p.kind == "have" for p in between)):
        ledger.refuse(rule, at, Reason.HYPOTHETICAL_VICTIMS)
        return
    ledger.used.add(at)
    numbers = [match.start(name) for name in ("from", "to") if name in match.re.groupindex and match.start(name) >= 0]
    victims = parts[match.start("victims")] if "victims" in match.re.groupindex else None
    if victims is not None and count_of(victims)[0] is not None:
        numbers.insert(0, match.start("victims"))
    for k in numbers:
        start = parts[match.start() if k == numbers[0] else k].start
        made = _numbered(ledger, rule, outcome, parts[k], victims, start)
        made.possible = unsure
        made.borrowed = ledger.reading.is_at(at, "borrowed")
        ledger.add(made, k)
    verb = next(
        (
            k
            for k in range(match.start(), max(match.start() - 4, -1), -1)
            if ledger.reading.is_at(k, "put") and not ledger.reading.is_at(k + 1, "of")
        ),
        None,
    )
    if verb is not None and ledger.findings:
        ledger.findings[-1].source = subject_span(ledger.reading, verb)
    if rule.has("chain"):
        _read_chain(ledger, rule, outcome, match.end(), verb is not None)


def _is_passed(number: Part) -> bool:
    """Whether a number right behind a verb of rising is the level passed, not the step ("climbs over 200")."""
    return count_of(number)[3] is Quantifier.MORE_THAN


def _numbered(
    ledger: Ledger, rule: CasualtyRule, outcome: Outcome, number: Part, victims: Part | None, start: int
) -> Finding:
    finding = ledger.finding(rule, outcome, number, (start, number.end))
    if rule.quantifier is not None and finding.count is not None and finding.quantifier is Quantifier.EXACT:
        finding.quantifier, finding.count_min, finding.count_max = rule.quantifier, finding.count + 1, None
    if victims is not None and number.kind == "number":
        finding.parts, finding.quantity = [victims], number.quantity
    return finding


def _read_chain(ledger: Ledger, rule: CasualtyRule, outcome: Outcome, at: int, is_put: bool) -> None:
    """Further numbers of the same toll ("… at 15, the agency at 11", "… passed 100 and stood at 128")."""
    reading = ledger.reading
    for k in range(at, len(reading.parts) - 1):
        if reading.is_at(k, "stand", "reach", "rise"):
            number = next((j for j in (k + 1, k + 2) if reading.is_at(j, "number", "group")), None)
            if number is not None:
                evidence = (reading.parts[k].start, reading.parts[number].end)
                ledger.add(ledger.finding(rule, outcome, reading.parts[number], evidence), number)
        elif is_put and reading.is_at(k, "at") and reading.is_at(k + 1, "number"):
            start = max((j for j in range(at, k) if reading.is_at(j, "comma", "and", "semicolon")), default=k - 1) + 1
            evidence = (reading.parts[min(start, k)].start, reading.parts[k + 1].end)
            made = ledger.finding(rule, outcome, reading.parts[k + 1], evidence)
            made.source = subject_span(reading, k)
            ledger.add(made, k + 1)
        elif reading.is_at(k, "because", "stop", "harmed", "fated", "after"):
            return


def subject_span(reading: Reading, verb: int) -> tuple[int, int] | None:
    """Who puts the toll at a number: the words between the start of the clause and the verb."""
    first = verb
    while first and not reading.is_at(first - 1, *CLAUSE_STARTS):
        first -= 1
    while first < verb and reading.is_at(verb - 1, "adverb", "have", "last", "will"):
        verb -= 1
    return (reading.parts[first].start, reading.parts[verb - 1].end) if first < verb else None


def read_nothing(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], _: int) -> None:
    """Enter that there were no casualties of one or two outcomes."""
    parts = ledger.reading.parts
    for name in ("harm", "harm2"):
        k = match.start(name) if name in match.re.groupindex else -1
        if k < 0 or k in ledger.used or parts[k].low == "loss":
            continue
        outcome = outcome_of(parts[k]) or rule.outcome
        if outcome is None:
            continue
        ledger.used.add(k)
        end = match.end() - 1
        while end + 2 < len(parts) and ledger.reading.is_at(end + 1, "have", "be", "hedge", "adverb"):
            end += 1
        wanted = ("person", "people", "noun", "nouns", "none")
        people = next((p for p in parts[match.start() : k] if p.kind in wanted), None)
        ledger.nothing(rule, outcome, as_people(people), (parts[match.start()].start, parts[end].end), k)
        if ledger.reading.is_at(match.start(), "deny"):
            ledger.findings[-1].source = subject_span(ledger.reading, match.start())


def _has_people(parts: list[Part]) -> bool:
    wanted = ("person", "people", "noun", "nouns")
    return len(parts) == 1 or any(part.kind in wanted and part.low != "minor" for part in parts)


def read_vague(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
    """Enter casualties told of without a number ("civilian casualties were reported")."""
    parts, first = ledger.reading.parts, match.start()
    outcome = outcome_of(parts[at]) or rule.outcome
    if rule.has("joint") and ledger.reading.is_at(at + 1, "and"):
        outcome = Outcome.CASUALTIES
    if outcome not in HURT or (parts[first].low == "with" and outcome is not Outcome.CASUALTIES):
        return
    denied = ("modal", "will", "may", "to", "not", "do", "no", "without", "number")
    told_there = ledger.reading.is_at(first, "there_be")
    if any(part.kind in denied for part in parts[first if told_there else max(0, first - 4) : at]):
        return
    if any(part.low in listed("unsure") for part in parts[max(0, first - 2) : first]):
        return
    if outcome is Outcome.INJURED and rule.has("whose") and not _has_people(parts[first:at]):
        return
    ledger.used.add(at)
    wanted = ("person", "people", "noun", "nouns")
    people = next((part for part in parts[first:at] if part.kind in wanted), None)
    if "victims" in match.re.groupindex and match.start("victims") >= 0:
        people = parts[match.start("victims")]
    evidence = (parts[first].start, parts[match.end() - 1].end)
    made = Finding(rule.rule_id, outcome, *evidence, None, None, None, Quantifier.VAGUE, rule.kind, as_people(people))
    ledger.add(made, at)
