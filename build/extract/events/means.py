"""Type by means: what an act of force was done with, or by which weapon or craft, gives the type of a generic rule."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.scan import Hit, SentenceHits
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
NAMES = MEANS.keys() | {HAND}
ACTS = pattern("acts")
INSTRUMENT = pattern("instrument")
JOINED = pattern("joined")


def types_by_means(match: Match, found: SentenceHits, trigger: Hit) -> tuple[EventType, ...]:
    """The types of an act of force: those of its means where the rule leaves that open, both of two told together."""
    rule = match.rule
    if not rule.means and rule.event_type not in TOGETHER:
        return (rule.event_type,)
    told = _means(found.lower, _weapons(match, found.hits), trigger)
    if told == TOGETHER:
        return tuple(sorted(told))
    return tuple(told) if rule.means and len(told) == 1 else (rule.event_type,)


def _means(lower: str, weapons: list[Hit], trigger: Hit) -> frozenset[EventType]:
    """The types of the means in the trigger itself, right before it, or else behind it as its instrument."""
    inside = [hit for hit in weapons if hit.start >= trigger.start and hit.end <= trigger.end]
    if inside:
        return _types(inside)
    before = [hit for hit in weapons if hit.end <= trigger.start]
    behind = [hit for hit in weapons if hit.start >= trigger.end]
    return _types(_before(lower, before, trigger.start)) or _types(_behind(lower, behind, trigger.end))


def _weapons(match: Match, hits: list[Hit]) -> list[Hit]:
    """The hits in the clause of a match that name a means or a hand weapon."""
    start, end = match.clause_start, match.clause_end
    return [hit for hit in hits if hit.entry.classes & NAMES and start <= hit.start and hit.end <= end]


def _before(lower: str, weapons: list[Hit], until: int) -> list[Hit]:
    """The agent or modifier right before the trigger and what is joined to it."""
    chain: list[Hit] = []
    for hit in reversed(weapons):
        if (JOINED if chain else ACTS).fullmatch(lower, hit.end, until):
            chain.append(hit)
            until = hit.start
    return chain


def _behind(lower: str, weapons: list[Hit], lead: int) -> list[Hit]:
    """The instrument behind the trigger and what is joined to it; of "explosive drones", the drones."""
    chain: list[Hit] = []
    for hit in weapons:
        if chain and lower[lead : hit.start] == " ":
            chain[-1] = hit
        elif (JOINED if chain else INSTRUMENT).fullmatch(lower, lead, hit.start):
            chain.append(hit)
        lead = chain[-1].end if chain else lead
    return chain


def _types(chain: Sequence[Hit]) -> frozenset[EventType]:
    """The types of a chain of means, none where a hand weapon is among them."""
    names = frozenset().union(*[hit.entry.classes for hit in chain])
    return frozenset() if HAND in names else frozenset([MEANS[name] for name in MEANS.keys() & names])
