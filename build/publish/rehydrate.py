"""A private copy of a release whose rows carry their evidence whole, filled from a user's own articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import yaml

from newsledger.build.publish.card import default_table
from newsledger.build.publish.files import sha256_file, write, write_json
from newsledger.build.publish.manifest import Described, describe
from newsledger.build.publish.parquet import write_table
from newsledger.build.publish.place import staging_folder
from newsledger.build.publish.sealed import read_sealed
from newsledger.schema import TABLES
from newsledger.schema.manifest import CHECKSUMS, Manifest
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import Claim, evidence_hash

NOTICE = """\
# {name} {version}, filled in: private

Made with `newsledger rehydrate` from the release and from articles you hold. The columns `evidence_text` and `content`
carry the articles' own words, whole. The rights in them are not yours to pass on: **do not publish this copy.** The
release itself, with its card, rights and checks, is `{name}` {version}; `rehydrated.json` says what was filled.
"""


@dataclass(frozen=True)
class Rehydrated:
    """How many values were filled, by `table.column`, and how many rows had no article at hand."""

    filled: dict[str, int]
    rows_without_article: int


def rehydrate(release: Path, texts: Mapping[str, str], absent: tuple[str, ...], out: Path) -> Rehydrated:
    """Write the copy; the release itself is never changed.

    Raises:
        PublisherError: the release is damaged, a span does not hash to what its row states, or `out` is not a new
            folder outside the release.
    """
    _demand_new(release, out)
    manifest = read_sealed(release).manifest
    filled: Counter[str] = Counter()
    lacking = 0
    tables = describe(release)
    with staging_folder(out) as staging:
        for name, table in tables.items():
            rows = table.rows
            if issubclass(TABLES[name], Claim):
                rows, without = _filled(name, rows, texts, filled)
                lacking += without
            write_table(staging, TABLES[name], rows)
        _describe(staging, release, manifest, tables, filled, absent)
        staging.rename(out)
    return Rehydrated(dict(sorted(filled.items())), lacking)


def _demand_new(release: Path, out: Path) -> None:
    inner, outer = out.resolve(), release.resolve()
    if inner == outer or inner.is_relative_to(outer) or outer.is_relative_to(inner):
        raise PublisherError(f"{out}: lies in the release, which stays as it is; name a folder elsewhere with --out.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise PublisherError(f"{out}: exists and is not empty; name a new folder with --out.")


def _filled(name: str, table: pa.Table, texts: Mapping[str, str], filled: Counter[str]) -> tuple[pa.Table, int]:
    """A table of claims with its words, and how many of its rows have no article at hand."""
    rows: list[dict[str, Any]] = table.to_pylist()
    columns = [column for column in ("evidence_text", "content") if column in table.column_names]
    lacking = 0
    for row in rows:
        text = texts.get(row["article_id"])
        if text is None:
            lacking += 1
            continue
        start, end = row["evidence_start"], row["evidence_end"]
        if evidence_hash(text, start, end) != row["evidence_sha256"]:
            raise PublisherError(
                f"{name} {row[TABLES[name].KEY[0]]}: its evidence does not hash to evidence_sha256; the release is not "
                "what was read from this article. Run newsledger verify."
            )
        for column in columns:
            filled[f"{name}.{column}"] += row[column] != text[start:end]
            row[column] = text[start:end]
    return pa.Table.from_pylist(rows, schema=table.schema), lacking


def _describe(
    folder: Path,
    release: Path,
    manifest: Manifest,
    tables: Mapping[str, Described],
    filled: Mapping[str, int],
    absent: tuple[str, ...],
) -> None:
    """A card that loads and warns, and a note of what was filled from which release."""
    default = default_table(tables)
    configs = [
        {
            "config_name": name,
            **({"default": True} if name == default else {}),
            "data_files": [{"split": "train", "path": f"data/{name}/train-*.parquet"}],
        }
        for name in tables
    ]
    front = yaml.safe_dump({"configs": configs}, sort_keys=False)
    notice = NOTICE.format(name=manifest.dataset, version=manifest.version)
    write(folder, "README.md", f"---\n{front}---\n\n{notice}")
    note = {
        "dataset": manifest.dataset,
        "version": manifest.version,
        "release_checksums_sha256": sha256_file(release / CHECKSUMS),
        "filled": dict(sorted(filled.items())),
        "absent_articles": list(absent),
    }
    write_json(folder, "rehydrated.json", note)
