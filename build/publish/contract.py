"""`contract.odcs.yaml`: the data contract in the Open Data Contract Standard, version 3.1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from newsledger.build.publish.manifest import Described
from newsledger.schema import SCHEMA_VERSION, TABLES
from newsledger.schema.codebook import type_text
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.dataset import DatasetConfig

TYPES = {"int32": "integer", "int64": "integer", "float64": "number", "bool": "boolean", "date": "date"}


def contract(config: DatasetConfig, tables: Mapping[str, Described]) -> str:
    """The contract of a release: every table the schema knows, with the least numbers that dataset.yml asserts."""
    content: dict[str, Any] = {
        "apiVersion": "v3.1.0",
        "kind": "DataContract",
        "id": config.name,
        "name": config.title or config.name,
        "version": config.version,
        "status": "active",
        "domain": "armed conflict",
        "description": {
            "purpose": config.description or "Attributed claims from news articles on armed conflict.",
            "usage": "Compare claims by source and hedge; check any row against its article by offsets and SHA-256.",
            "limitations": "A row is a claim, not a truth. Tolls repeat and accumulate; they must not be summed.",
        },
        "schema": [_table(name, config) for name in TABLES],
        "customProperties": [
            {"property": "schemaVersion", "value": SCHEMA_VERSION},
            {"property": "tablesWithRows", "value": list(tables)},
            {"property": "licence", "value": config.licence},
        ],
    }
    if config.maintainers:
        members = [{"username": person.email or person.name, "name": person.name} for person in config.maintainers]
        content["team"] = {"name": "maintainers", "members": members}
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=120)


def _table(name: str, config: DatasetConfig) -> dict[str, Any]:
    model = TABLES[name]
    table: dict[str, Any] = {
        "name": name,
        "physicalName": f"data/{name}",
        "physicalType": "parquet",
        "logicalType": "object",
        "description": (model.__doc__ or "").strip().split("\n")[0],
        "properties": [_property(column, model.KEY) for column in columns_of(model)],
    }
    bounds = config.assertions.rows.get(name)
    if bounds is not None and bounds.min is not None:
        table["quality"] = [
            {"type": "library", "metric": "rowCount", "mustBeGreaterOrEqualTo": bounds.min, "severity": "error"}
        ]
    return table


def _property(column: Column, key: tuple[str, ...] = ()) -> dict[str, Any]:
    """One column, its members included."""
    stated: dict[str, Any] = {"name": column.name, **_type(column), "required": not column.nullable}
    if column.description:
        stated["description"] = column.description
    if column.name in key:
        stated |= {"primaryKey": True, "primaryKeyPosition": key.index(column.name) + 1}
        stated["unique"] = len(key) == 1
    if column.references:
        stated["relationships"] = [{"type": "foreignKey", "to": column.references}]
    if column.vocabulary:
        codes = {"type": "library", "metric": "invalidValues", "mustBe": 0, "unit": "rows", "severity": "error"}
        stated["quality"] = [codes | {"arguments": {"validValues": list(column.vocabulary)}}]
    return stated


def _type(column: Column) -> dict[str, Any]:
    """Logical and physical type; bounds and forms as options of the logical type."""
    if column.item is not None:
        items = {key: value for key, value in _property(column.item).items() if key not in ("name", "required")}
        return {"logicalType": "array", "physicalType": type_text(column), "items": items}
    if column.fields:
        return {"logicalType": "object", "properties": [_property(part) for part in column.fields]}
    options = {"minimum": column.minimum, "maximum": column.maximum, "pattern": column.pattern}
    stated = {key: value for key, value in options.items() if value is not None}
    return {
        "logicalType": TYPES.get(column.kind, "string"),
        "physicalType": column.kind,
        **({"logicalTypeOptions": stated} if stated else {}),
    }
