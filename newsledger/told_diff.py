"""What `newsledger diff` says: counts by table, reasons, the schema; every change when asked."""

from __future__ import annotations

import json
from collections.abc import Iterator

import typer

from newsledger.build.publish.changes import Differences
from newsledger.schema.changes import Change, Operation

LONGEST = 60
BREAKS = 3


def tell_differences(found: Differences, every: bool, as_json: bool) -> int:
    """Print the differences; returns the exit code: 3 when readers break and the schema version does not say so."""
    if as_json:
        typer.echo(json.dumps(_as_dict(found, every), indent=2, ensure_ascii=False))
    else:
        typer.echo("\n".join(_lines(found, every)))
    return BREAKS if found.lacks_step else 0


def _as_dict(found: Differences, every: bool) -> dict[str, object]:
    return {
        "old_version": found.old.version,
        "new_version": found.new.version,
        "tables": {
            table.table: {
                "added": table.added,
                "modified": table.modified,
                "deleted": table.deleted,
                "unchanged": table.unchanged,
            }
            for table in found.tables
        },
        "reasons": found.reasons(),
        "breaking": found.breaking,
        "new_in_schema": found.additions,
        "lacks_schema_step": found.lacks_step,
        **({"changes": [change.model_dump(mode="json") for change in found.changes]} if every else {}),
    }


def _lines(found: Differences, every: bool) -> Iterator[str]:
    yield f"{found.old.dataset} {found.old.version} to {found.new.dataset} {found.new.version}"
    head = ("table", "added", "modified", "removed", "unchanged")
    rows = [head, *((t.table, t.added, t.modified, t.deleted, t.unchanged) for t in found.tables)]
    width = max(len(str(row[0])) for row in rows)
    for name, *numbers in rows:
        yield f"  {name:<{width}}" + "".join(f"{number:>11}" for number in numbers)
    if not found.changes:
        yield "No row differs."
    for reason, count in found.reasons().items():
        yield f"  {reason}: {count} row{'' if count == 1 else 's'}"
    for problem in found.breaking:
        yield f"breaking: {problem}."
    for thing in found.additions:
        yield f"new: {thing}."
    if found.lacks_step:
        yield f"The schema version must take a step: {found.step_demand}"
    if every:
        yield from (_line(change) for change in found.changes)


def _line(change: Change) -> str:
    """One change: a sign, the row, and for a value what it was and what it is."""
    if change.operation is not Operation.MODIFY:
        sign = "+" if change.operation is Operation.ADD else "-"
        return f"{sign} {change.table} {change.id}  ({change.reason})"
    values = f"{_short(change.old_value)} -> {_short(change.new_value)}"
    return f"~ {change.table} {change.id} {change.column}: {values}  ({change.reason})"


def _short(value: str | None) -> str:
    text = "null" if value is None else value
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
