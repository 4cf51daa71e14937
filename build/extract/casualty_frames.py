"""Frames: applies the casualty rules to one sentence and finds who was hit, how many, and by what words."""

from __future__ import annotations

import re

from newsledger.build.extract.casualty_findings import Evidence, Finding, Ledger
from newsledger.build.extract.casualty_lists import after, coordinated, who
from newsledger.build.extract.casualty_parts import Part, Reading, symbols
from newsledger.build.extract.casualty_rules import CasualtyRule, casualty_rules
from newsledger.build.extract.casualty_senses import (
    agreement,
    is_ambiguous,
    is_second_of_two,
    is_sick,
    object_refusal,
    outcome_for,
    outcome_of,
    outcomes_at,
    subject_refusal,
)
from newsledger.build.extract.casualty_sums import summed, total
from newsledger.build.extract.casualty_tolls import read_nothing, read_toll, read_vague
from newsledger.build.extract.casualty_victims import before
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import Outcome, Quantifier, VictimClass

CLOSERS = ("in", "by", "comma", "stop", "at", "after", "because", "and", "with", "semicolon", "close")
FINITE = frozenset(("is", "are", "was", "were", "has", "have", "had", "remain", "remains", "remained"))
HARM = ("harm", "harm2", "harm3", "sick", "who")


def read_frames(reading: Reading, headline: bool) -> Ledger:
    """Everything the rules find in a sentence."""
    ledger = Ledger(reading)
    present = set(reading.code)
    for rule in casualty_rules():
        if rule.anchors.isdisjoint(present):
            continue
        for match in rule.pattern.finditer(reading.code):
            _apply(ledger, rule, match, headline)
    return ledger


def _apply(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], headline: bool) -> None:
    at = next(match.start(name) for name in HARM if name in match.re.groupindex and match.start(name) >= 0)
    if at in ledger.used or ("sick" in match.re.groupindex and rule.read != "toll" and not is_sick(ledger.reading, at)):
        return
    if rule.read == "toll":
        read_toll(ledger, rule, match, at)
    elif rule.read == "nothing":
        read_nothing(ledger, rule, match)
    elif rule.read == "vague":
        read_vague(ledger, rule, match, at)
    elif rule.read == "beside":
        _read_beside(ledger, rule, match.start(), at, headline)
    elif rule.read == "subject":
        _read_subject(ledger, rule, match.start(), at, headline)
    elif rule.read == "marked":
        _read_marked(ledger, rule, at)
    else:
        _read_object(ledger, rule, match, at, headline)


def _read_beside(ledger: Ledger, rule: CasualtyRule, k: int, at: int, headline: bool) -> None:
    """A participle next to its people ("nine wounded", "the five soldiers killed in …")."""
    reading = ledger.reading
    if _has_object(reading, at) or reading.parts[at].low == "in hospital":
        return
    aged = reading.is_at(k, "number") and reading.is_at(k - 1, "of") and reading.is_at(k - 2, "person")
    group = coordinated(reading, k - 2 if aged else k)
    if group[0].bare and group[0].symbol in symbols("people") and reading.is_at(reading.index(group[0]) - 1, "be"):
        return
    if reading.parts[at].low.startswith("with ") and reading.is_at(reading.index(group[0]) - 1, "by"):
        return
    if reading.is_at(at - 1, "comma") and reading.is_at(k - 1, "of") and reading.is_at(k - 2, "word", "thing"):
        return
    if group[-1].symbol in symbols("people", "person"):
        closed = at + 1 == len(reading.parts) or reading.is_at(at + 1, *CLOSERS)
        if (not closed and not headline) or (is_ambiguous(reading, at) and not (headline and closed)):
            return
    whole = group[0].whole if len(group) == 1 and at == k + 1 and not headline else None
    one = whole is not None and group[0].fixed == 1
    if whole is None or not (one or whole.definite or outcome_of(reading.parts[at]) is Outcome.ABDUCTED):
        _settle(ledger, rule, group, [], at, headline)
        return
    _settle(ledger, rule, [whole], [], at, headline)
    named = reading.is_at(at + 1, "be") and reading.is_at(at + 2, "people", "person", "group", "noun", "nouns")
    if (named or (one and reading.is_at(k - 1, "be"))) and ledger.findings:
        _taken_from(ledger, rule, group[0], at + 2 if named else k)


def _taken_from(ledger: Ledger, rule: CasualtyRule, part: Part, k: int) -> None:
    """Enter those taken out of the people hit whom the predicate describes ("three of the 12 killed were monks")."""
    parent, people = ledger.findings[-1], ledger.reading.parts[k]
    made = ledger.finding(rule, parent.outcome, part, (part.start, max(part.end, people.end)))
    made.rule_id, made.parent = "casualties.subset.part", parent
    part.nouns, part.head = people.nouns, people.head
    ledger.add(made, k)


