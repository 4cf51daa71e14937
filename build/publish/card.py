"""The dataset card: front matter that makes the folder loadable, and a page that explains it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from newsledger.build.publish.example import example
from newsledger.build.publish.features import features_yaml
from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.manifest import Described
from newsledger.build.publish.measured import measured
from newsledger.build.publish.rights import MAX_WORDS, Cleared
from newsledger.build.publish.templates import fill
from newsledger.build.publish.vocabularies import snake
from newsledger.schema import SCHEMA_VERSION, TABLES
from newsledger.schema.codebook import type_text
from newsledger.schema.columns import Column, columns_of
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.row import Claim

SIZES = ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10**7, "1M<n<10M"))
DEFAULTS = ("events", "casualties", "statements", "evacuations", "articles")
LONG_VOCABULARY = 24
EXAMPLES = 3
TAGS = (
    "conflict",
    "news",
    "armed-conflict",
    "casualties",
    "quotations",
    "displacement",
    "event-data",
    "tabular",
    "text",
)


def card(config: DatasetConfig, tables: Mapping[str, Described], cleared: Cleared, results_json: str) -> str:
    """README.md of a release."""
    front = yaml.safe_dump(front_matter(config, tables), sort_keys=False, allow_unicode=True, width=120)
    body = fill(
        "card.md.j2",
        config=config,
        title=config.title or config.name,
        licence=licence_of(config.licence),
        tables=[_table(described) for described in tables.values()],
        names=list(tables),
        empty=[name for name in TABLES if name not in tables],
        default=default_table(tables),
        envelope=_envelope(tables),
        claims=[name for name in tables if issubclass(TABLES[name], Claim)],
        articles=_articles(tables),
        contradictions=_contradictions(tables),
        example=example(tables),
        measured=measured(),
        cleared=cleared,
        max_words=MAX_WORDS,
        quality=quality(results_json),
        schema_version=SCHEMA_VERSION,
        citation=citation(config),
    )
    return f"---\n{front}---\n\n{body}"


def front_matter(config: DatasetConfig, tables: Mapping[str, Described]) -> dict[str, Any]:
    """The YAML head: licence, language, size, one config per table, exact sizes."""
    licence = licence_of(config.licence)
    named = {} if licence.url else {"license_name": config.licence, "license_link": "LICENSE"}
    rows = max((table.rows.num_rows for name, table in tables.items() if name != "quality_results"), default=0)
    return {
        "pretty_name": config.title or config.name,
        "version": config.version,
        "license": config.licence,
        **(named if config.licence == "other" else {}),
        "language": languages(tables),
        "size_categories": [size_category(rows)],
        "annotations_creators": ["machine-generated"],
        "language_creators": ["found"],
        "multilinguality": ["monolingual"] if len(languages(tables)) == 1 else ["multilingual"],
        "source_datasets": ["original"],
        "task_categories": ["token-classification", "text-classification"],
        "tags": list(TAGS),
        "configs": [_config(name, name == default_table(tables)) for name in tables],
        "dataset_info": [_info(described) for described in tables.values()],
    }


def _config(name: str, default: bool) -> dict[str, Any]:
    return {
        "config_name": name,
        **({"default": True} if default else {}),
        "data_files": [{"split": "train", "path": f"data/{name}/train-*.parquet"}],
    }


def _info(described: Described) -> dict[str, Any]:
    rows = described.rows.num_rows
    return {
        "config_name": described.name,
        "features": features_yaml(TABLES[described.name]),
        "splits": [{"name": "train", "num_bytes": described.num_bytes, "num_examples": rows}],
        "download_size": described.file_bytes,
        "dataset_size": described.num_bytes,
    }


def default_table(tables: Mapping[str, Described]) -> str:
    """The config that `load_dataset` takes when none is named; without one it fails."""
    return next(name for name in (*DEFAULTS, *tables) if name in tables)


def size_category(rows: int) -> str:
    """The Hub's size category.

    >>> size_category(0), size_category(1_000), size_category(5_000_000)
    ('n<1K', '1K<n<10K', '1M<n<10M')
    """
    return next((name for limit, name in SIZES if rows < limit), "10M<n<100M")


def languages(tables: Mapping[str, Described]) -> list[str]:
    """The languages the sidecar states; English, which is all the extractors read, when it states none."""
    if "articles" not in tables:
        return ["en"]
    stated = {value for value in tables["articles"].rows["language"].to_pylist() if value}
    return sorted(stated) or ["en"]


@dataclass(frozen=True)
class ColumnLine:
    """One line of a table of columns."""

    name: str
    type: str
    meaning: str
    filled: tuple[float, ...]


def _table(described: Described) -> dict[str, Any]:
    """What the card says of one table; the envelope of claims is told once, not in each."""
    model = TABLES[described.name]
    shared = set(Claim.model_fields) if issubclass(model, Claim) else set()
    return {
        "name": described.name,
        "rows": described.rows.num_rows,
        "meaning": (model.__doc__ or "").strip().split("\n")[0],
        "key": ", ".join(f"`{key}`" for key in model.KEY),
        "columns": [_line(column, [described.rows]) for column in columns_of(model) if column.name not in shared],
    }


def _envelope(tables: Mapping[str, Described]) -> list[ColumnLine]:
    """The columns that all claims share, with their coverage in each table of claims."""
    rows = [table.rows for name, table in tables.items() if issubclass(TABLES[name], Claim)]
    return [_line(column, rows) for column in columns_of(Claim)] if rows else []


def _line(column: Column, tables: list[pa.Table]) -> ColumnLine:
    meaning = column.description
    if column.references:
        meaning += f" Refers to `{column.references}`."
    if len(column.vocabulary) > LONG_VOCABULARY:
        meaning += f" One of the {len(column.vocabulary)} codes of `vocab/{snake(column.vocabulary_name or '')}.csv`."
    elif column.vocabulary:
        meaning += " One of " + ", ".join(f"`{code}`" for code in column.vocabulary) + "."
    return ColumnLine(column.name, type_text(column), meaning, tuple(filled(rows, column) for rows in tables))


def filled(rows: pa.Table, column: Column) -> float:
    """The share of rows in which a column says something: not null, and for a list not empty."""
    values = rows[column.name]
    if not rows.num_rows:
        return 0.0
    if column.item is not None:
        said = pc.sum(pc.greater(pc.list_value_length(values), 0)).as_py() or 0
        return float(said / rows.num_rows)
    return float(1 - values.null_count / rows.num_rows)


def _articles(tables: Mapping[str, Described]) -> dict[str, Any]:
    """How many articles, how many with a date, and the first and last of those."""
    rows = tables["articles"].rows if "articles" in tables else TABLES_EMPTY
    dates = [value for value in rows["published_date"].to_pylist() if value]
    publishers = sorted({value for value in rows["publisher"].to_pylist() if value})
    return {
        "count": rows.num_rows,
        "dated": len(dates),
        "first": min(dates, default=None),
        "last": max(dates, default=None),
        "publishers": publishers,
        "duplicates": rows.num_rows - rows["duplicate_of"].null_count,
    }


def _contradictions(tables: Mapping[str, Described]) -> list[str]:
    """The first few contradictions, as their rows explain them, in the order of their ids."""
    if "contradictions" not in tables:
        return []
    explained = [text for text in tables["contradictions"].rows["explanation"].to_pylist() if text]
    return explained[:EXAMPLES]


TABLES_EMPTY = pa.table({name: pa.array([], pa.string()) for name in ("published_date", "publisher", "duplicate_of")})


def quality(results_json: str) -> dict[str, Any]:
    """The results in the figures a reader asks for: checks, evidence, warnings."""
    content = json.loads(results_json)
    evidence = [result for result in content["results"] if result["rule_id"].endswith(".rehashes")]
    spans = [result for result in evidence if result["table"] != "articles"]
    return {
        **content["summary"],
        "spans": sum(result["n_checked"] for result in spans),
        "spans_failed": sum(result["n_failed"] for result in spans),
        "failures": [result for result in content["results"] if not result["success"]],
    }


def citation(config: DatasetConfig) -> str:
    """A BibTeX entry."""
    authors = " and ".join(f"{{{person.name}}}" for person in config.maintainers)
    fields = {
        "title": f"{{{config.title or config.name}}}",
        "author": authors,
        "year": (config.released or "")[:4],
        "version": config.version,
        "note": "Built with newsledger",
    }
    lines = [f"  {key} = {{{value}}}" for key, value in fields.items() if value]
    return f"@misc{{{config.name},\n" + ",\n".join(lines) + "\n}"
