"""The rule book run by Great Expectations: one checkpoint, one Parquet asset per table, scalar columns only."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from newsledger.schema import TABLES
from newsledger.schema.columns import columns_of
from newsledger.validation.report import CheckResult
from newsledger.validation.rows import Evaluated, evaluate
from newsledger.validation.rules import FOREIGN_KEY, ROWS_HOLD, Rule, is_scalar, suite
from newsledger.validation.tables import Tables, parquet_path


@dataclass(frozen=True)
class Outcome:
    """What Great Expectations says of one rule, without its random ids and clocks."""

    success: bool
    n_checked: int
    positions: tuple[int, ...]
    error: str | None


def run(folder: Path, tables: Tables) -> list[CheckResult]:
    """Every rule of every table that could be read."""
    suites = {name: applicable(name, tables) for name in tables.arrow}
    evaluated = evaluate(tables, (rule for rules in suites.values() for rule in rules))
    suites = {
        name: [rule for rule in rules if rule.type != ROWS_HOLD or (name, rule.rule_id) in evaluated]
        for name, rules in suites.items()
    }
    outcomes = checkpoint(folder, tables, suites, evaluated)
    return [
        _result(rule, tables, outcomes[name, rule.rule_id], evaluated.get((name, rule.rule_id)))
        for name, rules in suites.items()
        for rule in rules
    ]


def applicable(table: str, tables: Tables) -> list[Rule]:
    """The rules of a table whose columns are there; a missing column is reported once, by the schema check."""
    return [rule for rule in suite(table) if all(tables.has(table, column) for column in _columns(rule))]


def _columns(rule: Rule) -> list[str]:
    listed: list[str] = rule.kwargs.get("column_list", [])
    return [*listed, *([rule.kwargs["column"]] if "column" in rule.kwargs else [])]


def checkpoint(
    folder: Path, tables: Tables, suites: Mapping[str, Sequence[Rule]], evaluated: Mapping[tuple[str, str], Evaluated]
) -> dict[tuple[str, str], Outcome]:
    """Run all suites in one checkpoint: one load per table, never a loop of `batch.validate`."""
    if not suites:
        return {}
    os.environ.setdefault("GX_ANALYTICS_ENABLED", "false")
    import great_expectations as gx
    from great_expectations.data_context.types.base import ProgressBarsConfig

    from newsledger.validation import custom

    custom.KEYSETS.clear()
    custom.KEYSETS.update(_keysets(tables, suites))
    custom.EVALUATED.clear()
    custom.EVALUATED.update(evaluated)
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    source = context.data_sources.add_pandas_filesystem("release", base_directory=folder)
    definitions = []
    for name, rules in suites.items():
        asset = source.add_parquet_asset(name=name, columns=_scalar_columns(name, tables))
        batch = asset.add_batch_definition_path(name="all", path=parquet_path(name))
        built = context.suites.add(gx.ExpectationSuite(name, expectations=[_expectation(rule) for rule in rules]))
        definitions.append(
            context.validation_definitions.add(gx.ValidationDefinition(name=name, data=batch, suite=built))
        )
    check = context.checkpoints.add(
        gx.Checkpoint(name="release", validation_definitions=definitions, result_format={"result_format": "COMPLETE"})
    )
    results = check.run(run_id=gx.RunIdentifier(run_name="release")).run_results.values()
    return {(result.suite_name, _rule_id(found)): _outcome(found) for result in results for found in result.results}


def _rule_id(found: Any) -> str:
    return str(found.expectation_config.meta["rule_id"])


def _scalar_columns(table: str, tables: Tables) -> list[str]:
    names = [column.name for column in columns_of(TABLES[table]) if is_scalar(column)]
    return [name for name in names if name in tables.arrow[table].column_names]


def _keysets(tables: Tables, suites: Mapping[str, Sequence[Rule]]) -> dict[str, pa.Array]:
    """The keys that foreign keys may point to; none when the table referred to is absent."""
    refs = {rule.kwargs["ref"] for rules in suites.values() for rule in rules if rule.type == FOREIGN_KEY}
    found = {}
    for ref in sorted(refs):
        table, column = ref.split(".")
        held = tables.has(table, column)
        found[ref] = tables.arrow[table].column(column).combine_chunks() if held else pa.array([], pa.string())
    return found


def _expectation(rule: Rule) -> Any:
    """A rule as an expectation object."""
    from great_expectations.expectations.metadata_types import FailureSeverity
    from great_expectations.expectations.registry import get_expectation_impl

    kwargs = dict(rule.kwargs)
    if rule.type == ROWS_HOLD:
        kwargs["rows_of"] = rule.table
    return get_expectation_impl(rule.type)(
        **kwargs, severity=FailureSeverity(str(rule.severity)), notes=rule.reason, meta={"rule_id": rule.rule_id}
    )


def exception_of(info: Mapping[str, Any]) -> str | None:
    """The message of a crashed expectation; its `exception_info` has two shapes, one of them keyed by metric.

    >>> exception_of({"raised_exception": False, "exception_message": None}) is None
    True
    >>> exception_of({"MetricConfigurationID(...)": {"raised_exception": True, "exception_message": "no column"}})
    'no column'
    """
    shapes = [info] if "raised_exception" in info else [shape for shape in info.values() if isinstance(shape, Mapping)]
    crashed = [shape for shape in shapes if shape.get("raised_exception")]
    return " ".join(str(crashed[0].get("exception_message")).split())[:300] if crashed else None


def is_errored(success: bool, result: Mapping[str, Any], info: Mapping[str, Any]) -> bool:
    """Whether an expectation crashed, which Great Expectations shows like a failure of the data.

    >>> is_errored(False, {}, {"raised_exception": True}), is_errored(False, {"unexpected_count": 1}, {})
    (True, False)
    """
    return exception_of(info) is not None or (not success and not result)


def _outcome(found: Any) -> Outcome:
    result = found.result or {}
    error = None
    if is_errored(found.success, result, found.exception_info or {}):
        error = exception_of(found.exception_info or {}) or "no result and no message"
    checked = result.get("element_count", result.get("observed_value", 0)) or 0
    positions = tuple(int(position) for position in result.get("unexpected_index_list") or ())
    return Outcome(bool(found.success), int(checked) - int(result.get("missing_count") or 0), positions, error)


def _result(rule: Rule, tables: Tables, outcome: Outcome, evaluated: Evaluated | None) -> CheckResult:
    """One rule's result in the release's own form."""
    ids = tuple(sorted(_ids(tables, rule.table, outcome.positions)))
    checked, success = outcome.n_checked, outcome.success
    if rule.column is not None and rule.rule_id.endswith(".not_null"):
        checked = tables.arrow[rule.table].num_rows
    if evaluated is not None:
        checked = evaluated.n_checked
        success = len(ids) <= (1 - rule.kwargs.get("share", 1)) * checked
    errored = outcome.error is not None
    failed = 0 if errored else len(ids) or int(not success)
    return CheckResult(
        rule.rule_id, rule.table, rule.column, rule.severity, success and not errored, checked, failed,
        rule.reason, ids, outcome.error or "", errored,
    )  # fmt: skip


def _ids(tables: Tables, table: str, positions: Sequence[int]) -> list[str]:
    """The keys of rows by position; a key of several columns is joined with a bar."""
    rows = tables.arrow[table].select(list(TABLES[table].KEY)).take(list(positions)) if positions else None
    return ["|".join(str(value) for value in row.values()) for row in rows.to_pylist()] if rows else []
