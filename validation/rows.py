"""The hand-written row rules, evaluated in DuckDB; Great Expectations reports them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from newsledger.schema import TABLES
from newsledger.validation.rules import ROWS_HOLD, Rule
from newsledger.validation.tables import Tables

POSITION = "position in file"


@dataclass(frozen=True)
class Evaluated:
    """How many rows a rule concerns, and the positions of those that break it; or why it could not be evaluated."""

    n_checked: int = 0
    broken: frozenset[int] = frozenset()
    error: str | None = None


def evaluate(tables: Tables, rules: Iterable[Rule]) -> dict[tuple[str, str], Evaluated]:
    """Every row rule by table and id; rules that a departing schema makes meaningless are left out."""
    with _database(tables) as connection:
        found = {}
        for rule in rules:
            if rule.type != ROWS_HOLD or rule.table not in tables.arrow:
                continue
            result = _evaluate(connection, rule)
            if result.error is None or not tables.departing:
                found[rule.table, rule.rule_id] = result
        return found


def _evaluate(connection: duckdb.DuckDBPyConnection, rule: Rule) -> Evaluated:
    holds, when = rule.kwargs["holds"], rule.kwargs.get("when", "true")
    query = f'SELECT t."{POSITION}", coalesce(({holds}), true) FROM "{rule.table}" t WHERE ({when})'
    try:
        rows = connection.execute(query).fetchall()
    except duckdb.Error as error:
        return Evaluated(error=" ".join(str(error).split())[:300])
    return Evaluated(len(rows), frozenset(int(row[0]) for row in rows if not row[1]))


@contextmanager
def _database(tables: Tables) -> Iterator[duckdb.DuckDBPyConnection]:
    """An in-memory database over the tables, absent ones empty, that reaches no network."""
    connection = duckdb.connect(
        ":memory:", config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    )
    try:
        for name in TABLES:
            rows = tables.get(name)
            connection.register(name, rows.append_column(POSITION, pa.array(range(rows.num_rows), pa.int64())))
        yield connection
    finally:
        connection.close()
