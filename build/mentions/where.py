"""Where: the place that belongs to what is told at a place in the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.context import carried, pointed_to
from newsledger.build.mentions.place_patterns import place_pattern
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.places_below import finer, told_of_one, topic_in
from newsledger.build.mentions.precisions import COUNTRIES
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.setting import is_governed, setting_of
from newsledger.build.mentions.tellers import tells
from newsledger.build.text.cuts import Cuts
from newsledger.schema.vocabularies import PlacePrecision

P = PlacePrecision
FINENESS = {
    P.NEIGHBOURHOOD: 0,
    P.SETTLEMENT: 0,
    P.SITE: 1,
    P.DISTRICT: 1,
    P.PROVINCE: 2,
    P.SUBNATIONAL: 2,
    P.COUNTRY: 4,
    P.REGION: 5,
    P.NONE: 6,
}


def where(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of what is told at `start:end`: in its clause, else its sentence, else the context; None if none.

    A land named alone gives way to the town in it that the next sentences name.
    """
    place = named_where(annotated, start, end)
    sentence = annotated.document.sentence_at(start)
    if place is None:
        return None
    if not sentence.start <= place.start < max(sentence.end, end):
        return topic_in(annotated, place) or place
    return finer(annotated, sentence, place) or _in_country(annotated, start, place) or place


def _in_country(annotated: Annotated, start: int, place: PlaceMention) -> PlaceMention | None:
    """The place in a country that the sentences below name; None where they name none, or the country is told alone."""
    is_in = place.precision is P.COUNTRY and place.governor in ("in", "within")
    return told_of_one(annotated, start, place) if is_in and len(setting_of(annotated).datelines) <= 1 else None


def named_where(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of what is told at `start:end` as its clause, its sentence or the text before names it."""
    known: dict[tuple[int, int], PlaceMention | None] = vars(annotated).setdefault("_where", {})
    if (start, end) not in known:
        known[start, end] = _find(annotated, start, end)
    return known[start, end]


def _find(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of what is told at `start:end`."""
    document = annotated.document
    sentence = document.sentence_at(start)
    last = max(sentence.end, end)
    left, right = clause(document.view, start, end, sentence.start, last)
    places = within(setting_of(annotated).told_of, sentence.start, last)
    if not places:
        return pointed_to(annotated, left, right) or carried(annotated, start)
    best, number = min([(rank(place, start, end, left, right), number) for number, place in enumerate(places)])
    place = places[number]
    if best[0] <= 1 or (best[0] == 2 and place.governor in ("into", "onto")):
        return _located(annotated, place, left, right)
    if (antecedent := _before_where(document.view, places, start, left)) is not None:
        return antecedent
    pointed = pointed_to(annotated, left, right)
    if pointed is None and place.is_part_of_actor and best[0] > 3 and _is_tellers(annotated, place):
        return carried(annotated, start) or place
    return pointed or place


def _before_where(view: str, places: Sequence[PlaceMention], start: int, left: int) -> PlaceMention | None:
    """The place that a relative clause goes on from: "in Kunduz, where troops fought the Taliban"."""
    for place in places:
        opening = place_pattern("where_behind").match(view, place.end)
        if opening is not None and left <= opening.end() <= max(start, left) + len(", where "):
            return place
    return None


def _is_tellers(annotated: Annotated, place: PlaceMention) -> bool:
    """Whether the actor a place is part of is the one who tells ("an officer from Moyo district said")."""
    view = annotated.document.view
    holders = [
        a for a in annotated.actors if a.start < place.end and place.start - 80 < a.start and a.end >= place.start
    ]
    return any(tells(view, a.start, a.end) for a in holders)


def _located(annotated: Annotated, place: PlaceMention, left: int, right: int) -> PlaceMention:
    """A site with the town that "the city" beside it means."""
    if place.precision is not P.SITE or "," in place.name:
        return place
    town = pointed_to(annotated, left, right) or setting_of(annotated).topic_town
    is_abroad = (
        town is not None and town.country_iso3 not in (None, place.country_iso3) and place.country_iso3 is not None
    )
    if town is None or town.precision is P.COUNTRY or is_abroad:
        return place
    return place._replace(name=f"{place.name}, {town.name}", country_iso3=place.country_iso3 or town.country_iso3)


def clause(view: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause around a span: from the last boundary before it to the first after it."""
    cuts = clause_ends(view)
    return cuts.end_before(first, start), cuts.start_after(end, last)


@lru_cache(maxsize=8)
def clause_ends(view: str) -> Cuts:
    """Where the clauses of a text end."""
    return Cuts.of(place_pattern("clause_end"), view)


def rank(place: PlaceMention, start: int, end: int, left: int, right: int) -> tuple[int, int, int, int]:
    """How well a place fits, least first: how it is governed and where, how fine it is, how far from the span."""
    in_span = start <= place.start and place.end <= end
    in_clause = left <= place.start and place.end <= right
    governed = is_governed(place)
    if in_span:
        step = 0 if governed or place.governor in phrase_words("moving") else 2
    elif governed:
        step = 1 if in_clause else 3
    elif place.governor in ("into", "onto") and in_clause and place.precision not in COUNTRIES:
        step = 2
    else:
        step = 4 if in_clause and place.precision not in COUNTRIES else 5
    if (place.is_part_of_actor and not in_span) or (place.name[:4] == "the " and not in_clause):
        step += 2
    distance = place.start - end if place.start >= end else start - place.end + 20 if place.end <= start else 0
    return step, FINENESS[place.precision], int(place.end <= start), distance if distance > 0 else 0
