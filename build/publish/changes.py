"""Two releases compared: counts by table, every difference with its reason, and what breaks readers."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass

from newsledger.build.publish.difference import Cell, Comparison, TableDifference
from newsledger.build.publish.reasons import NAMES, Reasons, causes
from newsledger.build.publish.schema_changes import additions, breaking, needs_step
from newsledger.build.publish.sides import Side
from newsledger.schema.changes import WORDS, Change, ChangeReason, hashed


@dataclass(frozen=True)
class Differences:
    """All differences of two releases."""

    old: Side
    new: Side
    tables: tuple[TableDifference, ...]
    changes: tuple[Change, ...]
    former: dict[str, str]

    @property
    def breaking(self) -> list[str]:
        """What breaks readers of the old release."""
        return breaking(self.old.shapes, self.new.shapes)

    @property
    def additions(self) -> list[str]:
        """What the schema has anew."""
        return additions(self.old.shapes, self.new.shapes)

    @property
    def lacks_step(self) -> bool:
        """Whether the schema breaks readers without saying so in its version."""
        return bool(self.breaking) and needs_step(self.old.schema_version, self.new.schema_version)

    @property
    def step_demand(self) -> str:
        """The remedy for a schema that breaks readers, in one sentence."""
        return (
            f"{'; '.join(self.breaking)}: this breaks readers of version {self.old.version} (schema "
            f"{self.old.schema_version}), so the first number of SCHEMA_VERSION in schema/__init__.py must grow "
            f"(it is {self.new.schema_version})."
        )

    def reasons(self) -> dict[str, int]:
        """How many rows came, changed or went for each reason; a row that changed for two counts for both."""
        rows = {(change.table, change.id, change.reason) for change in self.changes}
        return dict(sorted(Counter(str(reason) for _, _, reason in rows).items()))


def differences(old: Side, new: Side) -> Differences:
    """Compare two releases, or one with a release that is being built."""
    comparison = Comparison(old.folder, new.folder)
    articles = list(comparison.cells("articles")) if "articles" in comparison.tables else []
    reasons = Reasons(comparison, causes(old, new, articles))
    first = [table for table in NAMES if table in comparison.tables]
    changes: list[Change] = []
    for table in (*first, *(table for table in comparison.tables if table not in NAMES)):
        cells = list(comparison.cells(table))
        changes.extend(_change(cell, reason) for cell, reason in reasons.explain(table, cells))
    changes.sort(key=lambda change: (change.table, change.id, change.column))
    return Differences(old, new, comparison.counts, tuple(changes), comparison.former)


def _change(cell: Cell, reason: ChangeReason) -> Change:
    """A row of table `changes`; the articles' own words stand in it as hashes, so that it cannot carry them on."""
    hidden = cell.column in WORDS
    old, new = (_hashed(value) if hidden else value for value in (cell.old, cell.new))
    return Change(
        table=cell.table,
        id=cell.id,
        operation=cell.operation,
        column=cell.column,
        old_value=old,
        new_value=new,
        reason=reason,
    )


def _hashed(value: str | None) -> str | None:
    return None if value is None else hashed(json.loads(value))
