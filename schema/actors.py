"""Table `actors`: who acts, speaks or suffers in the dataset, by canonical name."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import CountryIso3, Sha256
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Sector


class Actor(Row):
    """One actor, with every name it goes by in the releases' rows."""

    TABLE: ClassVar[str] = "actors"
    KEY: ClassVar[tuple[str, ...]] = ("actor_id",)

    actor_id: Sha256 = Field(description="Hash of the canonical name in lower case.")
    name: str = Field(description="Canonical name: the one most rows use, of equals the longest.")
    aliases: list[str] = Field(default_factory=list, description="Other names seen, sorted.")
    sector: Sector | None = Field(default=None, description="PLOVER 2.0 sector.")
    country_iso3: CountryIso3
    first_date: date | None = Field(default=None, description="First publication date of an article that names it.")
    last_date: date | None = Field(default=None, description="Last publication date of an article that names it.")
    n_rows: int = Field(ge=1, description="Rows that name it as actor, target, speaker or source.")
