"""A release's documents made again from its data, to be compared with those it holds."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

import yaml

from newsledger.build.publish.card import card
from newsledger.build.publish.manifest import describe
from newsledger.build.publish.provenance import CODE, DATA, SOURCES, sources_sha256
from newsledger.build.publish.rights import Cleared
from newsledger.build.publish.stage import dataset_yaml
from newsledger.build.publish.standards import standards
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import Manifest


def made_by_this_code(folder: Path) -> bool:
    """Whether provenance.json names the very code that runs now; other code may write other documents."""
    try:
        stated = json.loads((folder / "provenance.json").read_bytes())
        return bool(
            stated["package"] == {"name": "newsledger", "version": version("newsledger")}
            and stated["sources_sha256"] == {name: sources_sha256(name, CODE) for name in SOURCES}
            and stated["lexicons_and_rules_sha256"] == {name: sources_sha256(name, DATA) for name in SOURCES}
        )
    except (OSError, ValueError, KeyError, TypeError):
        return False


def rederived(folder: Path, manifest: Manifest) -> dict[str, str]:
    """Every document of a release by path, from its tables, its dataset.yml and its results.

    Raises:
        ValueError: one of the files it rests on cannot be read as what it should be.
    """
    config = DatasetConfig.model_validate(yaml.safe_load((folder / "dataset.yml").read_text(encoding="utf-8")))
    results = (folder / "validation" / "results.json").read_text(encoding="utf-8")
    tables = describe(folder)
    shares = {entry.article_id: entry.reproduced_share for entry in manifest.articles}
    rights = manifest.rights
    cleared = Cleared({}, shares, rights.evidence_text_withheld, rights.content_withheld)
    return {
        **standards(folder, config, tables, results),
        "README.md": card(config, tables, cleared, results),
        "dataset.yml": dataset_yaml(config),
    }


def first_difference(stated: str, derived: str) -> str:
    r"""The first line in which a document departs from what the data gives.

    >>> first_difference("a\nb\n", "a\nc\n")
    'line 2 is "b", the data gives "c"'
    """
    lines, others = stated.split("\n"), derived.split("\n")
    at = next((n for n, (a, b) in enumerate(zip(lines, others, strict=False)) if a != b), min(len(lines), len(others)))
    held, given = (_short(part[at]) if at < len(part) else "missing" for part in (lines, others))
    return f"line {at + 1} is {held}, the data gives {given}"


def _short(line: str, longest: int = 80) -> str:
    text = line.strip()
    return f'"{text if len(text) <= longest else text[: longest - 1] + "…"}"'