def _read_subject(ledger: Ledger, rule: CasualtyRule, start: int, at: int, headline: bool) -> None:
    """A predicate with its people before it."""
    reading = ledger.reading
    lead = reading.parts[start:at]
    if rule.has("headline") and not (headline or lead):
        return
    if rule.has("same") and outcome_of(reading.parts[at]) not in (None, rule.outcome):
        return
    plural = next((number for number in (agreement(part.low) for part in lead) if number is not None), None)
    group = _right_before(reading, start) or before(reading, start, plural)
    if len(group) == 1 and group[0].symbol in symbols("they"):
        group = [p for p in _antecedent(reading, group[0]) if (reading.index(p), Outcome.KILLED) not in ledger.counted]
    _settle(ledger, rule, group, lead, at, headline)


def _settle(ledger: Ledger, rule: CasualtyRule, group: list[Part], lead: list[Part], at: int, headline: bool) -> None:
    """Enter the claims about the people of a predicate, or the reason why there are none."""
    reading = ledger.reading
    if not group or (rule.has("people") and not all(part.nouns for part in group)):
        return
    if reason := subject_refusal(reading, group, lead, at):
        ledger.refuse(rule, at, reason)
        return
    outcomes = [rule.outcome] if rule.outcome else outcomes_at(reading, at, ledger.used)
    if not outcomes:
        return
    ledger.used.add(at)
    first, word = reading.index(group[0]), reading.parts[at]
    if reading.is_at(first - 1, "neither"):
        ledger.nothing(rule, outcomes[0], group, (reading.parts[first - 1].start, word.end), at)
        return
    earlier = len(ledger.found)
    _claim(ledger, rule, outcomes, group, (min(group[0].start, word.start), max(word.end, group[-1].end)), at)
    if (
        not any(part.low in FINITE for part in lead)
        and rule.read in ("subject", "beside")
        and not reading.is_at(at, "fated")
    ):
        for made in ledger.found[earlier:]:
            if isinstance(made, Finding):
                made.presupposed = not headline and made.count is None and made.count_min is None


def _right_before(reading: Reading, start: int) -> list[Part]:
    """The people whose own participle a predicate is ("the screams of men being killed")."""
    if reading.parts[start].low != "being" or not reading.is_at(start - 1, "person", "people", "group", "named"):
        return []
    return coordinated(reading, start - 1)


def _antecedent(reading: Reading, they: Part) -> list[Part]:
    """The counted people that "they" in the same sentence stands for."""
    counted = [p for p in reading.parts if p.start < they.start and p.symbol in symbols("group", "strangers")]
    return [p for p in counted[-1:] if p.nouns]


def _has_object(reading: Reading, at: int) -> bool:
    """Whether a verb of harm has something behind it that it is done to, so that the people before it did it."""
    if not reading.is_at(at, "harmed"):
        return False
    k = at + 1
    while reading.is_at(k, "adverb", "hedge") or (reading.is_at(k, "and") and reading.is_at(k + 1, "harmed")):
        k += 1 + reading.is_at(k, "and")
    if k >= len(reading.parts):
        return False
    return reading.parts[k].low[:1].isdigit() or reading.parts[k].symbol in who() | symbols("goods", "the", "his", "a")


def _read_marked(ledger: Ledger, rule: CasualtyRule, k: int) -> None:
    """Counted people whose own words say what befell them: hostages, "30 wounded soldiers"."""
    part = ledger.reading.parts[k]
    if part.whole is not None and any(noun.outcome is not None for noun in part.whole.nouns):
        part = part.whole
    elif ledger.is_counted(k) and part.harm not in (Outcome.MISSING, Outcome.ABDUCTED):
        return
    outcome = part.harm or next((noun.outcome for noun in part.nouns if noun.outcome is not None), None)
    if outcome is not None and part.quantity is not None and part.quantity.count != 1:
        ledger.add(ledger.finding(rule, outcome, part, (part.start, part.end)), k)


def _read_object(ledger: Ledger, rule: CasualtyRule, match: re.Match[str], at: int, headline: bool) -> None:
    """A verb or noun of harm with its people behind it, or a number beside a noun of harm."""
    reading, parts = ledger.reading, ledger.reading.parts
    k = _owner_passed(reading, match.start("who"), rule)
    if k is None or not _fits(rule, reading, match, k, at):
        return
    part = parts[k]
    if rule.name == "relative.object" and part.whole is not None:
        part = part.whole
    outcomes = [rule.outcome] if rule.outcome else outcomes_at(reading, at, ledger.used)
    if not outcomes:
        return
    if part.symbol in symbols("none", "nobody"):
        ledger.used.add(at)
        ledger.nothing(rule, outcomes[0], [part], (parts[at].start, part.end), at)
        return
    reason = object_refusal(reading, part, at, headline) if rule.has("verb") else None
    meant = _antecedent(reading, part) if part.symbol in symbols("they") else []
    if meant and reason in (None, Reason.COUNT_UNREADABLE):
        ledger.used.add(at)
        _claim(ledger, rule, outcomes, meant, (meant[0].start, part.end), at)
        return
    if reason is not None:
        ledger.refuse(rule, at, reason)
        return
    ledger.used.add(at)
    if rule.has("verb") and is_second_of_two(reading, at):
        outcomes = [Outcome.CASUALTIES]
    shared = reading.is_at(at, "bodies", "loss", "losses")
    group = after(reading, k, shared=shared) if rule.has("list") else [part]
    first = parts[at if rule.has("verb") else match.start()].start
    evidence = (min(first, parts[at].start, group[0].start), max(group[-1].end, parts[at].end))
    if rule.has("one"):
        _claim_one(ledger, rule, outcomes[0], part, evidence, at)
        return
    if not part.nouns and k < at:
        part.nouns = [
            n for p in parts[k + 1 : at] for n in (p.nouns or ([p.entry] if p.entry and p.entry.victims else []))
        ]
    _claim_self(ledger, rule, outcomes[0], at)
    _claim(ledger, rule, outcomes, group, evidence, at)


