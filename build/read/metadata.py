"""The sidecar: what `articles.jsonl` or `articles.csv` says of the articles beside it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from newsledger.schema.article import ArticleMetadata
from newsledger.schema.problem import PublisherError

SIDECARS = ("articles.jsonl", "articles.csv")
KNOWN = frozenset(ArticleMetadata.model_fields)
# Lone surrogates are no text, and control characters break what reads the release.
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


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
        name = _source_name(record.pop("source_name", None), place)
        if name in places:
            raise PublisherError(f"{place}: {name!r} is described a second time; keep one line.")
        rights = record.pop("rights", None)
        if _empty(record.get("licence")):
            record["licence"] = rights
        for key in sorted(record.keys() - KNOWN):
            unknown.setdefault(key, place)
        metadata[name] = _metadata({k: v for k, v in record.items() if k in KNOWN}, place)
        places[name] = place
    warnings = tuple(f"{place}: unknown key {key!r} is ignored." for key, place in unknown.items())
    return Sidecar(metadata, places, warnings)


def _source_name(name: object, place: Place) -> str:
    if not isinstance(name, str) or not name:
        raise PublisherError(f"{place}: no source_name; name the text file the line describes.")
    if "/" in name:
        raise PublisherError(f"{place}: {name!r} is a path; write the file's name alone.")
    return name


def _empty(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _metadata(record: dict[str, Any], place: Place) -> ArticleMetadata:
    record = {key: None if _empty(value) else value for key, value in record.items()}
    for key, value in record.items():
        if isinstance(value, str) and (unfit := UNFIT.search(value)):
            raise PublisherError(f"{place}: {key}: holds U+{ord(unfit[0]):04X}, which is no text; remove it.")
    published = record.get("published_date")
    if published is not None:
        record["published_date"] = _date(published, place)
    try:
        return ArticleMetadata(**record)
    except ValidationError as error:
        first = error.errors()[0]
        raise PublisherError(f"{place}: {first['loc'][0]}: {first['msg'].lower()}; correct the value.") from error


def _date(value: object, place: Place) -> date:
    """The day of a date or a time stamp, as it is written there: no time zone is reckoned with."""
    text = str(value).strip()
    try:
        return date.fromisoformat(text) if len(text) <= len("2024-09-25") else datetime.fromisoformat(text).date()
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
        record = _json(line, place)
        if not isinstance(record, dict):
            raise PublisherError(f"{place}: not a JSON object; write one object per line.")
        yield place, record


def _json(line: str, place: Place) -> object:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        record = dict(pairs)
        if len(record) < len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise PublisherError(f"{place}: says {twice!r} twice; keep one of them.")
        return record

    try:
        return json.loads(line, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise PublisherError(f"{place}: not JSON at column {error.colno} ({error.msg}); correct the line.") from error
    except ValueError as error:
        raise PublisherError(f"{place}: holds a number too long to read; correct the line.") from error
    except RecursionError as error:
        raise PublisherError(f"{place}: nested too deep; correct the line.") from error


def _csv(file: Path, text: str) -> Iterator[tuple[Place, dict[str, Any]]]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    line = 0
    try:
        _demand_header(Place(file, 1), reader.fieldnames or ())
        line = reader.line_num
        for record in reader:
            line = reader.line_num
            place = Place(file, line)
            if None in record:
                raise PublisherError(f"{place}: more cells than the header has columns; quote the commas in it.")
            if not all(_empty(value) for value in record.values()):
                yield place, dict(record)
    except csv.Error as error:
        place = Place(file, line + 1)
        raise PublisherError(
            f"{place}: cannot be read as CSV ({error}); close or double a quotation mark, or shorten the cell."
        ) from error


def _demand_header(place: Place, columns: Sequence[str]) -> None:
    if columns and "source_name" not in columns:
        raise PublisherError(f"{place}: no column source_name; head the columns with their names, commas between.")
    for column in columns:
        if list(columns).count(column) > 1:
            raise PublisherError(f"{place}: two columns are named {column!r}; keep one of them.")
