"""`manifest.json` and `SHA256SUMS`: what a release consists of and what it was made from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from newsledger.build.publish.files import release_files, sha256_file
from newsledger.build.publish.parquet import read_parquet, shard
from newsledger.build.publish.rights import Cleared
from newsledger.schema import SCHEMA_VERSION, TABLES
from newsledger.schema.built import Built
from newsledger.schema.content import content_sha256
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import (
    CHECKSUMS,
    FILE_NAME,
    ArticleEntry,
    FileEntry,
    Manifest,
    PreviousEntry,
    Rights,
    SameContentEntry,
    SkippedEntry,
    TableEntry,
)


@dataclass(frozen=True)
class Described:
    """One published table with the figures that describe it."""

    name: str
    rows: pa.Table
    num_bytes: int
    content_sha256: str
    path: str
    file_bytes: int


def describe(folder: Path) -> dict[str, Described]:
    """The tables of a staged release that have rows, read back from disk."""
    found = {}
    for name, model in TABLES.items():
        rows = read_parquet(folder, name)
        if rows is not None:
            size = (folder / shard(name)).stat().st_size
            digest = content_sha256(rows, model.KEY)
            found[name] = Described(name, rows, rows.nbytes, digest, shard(name), size)
    return found


def write_manifest(
    folder: Path,
    built: Built,
    config: DatasetConfig,
    tables: dict[str, Described],
    cleared: Cleared,
    previous: PreviousEntry | None = None,
) -> Manifest:
    """Write manifest.json, which lists every file but itself and the checksums."""
    manifest = Manifest(
        generator_version=version("newsledger"),
        dataset=config.name,
        title=config.title,
        version=config.version,
        released=config.released,
        schema_version=SCHEMA_VERSION,
        writer=f"pyarrow {pa.__version__}",
        rights=Rights(
            evidence=config.evidence,
            max_reproduced_share=config.max_reproduced_share,
            evidence_text_withheld=cleared.evidence_text_withheld,
            content_withheld=cleared.content_withheld,
        ),
        tables={
            name: TableEntry(rows=table.rows.num_rows, content_sha256=table.content_sha256, files=[table.path])
            for name, table in tables.items()
        },
        empty_tables=[name for name in TABLES if name not in tables],
        articles=_articles(built, cleared),
        skipped_articles=_skipped(built),
        same_content=_same_content(built),
        declined_candidates=len(built.skips),
        previous=previous,
        files=_files(folder),
    )
    content = json.dumps(manifest.model_dump(mode="json"), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / FILE_NAME).write_text(content, encoding="utf-8", newline="")
    return manifest


def _articles(built: Built, cleared: Cleared) -> list[ArticleEntry]:
    """Every input with the share of it that the release reproduces."""
    return [
        ArticleEntry(
            article_id=article.article_id,
            source_name=article.source_name,
            reproduced_share=round(cleared.shares[article.article_id], 4),
        )
        for article in sorted(built.articles, key=lambda article: article.article_id)
    ]


def _skipped(built: Built) -> list[SkippedEntry]:
    ordered = sorted(built.skipped_articles, key=lambda skipped: (skipped.source_name, skipped.reason))
    return [SkippedEntry(source_name=skipped.source_name, reason=skipped.reason) for skipped in ordered]


def _same_content(built: Built) -> list[SameContentEntry]:
    ordered = sorted(built.same_content, key=lambda same: same.source_name)
    return [
        SameContentEntry(source_name=same.source_name, same_as=same.same_as, sha256=same.sha256) for same in ordered
    ]


def _files(folder: Path) -> list[FileEntry]:
    """Every file but the two seals."""
    return [
        FileEntry(path=path, bytes=(folder / path).stat().st_size, sha256=sha256_file(folder / path))
        for path in release_files(folder)
        if path not in (FILE_NAME, CHECKSUMS)
    ]


def write_checksums(folder: Path) -> None:
    """Write SHA256SUMS over all other files, sorted, as `sha256sum -c` reads it."""
    lines = [f"{sha256_file(folder / path)}  {path}\n" for path in release_files(folder) if path != CHECKSUMS]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8", newline="")
