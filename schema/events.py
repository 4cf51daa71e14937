"""Table `events`: one row per distinct real-world event, with every place it is told."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import CountryIso3, Mention, Sha256
from newsledger.schema.row import DateBlock, PlaceBlock, Row
from newsledger.schema.vocabularies import (
    Confidence,
    EventScope,
    EventType,
    Modality,
    ReviewStatus,
    Sector,
    TemporalRole,
)


class CrosswalkRelation(StrEnum):
    """How a native type relates to the ACLED term beside it, after SKOS mapping properties."""

    EXACT = "exact"
    CLOSE = "close"
    BROAD = "broad"
    NARROW = "narrow"
    NONE = "none"


class Event(Row, DateBlock, PlaceBlock):
    """Something that happened, is planned, feared or denied; its mentions say where it is told, the main one first."""

    TABLE: ClassVar[str] = "events"
    KEY: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: Sha256 = Field(description="Hash of the main mention: article, table, offsets, type.")
    event_type: EventType = Field(description="Native type.")
    modality: Modality = Field(default=Modality.ASSERTED, description="How far the text commits itself.")
    temporal_role: TemporalRole = Field(default=TemporalRole.CURRENT, description="News, background or forecast.")
    actor: str | None = Field(default=None, description="Who did it, by the fullest name in the article.")
    actor_iso3: CountryIso3
    actor_sector: Sector | None = Field(default=None, description="PLOVER 2.0 sector of the actor.")
    target: str | None = Field(default=None, description="Whom or what it was done to.")
    target_iso3: CountryIso3
    target_sector: Sector | None = Field(default=None, description="PLOVER 2.0 sector of the target.")
    weapon_text: str | None = Field(default=None, description="The weapon or means as written.")
    event_scope: EventScope = Field(default=EventScope.INCIDENT, description="Incident, many sites, campaign, process.")
    acled_event_type: str | None = Field(default=None, description="Nearest ACLED event type (name only).")
    acled_sub_event_type: str | None = Field(default=None, description="Nearest ACLED sub-event type (name only).")
    plover_type: str | None = Field(default=None, description="PLOVER 2.0 event type.")
    plover_mode: str | None = Field(default=None, description="PLOVER 2.0 mode.")
    cameo_code: str | None = Field(default=None, pattern="^[0-9]{2,4}$", description="CAMEO code, a string.")
    crosswalk_relation: CrosswalkRelation = Field(
        default=CrosswalkRelation.NONE, description="How the native type relates to the ACLED term, after SKOS."
    )
    confidence: Confidence = Field(default=Confidence.MEDIUM, description="Tier of the rule's measured precision.")
    review_status: ReviewStatus = Field(default=ReviewStatus.UNREVIEWED, description="Whether a person has looked.")
    merged_ids: list[Sha256] = Field(default_factory=list, description="Ids this event had before mentions joined.")
    n_mentions: int = Field(default=1, ge=1, description="Number of mentions.")
    n_articles: int = Field(default=1, ge=1, description="Number of articles that tell it.")
    mentions: list[Mention] = Field(min_length=1, description="Where it is told, main mention first.")
