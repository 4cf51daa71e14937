"""Expectations of our own for Great Expectations: foreign keys and row rules. Import this module late: it is slow."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from great_expectations.execution_engine.pandas_execution_engine import PandasExecutionEngine
from great_expectations.expectations.expectation import ColumnMapExpectation
from great_expectations.expectations.metrics.map_metric_provider.column_condition_partial import (
    column_condition_partial,
)
from great_expectations.expectations.metrics.map_metric_provider.column_map_metric_provider import (
    ColumnMapMetricProvider,
)

from newsledger.validation.rows import Evaluated

# Filled before a run (expectations.run): Great Expectations hands a metric nothing but its column and scalars.
KEYSETS: dict[str, pa.Array] = {}
EVALUATED: dict[tuple[str, str], Evaluated] = {}


class _ForeignKeyMetric(ColumnMapMetricProvider):
    """Whether each value stands among the parent's keys."""

    condition_metric_name = "column_values.foreign_key"
    condition_value_keys = ("ref",)

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: Any, ref: str, **_: Any) -> Any:  # noqa: N805
        hit = pc.is_in(pa.array(column, pa.string()), value_set=KEYSETS[ref]).to_numpy(zero_copy_only=False)
        return pd.Series(hit, index=column.index)


class ExpectForeignKey(ColumnMapExpectation):
    """Every value that is not null exists in {ref}."""

    ref: str
    map_metric = "column_values.foreign_key"
    success_keys = ("ref", "mostly")


class _RowsHoldMetric(ColumnMapMetricProvider):
    """Whether each row, by its position, keeps a rule that DuckDB has evaluated."""

    condition_metric_name = "column_values.rows_hold"
    condition_value_keys = ("rows_of", "rule")

    @column_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column: Any, rows_of: str, rule: str, **_: Any) -> Any:  # noqa: N805
        result = EVALUATED[rows_of, rule]
        if result.error is not None:
            raise ValueError(result.error)
        return pd.Series(~column.index.isin(sorted(result.broken)), index=column.index)


class ExpectRowsToHold(ColumnMapExpectation):
    """Every row for which {when} is true keeps {holds}."""

    rows_of: str
    rule: str
    holds: str
    when: str | None = None
    share: float | None = None
    map_metric = "column_values.rows_hold"
    success_keys = ("rows_of", "rule", "mostly")
