"""`newsledger explain`: one row in its sentence, with its rule, its source, its date and what it is linked to."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from newsledger.build.read.articles import read_inputs
from newsledger.release import sample_articles
from newsledger.schema import TABLES
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import evidence_hash

SHOWN = {
    "casualties": (
        "outcome",
        "count",
        "count_min",
        "count_max",
        "quantifier",
        "count_text",
        "victim_class",
        "victim_text",
    ),
    "statements": ("quote_type", "content", "speaker", "speaker_text", "speaker_role", "cue", "medium", "edits"),
    "evacuations": ("record_kind", "strength", "issuer", "population", "count", "origin", "destination", "means"),
    "events": ("event_type", "event_scope", "actor", "target", "weapon_text", "acled_sub_event_type", "plover_type"),
}
LEAST = 4


@dataclass(frozen=True)
class Found:
    """A row, the table and release it stands in."""

    release: Path
    table: str
    row: dict[str, Any]


def explain_record(record_id: str, releases: Sequence[Path], articles: Path | None, as_json: bool) -> str:
    """The explanation of the row whose id starts with `record_id`, as text or JSON.

    Raises:
        PublisherError: no release, no such row, or several rows that begin alike.
    """
    found = _find(record_id, releases)
    texts = _texts(articles)
    if as_json:
        told = {
            "release": str(found.release),
            "table": found.table,
            "row": found.row,
            "sentence": _sentence(found, texts),
        }
        return json.dumps(told, indent=2, ensure_ascii=False, default=str)
    return "\n".join(_lines(found, texts))


def _find(record_id: str, releases: Sequence[Path]) -> Found:
    if not releases:
        raise PublisherError("no release under dist/; run `newsledger build` first or name one with --release.")
    if len(record_id) < LEAST:
        raise PublisherError(f"{record_id!r}: too short for an id; give at least its first {LEAST} characters.")
    found = [hit for release in releases for hit in _rows(release) if hit.row[_key(hit.table)].startswith(record_id)]
    ids = sorted({hit.row[_key(hit.table)] for hit in found})
    if not ids:
        names = ", ".join(str(release) for release in releases)
        raise PublisherError(
            f"{record_id}: no such row in {names}; take an id from casualties, events, … of a release."
        )
    if len(ids) > 1:
        raise PublisherError(
            f"{record_id}: {len(ids)} rows begin so ({ids[0][:12]}, {ids[1][:12]}, …); give more of it."
        )
    return found[0]


def _key(table: str) -> str:
    return TABLES[table].KEY[0]


def _rows(release: Path) -> Iterator[Found]:
    import pyarrow.parquet as pq

    if not (release / "data").is_dir():
        return
    for table in SHOWN:
        for file in sorted((release / "data" / table).glob("*.parquet")):
            for row in pq.read_table(file).to_pylist():
                yield Found(release, table, row)


def _texts(articles: Path | None) -> dict[str, str]:
    """The texts at hand, by article id: the user's own, and those of the packaged sample."""
    with sample_articles() as sample:
        folders = [folder for folder in (articles, sample) if folder is not None]
        return {article.article_id: article.text for f in folders for article in read_inputs([f]).articles}


def _place(found: Found) -> tuple[str, int, int, int, int, str]:
    """Article, evidence span, sentence span and evidence hash of a row (an event's main mention)."""
    row = found.row if found.table != "events" else found.row["mentions"][0]
    start, end = ("start", "end") if found.table == "events" else ("evidence_start", "evidence_end")
    return (
        row["article_id"],
        row[start],
        row[end],
        row["sentence_start"],
        row["sentence_end"],
        row["evidence_sha256"],
    )


def _sentence(found: Found, texts: dict[str, str]) -> dict[str, str] | None:
    """The sentence in three pieces: before, evidence, after; None when the text is not at hand."""
    article_id, start, end, left, right, digest = _place(found)
    text = texts.get(article_id)
    if text is None or evidence_hash(text, start, end) != digest:
        return None
    return {"before": text[left:start], "evidence": text[start:end], "after": text[end:right]}


