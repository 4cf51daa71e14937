"""What dataset.yml promises of a release: the evidence policy, and the assertions (least is fatal, greatest warns)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow.compute as pc
import yaml
from pydantic import ValidationError

from newsledger.schema import TABLES
from newsledger.schema.dataset import Bounds, DatasetConfig, EvidencePolicy
from newsledger.schema.vocabularies import Severity
from newsledger.validation.evidence import CLAIMS
from newsledger.validation.report import RELEASE, CheckResult, outcome
from newsledger.validation.tables import Tables

FILE_NAME = "dataset.yml"


def check_promises(folder: Path, tables: Tables) -> list[CheckResult]:
    """The promises of the release's own copy of dataset.yml."""
    path = folder / FILE_NAME
    reason = f"The release's {FILE_NAME} can be read, so that the release can be rebuilt from it."
    try:
        config = DatasetConfig.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, ValidationError) as error:
        detail = f"It cannot: {' '.join(str(error).split())[:200]}."
        return [outcome("dataset.readable", RELEASE, reason, 1, [FILE_NAME], detail=detail)]
    return [outcome("dataset.readable", RELEASE, reason, 1, []), *_policy(config, tables), *_assertions(config, tables)]


def _policy(config: DatasetConfig, tables: Tables) -> Iterator[CheckResult]:
    """Under the policy `offsets` no row carries its evidence's words."""
    if config.evidence is not EvidencePolicy.OFFSETS:
        return
    for table, key in CLAIMS.items():
        if tables.has(table, "evidence_text") and tables.has(table, key):
            rows = tables.arrow[table]
            told = rows.filter(pc.is_valid(rows["evidence_text"]))[key].to_pylist()
            reason = "Under the policy `offsets` evidence_text is null."
            yield outcome("evidence_text.withheld", table, reason, rows.num_rows, told, "evidence_text")


def _assertions(config: DatasetConfig, tables: Tables) -> Iterator[CheckResult]:
    """Rows per table, fill rates, countries, each against its bounds."""
    stated = config.assertions
    for table, bounds in sorted(stated.rows.items()):
        yield from _bounds("assertion.rows", table, None, tables.get(table).num_rows if table in TABLES else 0, bounds)
    for place, bounds in sorted(stated.fill_rate.items()):
        table, _, column = place.partition(".")
        rate = fill_rate(tables, table, column)
        yield from _bounds(f"assertion.fill_rate.{column}", table, column, rate, bounds)
    for table, bounds in sorted(stated.countries.items()):
        yield from _bounds("assertion.countries", table, "country_iso3", countries(tables, table), bounds)


def fill_rate(tables: Tables, table: str, column: str) -> float:
    """The share of a table's rows in which a column is not null; 0 for an empty table or an unknown column."""
    if not tables.has(table, column) or not tables.arrow[table].num_rows:
        return 0.0
    rows = tables.arrow[table]
    return float(round(1 - rows[column].null_count / rows.num_rows, 4))


def countries(tables: Tables, table: str) -> int:
    """How many countries the rows of a table name."""
    if not tables.has(table, "country_iso3"):
        return 0
    return int(pc.count_distinct(tables.arrow[table]["country_iso3"], mode="only_valid").as_py())


def _bounds(rule: str, table: str, column: str | None, found: float, bounds: Bounds) -> Iterator[CheckResult]:
    """Two results for one promise: the least is fatal, the greatest warns."""
    name = f"{table}.{column}" if column else table
    for suffix, limit, severity in (("min", bounds.min, Severity.CRITICAL), ("max", bounds.max, Severity.WARNING)):
        if limit is None:
            continue
        broken = found < limit if suffix == "min" else found > limit
        words = "less" if suffix == "min" else "more"
        detail = f"Found {found:g}, {words} than {limit:g}." if broken else ""
        reason = f"{FILE_NAME} asserts a {suffix}imum."
        yield outcome(f"{rule}.{suffix}", table, reason, 1, [name] if broken else [], column, severity, detail)
