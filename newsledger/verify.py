"""Proof of a release: every check, its results and documents made again, and evidence re-derived from the articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from newsledger.copies import Copies, copies_of
from newsledger.schema.manifest import CHECKSUMS, FILE_NAME, Manifest
from newsledger.schema.vocabularies import Severity
from newsledger.validation.release_files import read_manifest
from newsledger.validation.report import RELEASE, CheckResult, Report, make_report, outcome
from newsledger.validation.run import Checked, check_release

SPANS = frozenset({"evidence.rehashes", "mentions.rehashes"})
# What a run without all articles cannot find; what only a build with a previous release checks.
BY_ARTICLES = SPANS | {
    "also.has_words",
    "evidence_text.is_evidence",
    "content.is_evidence",
    "articles.at_hand",
    "articles.rehashes",
    "articles.length",
}
WHILE_BUILT = frozenset({"schema.step"})
LATER = "quality_results"
Key = tuple[str, str]


@dataclass(frozen=True)
class Proof:
    """What verifying found; other code may write other documents, so that only the same code calls them wrong."""

    report: Report
    manifest: Manifest | None
    copies: Copies | None
    same_code: bool

    @property
    def spans(self) -> tuple[int, int]:
        """How many evidence spans were looked at in the articles, and how many hash to what the rows state."""
        results = [result for result in self.report.results if result.rule_id in SPANS]
        checked = sum(result.n_checked for result in results)
        return checked, checked - sum(result.n_failed for result in results)


def verify_release(folder: Path, articles: Path | None = None) -> Proof:
    """Check a finished release as far as its own files, and the articles where they are given, allow.

    Raises:
        PublisherError: there is no release in the folder, or no articles where they are said to be.
    """
    from newsledger.build.publish.rederived import made_by_this_code

    copies = copies_of(folder, articles) if articles is not None else None
    checked = check_release(folder, copies.texts if copies else None)
    manifest, _ = read_manifest(folder)
    same = made_by_this_code(folder)
    more = [_finished(folder), *([_copies(copies)] if copies else [])]
    every = copies is not None and not copies.absent and not copies.differing
    if manifest is not None:
        again = [_documents(folder, manifest), *_run_again(folder, checked, every)]
        more += again if same else [replace(result, severity=Severity.INFO) for result in again]
    return Proof(checked.report(more), manifest, copies, same)


def _finished(folder: Path) -> CheckResult:
    missing = [name for name in (FILE_NAME, CHECKSUMS) if not (folder / name).is_file()]
    reason = "A finished release has its manifest and its checksums."
    return outcome("release.finished", RELEASE, reason, 2, missing)


def _copies(copies: Copies) -> CheckResult:
    reason = "A copy that has an article's name has the text that the release was read from."
    return outcome("articles.same_text", "articles", reason, len(copies.texts), copies.differing)


def _documents(folder: Path, manifest: Manifest) -> CheckResult:
    """Every document that follows from data, dataset.yml and results, against what follows from them."""
    from newsledger.build.publish.rederived import first_difference, rederived

    reason = "Every document is what the release's data, dataset.yml and results give."
    try:
        derived = rederived(folder, manifest)
    except (OSError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
        told = f"It cannot be told: {' '.join(str(error).split())[:200]}."
        return outcome("documents.derived", RELEASE, reason, 1, ["data"], detail=told)
    held = {path: _text(folder / path) for path in derived}
    wrong = sorted(path for path, text in derived.items() if held[path] != text)
    told = "; ".join(f"{path} {first_difference(held[path], derived[path])}" for path in wrong[:3])
    return outcome("documents.derived", RELEASE, reason, len(derived), wrong, detail=f"{told}." if wrong else "")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def _run_again(folder: Path, checked: Checked, every_article: bool) -> Iterator[CheckResult]:
    """The results, the quarantine and the suites that the release states, against those just found."""
    again = make_report([r for r in checked.data if _comparable(r.rule_id, r.table, every_article)], {}, {})
    found = {(result.rule_id, result.table): result.as_json() for result in again.results}
    try:
        stated = {_key(line): line for line in json.loads(_text(folder / "validation" / "results.json"))["results"]}
        kept = [json.loads(line) for line in _text(folder / "validation" / "quarantine.jsonl").splitlines()]
        stated = {key: line for key, line in stated.items() if _comparable(*key, every_article)}
        kept = [line for line in kept if _comparable(*_key(line), every_article)]
    except (ValueError, KeyError, TypeError) as error:
        yield outcome("results.as_run", RELEASE, "The stated results can be read.", 1, [str(error)[:100]])
        return
    wrong = [f"{key[1]} {key[0]}" for key in found.keys() | stated.keys() if found.get(key) != stated.get(key)]
    yield outcome("results.as_run", RELEASE, "The checks, run again, find what is stated.", len(found), wrong)
    listed = [json.loads(line) for line in again.quarantine().splitlines()]
    unequal = {str(line.get("id")) for line in (*kept, *listed) if (line in kept) != (line in listed)}
    reason = "The quarantine lists the rows that break a rule, and no others."
    yield outcome("quarantine.as_run", RELEASE, reason, len(listed) + 1, unequal)
    yield _suites(folder, checked.report().expectations)


def _suites(folder: Path, run: Mapping[str, str]) -> CheckResult:
    changed = {name for name, text in run.items() if _text(folder / "expectations" / f"{name}.json") != text}
    extra = {path.stem for path in (folder / "expectations").glob("*.json")} - set(run)
    reason = "Each suite in expectations/ is the one that was run."
    return outcome("expectations.as_run", RELEASE, reason, len(run), changed | extra)


def _key(line: dict[str, Any]) -> Key:
    return line["rule_id"], line["table"]


def _comparable(rule: str, table: str, every_article: bool) -> bool:
    """Whether a check finds the same on the finished release as it did on the staged one."""
    if table == LATER or rule in WHILE_BUILT:
        return False
    return every_article or rule not in BY_ARTICLES
