"""Table `places`: where things happen in the dataset, by canonical name."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import CountryIso3, Sha256
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import PlacePrecision


class Place(Row):
    """One place, with every name it goes by; coordinates from GeoNames (CC BY 4.0)."""

    TABLE: ClassVar[str] = "places"
    KEY: ClassVar[tuple[str, ...]] = ("place_id",)

    place_id: Sha256 = Field(description="Hash of the GeoNames id, else of name and country.")
    name: str = Field(description="Canonical name: the one most rows use, of equals the longest.")
    aliases: list[str] = Field(default_factory=list, description="Other names seen, sorted.")
    place_precision: PlacePrecision = Field(description="The kind of place.")
    country_iso3: CountryIso3
    geonames_id: int | None = Field(default=None, ge=1, description="GeoNames id (geonames.org).")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Degrees north, WGS 84.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Degrees east, WGS 84.")
    first_date: date | None = Field(default=None, description="First publication date of an article that names it.")
    last_date: date | None = Field(default=None, description="Last publication date of an article that names it.")
    n_rows: int = Field(ge=1, description="Rows placed there.")
