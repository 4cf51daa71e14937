"""Table `casualties`: one row per claim and outcome; competing tolls stand side by side."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field, model_validator

from newsledger.schema.fields import Count, EventRef, Sha256
from newsledger.schema.row import Claim
from newsledger.schema.vocabularies import AttributionKind, CountKind, Outcome, Quantifier, VictimClass


class Casualty(Claim):
    """A number of people killed, injured, missing or abducted, as one source gives it."""

    TABLE: ClassVar[str] = "casualties"
    KEY: ClassVar[tuple[str, ...]] = ("casualty_id",)

    casualty_id: Sha256 = Field(description="Hash of article, table, evidence offsets and outcome.")
    event_id: EventRef
    outcome: Outcome = Field(description="What happened to the people counted.")
    count: Count = Field(description="People, as stated; null for ranges and vague words. 0 is a count, null is not.")
    count_min: Count = Field(description="Least number of people the words allow; null when they set no bound.")
    count_max: Count = Field(description="Greatest number of people the words allow; null when they set no bound.")
    quantifier: Quantifier = Field(description="The hedge on the number.")
    count_text: str | None = Field(default=None, description="The number and its hedge as written.")
    count_kind: CountKind = Field(default=CountKind.FLOW, description="One episode, or everything since a start.")
    part_of_id: Sha256 | None = Field(
        default=None, description="The claim whose toll includes this one (`among them three children`)."
    )
    victim_class: VictimClass = Field(default=VictimClass.UNSTATED, description="Civilian, combatant, both, unsaid.")
    victim_text: str | None = Field(default=None, description="The people counted, as written.")
    attributed_to: str | None = Field(
        default=None, description="The source of the figure as written; null is the article's own voice."
    )
    attribution_kind: AttributionKind = Field(default=AttributionKind.NONE, description="What kind of source that is.")

    @model_validator(mode="after")
    def _bounds_hold(self) -> Casualty:
        if self.count_min is not None and self.count_max is not None and self.count_min > self.count_max:
            raise ValueError("count_min exceeds count_max")
        return self
