"""The commands for whole releases: what they say and their exit codes."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from releases import release, rows_of

from newsledger import cli
from newsledger.schema.built import Built
from newsledger.schema.dataset import Assertions, DatasetConfig
from newsledger.validation import expectations

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in this process, Great Expectations left out: exit code, stdout, stderr."""
    monkeypatch.setattr(expectations, "run", lambda *_: [])

    def command(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["newsledger", *map(str, words)])
        with pytest.raises(SystemExit) as stop:
            cli.run()
        told = capsys.readouterr()
        return (stop.value.code if isinstance(stop.value.code, int) else 0), told.out, told.err

    return command


@pytest.mark.parametrize("command", ["verify", "diff", "rehydrate", "propose"])
def test_every_command_has_help_with_an_example(command: str, run: Run) -> None:
    code, out, _ = run(command, "--help")
    assert code == 0 and f"Example: newsledger {command}" in " ".join(out.split())


def test_diff_counts_lists_and_prints_json(run: Run, built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    one = release(built, config, tmp_path / "1")
    less = replace(built, tables={**built.tables, "statements": built.tables["statements"][:1]})
    two = release(less, config.model_copy(update={"version": "2"}), tmp_path / "2")
    code, out, _ = run("diff", one, two, "--changes")
    assert code == 0 and "- statements " in out
    assert json.loads(run("diff", one, two, "--json")[1])["tables"]["statements"]["deleted"] == 1
    code, _, err = run("diff", one, tmp_path)
    assert code == 1 and err.count("\n") == 1 and "manifest.json" in err


def test_verify_fails_on_an_injury_and_names_it(run: Run, built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    folder = release(built, config, tmp_path / config.name)
    (folder / "LICENSE").write_text("mine")
    code, out, _ = run("verify", folder)
    assert code == 3 and "LICENSE is changed" in out and "Not verified" in out
    told = json.loads(run("verify", folder, "--json")[1])
    assert not told["verified"] and "file.checksum" in {injury["rule_id"] for injury in told["injuries"]}
    assert run("verify", tmp_path / "nowhere")[0] == 1


def test_rehydrate_fills_a_copy_and_refuses_another_text(
    run: Run, built: Built, config: DatasetConfig, own: Path, tmp_path: Path
) -> None:
    folder = release(built, config, tmp_path / config.name)
    code, out, _ = run("rehydrate", folder, "--articles", own, "--out", tmp_path / "private")
    assert code == 0 and "keep it private" in out
    assert all(row["evidence_text"] for row in rows_of(tmp_path / "private", "evacuations"))
    (own / "lumo.txt").write_text("Another text.\n")
    code, _, err = run("rehydrate", folder, "--articles", own, "--out", tmp_path / "again")
    assert code == 1 and "lumo.txt" in err and not (tmp_path / "again").exists()


def test_propose_prints_assertions_that_dataset_yml_takes(
    run: Run, built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    code, out, _ = run("propose", release(built, config, tmp_path / "1"))
    assert code == 0 and "      min: 1\n" in out
    assert Assertions.model_validate(yaml.safe_load(out)["assertions"]).rows["casualties"].max == 3
    assert run("propose", tmp_path)[0] == 1


def test_a_build_lists_corrections_that_met_no_row(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text("Twelve people were killed in Basra on 2 June 2019, police said.\n")
    line = {"table": "casualties", "id": "0" * 64, "accept": True}
    (reports / "corrections.jsonl").write_text(json.dumps(line) + "\n")
    code, _, err = run("build", reports, "--out", tmp_path / "out")
    assert code == 0 and "corrections.jsonl line 1: no row of casualties has the id" in err
    assert (tmp_path / "out" / "reports" / "corrections.jsonl").is_file()
    (reports / "corrections.jsonl").write_text(json.dumps(line | {"accept": False}) + "\n")
    code, _, err = run("build", reports, "--out", tmp_path / "out")
    assert code == 1 and "corrections.jsonl line 1: give either" in err


def test_a_build_after_another_says_what_changed(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text("Twelve people were killed in Basra on 2 June 2019, police said.\n")
    (reports / "dataset.yml").write_text("name: reports\nversion: 1\n")
    assert run("build", reports, "--out", tmp_path / "one")[0] == 0
    before = tmp_path / "one" / "reports"
    code, _, err = run("build", reports, "--out", tmp_path / "two", "--previous", before)
    assert code == 1 and "raise `version` in dataset.yml" in err
    (reports / "dataset.yml").write_text("name: reports\nversion: 2\n")
    (reports / "two.txt").write_text("Nine people were injured in Mosul on 3 June 2019, doctors said.\n")
    assert run("build", reports, "--out", tmp_path / "two", "--previous", before)[0] == 0
    assert {row["reason"] for row in rows_of(tmp_path / "two" / "reports", "changes")} == {"article added"}
