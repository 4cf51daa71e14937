"""What the checks found: one result per rule and table, and what follows for publication."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from newsledger.schema.quality_results import QualityResult
from newsledger.schema.vocabularies import Severity

EXAMPLES = 3
RELEASE = "release"


@dataclass(frozen=True)
class CheckResult:
    """One rule on one table; `errored` means the check itself could not run, which is not a failure of the data."""

    rule_id: str
    table: str
    column: str | None
    severity: Severity
    success: bool
    n_checked: int
    n_failed: int
    reason: str
    failed_ids: tuple[str, ...] = ()
    detail: str = ""
    errored: bool = False

    @property
    def example_ids(self) -> tuple[str, ...]:
        """The first few ids that broke the rule."""
        return self.failed_ids[:EXAMPLES]

    @property
    def message(self) -> str:
        """One sentence that names table, check, column, how many and which; empty when the rule held."""
        if self.success:
            return ""
        where = f"{self.table}: check {self.rule_id}" + (f", column {self.column}" if self.column else "")
        if self.errored:
            return f"{where}: the check could not run: {self.detail}"
        named = all(name in self.detail for name in self.example_ids)
        ids = "" if named else f" First: {', '.join(self.example_ids)}."
        detail = f" {self.detail}" if self.detail else ""
        return f"{where}: {self.n_failed} of {self.n_checked} fail ({self.severity}). {self.reason}{detail}{ids}"

    def as_json(self) -> dict[str, Any]:
        """The result as it stands in results.json."""
        return {
            "rule_id": self.rule_id,
            "table": self.table,
            "column": self.column,
            "severity": str(self.severity),
            "success": self.success,
            "errored": self.errored,
            "n_checked": self.n_checked,
            "n_failed": self.n_failed,
            "example_ids": list(self.example_ids),
            "reason": self.reason,
            "message": self.message,
        }


def outcome(
    rule_id: str,
    table: str,
    reason: str,
    n_checked: int,
    failed: Iterable[str],
    column: str | None = None,
    severity: Severity = Severity.CRITICAL,
    detail: str = "",
) -> CheckResult:
    """The result of a check that looked at `n_checked` things and found `failed` wrong."""
    ids = tuple(sorted(failed))
    return CheckResult(rule_id, table, column, severity, not ids, n_checked, len(ids), reason, ids, detail)


@dataclass(frozen=True)
class Report:
    """All results, sorted by table and rule; the suites that were run; rows per table."""

    results: tuple[CheckResult, ...]
    rows: Mapping[str, int] = field(default_factory=dict)
    expectations: Mapping[str, str] = field(default_factory=dict)

    @property
    def failures(self) -> tuple[CheckResult, ...]:
        """Rules that ran and did not hold."""
        return tuple(result for result in self.results if not result.success and not result.errored)

    @property
    def crashed(self) -> tuple[CheckResult, ...]:
        """Checks that could not run."""
        return tuple(result for result in self.results if result.errored)

    @property
    def errored(self) -> bool:
        """Whether any check could not run."""
        return bool(self.crashed)

    @property
    def gate_passed(self) -> bool:
        """False only when a critical rule failed; warnings never close the gate."""
        return not any(result.severity is Severity.CRITICAL for result in self.failures)

    @property
    def exit_code(self) -> int:
        """0 fit for publication; 3 a critical rule failed; 1 a check crashed."""
        return 3 if not self.gate_passed else 1 if self.errored else 0

    def quality_results(self) -> list[QualityResult]:
        """The rows of table `quality_results`."""
        return [
            QualityResult(
                rule_id=result.rule_id,
                table=result.table,
                column=result.column,
                severity=result.severity,
                success=result.success,
                n_checked=result.n_checked,
                n_failed=result.n_failed,
                example_ids=list(result.example_ids),
            )
            for result in sorted(self.results, key=lambda result: (result.rule_id, result.table))
        ]

    def canonical_json(self) -> str:
        """Canonical results.json: sorted, without clocks and run ids, the same bytes for the same data."""
        content = {
            "gate_passed": self.gate_passed,
            "errored": self.errored,
            "rows": dict(sorted(self.rows.items())),
            "summary": {
                "checks": len(self.results),
                "passed": sum(result.success for result in self.results),
                "errored": len(self.crashed),
                "failed": {
                    str(severity): sum(result.severity is severity for result in self.failures) for severity in Severity
                },
            },
            "results": [result.as_json() for result in self.results],
        }
        return json.dumps(content, indent=1, sort_keys=True, ensure_ascii=False) + "\n"

    def quarantine(self) -> str:
        """JSON Lines: each row that broke a rule, with the rule, its severity and its reason."""
        lines = [
            json.dumps(
                {
                    "table": result.table,
                    "id": row,
                    "rule_id": result.rule_id,
                    "column": result.column,
                    "severity": str(result.severity),
                    "reason": result.reason,
                },
                sort_keys=True,
                ensure_ascii=False,
            )
            for result in self.failures
            for row in result.failed_ids
        ]
        return "".join(line + "\n" for line in lines)


def make_report(results: Sequence[CheckResult], rows: Mapping[str, int], expectations: Mapping[str, str]) -> Report:
    """Sort the results of all checks into one report."""
    ordered = sorted(results, key=lambda result: (result.table, result.rule_id))
    return Report(tuple(ordered), dict(rows), dict(expectations))
