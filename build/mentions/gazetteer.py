"""The gazetteer: named places with precision, country and coordinates, and the table of countries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from newsledger.build.lexicon.loader import load_yaml, read_table
from newsledger.build.mentions.words import fold
from newsledger.schema.vocabularies import PlacePrecision


class Place(NamedTuple):
    """A row of the gazetteer; `is_known` marks the names that need no place word around them to be a place."""

    name: str
    precision: PlacePrecision
    country_iso3: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    population: int
    is_known: bool


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory; former states keep their own name and may have no code."""

    name: str
    country_iso3: str | None
    geonames_id: int | None = None


@dataclass(frozen=True)
class Countries:
    """Lexicon keys of country names, demonym adjectives, nouns for peoples, and seats of government.

    `acronyms` are names in capitals ("US", "UAE") as written without dots: they count only in capitals.
    """

    names: dict[str, Country]
    acronyms: dict[str, Country]
    adjectives: dict[str, Country]
    people: dict[str, Country]
    capitals: dict[str, Country]


KNOWN_POPULATION = 150_000


def plural(adjective: str) -> str:
    """The noun for a people from its adjective: Israelis, Colombians; none for "Chinese".

    >>> plural("Israeli"), plural("Colombian"), plural("Danish")
    ('Israelis', 'Colombians', '')
    """
    return (
        adjective + "s"
        if adjective.endswith(("i", "n", "t", "r", "e", "b", "k", "v", "q")) and not adjective.endswith("ese")
        else ""
    )


@cache
def countries() -> Countries:
    """The table of countries, read once."""
    table = Countries({}, {}, {}, {}, {})
    for row in read_table("countries.csv"):
        names = row["name"].split(";")
        country = Country(names[0], row["iso3"] or None, int(row["geonames_id"]) if row["geonames_id"] else None)
        for name in names:
            bare = name.replace(".", "")
            if (bare.isupper() and " " not in bare) or bare == "oPt":
                table.acronyms.setdefault(bare, country)
            else:
                table.names.setdefault(fold(name.removeprefix("the ")), country)
        adjectives = [a for a in row["adjectives"].split(";") if a]
        for adjective in adjectives:
            bare = adjective.replace(".", "")
            (table.acronyms if bare.isupper() else table.adjectives).setdefault(
                bare if bare.isupper() else fold(adjective), country
            )
        for noun in [n for n in row["people"].split(";") if n] or [p for a in adjectives if (p := plural(a))]:
            table.people.setdefault(fold(noun), country)
        for capital in filter(None, row["capitals"].split(";")):
            table.capitals.setdefault(fold(capital), country)
    return table


def _number(text: str) -> float | None:
    return float(text) if text else None


@cache
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """Places by lexicon key, the most populous first."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    towns: dict[tuple[str, str | None], Place] = {}
    for keys, place in _geonames():
        if place.precision is PlacePrecision.SETTLEMENT:
            same = towns.setdefault((place.name, place.country_iso3), place)
            if place.population > same.population:
                towns[place.name, place.country_iso3] = place
        for key in keys:
            found[key].append(place)
    frames = load_yaml("place_frames")
    for word in (*frames["directions"], *frames["never"]):
        found.pop(fold(word), None)
    for places in found.values():
        places.sort(key=_rank)
    _add_own(found, towns)
    for name in frames["needs_frame"]:
        if (key := fold(name)) in found:
            found[key] = [place._replace(is_known=False) for place in found[key]]
    return {key: tuple(places) for key, places in found.items()}


def _geonames() -> Iterator[tuple[list[str], Place]]:
    """The rows of gazetteer.csv with their lexicon keys."""
    kinds = {str(kind): kind for kind in PlacePrecision}
    for row in read_table("gazetteer.csv"):
        name, kind, population = row["name"], kinds[row["precision"]], int(row["population"] or 0)
        is_known = population >= KNOWN_POPULATION or (kind is PlacePrecision.PROVINCE and " " in name)
        place = Place(
            name,
            kind,
            row["iso3"],
            int(row["geonames_id"]),
            _number(row["latitude"]),
            _number(row["longitude"]),
            population,
            is_known,
        )
        yield list(dict.fromkeys(fold(n) for n in (name, *filter(None, row["variants"].split(";"))))), place


def _rank(place: Place) -> tuple[bool, bool, int, str, int]:
    return (
        not place.is_known,
        place.precision is PlacePrecision.DISTRICT,
        -place.population,
        place.name,
        place.geonames_id or 0,
    )


def _add_own(found: defaultdict[str, list[Place]], towns: dict[tuple[str, str | None], Place]) -> None:
    """Add the rows of conflict_places.csv, first of their name, with the id of the GeoNames town they name."""
    for row in read_table("conflict_places.csv"):
        precision = PlacePrecision(row["precision"])
        same = towns.get((row["same_as"], row["iso3"]))
        for name in row["name"].split(";"):
            key = fold(name.removeprefix("the "))
            old = same or _same_town(found.get(key, ()), precision, row["iso3"])
            own = Place(
                name,
                precision,
                row["iso3"] or None,
                old.geonames_id if old else None,
                old.latitude if old else None,
                old.longitude if old else None,
                max(old.population if old else 0, KNOWN_POPULATION),
                True,
            )
            found[key] = [own, *(p for p in found.get(key, ()) if p is not old and p.geonames_id != own.geonames_id)]


def _same_town(places: list[Place] | tuple[()], precision: PlacePrecision, iso3: str) -> Place | None:
    """The one GeoNames place of that kind and country; None when there are several or none."""
    same = [p for p in places if p.country_iso3 == iso3 and p.precision is precision and p.geonames_id]
    return same[0] if len(same) == 1 else None
