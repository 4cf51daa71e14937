"""How alike two events of different articles are: time and place decide, actors and tolls speak for or against."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.link.compare import PROCESSES, UNREALISED, actors_agree, places_agree
from newsledger.build.text.names import name_words
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import DatePrecision, TemporalRole

DATE, PLACE, ACTOR, TARGET = 0.4, 0.35, 0.15, 0.1
FIRM = frozenset({DatePrecision.DAY, DatePrecision.DAYS})


@dataclass(frozen=True)
class Likeness:
    """Evidence that two rows tell one event, 0 to 1, and the facts it rests on; 0 where something tells them apart."""

    score: float
    reason: str


def likeness(a: Event, b: Event) -> Likeness:
    """Compare two dated events by type, modality, days, place, actors and target; the order does not matter."""
    if a.event_type is not b.event_type or (a.modality in UNREALISED) != (b.modality in UNREALISED):
        return Likeness(0.0, "type or modality differs")
    if (a.temporal_role is TemporalRole.BACKGROUND) != (b.temporal_role is TemporalRole.BACKGROUND):
        return Likeness(0.0, "one is background")
    if not _same_days(a, b):
        return Likeness(0.0, "days differ")
    places, actors = places_agree(a, b), actors_agree(a, b)
    if places is False or actors is False:
        return Likeness(0.0, "places or actors differ")
    return _weighed(a, b, places, actors)


def _weighed(a: Event, b: Event, places: bool | None, actors: bool | None) -> Likeness:
    """The sum of what agrees; for talks and other processes the parties stand in for the place."""
    parties = _parties_agree(a, b)
    exact = a.date_precision is b.date_precision is DatePrecision.DAY and a.date_start == b.date_start
    facts = {"same day" if exact else "days overlap": DATE if exact else DATE / 2}
    if places is True:
        facts[f"place {a.place_name}"] = PLACE
    if actors is True:
        facts[f"actor {a.actor}"] = ACTOR
    if parties:
        facts[f"parties {', '.join(sorted(parties))}"] = PLACE if a.event_type in PROCESSES and not places else TARGET
    return Likeness(sum(facts.values()), "; ".join(facts))


def _same_days(a: Event, b: Event) -> bool:
    """Whether both are dated to the day or a few days, and their days overlap."""
    if a.date_start is None or b.date_start is None or not {a.date_precision, b.date_precision} <= FIRM:
        return False
    return a.date_start <= (b.date_end or b.date_start) and b.date_start <= (a.date_end or a.date_start)


def _parties_agree(a: Event, b: Event) -> set[str]:
    """Telling words that actor and target of the one share with those of the other."""
    return (name_words(a.actor) | name_words(a.target)) & (name_words(b.actor) | name_words(b.target))
