"""A release and the one before it: differences explained, what is gone still found, breaks refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from releases import edit_json, release, rows_of, seal
from rows import event

import newsledger.build.publish.provenance as provenance
from newsledger.build.engine import article as engine
from newsledger.build.link.known_ids import keep_known, kept
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.publish.changes import differences
from newsledger.build.publish.history import check_previous
from newsledger.build.publish.sides import side_of_release
from newsledger.build.publish.tombstones import event_ids
from newsledger.release import make_release
from newsledger.schema.built import Built
from newsledger.schema.casualties import Casualty
from newsledger.schema.dataset import DatasetConfig, EvidencePolicy
from newsledger.schema.events import Event
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import Row, row_id
from newsledger.schema.skip import Skip
from newsledger.schema.vocabularies import VictimClass
from newsledger.told_diff import tell_differences
from newsledger.validation import expectations

FIRST = (
    "TERVOLA, 4 June (Lake Wire) - Twelve people were killed on Tuesday when shells hit a market in Aleppo, police "
    'said.\n\n"We will not leave our homes," Mayor Ada Cole said.\n'
)
SECOND = "DELVAR (Lake Wire) - A car bomb injured nine people in Basra on 2 June, the army said.\n"
THIRD = (
    "At least 14 people were killed on 4 June when shells hit a market in Aleppo, doctors said. The army ordered "
    "residents of the town to leave.\n"
)


@pytest.fixture
def no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave Great Expectations out: these tests are not about rows that break rules."""
    monkeypatch.setattr(expectations, "run", lambda *_: [])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    describe(folder, "1.0.0", first=FIRST, second=SECOND)
    return folder


def describe(folder: Path, version: str, **texts: str) -> None:
    """Articles of June 2019, and a dataset.yml of a version."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    days = [{"source_name": file.name, "published_date": "2019-06-05"} for file in sorted(folder.glob("*.txt"))]
    (folder / "articles.jsonl").write_text("".join(json.dumps(day) + "\n" for day in days), encoding="utf-8")
    (folder / "dataset.yml").write_text(f"name: reports\nversion: {version}\n", encoding="utf-8")


def build(reports: Path, out: Path, previous: Path | None = None) -> Path:
    outcome = make_release([reports], out, previous=previous)
    assert outcome.folder is not None, [r.message for r in outcome.report.failures]
    return outcome.folder


def change_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other code: injured people are combatants now, and the hash of the sources says that the code differs."""
    extract = engine.EXTRACTORS["casualties"]

    def changed(annotated: Annotated) -> Iterator[Row | Skip]:
        for row in extract(annotated):
            hurt = isinstance(row, Casualty) and row.outcome == "injured"
            yield row.model_copy(update={"victim_class": VictimClass.COMBATANT}) if hurt else row

    monkeypatch.setitem(engine.EXTRACTORS, "casualties", changed)
    monkeypatch.setattr(provenance, "sources_sha256", lambda *_: "0" * 64)


