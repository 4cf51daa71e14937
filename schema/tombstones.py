"""Table `tombstones`: rows that were released once and are no more; their ids never come to mean anything else."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from newsledger.schema.changes import ChangeReason
from newsledger.schema.row import Row


class Tombstone(Row):
    """A removed row: where it was last released, and why it went."""

    TABLE: ClassVar[str] = "tombstones"
    KEY: ClassVar[tuple[str, ...]] = ("table", "id")

    table: str = Field(description="The table the row stood in.")
    id: str = Field(description="The row's key; parts of a compound key are joined by a space.")
    last_version: str = Field(description="The last version of the dataset that held the row.")
    reason: ChangeReason = Field(description="Why it went.")
    now_id: str | None = Field(
        default=None, description="For an event that was joined to another: where it is told now."
    )
