"""Two synthetic releases compared: rows per table, seconds, peak memory, and the time beside merely reading both."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import duckdb

from newsledger.build.publish.changes import differences
from newsledger.build.publish.contract import contract
from newsledger.build.publish.parquet import shard
from newsledger.build.publish.schema_changes import shapes
from newsledger.build.publish.sides import Side
from newsledger.schema import SCHEMA_VERSION, TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.dataset import DatasetConfig

MAIN = ("articles", "events", "casualties", "statements", "evacuations")
MOVED, EVERY = 200, 100
CHANGED = {"articles": "publisher", "events": "weapon_text"}
# As in releases: names and wordings recur, half of what may be null is, most lists are empty.
SCALARS = {
    "string": "'words of ' || (i % 5000)",
    "int32": "(i % 5000)::integer",
    "int64": "(i % 90)::bigint",
    "float64": "(i % 90)::double",
    "date": "date '2024-01-01' + (i % 900)::integer",
    "bool": "i % 2 = 0",
}


def value(column: Column, table: str) -> str:
    """An SQL expression for a column of row `i`."""
    if column.nullable and not column.references:
        return f"case when i % 2 = 0 then {value(replace(column, nullable=False), table)} end"
    if column.item is not None and column.name != "mentions":
        return f"case when i % 20 = 0 then [{value(column.item, table)}] else [] end"
    if column.item is not None:
        return f"[{value(column.item, table)}]"
    if column.fields:
        return "{" + ", ".join(f"'{part.name}': {value(part, table)}" for part in column.fields) + "}"
    if column.vocabulary:
        codes = ", ".join(f"'{code}'" for code in column.vocabulary)
        return f"[{codes}][i % {len(column.vocabulary)} + 1]"
    if column.references:
        return f"sha256('{column.references.split('.')[0]}' || i)"
    if column.pattern and "64" in column.pattern:
        return f"sha256('{table}' || i)"
    return SCALARS[column.kind]


def write(folder: Path, rows: int, first: int, changed: bool) -> None:
    """The main tables with rows `first` up to `first + rows`; in a changed release every hundredth differs."""
    database = duckdb.connect(config={"memory_limit": "2GB"})
    for table in MAIN:
        target = folder / shard(table)
        target.parent.mkdir(parents=True)
        stated = {column.name: value(column, table) for column in columns_of(TABLES[table])}
        if changed:
            column = CHANGED.get(table, "rule_id")
            stated[column] = f"case when i % {EVERY} = 0 then 'anew' else {stated[column]} end"
        columns = ", ".join(f'{sql} as "{name}"' for name, sql in stated.items())
        query = f"select {columns} from range({first}, {first + rows}) t(i)"
        database.execute(f"copy ({query}) to '{target}' (format parquet, compression zstd)")


def side(folder: Path, version: str) -> Side:
    """A folder of tables as one side of a comparison."""
    import yaml

    config = DatasetConfig(name="synthetic", version=version)
    stated = shapes(yaml.safe_load(contract(config, {})))
    code = {"version": version}
    return Side(folder, config.name, version, SCHEMA_VERSION, stated, code, ("offsets", 0.5), {})


def measure(old: Path, new: Path) -> dict[str, float]:
    """Compare once in this process: seconds, peak memory in GB, changes found."""
    start = time.perf_counter()
    found = differences(side(old, "1"), side(new, "2"))
    seconds = time.perf_counter() - start
    # The kernel's own mark of this process: getrusage also counts what its parent held before it.
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    peak = next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return {"seconds": seconds, "gigabytes": peak / 1e6, "changes": len(found.changes)}


def reading(old: Path, new: Path) -> float:
    """Seconds to read every value of both sides once, hashing them and comparing nothing."""
    start = time.perf_counter()
    for folder in (old, new):
        for table in MAIN:
            duckdb.execute(f"select bit_xor(hash(t)) from read_parquet('{folder / shard(table)}') t").fetchall()
    return time.perf_counter() - start


def main() -> None:
    """Write two releases, compare them in a process of its own, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--compare", type=Path, nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.compare:
        print(json.dumps(measure(*options.compare)))
        return
    with tempfile.TemporaryDirectory() as folder:
        old, new = Path(folder) / "old", Path(folder) / "new"
        write(old, options.rows, 0, changed=False)
        write(new, options.rows, options.rows // MOVED, changed=True)
        command = [sys.executable, __file__, "--compare", str(old), str(new)]
        found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        ratio = found["seconds"] / reading(old, new)
    print(f"{len(MAIN)} tables of {options.rows:,} rows, {found['changes']:,.0f} changes")
    print(f"{found['seconds']:.1f} s, {ratio:.1f} times reading both, {found['gigabytes']:.2f} GB at the peak")


if __name__ == "__main__":
    main()
