"""What a build hands to validation and publishing: rows by table, skips, and the articles left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsledger.schema.article import Article
from newsledger.schema.row import Row
from newsledger.schema.skip import Skip


@dataclass(frozen=True)
class SkippedArticle:
    """An input that could not be read, with the reason in one sentence."""

    source_name: str
    reason: str


@dataclass(frozen=True)
class SameContent:
    """An input whose bytes equal those of an article already read; it gets no row."""

    source_name: str
    same_as: str
    sha256: str


@dataclass(frozen=True)
class Built:
    """Rows of every table by table name, sorted by key, and what was declined or left out.

    `corrections` is the text of the corrections file that was applied; the unused ones are remarks, one a line.
    """

    articles: tuple[Article, ...]
    tables: dict[str, list[Row]]
    skips: tuple[Skip, ...] = ()
    skipped_articles: tuple[SkippedArticle, ...] = ()
    same_content: tuple[SameContent, ...] = field(default=())
    corrections: str | None = None
    unused_corrections: tuple[str, ...] = ()
