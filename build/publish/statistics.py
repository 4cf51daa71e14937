"""Figures of a release, column by column: nulls, distinct values, range, codes counted; rows by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newsledger.build.publish.manifest import Described
from newsledger.schema import TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.row import Claim

RANGED = ("int32", "int64", "float64", "date")


def statistics(tables: Mapping[str, Described]) -> dict[str, Any]:
    """All figures of a release."""
    return {
        "tables": {name: _table(described) for name, described in tables.items()},
        "rows_by_source": _by_source(tables),
        "rows_by_country": _by_country(tables),
    }


def _table(described: Described) -> dict[str, Any]:
    columns = columns_of(TABLES[described.name])
    return {
        "rows": described.rows.num_rows,
        "columns": {column.name: _column(described.rows[column.name], column) for column in columns},
    }


def _column(values: pa.ChunkedArray, column: Column) -> dict[str, Any]:
    """The figures of one column."""
    figures: dict[str, Any] = {"nulls": values.null_count, "fill_rate": _rate(len(values) - values.null_count, values)}
    if column.item is not None:
        lengths = pc.list_value_length(values)
        filled = pc.sum(pc.greater(lengths, 0)).as_py() or 0
        return figures | {"fill_rate": _rate(filled, values), "members": pc.sum(lengths).as_py() or 0}
    figures["distinct"] = pc.count_distinct(values, mode="only_valid").as_py()
    if column.kind in RANGED:
        figures |= {name: _plain(value) for name, value in pc.min_max(values).as_py().items()}
    if column.vocabulary:
        counted = Counter(value for value in values.to_pylist() if value is not None)
        figures["codes"] = {code: counted[code] for code in column.vocabulary if counted[code]}
    return figures


def _rate(filled: int, values: pa.ChunkedArray) -> float:
    return round(filled / len(values), 4) if len(values) else 0.0


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _by_source(tables: Mapping[str, Described]) -> dict[str, dict[str, int]]:
    """Rows of each table of claims by the article they come from, by its name."""
    if "articles" not in tables:
        return {}
    articles = tables["articles"].rows
    names = dict(zip(articles["article_id"].to_pylist(), articles["source_name"].to_pylist(), strict=True))
    found: dict[str, dict[str, int]] = {name: {} for name in sorted(names.values())}
    for table, described in tables.items():
        if issubclass(TABLES[table], Claim):
            for article, count in sorted(Counter(described.rows["article_id"].to_pylist()).items()):
                found[names[article]][table] = count
    return found


def _by_country(tables: Mapping[str, Described]) -> dict[str, dict[str, int]]:
    """Rows of each table by country."""
    found = {}
    for table, described in tables.items():
        if "country_iso3" in described.rows.column_names:
            counted = Counter(value for value in described.rows["country_iso3"].to_pylist() if value)
            found[table] = dict(sorted(counted.items()))
    return found
