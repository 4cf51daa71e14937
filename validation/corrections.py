"""Whether the rows are as `corrections.jsonl` says: values stand in them, no other was corrected, none is rejected."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from newsledger.schema import TABLES
from newsledger.schema.corrections import CORRECTABLE, FILE_NAME, Correction
from newsledger.validation.history import plain
from newsledger.validation.report import RELEASE, CheckResult, outcome
from newsledger.validation.tables import Tables

UNREVIEWED = "unreviewed"
# What linking may lead elsewhere after it was corrected; a null it may fill from another article.
LED_ON = frozenset({"event_id"})


def check_corrections(folder: Path, tables: Tables) -> Iterator[CheckResult]:
    """The release's copy of the corrections against the review status and the values of its rows."""
    reason = f"The release's {FILE_NAME} can be read, so that the release can be rebuilt from it."
    try:
        lines = _lines(folder / FILE_NAME)
    except (OSError, UnicodeDecodeError, ValueError, ValidationError) as error:
        detail = f"It cannot: {' '.join(str(error).split())[:200]}."
        yield outcome("corrections.readable", RELEASE, reason, 1, [FILE_NAME], detail=detail)
        return
    for name in CORRECTABLE:
        own = [line for line in lines if line.table == name]
        if all(tables.has(name, column) for column in TABLES[name].model_fields):
            reason = f"Rows are reviewed as {FILE_NAME} says, and hold the values it gives."
            wrong = _unlike(tables.arrow[name].to_pylist(), TABLES[name].KEY[0], own)
            yield outcome("corrections.applied", name, reason, len(own), wrong, "review_status")


def _lines(file: Path) -> list[Correction]:
    if not file.is_file():
        return []
    text = file.read_text(encoding="utf-8")
    return [Correction.model_validate(json.loads(line)) for line in text.split("\n") if line.strip()]


def _unlike(rows: list[dict[str, object]], key: str, lines: list[Correction]) -> set[str]:
    """The rows whose status or values are not what the lines make of them."""
    values: dict[str, dict[str, object]] = {}
    for line in lines:
        values.setdefault(line.id, {}).update({} if line.column is None else {line.column: line.value})
    rejected = {line.id for line in lines if line.reject}
    wrong = {str(row[key]) for row in rows} & rejected
    for row in rows:
        row_id = str(row[key])
        stated = values.get(row_id)
        status = UNREVIEWED if stated is None else "corrected" if stated else "accepted"
        unlike = [name for name, value in (stated or {}).items() if value is not None and plain(row[name]) != value]
        if row["review_status"] != status or set(unlike) - LED_ON:
            wrong.add(row_id)
    return wrong
