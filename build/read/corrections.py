"""`corrections.jsonl`: what people have set right, read from beside the articles or beside the dataset.yml."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from newsledger.build.read.metadata import Place, json_lines
from newsledger.schema.corrections import FILE_NAME, Correction
from newsledger.schema.problem import PublisherError


@dataclass(frozen=True)
class Corrections:
    """The file's text, which is copied into the release, and its lines with their places."""

    text: str
    lines: tuple[tuple[Place, Correction], ...]


def corrections_for(articles: Path, dataset: Path | None = None) -> Corrections | None:
    """The corrections beside the articles, else beside the dataset.yml named; None when there are none.

    Raises:
        PublisherError: both folders hold such a file, or it is malformed.
    """
    folders = [articles if articles.is_dir() else articles.parent]
    if dataset is not None and dataset.parent.resolve() != folders[0].resolve():
        folders.append(dataset.parent)
    found = [folder / FILE_NAME for folder in folders if (folder / FILE_NAME).is_file()]
    if len(found) > 1:
        raise PublisherError(f"{found[0]} and {found[1]}: both hold corrections; join them into one file.")
    return read_corrections(found[0]) if found else None


def read_corrections(file: Path) -> Corrections:
    """Read one file of corrections.

    Raises:
        PublisherError: a line is no correction, or says again what an earlier line says.
    """
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PublisherError(f"{file}: cannot be read as UTF-8 text ({error}); convert the file.") from error
    lines: list[tuple[Place, Correction]] = []
    seen: dict[tuple[str, str, str | None], Place] = {}
    rejected: dict[tuple[str, str], Place] = {}
    for place, record in json_lines(file, text):
        correction = _correction(place, record)
        key = (correction.table, correction.id, correction.column)
        if key in seen:
            raise PublisherError(f"{place}: line {seen[key].line} says something of the same value; keep one of them.")
        seen[key] = place
        if correction.reject:
            rejected[key[:2]] = place
        lines.append((place, correction))
    for place, correction in lines:
        if not correction.reject and (correction.table, correction.id) in rejected:
            other = rejected[correction.table, correction.id]
            raise PublisherError(f"{place}: line {other.line} rejects the row; keep one of them.")
    return Corrections(text, tuple(lines))


def _correction(place: Place, record: dict[str, object]) -> Correction:
    try:
        return Correction.model_validate(record)
    except ValidationError as error:
        first = error.errors()[0]
        where = f"{first['loc'][0]}: " if first["loc"] else ""
        said = first["msg"].removeprefix("Value error, ")
        raise PublisherError(f"{place}: {where}{said}; correct or remove the line.") from error
