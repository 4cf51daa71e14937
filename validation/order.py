"""Whether each table lies sorted by its key, which is what makes two releases of the same rows the same bytes."""

from __future__ import annotations

import pyarrow.compute as pc

from newsledger.schema import TABLES
from newsledger.validation.report import CheckResult, outcome
from newsledger.validation.tables import Tables


def check_order(tables: Tables) -> list[CheckResult]:
    """One result per table that holds its key: the rows that stand where another belongs."""
    results = []
    for name, table in tables.arrow.items():
        key = list(TABLES[name].KEY)
        if not all(tables.has(name, column) for column in key):
            continue
        stated = table.select(key)
        ordered = stated.take(pc.sort_indices(stated, sort_keys=[(column, "ascending") for column in key]))
        wrong: list[str] = []
        if not ordered.equals(stated):
            pairs = zip(stated.to_pylist(), ordered.to_pylist(), strict=True)
            wrong = [" ".join(map(str, row.values())) for row, other in pairs if row != other]
        results.append(outcome("rows.in_order", name, "Rows lie sorted by their key.", table.num_rows, wrong, key[0]))
    return results