def _lines(found: Found, texts: dict[str, str]) -> Iterator[str]:
    row = found.row
    yield typer.style(f"{found.table} {row[_key(found.table)]}", bold=True) + f"  in {found.release}"
    yield from _evidence_lines(found, texts)
    for column in SHOWN[found.table]:
        if row[column] not in (None, []):
            yield f"  {column:<16} {row[column]}"
    yield f"  {'claim':<16} {row['modality']}, {row['temporal_role']}"
    yield from _source_lines(found)
    yield f"  {'when':<16} {_when(row)}"
    yield f"  {'where':<16} {_where(row)}"
    yield from _rule_lines(found)
    yield from _link_lines(found)


def _evidence_lines(found: Found, texts: dict[str, str]) -> Iterator[str]:
    article_id, start, end, *_ = _place(found)
    pieces = _sentence(found, texts)
    if pieces is None:
        excerpt = found.row.get("evidence_text")
        yield f"  “{excerpt}”" if excerpt else "  (the text is not at hand: give your copies with --articles)"
    else:
        marked = typer.style(pieces["evidence"], fg=typer.colors.YELLOW, bold=True)
        yield "  " + " ".join(f"{pieces['before']}⟦{marked}⟧{pieces['after']}".split())
    yield f"  {'evidence':<16} characters {start} to {end} of article {article_id[:12]}"


def _source_lines(found: Found) -> Iterator[str]:
    row = found.row
    if found.table == "casualties":
        yield f"  {'source':<16} {row['attributed_to'] or 'the article itself'} ({row['attribution_kind']})"


def _when(row: dict[str, Any]) -> str:
    if row["date_start"] is None:
        return f"{row['date_text']!r} cannot be anchored" if row["date_text"] else "not said"
    days = (
        str(row["date_start"])
        if row["date_end"] in (None, row["date_start"])
        else f"{row['date_start']} to {row['date_end']}"
    )
    how = {"explicit": "stands in the text", "relative": "reckoned from the published date"}.get(row["date_source"], "")
    return f"{days} ({row['date_precision']}), from {row['date_text']!r}: {how}"


def _where(row: dict[str, Any]) -> str:
    if row["place_name"] is None:
        return "not said"
    country = f", {row['country_iso3']}" if row["country_iso3"] else ""
    return f"{row['place_name']} ({row['place_precision']}{country}), from {row['place_text']!r}"


def _rule_lines(found: Found) -> Iterator[str]:
    row = found.row
    rules = [row["rule_id"]] if "rule_id" in row else sorted({mention["rule_id"] for mention in row["mentions"]})
    yield f"  {'rule':<16} {', '.join(rules)} (confidence {row['confidence']})"


def _link_lines(found: Found) -> Iterator[str]:
    """The event a claim is about, or the claims about an event."""
    if found.table == "events":
        event_id = found.row["event_id"]
        yield f"  {'told':<16} {found.row['n_mentions']} times in {found.row['n_articles']} article(s)"
    else:
        event_id = found.row["event_id"]
        yield f"  {'event':<16} {event_id or 'the text does not tie it to one'}"
    for other in _rows(found.release) if event_id else ():
        other_id = other.row[_key(other.table)]
        if other.row["event_id"] == event_id and other_id != found.row[_key(found.table)]:
            yield f"  {'linked':<16} {other.table} {other_id[:12]} {_gist(other)}"


def _gist(found: Found) -> str:
    row = found.row
    match found.table:
        case "casualties":
            number = row["count_text"] if row["count"] is None else row["count"]
            return f"{row['outcome']} {row['quantifier']} {number}"
        case "statements":
            return f"{row['speaker']}: {(row['content'] or '')[:60]}"
        case "evacuations":
            return f"{row['record_kind']} {row['population'] or ''}"
        case _:
            return f"{row['event_type']} {row['date_start'] or ''} {row['place_name'] or ''}"
