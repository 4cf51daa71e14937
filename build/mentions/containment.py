"""Which place lies in which: a street or camp takes the town beside it, a village in no list the country around it."""

from __future__ import annotations

from itertools import pairwise

from newsledger.build.mentions.place_mention import PlaceMention
from newsledger.build.mentions.place_patterns import place_pattern
from newsledger.build.mentions.precisions import LANDS
from newsledger.schema.vocabularies import PlacePrecision

P = PlacePrecision
SMALL = (P.SITE, P.NEIGHBOURHOOD)
HOLDER = (P.SETTLEMENT, P.DISTRICT, P.PROVINCE, P.SUBNATIONAL)


def contained(view: str, places: list[PlaceMention], spoken_of: frozenset[str]) -> tuple[PlaceMention, ...]:
    """Join each small place to the town it is in; give those in no list the only country the text speaks of."""
    found: list[PlaceMention] = []
    for place in places:
        if found and (joined := _joined(view, found[-1], place)) is not None:
            found[-1] = joined
        else:
            found.append(place)
    return tuple(_with_countries(_seated(view, found), spoken_of))


def is_compound(view: str, left: PlaceMention, right: PlaceMention) -> bool:
    """Whether two towns side by side are one name that no list holds ("San Jose Villanueva")."""
    is_beside = right.start == left.end + 1 and view[left.end] == " "
    return is_beside and left.precision is right.precision is P.SETTLEMENT and view[right.start].isupper()


def compound(view: str, left: PlaceMention, right: PlaceMention) -> PlaceMention:
    """One town, without the id and the spot that either part alone has."""
    country = left.country_iso3 if left.country_iso3 == right.country_iso3 else None
    name = " ".join(view[left.start : right.end].split())
    name = name.title() if name.isupper() else name
    return PlaceMention(
        left.start, right.end, name, left.precision, country, None, None, None, left.governor, left.is_part_of_actor
    )


def _seated(view: str, places: list[PlaceMention]) -> list[PlaceMention]:
    """Capitals stand where their land is placed ("in Kunar's capital Asadabad"); measured towns place nothing."""
    for at, (land, town) in enumerate(pairwise(places), start=1):
        if not land.governor:
            continue
        if town.governor is None and _is_of(view, land, town):
            places[at] = town._replace(governor=land.governor)
        elif place_pattern("measured").fullmatch(view, land.end, town.start):
            places[at] = town._replace(governor="measured")
        elif _is_part_of(view, land, town):
            places[at] = town._replace(governor="holder")
    return places


def _is_of(view: str, land: PlaceMention, town: PlaceMention) -> bool:
    """Whether a town is told as the capital of a land or as one in it."""
    if place_pattern("capital").fullmatch(view, land.end, town.start):
        return True
    return land.precision in LANDS and place_pattern("owned").fullmatch(view, land.end, town.start) is not None


def _is_part_of(view: str, place: PlaceMention, part: PlaceMention) -> bool:
    """Whether a town lies in a part of another that is told next ("in Gressier in the west of Port-au-Prince")."""
    if place.precision is not P.SETTLEMENT or part.precision is not P.NEIGHBOURHOOD:
        return False
    return place_pattern("within").fullmatch(view, place.end, part.start) is not None


def _joined(view: str, left: PlaceMention, right: PlaceMention) -> PlaceMention | None:
    """One mention of "LEFT in RIGHT" or "LEFT's RIGHT" where one is a small place in the other."""
    between = view[left.end : right.start]
    if _is_in(left, right) and place_pattern("within").fullmatch(between):
        return _of(left, right, left.start, right.end, left.governor)
    if _is_in(right, left) and place_pattern("owned").fullmatch(between):
        return _of(right, left, left.start, right.end, left.governor)
    return None


def _is_in(small: PlaceMention, holder: PlaceMention) -> bool:
    """Whether one place is of a kind that lies in the other: a street in a town, a district of a town."""
    if small.precision is P.DISTRICT:
        return holder.precision is P.SETTLEMENT
    return small.precision in SMALL and holder.precision in HOLDER


def _of(small: PlaceMention, holder: PlaceMention, start: int, end: int, governor: str | None) -> PlaceMention:
    """The small place under the name "SMALL, HOLDER"."""
    return small._replace(
        start=start,
        end=end,
        name=f"{small.name}, {holder.name}",
        country_iso3=small.country_iso3 or holder.country_iso3,
        governor=governor,
        is_part_of_actor=small.is_part_of_actor and holder.is_part_of_actor,
    )


def _with_countries(places: list[PlaceMention], spoken_of: frozenset[str]) -> list[PlaceMention]:
    """Places in no list take the country of all others, when the text places everything in one country."""
    named = {p.country_iso3 for p in places if p.country_iso3} or set(spoken_of)
    if len(named) != 1:
        return places
    only = named.pop()
    local = (*SMALL, *HOLDER)
    return [p._replace(country_iso3=only) if p.country_iso3 is None and p.precision in local else p for p in places]
