"""Table `estimates`: low, best and high per event and outcome, each under a named policy."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import CasualtyId, Count, EventId
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Outcome


class Policy(StrEnum):
    """How claims about one toll are weighed into an estimate. See `build/link/policies.py`."""

    RANGE_ALL = "range_all"
    MOST_CONSERVATIVE = "most_conservative"
    LATEST_OFFICIAL = "latest_official"
    MAJORITY = "majority"


class Estimate(Row):
    """One policy's reading of the claims about one event and outcome; the claims stay as they are."""

    TABLE: ClassVar[str] = "estimates"
    KEY: ClassVar[tuple[str, ...]] = ("event_id", "outcome", "policy")

    event_id: EventId = Field(description="The event.")
    outcome: Outcome = Field(description="What happened to the people counted.")
    policy: Policy = Field(description="How the claims were weighed; `newsledger estimate` recomputes.")
    low: Count = Field(description="Least number of people; null when no claim sets a bound.")
    best: Count = Field(description="The policy's figure; null when it has none.")
    high: Count = Field(description="Greatest number of people; null when no claim sets a bound.")
    casualty_ids: list[CasualtyId] = Field(min_length=1, description="The claims the policy used.")
