"""Write a release: the data first, for the checks to look at, and everything that describes it afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from newsledger.build.publish.card import card
from newsledger.build.publish.manifest import describe, write_checksums, write_manifest
from newsledger.build.publish.parquet import write_parquet
from newsledger.build.publish.rights import clear
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.content import canonical_line
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import Manifest
from newsledger.schema.row import Row

QUALITY = "quality_results"


@dataclass(frozen=True)
class Verdict:
    """What the checks said of the staged data, in the forms a release carries."""

    results_json: str
    quality_rows: Sequence[Row]
    expectations: Mapping[str, str] = field(default_factory=dict)
    quarantine: str = ""


def stage(built: Built, config: DatasetConfig, folder: Path) -> None:
    """Write the data of a release, cleared by the rights policy, and its copy of dataset.yml."""
    tables = clear(built, config).tables
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in TABLES.items():
        if name != QUALITY:
            write_parquet(folder, model, tables.get(name, []))
    write(folder, "dataset.yml", dataset_yaml(config))


def finish(folder: Path, built: Built, config: DatasetConfig, verdict: Verdict) -> Manifest:
    """Write the rest of a release whose checks have passed: results, card, skips, manifest, checksums."""
    cleared = clear(built, config)
    write_parquet(folder, TABLES[QUALITY], verdict.quality_rows)
    write(folder, "validation/results.json", verdict.results_json)
    write(folder, "skips.jsonl", skips_jsonl(built))
    tables = describe(folder)
    write(folder, "README.md", card(folder, config, tables, cleared, verdict.results_json))
    manifest = write_manifest(folder, built, config, tables, cleared)
    write_checksums(folder)
    return manifest


def write(folder: Path, path: str, content: str) -> None:
    """Write one text file of the release, in UTF-8 and with newlines as they are."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8", newline="")


def dataset_yaml(config: DatasetConfig) -> str:
    """The dataset's description, from which the release can be rebuilt."""
    content = config.model_dump(mode="json", exclude_none=True)
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True)


def skips_jsonl(built: Built) -> str:
    """Declined candidates, one a line: offsets and reason, never the words."""
    lines = sorted(
        (skip.model_dump(mode="json") for skip in built.skips),
        key=lambda skip: (
            skip["article_id"],
            skip["start"],
            skip["end"],
            skip["table"],
            skip["rule_id"],
            skip["reason"],
        ),
    )
    return "".join(canonical_line(line) for line in lines)
