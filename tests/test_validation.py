"""Checks on a release: what is sound passes, and each injury is named by table, check, column and ids."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsledger.build.publish.stage import stage
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import Severity
from newsledger.validation.evidence import check_evidence
from newsledger.validation.expectations import Outcome, _result, exception_of, is_errored
from newsledger.validation.nested import check_nested
from newsledger.validation.promises import check_promises
from newsledger.validation.proposal import proposal_yaml, propose_assertions
from newsledger.validation.release_files import check_files
from newsledger.validation.report import CheckResult, Report, make_report, outcome
from newsledger.validation.rules import suite
from newsledger.validation.run import validate_release
from newsledger.validation.tables import parquet_path, read_tables, schema_differences
from newsledger.validation.terminal import render

Row = dict[str, Any]


def change(folder: Path, table: str, edit: Callable[[list[Row]], list[Row] | None]) -> None:
    """Rewrite a table's file with some of its rows changed."""
    path = folder / parquet_path(table)
    rows = pq.read_table(path)
    listed = rows.to_pylist()
    pq.write_table(pa.Table.from_pylist(edit(listed) or listed, schema=rows.schema), path)


def failures(results: list[CheckResult]) -> dict[tuple[str, str], CheckResult]:
    """The failed checks by table and rule."""
    return {(result.table, result.rule_id): result for result in results if not result.success}


@pytest.fixture
def staged(built: Built, config: DatasetConfig, tmp_path: Path) -> Path:
    folder = tmp_path / "staged"
    stage(built, config, folder)
    return folder


@pytest.fixture
def copy(finished: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(finished, tmp_path / "release"))


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
        change(folder, edit.__name__, edit)
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


# The schema, reading, nested columns


def rewrite(folder: Path, table: str, make: Callable[[pa.Table], pa.Table]) -> None:
    path = folder / parquet_path(table)
    pq.write_table(make(pq.read_table(path)), path)


@pytest.mark.parametrize(
    ("make", "column", "words"),
    [
        (lambda rows: rows.drop_columns(["victim_text"]), "victim_text", "victim_text: missing"),
        (lambda rows: rows.append_column("extra", pa.array([1, 2])), "extra", "extra: not in the contract"),
        (
            lambda rows: rows.set_column(rows.column_names.index("count"), "count", rows["count"].cast(pa.float64())),
            "count",
            "count: is double, should be int64",
        ),
        (lambda rows: rows.select(sorted(rows.column_names)), "also", "also: out of order"),
    ],
)
def test_a_departure_from_the_contract_is_named(
    staged: Path, make: Callable[[pa.Table], pa.Table], column: str, words: str
) -> None:
    rewrite(staged, "casualties", make)
    result = failures(read_tables(staged).results)["casualties", "schema.as_contract"]
    assert words in result.message and result.column == column
    assert result.severity is Severity.CRITICAL


def test_a_missing_column_fails_the_gate_without_crashing_other_checks(staged: Path) -> None:
    rewrite(staged, "casualties", lambda rows: rows.drop_columns(["quantifier"]))
    report = validate_release(staged)
    assert not report.gate_passed and not report.errored
    assert [result.rule_id for result in report.failures] == ["schema.as_contract"]


def test_two_equal_schemas_have_no_differences() -> None:
    schema = pa.schema([("a", pa.int32()), ("b", pa.list_(pa.string()))])
    assert schema_differences(schema, schema) == []


@pytest.mark.parametrize("damage", [b"", b"not parquet at all", None])
def test_a_file_that_cannot_be_read_is_a_failed_check(staged: Path, damage: bytes | None) -> None:
    path = staged / parquet_path("statements")
    raw = bytearray(path.read_bytes())
    raw[40] ^= 0xFF
    path.write_bytes(bytes(raw) if damage is None else damage)
    tables = read_tables(staged)
    result = failures(tables.results)["statements", "file.readable"]
    assert "data/statements/train-00000-of-00001.parquet" in result.message and "statements" not in tables.arrow


def test_without_its_articles_a_release_fails(staged: Path) -> None:
    (staged / parquet_path("articles")).unlink()
    assert ("articles", "table.present") in failures(read_tables(staged).results)


