"""Pair comparison of events: whether two rows tell the same event, by type, modality, time, place and actors alone."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import NamedTuple

from newsledger.build.extract.events.sense import VIOLENT
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.link.parties import addressees_differ
from newsledger.build.mentions.precisions import COUNTRIES, LANDS, TOWNS
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import (
    DatePrecision,
    EventScope,
    EventType,
    Modality,
    PlacePrecision,
    Sector,
    TemporalRole,
)

UNREALISED = frozenset({Modality.PLANNED, Modality.POSSIBLE})
# Types whose mentions in one article rarely tell apart several events unless date, place or actors do.
PROCESSES = frozenset(
    {
        EventType.TALKS,
        EventType.AGREEMENT,
        EventType.DISPLACEMENT,
        EventType.MILITARY_THREAT,
        EventType.WARNING,
        EventType.TROOP_DEPLOYMENT,
        EventType.ABDUCTION,
        EventType.GROUND_OPERATION,
        EventType.PROTEST,
        EventType.DISASTER,
        EventType.RIOT,
    }
)
# Types whose mention without day or place tells an act told before once more.
RETELLABLE = VIOLENT | {EventType.ARREST}
# Types told by who meets rather than where.
MEETINGS = frozenset({EventType.TALKS, EventType.AGREEMENT})
# Types whose sentence often names the place talked about, threatened or fled to: only two towns tell them apart.
LOOSE_PLACE = frozenset(
    {
        EventType.TALKS,
        EventType.AGREEMENT,
        EventType.MILITARY_THREAT,
        EventType.WARNING,
        EventType.TROOP_DEPLOYMENT,
    }
)
LONG = frozenset({EventScope.MULTI_SITE, EventScope.CAMPAIGN})
# Types told apart by what they hit.
BY_TARGET = frozenset({EventType.SERVICE_DISRUPTION})
STATE_FORCES = frozenset({Sector.MIL, Sector.COP, Sector.GOV})
REBELS = frozenset({Sector.REB, Sector.UAF, Sector.CRM})
SLACK = timedelta(days=3)
JOIN = 1.0
NEIGHBOURS = 120
PLACE, PLACE_WIDE, PROCESS, RETOLD = 0.7, 0.5, 0.8, 0.6


class Decision(NamedTuple):
    """Whether two rows tell one event, how strongly (below JOIN: they do not), and why."""

    reason: str
    score: float

    @property
    def same(self) -> bool:
        """Whether the rows should be joined."""
        return self.score >= JOIN


def same_event(a: Event, b: Event) -> Decision:
    """Compare two events; the order of the two does not matter."""
    if a.event_type is not b.event_type:
        return Decision("types differ", 0.0)
    if standings_differ(a, b):
        return Decision("one happened, the other has not", 0.0)
    dates = dates_agree(a, b)
    if dates is False:
        return Decision("dates differ", 0.0)
    if (
        a.temporal_role is not b.temporal_role
        and TemporalRole.BACKGROUND in (a.temporal_role, b.temporal_role)
        and dates is not True
    ):
        return Decision("one is background", 0.0)
    places = places_agree(a, b)
    if places is False:
        return Decision("places differ", 0.0)
    if parties_differ(a, b):
        return Decision("parties differ", 0.0)
    if is_part(a, b, places) or is_part(b, a, places):
        return Decision("one is part of the other", 0.0)
    actors = actors_agree(a, b)
    if actors is False:
        return Decision("actors differ", 0.0)
    score = (
        0.5 * (dates is True)
        + (PLACE_WIDE if _wide(a, b) else PLACE) * (places is True)
        + 0.5 * (actors is True)
        + nearness(a, b)
    )
    score += PROCESS * (a.event_type in PROCESSES and not _is_meeting(a)) + 0.8 * (
        a.event_type in BY_TARGET and None not in (a.target, b.target)
    )
    score += RETOLD * (score < JOIN and is_retold(a, b))
    return Decision("nothing tells them apart" if score >= JOIN else "too little in common", score)


def is_retold(a: Event, b: Event) -> bool:
    """Whether the later of two acts of force or arrests has no day or place of its own: it tells the earlier again."""
    later = max(a, b, key=lambda event: min((m.article_id, m.start) for m in event.mentions))
    return a.event_type in RETELLABLE and later.date_start is None and later.place_name is None


def is_part(incident: Event, whole: Event, places: bool | None) -> bool:
    """Whether one event is an incident at a place or on a day of its own within a wave or campaign."""
    if whole.event_scope not in LONG or whole.event_type in PROCESSES:
        return False
    if incident.date_precision is DatePrecision.DAY and whole.date_precision is DatePrecision.DAYS:
        return True
    if incident.event_scope is not EventScope.INCIDENT:
        return False
    if incident.date_precision is DatePrecision.DAY and whole.date_start is None and incident.place_name:
        return True
    return incident.place_precision in TOWNS and whole.place_precision in LANDS and places is not True


def standings_differ(a: Event, b: Event) -> bool:
    """Whether one event happened and the other has not; a denial is about what others assert or fear."""
    if a.event_type is EventType.MILITARY_THREAT or Modality.DENIED in (a.modality, b.modality):
        return False
    return (a.modality in UNREALISED) != (b.modality in UNREALISED)


def _is_meeting(event: Event) -> bool:
    return event.event_type is EventType.TALKS and event.event_scope is not EventScope.PROCESS


def _wide(a: Event, b: Event) -> bool:
    """Whether the place that two events share is a country or wider."""
    return {a.place_precision, b.place_precision} <= COUNTRIES


def parties_differ(a: Event, b: Event) -> bool:
    """Whether two services stop, or a meeting is told beside a process of talks, or two others meet."""
    if a.event_type in BY_TARGET:
        return a.target is not None and b.target is not None and services(a.target).isdisjoint(services(b.target))
    if a.event_type is EventType.WARNING:
        return addressees_differ(a, b)
    if a.event_type is not EventType.TALKS:
        return False
    if a.event_scope is not b.event_scope:
        return True
    if a.event_scope is EventScope.PROCESS:
        return False
    return a.target is not None and b.target is not None and words(a.target).isdisjoint(words(b.target))


@lru_cache(maxsize=1 << 16)
def words(name: str) -> frozenset[str]:
    """The words of a name without plural endings and possessives, in lower case.

    >>> sorted(words("Peace talks’ hosts")) == ["host", "peace", "talk"]
    True
    """
    return frozenset(word.removesuffix("s") for word in re.findall(r"[^\W_]+", name.casefold()) if word != "s")


def dates_agree(a: Event, b: Event) -> bool | None:
    """Whether the days told overlap; None where one has none."""
    if a.date_start is None or b.date_start is None:
        return None
    slack = SLACK if a.event_type in PROCESSES else timedelta(0)
    return a.date_start <= _last(b) + slack and b.date_start <= _last(a) + slack


def _last(event: Event) -> date:
    return event.date_end or event.date_start or date.min


def services(target: str) -> frozenset[str]:
    """The services that a target names, one word for each ("electricity" and "power" are one)."""
    return frozenset(_service_of().get(word, word) for word in words(target))


@cache
def _service_of() -> dict[str, str]:
    listed = load_yaml("service_words", "newsledger.build.link")
    return {word: service for service, names in listed.items() for name in names for word in words(name)}


@cache
def generic_place_words() -> frozenset[str]:
    """Words of place names that do not tell one place from another, as `words` gives them."""
    return frozenset(
        word for name in load_yaml("place_words", "newsledger.build.link")["generic"] for word in words(name)
    )


def places_agree(a: Event, b: Event) -> bool | None:
    """Whether the places told are one; None where one has none, or where one is too wide to tell."""
    if a.place_name is None or b.place_name is None:
        return None
    if a.geonames_id is not None and a.geonames_id == b.geonames_id:
        return True
    one, other = words(a.place_name) - generic_place_words(), words(b.place_name) - generic_place_words()
    if one and other and (one <= other or other <= one):
        return True
    if a.event_type in LOOSE_PLACE and not {a.place_precision, b.place_precision} <= TOWNS:
        return False if a.event_type is EventType.WARNING and _lands_differ(a, b) else None
    if _lands_differ(a, b):
        return False
    if PlacePrecision.REGION in (a.place_precision, b.place_precision):
        return None
    if PlacePrecision.COUNTRY in (a.place_precision, b.place_precision):
        return None
    return None if (a.place_precision in LANDS) != (b.place_precision in LANDS) else False


def _lands_differ(a: Event, b: Event) -> bool:
    return None not in (a.country_iso3, b.country_iso3) and a.country_iso3 != b.country_iso3


def actors_agree(a: Event, b: Event) -> bool | None:
    """Whether the actors may be one; None where one is unknown."""
    if a.actor is None or b.actor is None:
        return None
    if a.actor.casefold() == b.actor.casefold():
        return True
    if a.actor_iso3 and b.actor_iso3:
        return (
            True
            if a.actor_iso3 == b.actor_iso3
            else None
            if a.event_type in (EventType.TALKS, EventType.AGREEMENT, EventType.ARMED_CLASH)
            else False
        )
    if a.event_type is not EventType.ARMED_CLASH and _sides(a, b) == {"state", "rebel"}:
        return False
    return None


def _sides(a: Event, b: Event) -> set[str]:
    """The sides of a war that the actors of two events stand on, as far as their sectors tell."""
    return {
        "state" if event.actor_sector in STATE_FORCES else "rebel"
        for event in (a, b)
        if event.actor_sector in STATE_FORCES | REBELS
    }


def nearness(a: Event, b: Event) -> float:
    """How near the nearest mentions of two events stand in one article: 1 in a row of sentences, fading out."""
    gaps = [
        max(0, max(m.sentence_start, n.sentence_start) - min(m.sentence_end, n.sentence_end))
        for m in a.mentions
        for n in b.mentions
        if m.article_id == n.article_id
    ]
    if not gaps:
        return 0.0
    gap = min(gaps)
    return 1.0 if gap <= NEIGHBOURS else 0.6 if gap <= 250 else 0.4 if gap <= 700 else 0.2
