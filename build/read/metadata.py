"""The sidecar: what `articles.jsonl` or `articles.csv` says of the articles beside it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsledger.schema.article import ArticleMetadata
from newsledger.schema.problem import PublisherError

SIDECARS = ("articles.jsonl", "articles.csv")
KNOWN = frozenset(ArticleMetadata.model_fields)


@dataclass(frozen=True)
class Place:
    """A line of a file, as an error names it."""

    file: Path
    line: int

    def __str__(self) -> str:
        return f"{self.file} line {self.line}"


@dataclass(frozen=True)
class Sidecar:
    """Metadata by source name, the line each stands on, and remarks on keys nobody knows."""

    metadata: Mapping[str, ArticleMetadata] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def merge(self, other: Sidecar) -> Sidecar:
        """Both together; a file described twice keeps its first description."""
        return Sidecar(
            {**other.metadata, **self.metadata}, {**other.places, **self.places}, self.warnings + other.warnings
        )


def read_sidecar(file: Path) -> Sidecar:
    """Read a sidecar.

    Raises:
        PublisherError: the file is missing or malformed, a date is unreadable, or an article is described twice.
    """
    metadata: dict[str, ArticleMetadata] = {}
    places: dict[str, Place] = {}
    unknown: dict[str, Place] = {}
    for place, record in _records(file):
        name = record.pop("source_name", None)
        if not isinstance(name, str) or not name:
            raise PublisherError(f"{place}: no source_name; name the text file the line describes.")
        if name in places:
            raise PublisherError(f"{place}: {name!r} is described a second time; keep one line.")
        record.setdefault("licence", record.pop("rights", None))
        for key in sorted(record.keys() - KNOWN):
            unknown.setdefault(key, place)
        metadata[name] = _metadata({k: v for k, v in record.items() if k in KNOWN}, place)
        places[name] = place
    warnings = tuple(f"{place}: unknown key {key!r} is ignored." for key, place in unknown.items())
    return Sidecar(metadata, places, warnings)


def _metadata(record: dict[str, Any], place: Place) -> ArticleMetadata:
    record = {key: value if value != "" else None for key, value in record.items()}
    published = record.get("published_date")
    if published is not None:
        record["published_date"] = _date(published, place)
    try:
        return ArticleMetadata(**record)
    except ValidationError as error:
        first = error.errors()[0]
        raise PublisherError(f"{place}: {first['loc'][0]}: {first['msg'].lower()}; correct the value.") from error


def _date(value: object, place: Place) -> date:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise PublisherError(f"{place}: published_date {value!r} is no date; write it as 2024-09-25.") from error


def _records(file: Path) -> Iterator[tuple[Place, dict[str, Any]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise PublisherError(f"{file}: no such metadata file; check the path.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise PublisherError(f"{file}: cannot be read as UTF-8 text ({error}); convert the file.") from error
    yield from _csv(file, text) if file.suffix == ".csv" else json_lines(file, text)


def json_lines(file: Path, text: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Each line that is not blank as a JSON object, with its place.

    Raises:
        PublisherError: a line is no JSON object.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        place = Place(file, number)
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise PublisherError(
                f"{place}: not JSON at column {error.colno} ({error.msg}); correct the line."
            ) from error
        if not isinstance(record, dict):
            raise PublisherError(f"{place}: not a JSON object; write one object per line.")
        yield place, record


def _csv(file: Path, text: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    reader = csv.DictReader(text.splitlines())
    for record in reader:
        place = Place(file, reader.line_num)
        if None in record:
            raise PublisherError(f"{place}: more cells than the header has columns; quote the commas in it.")
        yield place, dict(record)
