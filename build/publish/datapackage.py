"""`datapackage.json`, version 2: the tables with their keys and hashes, as static metadata."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newsledger.build.publish.files import sha256_file
from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.manifest import Described
from newsledger.schema import TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.dataset import DatasetConfig

TYPES = {"int32": "integer", "int64": "integer", "float64": "number", "bool": "boolean", "date": "date"}
KEYWORDS = ["armed conflict", "news", "casualties", "quotations", "displacement", "events"]


def datapackage(folder: Path, config: DatasetConfig, tables: Mapping[str, Described]) -> dict[str, Any]:
    """The Data Package descriptor of a release."""
    licence = licence_of(config.licence)
    stated = {"name": licence.spdx, "path": licence.url} if licence.url else {"name": licence.id, "path": "LICENSE"}
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": config.name.lower(),
        "title": config.title or config.name,
        "description": config.description or "Attributed claims from news articles on armed conflict.",
        "version": config.version,
        "licenses": [stated | {"title": licence.name}],
        "keywords": KEYWORDS,
        "resources": [_resource(folder, described, tables) for described in tables.values()],
    }
    if config.released:
        package["created"] = f"{config.released}T00:00:00Z"
    if config.maintainers:
        package["contributors"] = [
            {"title": person.name, "roles": ["maintainer"], **({"email": person.email} if person.email else {})}
            for person in config.maintainers
        ]
    return package


def _resource(folder: Path, described: Described, tables: Mapping[str, Described]) -> dict[str, Any]:
    model = TABLES[described.name]
    columns = columns_of(model)
    links = [column for column in columns if column.references and column.references.split(".")[0] in tables]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": described.name,
        "type": "table",
        "path": described.path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": described.file_bytes,
        "hash": f"sha256:{sha256_file(folder / described.path)}",
        "description": (model.__doc__ or "").strip().split("\n")[0],
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [_field(column) for column in columns],
            "primaryKey": list(model.KEY),
            **({"foreignKeys": [_foreign_key(column) for column in links]} if links else {}),
        },
    }


def _field(column: Column) -> dict[str, Any]:
    """One field; lists are `any`, for readers hand them over as arrays of their own."""
    nested = column.item is not None or column.fields
    constraints: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.vocabulary:
        constraints["enum"] = list(column.vocabulary)
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return {
        "name": column.name,
        "type": "any" if nested else TYPES.get(column.kind, "string"),
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_key(column: Column) -> dict[str, Any]:
    table, _, key = (column.references or "").partition(".")
    return {"fields": [column.name], "reference": {"resource": table, "fields": [key]}}
