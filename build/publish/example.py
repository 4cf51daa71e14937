"""One row of a release as an example: what it says, and how a reader checks it against the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsledger.build.publish.manifest import Described
from newsledger.schema import TABLES
from newsledger.schema.columns import column_names
from newsledger.schema.row import Claim

CHECKABLE = ("casualties", "statements", "evacuations")
BESIDES = ("modality", "date_start", "date_text", "place_name", "evidence_start", "evidence_end", "rule_id")
HIDDEN = ("_id", "_sha256")


@dataclass(frozen=True)
class Example:
    """A row: its table, the article's file name, its filled columns, and the span of its evidence."""

    table: str
    source_name: str
    values: tuple[tuple[str, str], ...]
    start: int
    end: int


def example(tables: Mapping[str, Described]) -> Example | None:
    """The fullest row of the first table of claims that has rows; of equals the first by key. None without claims."""
    table = next((name for name in CHECKABLE if name in tables), None)
    if table is None:
        return None
    rows = tables[table].rows.to_pylist()
    row = max(rows, key=lambda row: sum(value not in (None, "none", "unstated") for value in row.values()))
    sources = {article["article_id"]: article["source_name"] for article in tables["articles"].rows.to_pylist()}
    return Example(table, sources[row["article_id"]], _values(table, row), row["evidence_start"], row["evidence_end"])


def _values(table: str, row: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """The filled plain columns that a reader looks at first: the table's own, then when, where and the evidence."""
    own = [name for name in column_names(TABLES[table]) if name not in Claim.model_fields and not name.endswith(HIDDEN)]
    return tuple((name, str(row[name])) for name in (*own, *BESIDES) if _is_told(row[name]))


def _is_told(value: object) -> bool:
    return value is not None and not isinstance(value, list | dict)
