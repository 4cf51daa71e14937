"""What `manifest.json` says of a release: its tables, files, inputs and what was left out."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

FILE_NAME = "manifest.json"
CHECKSUMS = "SHA256SUMS"
GENERATOR = "newsledger"


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TableEntry(_Entry):
    """One table with rows."""

    rows: int
    content_sha256: str = Field(description="Over the rows, whatever wrote the Parquet file (schema/content.py).")
    files: list[str]


class FileEntry(_Entry):
    """One file of the release, by its path relative to the release folder."""

    path: str
    bytes: int
    sha256: str


class ArticleEntry(_Entry):
    """One input, and the share of its characters that the release reproduces."""

    article_id: str
    source_name: str
    reproduced_share: float


class SkippedEntry(_Entry):
    """An input that gave nothing, and why."""

    source_name: str
    reason: str


class SameContentEntry(_Entry):
    """An input whose bytes equal another's."""

    source_name: str
    same_as: str
    sha256: str


class Rights(_Entry):
    """How much of the articles' words the release carries, and what was left out to keep it so."""

    evidence: str
    max_reproduced_share: float
    evidence_text_withheld: int = Field(description="Excerpts made null because an article's share was too great.")
    content_withheld: int = Field(description="Reported statements whose content was made null for the same reason.")


class TableChanges(_Entry):
    """How many rows of one table came, changed and went."""

    added: int
    modified: int
    deleted: int


class PreviousEntry(_Entry):
    """The release that this one follows; how the rows differ from its own."""

    version: str
    checksums_sha256: str = Field(description="SHA-256 of the previous release's SHA256SUMS.")
    changes: dict[str, TableChanges] = Field(description="By table; tables without a difference are left out.")


class Manifest(_Entry):
    """One release."""

    generator: str = GENERATOR
    generator_version: str
    dataset: str
    title: str | None
    version: str
    released: str | None
    schema_version: str
    writer: str
    rights: Rights
    tables: dict[str, TableEntry]
    empty_tables: list[str]
    articles: list[ArticleEntry]
    skipped_articles: list[SkippedEntry]
    same_content: list[SameContentEntry]
    declined_candidates: int = Field(description="Lines of skips.jsonl.")
    previous: PreviousEntry | None = Field(default=None, description="Null for a release built without --previous.")
    files: list[FileEntry]
