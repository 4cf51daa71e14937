"""The report as a person reads it in a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.schema.vocabularies import Severity
from newsledger.validation.report import CheckResult, Report

COLUMNS = ("table", "rows", "checks", "passed", "warnings", "failed", "crashed")


def render(report: Report) -> str:
    """A table of checks by table, then one line for each rule that did not hold, then the verdict."""
    names = sorted({result.table for result in report.results})
    lines = [COLUMNS, *(_line(report, name) for name in names)]
    widths = [max(len(line[index]) for line in lines) for index in range(len(COLUMNS))]
    text = [_aligned(line, widths) for line in lines]
    text.insert(1, "-" * (sum(widths) + 2 * (len(widths) - 1)))
    return "\n".join([*text, *_problems(report), _verdict(report)]) + "\n"


def _line(report: Report, table: str) -> tuple[str, ...]:
    own = [result for result in report.results if result.table == table]
    failed = [result for result in own if not result.success and not result.errored]
    critical = sum(result.severity is Severity.CRITICAL for result in failed)
    numbers = (len(own), sum(result.success for result in own), len(failed) - critical, critical)
    crashed = sum(result.errored for result in own)
    rows = str(report.rows[table]) if table in report.rows else ""
    return (table, rows, *(str(number) for number in numbers), str(crashed))


def _aligned(line: tuple[str, ...], widths: list[int]) -> str:
    first, *rest = (
        cell.ljust(width) if index == 0 else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(line, widths, strict=True))
    )
    return "  ".join([first, *rest]).rstrip()


def _problems(report: Report) -> Iterator[str]:
    wrong = [*report.crashed, *sorted(report.failures, key=_gravity)]
    for result in wrong:
        label = "crashed" if result.errored else str(result.severity)
        yield f"{label}: {result.message}"


def _gravity(result: CheckResult) -> tuple[int, str, str]:
    return (list(Severity).index(result.severity), result.table, result.rule_id)


def _verdict(report: Report) -> str:
    if not report.gate_passed:
        return "Failed: critical checks do not hold."
    if report.errored:
        return "Incomplete: a check could not run."
    warnings = len(report.failures)
    return "Passed." if not warnings else f"Passed, with {warnings} warning{'s' if warnings > 1 else ''}."
