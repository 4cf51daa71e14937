"""Table `evacuations`: all movement to safety and what governs it."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import Count, EventRef, Sha256
from newsledger.schema.row import Claim
from newsledger.schema.vocabularies import CountRole, CountUnit, Quantifier, RecordKind, ReportingTerm, Strength


class Evacuation(Claim):
    """A directive, a movement, a stock of displaced people, a return, a means offered, an obstacle or a stated aim."""

    TABLE: ClassVar[str] = "evacuations"
    KEY: ClassVar[tuple[str, ...]] = ("evacuation_id",)

    evacuation_id: Sha256 = Field(description="Hash of article, table, evidence offsets and record kind.")
    record_kind: RecordKind = Field(description="What the row records.")
    strength: Strength | None = Field(default=None, description="How binding a directive is; null for other kinds.")
    issuer: str | None = Field(default=None, description="Who orders, advises, offers or aims; fullest name.")
    population: str | None = Field(default=None, description="The people concerned, as written.")
    count: Count = Field(description="People or households, as stated; null is not 0.")
    count_min: Count = Field(description="Least number the words allow.")
    count_max: Count = Field(description="Greatest number the words allow.")
    quantifier: Quantifier | None = Field(default=None, description="The hedge on the number; null without a number.")
    unit: CountUnit | None = Field(default=None, description="What is counted; null without a number.")
    count_role: CountRole = Field(default=CountRole.UNSTATED, description="People addressed, moved or displaced.")
    origin: str | None = Field(default=None, description="The place left, as written.")
    destination: str | None = Field(default=None, description="The place gone to, as written.")
    means: str | None = Field(default=None, description="Flights, loans, buses, shelters, as written.")
    reporting_term: ReportingTerm | None = Field(default=None, description="The wording in IDMC's terms.")
    event_id: EventRef
