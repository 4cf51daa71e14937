"""Verifying a release: a sound one is proved, and every injury fails and is named, also under seals made anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from releases import edit_json, edit_text, release, rewrite, rows_of, seal

from newsledger.schema.article import Article
from newsledger.schema.built import Built
from newsledger.schema.casualties import Casualty
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import ReviewStatus
from newsledger.told_verify import tell_proof
from newsledger.validation import expectations
from newsledger.validation.report import CheckResult
from newsledger.validation.run import validate_release
from newsledger.validation.tables import parquet_path
from newsledger.verify import Proof, verify_release

CASUALTIES, CHANGES = parquet_path("casualties"), parquet_path("changes")


@pytest.fixture(scope="module")
def own(articles: tuple[Article, ...], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A user's copies of the articles."""
    folder = tmp_path_factory.mktemp("articles")
    for article in articles:
        (folder / article.source_name).write_text(article.text, encoding="utf-8", newline="")
    return folder


@pytest.fixture(scope="module")
def sound(
    built: Built, config: DatasetConfig, texts: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """A release that follows another: one casualty came, one was corrected, one evacuation went."""
    folder = tmp_path_factory.mktemp("sound")
    first, second = built.tables["casualties"]
    old = replace(built, tables={**built.tables, "casualties": [first]})
    corrected = first.model_copy(update={"victim_class": "civilian", "review_status": ReviewStatus.CORRECTED})
    assert isinstance(corrected, Casualty)
    line = {"table": "casualties", "id": corrected.casualty_id, "column": "victim_class", "value": "civilian"}
    tables = {**built.tables, "casualties": [corrected, second], "evacuations": built.tables["evacuations"][:1]}
    new = replace(built, tables=tables, corrections=json.dumps(line) + "\n")
    previous = release(old, config, folder / "old" / config.name)
    later = config.model_copy(update={"version": "2019.6.0"})
    yield release(new, later, folder / config.name, previous, lambda staged: validate_release(staged, texts))


@pytest.fixture
def copy(sound: Path, tmp_path: Path) -> Path:
    """The release, to injure."""
    return Path(shutil.copytree(sound, tmp_path / sound.name))


@pytest.fixture(scope="module")
def rules(sound: Path) -> list[CheckResult]:
    """What Great Expectations finds on the sound release: slow, and the same for all injuries that are not of rows."""
    from newsledger.validation.tables import read_tables

    return expectations.run(sound, read_tables(sound))


def wrong(proof: Proof) -> dict[str, str]:
    """The messages of failed critical checks by rule."""
    return {r.rule_id: r.message for r in proof.report.results if not r.success and r.severity == "critical"}


def test_a_sound_release_is_proved_with_its_articles(
    sound: Path, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = verify_release(sound, own)
    assert wrong(proof) == {} and proof.same_code
    assert tell_proof("here", proof, as_json=False) == 0
    told = capsys.readouterr().out
    assert "6 of 6 spans re-derived (100.0 %) from 2 articles" in told
    assert "all the same" in told and told.endswith("Verified.\n")
    assert tell_proof("here", proof, as_json=True) == 0
    assert json.loads(capsys.readouterr().out)["evidence"] == {"spans": 6, "hold": 6}


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


@pytest.mark.parametrize(
    ("injure", "rule", "named"), [case[1:] for case in UNSEALED], ids=[case[0] for case in UNSEALED]
)
def test_an_injury_is_named(
    injure: Injury, rule: str, named: str, copy: Path, rules: list[CheckResult], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expectations, "run", lambda *_: rules)
    injure(copy)
    found = wrong(verify_release(copy))
    assert rule in found and named in found[rule], found


@pytest.mark.parametrize(("injure", "rule", "named"), [case[1:] for case in SEALED], ids=[case[0] for case in SEALED])
def test_an_injury_is_named_though_the_seals_were_made_anew(
    injure: Injury,
    rule: str,
    named: str,
    copy: Path,
    own: Path,
    rules: list[CheckResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(expectations, "run", lambda *_: rules)
    event = rows_of(copy, "events")[0]["event_id"]
    injure(copy)
    if rule == "tombstones.gone":
        rewrite(copy, "tombstones", lambda rows: [{**r, "id": event} if r["id"] == "EVENT" else r for r in rows])
    seal(copy, content=not rule.startswith(("manifest.content", "manifest.rows")))
    proof = verify_release(copy, own)
    found = wrong(proof)
    assert "file.checksum" not in found and "manifest.files" not in found
    assert rule in found and named in found[rule], found
    assert proof.report.exit_code == 3


def test_injuries_to_rows_are_named_by_the_rule_book(copy: Path) -> None:
    for _, injure, _, _ in OF_ROWS:
        injure(copy)
    seal(copy, content=True)
    found = wrong(verify_release(copy))
    for _, _, rule, named in OF_ROWS:
        assert rule in found and named in found[rule], found


def test_the_matrix_has_more_than_twenty_injuries() -> None:
    assert len({case[0] for case in (*UNSEALED, *SEALED, *OF_ROWS)}) == len(UNSEALED) + len(SEALED) + len(OF_ROWS) > 50


@pytest.fixture
def quick(rules: list[CheckResult], monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Great Expectations out."""
    monkeypatch.setattr(expectations, "run", lambda *_: rules)


def test_absent_articles_are_named_and_their_rows_go_unchecked(
    quick: None, sound: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(own / "velora.txt", tmp_path / "renamed.txt")
    proof = verify_release(sound, tmp_path)
    assert tell_proof("here", proof, as_json=False) == 0
    told = capsys.readouterr().out
    assert "5 of 5 spans" in told and "absent     lumo.txt" in told


def test_a_copy_of_the_same_name_with_another_text_fails(
    quick: None, sound: Path, own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(own, tmp_path / "own")
    (tmp_path / "own" / "lumo.txt").write_text("Another text.\n", encoding="utf-8")
    proof = verify_release(sound, tmp_path / "own")
    assert wrong(proof).keys() == {"articles.same_text"}
    assert tell_proof("here", proof, as_json=False) == 3
    assert "differing  lumo.txt" in capsys.readouterr().out


def test_other_code_may_write_other_documents_and_that_is_said(
    quick: None, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit_json(copy, "provenance.json", lambda facts: facts["package"].update(version="0.0.1"))
    edit_text(copy, "DATASHEET.md", "a", "e")
    seal(copy)
    proof = verify_release(copy)
    assert wrong(proof) == {} and not proof.same_code
    assert tell_proof("here", proof, as_json=False) == 0
    assert "1 differ; other code made the release" in capsys.readouterr().out


def test_no_articles_where_they_should_be_is_one_sentence(sound: Path, tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"no \.txt file there"):
        verify_release(sound, tmp_path)
    with pytest.raises(PublisherError, match="no table of articles"):
        verify_release(tmp_path, sound)
