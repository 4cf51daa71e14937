"""Run every check on a release folder and report; never stops at the first failure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from newsledger.schema.problem import PublisherError
from newsledger.validation import expectations
from newsledger.validation.evidence import check_evidence
from newsledger.validation.nested import check_nested
from newsledger.validation.promises import check_promises
from newsledger.validation.release_files import check_files
from newsledger.validation.report import Report, make_report
from newsledger.validation.rules import suite, suite_json
from newsledger.validation.tables import read_tables


def validate_release(folder: Path, articles: Mapping[str, str] | None = None) -> Report:
    """Check a staged or finished release; with the articles' texts by id, re-derive every evidence span.

    Raises:
        PublisherError: there is no release in the folder.
    """
    if not (folder / "data").is_dir():
        raise PublisherError(f"{folder}: holds no release (no data/ folder); name the folder of one dataset.")
    tables = read_tables(folder)
    results = [
        *tables.results,
        *expectations.run(folder, tables),
        *check_nested(tables),
        *check_evidence(tables, articles),
        *check_promises(folder, tables),
        *check_files(folder, tables),
    ]
    rows = {name: table.num_rows for name, table in tables.arrow.items()}
    suites = sorted({*tables.arrow, "quality_results"})
    return make_report(results, rows, {name: suite_json(name, suite(name)) for name in suites})
