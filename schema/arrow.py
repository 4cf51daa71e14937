"""The Arrow schema and the rows of a table, derived from its model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pyarrow as pa

from newsledger.schema.columns import Column, columns_of
from newsledger.schema.row import Row

SCALARS = {
    "string": pa.string(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "date": pa.date32(),
    "bool": pa.bool_(),
}


def arrow_type(column: Column) -> pa.DataType:
    """The Arrow type of a column."""
    if column.item is not None:
        return pa.list_(arrow_type(column.item))
    if column.fields:
        return pa.struct([pa.field(f.name, arrow_type(f)) for f in column.fields])
    return SCALARS[column.kind]


@cache
def arrow_schema(model: type[Row]) -> pa.Schema:
    """The Parquet schema of a table, each column with its description."""
    return pa.schema(
        [pa.field(c.name, arrow_type(c), metadata={"description": c.description}) for c in columns_of(model)]
    )


def to_table(model: type[Row], rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table, sorted by key."""
    ordered: list[dict[str, Any]] = sorted(
        (row.model_dump() for row in rows), key=lambda row: tuple(row[key] for key in model.KEY)
    )
    return pa.Table.from_pylist(ordered, schema=arrow_schema(model))
