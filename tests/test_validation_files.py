"""Checks of a release's files and of the promises of its dataset.yml: each injury is named."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from releases import failures, rewrite

from newsledger.build.publish.stage import stage
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.vocabularies import Severity
from newsledger.validation.promises import check_promises
from newsledger.validation.proposal import proposal_yaml, propose_assertions
from newsledger.validation.release_files import check_files
from newsledger.validation.report import CheckResult, outcome
from newsledger.validation.tables import parquet_path, read_tables

Row = dict[str, Any]


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
    rewrite(copy, "casualties", lambda rows: rows[::-1])
    found = files_found(copy)
    assert ("casualties", "file.checksum") in found and ("casualties", "manifest.content") not in found


def test_a_changed_value_changes_the_content(copy: Path) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["victim_text"] = "others"

    rewrite(copy, "casualties", edit)
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
