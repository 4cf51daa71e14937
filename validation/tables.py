"""The tables of a release as they lie on disk: read whole, with every problem of reading noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newsledger.schema import TABLES
from newsledger.schema.arrow import arrow_schema
from newsledger.validation.report import CheckResult, outcome


def parquet_path(table: str) -> str:
    """Where a table's only shard lies, relative to the release."""
    return f"data/{table}/train-00000-of-00001.parquet"


@dataclass
class Tables:
    """The readable tables, those whose schema departs from the contract, and the results of reading."""

    arrow: dict[str, pa.Table] = field(default_factory=dict)
    departing: set[str] = field(default_factory=set)
    results: list[CheckResult] = field(default_factory=list)

    def has(self, table: str, column: str) -> bool:
        """Whether a table was read and holds the column with the contract's type."""
        if table not in self.arrow:
            return False
        schema = self.arrow[table].schema
        index = schema.get_field_index(column)
        return index >= 0 and bool(schema.field(index).type == arrow_schema(TABLES[table]).field(column).type)

    def get(self, table: str) -> pa.Table:
        """A table's rows; none when it is absent."""
        return self.arrow.get(table, arrow_schema(TABLES[table]).empty_table())


def read_tables(folder: Path) -> Tables:
    """Read every table of a release; what cannot be read becomes a failed check, never an exception."""
    tables = Tables()
    for name in TABLES:
        path = folder / parquet_path(name)
        if path.is_file():
            _read(tables, name, path)
    missing = [] if "articles" in tables.arrow else ["articles"]
    reason = "A release names its articles; every row refers to one."
    tables.results.append(outcome("table.present", "articles", reason, 1, missing))
    return tables


def _read(tables: Tables, name: str, path: Path) -> None:
    reason = f"The file {parquet_path(name)} can be read."
    try:
        with path.open("rb") as file:
            table = pq.ParquetFile(file, page_checksum_verification=True).read()
    except (OSError, pa.ArrowException) as error:
        detail = f"It cannot: {' '.join(str(error).split())[:200]}."
        tables.results.append(outcome("file.readable", name, reason, 1, [parquet_path(name)], detail=detail))
        return
    tables.results.append(outcome("file.readable", name, reason, 1, []))
    tables.arrow[name] = table
    wrong = schema_differences(table.schema, arrow_schema(TABLES[name]))
    if wrong:
        tables.departing.add(name)
    tables.results.append(
        outcome(
            "schema.as_contract",
            name,
            "Names, order and types of the columns are those of the contract.",
            len(arrow_schema(TABLES[name])),
            [problem.split(":")[0] for problem in wrong],
            column=wrong[0].split(":")[0] if wrong else None,
            detail="; ".join(wrong) + "." if wrong else "",
        )
    )


def schema_differences(found: pa.Schema, stated: pa.Schema) -> list[str]:
    """What sets two schemas apart, column by column; the order of columns when nothing else does."""
    wrong = [f"{name}: missing" for name in stated.names if name not in found.names]
    wrong += [f"{name}: not in the contract" for name in found.names if name not in stated.names]
    for name in stated.names:
        if name in found.names and not found.field(name).type.equals(stated.field(name).type):
            wrong.append(f"{name}: is {found.field(name).type}, should be {stated.field(name).type}")
    if not wrong and found.names != stated.names:
        first = next(name for name, other in zip(found.names, stated.names, strict=True) if name != other)
        wrong.append(f"{first}: out of order")
    return wrong
