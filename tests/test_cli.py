"""The command line: what it writes, what it says, and its exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsledger.release
from newsledger import cli
from newsledger.schema import TABLES

REPORT = "KHARTOUM (Nile Wire) - Twelve people were killed on Monday when shells hit a market, police said.\n"


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str | Path
) -> tuple[int, str, str]:
    """Run a command in this process: exit code, stdout, stderr."""
    monkeypatch.setattr(sys, "argv", ["newsledger", *map(str, words)])
    with pytest.raises(SystemExit) as stop:
        cli.run()
    told = capsys.readouterr()
    return (stop.value.code if isinstance(stop.value.code, int) else 0), told.out, told.err


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(REPORT, encoding="utf-8")
    line = {"source_name": "one.txt", "published_date": "2023-05-16", "publisher": "Nile Wire"}
    (folder / "articles.jsonl").write_text(json.dumps(line), encoding="utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_help_answers_without_heavy_imports() -> None:
    heavy = "great_expectations", "datasets", "pyarrow", "pandas", "pydantic"
    code = f"import sys, newsledger.cli; print([name for name in {heavy!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout.strip() == "[]"


@pytest.mark.parametrize(
    "command", [None, "build", "validate", "schema", "init", "explain", "evaluate", "estimate", "crosswalk"]
)
def test_every_command_has_help(
    command: str | None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, _ = run(capsys, monkeypatch, *([command] if command else []), "--help")
    assert code == 0
    assert command is None or "Example:" in out


def test_a_build_says_what_it_found_and_how_to_load_it(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out")
    assert (code, err) == (0, "")
    assert "load_dataset(" in out
    assert (tmp_path / "out" / "reports" / "SHA256SUMS").is_file()


def test_a_bad_article_among_good_ones_is_skipped_and_the_code_says_so(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "bad.txt").write_bytes(b"caf\xe9")
    (reports / "copy.txt").write_text(REPORT, encoding="utf-8")
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out")
    assert code == 4
    assert "skipped bad.txt: not UTF-8 at byte 3" in err
    assert "left out one.txt: same content as copy.txt" in err
    manifest = json.loads((tmp_path / "out" / "reports" / "manifest.json").read_text())
    assert "bad.txt" in json.dumps(manifest["skipped_articles"])


def test_strict_makes_a_bad_article_fatal_and_writes_nothing(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (reports / "bad.txt").write_bytes(b"caf\xe9")
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out", "--strict")
    assert code == 1
    assert "bad.txt: not UTF-8 at byte 3" in err
    assert not (tmp_path / "out").exists()


def test_building_twice_gives_the_same_bytes_whatever_the_hash_seed(reports: Path, tmp_path: Path) -> None:
    found = []
    for seed in ("1", "2"):
        out = tmp_path / seed
        command = [sys.executable, "-m", "newsledger", "build", str(reports), "--out", str(out)]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        found.append(content(out))
    assert found[0] == found[1]


def test_a_folder_with_someone_elses_files_is_left_alone(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "out" / "reports" / "thesis.docx"
    mine.parent.mkdir(parents=True)
    mine.write_text("years of work")
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out")
    assert code == 1
    assert "thesis.docx" in err
    assert content(tmp_path / "out") == {"reports/thesis.docx": b"years of work"}


def test_an_unwritable_output_is_one_sentence(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out").write_text("a file, not a folder")
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out")
    assert code == 1
    assert err.count("\n") == 1
    assert "--out" in err


@pytest.mark.parametrize("trouble", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_an_interruption_or_a_full_disk_leaves_the_earlier_release_whole(
    trouble: BaseException,
    reports: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "out"
    assert run(capsys, monkeypatch, "build", reports, "--out", out)[0] == 0
    before = content(out)

    def fail(*_: object) -> None:
        raise trouble

    monkeypatch.setattr(newsledger.release, "_publish", fail)
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", out)
    assert code == (130 if isinstance(trouble, KeyboardInterrupt) else 1)
    assert err.startswith("newsledger: ") or str(out) in err
    assert content(out) == before


def test_a_failed_gate_publishes_nothing_and_keeps_the_earlier_release(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert run(capsys, monkeypatch, "build", reports, "--out", out)[0] == 0
    before = content(out)
    promise = "name: reports\nassertions:\n  rows:\n    casualties: {min: 1000}\n"
    (reports / "dataset.yml").write_text(promise, encoding="utf-8")
    code, _, err = run(capsys, monkeypatch, "build", reports, "--out", out)
    assert code == 3
    assert "casualties" in err
    assert content(out) == before


def test_schema_prints_every_table_and_refuses_an_unknown_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = run(capsys, monkeypatch, "schema")[1]
    assert all(f"## {table}\n" in out for table in TABLES)
    printed = json.loads(run(capsys, monkeypatch, "schema", "casualties", "--json")[1])
    assert set(printed["properties"]) == set(TABLES["casualties"].model_fields)
    assert run(capsys, monkeypatch, "schema", "wars")[0] == 2


def test_explain_shows_the_claim_in_its_sentence(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet as pq

    run(capsys, monkeypatch, "build", reports, "--out", tmp_path / "out")
    row = pq.read_table(tmp_path / "out" / "reports" / "data" / "casualties").to_pylist()[0]
    words = ("explain", row["casualty_id"][:10], "--release", tmp_path / "out" / "reports", "--articles", reports)
    code, out, _ = run(capsys, monkeypatch, *words)
    assert code == 0
    assert "Twelve people were killed" in out.replace("\x1b[33m\x1b[1m", "")
    assert row["rule_id"] in out
    assert "police" in out
    assert "2023-05-15" in out
    told = json.loads(run(capsys, monkeypatch, *words, "--json")[1])
    assert told["sentence"]["evidence"] in REPORT
    assert run(capsys, monkeypatch, "explain", "ffffffff", "--release", tmp_path / "out" / "reports")[0] == 1
