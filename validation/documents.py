"""The documents of a finished release against its manifest, tables and files: every figure and hash told twice."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from newsledger.schema import TABLES
from newsledger.schema.manifest import Manifest
from newsledger.validation.report import RELEASE, CheckResult, outcome
from newsledger.validation.tables import Tables, parquet_path

FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
ROWS_TOLD = re.compile(r"^\| `(\w+)` \| ([\d,]+) \|", re.MULTILINE)
OWN = "quality_results"
RESULT = ("column", "severity", "success", "n_checked", "n_failed", "example_ids")
UNREADABLE = (OSError, UnicodeDecodeError, ValueError, yaml.YAMLError, KeyError, TypeError, AttributeError, IndexError)


@dataclass(frozen=True)
class Stated:
    """A release as its documents are held against it."""

    folder: Path
    manifest: Manifest
    tables: Tables

    @property
    def rows(self) -> dict[str, int]:
        """Rows by table, as the manifest states them."""
        return {name: entry.rows for name, entry in self.manifest.tables.items()}

    @property
    def shards(self) -> dict[str, str]:
        """The hash of each table's file, as the manifest states it."""
        hashes = {entry.path: entry.sha256 for entry in self.manifest.files}
        return {name: hashes.get(parquet_path(name), "") for name in self.manifest.tables}

    def text(self, path: str) -> str:
        """A document of the release."""
        return (self.folder / path).read_text(encoding="utf-8")


def check_documents(folder: Path, manifest: Manifest, tables: Tables) -> Iterator[CheckResult]:
    """One result per document: each names what in it does not fit."""
    stated = Stated(folder, manifest, tables)
    for rule, path, check in CHECKS:
        reason = f"{path} tells what the manifest and the tables tell."
        try:
            wrong = sorted(set(check(stated)))
            detail = f"{path} departs in: {', '.join(wrong[:5])}." if wrong else ""
        except UNREADABLE as error:
            wrong, detail = [path], f"It cannot be read: {' '.join(str(error).split())[:160]}."
        yield outcome(rule, RELEASE, reason, 1, wrong, detail=detail)


def _card(stated: Stated) -> Iterator[str]:
    """Version, configs and counts of README.md: in the front matter and in the table of contents."""
    text = stated.text("README.md")
    match = FRONT.match(text)
    front = yaml.safe_load(match[1]) if match else {}
    if front["version"] != stated.manifest.version:
        yield "version"
    configs = {config["config_name"]: config["data_files"] for config in front["configs"]}
    wanted = {name: [{"split": "train", "path": f"data/{name}/train-*.parquet"}] for name in stated.rows}
    yield from (f"configs.{name}" for name in configs.keys() | wanted.keys() if configs.get(name) != wanted.get(name))
    counts = {info["config_name"]: info["splits"][0]["num_examples"] for info in front["dataset_info"]}
    told = {name: int(count.replace(",", "")) for name, count in ROWS_TOLD.findall(text)}
    for name in counts.keys() | stated.rows.keys():
        if counts.get(name) != stated.rows.get(name):
            yield f"dataset_info.{name}"
        if told.get(name) != stated.rows.get(name):
            yield f"rows of {name}"


def _datapackage(stated: Stated) -> Iterator[str]:
    content = json.loads(stated.text("datapackage.json"))
    if content["version"] != stated.manifest.version:
        yield "version"
    found = {resource["name"]: resource for resource in content["resources"]}
    yield from (f"resources.{name}" for name in found.keys() ^ stated.rows.keys())
    for name in found.keys() & stated.rows.keys():
        size = (stated.folder / parquet_path(name)).stat().st_size
        if (found[name]["hash"], found[name]["bytes"]) != (f"sha256:{stated.shards[name]}", size):
            yield f"resources.{name}"


def _croissant(stated: Stated) -> Iterator[str]:
    content = json.loads(stated.text("croissant.json"))
    if content["version"] != stated.manifest.version:
        yield "version"
    found = {file["contentUrl"]: file["sha256"] for file in content["distribution"]}
    wanted = {parquet_path(name): digest for name, digest in stated.shards.items()}
    yield from (path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path))


def _statistics(stated: Stated) -> Iterator[str]:
    found = {name: facts["rows"] for name, facts in json.loads(stated.text("statistics.json"))["tables"].items()}
    yield from (name for name in found.keys() | stated.rows.keys() if found.get(name) != stated.rows.get(name))


