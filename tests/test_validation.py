"""Checks on a release: what is sound passes, and each injury is named by table, check, column and ids."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from releases import failures, rewrite

from newsledger.build.publish.stage import stage
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.vocabularies import Severity
from newsledger.validation.expectations import Outcome, _result, exception_of, is_errored
from newsledger.validation.report import CheckResult, Report, make_report
from newsledger.validation.rules import suite
from newsledger.validation.run import validate_release
from newsledger.validation.tables import read_tables
from newsledger.validation.terminal import render

Row = dict[str, Any]


@pytest.fixture(scope="module")
def sound(finished: Path, texts: dict[str, str]) -> Report:
    return validate_release(finished, texts)


def test_a_sound_release_passes_every_check(sound: Report) -> None:
    assert [result.message for result in sound.results if not result.success] == []
    assert sound.gate_passed and not sound.errored and sound.exit_code == 0
    assert render(sound).endswith("Passed.\n")


def test_the_same_release_gives_the_same_results_to_the_byte(
    sound: Report, finished: Path, texts: dict[str, str]
) -> None:
    assert validate_release(finished, texts).canonical_json() == sound.canonical_json()


def test_results_are_one_per_rule_and_table(sound: Report) -> None:
    keys = [(result.rule_id, result.table) for result in sound.results]
    assert len(keys) == len(set(keys))
    rows = sound.quality_results()
    assert [(row.rule_id, row.table) for row in rows] == sorted(keys)


def test_results_name_no_clock_no_run_and_no_random_id(sound: Report) -> None:
    text = sound.canonical_json()
    for word in ("run_id", "run_time", "batch_id", "validation_time", "checkpoint", str(Path.home())):
        assert word not in text


@pytest.fixture(scope="module")
def injured(
    built: Built, config: DatasetConfig, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Report, dict[str, str]]:
    """One staged release with many broken rows, checked once."""
    folder = tmp_path_factory.mktemp("injured")
    stage(built, config, folder)
    ids = {}

    def casualties(rows: list[Row]) -> None:
        by_outcome = {row["outcome"]: row for row in rows}
        killed, injured = by_outcome["killed"], by_outcome["injured"]
        ids["killed"], ids["injured"] = killed["casualty_id"], injured["casualty_id"]
        killed |= {"event_id": "f" * 64, "count_max": 3, "date_end": None, "latitude": 1.5, "confidence": "certain"}
        injured |= {"modality": "asserted", "evidence_end": 10**6, "block_type": "boilerplate", "count": -1}

    def evacuations(rows: list[Row]) -> None:
        movement = next(row for row in rows if row["record_kind"] == "movement")
        ids["movement"] = movement["evacuation_id"]
        movement |= {"strength": "order", "country_iso3": "Lumo", "article_id": "0" * 64}

    def statements(rows: list[Row]) -> list[Row]:
        ids["statement"] = rows[0]["statement_id"]
        rows[0]["speaker"] = rows[0]["speaker_text"] = None
        rows[1] = {**rows[1], "statement_id": rows[0]["statement_id"], "cue_start": 5, "cue_end": 5}
        return rows

    for edit in (casualties, evacuations, statements):
        rewrite(folder, edit.__name__, edit)
    return validate_release(folder, texts), ids


@pytest.mark.parametrize(
    ("table", "rule", "column", "row"),
    [
        ("casualties", "event_id.refers", "event_id", "killed"),
        ("casualties", "count.within_bounds", "count", "killed"),
        ("casualties", "count.bounds_ordered", "count_min", "killed"),
        ("casualties", "quantifier.at_least", "quantifier", "killed"),
        ("casualties", "date.both_ends", "date_end", "killed"),
        ("casualties", "place.coordinates_together", "latitude", "killed"),
        ("casualties", "confidence.in_vocabulary", "confidence", "killed"),
        ("casualties", "count.in_bounds", "count", "injured"),
        ("casualties", "evidence.within_article", "evidence_end", "injured"),
        ("casualties", "sentence.encloses_evidence", "sentence_start", "injured"),
        ("casualties", "evidence.rehashes", "evidence_sha256", "injured"),
        ("casualties", "block.not_boilerplate", "block_type", "injured"),
        ("evacuations", "strength.directives_only", "strength", "movement"),
        ("evacuations", "country_iso3.has_form", "country_iso3", "movement"),
        ("evacuations", "article_id.refers", "article_id", "movement"),
        ("statements", "key.unique", "statement_id", "statement"),
        ("statements", "cue.span_ordered", "cue_start", "statement"),
    ],
)
def test_a_broken_row_is_named_by_table_check_column_and_id(
    injured: tuple[Report, dict[str, str]], table: str, rule: str, column: str, row: str
) -> None:
    report, ids = injured
    result = failures(list(report.results))[table, rule]
    assert result.column == column and result.n_failed >= 1 and ids[row] in result.example_ids
    for words in (table, rule, column, ids[row]):
        assert words in result.message
    assert result.message in render(report)


def test_checks_go_on_after_the_first_failure_and_close_the_gate(injured: tuple[Report, dict[str, str]]) -> None:
    report, ids = injured
    assert len(report.failures) >= 17 and not report.gate_passed and report.exit_code == 3
    assert not report.errored
    lines = [json.loads(line) for line in report.quarantine().splitlines()]
    assert {"table", "id", "rule_id", "column", "severity", "reason"} == set(lines[0])
    assert any(line["id"] == ids["killed"] and line["rule_id"] == "event_id.refers" for line in lines)


def result_of(severity: Severity, success: bool = False, errored: bool = False) -> CheckResult:
    return CheckResult("a.rule", "casualties", "count", severity, success, 4, int(not success), "Why.", errored=errored)


def test_warnings_leave_the_gate_open_and_critical_failures_close_it() -> None:
    warned = make_report([result_of(Severity.WARNING), result_of(Severity.INFO)], {}, {})
    assert warned.gate_passed and warned.exit_code == 0 and "Passed, with 2 warnings" in render(warned)
    assert not make_report([result_of(Severity.CRITICAL)], {}, {}).gate_passed


def test_a_crashed_check_is_an_error_not_a_failure_of_the_data() -> None:
    report = make_report([result_of(Severity.CRITICAL, errored=True)], {}, {})
    assert report.errored and report.gate_passed and report.exit_code == 1
    assert "could not run" in render(report)


def test_a_crash_inside_great_expectations_is_told_from_a_failure(finished: Path) -> None:
    tables = read_tables(finished)
    rule = next(rule for rule in suite("casualties") if rule.rule_id == "count.in_bounds")
    crashed = _result(rule, tables, Outcome(False, 0, (), "no such column"), None)
    assert crashed.errored and not crashed.success and crashed.n_failed == 0
    nested = {"MetricConfigurationID(metric_name='x')": {"raised_exception": True, "exception_message": "tz"}}
    assert exception_of(nested) == "tz" and is_errored(False, {}, nested)
    assert not is_errored(False, {"unexpected_count": 2}, {"raised_exception": False})


def test_a_share_rule_holds_when_enough_rows_keep_it(finished: Path) -> None:
    from newsledger.validation.rows import Evaluated

    tables = read_tables(finished)
    rule = next(rule for rule in suite("statements") if rule.rule_id == "speaker.known")
    found = Outcome(False, 2, (1,), None)
    assert not _result(rule, tables, found, Evaluated(2, frozenset({1}))).success
    assert _result(rule, tables, found, Evaluated(10, frozenset({1}))).success


def test_great_expectations_sees_scalar_columns_only() -> None:
    for table in TABLES:
        for rule in suite(table):
            assert rule.kwargs.get("column") not in (
                "mentions",
                "also",
                "merged_ids",
                "edits",
                "example_ids",
                "members",
            )


def test_every_rule_has_an_id_of_its_own_a_severity_and_a_reason() -> None:
    for table in TABLES:
        rules = suite(table)
        assert len({rule.rule_id for rule in rules}) == len(rules)
        assert all(rule.reason.endswith(".") and isinstance(rule.severity, Severity) for rule in rules)


def test_every_closed_vocabulary_key_and_foreign_key_of_the_schema_has_its_rule() -> None:
    ids = {rule.rule_id for rule in suite("casualties")}
    assert {"outcome.in_vocabulary", "key.unique", "event_id.refers", "article_id.refers", "rows.present"} <= ids


def test_importing_the_checks_leaves_great_expectations_unloaded() -> None:
    code = (
        "import newsledger.validation.run, newsledger.build.publish.finish, newsledger.build.publish.load, sys;"
        "print([m for m in ('great_expectations', 'datasets', 'mlcroissant') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-P", "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
