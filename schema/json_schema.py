"""The JSON Schema (2020-12) of a row, derived from its model."""

from __future__ import annotations

from typing import Any

from newsledger.schema.row import Row


def json_schema(model: type[Row]) -> dict[str, Any]:
    """The JSON Schema of one row of a table."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema(mode="serialization")
