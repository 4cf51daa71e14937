"""Table `quality_results`: what every check found in the release, one row per rule and table."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Severity


class QualityResult(Row):
    """One check of one table: how many rows it looked at, how many failed, and the first few of those."""

    TABLE: ClassVar[str] = "quality_results"
    KEY: ClassVar[tuple[str, ...]] = ("rule_id", "table")

    rule_id: str = Field(description="The rule, as in validation/results.json.")
    table: str = Field(description="The table it looks at; `release` for files and figures of the whole.")
    column: str | None = Field(default=None, description="The column it looks at; null when it concerns whole rows.")
    severity: Severity = Field(description="What a failure means: critical failures stop publication.")
    success: bool = Field(description="Whether the rule held.")
    n_checked: int = Field(ge=0, description="Rows (or spans, or files) looked at.")
    n_failed: int = Field(ge=0, description="Those that broke the rule.")
    example_ids: list[str] = Field(default_factory=list, description="At most three of them, by id, in order.")
