"""Runs probes: one passage in, the rows found, and how they differ from the rows the probe demands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from newsledger.build.engine.article import extract_article
from newsledger.build.evaluate.matching import iou, touches
from newsledger.build.evaluate.records import Record
from newsledger.build.text.names import same_name
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.events import Event
from newsledger.schema.row import Claim, Row

FOLDER = Path(__file__).parent / "probes"
NAMES = frozenset({"attributed_to", "speaker", "speaker_text", "issuer", "population", "origin", "destination"}) | {
    "place_name",
    "actor",
    "target",
    "victim_text",
    "medium",
}


@dataclass(frozen=True)
class Probe:
    """One case: a passage and the rows, by table, that it must yield."""

    phenomenon: str
    id: str
    text: str
    published: date | None
    title: str | None
    expect: dict[str, list[dict[str, Any]]]


def read_probes(folder: Path) -> Iterator[Probe]:
    """All cases of a folder, in order of file and case."""
    for file in sorted(folder.glob("*.yml")):
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
        for case in content["cases"]:
            expect = {table: rows or [] for table, rows in case["expect"].items()}
            yield Probe(file.stem, case["id"], case["text"], case.get("published"), case.get("title"), expect)


def problems(probe: Probe) -> list[str]:
    """What is wrong with the rows found in a probe's passage; empty when it passes."""
    metadata = ArticleMetadata(published_date=probe.published, title=probe.title)
    rows = extract_article(Article.from_bytes(probe.id, probe.text.encode(), metadata)).rows
    return [
        problem for table, wanted in probe.expect.items() for problem in _differences(probe, table, rows[table], wanted)
    ]


def _differences(probe: Probe, table: str, rows: list[Row], wanted: list[dict[str, Any]]) -> Iterator[str]:
    left = list(rows)
    for want in wanted:
        likely = [
            (len(bad), at, bad)
            for at, row in enumerate(left)
            if (bad := _wrong_columns(probe, table, row, want)) is not None
        ]
        if not likely:
            yield f"{table}: missing {want}"
            continue
        _, at, bad = min(likely, key=lambda item: item[:2])
        left.pop(at)
        yield from (f"{table}: {column}" for column in bad)
    for row in left:
        start, end = _spans(row)[0]
        yield f"{table}: unwanted {probe.text[start:end]!r}"


def _wrong_columns(probe: Probe, table: str, row: Row, want: dict[str, Any]) -> list[str] | None:
    """The columns that differ, or None when the row is about other words."""
    found = Record(_spans(row), {})
    if "text" in want:
        start = probe.text.index(want["text"])
        gold = Record(((start, start + len(want["text"])),), {})
        if not (iou(found, gold) if table == "statements" else touches(found, gold)):
            return None
    return [
        f"{column} is {getattr(row, column)!r}, not {value!r}"
        for column, value in want.items()
        if column != "text" and not _agrees(column, getattr(row, column), value)
    ]


def _agrees(column: str, found: Any, wanted: Any) -> bool:
    if column in NAMES:
        return same_name(found, wanted)
    if column == "cue":
        return (found or "").lower().split(" ")[0] == (wanted or "").lower().split(" ")[0]
    return bool(found == wanted)


def _spans(row: Row) -> tuple[tuple[int, int], ...]:
    if isinstance(row, Event):
        return tuple((mention.start, mention.end) for mention in row.mentions)
    assert isinstance(row, Claim)
    return ((row.evidence_start, row.evidence_end), *((span.start, span.end) for span in row.also))