def test_a_folder_without_data_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match="holds no release"):
        validate_release(tmp_path)


@pytest.mark.parametrize(
    ("member", "value", "rule"),
    [
        ("article_id", "0" * 64, "mentions.article_id.refers"),
        ("block_type", "footer", "mentions.block_type.in_vocabulary"),
        ("start", -5, "mentions.start.in_bounds"),
        ("end", 0, "mentions.start.ordered"),
        ("sentence_end", 1, "mentions.in_sentence"),
        ("rule_id", None, "mentions.rule_id.not_null"),
    ],
)
def test_what_is_wrong_inside_a_nested_column_is_found(staged: Path, member: str, value: object, rule: str) -> None:
    ids = []

    def edit(rows: list[Row]) -> None:
        rows[0]["mentions"][0][member] = value
        ids.append(rows[0]["event_id"])

    change(staged, "events", edit)
    result = failures(check_nested(read_tables(staged)))["events", rule]
    assert result.column == "mentions" and result.example_ids == tuple(ids)


# Evidence


def shift(rows: list[Row]) -> None:
    rows[0]["evidence_start"] += 1


def test_a_span_moved_by_one_character_no_longer_hashes(staged: Path, texts: dict[str, str]) -> None:
    change(staged, "statements", shift)
    found = failures(check_evidence(read_tables(staged), texts))
    assert ("statements", "evidence.rehashes") in found


def test_a_changed_excerpt_is_found_without_the_articles(staged: Path) -> None:
    def edit(rows: list[Row]) -> None:
        for row in rows:
            row["evidence_text"] = (row["evidence_text"] or "x" * (row["evidence_end"] - row["evidence_start"])).upper()

    change(staged, "casualties", edit)
    assert ("casualties", "evidence_text.is_evidence") in failures(check_evidence(read_tables(staged), None))


