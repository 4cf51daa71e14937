"""`croissant.json`: Croissant 1.1 with responsible-AI fields, a hash for each file, nested columns as sub-fields."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from newsledger.build.publish.datapackage import KEYWORDS
from newsledger.build.publish.files import sha256_file
from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.manifest import Described
from newsledger.schema import TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.dataset import DatasetConfig

TYPES = {
    "string": "sc:Text",
    "int32": "sc:Integer",
    "int64": "sc:Integer",
    "float64": "sc:Float",
    "bool": "sc:Boolean",
    "date": "sc:Date",
}
CONFORMS_TO = ["http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0"]


@functools.cache
def _data(name: str) -> str:
    return files("newsledger.build.publish").joinpath("data").joinpath(name).read_text(encoding="utf-8")


def croissant(folder: Path, config: DatasetConfig, tables: Mapping[str, Described]) -> dict[str, Any]:
    """The Croissant description of a release, in JSON-LD."""
    licence = licence_of(config.licence)
    creators = [{"@type": "sc:Person", "name": person.name} for person in config.maintainers]
    return {
        "@context": json.loads(_data("croissant_context.json")),
        "@type": "sc:Dataset",
        "name": config.name,
        "description": config.description or "Attributed claims from news articles on armed conflict.",
        "conformsTo": CONFORMS_TO,
        "citeAs": f"{config.title or config.name}, version {config.version}",
        "creator": creators or [{"@type": "sc:Organization", "name": f"Maintainers of {config.name}"}],
        **({"datePublished": config.released} if config.released else {}),
        "inLanguage": "en",
        "isLiveDataset": False,
        "keywords": KEYWORDS,
        "license": licence.url or "LICENSE",
        "version": config.version,
        **{f"rai:{key}": value for key, value in yaml.safe_load(_data("responsible_ai.yml")).items()},
        "distribution": [_file(folder, described) for described in tables.values()],
        "recordSet": [_record_set(described, tables) for described in tables.values()],
    }


def _file(folder: Path, described: Described) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": described.path,
        "name": described.path,
        "contentUrl": described.path,
        "contentSize": f"{described.file_bytes} B",
        "encodingFormat": "application/x-parquet",
        "sha256": sha256_file(folder / described.path),
    }


def _record_set(described: Described, tables: Mapping[str, Described]) -> dict[str, Any]:
    model = TABLES[described.name]
    keys = [{"@id": f"{described.name}/{key}"} for key in model.KEY]
    return {
        "@type": "cr:RecordSet",
        "@id": described.name,
        "name": described.name,
        "description": (model.__doc__ or "").strip().split("\n")[0],
        "key": keys if len(keys) > 1 else keys[0],
        "field": [_field(described, column, tables) for column in columns_of(model)],
    }


def _field(described: Described, column: Column, tables: Mapping[str, Described]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{described.name}/{column.name}",
        "name": column.name,
        "description": column.description,
    }
    parts = column.item.fields if column.item is not None else column.fields
    if column.item is not None:
        field |= {"cr:isArray": True, "cr:arrayShape": "-1"}
    if not parts:
        field["dataType"] = TYPES[column.item.kind if column.item is not None else column.kind]
    if column.references and _refers(described, column, tables):
        field["references"] = {"field": {"@id": column.references.replace(".", "/")}}
    field["source"] = _source(described, column.name)
    if parts:
        field["subField"] = [_part(described, column, part) for part in parts]
    return field


def _refers(described: Described, column: Column, tables: Mapping[str, Described]) -> bool:
    """Whether a foreign key may be stated: readers join on it, and fail when it is null throughout."""
    values = described.rows[column.name]
    return (column.references or "").split(".")[0] in tables and values.null_count < len(values)


def _part(described: Described, column: Column, part: Column) -> dict[str, Any]:
    """One member of a struct, reached by its JSON path; a struct typed as text breaks every reader."""
    return {
        "@type": "cr:Field",
        "@id": f"{described.name}/{column.name}/{part.name}",
        "name": part.name,
        "description": part.description,
        "dataType": TYPES[part.kind],
        "source": _source(described, column.name) | {"transform": {"jsonPath": part.name}},
    }


def _source(described: Described, column: str) -> dict[str, Any]:
    return {"fileObject": {"@id": described.path}, "extract": {"column": column}}
