"""Corrections: read line by line, put into the rows they name, refused with file and line where they do not fit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsledger.build.link.corrected import apply_corrections
from newsledger.build.link.crosswalk import crosswalk
from newsledger.build.read.corrections import Corrections, corrections_for, read_corrections
from newsledger.schema.built import Built
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import EventType


def written(folder: Path, *lines: dict[str, Any] | str) -> Path:
    file = folder / "corrections.jsonl"
    text = "".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines)
    file.write_text(text, encoding="utf-8")
    return file


def line(column: str, value: object, row: str = "a" * 64, table: str = "casualties") -> dict[str, Any]:
    return {"table": table, "id": row, "column": column, "value": value}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("not json", "not JSON"),
        ("[]", "not a JSON object"),
        ({"table": "casualties"}, "id: field required"),
        (line("count", 1) | {"why": "x"}, "why: extra inputs"),
        (line("count", 1, table="estimates"), "none of events, casualties, statements, evacuations"),
        (line("toll", 1), "casualties has no column 'toll'"),
        (line("casualty_id", "x"), "casualty_id cannot be corrected"),
        (line("evidence_start", 3), "evidence_start cannot be corrected"),
        ({"table": "casualties", "id": "a", "accept": True, "reject": True}, 'or "reject": true'),
        ({"table": "casualties", "id": "a"}, 'give either "column" and "value", or "accept": true'),
        (line("count", 1) | {"accept": True}, 'give either "column" and "value", or "accept": true'),
        ({"table": "casualties", "id": "a", "column": "count"}, 'no "value"'),
    ],
)
def test_a_bad_line_is_named_with_file_and_line(wrong: dict[str, Any] | str, words: str, tmp_path: Path) -> None:
    file = written(tmp_path, line("count", 3), "", wrong)
    with pytest.raises(PublisherError) as problem:
        read_corrections(file)
    assert str(problem.value).startswith(f"{file} line 3: ") and words.lower() in str(problem.value).lower()


def test_two_lines_for_one_value_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"line 2: line 1 says something of the same value"):
        read_corrections(written(tmp_path, line("count", 3), line("count", 4)))


def test_a_rejected_row_takes_no_other_line(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"line 1: line 2 rejects the row"):
        read_corrections(written(tmp_path, line("count", 3), {"table": "casualties", "id": "a" * 64, "reject": True}))


def test_corrections_stand_beside_the_articles_or_beside_the_dataset_file(tmp_path: Path) -> None:
    reports, elsewhere = tmp_path / "reports", tmp_path / "elsewhere"
    for folder in (reports, elsewhere):
        folder.mkdir()
    assert corrections_for(reports) is None
    written(elsewhere, line("count", 3))
    dataset = elsewhere / "dataset.yml"
    assert corrections_for(reports) is None
    found = corrections_for(reports / "one.txt", dataset)
    assert found is not None and len(found.lines) == 1
    written(reports, line("count", 3))
    with pytest.raises(PublisherError, match="both hold corrections"):
        corrections_for(reports, dataset)
    assert corrections_for(elsewhere, dataset) is not None


def read(folder: Path, *lines: dict[str, Any]) -> Corrections:
    return read_corrections(written(folder, *lines))


def tables_of(built: Built) -> dict[str, list[Row]]:
    return {name: list(rows) for name, rows in built.tables.items() if name != "articles"}


def killed_of(tables: dict[str, list[Row]]) -> Casualty:
    return next(row for row in tables["casualties"] if isinstance(row, Casualty) and row.outcome == "killed")


def test_a_row_is_corrected_or_accepted_and_says_so(built: Built, tmp_path: Path) -> None:
    tables = tables_of(built)
    killed = killed_of(tables)
    event = tables["events"][0]
    assert isinstance(event, Event)
    given = read(
        tmp_path,
        line("count", 15, killed.casualty_id),
        line("count_min", 15, killed.casualty_id),
        line("date_end", "2019-05-04", killed.casualty_id),
        line("victim_text", None, killed.casualty_id),
        {"table": "events", "id": event.event_id, "accept": True, "note": "seen"},
    )
    done, unused = apply_corrections(tables, given.lines)
    after = killed_of(done)
    assert (after.count, after.count_min, str(after.date_end), after.victim_text) == (15, 15, "2019-05-04", None)
    assert after.review_status == "corrected" and after.evidence_start == killed.evidence_start
    accepted = done["events"][0]
    assert isinstance(accepted, Event) and accepted.review_status == "accepted" and unused == []
    untouched = [row for row in done["casualties"] if row is not after]
    assert untouched == [row for row in tables["casualties"] if row is not killed]


def test_a_rejected_row_goes_and_nothing_refers_to_it(built: Built, tmp_path: Path) -> None:
    tables = tables_of(built)
    killed = killed_of(tables)
    assert killed.event_id is not None
    given = read(tmp_path, {"table": "events", "id": killed.event_id, "reject": True, "note": "a drill"})
    done, unused = apply_corrections(tables, given.lines)
    assert done["events"] == [] and unused == []
    assert killed_of(done) == killed.model_copy(update={"event_id": None})
    assert done["statements"] == tables["statements"]


def test_a_corrected_event_type_brings_its_crosswalk_terms(built: Built, tmp_path: Path) -> None:
    tables = tables_of(built)
    event = tables["events"][0]
    assert isinstance(event, Event)
    given = read(tmp_path, line("event_type", "air_strike", event.event_id, "events"))
    after = apply_corrections(tables, given.lines)[0]["events"][0]
    assert isinstance(after, Event) and after.event_id == event.event_id
    assert after.cameo_code == crosswalk()[EventType.AIR_STRIKE].columns()["cameo_code"]


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("count", "fifteen", "count: input should be a valid integer"),
        ("count", "15", "count: input should be a valid integer"),
        ("count", -1, "count: input should be greater than or equal to 0"),
        ("outcome", "martyred", "outcome: input should be"),
        ("date_end", "yesterday", "date_end: input should be a valid date"),
        ("count_max", 3, "count_min exceeds count_max"),
    ],
)
def test_a_value_that_does_not_fit_is_named_with_its_line(
    column: str, value: object, words: str, built: Built, tmp_path: Path
) -> None:
    tables = tables_of(built)
    given = read(tmp_path, line(column, value, killed_of(tables).casualty_id))
    with pytest.raises(PublisherError) as problem:
        apply_corrections(tables, given.lines)
    assert "corrections.jsonl line 1: " in str(problem.value) and words in str(problem.value).lower()


def test_a_line_whose_row_no_build_produces_is_listed_and_changes_nothing(built: Built, tmp_path: Path) -> None:
    tables = tables_of(built)
    done, unused = apply_corrections(tables, read(tmp_path, line("count", 3, "b" * 64)).lines)
    assert done == tables
    assert len(unused) == 1 and "line 1: no row of casualties has the id " + "b" * 64 in unused[0]


def test_without_corrections_the_rows_are_the_same(built: Built) -> None:
    tables = tables_of(built)
    assert apply_corrections(tables, ()) == (tables, [])
