"""Injuries to a release, each with the rule that must find it and the words that must name it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
from releases import edit_json, edit_text, rewrite, rows_of

from newsledger.validation.tables import parquet_path

CASUALTIES, CHANGES = parquet_path("casualties"), parquet_path("changes")
Injury = Callable[[Path], object]


def table(name: str, edit: Callable[[list[dict[str, Any]]], list[dict[str, Any]] | None]) -> Injury:
    """An injury to the rows of a table."""
    return lambda folder: rewrite(folder, name, edit)


def text(path: str, old: str, new: str) -> Injury:
    """An injury to a text file."""
    return lambda folder: edit_text(folder, path, old, new)


def content(path: str, edit: Callable[[Any], object]) -> Injury:
    """An injury to a JSON file."""
    return lambda folder: edit_json(folder, path, edit)  # type: ignore[arg-type]


def changed_byte(folder: Path) -> None:
    raw = bytearray((folder / CASUALTIES).read_bytes())
    raw[60] ^= 1
    (folder / CASUALTIES).write_bytes(bytes(raw))


def swapped(folder: Path) -> None:
    rewrite(folder, "evacuations", lambda rows: [{**rows[0], "issuer": "The navy"}])


def first_row(**columns: Any) -> Callable[[list[dict[str, Any]]], None]:
    """An edit of the first row."""

    def edit(rows: list[dict[str, Any]]) -> None:
        rows[0].update(columns)

    return edit


def stale_version(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        row["last_version"] = "2018.1.0"


def result_left_out(folder: Path) -> None:
    edit_json(folder, "validation/results.json", lambda results: results["results"].pop(0))
    first = ("article_id.has_form", "articles")
    rewrite(folder, "quality_results", lambda rows: [x for x in rows if (x["rule_id"], x["table"]) != first])


def rejected_but_there(folder: Path) -> None:
    line = {"table": "casualties", "id": rows_of(folder, "casualties")[0]["casualty_id"], "reject": True}
    (folder / "corrections.jsonl").write_text(json.dumps(line))


QUARANTINED = json.dumps({"table": "casualties", "id": "q1", "rule_id": "count.in_bounds"}) + "\n"

UNSEALED: list[tuple[str, Injury, str, str]] = [
    ("a changed byte", changed_byte, "file.checksum", CASUALTIES),
    ("a missing shard", lambda f: (f / CASUALTIES).unlink(), "file.checksum", "is missing"),
    ("a file swapped for another", swapped, "file.checksum", parquet_path("evacuations")),
    ("an edited manifest", content("manifest.json", lambda m: m.update(title="x")), "file.checksum", "manifest.json"),
    ("an extra file", lambda f: (f / "notes.txt").write_text("x"), "file.listed", "notes.txt"),
    ("no manifest", lambda f: (f / "manifest.json").unlink(), "release.finished", "manifest.json"),
    ("no checksums", lambda f: (f / "SHA256SUMS").unlink(), "release.finished", "SHA256SUMS"),
    ("an edited checksum", text("SHA256SUMS", "a", "b"), "file.checksum", ""),
]

SEALED: list[tuple[str, Injury, str, str]] = [
    ("a swapped table", swapped, "manifest.content", parquet_path("evacuations")),
    (
        "a wrong number of rows in the manifest",
        content("manifest.json", lambda m: m["tables"]["casualties"].update(rows=3)),
        "manifest.rows",
        "3 rows",
    ),
    (
        "another content hash",
        content("manifest.json", lambda m: m["tables"]["events"].update(content_sha256="0" * 64)),
        "manifest.content",
        parquet_path("events"),
    ),
    ("another version", content("manifest.json", lambda m: m.update(version="2020.1.0")), "card.figures", "version"),
    ("reordered rows", table("casualties", lambda rows: rows[::-1]), "rows.in_order", "casualties"),
    (
        "a wrong count in the card",
        text("README.md", "| `casualties` | 2 |", "| `casualties` | 3 |"),
        "card.figures",
        "",
    ),
    (
        "a wrong count in its head",
        text("README.md", "num_examples: 2", "num_examples: 9"),
        "card.figures",
        "dataset_info",
    ),
    (
        "a rosier card",
        text("README.md", "The press is not a census", "The press is a census"),
        "documents.derived",
        "README.md",
    ),
    (
        "a widened vocabulary",
        text("vocab/outcome.csv", "killed", "killed\nmartyred"),
        "documents.derived",
        "outcome.csv",
    ),
    (
        "an edited JSON Schema",
        text("schemas/casualties.schema.json", '"killed"', '"slain"'),
        "documents.derived",
        "slain",
    ),
    (
        "a loosened contract",
        text("contract.odcs.yaml", "required: true", "required: false"),
        "documents.derived",
        "contract",
    ),
    ("an edited licence", text("LICENSE", "the", "thy"), "documents.derived", "LICENSE"),
    ("an edited citation", text("CITATION.cff", "2019.6.0", "2019.7.0"), "citation.figures", "version"),
    ("an edited datasheet", text("DATASHEET.md", "a", "e"), "documents.derived", "DATASHEET.md"),
    ("an edited report page", text("validation/report.html", "<h1", "<h1 hidden"), "documents.derived", "report.html"),
    (
        "another figure in the statistics",
        text("statistics.json", '"nulls": 0', '"nulls": 1'),
        "documents.derived",
        "statistics",
    ),
    (
        "a wrong count in the statistics",
        content("statistics.json", lambda s: s["tables"]["events"].update(rows=7)),
        "statistics.figures",
        "events",
    ),
    (
        "a wrong hash in the Data Package",
        content("datapackage.json", lambda p: p["resources"][0].update(hash="sha256:0")),
        "datapackage.figures",
        "articles",
    ),
    (
        "a wrong hash in Croissant",
        content("croissant.json", lambda c: c["distribution"][0].update(sha256="0")),
        "croissant.figures",
        "articles",
    ),
    (
        "a failure turned into a success",
        content("validation/results.json", lambda r: r["results"][0].update(n_checked=99)),
        "results.figures",
        "",
    ),
    (
        "a result left out everywhere",
        result_left_out,
        "results.as_run",
        "",
    ),
    ("a stale table of results", table("quality_results", first_row(n_checked=77)), "results.figures", ""),
    (
        "a rule loosened",
        content("expectations/casualties.json", lambda s: s["expectations"][0]["kwargs"].update(mostly=0.1)),
        "expectations.as_run",
        "casualties",
    ),
    (
        "a rule that nobody ran",
        content("expectations/events.json", lambda s: s["expectations"][0]["meta"].update(rule_id="made.up")),
        "expectations.complete",
        "made.up",
    ),
    (
        "a row put in quarantine",
        lambda f: (f / "validation/quarantine.jsonl").write_text(QUARANTINED),
        "quarantine.as_run",
        "q1",
    ),
    (
        "stale changes: a value",
        table(
            "changes",
            lambda rows: [{**r, "new_value": '"mixed"'} if r["column"] == "victim_class" else r for r in rows],
        ),
        "changes.fit",
        "victim_class",
    ),
    (
        "stale changes: an id",
        table("changes", lambda rows: [{**r, "id": "f" * 64} if r["operation"] == "add" else r for r in rows]),
        "changes.fit",
        "f" * 64,
    ),
    (
        "a change left out",
        table("changes", lambda rows: [r for r in rows if r["operation"] != "add"]),
        "history.counts",
        "casualties",
    ),
    (
        "a tombstone left out",
        lambda f: rewrite(f, "tombstones", lambda rows: rows[1:]),
        "tombstones.complete",
        "evacuations",
    ),
    ("a tombstone of another version", table("tombstones", stale_version), "tombstones.version", "evacuations"),
    (
        "a tombstone of a row that is there",
        table("tombstones", lambda rows: [*rows, {**rows[0], "table": "events", "id": "EVENT"}]),
        "tombstones.gone",
        "events",
    ),
    ("a rewritten changelog", text("CHANGELOG.md", "1 added", "2 added"), "history.changelog", "CHANGELOG.md"),
    (
        "a changelog of another version",
        text("CHANGELOG.md", "## 2019.6.0", "## 2019.5.9"),
        "history.changelog",
        "2019.5.9",
    ),
    (
        "no history in the manifest",
        content("manifest.json", lambda m: m.update(previous=None)),
        "history.stated",
        "changes",
    ),
    (
        "a stray shard",
        lambda f: shutil.copy(f / CASUALTIES, f / "data/casualties/train-00001-of-00002.parquet"),
        "manifest.figures",
        "stray",
    ),
    ("an input left out", content("provenance.json", lambda p: p["inputs"].pop()), "provenance.figures", "inputs"),
    (
        "an article renamed in the manifest",
        content("manifest.json", lambda m: m["articles"][0].update(source_name="x")),
        "manifest.figures",
        "articles",
    ),
    ("a skip left out", lambda f: (f / "skips.jsonl").write_text(""), "manifest.figures", "declined"),
    (
        "another policy in dataset.yml",
        text("dataset.yml", "evidence: excerpt", "evidence: offsets"),
        "dataset.figures",
        "evidence",
    ),
    (
        "a correction altered",
        text("corrections.jsonl", '"value": "civilian"', '"value": "mixed"'),
        "corrections.applied",
        "",
    ),
    ("a rejected row left in", rejected_but_there, "corrections.applied", "casualties"),
    ("corrections left out", lambda f: (f / "corrections.jsonl").unlink(), "corrections.applied", ""),
    ("another excerpt", table("casualties", first_row(evidence_text="killed")), "evidence_text.is_evidence", ""),
    (
        "a moved span",
        table("casualties", lambda rows: [{**r, "evidence_start": r["evidence_start"] + 1} for r in rows]),
        "evidence.rehashes",
        "",
    ),
    (
        "a mention moved",
        table(
            "events",
            lambda rows: [
                {**r, "mentions": [{**r["mentions"][0], "start": r["mentions"][0]["start"] + 1}]} for r in rows
            ],
        ),
        "mentions.rehashes",
        "",
    ),
    (
        "a column dropped",
        lambda f: pq.write_table(pq.read_table(f / CASUALTIES).drop_columns(["count_text"]), f / CASUALTIES),
        "schema.as_contract",
        "count_text",
    ),
]

# Only the rule book tells these from sound rows.
OF_ROWS: list[tuple[str, Injury, str, str]] = [
    ("a dangling key", table("casualties", first_row(event_id="f" * 64)), "event_id.refers", "event_id"),
    ("a term of no vocabulary", table("casualties", first_row(outcome="martyred")), "outcome.in_vocabulary", "outcome"),
    ("a row twice", table("statements", lambda rows: [rows[0], *rows]), "key.unique", "statement_id"),
]
