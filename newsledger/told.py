"""What the commands say: results to stdout, remarks to stderr, and the exit code."""

from __future__ import annotations

import json

import typer

from newsledger.release import Outcome
from newsledger.validation.report import Report
from newsledger.validation.terminal import render

WITH_SKIPS = 4
DATA_TABLES = ("events", "casualties", "statements", "evacuations")


def tell_outcome(outcome: Outcome, as_json: bool) -> int:
    """Say what a build came to; returns the exit code of contract.md."""
    built = outcome.built
    for warning in outcome.warnings:
        typer.echo(f"warning: {warning}", err=True)
    for skip in built.skipped_articles:
        typer.echo(f"skipped {skip.source_name}: {skip.reason}.", err=True)
    for same in built.same_content:
        typer.echo(f"left out {same.source_name}: same content as {same.same_as}.", err=True)
    code = _code(outcome)
    if as_json:
        typer.echo(json.dumps(_as_dict(outcome, code), indent=2, ensure_ascii=False))
    elif outcome.folder is None:
        typer.echo(render(outcome.report), err=True)
        typer.echo("Not released: the checks above failed; an earlier release is untouched.", err=True)
    else:
        _tell_release(outcome)
    return code


def _code(outcome: Outcome) -> int:
    """The report's own code, unless articles were skipped."""
    return outcome.report.exit_code or (WITH_SKIPS if outcome.built.skipped_articles else 0)


def _as_dict(outcome: Outcome, code: int) -> dict[str, object]:
    return {
        "exit_code": code,
        "release": str(outcome.folder) if outcome.folder else None,
        "articles": len(outcome.built.articles),
        "rows": {table: len(outcome.built.tables[table]) for table in DATA_TABLES},
        "declined": len(outcome.built.skips),
        "skipped_articles": {skip.source_name: skip.reason for skip in outcome.built.skipped_articles},
        "same_content": {same.source_name: same.same_as for same in outcome.built.same_content},
        "failed_checks": [result.rule_id for result in outcome.report.results if not result.success],
    }


def _tell_release(outcome: Outcome) -> None:
    tables = outcome.built.tables
    count = len(outcome.built.articles)
    typer.echo(f"{outcome.folder}: {count} article{'' if count == 1 else 's'}, evidence re-checked in every row")
    for table in DATA_TABLES:
        typer.echo(f"  {table:<12} {len(tables[table]):>6}")
    warnings = [result for result in outcome.report.results if not result.success]
    typer.echo(f"  {len(outcome.report.results)} checks, {len(warnings)} warning{'' if len(warnings) == 1 else 's'}")
    for result in warnings:
        typer.echo(f"    {result.message}")
    first = next((table for table in DATA_TABLES[1:] if tables[table]), "articles")
    typer.echo("Load it with:")
    typer.echo(f"  from datasets import load_dataset; load_dataset({str(outcome.folder)!r}, {first!r})")


def tell_report(report: Report, as_json: bool) -> int:
    """Print the results of `validate`; returns the exit code."""
    typer.echo(report.canonical_json() if as_json else render(report), nl=False)
    return report.exit_code
