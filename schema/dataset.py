"""What a `dataset.yml` says: the name, rights and promises of one dataset."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class EvidencePolicy(StrEnum):
    """How much of an article's words a release carries: `excerpt` at most 25 words a row, `offsets` none."""

    EXCERPT = "excerpt"
    OFFSETS = "offsets"


class Maintainer(BaseModel):
    """A person or body that answers for the dataset."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    email: str | None = None
    orcid: str | None = None
    affiliation: str | None = None


class Bounds(BaseModel):
    """Least and greatest number; falling below the least is fatal, rising above the greatest warns."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    min: float | None = None
    max: float | None = None


class Assertions(BaseModel):
    """What a healthy build of the dataset looks like: rows per table, fill rate per column, number of countries."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rows: dict[str, Bounds] = Field(default_factory=dict, description="By table.")
    fill_rate: dict[str, Bounds] = Field(default_factory=dict, description="By `table.column`, a share from 0 to 1.")
    countries: dict[str, Bounds] = Field(default_factory=dict, description="By table, distinct country_iso3.")


class DatasetConfig(BaseModel):
    """One dataset, as its `dataset.yml` describes it; `licence` is a Hugging Face licence id (cc-by-4.0)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,95}$")
    title: str | None = None
    description: str | None = None
    licence: str = "other"
    version: str = Field(default="0.1.0", coerce_numbers_to_str=True)
    released: str | None = Field(
        default=None, pattern=r"^\d{4}-\d{2}-\d{2}$", description="Release date; never today's."
    )
    maintainers: list[Maintainer] = Field(default_factory=list)
    evidence: EvidencePolicy = EvidencePolicy.EXCERPT
    max_reproduced_share: float = Field(default=0.5, ge=0, le=1)
    assertions: Assertions = Field(default_factory=Assertions)
