"""Claims: enters what a frame tells of its people, one claim for every outcome and every number."""

from __future__ import annotations

from newsledger.build.extract.casualties.findings import Evidence, Ledger
from newsledger.build.extract.casualties.parts import Part, Reading
from newsledger.build.extract.casualties.rules import CasualtyRule
from newsledger.build.extract.casualties.senses import outcome_for
from newsledger.build.extract.casualties.sums import summed, total
from newsledger.schema.vocabularies import Outcome, Quantifier


def antecedent(reading: Reading, they: Part) -> list[Part]:
    """The counted people that "they" in the same sentence stands for: the last ones before it, if they are counted."""
    plural = ("group", "strangers", "people")
    for k in range(they.at - 1, -1, -1):
        part = reading.parts[k]
        if part.kind in plural and not reading.is_at(k - 1, "by") and not reading.is_at(k + 1, "who"):
            return [part] if part.nouns and part.quantity is not None else []
    return []


def somebody_before(reading: Reading, he: Part) -> Part | None:
    """The single person that "him" or "her" in the same sentence stands for: the last one before it."""
    for k in range(he.at - 1, -1, -1):
        if reading.is_at(k, "person", "named") and not reading.is_at(k - 1, "by") and not reading.is_at(k + 1, "poss"):
            return reading.parts[k]
    return None


def claim_one(ledger: Ledger, rule: CasualtyRule, outcome: Outcome, part: Part, evidence: Evidence, at: int) -> None:
    """Enter the claim about the single victim that a frame tells of."""
    made = ledger.finding(rule, outcome, part, evidence)
    made.count = made.count_min = made.count_max = 1
    made.quantifier = Quantifier.EXACT
    ledger.add(made, at)


def claim(
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