def test_a_shortened_excerpt_is_compared_with_the_article(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        for row in rows:
            row["evidence_text"] = "other words"

    change(staged, "casualties", edit)
    assert failures(check_evidence(read_tables(staged), None)) == {}
    assert ("casualties", "evidence_text.is_evidence") in failures(check_evidence(read_tables(staged), texts))


def test_a_mention_that_points_elsewhere_no_longer_hashes(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["mentions"][0]["start"] += 2

    change(staged, "events", edit)
    assert ("events", "mentions.rehashes") in failures(check_evidence(read_tables(staged), texts))


def test_a_repeat_beyond_the_article_is_found(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["also"] = [{"start": 10**6, "end": 10**6 + 5}]

    change(staged, "casualties", edit)
    assert ("casualties", "also.has_words") in failures(check_evidence(read_tables(staged), texts))


def test_an_article_that_is_not_at_hand_warns_and_its_rows_go_unchecked(staged: Path, texts: dict[str, str]) -> None:
    first, *rest = sorted(texts)
    results = check_evidence(read_tables(staged), {key: texts[key] for key in rest})
    absent = failures(results)["articles", "articles.at_hand"]
    assert absent.severity is Severity.WARNING and absent.failed_ids == (first,)


def test_an_edited_article_is_found(staged: Path, texts: dict[str, str]) -> None:
    edited = {key: text + "\nEdited." for key, text in texts.items()}
    found = failures(check_evidence(read_tables(staged), edited))
    assert {("articles", "articles.rehashes"), ("articles", "articles.length")} <= set(found)


# Files and promises


def files_found(folder: Path) -> dict[tuple[str, str], CheckResult]:
    return failures(check_files(folder, read_tables(folder)))


def test_one_changed_byte_names_table_check_and_file(copy: Path) -> None:
    path = copy / parquet_path("casualties")
    raw = bytearray(path.read_bytes())
    raw[-20] ^= 1
    path.write_bytes(bytes(raw))
    message = files_found(copy)["casualties", "file.checksum"].message
    for words in ("casualties", "file.checksum", parquet_path("casualties"), "is changed"):
        assert words in message


def test_a_missing_shard_is_named(copy: Path) -> None:
    (copy / parquet_path("evacuations")).unlink()
    found = files_found(copy)
    assert "is missing" in found["evacuations", "file.checksum"].message
    assert ("evacuations", "manifest.rows") in found


def test_a_file_nobody_listed_is_named(copy: Path) -> None:
    (copy / "data" / "notes.txt").write_text("mine")
    assert files_found(copy)["release", "file.listed"].failed_ids == ("data/notes.txt",)


def test_an_edited_manifest_is_named(copy: Path) -> None:
    path = copy / "manifest.json"
    content = json.loads(path.read_text())
    content["tables"]["casualties"]["rows"] = 99
    path.write_text(json.dumps(content))
    found = files_found(copy)
    assert ("casualties", "manifest.rows") in found and ("release", "file.checksum") in found


def test_reordered_rows_change_the_file_but_not_the_content(copy: Path) -> None:
    change(copy, "casualties", lambda rows: rows[::-1])
    found = files_found(copy)
    assert ("casualties", "file.checksum") in found and ("casualties", "manifest.content") not in found


def test_a_changed_value_changes_the_content(copy: Path) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["victim_text"] = "others"

    change(copy, "casualties", edit)
    assert ("casualties", "manifest.content") in files_found(copy)


@pytest.mark.parametrize("name", ["SHA256SUMS", "manifest.json"])
def test_a_release_without_its_seals_fails(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert any(table == "release" for table, _ in files_found(copy))


def test_a_folder_still_being_built_has_no_files_to_check(staged: Path) -> None:
    assert check_files(staged, read_tables(staged)) == []


def promise(folder: Path, text: str) -> dict[tuple[str, str], CheckResult]:
    (folder / "dataset.yml").write_text(text, encoding="utf-8")
    return failures(check_promises(folder, read_tables(folder)))


def test_a_minimum_is_fatal_and_a_maximum_warns(staged: Path) -> None:
    found = promise(
        staged,
        "name: x\nassertions:\n  rows: {casualties: {min: 50, max: 60}, statements: {max: 1}, events: {min: 1}}\n"
        "  fill_rate: {casualties.victim_class: {min: 0.9}, casualties.place_name: {min: 0.9}}\n"
        "  countries: {events: {min: 3}}\n",
    )
    assert found["casualties", "assertion.rows.min"].severity is Severity.CRITICAL
    assert found["statements", "assertion.rows.max"].severity is Severity.WARNING
    assert "Found 2, less than 50" in found["casualties", "assertion.rows.min"].message
    assert set(found) == {
        ("casualties", "assertion.rows.min"),
        ("statements", "assertion.rows.max"),
        ("casualties", "assertion.fill_rate.place_name.min"),
        ("events", "assertion.countries.min"),
    }


def test_excerpts_under_the_policy_offsets_are_named(staged: Path) -> None:
    found = promise(staged, "name: x\nevidence: offsets\n")
    assert found["casualties", "evidence_text.withheld"].column == "evidence_text"


def test_a_dataset_file_that_cannot_be_read_fails(staged: Path) -> None:
    assert ("release", "dataset.readable") in promise(staged, "name: [")


def test_examples_are_the_first_three_ids_in_order() -> None:
    assert outcome("r", "t", "Why.", 9, ["d", "b", "a", "c"]).example_ids == ("a", "b", "c")


def test_assertions_proposed_from_a_release_hold_on_it(copy: Path) -> None:
    proposed = propose_assertions(copy)
    assert proposed.rows["casualties"].min == 1 and proposed.rows["casualties"].max == 3
    assert proposed.fill_rate["casualties.attributed_to"].min == 0.9
    assert "quality_results" not in proposed.rows
    assert promise(copy, "name: x\n" + proposal_yaml(proposed)) == {}


def test_assertions_proposed_from_a_release_fail_on_half_of_it(built: Built, config: DatasetConfig, copy: Path) -> None:
    stated = config.model_copy(update={"assertions": propose_assertions(copy)})
    empty = replace(built, tables=built.tables | {"statements": [], "casualties": []})
    shutil.rmtree(copy)
    stage(empty, stated, copy)
    found = failures(check_promises(copy, read_tables(copy)))
    assert {("casualties", "assertion.rows.min"), ("statements", "assertion.rows.min")} <= set(found)
