"""Type by means: what an act of force was done with, or by which weapon or craft, gives the type of a generic rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsledger.build.extract.events.rules import EventRule
from newsledger.build.extract.events.scan import Hit
from newsledger.schema.vocabularies import EventType

MEANS = {
    "aircraft": EventType.AIR_STRIKE,
    "tank": EventType.MISSILE_OR_ARTILLERY,
    "munition": EventType.MISSILE_OR_ARTILLERY,
    "bomb": EventType.BOMBING,
}
# Of the air and by missile at once are two acts, told together ("missiles and drones hit the port").
TOGETHER = frozenset({EventType.AIR_STRIKE, EventType.MISSILE_OR_ARTILLERY})
# Means beside which no other decides: attackers with rifles and grenades are armed attackers.
HAND = "gun"
# What leads from an agent to its verb, from a verb to its instrument, and from one means to the next.
ACTS = re.compile(r"(?: (?:have|has|had|also|then|later|again|repeatedly|twice|continued? to|began to|\w+ly))* ?")
INSTRUMENT = re.compile(
    r"(?: [\w’'-]+){0,12}? (?:by|with|using|from|involving)(?: (?:hurl|throw|lobb|detonat|fir)ing)? "
    r"(?:(?!and\b|but\b|which\b|where\b|that\b)[\w’'.,-]+ ){0,4}?"
)
MODIFIES = re.compile(r"[ -]")
JOINED = re.compile(r"(?:,|,? (?:and|or|as well as))(?: (?!in\b|on\b|at\b|near\b)[\w’'-]+){0,2} ")


class Stretch(NamedTuple):
    """The hits of a clause, the text they stand in, and the trigger among them."""

    lower: str
    hits: Sequence[Hit]
    trigger: Hit


def types_by_means(rule: EventRule, stretch: Stretch) -> tuple[EventType, ...]:
    """The types of an act of force: those of its means where the rule leaves that open, both of two told together."""
    if not rule.means and rule.event_type not in TOGETHER:
        return (rule.event_type,)
    found = _means(stretch)
    if found == TOGETHER:
        return tuple(sorted(found))
    return tuple(found) if rule.means and len(found) == 1 else (rule.event_type,)


def _means(stretch: Stretch) -> frozenset[EventType]:
    """The types of the means in the trigger itself, right before it, or else behind it as its instrument."""
    inside = [hit for hit in _weapons(stretch) if hit.start >= stretch.trigger.start and hit.end <= stretch.trigger.end]
    if inside:
        return _types(inside)
    return _types(_before(stretch)) or _types(_behind(stretch))


def _weapons(stretch: Stretch) -> list[Hit]:
    """The hits that name a means or a hand weapon."""
    return [hit for hit in stretch.hits if HAND in hit.entry.classes or not MEANS.keys().isdisjoint(hit.entry.classes)]


def _before(stretch: Stretch) -> list[Hit]:
    """The agent or modifier right before the trigger and what is joined to it."""
    chain: list[Hit] = []
    for hit in reversed([hit for hit in _weapons(stretch) if hit.end <= stretch.trigger.start]):
        leads = (JOINED,) if chain else (ACTS, MODIFIES)
        until = chain[-1].start if chain else stretch.trigger.start
        if any(lead.fullmatch(stretch.lower, hit.end, until) for lead in leads):
            chain.append(hit)
    return chain


def _behind(stretch: Stretch) -> list[Hit]:
    """The instrument behind the trigger and what is joined to it; of "explosive drones", the drones."""
    chain: list[Hit] = []
    for hit in [hit for hit in _weapons(stretch) if hit.start >= stretch.trigger.end]:
        if chain and stretch.lower[chain[-1].end : hit.start] == " ":
            chain[-1] = hit
            continue
        lead = chain[-1].end if chain else stretch.trigger.end
        if (JOINED if chain else INSTRUMENT).fullmatch(stretch.lower, lead, hit.start):
            chain.append(hit)
    return chain


def _types(chain: Sequence[Hit]) -> frozenset[EventType]:
    """The types of a chain of means, none where a hand weapon is among them."""
    if any(HAND in hit.entry.classes for hit in chain):
        return frozenset()
    names = (name for hit in chain for name in hit.entry.classes)
    return frozenset(MEANS[name] for name in names if name in MEANS)
