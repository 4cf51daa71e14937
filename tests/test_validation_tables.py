"""Checks of the schema, of nested columns and of evidence: each injury is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from releases import failures, rewrite

from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import Severity
from newsledger.validation.evidence import check_evidence
from newsledger.validation.nested import check_nested
from newsledger.validation.run import validate_release
from newsledger.validation.tables import parquet_path, read_tables, schema_differences

Row = dict[str, Any]


# The schema, reading, nested columns


def remake(folder: Path, table: str, make: Callable[[pa.Table], pa.Table]) -> None:
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
    remake(staged, "casualties", make)
    result = failures(read_tables(staged).results)["casualties", "schema.as_contract"]
    assert words in result.message and result.column == column
    assert result.severity is Severity.CRITICAL


def test_a_missing_column_fails_the_gate_without_crashing_other_checks(staged: Path) -> None:
    remake(staged, "casualties", lambda rows: rows.drop_columns(["quantifier"]))
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

    rewrite(staged, "events", edit)
    result = failures(check_nested(read_tables(staged)))["events", rule]
    assert result.column == "mentions" and result.example_ids == tuple(ids)


# Evidence


def shift(rows: list[Row]) -> None:
    rows[0]["evidence_start"] += 1


def test_a_span_moved_by_one_character_no_longer_hashes(staged: Path, texts: dict[str, str]) -> None:
    rewrite(staged, "statements", shift)
    found = failures(check_evidence(read_tables(staged), texts))
    assert ("statements", "evidence.rehashes") in found


def test_a_changed_excerpt_is_found_without_the_articles(staged: Path) -> None:
    def edit(rows: list[Row]) -> None:
        for row in rows:
            row["evidence_text"] = (row["evidence_text"] or "x" * (row["evidence_end"] - row["evidence_start"])).upper()

    rewrite(staged, "casualties", edit)
    assert ("casualties", "evidence_text.is_evidence") in failures(check_evidence(read_tables(staged), None))


def test_a_shortened_excerpt_is_compared_with_the_article(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        for row in rows:
            row["evidence_text"] = "other words"

    rewrite(staged, "casualties", edit)
    assert failures(check_evidence(read_tables(staged), None)) == {}
    assert ("casualties", "evidence_text.is_evidence") in failures(check_evidence(read_tables(staged), texts))


def test_a_mention_that_points_elsewhere_no_longer_hashes(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["mentions"][0]["start"] += 2

    rewrite(staged, "events", edit)
    assert ("events", "mentions.rehashes") in failures(check_evidence(read_tables(staged), texts))


def test_a_repeat_beyond_the_article_is_found(staged: Path, texts: dict[str, str]) -> None:
    def edit(rows: list[Row]) -> None:
        rows[0]["also"] = [{"start": 10**6, "end": 10**6 + 5}]

    rewrite(staged, "casualties", edit)
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
