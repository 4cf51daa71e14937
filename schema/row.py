"""The blocks of columns that tables share: date, place, and the envelope that binds a row to its evidence."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from newsledger.schema.fields import ArticleId, CountryIso3, Offset, Sha256, Span
from newsledger.schema.vocabularies import (
    BlockType,
    Confidence,
    DatePrecision,
    DateSource,
    Modality,
    PlacePrecision,
    ReviewStatus,
    TemporalRole,
)


def row_id(*facts: str | int) -> str:
    """Hash the fewest, rawest facts of a row into its id (SHA-256, hex).

    >>> row_id("a1", "casualties", 10, 20, "killed") == row_id("a1", "casualties", 10, 20, "killed")
    True
    """
    return hashlib.sha256("\x1f".join(map(str, facts)).encode()).hexdigest()


def evidence_hash(text: str, start: int, end: int) -> str:
    """SHA-256 over the UTF-8 bytes of `text[start:end]`."""
    return hashlib.sha256(text[start:end].encode()).hexdigest()


class Row(BaseModel):
    """A row of a published table; `KEY` is its primary key, the columns in field order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    TABLE: ClassVar[str]
    KEY: ClassVar[tuple[str, ...]]


class DateBlock(BaseModel):
    """When, as far as the text says; never the publication date in its stead."""

    date_start: date | None = Field(default=None, description="First day; null when the words cannot be anchored.")
    date_end: date | None = Field(default=None, description="Last day, inclusive; equals date_start for one day.")
    date_precision: DatePrecision = Field(default=DatePrecision.NONE, description="The span the date stands for.")
    date_text: str | None = Field(default=None, description="The words the date was read from, as written.")
    date_source: DateSource = Field(default=DateSource.NONE, description="Explicit in the text, reckoned, or unknown.")


class PlaceBlock(BaseModel):
    """Where, as far as the text says; coordinates from GeoNames (CC BY 4.0)."""

    place_name: str | None = Field(default=None, description="The place, by its name in the article.")
    place_text: str | None = Field(default=None, description="The words the place was read from, as written.")
    place_precision: PlacePrecision = Field(default=PlacePrecision.NONE, description="The kind of place named.")
    country_iso3: CountryIso3
    geonames_id: int | None = Field(default=None, ge=1, description="GeoNames id of the place (geonames.org).")
    latitude: float | None = Field(default=None, ge=-90, le=90, description="Degrees north, WGS 84.")
    longitude: float | None = Field(default=None, ge=-180, le=180, description="Degrees east, WGS 84.")


class Claim(Row, DateBlock, PlaceBlock):
    """The envelope: one attributed claim and the exact characters it came from."""

    article_id: ArticleId
    evidence_start: Offset = Field(description="First code point of the evidence.")
    evidence_end: Offset = Field(description="Code point after the last of the evidence.")
    evidence_sha256: Sha256 = Field(description="SHA-256 over the UTF-8 bytes of text[evidence_start:evidence_end].")
    evidence_text: str | None = Field(
        default=None, description="The evidence itself, at most 25 words; null under the policy `offsets`."
    )
    sentence_start: Offset = Field(description="First code point of the sentence that holds the evidence.")
    sentence_end: Offset = Field(description="Code point after the last of that sentence.")
    block_type: BlockType = Field(description="What kind of paragraph the evidence stands in.")
    also: list[Span] = Field(default_factory=list, description="Where the same claim is repeated in the article.")
    modality: Modality = Field(default=Modality.ASSERTED, description="How far the text commits itself.")
    temporal_role: TemporalRole = Field(default=TemporalRole.CURRENT, description="News, background or forecast.")
    extractor: str = Field(default="rules", pattern="^(rules|llm:.+)$", description="`rules`, or `llm:` and the model.")
    rule_id: str = Field(description="The rule that found the row.")
    confidence: Confidence = Field(default=Confidence.MEDIUM, description="Tier of the rule's measured precision.")
    review_status: ReviewStatus = Field(default=ReviewStatus.UNREVIEWED, description="Whether a person has looked.")
