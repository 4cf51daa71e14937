"""What differs between two releases, table by table: rows added, modified (which columns), deleted; DuckDB joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsledger.schema import TABLES
from newsledger.schema.changes import Operation

DERIVED = frozenset({"quality_results", "changes", "tombstones"})
BATCH = 10_000
GROUPS = 8
NESTED = {"mentions": "list_transform(mentions, lambda m: m.article_id)"}
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
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
    """Counts of rows by operation."""

    table: str
    added: int
    modified: int
    deleted: int
    unchanged: int

    @property
    def differs(self) -> bool:
        """Whether any row came, changed or went."""
        return bool(self.added or self.modified or self.deleted)


class Comparison:
    """Two releases side by side; a table that one of them lacks counts as empty there."""

    def __init__(self, old: Path, new: Path, memory_limit: str = "1GB") -> None:
        """Open both releases' Parquet files and find the keys of the rows that differ."""
        import duckdb

        options = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
        self._database = duckdb.connect(":memory:", config={**options, "memory_limit": memory_limit})
        self._sides = (old, new)
        self.tables = tuple(
            name for name in TABLES if name not in DERIVED and any(_files(root, name) for root in (old, new))
        )
        self.counts = tuple(self._find(table) for table in self.tables)

    def _find(self, table: str) -> TableDifference:
        """Write the differing keys of a table into a table of their own, and count them.

        Columns are hashed in a few groups, so that only those of groups that differ need reading again.
        """
        groups = self._groups(table)
        old, new = (self._hashed(root, table, len(groups)) for root in self._sides)
        unequal = [f"o.h{at} is distinct from n.h{at}" for at in range(len(groups))]
        flags = ", ".join(f"{differs} g{at}" for at, differs in enumerate(unequal))
        self._database.execute(
            f"""create table "{table}" as
                select coalesce(o.k, n.k) k, case when o.k is null then 'add' when n.k is null then 'delete'
                       else 'modify' end op, {flags}
                from {old} o full join {new} n on o.k = n.k where {" or ".join(unequal)}"""
        )
        counted = dict(self._database.execute(f'select op, count(*) from "{table}" group by op').fetchall())
        rows = self._database.execute(f"select count(*) from {new}").fetchall()
        added, modified = counted.get("add", 0), counted.get("modify", 0)
        return TableDifference(table, added, modified, counted.get("delete", 0), rows[0][0] - added - modified)

    def _hashed(self, root: Path, table: str, groups: int) -> str:
        """A side's keys, with a hash of each group of columns; a column of two types is compared as JSON."""
        if not _files(root, table):
            nothing = ", ".join(f"null::ubigint h{at}" for at in range(groups))
            return f"(select null::varchar k, {nothing} where false)"
        types = [self._columns(side, table) for side in self._sides]
        hashes = []
        for at, group in enumerate(self._groups(table)):
            parts = [f'"{n}"' if len({side.get(n) for side in types} - {None}) < 2 else _json(n) for n in group]
            hashes.append(f"hash({', '.join(parts)}) h{at}")
        return f"(select {_key(table)} k, {', '.join(hashes)} from {_source(root, table)})"

    def _groups(self, table: str) -> list[list[str]]:
        """The columns of both sides in a few groups; the key, which never differs, stands with others."""
        common = self._common(table)
        size = -(-len(common) // GROUPS)
        return [common[start : start + size] for start in range(0, len(common), size)]

    def _common(self, table: str) -> list[str]:
        """The columns of both sides; those of one when the other has no rows."""
        old, new = (self._columns(root, table) for root in self._sides)
        return [name for name in new if name in old] or list(new or old)

    def _columns(self, root: Path, table: str) -> dict[str, str]:
        if not _files(root, table):
            return {}
        found = self._database.execute(f"describe select * from {_source(root, table)}").fetchall()
        return {row[0]: row[1] for row in found}

    def cells(self, table: str) -> Iterator[Cell]:
        """Every difference of a table, by id and column."""
        came_or_went = f"""select k, op from "{table}" where op <> 'modify' order by k"""
        for key, operation in self._database.execute(came_or_went).fetchall():
            yield Cell(table, key, Operation(operation), "", None, None)
        if not all(_files(root, table) for root in self._sides):
            return
        columns = [name for name in self._unequal(table) if name not in TABLES[table].KEY]
        pairs = ", ".join(f"{_json(name, 'o')}, {_json(name, 'n')}" for name in columns)
        old, new = (f"(select *, {_key(table)} k from {_source(root, table)})" for root in self._sides)
        cursor = self._database.cursor().execute(
            f"""select d.k, {pairs or "null"} from "{table}" d join {old} o on o.k = d.k join {new} n on n.k = d.k
                where d.op = 'modify' order by 1"""
        )
        while rows := cursor.fetchmany(BATCH):
            for row in rows:
                yield from _changed(table, row, columns)

    def _unequal(self, table: str) -> list[str]:
        """The columns of the groups in which any row differs."""
        groups = self._groups(table)
        flags = ", ".join(f"bool_or(g{at})" for at in range(len(groups)))
        found = self._database.execute(f"""select {flags} from "{table}" where op = 'modify'""").fetchall()
        return [name for group, differs in zip(groups, found[0], strict=True) if differs for name in group]

    def both(self, table: str, columns: Sequence[str]) -> dict[str, tuple[Values | None, Values | None]]:
        """Some columns of every row that differs, before and after; None where there is no such row.

        Of mentions only their articles are given.
        """
        found: dict[str, tuple[Values | None, Values | None]] = {}
        for side, root in enumerate(self._sides):
            if not _files(root, table):
                continue
            held = self._columns(root, table)
            names = ", ".join(NESTED.get(name, f'"{name}"') if name in held else "null" for name in columns)
            query = f"""select k, {names} from (select *, {_key(table)} k from {_source(root, table)})
                        semi join "{table}" d using (k)"""
            for key, *values in self._database.execute(query).fetchall():
                before, after = found.get(key, (None, None))
                found[key] = (tuple(values), after) if side == 0 else (before, tuple(values))
        return found

    @cached_property
    def former(self) -> dict[str, str]:
        """Each id that an event of the new side had before its mentions joined, with the event's id."""
        root = self._sides[1]
        if not _files(root, "events"):
            return {}
        events = f"select merged_ids, event_id from {_source(root, 'events')} where len(merged_ids) > 0"
        return dict(self._database.execute(f"select unnest(merged_ids), event_id from ({events})").fetchall())


def _changed(table: str, row: Sequence[Any], columns: Sequence[str]) -> Iterator[Cell]:
    key, *values = row
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


def _json(column: str, side: str = "") -> str:
    return f'to_json({side + "." if side else ""}"{column}")'
