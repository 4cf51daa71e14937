"""Run every check on a release folder and report; never stops at the first failure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsledger.schema.problem import PublisherError
from newsledger.validation import expectations
from newsledger.validation.corrections import check_corrections
from newsledger.validation.evidence import check_evidence
from newsledger.validation.history import check_history
from newsledger.validation.nested import check_nested
from newsledger.validation.order import check_order
from newsledger.validation.promises import check_promises
from newsledger.validation.release_files import check_files
from newsledger.validation.report import CheckResult, Report, make_report
from newsledger.validation.rules import suite, suite_json
from newsledger.validation.tables import Tables, read_tables


@dataclass(frozen=True)
class Checked:
    """All results of one run: those on the data, which a staged release gives alike, and those on a finished folder."""

    data: tuple[CheckResult, ...]
    folder: tuple[CheckResult, ...]
    tables: Tables

    def report(self, more: Sequence[CheckResult] = ()) -> Report:
        """Everything in one report, with the results of further checks."""
        rows = {name: table.num_rows for name, table in self.tables.arrow.items()}
        suites = sorted({*self.tables.arrow, "quality_results"})
        expectations = {name: suite_json(name, suite(name)) for name in suites}
        return make_report([*self.data, *self.folder, *more], rows, expectations)


def check_release(folder: Path, articles: Mapping[str, str] | None = None) -> Checked:
    """Check a staged or finished release; with the articles' texts by id, re-derive every evidence span.

    Raises:
        PublisherError: there is no release in the folder.
    """
    if not (folder / "data").is_dir():
        raise PublisherError(f"{folder}: holds no release (no data/ folder); name the folder of one dataset.")
    tables = read_tables(folder)
    data = (
        *tables.results,
        *expectations.run(folder, tables),
        *check_nested(tables),
        *check_order(tables),
        *check_history(tables),
        *check_corrections(folder, tables),
        *check_evidence(tables, articles),
        *check_promises(folder, tables),
    )
    return Checked(data, tuple(check_files(folder, tables)), tables)


def validate_release(folder: Path, articles: Mapping[str, str] | None = None) -> Report:
    """The report of `check_release`."""
    return check_release(folder, articles).report()