def test_an_article_a_rule_and_a_correction_explain_every_changed_row(
    no_rules: None, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = build(reports, tmp_path / "old")
    statement = rows_of(old, "statements")[0]["statement_id"]
    line = {"table": "statements", "id": statement, "column": "speaker_role", "value": "Mayor of Tervola"}
    (reports / "corrections.jsonl").write_text(json.dumps(line), encoding="utf-8")
    describe(reports, "1.1.0", third=THIRD)
    change_a_rule(monkeypatch)
    new = build(reports, tmp_path / "new", old)
    third = next(row["article_id"] for row in rows_of(new, "articles") if row["source_name"] == "third.txt")
    listed = rows_of(new, "changes")
    assert {row["reason"] for row in listed} == {"article added", "rule changed", "correction applied"}
    for row in listed:
        if row["reason"] == "correction applied":
            assert (row["table"], row["id"]) == ("statements", statement)
        elif row["reason"] == "rule changed":
            assert (row["table"], row["column"], row["new_value"]) == ("casualties", "victim_class", '"combatant"')
        elif row["table"] in ("casualties", "statements", "evacuations") and row["operation"] == "add":
            own = {next(iter(r.values())): r for r in rows_of(new, row["table"])}
            assert own[row["id"]]["article_id"] == third
    corrected = {row["column"]: row for row in listed if row["id"] == statement}
    assert corrected.keys() == {"speaker_role", "review_status"}
    assert corrected["speaker_role"]["new_value"] == '"Mayor of Tervola"'
    assert (new / "corrections.jsonl").read_text() == json.dumps(line)
    manifest = json.loads((new / "manifest.json").read_text())
    assert manifest["previous"]["version"] == "1.0.0" and manifest["previous"]["changes"]["articles"]["added"] == 1
    assert "## 1.1.0 (since 1.0.0)" in (new / "CHANGELOG.md").read_text()


def test_a_rejected_row_is_gone_for_the_reason_of_a_correction(no_rules: None, reports: Path, tmp_path: Path) -> None:
    old = build(reports, tmp_path / "old")
    event = next(row["event_id"] for row in rows_of(old, "casualties") if row["event_id"])
    line = {"table": "events", "id": event, "reject": True, "note": "an exercise"}
    (reports / "corrections.jsonl").write_text(json.dumps(line), encoding="utf-8")
    describe(reports, "1.1.0")
    new = build(reports, tmp_path / "new", old)
    assert {row["reason"] for row in rows_of(new, "changes")} == {"correction applied"}
    assert event not in {row["event_id"] for table in ("events", "casualties") for row in rows_of(new, table)}
    [stone] = [row for row in rows_of(new, "tombstones") if row["table"] == "events"]
    assert (stone["id"], stone["reason"], stone["last_version"]) == (event, "correction applied", "1.0.0")


def test_rebuilding_from_the_release_s_own_files_gives_the_same_bytes(
    no_rules: None, reports: Path, tmp_path: Path
) -> None:
    old = build(reports, tmp_path / "old")
    describe(reports, "1.1.0", third=THIRD)
    new, again = (build(reports, tmp_path / name, old) for name in ("new", "again"))
    assert (new / "SHA256SUMS").read_bytes() == (again / "SHA256SUMS").read_bytes()


def test_a_first_release_has_no_history(no_rules: None, reports: Path, tmp_path: Path) -> None:
    first = build(reports, tmp_path / "out")
    assert not (first / "CHANGELOG.md").exists() and not (first / "data" / "changes").exists()
    assert json.loads((first / "manifest.json").read_text())["previous"] is None


def test_a_row_that_went_is_found_in_later_releases_until_it_is_back(
    built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    whole = built.tables["casualties"]
    less = replace(built, tables={**built.tables, "casualties": whole[:1]})
    later = [config.model_copy(update={"version": f"2019.{month}.0"}) for month in (6, 7, 8)]
    one = release(built, config, tmp_path / "1")
    two = release(less, later[0], tmp_path / "2", one)
    three = release(less, later[1], tmp_path / "3", two)
    four = release(built, later[2], tmp_path / "4", three)
    gone = {"table": "casualties", "id": rows_of(one, "casualties")[1]["casualty_id"], "last_version": "2019.5.0"}
    for folder in (two, three):
        stones = [row for row in rows_of(folder, "tombstones") if row["table"] == "casualties"]
        assert [{key: row[key] for key in gone} for row in stones] == [
            {**gone, "id": ({r["casualty_id"] for r in rows_of(one, "casualties")} - ids(folder)).pop()}
        ]
    assert not (four / "data" / "tombstones").exists()
    log = (four / "CHANGELOG.md").read_text()
    assert [line for line in log.splitlines() if line.startswith("## ")] == [
        "## 2019.8.0, 2019-05-10 (since 2019.7.0)",
        "## 2019.7.0, 2019-05-10 (since 2019.6.0)",
        "## 2019.6.0, 2019-05-10 (since 2019.5.0)",
    ]
    assert log.count("# Changelog of") == 1 and "- No row differs." in log


def ids(folder: Path) -> set[str]:
    return {row["casualty_id"] for row in rows_of(folder, "casualties")}


def with_events(built: Built, events: Sequence[Event]) -> Built:
    """The hand-made build with other events, and claims that point to none."""
    loose = [row.model_copy(update={"event_id": None}) for row in built.tables["casualties"]]
    return replace(built, tables={**built.tables, "events": list(events), "casualties": loose})


def test_the_tombstone_of_a_joined_event_leads_to_where_it_is_told_now(
    built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    a, b, c = sorted((event("x", at) for at in (0, 100, 200)), key=lambda row: row.event_id)
    ab = b.model_copy(update={"merged_ids": [a.event_id]})
    abc = c.model_copy(update={"merged_ids": [b.event_id]})
    later = [config.model_copy(update={"version": f"2019.{month}.0"}) for month in (6, 7)]
    one = release(with_events(built, [a, b, c]), config, tmp_path / "1")
    two = release(with_events(built, [ab, c]), later[0], tmp_path / "2", one)
    three = release(with_events(built, [abc]), later[1], tmp_path / "3", two)
    assert event_ids(one) == {a.event_id, b.event_id, c.event_id}
    assert [(row["id"], row["now_id"]) for row in rows_of(two, "tombstones")] == [(a.event_id, b.event_id)]
    led = {row["id"]: row["now_id"] for row in rows_of(three, "tombstones")}
    assert led == {a.event_id: c.event_id, b.event_id: c.event_id}


def properly_named(row: Event) -> Event:
    """An event whose id hashes its mention, as those of extraction do."""
    mention = row.mentions[0]
    made = row_id(mention.article_id, "events", mention.start, mention.end, row.event_type)
    return row.model_copy(update={"event_id": made})


def test_an_event_keeps_the_id_that_the_previous_release_knows(built: Built) -> None:
    first, second = (properly_named(event("x", at)) for at in (0, 100))
    joined = second.model_copy(
        update={"merged_ids": [first.event_id], "mentions": [*second.mentions, *first.mentions], "n_mentions": 2}
    )
    known = kept(joined, {first.event_id})
    assert known.event_id == first.event_id and known.merged_ids == [second.event_id]
    assert known.mentions == [*first.mentions, *second.mentions]
    assert kept(joined, {second.event_id}) is joined and kept(joined, ()) is joined
    claim = built.tables["casualties"][0].model_copy(update={"event_id": second.event_id})
    tables: dict[str, list[Row]] = {"events": [joined], "casualties": [claim], "statements": [], "evacuations": []}
    moved = keep_known(tables, {first.event_id})["casualties"][0]
    assert isinstance(moved, Casualty) and moved.event_id == first.event_id


def test_the_words_of_articles_stand_in_changes_as_hashes(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    one = release(built, config, tmp_path / "1")
    offsets = config.model_copy(update={"version": "2", "evidence": EvidencePolicy.OFFSETS})
    two = release(built, offsets, tmp_path / "2", one)
    hidden = [row for row in rows_of(two, "changes") if row["column"] == "evidence_text"]
    assert len(hidden) == 3 and {row["reason"] for row in hidden} == {"metadata changed"}
    assert all(row["old_value"].startswith('"sha256:') and row["new_value"] is None for row in hidden)


def test_described_anew_an_article_changes_its_own_row_and_its_dates(
    built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    articles = [row.model_copy(update={"publisher": "Another"}) for row in built.tables["articles"]]
    first, *rest = built.tables["casualties"]
    dated = [first.model_copy(update={"date_text": "on Friday"}), *rest]
    new = replace(built, tables={**built.tables, "articles": articles, "casualties": dated})
    one = release(built, config, tmp_path / "1")
    two = release(new, config.model_copy(update={"version": "2"}), tmp_path / "2", one)
    assert {row["reason"] for row in rows_of(two, "changes")} == {"metadata changed"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"version": "2019.5.0"}, "raise `version` in dataset.yml"),
        ({"version": "2", "name": "other"}, "is a release of 'velora-2019-05', not of 'other'"),
    ],
)
def test_a_release_that_cannot_be_the_previous_one_is_refused(
    change: dict[str, str], words: str, built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    one = release(built, config, tmp_path / "1")
    with pytest.raises(PublisherError, match=words):
        check_previous(one, config.model_copy(update=change))


def test_a_damaged_previous_release_is_refused(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    one = release(built, config, tmp_path / "1")
    (one / "LICENSE").write_text("other")
    with pytest.raises(PublisherError, match="LICENSE"):
        check_previous(one, config.model_copy(update={"version": "2"}))
    with pytest.raises(PublisherError, match=r"manifest\.json"):
        side_of_release(tmp_path)


def lose_a_column(folder: Path) -> None:
    """Let an older release have had a column that today's schema lacks."""
    contract = yaml.safe_load((folder / "contract.odcs.yaml").read_text(encoding="utf-8"))
    table = next(table for table in contract["schema"] if table["name"] == "casualties")
    lost = {"name": "toll", "logicalType": "string", "physicalType": "string", "required": False}
    table["properties"].append(lost)
    (folder / "contract.odcs.yaml").write_text(yaml.safe_dump(contract), encoding="utf-8")
    seal(folder)


def test_a_schema_that_breaks_readers_without_a_step_fails_the_gate(
    no_rules: None, reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = build(reports, tmp_path / "old")
    lose_a_column(old)
    describe(reports, "1.1.0")
    outcome = make_release([reports], tmp_path / "new", previous=old)
    assert outcome.folder is None and outcome.report.exit_code == 3
    assert "casualties.toll is gone" in outcome.report.failures[0].message
    edit_json(old, "manifest.json", lambda manifest: manifest.update(schema_version="0.9"))
    seal(old)
    new = build(reports, tmp_path / "new", old)
    assert "- Breaking: casualties.toll is gone." in (new / "CHANGELOG.md").read_text()
    found = differences(side_of_release(old), side_of_release(new))
    assert tell_differences(found, every=False, as_json=False) == 0
    edit_json(old, "manifest.json", lambda manifest: manifest.update(schema_version="1.0"))
    assert tell_differences(differences(side_of_release(old), side_of_release(new)), False, False) == 3
    assert "first number of SCHEMA_VERSION" in capsys.readouterr().out
