"""How alike two events of different articles are: time and place decide, actors and tolls speak for or against."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.link.compare import MEETINGS, UNREALISED, actors_agree, places_agree
from newsledger.build.link.parties import parties
from newsledger.build.text.names import name_words
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import DatePrecision, Outcome, TemporalRole

DATE, PLACE, ACTOR, TARGET, TOLLS = 0.4, 0.35, 0.15, 0.1, 0.35
Figures = frozenset[tuple[Outcome, int]]
NO_FIGURES: Figures = frozenset()
FIRM = frozenset({DatePrecision.DAY, DatePrecision.DAYS})


@dataclass(frozen=True)
class Likeness:
    """Evidence that two rows tell one event, 0 to 1, and the facts it rests on; 0 where something tells them apart."""

    score: float
    reason: str


def likeness(a: Event, b: Event, a_tolls: Figures = NO_FIGURES, b_tolls: Figures = NO_FIGURES) -> Likeness:
    """Compare two dated events by type, modality, days, place, actors, target and tolls; the order does not matter."""
    if a.event_type is not b.event_type or (a.modality in UNREALISED) != (b.modality in UNREALISED):
        return Likeness(0.0, "type or modality differs")
    if (a.temporal_role is TemporalRole.BACKGROUND) != (b.temporal_role is TemporalRole.BACKGROUND):
        return Likeness(0.0, "one is background")
    if a.event_type in MEETINGS and a.event_scope is not b.event_scope:
        return Likeness(0.0, "one is a meeting, the other a process")
    if not _same_days(a, b):
        return Likeness(0.0, "days differ")
    places, actors = places_agree(a, b), actors_agree(a, b)
    if places is False or actors is False:
        return Likeness(0.0, "places or actors differ")
    return _weighed(a, b, places, actors, a_tolls & b_tolls)


def _weighed(a: Event, b: Event, places: bool | None, actors: bool | None, tolls: Figures) -> Likeness:
    """The sum of what agrees; two parties of talks stand in for the place, as do two figures of one country's toll."""
    exact = a.date_precision is b.date_precision is DatePrecision.DAY and a.date_start == b.date_start
    facts = {"same day" if exact else "days overlap": DATE if exact else DATE / 2}
    if places is True:
        facts[f"place {a.place_name}"] = PLACE
    if actors is True:
        facts[f"actor {min(a.actor or '', b.actor or '')}"] = ACTOR
    facts |= _parties(a, b, places)
    if tolls and a.country_iso3 and a.country_iso3 == b.country_iso3:
        told = ", ".join(f"{count} {outcome}" for outcome, count in sorted(tolls))
        facts[f"tolls {told}"] = TOLLS if len(tolls) > 1 else TARGET
    return Likeness(min(1.0, sum(facts.values())), "; ".join(facts))


def _parties(a: Event, b: Event, places: bool | None) -> dict[str, float]:
    """The parties that two events have in common, with their weight."""
    if a.event_type in MEETINGS:
        met = parties(a) & parties(b)
        weight = PLACE if len(met) > 1 and not places else TARGET
        return {f"parties {', '.join(sorted(met))}": weight} if met else {}
    shared = (name_words(a.actor) | name_words(a.target)) & (name_words(b.actor) | name_words(b.target))
    return {f"named {', '.join(sorted(shared))}": TARGET} if shared else {}


def _same_days(a: Event, b: Event) -> bool:
    """Whether both are dated to the day or a few days, and their days overlap."""
    if a.date_start is None or b.date_start is None or not {a.date_precision, b.date_precision} <= FIRM:
        return False
    return a.date_start <= (b.date_end or b.date_start) and b.date_start <= (a.date_end or a.date_start)
