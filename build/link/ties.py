"""Ties: which event a casualty, a statement or an evacuation is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from newsledger.build.link.join import DATE, PLACE
from newsledger.build.mentions.precisions import TOWNS
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event
from newsledger.schema.row import Claim
from newsledger.schema.vocabularies import EventType, Outcome

C = TypeVar("C", bound=Claim)
HARM = (
    EventType.AIR_STRIKE,
    EventType.MISSILE_OR_ARTILLERY,
    EventType.BOMBING,
    EventType.ARMED_ATTACK,
    EventType.ARMED_CLASH,
    EventType.GROUND_OPERATION,
    EventType.ABDUCTION,
    EventType.DISASTER,
    EventType.RIOT,
    EventType.INTERCEPTION,
    EventType.PROTEST,
)
TAKING = (EventType.ABDUCTION, *(kind for kind in HARM if kind is not EventType.ABDUCTION))
MOVES = (EventType.DISPLACEMENT, EventType.WARNING, EventType.SERVICE_DISRUPTION, EventType.DISASTER, *HARM)
REACH = 4


def _gap(claim: Claim, start: int, end: int) -> int:
    return max(0, max(claim.evidence_start, start) - min(claim.evidence_end, end))


def _nearest(claim: Claim, events: Sequence[Event], kinds: Sequence[EventType], same_sentence: bool) -> Event | None:
    """The event of a kind with the mention nearest to a claim, in its sentence or in the one before."""
    found = []
    for event in events:
        if event.event_type not in kinds:
            continue
        for mention in event.mentions:
            inside = mention.sentence_start <= claim.evidence_start < mention.sentence_end
            before = 0 <= claim.sentence_start - mention.sentence_end <= REACH
            if inside if same_sentence else before:
                gap = _gap(claim, mention.start, mention.end)
                found.append(
                    (
                        gap > 0,
                        kinds.index(event.event_type) if gap == 0 else 0,
                        gap,
                        mention.start,
                        event.event_id,
                        event,
                    )
                )
    return min(found, key=lambda f: f[:5])[5] if found else None


def _is_placed_elsewhere(claim: Claim, event: Event, text: str) -> bool:
    """Whether the place of a claim stands outside its sentence, and the event it is tied to names a town."""
    if claim.place_text is None or event.place_precision not in TOWNS:
        return False
    is_own = claim.place_text in text[claim.sentence_start : claim.sentence_end]
    is_same_land = None in (claim.country_iso3, event.country_iso3) or claim.country_iso3 == event.country_iso3
    return not is_own and is_same_land


def tie_casualty(claim: C, events: Sequence[Event], text: str = "") -> C:
    """Tie a casualty to the event of its sentence, which also dates and places it, else of the one before."""
    kinds = TAKING if isinstance(claim, Casualty) and claim.outcome is Outcome.ABDUCTED else HARM
    event = _nearest(claim, events, kinds, same_sentence=True)
    if event is None:
        event = _nearest(claim, events, kinds, same_sentence=False)
        return claim if event is None else claim.model_copy(update={"event_id": event.event_id})
    update: dict[str, object] = {"event_id": event.event_id}
    if claim.date_start is None and claim.date_text is None and event.date_start is not None:
        update |= {name: getattr(event, name) for name in DATE}
    is_unplaced = claim.place_name is None and event.place_name is not None
    if is_unplaced or _is_placed_elsewhere(claim, event, text):
        update |= {name: getattr(event, name) for name in PLACE}
    return claim.model_copy(update=update)


def tie_evacuation(claim: Claim, events: Sequence[Event]) -> Claim:
    """Tie an evacuation to the event of its sentence."""
    event = _nearest(claim, events, MOVES, same_sentence=True)
    return claim if event is None else claim.model_copy(update={"event_id": event.event_id})


def tie_statement(claim: Claim, events: Sequence[Event]) -> Claim:
    """Tie a statement to the one event told within its words."""
    told = {
        event.event_id
        for event in events
        for m in event.mentions
        if m.start < claim.evidence_end and claim.evidence_start < m.end
    }
    return claim.model_copy(update={"event_id": told.pop()}) if len(told) == 1 else claim
