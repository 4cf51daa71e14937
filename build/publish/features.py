"""The columns of a table as the `datasets` library writes them, in Parquet metadata and in the card."""

from __future__ import annotations

from typing import Any

from newsledger.schema.columns import Column, columns_of
from newsledger.schema.row import Row

DTYPES = {"date": "date32"}


def features(model: type[Row]) -> dict[str, Any]:
    """`Features.to_dict()` of a table."""
    return {column.name: _feature(column) for column in columns_of(model)}


def _feature(column: Column) -> dict[str, Any]:
    if column.item is not None:
        return {"feature": _feature(column.item), "_type": "List"}
    if column.fields:
        return {part.name: _feature(part) for part in column.fields}
    return {"dtype": DTYPES.get(column.kind, column.kind), "_type": "Value"}


def features_yaml(model: type[Row]) -> list[dict[str, Any]]:
    """The `features` of a table in the card's front matter."""
    return [{"name": column.name, **_yaml(column)} for column in columns_of(model)]


def _yaml(column: Column) -> dict[str, Any]:
    if column.item is not None:
        inner = _yaml(column.item)
        return {"list": inner.get("struct") or inner["dtype"]}
    if column.fields:
        return {"struct": [{"name": part.name, **_yaml(part)} for part in column.fields]}
    return {"dtype": DTYPES.get(column.kind, column.kind)}
