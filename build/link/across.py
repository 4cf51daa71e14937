"""Linking across articles: one real-world event told in several becomes one row, and what is in doubt stays apart.

Only dated events are compared, and only those that share a block: type and day, and a place, an actor, two parties or a
figure of the toll. Cost so grows with the number of events, not of pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations

from newsledger.build.link.compare import MEETINGS
from newsledger.build.link.join import merge_into
from newsledger.build.link.likeness import NO_FIGURES, Figures, Likeness, likeness
from newsledger.build.link.parties import parties
from newsledger.schema.event_links import EventLink, EventRelation
from newsledger.schema.events import Event

JOIN, DOUBT = 0.75, 0.55
LONGEST = 7
# Of the parties of one event, those that block; and the least figure that tells one toll from another.
MOST_PARTIES, TELLING = 6, 10
Pair = tuple[str, str]


@dataclass(frozen=True)
class Linked:
    """Events after joining, the links with their reasons, and where every former id went."""

    events: tuple[Event, ...]
    links: tuple[EventLink, ...]
    now: dict[str, str]


def link_events(
    events: Sequence[Event], known: Collection[str] = (), figures: Mapping[str, Figures] | None = None
) -> Linked:
    """Join the events that several articles tell; `known` are ids of the previous release, which survive a join.

    `figures` are the tolls told of an event, by its id: evidence that two are one, never proof.
    The order of the events does not matter, an unrelated event changes nothing, and a second run joins nothing.
    """
    by_id = {event.event_id: event for event in sorted(events, key=lambda event: event.event_id)}
    alike = _Comparison(by_id, figures or {})
    scored = {pair: alike(*pair) for pair in candidates(by_id.values(), alike.figures)}
    groups = _grouped({pair: found for pair, found in scored.items() if found.score >= JOIN}, alike)
    now = {old: _survivor(group, known) for group in groups for old in group}
    joined = dict(by_id)
    for group in groups:
        main = joined[_survivor(group, known)]
        others = [joined.pop(old) for old in sorted(group) if old != main.event_id]
        joined[main.event_id] = merge_into(main, others)
    links = [*_joins(scored, now), *_doubts(scored, now)]
    ordered = sorted(links, key=lambda link: (link.event_id, link.other_event_id, link.relation))
    return Linked(tuple(joined[key] for key in sorted(joined)), tuple(ordered), now)


@dataclass(frozen=True)
class _Comparison:
    """Compares two events by their ids."""

    by_id: Mapping[str, Event]
    figures: Mapping[str, Figures]

    def __call__(self, a: str, b: str) -> Likeness:
        tolls = self.figures.get(a, NO_FIGURES), self.figures.get(b, NO_FIGURES)
        return likeness(self.by_id[a], self.by_id[b], *tolls)


def candidates(events: Collection[Event], figures: Mapping[str, Figures]) -> Iterator[Pair]:
    """The pairs of events of different articles that share a block, each once, smaller id first."""
    blocks: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        for key in blocking_keys(event, figures.get(event.event_id, NO_FIGURES)):
            blocks[key].append(event)
    seen: set[Pair] = set()
    for _, block in sorted(blocks.items()):
        for a, b in combinations(block, 2):
            pair = (min(a.event_id, b.event_id), max(a.event_id, b.event_id))
            if pair not in seen and not _articles(a) & _articles(b):
                seen.add(pair)
                yield pair


def blocking_keys(event: Event, figures: Figures = NO_FIGURES) -> Iterator[tuple[str, ...]]:
    """Type and day with the place, the actor, two parties, or a figure; none for an event without a date."""
    if event.date_start is None:
        return
    last = min(event.date_end or event.date_start, event.date_start + timedelta(days=LONGEST - 1))
    met = sorted(parties(event))[:MOST_PARTIES] if event.event_type in MEETINGS else []
    for offset in range((last - event.date_start).days + 1):
        key = event.event_type, str(event.date_start + timedelta(days=offset))
        if event.place_name:
            yield *key, "place", str(event.geonames_id or event.place_name.casefold())
        if event.actor:
            yield *key, "actor", event.actor_iso3 or event.actor.casefold(), event.country_iso3 or ""
        for pair in combinations(met, 2):
            yield *key, "parties", *pair
        for outcome, count in sorted(figures):
            if count >= TELLING and event.country_iso3:
                yield *key, "toll", outcome, str(count), event.country_iso3


def _articles(event: Event) -> frozenset[str]:
    return frozenset(mention.article_id for mention in event.mentions)


def _grouped(alike: dict[Pair, Likeness], compare: _Comparison) -> list[frozenset[str]]:
    """Groups to join, the most alike pairs first; two events that one article tells apart never meet in a group."""
    group_of = {event_id: frozenset({event_id}) for pair in alike for event_id in pair}
    for a, b in sorted(alike, key=lambda pair: (-alike[pair].score, pair)):
        left, right = group_of[a], group_of[b]
        if left is right or _told_apart(left, right, compare):
            continue
        union = left | right
        group_of |= dict.fromkeys(union, union)
    return sorted({group for group in group_of.values() if len(group) > 1}, key=min)


def _told_apart(left: frozenset[str], right: frozenset[str], compare: _Comparison) -> bool:
    for a in left:
        for b in right:
            if _articles(compare.by_id[a]) & _articles(compare.by_id[b]) or compare(a, b).score < DOUBT:
                return True
    return False


def _survivor(group: frozenset[str], known: Collection[str]) -> str:
    """The id the previous release knows, else the smallest."""
    return min(sorted(group & set(known)) or group)


def _joins(scored: dict[Pair, Likeness], now: dict[str, str]) -> Iterator[EventLink]:
    """A link for every id that went into another, with the strongest reason found within its group."""
    strongest: dict[str, Likeness] = {}
    for (a, b), found in scored.items():
        if a in now and now.get(b) == now[a]:
            for old in {a, b} - {now[a]}:
                strongest[old] = max(found, strongest.get(old, found), key=_strength)
    for old in sorted(strongest):
        yield _link(now[old], old, EventRelation.SAME_AS, strongest[old])


def _doubts(scored: dict[Pair, Likeness], now: dict[str, str]) -> Iterator[EventLink]:
    """A link for every two events that may be one but were kept apart."""
    strongest: dict[Pair, Likeness] = {}
    for (a, b), found in scored.items():
        first, second = sorted((now.get(a, a), now.get(b, b)))
        if first != second and found.score >= DOUBT:
            strongest[first, second] = max(found, strongest.get((first, second), found), key=_strength)
    for (first, second), found in strongest.items():
        yield _link(first, second, EventRelation.POSSIBLE_SAME_AS, found)


def _strength(found: Likeness) -> tuple[float, str]:
    return found.score, found.reason


def _link(event_id: str, other: str, relation: EventRelation, found: Likeness) -> EventLink:
    return EventLink(
        event_id=event_id, other_event_id=other, relation=relation, score=round(found.score, 3), reason=found.reason
    )
