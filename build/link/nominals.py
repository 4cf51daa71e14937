"""Nominal mentions: "the attack", "the blast", "the strikes" take the type of the event told before them."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.build.link.join import position
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import EventType

PREFIX = "events.back."
VIOLENT = (
    EventType.AIR_STRIKE,
    EventType.MISSILE_OR_ARTILLERY,
    EventType.BOMBING,
    EventType.ARMED_ATTACK,
    EventType.ARMED_CLASH,
    EventType.GROUND_OPERATION,
)
# What a nominal of each rule may point back to.
FAMILIES: dict[str, tuple[EventType, ...]] = {
    "attack": (*VIOLENT, EventType.ABDUCTION, EventType.PROPERTY_DESTRUCTION),
    "strike": (EventType.AIR_STRIKE, EventType.MISSILE_OR_ARTILLERY, EventType.PROTEST),
    "blast": (EventType.BOMBING, EventType.AIR_STRIKE, EventType.MISSILE_OR_ARTILLERY, EventType.DISASTER),
    "operation": (EventType.GROUND_OPERATION, EventType.AIR_STRIKE, EventType.ARMED_ATTACK, EventType.ARMED_CLASH),
    "fighting": (EventType.ARMED_CLASH, EventType.GROUND_OPERATION, EventType.RIOT),
    "deal": (EventType.AGREEMENT,),
    "march": (EventType.PROTEST,),
    "meeting": (EventType.TALKS,),
    "disaster": (EventType.DISASTER,),
    "arrest": (EventType.ARREST,),
    "downing": (EventType.INTERCEPTION,),
    "seizure": (EventType.ABDUCTION,),
}


def resolve(events: Sequence[Event]) -> list[Event]:
    """Give each nominal the type, date, place and actor of the nearest event before it that it can point to; drop it where there is none."""
    found: list[Event] = []
    for event in sorted(events, key=position):
        rule_id = event.mentions[0].rule_id
        if not rule_id.startswith(PREFIX):
            found.append(event)
            continue
        family = FAMILIES[rule_id.removeprefix(PREFIX)]
        before = [e for e in found if e.event_type in family]
        if before:
            found[found.index(before[-1])] = _with_mention(before[-1], event)
    return found


def _with_mention(event: Event, nominal: Event) -> Event:
    mentions = [*event.mentions, *nominal.mentions]
    ids = sorted({*event.merged_ids, nominal.event_id})
    return event.model_copy(update={"mentions": mentions, "n_mentions": len(mentions), "merged_ids": ids})
