"""Joining: events of one article that tell the same, into one row with all its mentions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsledger.build.link.compare import Decision, same_event
from newsledger.build.mentions.precisions import LANDS, TOWNS
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.vocabularies import (
    BlockType,
    Confidence,
    DatePrecision,
    EventScope,
    EventType,
    Modality,
    TemporalRole,
)

DATE = ("date_start", "date_end", "date_precision", "date_text", "date_source")
PLACE = ("place_name", "place_text", "place_precision", "country_iso3", "geonames_id", "latitude", "longitude")
LONG = (EventScope.CAMPAIGN, EventScope.MULTI_SITE)
# Types that concern a whole land even where a town of it is named.
SPREAD = frozenset(
    {
        EventType.DISPLACEMENT,
        EventType.WARNING,
        EventType.TALKS,
        EventType.AGREEMENT,
        EventType.RESTRICTION,
        EventType.MILITARY_THREAT,
        EventType.TROOP_DEPLOYMENT,
    }
)
ACTOR = ("actor", "actor_iso3", "actor_sector")
SCOPES = [EventScope.INCIDENT, EventScope.PROCESS, EventScope.MULTI_SITE, EventScope.CAMPAIGN]
TARGET = ("target", "target_iso3", "target_sector")


def position(event: Event) -> tuple[int, int, str]:
    """Text order: the earliest mention."""
    first = min([(m.start, m.end) for m in event.mentions])
    return (*first, event.event_id)


def weight(event: Event) -> tuple[int, int, str]:
    """How fit a row is to be the main one: asserted, current, dated, placed, with an actor; the earlier, the better."""
    main = event.mentions[0]
    points = 2 * (event.confidence is not Confidence.LOW) + (event.temporal_role is TemporalRole.CURRENT)
    points += (event.date_start is not None) + (event.place_name is not None) + (event.actor is not None)
    points += (event.modality is Modality.ASSERTED) + (main.block_type is BlockType.BODY)
    return (-points, main.start, event.event_id)


def merge(events: Sequence[Event]) -> Event:
    """One row of several: the fittest gives the id and the main mention, the others fill what it lacks."""
    ranked = sorted(events, key=weight)
    return merge_into(ranked[0], ranked[1:])


def merge_into(main: Event, others: Sequence[Event]) -> Event:
    """One row with the id and main mention of `main`; the others add their mentions and fill what it lacks."""
    if not others:
        return main
    every = [main, *others]
    known = {main.mentions[0]}
    rest = sorted(
        {m for event in every for m in event.mentions} - known, key=lambda m: (m.article_id, m.start, m.end, m.rule_id)
    )
    mentions = _distinct([main.mentions[0], *rest])
    merged = sorted({i for event in every for i in (event.event_id, *event.merged_ids)} - {main.event_id})
    update: dict[str, object] = {"mentions": mentions, "n_mentions": len(mentions), "merged_ids": merged}
    update |= {"n_articles": len({m.article_id for m in mentions}), "event_scope": widest(every)}
    for block in (DATE, PLACE, ACTOR, TARGET, ("weapon_text",)):
        if getattr(main, block[0]) is None:
            giver = next((e for e in sorted(others, key=position) if getattr(e, block[0]) is not None), None)
            if giver is not None and not (block is DATE and giver.date_precision is DatePrecision.NONE):
                update |= {name: getattr(giver, name) for name in block}
    if (finer := _finer(main, others)) is not None:
        update |= {name: getattr(finer, name) for name in PLACE}
    return main.model_copy(update=update)


def _finer(main: Event, others: Sequence[Event]) -> Event | None:
    """The first mention that names a town in the land that the main one names alone."""
    if main.place_precision not in LANDS or main.event_scope in LONG or main.event_type in SPREAD:
        return None
    towns = (e for e in sorted(others, key=position) if e.place_precision in TOWNS)
    return next((e for e in towns if e.country_iso3 in (None, main.country_iso3)), None)


def widest(events: Sequence[Event]) -> EventScope:
    """The scope of the event that tells most: a campaign, several sites, one process, one incident."""
    return max((event.event_scope for event in events), key=SCOPES.index)


def _distinct(mentions: list[Mention]) -> list[Mention]:
    seen: dict[tuple[str, int, int], Mention] = {}
    for mention in mentions:
        seen.setdefault((mention.article_id, mention.start, mention.end), mention)
    return list(seen.values())


def join(events: Sequence[Event], compare: Callable[[Event, Event], Decision] = same_event) -> list[Event]:
    """Join events until no two are the same any more; neither the order given nor a second run changes the outcome."""
    left = sorted({e.event_id: e for e in events}.values(), key=position)
    while True:
        joined: list[Event] = []
        for event in left:
            alike = (n for n, other in enumerate(joined) if other.event_type is event.event_type)
            scored = [(compare(joined[n], event), n) for n in alike]
            fits = [(-decision.score, -n) for decision, n in scored if decision.same]
            if fits:
                n = -min(fits)[1]
                joined[n] = merge([joined[n], event])
            else:
                joined.append(event)
        if len(joined) == len(left):
            return left
        left = sorted(joined, key=position)