def _claim_self(ledger: Ledger, rule: CasualtyRule, outcome: Outcome, at: int) -> None:
    """Enter the attacker who is hit with the others ("killing herself and six others")."""
    reading = ledger.reading
    one = reading.parts[at + 1] if reading.is_at(at + 1, "self") else None
    if one is not None and one.low != "themselves" and reading.is_at(at + 2, "and") and rule.has("verb"):
        _claim_one(ledger, rule, outcome, one, (reading.parts[at].start, one.end), at)


def _claim_one(ledger: Ledger, rule: CasualtyRule, outcome: Outcome, part: Part, evidence: Evidence, at: int) -> None:
    """Enter the claim about the single victim that a frame tells of."""
    made = ledger.finding(rule, outcome, part, evidence)
    made.count = made.count_min = made.count_max = 1
    made.quantifier = Quantifier.EXACT
    ledger.add(made, at)


def _owner_passed(reading: Reading, k: int, rule: CasualtyRule) -> int | None:
    """The people behind a possessive ("the soldier's brother"); None where things are owned."""
    if not reading.is_at(k + 1, "poss") or rule.has("one"):
        return k
    if reading.is_at(k + 2, "person", "people", "group"):
        return k + 2
    return None if rule.has("verb") else k


def _fits(rule: CasualtyRule, reading: Reading, match: re.Match[str], k: int, at: int) -> bool:
    """Whether the words of a frame are those it is meant for."""
    part, parts = reading.parts[k], reading.parts
    if rule.has("fallen"):
        return parts[at].low in ("fell", "fallen") and any(n.victims is VictimClass.COMBATANT for n in part.nouns)
    if rule.has("kin"):
        return part.possessive or part.fixed is not None
    if rule.has("lives"):
        words = " ".join(p.low for p in parts[match.start() : k])
        return re.search(r"\bli(?:fe|ves)\b", words) is not None
    if part.symbol in symbols("people") and parts[at].symbol in symbols("bodies"):
        return part.bare and part.harm is None
    if rule.name == "acts.of" and part.definite and outcome_of(parts[at]) is Outcome.INJURED:
        return False
    if rule.name == "nouns.counted" and _are_of_one(reading, k, at):
        return False
    if rule.has("same") and outcome_of(parts[at]) is not rule.outcome:
        return False
    return not rule.has("people") or bool(part.nouns) or part.symbol in symbols("none")


def _are_of_one(reading: Reading, k: int, at: int) -> bool:
    """Whether injuries without a number are those of one body ("with multiple injuries to the face")."""
    part = reading.parts[k]
    if part.quantity is None or part.quantity.count is not None or outcome_of(reading.parts[at]) is not Outcome.INJURED:
        return False
    return part.definite or reading.is_at(k - 1, "have", "with", "suffer", "from", "of", "his", "prep")


def _claim(
    ledger: Ledger, rule: CasualtyRule, outcomes: list[Outcome], group: list[Part], evidence: Evidence, at: int
) -> None:
    """Enter one claim for every outcome and every people counted by themselves."""
    for outcome in outcomes:
        claims = summed(ledger.uncounted(group, outcome))
        for members in claims:
            spot = _own_evidence(members, group, evidence) if len(claims) > 1 else evidence
            made = ledger.finding(rule, outcome_for(ledger.reading, outcome, members[0], at), members[0], spot)
            if len(members) > 1:
                made.count, made.count_min, made.count_max, made.quantifier = total(members)
            made.parts = members
            ledger.add(made, at)


def _own_evidence(members: list[Part], group: list[Part], evidence: Evidence) -> Evidence:
    """The evidence of one of several claims: its own words, with the word of harm where that stands next to them."""
    start, end = evidence
    if group[0].start > start:
        return (start if members[0] is group[0] else members[0].start), members[-1].end
    return members[0].start, (max(end, members[-1].end) if members[-1] is group[-1] else members[-1].end)
