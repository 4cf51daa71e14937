"""Table `event_links`: why mentions were joined into one event, and how events relate."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import EventId, Sha256
from newsledger.schema.row import Row


class EventRelation(StrEnum):
    """How two events are linked."""

    SAME_AS = "same_as"
    POSSIBLE_SAME_AS = "possible_same_as"
    PART_OF = "part_of"
    RESPONSE_TO = "response_to"
    UPDATE_OF = "update_of"


class EventLink(Row):
    """A reasoned link: a join (`same_as`; the other id is in merged_ids), a doubt, or a relation of two events."""

    TABLE: ClassVar[str] = "event_links"
    KEY: ClassVar[tuple[str, ...]] = ("event_id", "other_event_id", "relation")

    event_id: EventId = Field(description="The event the link starts from.")
    other_event_id: Sha256 = Field(description="The other event; under `same_as` the id it had before it was joined.")
    relation: EventRelation = Field(description="What the first is to the other.")
    score: float = Field(ge=0, le=1, description="Strength of the evidence for the link, 0 to 1.")
    reason: str = Field(description="The facts that speak for it.")
