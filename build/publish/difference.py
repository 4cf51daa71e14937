"""What differs between two releases, table by table: rows added, modified (which columns), deleted; DuckDB joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.schema import TABLES
from newsledger.schema.changes import Operation

DERIVED = frozenset({"quality_results", "changes", "tombstones"})


@dataclass(frozen=True)
class Cell:
    """One difference: a row that came or went (`column` empty), or a value that changed, as JSON."""

    table: str
    id: str
    operation: Operation
    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True)
class TableDifference:
    """Counts of rows by operation, and columns that only one release has."""

    table: str
    added: int
    modified: int
    deleted: int
    unchanged: int
    new_columns: tuple[str, ...] = ()
    lost_columns: tuple[str, ...] = ()


class Comparison:
    """Two releases side by side; a table that one of them lacks counts as empty there."""

    def __init__(self, old: Path, new: Path, memory_limit: str = "2GB") -> None:
        """Open both releases' Parquet files."""
        import duckdb

        self._database = duckdb.connect()
        self._database.execute(f"set memory_limit='{memory_limit}'")
        self._old, self._new = old, new
        self.tables = tuple(
            name for name in TABLES if name not in DERIVED and any(_files(root, name) for root in (old, new))
        )

    def counts(self, table: str) -> TableDifference:
        """How many rows of a table came, changed, went and stayed."""
        old, new = self._columns(self._old, table), self._columns(self._new, table)
        common = [name for name in new if name in old] or list(new or old)
        sides = self._sides(table, common)
        found = self._database.execute(
            f"""select count(*) filter (o.k is null), count(*) filter (n.k is null),
                       count(*) filter (o.h is distinct from n.h and o.k is not null and n.k is not null),
                       count(*) filter (o.h = n.h) from {sides}"""
        ).fetchone()
        added, deleted, modified, unchanged = found or (0, 0, 0, 0)
        lost = tuple(sorted(set(old) - set(new))) if new else ()
        gained = tuple(sorted(set(new) - set(old))) if old else ()
        return TableDifference(table, added, modified, deleted, unchanged, gained, lost)

    def cells(self, table: str) -> Iterator[Cell]:
        """Every difference of a table, by id and column."""
        old, new = self._columns(self._old, table), self._columns(self._new, table)
        common = [name for name in new if name in old] or list(new or old)
        sides = self._sides(table, common)
        columns = [name for name in common if name not in TABLES[table].KEY]
        pairs = ", ".join(f'to_json(o."{name}"), to_json(n."{name}")' for name in columns)
        query = f"""select coalesce(o.k, n.k) k, o.k is null, n.k is null{", " + pairs if pairs else ""}
                    from {sides} where o.h is distinct from n.h order by 1"""
        cursor = self._database.execute(query)
        while rows := cursor.fetchmany(10_000):
            for row in rows:
                yield from _cells(table, row, columns)

    def rows(self, table: str, side: str, ids: Sequence[str], columns: Sequence[str]) -> dict[str, tuple[Any, ...]]:
        """Some columns of some rows of the `old` or `new` side, by id."""
        root = self._old if side == "old" else self._new
        if not _files(root, table) or not ids:
            return {}
        names = ", ".join(f'"{name}"' for name in columns)
        query = f"select {_key(table)} k, {names} from {_source(root, table)} where k in (select unnest(?))"
        return {row[0]: row[1:] for row in self._database.execute(query, [list(ids)]).fetchall()}

    def _sides(self, table: str, common: Sequence[str]) -> str:
        parts = [self._side(root, table, common) for root in (self._old, self._new)]
        return f"{parts[0]} o full join {parts[1]} n on o.k = n.k"

    def _side(self, root: Path, table: str, common: Sequence[str]) -> str:
        names = ", ".join(f'"{name}"' for name in common)
        if not _files(root, table):
            nothing = ", ".join(f'null::varchar as "{name}"' for name in common)
            return f"(select null::varchar k, null::ubigint h, {nothing} where false)"
        return f"(select {_key(table)} k, hash({names}) h, {names} from {_source(root, table)})"

    def _columns(self, root: Path, table: str) -> dict[str, str]:
        if not _files(root, table):
            return {}
        found = self._database.execute(f"describe select * from {_source(root, table)}").fetchall()
        return {row[0]: row[1] for row in found}


def _cells(table: str, row: Sequence[Any], columns: Sequence[str]) -> Iterator[Cell]:
    key, is_new, is_gone, *values = row
    if is_new or is_gone:
        yield Cell(table, key, Operation.ADD if is_new else Operation.DELETE, "", None, None)
        return
    for index, name in enumerate(columns):
        before, after = values[2 * index], values[2 * index + 1]
        if before != after:
            yield Cell(table, key, Operation.MODIFY, name, before, after)


def _files(root: Path, table: str) -> list[Path]:
    return sorted((root / "data" / table).glob("*.parquet"))


def _source(root: Path, table: str) -> str:
    return f"read_parquet('{str(root / 'data' / table / '*.parquet').replace(chr(39), chr(39) * 2)}')"


def _key(table: str) -> str:
    return " || ' ' || ".join(f'"{name}"::varchar' for name in TABLES[table].KEY)
