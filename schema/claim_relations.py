"""Table `claim_relations`: how two claims about one event and outcome stand to each other."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import CasualtyId, EventId
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Outcome


class ClaimRelation(StrEnum):
    """How a later claim about a toll stands to an earlier one."""

    INDEPENDENT = "independent"
    REPEATS = "repeats"
    UPDATES = "updates"
    CONTRADICTS = "contradicts"
    BACKGROUND = "background"


class ClaimRelationRow(Row):
    """A pair of casualty claims about one event: the later one as it stands to the earlier one."""

    TABLE: ClassVar[str] = "claim_relations"
    KEY: ClassVar[tuple[str, ...]] = ("casualty_id", "other_casualty_id")

    casualty_id: CasualtyId = Field(description="The later claim (by publication, then by id).")
    other_casualty_id: CasualtyId = Field(description="The earlier claim.")
    event_id: EventId
    outcome: Outcome = Field(description="The outcome both count.")
    claim_relation: ClaimRelation = Field(description="What the later claim is to the earlier one.")
    is_compatible: bool = Field(description="Whether one number could satisfy both claims' bounds.")
    reason: str = Field(description="The facts the relation rests on.")
