"""Table `changes`: what is new, different or gone since the previous release, and why."""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from newsledger.schema.row import Row


class Operation(StrEnum):
    """What happened to a row."""

    ADD = "add"
    MODIFY = "modify"
    DELETE = "delete"


class ChangeReason(StrEnum):
    """Why a row differs between two releases."""

    ARTICLE_ADDED = "article added"
    ARTICLE_REMOVED = "article removed"
    METADATA_CHANGED = "metadata changed"
    RULE_CHANGED = "rule changed"
    CORRECTION_APPLIED = "correction applied"
    SCHEMA_CHANGED = "schema changed"
    LINKED_ANEW = "linked anew"


# Columns that carry an article's words: `changes` tells that they differ, by hashes, and does not carry them on.
WORDS = frozenset({"evidence_text", "content"})


def hashed(words: str | None) -> str | None:
    """What `changes` holds of an article's words, as JSON."""
    return None if words is None else f'"sha256:{hashlib.sha256(words.encode()).hexdigest()}"'


class Change(Row):
    """One added or deleted row, or one changed value of a row that stayed."""

    TABLE: ClassVar[str] = "changes"
    KEY: ClassVar[tuple[str, ...]] = ("table", "id", "column")

    table: str = Field(description="The table of the row.")
    id: str = Field(description="The row's key; parts of a compound key are joined by a space.")
    operation: Operation = Field(description="Add, modify or delete.")
    column: str = Field(default="", description="The column that changed; empty when the whole row came or went.")
    old_value: str | None = Field(
        default=None, description="The value before, as JSON; null stays null. Evidence and content stand as a hash."
    )
    new_value: str | None = Field(default=None, description="The value now, as JSON; null stays null.")
    reason: ChangeReason = Field(description="Why.")
