"""Table `articles`: the inputs of a release, by hash; never their text."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from pydantic import Field

from newsledger.schema.fields import Sha256
from newsledger.schema.row import Row


class ArticleRow(Row):
    """One input article."""

    TABLE: ClassVar[str] = "articles"
    KEY: ClassVar[tuple[str, ...]] = ("article_id",)

    article_id: Sha256 = Field(description="SHA-256 of the raw bytes.")
    source_name: str = Field(description="Input file name or record key.")
    title: str | None = Field(default=None, description="Title, from the sidecar.")
    publisher: str | None = Field(default=None, description="Publisher, from the sidecar.")
    url: str | None = Field(default=None, description="Address, from the sidecar.")
    published_date: date | None = Field(default=None, description="Day of publication; anchors relative dates.")
    date_basis: str | None = Field(default=None, description="Where published_date comes from.")
    language: str | None = Field(default=None, description="ISO 639-1 code.")
    n_characters: int = Field(ge=0, description="Length of the text in Unicode code points.")
    sha256: Sha256 = Field(description="SHA-256 of the raw bytes.")
    licence: str | None = Field(default=None, description="Rights in the text, as the sidecar states them.")
    n_records: int = Field(default=0, ge=0, description="Rows of all tables read from the article.")
    duplicate_of: Sha256 | None = Field(default=None, description="The article this one nearly repeats.")
