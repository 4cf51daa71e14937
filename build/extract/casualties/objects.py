"""Objects: frames whose people stand behind a verb or noun of harm, or are a number beside one."""

from __future__ import annotations

import re

from newsledger.build.extract.casualties.arrests import names_captors
from newsledger.build.extract.casualties.claims import antecedent, claim, claim_one, somebody_before
from newsledger.build.extract.casualties.findings import Ledger
from newsledger.build.extract.casualties.lists import after
from newsledger.build.extract.casualties.parts import Part, Reading, count_of
from newsledger.build.extract.casualties.rules import CasualtyRule
from newsledger.build.extract.casualties.senses import (
    is_numberless,
    is_second_of_two,
    object_refusal,
    outcome_of,
    outcomes_at,
)
from newsledger.build.extract.casualties.words import listed, pattern
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import Outcome, VictimClass

VERB_FORMS = ("harms", "harmed", "harming", "rise")


def read_object(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
    """A verb or noun of harm with its people behind it, or a number beside a noun of harm."""
    reading, parts = ledger.reading, ledger.reading.parts
    k = _owner_passed(reading, match.start("who"), rule)
    if k is None or not _fits(rule, reading, match, k, at):
        return
    part = _meant(reading, rule, parts[k], at)
    if rule.outcome is Outcome.MISSING and _is_told_of(ledger, part, k):
        return
    outcomes = _outcomes(ledger, rule, part, at)
    if not outcomes:
        return
    if part.kind in ("none", "nobody"):
        ledger.used.add(at)
        ledger.nothing(rule, outcomes[0], [part], (parts[at].start, part.end), at)
        return
    reason = object_refusal(reading, part, at) if rule.has("verb") else None
    meant = antecedent(reading, part) if part.kind == "they" else []
    if meant and reason in (None, Reason.COUNT_UNREADABLE):
        ledger.used.add(at)
        claim(ledger, rule, outcomes, meant, (meant[0].start, part.end), at)
        return
    if reason is not None:
        ledger.refuse(rule, at, reason)
        return
    ledger.used.add(at)
    shared = reading.is_at(at, "bodies", "loss", "losses", "make_off")
    group = after(reading, k, shared=shared) if rule.has("list") else [part]
    first = parts[at if rule.has("verb") else match.start()].start
    evidence = (min(first, parts[at].start, group[0].start), max(group[-1].end, parts[at].end))
    if rule.has("one") or part.kind == "a":
        claim_one(ledger, rule, outcomes[0], part, evidence, at)
        return
    if not part.nouns and k < at:
        part.nouns = [
            n for p in parts[k + 1 : at] for n in (p.nouns or ([p.entry] if p.entry and p.entry.victims else []))
        ]
    _claim_self(ledger, rule, outcomes[0], at)
    claim(ledger, rule, outcomes, group, evidence, at)


def _meant(reading: Reading, rule: CasualtyRule, part: Part, at: int) -> Part:
    """The people that stand for an object: the whole they are part of, or the person that "him" points at."""
    if rule.has("whole") and part.whole is not None:
        return part.whole
    if rule.has("one") and part.kind in ("he", "his") and not reading.is_at(at, "bodies"):
        return somebody_before(reading, part) or part
    return part


def _is_told_of(ledger: Ledger, part: Part, k: int) -> bool:
    """Whether people whose fate is unknown are told to be dead, hurt or held."""
    if count_of(part)[0] == 1 and any(found.count == 1 for found in ledger.findings):
        return True
    return ledger.is_counted(k) or part.harm is not None or any(noun.outcome is not None for noun in part.nouns)


def _outcomes(ledger: Ledger, rule: CasualtyRule, part: Part, at: int) -> list[Outcome]:
    """The outcomes a frame tells of its people: the rule's own, else those of its words of harm."""
    if rule.outcome:
        return [rule.outcome]
    reading = ledger.reading
    if not (rule.has("verb") and is_second_of_two(reading, at)):
        return outcomes_at(reading, at, ledger.used, [part])
    told_apart = is_numberless([part]) and reading.parts[at - 1].low == "and"
    return [Outcome.KILLED, Outcome.INJURED] if told_apart else [Outcome.CASUALTIES]


def _claim_self(ledger: Ledger, rule: CasualtyRule, outcome: Outcome, at: int) -> None:
    """Enter the attacker who is hit with the others ("killing herself and six others")."""
    reading = ledger.reading
    one = reading.parts[at + 1] if reading.is_at(at + 1, "self") else None
    if one is not None and reading.is_at(at + 2, "and") and rule.has("verb"):
        claim_one(ledger, rule, outcome, one, (reading.parts[at].start, one.end), at)


def _owner_passed(reading: Reading, k: int, rule: CasualtyRule) -> int | None:
    """The people behind a possessive ("the soldier's brother"); None where things are owned."""
    if not reading.is_at(k + 1, "poss") or rule.has("one"):
        return k
    if reading.is_at(k + 2, "person", "people", "group"):
        return k + 2
    return None if rule.has("verb") else k


def _are_bodies(reading: Reading, part: Part, at: int) -> bool:
    """Whether the dead are meant, not a body that many people form ("a body of experts")."""
    many = reading.is_at(at + 1, "of") and reading.is_at(at + 2, "group", "strangers", "people")
    if reading.parts[at].low == "body" and many:
        return False
    return part.kind != "people" or (part.bare and part.harm is None)


def _fits(rule: CasualtyRule, reading: Reading, match: re.Match[str], k: int, at: int) -> bool:
    """Whether the words of a frame are those it is meant for."""
    part, parts = reading.parts[k], reading.parts
    if rule.words and parts[at].kind in VERB_FORMS and parts[at].low not in rule.words:
        return False
    if "captors" in match.re.groupindex and not _are_captors(reading, match):
        return False
    if (told := _flagged(rule, reading, match.start(), k)) is not None:
        return told
    if parts[at].kind == "bodies" and not _are_bodies(reading, part, at):
        return False
    if rule.has("fresh") and part.definite and outcome_of(parts[at]) is Outcome.INJURED:
        return False
    if rule.has("one") and part.low in listed("several_owners"):
        return False
    if rule.has("bodily") and _are_of_one(reading, k, at):
        return False
    if rule.has("same") and outcome_of(parts[at]) not in (None, rule.outcome):
        return False
    return not rule.has("people") or bool(part.nouns) or part.kind == "none"


def _are_captors(reading: Reading, match: re.Match[str]) -> bool:
    """Whether those who hold people are no state; "they" are whom the words before name."""
    first, stop = match.span("captors")
    return names_captors(reading, *((0, match.start()) if reading.is_at(first, "they") else (first, stop)))


def _flagged(rule: CasualtyRule, reading: Reading, first: int, k: int) -> bool | None:
    """Whether the words are those that a flag of the rule asks for; None if it has no such flag."""
    part = reading.parts[k]
    if rule.has("single"):
        return part.fixed == 1
    if rule.has("numberless"):
        return is_numberless([part])
    if rule.has("fighters"):
        return any(noun.victims is VictimClass.COMBATANT for noun in part.nouns)
    if rule.people_words:
        return part.low in rule.people_words
    if rule.has("kin"):
        return part.possessive or part.fixed is not None
    return _takes_lives(reading, first, k) if rule.has("lives") else None


def _takes_lives(reading: Reading, first: int, k: int) -> bool:
    """Whether a verb of taking has lives for an object, or claims people ("unrest claims two soldiers")."""
    part, parts = reading.parts[k], reading.parts
    words = " ".join(p.low for p in parts[first:k])
    claimed = words.startswith("claim") and bool(part.nouns) and part.quantity is not None
    closed = k + 1 == len(parts) or reading.is_at(k + 1, "comma", "and", "stop", "in", "at")
    return pattern("lives").search(words) is not None or (claimed and closed)


def _are_of_one(reading: Reading, k: int, at: int) -> bool:
    """Whether injuries without a number are those of one body ("with multiple injuries to the face")."""
    part = reading.parts[k]
    if part.quantity is None or part.quantity.count is not None or outcome_of(reading.parts[at]) is not Outcome.INJURED:
        return False
    return part.definite or reading.is_at(k - 1, "have", "with", "suffer", "from", "of", "his", "prep")
