"""What a release says of its past (`changes`, `tombstones`, the changelog) against its rows and its manifest."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.schema import TABLES
from newsledger.schema.changes import WORDS, Operation, hashed
from newsledger.schema.manifest import Manifest
from newsledger.validation.report import RELEASE, CheckResult, outcome
from newsledger.validation.tables import Tables

CHANGELOG = "CHANGELOG.md"
Rows = Mapping[str, Mapping[str, Any]]


def check_history(tables: Tables) -> Iterator[CheckResult]:
    """The tables `changes` and `tombstones` against the rows there are."""
    listed = _listed(tables, "changes")
    stones = _listed(tables, "tombstones")
    if not listed and not stones:
        return
    rows = {name: _by_id(tables, name) for name in {row["table"] for row in (*listed, *stones)} & set(TABLES)}
    wrong = [_place(change) for change in listed if not _holds(change, rows.get(change["table"], {}))]
    reason = "Added and changed rows are there with the value stated; deleted rows are not."
    yield outcome("changes.fit", "changes", reason, len(listed), wrong, "new_value")
    back = [_place(stone) for stone in stones if stone["id"] in rows.get(stone["table"], {})]
    yield outcome("tombstones.gone", "tombstones", "A row with a tombstone is not there.", len(stones), back, "id")
    kept = {(stone["table"], stone["id"]) for stone in stones}
    deleted = [change for change in listed if change["operation"] == Operation.DELETE]
    lost = [_place(change) for change in deleted if (change["table"], change["id"]) not in kept]
    reason = "Every deleted row has a tombstone."
    yield outcome("tombstones.complete", "tombstones", reason, len(deleted), lost, "id")
    heirs = _by_id(tables, "events").keys() | {stone["id"] for stone in stones}
    led = [_place(stone) for stone in stones if stone["now_id"] is not None and stone["now_id"] not in heirs]
    reason = "An event that went into another leads to one that is there."
    yield outcome("tombstones.lead_somewhere", "tombstones", reason, len(stones), led, "now_id")


def check_previous(folder: Path, tables: Tables, manifest: Manifest) -> Iterator[CheckResult]:
    """The history that the manifest and the changelog state, against those tables."""
    listed, previous = _listed(tables, "changes"), manifest.previous
    wrong: list[str] = []
    if previous is None:
        wrong = [name for name in ("changes", "tombstones") if name in tables.arrow]
        wrong += [CHANGELOG] if (folder / CHANGELOG).is_file() else []
        yield outcome("history.stated", RELEASE, "Only a release that follows another has a history.", 3, wrong)
        return
    wrong = ["version"] if previous.version == manifest.version else []
    found = Counter((row["table"], row["operation"]) for row in _once(listed))
    for name in sorted({*previous.changes, *(table for table, _ in found)}):
        stated = previous.changes.get(name)
        numbers = (stated.added, stated.modified, stated.deleted) if stated else (0, 0, 0)
        if numbers != tuple(found[name, operation] for operation in Operation):
            wrong.append(name)
    reason = "The manifest counts the rows of `changes`, since a version that is not its own."
    yield outcome("history.counts", RELEASE, reason, len(previous.changes) + 1, wrong)
    deleted = {(row["table"], row["id"]) for row in listed if row["operation"] == Operation.DELETE}
    stale = [
        _place(stone)
        for stone in _listed(tables, "tombstones")
        if (stone["last_version"] == previous.version) != ((stone["table"], stone["id"]) in deleted)
    ]
    reason = "A row that went since the previous version was last in it."
    yield outcome("tombstones.version", "tombstones", reason, len(deleted), stale, "last_version")
    yield _changelog(folder, manifest)


def _changelog(folder: Path, manifest: Manifest) -> CheckResult:
    """The newest entry of the changelog is about this version, since the previous one, with the counts stated."""
    assert manifest.previous is not None
    try:
        text = (folder / CHANGELOG).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        text = ""
    newest = f"\n{text}".partition("\n## ")[2].partition("\n## ")[0]
    head = newest.partition("\n")[0]
    told = {line for line in newest.splitlines() if " added, " in line}
    stated = {
        f"- {name}: {counts.added} added, {counts.modified} modified, {counts.deleted} removed"
        for name, counts in manifest.previous.changes.items()
    }
    released = f", {manifest.released}" if manifest.released else ""
    fits = head == f"{manifest.version}{released} (since {manifest.previous.version})"
    wrong = [] if fits and told == stated else [CHANGELOG]
    detail = f"It says {head!r} and {sorted(told ^ stated)[:2]}." if wrong else ""
    reason = "The newest entry of the changelog is this release's."
    return outcome("history.changelog", RELEASE, reason, 1, wrong, detail=detail)


def _listed(tables: Tables, name: str) -> list[dict[str, Any]]:
    held = name in tables.arrow and all(tables.has(name, column) for column in TABLES[name].model_fields)
    rows: list[dict[str, Any]] = tables.arrow[name].to_pylist() if held else []
    return rows


def _once(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One change per row, however many of its columns changed."""
    return list({(change["table"], change["id"]): change for change in changes}.values())


def _by_id(tables: Tables, name: str) -> dict[str, dict[str, Any]]:
    """The rows of a table by key, its parts joined by a space as `changes` does."""
    key = TABLES[name].KEY
    if not all(tables.has(name, column) for column in key):
        return {}
    return {" ".join(str(row[column]) for column in key): row for row in tables.arrow[name].to_pylist()}


def _place(row: Mapping[str, Any]) -> str:
    return " ".join(part for part in (row["table"], row["id"], row.get("column") or "") if part)


def _holds(change: Mapping[str, Any], rows: Rows) -> bool:
    row = rows.get(change["id"])
    if row is None or change["operation"] != Operation.MODIFY:
        return bool((row is None) == (change["operation"] == Operation.DELETE))
    if change["column"] not in row:
        return False
    value, stated = row[change["column"]], change["new_value"]
    if change["column"] in WORDS:
        return bool(stated == hashed(value))
    return bool((None if stated is None else _json(stated)) == plain(value))


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return object()


def plain(value: Any) -> Any:
    """A value as JSON has it: dates in ISO form, inside lists too."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items()}
    return value
