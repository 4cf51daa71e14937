"""Releases for tests: made from hand-made rows, rewritten in part, and sealed again as somebody who tampers would."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import yaml

from newsledger.build.publish.finish import finish
from newsledger.build.publish.history import write_history
from newsledger.build.publish.stage import stage
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.content import content_sha256
from newsledger.schema.dataset import DatasetConfig
from newsledger.validation.report import CheckResult, Report, make_report
from newsledger.validation.tables import parquet_path

Row = dict[str, Any]
SEALS = ("manifest.json", "SHA256SUMS")


def release(
    built: Built,
    config: DatasetConfig,
    folder: Path,
    previous: Path | None = None,
    check: Callable[[Path], Report] = lambda _: make_report([], {}, {}),
) -> Path:
    """Stage and finish a release; without `check` no check is run."""
    stage(built, config, folder)
    history = write_history(previous, built, config, folder) if previous is not None else None
    report = check(folder)
    rows, suites, quarantine = report.quality_results(), report.expectations, report.quarantine()
    finish(folder, built, config, report.canonical_json(), rows, suites, quarantine, history)
    return folder


def rows_of(folder: Path, table: str) -> list[Row]:
    """The rows of a table."""
    listed: list[Row] = pq.read_table(folder / parquet_path(table)).to_pylist()
    return listed


def rewrite(folder: Path, table: str, edit: Callable[[list[Row]], list[Row] | None]) -> None:
    """Write a table anew with some of its rows changed."""
    path = folder / parquet_path(table)
    rows = pq.read_table(path)
    listed = rows.to_pylist()
    edited = edit(listed)
    pq.write_table(pa.Table.from_pylist(listed if edited is None else edited, schema=rows.schema), path)


def edit_text(folder: Path, path: str, old: str, new: str) -> None:
    """Replace the first occurrence of some words in a file; they must be there."""
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text, (path, old)
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def edit_json(folder: Path, path: str, edit: Callable[[Any], None]) -> None:
    """Change a JSON file and write it as it was written."""
    content = json.loads((folder / path).read_text(encoding="utf-8"))
    edit(content)
    (folder / path).write_text(
        json.dumps(content, indent=1, ensure_ascii=False, sort_keys=path == "manifest.json" or "results" in path)
        + "\n",
        encoding="utf-8",
    )


def sha256(path: Path) -> str:
    """The hash of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def seal(folder: Path, content: bool = False) -> None:
    """Write the manifest's list of files and SHA256SUMS anew; with `content`, its rows and content hashes too."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    def entries(manifest: Any) -> None:
        manifest["files"] = [
            {"path": path, "bytes": (folder / path).stat().st_size, "sha256": sha256(folder / path)}
            for path in files
            if path not in SEALS
        ]
        for name, entry in manifest["tables"].items() if content else ():
            table = pq.read_table(folder / parquet_path(name))
            entry |= {"rows": table.num_rows, "content_sha256": content_sha256(table, TABLES[name].KEY)}

    if (folder / "manifest.json").is_file():
        edit_json(folder, "manifest.json", entries)
    lines = [f"{sha256(folder / path)}  {path}\n" for path in files if path != "SHA256SUMS"]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def tree(folder: Path) -> dict[str, str]:
    """Every file by its hash."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def front_matter(folder: Path) -> dict[str, Any]:
    """The head of the card."""
    _, head, _ = (folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    card: dict[str, Any] = yaml.safe_load(head)
    return card


def failures(results: list[CheckResult]) -> dict[tuple[str, str], CheckResult]:
    """The failed checks by table and rule."""
    return {(result.table, result.rule_id): result for result in results if not result.success}
