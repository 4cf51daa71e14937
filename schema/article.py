"""The input: one news article, its text never changed, and what is known about it."""

from __future__ import annotations

import hashlib
from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class ArticleMetadata(BaseModel):
    """What a sidecar says of one article; every field may be unknown (null), none is guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published_date: date | None = None
    date_basis: str | None = None
    language: str | None = None
    licence: str | None = None
    kind: str | None = None


class Article(BaseModel):
    """One article: `text` is the file decoded as UTF-8 with no newline translation.

    All offsets anywhere in the project are Unicode code points into `text`, end exclusive.
    `article_id` and `sha256` are both the SHA-256 of the raw bytes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    article_id: str
    source_name: str
    text: str
    metadata: ArticleMetadata = Field(default_factory=ArticleMetadata)

    @classmethod
    def from_bytes(cls, source_name: str, raw: bytes, metadata: ArticleMetadata | None = None) -> Article:
        """Decode and identify one article.

        Raises:
            UnicodeDecodeError: the bytes are not UTF-8.
        """
        return cls(
            article_id=hashlib.sha256(raw).hexdigest(),
            source_name=source_name,
            text=raw.decode("utf-8"),
            metadata=metadata or ArticleMetadata(),
        )
