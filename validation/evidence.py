"""The evidence re-check: every span hashes to its evidence_sha256, from the article or from the excerpt published."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from newsledger.schema.vocabularies import Severity
from newsledger.validation.report import CheckResult, outcome
from newsledger.validation.tables import Tables

CLAIMS = {"casualties": "casualty_id", "statements": "statement_id", "evacuations": "evacuation_id"}
SPAN = ("article_id", "evidence_start", "evidence_end", "evidence_sha256", "evidence_text", "also")


def check_evidence(tables: Tables, articles: Mapping[str, str] | None) -> list[CheckResult]:
    """Re-derive every span: from the texts where they are given, else from the excerpts."""
    results = [result for table, key in CLAIMS.items() for result in _claims(tables, table, key, articles)]
    if articles is not None:
        results += [*_mentions(tables, articles), *_articles(tables, articles)]
    return results


@dataclass
class _Tally:
    """Rows looked at, and rows found wrong."""

    checked: int = 0
    failed: set[str] = field(default_factory=set)

    def add(self, row: str, holds: bool) -> None:
        """Count one more."""
        self.checked += 1
        if not holds:
            self.failed.add(row)


def _sha256(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def _claims(tables: Tables, table: str, key: str, articles: Mapping[str, str] | None) -> Iterator[CheckResult]:
    wanted = [key, *SPAN, *(["content"] if table == "statements" else [])]
    if not all(tables.has(table, column) for column in wanted):
        return
    spans, excerpts, repeats, contents = _Tally(), _Tally(), _Tally(), _Tally()
    for row in tables.arrow[table].select(wanted).to_pylist():
        text = None if articles is None else articles.get(row["article_id"])
        if text is not None:
            words = text[row["evidence_start"] : row["evidence_end"]]
            spans.add(row[key], bool(words) and _sha256(words) == row["evidence_sha256"])
            if row["also"]:
                repeats.add(row[key], all(text[span["start"] : span["end"]].strip() for span in row["also"]))
        if row["evidence_text"] is not None:
            excerpts.add(row[key], _excerpt_holds(row["evidence_text"], row, text))
        if row.get("content") is not None:
            contents.add(row[key], _excerpt_holds(row["content"], row, text))
    if articles is not None:
        yield _result("evidence.rehashes", table, "evidence_sha256", "The span hashes to evidence_sha256.", spans)
        yield _result("also.has_words", table, "also", "A repeat lies within the article and holds words.", repeats)
    reason = "The excerpt is the evidence, or its first words."
    yield _result("evidence_text.is_evidence", table, "evidence_text", reason, excerpts)
    if table == "statements":
        reason = "The content is the evidence, or its first words."
        yield _result("content.is_evidence", table, "content", reason, contents, Severity.WARNING)


def _excerpt_holds(words: str, row: Mapping[str, Any], text: str | None) -> bool:
    """Whether an excerpt of full length hashes to the evidence, and a shorter one begins it."""
    length = row["evidence_end"] - row["evidence_start"]
    if len(words) == length:
        return bool(_sha256(words) == row["evidence_sha256"])
    if len(words) > length:
        return False
    return text is None or text.startswith(words, row["evidence_start"])


def _mentions(tables: Tables, articles: Mapping[str, str]) -> Iterator[CheckResult]:
    if not (tables.has("events", "mentions") and tables.has("events", "event_id")):
        return
    tally = _Tally()
    for row in tables.arrow["events"].select(["event_id", "mentions"]).to_pylist():
        for mention in row["mentions"] or []:
            text = articles.get(mention["article_id"])
            if text is not None:
                words = text[mention["start"] : mention["end"]]
                tally.add(row["event_id"], bool(words) and _sha256(words) == mention["evidence_sha256"])
    yield _result("mentions.rehashes", "events", "mentions", "Every mention hashes to its evidence_sha256.", tally)


def _articles(tables: Tables, articles: Mapping[str, str]) -> Iterator[CheckResult]:
    if not all(tables.has("articles", column) for column in ("article_id", "n_characters")):
        return
    absent, same, length = _Tally(), _Tally(), _Tally()
    for row in tables.arrow["articles"].select(["article_id", "n_characters"]).to_pylist():
        text = articles.get(row["article_id"])
        absent.add(row["article_id"], text is not None)
        if text is not None:
            same.add(row["article_id"], _sha256(text) == row["article_id"])
            length.add(row["article_id"], len(text) == row["n_characters"])
    reason = "The article's text is at hand; evidence in absent articles goes unchecked."
    yield _result("articles.at_hand", "articles", "article_id", reason, absent, Severity.WARNING)
    yield _result("articles.rehashes", "articles", "sha256", "The text hashes to the article's id.", same)
    yield _result("articles.length", "articles", "n_characters", "The text has n_characters code points.", length)


def _result(
    rule: str, table: str, column: str, reason: str, tally: _Tally, severity: Severity = Severity.CRITICAL
) -> CheckResult:
    return outcome(rule, table, reason, tally.checked, tally.failed, column, severity)
