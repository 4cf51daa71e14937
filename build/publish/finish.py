"""Everything that describes a release, written when its checks have passed; the seals come last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from newsledger.build.publish.card import card
from newsledger.build.publish.changelog import FILE_NAME as CHANGELOG
from newsledger.build.publish.files import write
from newsledger.build.publish.history import History
from newsledger.build.publish.manifest import describe, write_checksums, write_manifest
from newsledger.build.publish.parquet import write_parquet
from newsledger.build.publish.rights import clear
from newsledger.build.publish.stage import QUALITY
from newsledger.build.publish.standards import write_standards
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.content import canonical_line
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import Manifest
from newsledger.schema.row import Row

SKIP_ORDER = ("article_id", "start", "end", "table", "rule_id", "reason")


def finish(
    folder: Path,
    built: Built,
    config: DatasetConfig,
    results_json: str,
    quality_rows: Sequence[Row],
    expectations: Mapping[str, str] | None = None,
    quarantine: str = "",
    history: History | None = None,
) -> Manifest:
    """Write the rest of a staged release: results, card, metadata in every standard form, manifest, checksums.

    `results_json`, `expectations` (suites by table) and `quarantine` (JSON Lines) are the report's own canonical forms.
    """
    cleared = clear(built, config)
    write_parquet(folder, TABLES[QUALITY], quality_rows)
    write(folder, "validation/results.json", results_json)
    write(folder, "validation/quarantine.jsonl", quarantine)
    for table, suite in sorted((expectations or {}).items()):
        write(folder, f"expectations/{table}.json", suite)
    write(folder, "skips.jsonl", skips_jsonl(built))
    tables = describe(folder)
    write_standards(folder, built, config, tables, results_json)
    write(folder, "README.md", card(config, tables, cleared, results_json))
    if history is not None:
        write(folder, CHANGELOG, history.changelog)
    manifest = write_manifest(folder, built, config, tables, cleared, history.previous if history else None)
    write_checksums(folder)
    return manifest


def skips_jsonl(built: Built) -> str:
    """Declined candidates, one a line: offsets and reason, never the words."""
    lines = [skip.model_dump(mode="json") for skip in built.skips]
    lines.sort(key=lambda line: tuple(line[name] for name in SKIP_ORDER))
    return "".join(canonical_line(line) for line in lines)