def _results(stated: Stated) -> Iterator[str]:
    """The results against table `quality_results`, the rows there are, and their own verdict."""
    content = json.loads(stated.text("validation/results.json"))
    found = {(result["rule_id"], result["table"]): result for result in content["results"]}
    rows = stated.tables.get(OWN).to_pylist()
    listed = {(row["rule_id"], row["table"]): row for row in rows}
    for key in found.keys() | listed.keys():
        if key not in found or key not in listed or any(found[key][name] != listed[key][name] for name in RESULT):
            yield f"{key[1]} {key[0]}"
    failed = [result for result in found.values() if not result["success"] and not result["errored"]]
    if content["gate_passed"] is not True or any(result["severity"] == "critical" for result in failed):
        yield "gate_passed"
    if content["summary"]["checks"] != len(found) or content["summary"]["passed"] != len(found) - len(failed):
        yield "summary"
    rows_of = content["rows"]
    yield from (f"rows of {name}" for name, count in stated.rows.items() if name != OWN and rows_of.get(name) != count)


def _provenance(stated: Stated) -> Iterator[str]:
    content = json.loads(stated.text("provenance.json"))
    manifest = stated.manifest
    facts = {"dataset": manifest.dataset, "version": manifest.version, "schema_version": manifest.schema_version}
    yield from (name for name, value in facts.items() if content[name] != value)
    found = {(entry["source_name"], entry["sha256"]) for entry in content["inputs"]}
    articles = stated.tables.get("articles").to_pylist()
    if found != {(row["source_name"], row["article_id"]) for row in articles}:
        yield "inputs"


def _dataset(stated: Stated) -> Iterator[str]:
    content = yaml.safe_load(stated.text("dataset.yml"))
    manifest = stated.manifest
    facts = {"name": manifest.dataset, "version": manifest.version, "title": manifest.title}
    facts |= {"released": manifest.released, "evidence": manifest.rights.evidence}
    facts |= {"max_reproduced_share": str(manifest.rights.max_reproduced_share)}
    held = {**content, "max_reproduced_share": str(content["max_reproduced_share"])}
    yield from (name for name, value in facts.items() if held.get(name) != value)


def _manifest(stated: Stated) -> Iterator[str]:
    """What the manifest says of inputs, tables and declined candidates."""
    manifest = stated.manifest
    articles = stated.tables.get("articles").to_pylist()
    if {(entry.article_id, entry.source_name) for entry in manifest.articles} != {
        (row["article_id"], row["source_name"]) for row in articles
    }:
        yield "articles"
    if sorted({*manifest.tables, *manifest.empty_tables}) != sorted(TABLES):
        yield "empty_tables"
    if manifest.declined_candidates != stated.text("skips.jsonl").count("\n"):
        yield "declined_candidates"
    known = {entry.path for entry in manifest.files}
    seals = {"manifest.json", "SHA256SUMS"}
    files = {path.relative_to(stated.folder).as_posix() for path in stated.folder.rglob("*") if path.is_file()}
    yield from (f"unlisted {path}" for path in files - known - seals)
    data = {path for path in files if path.startswith("data/")}
    yield from (f"stray {path}" for path in data - {parquet_path(name) for name in manifest.tables})


def _citation(stated: Stated) -> Iterator[str]:
    content = yaml.safe_load(stated.text("CITATION.cff"))
    if content["version"] != stated.manifest.version:
        yield "version"
    if content.get("date-released") not in (None, stated.manifest.released):
        yield "date-released"


def _expectations(stated: Stated) -> Iterator[str]:
    """Each rule that was run stands in the suite of its table, and none beside it."""
    results = json.loads(stated.text("validation/results.json"))["results"]
    run: dict[str, set[str]] = {}
    for result in results:
        run.setdefault(result["table"], set()).add(result["rule_id"])
    for name in {*stated.rows} - {OWN}:
        suite: dict[str, Any] = json.loads(stated.text(f"expectations/{name}.json"))
        rules = {rule["meta"]["rule_id"] for rule in suite["expectations"]}
        yield from (f"{name} {rule}" for rule in rules - run.get(name, set()))


CHECKS: tuple[tuple[str, str, Callable[[Stated], Iterator[str]]], ...] = (
    ("card.figures", "README.md", _card),
    ("datapackage.figures", "datapackage.json", _datapackage),
    ("croissant.figures", "croissant.json", _croissant),
    ("statistics.figures", "statistics.json", _statistics),
    ("results.figures", "validation/results.json", _results),
    ("provenance.figures", "provenance.json", _provenance),
    ("dataset.figures", "dataset.yml", _dataset),
    ("manifest.figures", "manifest.json", _manifest),
    ("citation.figures", "CITATION.cff", _citation),
    ("expectations.complete", "expectations/", _expectations),
)
