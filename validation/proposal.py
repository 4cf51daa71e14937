"""Assertions proposed from a healthy release, for its maintainers to put into dataset.yml and to adjust."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import yaml

from newsledger.schema import TABLES
from newsledger.schema.columns import columns_of
from newsledger.schema.dataset import Assertions, Bounds
from newsledger.validation.promises import countries, fill_rate
from newsledger.validation.tables import Tables, read_tables

LEAST_OF_ROWS = 0.8
GREATEST_OF_ROWS = 1.5
SLACK_OF_FILL = 0.1
FILL_WORTH_ASSERTING = 0.5
OWN = ("quality_results", "changes", "tombstones")


def propose_assertions(folder: Path) -> Assertions:
    """Bounds around what a release holds: four fifths to half as much again of its rows, fill rates less a tenth."""
    tables = read_tables(folder)
    names = [name for name in tables.arrow if name not in OWN]
    return Assertions(
        rows={name: _rows(tables.arrow[name].num_rows) for name in names},
        fill_rate={
            f"{name}.{column}": Bounds(min=round(rate - SLACK_OF_FILL, 2))
            for name in names
            for column, rate in _fill_rates(tables, name)
        },
        countries={name: Bounds(min=1) for name in names if countries(tables, name)},
    )


def proposal_yaml(assertions: Assertions) -> str:
    """The proposal as the lines to copy into dataset.yml."""
    content = {"assertions": _plain(assertions.model_dump(mode="json", exclude_none=True))}
    return yaml.safe_dump(content, sort_keys=False)


def _plain(value: Any) -> Any:
    """Whole numbers without a decimal point."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _rows(number: int) -> Bounds:
    return Bounds(min=math.floor(number * LEAST_OF_ROWS), max=math.ceil(number * GREATEST_OF_ROWS))


def _fill_rates(tables: Tables, table: str) -> list[tuple[str, float]]:
    """The columns that may be null and mostly are not."""
    rates = [
        (column.name, fill_rate(tables, table, column.name))
        for column in columns_of(TABLES[table])
        if column.nullable and column.name != "evidence_text"
    ]
    return [(name, rate) for name, rate in rates if rate >= FILL_WORTH_ASSERTING]
