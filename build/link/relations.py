"""Relations of events: one strike inside a day's campaign, and a process that goes on from day to day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from newsledger.build.link.compare import LONG, PROCESSES, UNREALISED, actors_agree
from newsledger.build.mentions.precisions import LANDS
from newsledger.build.text.names import name_words
from newsledger.schema.event_links import EventLink, EventRelation
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import DatePrecision, EventType

FOLLOWS = timedelta(days=3)
PART_SCORE, UPDATE_SCORE = 0.7, 0.6
DayKey = tuple[EventType, date, str]


def event_relations(events: Sequence[Event]) -> list[EventLink]:
    """The relations between events that their dates, places and parties show, in order of the ids."""
    dated = [event for event in events if event.date_start and event.modality not in UNREALISED]
    links = [*_parts(dated), *_updates(dated)]
    return sorted(links, key=lambda link: (link.event_id, link.other_event_id, link.relation))


def _parts(events: Sequence[Event]) -> Iterator[EventLink]:
    """An event at one place is part of the same day's wider attacks of the same kind in its country."""
    wide: dict[DayKey, list[Event]] = defaultdict(list)
    for event in events:
        if event.place_precision in LANDS and event.event_scope in LONG and event.country_iso3 and event.date_start:
            wide[event.event_type, event.date_start, event.country_iso3].append(event)
    for event in events:
        if event.place_precision in LANDS or not event.country_iso3 or not event.date_start:
            continue
        if event.date_precision is not DatePrecision.DAY:
            continue
        for whole in wide[event.event_type, event.date_start, event.country_iso3]:
            if actors_agree(event, whole) is not False:
                reason = f"same kind and day, {event.place_name} lies in {whole.place_name or whole.country_iso3}"
                yield _link(event, whole, EventRelation.PART_OF, PART_SCORE, reason)


def _updates(events: Sequence[Event]) -> Iterator[EventLink]:
    """A process between the same two parties goes on within three days: the later is an update of the one before."""
    lines: dict[tuple[EventType, frozenset[str]], list[Event]] = defaultdict(list)
    for event in events:
        parties = frozenset(name_words(event.actor) | name_words(event.target))
        if event.event_type in PROCESSES and event.actor and event.target:
            lines[event.event_type, parties].append(event)
    for line in lines.values():
        line.sort(key=lambda event: (event.date_start or date.min, event.event_id))
        for earlier, later in pairwise(line):
            gap = (later.date_start or date.min) - (earlier.date_start or date.min)
            if timedelta(0) < gap <= FOLLOWS:
                reason = f"same parties, {gap.days} day{'s' if gap.days > 1 else ''} later"
                yield _link(later, earlier, EventRelation.UPDATE_OF, UPDATE_SCORE, reason)


def _link(event: Event, other: Event, relation: EventRelation, score: float, reason: str) -> EventLink:
    return EventLink(
        event_id=event.event_id, other_event_id=other.event_id, relation=relation, score=score, reason=reason
    )
