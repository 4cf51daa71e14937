"""The rule book: what the schema implies for every column, and the hand-written rules of row_rules.yml."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any

import yaml

from newsledger.schema import TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Severity

ROWS_HOLD = "expect_rows_to_hold"
FOREIGN_KEY = "expect_foreign_key"
GROUP = re.compile(r"(?<!\\)\((?!\?)")  # pandas warns of groups that capture
NESTED = ("list", "struct")


@dataclass(frozen=True)
class Rule:
    """One expectation: its Great Expectations type and arguments, and what its failure means."""

    rule_id: str
    table: str
    column: str | None
    type: str
    kwargs: dict[str, Any] = field(hash=False)
    severity: Severity
    reason: str

    def as_json(self) -> dict[str, Any]:
        """The rule as it stands in expectations/<table>.json."""
        return {
            "type": self.type,
            "kwargs": self.kwargs,
            "severity": str(self.severity),
            "notes": self.reason,
            "meta": {"rule_id": self.rule_id},
        }


def is_scalar(column: Column) -> bool:
    """Whether Great Expectations may see the column (nested ones it hashes by pickling, at twenty times the cost)."""
    return column.kind not in NESTED


def schema_rules(model: type[Row]) -> list[Rule]:
    """What the model of a table says, as rules: at least one row, unique key, nulls, vocabularies, bounds, links."""
    rules = [
        Rule(
            "rows.present", model.TABLE, None, "expect_table_row_count_to_be_between", {"min_value": 1},
            Severity.CRITICAL, "A published table has at least one row; empty ones are left out.",
        ),
        _unique_key(model),
    ]  # fmt: skip
    for column in filter(is_scalar, columns_of(model)):
        rules += [Rule(*facts) for facts in _column_rules(model.TABLE, column)]
    return rules


def _unique_key(model: type[Row]) -> Rule:
    reason = "The key names one row."
    single = len(model.KEY) == 1
    kind = "expect_column_values_to_be_unique" if single else "expect_compound_columns_to_be_unique"
    kwargs: dict[str, Any] = {"column": model.KEY[0]} if single else {"column_list": list(model.KEY)}
    column = model.KEY[0] if single else None
    return Rule("key.unique", model.TABLE, column, kind, kwargs, Severity.CRITICAL, reason)


Facts = tuple[str, str, str | None, str, dict[str, Any], Severity, str]


def _column_rules(table: str, column: Column) -> Iterator[Facts]:
    """The rules one scalar column implies."""
    name = column.name

    def rule(suffix: str, kind: str, reason: str, **kwargs: Any) -> Facts:
        return (f"{name}.{suffix}", table, name, kind, {"column": name, **kwargs}, Severity.CRITICAL, reason)

    if not column.nullable:
        yield rule("not_null", "expect_column_values_to_not_be_null", "The column is never null.")
    if column.vocabulary:
        yield rule(
            "in_vocabulary", "expect_column_values_to_be_in_set", "The code stands in the column's vocabulary.",
            value_set=list(column.vocabulary),
        )  # fmt: skip
    if column.pattern:
        form = GROUP.sub("(?:", column.pattern)
        yield rule("has_form", "expect_column_values_to_match_regex", "The value has the column's form.", regex=form)
    if column.minimum is not None or column.maximum is not None:
        bounds = {"min_value": column.minimum, "max_value": column.maximum}
        yield rule(
            "in_bounds", "expect_column_values_to_be_between", "The value lies within the column's bounds.",
            **{key: value for key, value in bounds.items() if value is not None},
        )  # fmt: skip
    if column.references:
        yield rule("refers", FOREIGN_KEY, f"The id stands in {column.references}.", ref=column.references)


def row_rules(model: type[Row]) -> list[Rule]:
    """The hand-written rules of a table: those that name it, and those for every table with the columns they need."""
    return [rule for entry in _row_rules() if (rule := _row_rule(model, entry)) is not None]


@functools.cache
def _row_rules() -> tuple[dict[str, Any], ...]:
    text = files("newsledger.validation").joinpath("row_rules.yml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)["rules"])


def _row_rule(model: type[Row], entry: dict[str, Any]) -> Rule | None:
    """The rule of one YAML entry on one table, or None when it does not concern the table."""
    if model.TABLE not in entry["tables"]:
        return None
    kwargs = {"column": model.KEY[0], "rule": entry["rule_id"], "holds": " ".join(entry["holds"].split())}
    kwargs |= {key: entry[key] for key in ("when", "share") if key in entry}
    severity = Severity(entry["severity"])
    return Rule(entry["rule_id"], model.TABLE, entry["column"], ROWS_HOLD, kwargs, severity, entry["reason"])


def suite(table: str) -> list[Rule]:
    """All rules of a table, by id."""
    model = TABLES[table]
    return sorted([*schema_rules(model), *row_rules(model)], key=lambda rule: rule.rule_id)


def suite_json(table: str, rules: Sequence[Rule]) -> str:
    """A suite in canonical form: no random ids, sorted by rule, fit for review in a diff."""
    content = {"name": table, "expectations": [rule.as_json() for rule in rules]}
    return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
