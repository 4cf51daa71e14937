"""Response links: the responses an article tells, between its joined events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from newsledger.build.extract.events.responses import find_responses
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.event_links import EventLink, EventRelation
from newsledger.schema.events import Event

SAME_SENTENCE, SENTENCE_BEFORE = 0.8, 0.6


def response_links(annotated: Annotated, events: Sequence[Event]) -> list[EventLink]:
    """A link for every response between two events of one article."""
    now = {old: event.event_id for event in events for old in (event.event_id, *event.merged_ids)}
    links = [
        EventLink(
            event_id=now[found.event_id],
            other_event_id=now[found.other_event_id],
            relation=EventRelation.RESPONSE_TO,
            score=SAME_SENTENCE if found.is_near else SENTENCE_BEFORE,
            reason=f"told as a response: {found.words}",
        )
        for found in find_responses(annotated)
        if found.event_id in now and found.other_event_id in now
    ]
    return follow(links, {})


def follow(links: Iterable[EventLink], now: Mapping[str, str]) -> list[EventLink]:
    """The links between the events that their former events became; the strongest of each two, none to itself."""
    kept: dict[tuple[str, str, str], EventLink] = {}
    for link in links:
        event_id, other = now.get(link.event_id, link.event_id), now.get(link.other_event_id, link.other_event_id)
        key = event_id, other, link.relation.value
        moved = link.model_copy(update={"event_id": event_id, "other_event_id": other})
        if event_id != other and (key not in kept or kept[key].score < moved.score):
            kept[key] = moved
    return [kept[key] for key in sorted(kept)]
