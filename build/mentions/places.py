"""Places: names from the gazetteer, with kind, country and coordinates, same-named towns told apart by the article's countries."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named as a place (not a demonym, not a capital that stands for its government)."""

    start: int
    end: int
    name: str
    precision: PlacePrecision
    country_iso3: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None


def find_places(document: Document) -> tuple[PlaceMention, ...]:
    """Find the places of a document, in text order."""
    return ()
