"""The rows that were released once and are no more: carried on from release to release."""

from __future__ import annotations

from pathlib import Path

from newsledger.build.publish.changes import Differences
from newsledger.build.publish.parquet import read_parquet
from newsledger.schema.changes import Operation
from newsledger.schema.events import Event
from newsledger.schema.tombstones import Tombstone


def tombstones(found: Differences) -> list[Tombstone]:
    """The previous release's tombstones without those whose row is back, and one for each row that went."""
    carried = {(stone.table, stone.id): stone for stone in _previous(found.old.folder)}
    gone = {
        (change.table, change.id): Tombstone(
            table=change.table,
            id=change.id,
            last_version=found.old.version,
            reason=change.reason,
            now_id=found.former.get(change.id) if change.table == "events" else None,
        )
        for change in found.changes
        if change.operation is Operation.DELETE
    }
    back = {(change.table, change.id) for change in found.changes if change.operation is Operation.ADD}
    stones = {at: stone for at, stone in (carried | gone).items() if at not in back}
    heirs = {stone.id: stone.now_id for stone in stones.values() if stone.table == "events" and stone.now_id}
    return [_followed(stone, heirs, found) for _, stone in sorted(stones.items())]


def _followed(stone: Tombstone, heirs: dict[str, str], found: Differences) -> Tombstone:
    """A tombstone that points to where its event is told now, however often that was joined since."""
    if stone.table != "events":
        return stone
    now, seen = found.former.get(stone.id, stone.now_id), {stone.id}
    while now in heirs and now not in seen:
        seen.add(now)
        now = heirs[now]
    return stone if now == stone.now_id else stone.model_copy(update={"now_id": now})


def _previous(folder: Path) -> list[Tombstone]:
    rows = read_parquet(folder, Tombstone.TABLE)
    return [Tombstone.model_validate(row) for row in rows.to_pylist()] if rows is not None else []


def event_ids(folder: Path) -> frozenset[str]:
    """The ids of a release's events, which survive when mentions join anew."""
    rows = read_parquet(folder, Event.TABLE)
    return frozenset(rows[Event.KEY[0]].to_pylist()) if rows is not None else frozenset()
