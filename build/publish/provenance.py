"""`provenance.json`: what the release was made with and from, in hashes; never a clock, a machine or a git commit."""

from __future__ import annotations

import functools
import hashlib
import importlib
from importlib.metadata import version
from pathlib import Path
from typing import Any

from newsledger.schema import SCHEMA_VERSION
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig

SOURCES = ("newsledger.schema", "newsledger.build", "newsledger.validation")
CODE = (".py",)
DATA = (".yml", ".yaml", ".csv", ".tsv", ".json", ".jsonl", ".j2", ".txt", ".gz")
TOOLS = ("datasets", "duckdb", "great-expectations", "jinja2", "pandas", "pyarrow", "pydantic", "pyyaml", "rapidfuzz")


def provenance(built: Built, config: DatasetConfig) -> dict[str, Any]:
    """Package, sources, tools and inputs of a release."""
    return {
        "dataset": config.name,
        "version": config.version,
        "schema_version": SCHEMA_VERSION,
        "source_date": config.released,
        "package": {"name": "newsledger", "version": version("newsledger")},
        "sources_sha256": {name: sources_sha256(name, CODE) for name in SOURCES},
        "lexicons_and_rules_sha256": {name: sources_sha256(name, DATA) for name in SOURCES},
        "tools": {tool: version(tool) for tool in TOOLS},
        "models": sorted(_extractors(built) - {"rules"}),
        "inputs": [
            {"source_name": article.source_name, "sha256": article.article_id}
            for article in sorted(built.articles, key=lambda article: (article.source_name, article.article_id))
        ],
    }


@functools.cache
def sources_sha256(package: str, suffixes: tuple[str, ...]) -> str:
    """One hash over a package's files of some kinds: their relative paths and contents, in order."""
    folder = Path(str(importlib.import_module(package).__file__)).parent
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if path.is_file() and path.suffix in suffixes and "__pycache__" not in path.parts:
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            digest.update(f"{content}  {path.relative_to(folder).as_posix()}\n".encode())
    return digest.hexdigest()


def _extractors(built: Built) -> set[str]:
    """What found the rows: `rules`, or `llm:` and a model."""
    return {str(row.extractor) for rows in built.tables.values() for row in rows if hasattr(row, "extractor")}
