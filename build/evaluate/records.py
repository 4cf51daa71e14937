"""Predicted rows and gold annotations in one form, so that they can be compared."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.schema.problem import PublisherError

TABLES = ("casualties", "statements", "evacuations", "events")
GOLD_NAMES = {
    "type": {"statements": "quote_type", "events": "event_type"},
    "kind": {"evacuations": "record_kind"},
    "victims": {"casualties": "victim_class"},
    "victims_text": {"casualties": "victim_text"},
    "date": dict.fromkeys(TABLES, "date_start"),
    "place": dict.fromkeys(TABLES, "place_name"),
}
GOLD_MODALITY = {"occurred": "asserted", "hypothetical": "possible"}

Records = dict[str, dict[str, list["Record"]]]


@dataclass(frozen=True, eq=False)
class Record:
    """One row or annotation: its places in the text, main one first, and its values under the names of the contract."""

    spans: tuple[tuple[int, int], ...]
    values: Mapping[str, Any]
    text: str | None = None

    def get(self, column: str) -> Any:
        """A value, null when it is not given."""
        return self.values.get(column)


def read_gold(folder: Path) -> Records:
    """Hand annotations by source name and table.

    Raises:
        PublisherError: no `.json` file in the folder, or one that is not an annotation of the guide's form.
    """
    files = sorted(folder.glob("*.json")) if folder.is_dir() else []
    if not files:
        raise PublisherError(f"{folder}: no gold annotation (.json) here; give the folder that holds them.")
    return {f"{file.stem}.txt": _gold_file(file) for file in files}


def _gold_file(file: Path) -> dict[str, list[Record]]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {table: [_gold(table, item) for item in content.get(table, [])] for table in TABLES}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        problem = f"{type(error).__name__}: {error}"
        raise PublisherError(f"{file}: not a gold annotation ({problem}); see the annotation guide.") from error


def _gold(table: str, item: dict[str, Any]) -> Record:
    values = {GOLD_NAMES.get(key, {}).get(table, key): value for key, value in item.items()}
    values["modality"] = GOLD_MODALITY.get(values.get("modality", ""), values.get("modality"))
    spans = [(item["start"], item["end"])] if item.get("start") is not None else []
    spans += [(also["start"], also["end"]) for also in item.get("also") or [] if also.get("start") is not None]
    return Record(tuple(spans), values, item.get("text"))


def read_release(folder: Path) -> Records:
    """The rows of a release by source name and table.

    Raises:
        PublisherError: the folder is no release.
    """
    names = {row["article_id"]: Path(row["source_name"]).name for row in _rows(folder, "articles")}
    if not names:
        raise PublisherError(f"{folder}: no release (data/articles is missing); give the folder `build` wrote.")
    found: Records = {name: {table: [] for table in TABLES} for name in names.values()}
    for table in TABLES:
        for row in _rows(folder, table):
            for article_id, spans in _row_spans(table, row).items():
                found[names[article_id]][table].append(Record(spans, _plain(row), row.get("evidence_text")))
    return found


def _rows(folder: Path, table: str) -> Iterator[dict[str, Any]]:
    import pyarrow.parquet as pq

    for file in sorted((folder / "data" / table).glob("*.parquet")):
        yield from pq.read_table(file).to_pylist()


def _row_spans(table: str, row: dict[str, Any]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The places of a row, by article (an event may be told in several)."""
    if table != "events":
        also = [(span["start"], span["end"]) for span in row["also"] or []]
        return {row["article_id"]: ((row["evidence_start"], row["evidence_end"]), *also)}
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for mention in row["mentions"]:
        places[mention["article_id"]].append((mention["start"], mention["end"]))
    return {article_id: tuple(spans) for article_id, spans in places.items()}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """Dates as ISO text, as the gold writes them; for an event the rule of its main mention."""
    plain = {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
    return plain if "mentions" not in row else plain | {"rule_id": row["mentions"][0]["rule_id"]}
