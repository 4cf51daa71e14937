"""Each column type that several tables share, described once; Arrow, JSON Schema and the codebook derive from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from newsledger.schema.vocabularies import BlockType


@dataclass(frozen=True)
class Width:
    """The Arrow integer width of a column, where it is not the default int64."""

    bits: int


@dataclass(frozen=True)
class ForeignKey:
    """The column refers to a key of another table, written `table.column`."""

    target: str


ID_PATTERN = "^[0-9a-f]{64}$"

Sha256 = Annotated[str, Field(pattern=ID_PATTERN)]
ArticleId = Annotated[
    str,
    Field(pattern=ID_PATTERN, description="SHA-256 of the raw bytes of the article the row was read from."),
    ForeignKey("articles.article_id"),
]
EventRef = Annotated[
    str | None,
    Field(default=None, description="The event the claim is about; null when the text does not tie it to one."),
    ForeignKey("events.event_id"),
]
EventId = Annotated[
    str,
    Field(pattern=ID_PATTERN, description="An event."),
    ForeignKey("events.event_id"),
]
CasualtyId = Annotated[
    str,
    Field(pattern=ID_PATTERN, description="A casualty claim."),
    ForeignKey("casualties.casualty_id"),
]
Offset = Annotated[int, Field(ge=0), Width(32)]
Count = Annotated[int | None, Field(default=None, ge=0)]
CountryIso3 = Annotated[
    str | None,
    Field(default=None, pattern="^[A-Z]{3}$", description="Country, ISO 3166-1 alpha-3 (Kosovo: XKX)."),
]


class Span(BaseModel):
    """A stretch of the article's text: Unicode code points, end exclusive."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    start: Offset
    end: Offset


class Mention(BaseModel):
    """One place in one article where an event is told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    article_id: ArticleId
    start: Offset
    end: Offset
    evidence_sha256: Sha256
    sentence_start: Offset
    sentence_end: Offset
    block_type: BlockType
    extractor: str
    rule_id: str
