"""Carried figures: some of those hit, told in the words of the sentence before ("Nine of them were children")."""

from __future__ import annotations

from newsledger.build.extract.casualties.findings import Finding, Ledger
from newsledger.build.extract.casualties.parts import Part, count_of
from newsledger.build.extract.casualties.words import listed, pattern
from newsledger.schema.vocabularies import Outcome

RULE = "subset.carried"
OPENERS = ("", "comma", "and", "semicolon", "colon", "mark", "dash", "open", "stop", "hedge", "adverb", "that")
HURT = (Outcome.INJURED, Outcome.CASUALTIES)
FARTHEST_PEOPLE = 4
LONGEST_ASIDE = 9


def add_carried(ledger: Ledger, before: list[Finding]) -> None:
    """Add the figures of a sentence that tell only who some of those hit are, or how badly hurt.

    `before` is what the sentence before it told.
    """
    kinds = ledger.reading.kinds
    for k, part in enumerate(ledger.reading.parts):
        if kinds[k - 1] in OPENERS and _counts_some(part) and not ledger.is_counted(k):
            told = [one for one in before + ledger.findings if not one.none and _is_told(one, part)]
            _add_grave(ledger, told, k) or _add_people(ledger, told, k)


def _is_told(one: Finding, part: Part) -> bool:
    """Whether a finding stands before a part, or tells of the people it was taken out of."""
    return one.end <= part.start or (part.whole is not None and one.part is part.whole)


def _counts_some(part: Part) -> bool:
    """Whether a part is a number alone, or of people who have no noun but one for those hit ("40 victims")."""
    if part.quantity is None:
        return part.kind == "part" and part.fixed is not None
    if count_of(part)[:2] == (None, None):
        return False
    alone = part.kind in ("number", "part") or (part.whole is not None and not part.nouns)
    return alone or (part.kind in ("group", "strangers", "goods") and part.low in listed("cases"))


def _parent(told: list[Finding], part: Part, outcomes: tuple[Outcome, ...]) -> Finding | None:
    """The latest figure of some outcomes that is large enough to hold a part."""
    least = count_of(part)[0] or count_of(part)[1] or 1
    fit = [one for one in told if one.outcome in outcomes and (one.count or one.count_min or 0) >= least]
    return fit[-1] if fit else None


def _add_grave(ledger: Ledger, told: list[Finding], k: int) -> bool:
    """Enter some of the injured by their state ("two are still in critical condition")."""
    part, reading = ledger.reading.parts[k], ledger.reading
    match = pattern("grave").match(reading.annotated.document.view[part.end : reading.end].lower())
    parent = _parent(told, part, HURT) if match is not None else None
    if match is None or parent is None:
        return False
    ledger.add_to(parent, RULE, k, (part.start, part.end + match.end()), Outcome.INJURED)
    return True


def _over_aside(ledger: Ledger, k: int) -> int:
    """The part behind what stands between commas ("40 victims, or 10 percent, were")."""
    if not ledger.reading.is_at(k, "comma"):
        return k
    commas = [m for m in range(k + 1, k + LONGEST_ASIDE) if ledger.reading.is_at(m, "comma")]
    return next((m + 1 for m in commas if ledger.reading.is_at(m + 1, "be")), k)


def _add_people(ledger: Ledger, told: list[Finding], k: int) -> bool:
    """Enter some of the people hit by who they were ("seven were reportedly rebels")."""
    reading, part = ledger.reading, ledger.reading.parts[k]
    verb = _over_aside(ledger, k + 1)
    if not reading.is_at(verb, "be"):
        return False
    j = verb + 1
    while reading.is_at(j, "adverb", "hedge", "comma") and j < verb + FARTHEST_PEOPLE:
        j += 1
    dead = [one for one in told if one.outcome is Outcome.KILLED]
    parent = _parent(dead or told, part, tuple(Outcome)) if reading.is_at(j, "people", "person") else None
    if parent is None:
        return False
    part.describe_as(reading.parts[j])
    ledger.add_to(parent, RULE, k, (part.start, reading.parts[j].end))
    return True
