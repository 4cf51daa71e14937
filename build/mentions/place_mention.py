"""The mention of a place: what every reader of places gives."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.schema.vocabularies import PlacePrecision


class PlaceMention(NamedTuple):
    """A place named as a place (not a demonym, not a capital that stands for its government).

    `governor` is the word that places it there: a preposition ("in"), "object" of a verb that goes there, "within"
    after another place, "heading" of a block; None where nothing does. `is_part_of_actor` holds inside
    "the U.S. Embassy in Beirut".
    """

    start: int
    end: int
    name: str
    precision: PlacePrecision
    country_iso3: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    governor: str | None = None
    is_part_of_actor: bool = False
