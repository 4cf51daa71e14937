"""Rows for tests, with only what a test is about spelled out."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.row import row_id
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import BlockType, DatePrecision, EventType, Outcome, Quantifier, QuoteType


def event(article: str, at: int = 0, day: date | None = None, **columns: Any) -> Event:
    """An air strike told once in an article, on one day if given."""
    mention = Mention(
        article_id=row_id(article),
        start=at,
        end=at + 9,
        evidence_sha256=row_id("evidence", article, at),
        sentence_start=at,
        sentence_end=at + 50,
        block_type=BlockType.BODY,
        extractor="rules",
        rule_id="test",
    )
    if day is not None:
        columns = {
            "date_start": day,
            "date_end": day,
            "date_precision": DatePrecision.DAY,
            "date_text": "then",
        } | columns
    kind = columns.pop("event_type", EventType.AIR_STRIKE)
    return Event(event_id=row_id(article, "events", at, kind), event_type=kind, mentions=[mention], **columns)


def casualty(article: str, count: int | None, at: int = 0, **columns: Any) -> Casualty:
    """Killed people, an exact number of them unless said otherwise."""
    exact = columns.get("quantifier", Quantifier.EXACT) is Quantifier.EXACT
    base = {
        "casualty_id": row_id(article, "casualties", at, columns.get("outcome", Outcome.KILLED)),
        "outcome": Outcome.KILLED,
        "count": count,
        "count_min": count if exact else None,
        "count_max": count if exact else None,
        "quantifier": Quantifier.EXACT,
        "count_text": None if count is None else str(count),
    }
    return Casualty(**(base | _evidence(article, at) | columns))


def statement(article: str, content: str, at: int = 0, **columns: Any) -> Statement:
    """A direct quotation."""
    base = {
        "statement_id": row_id(article, "statements", at),
        "quote_type": QuoteType.DIRECT,
        "content": content,
        "speaker": "Ada Cole",
    }
    return Statement(**(base | _evidence(article, at) | columns))


def _evidence(article: str, at: int) -> dict[str, Any]:
    return {
        "article_id": row_id(article),
        "evidence_start": at,
        "evidence_end": at + 9,
        "evidence_sha256": row_id("evidence", article, at),
        "evidence_text": None,
        "sentence_start": at,
        "sentence_end": at + 50,
        "block_type": BlockType.BODY,
        "rule_id": "test",
    }
