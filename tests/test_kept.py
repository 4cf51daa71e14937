"""What is read from a document once and kept with it."""

from __future__ import annotations

from newsledger.build.mentions.kept import kept
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def document(text: str) -> Document:
    return Document.of(Article.from_bytes("a.txt", text.encode()))


def test_a_document_is_read_once_and_each_for_itself() -> None:
    seen: list[str] = []

    @kept
    def first_word(of: Document) -> str | None:
        seen.append(of.view)
        return of.view.split()[0] if of.view.startswith("B") else None

    baga, lima = document("Baga fell."), document("Lima stood.")
    assert [first_word(baga), first_word(lima), first_word(baga), first_word(lima)] == ["Baga", None, "Baga", None]
    assert seen == ["Baga fell.", "Lima stood."]


def test_two_readers_keep_apart_what_they_read() -> None:
    @kept
    def first(of: Document) -> str:
        return of.view.split()[0]

    @kept
    def last(of: Document) -> str:
        return of.view.split()[-1]

    baga = document("Baga fell.")
    assert (first(baga), last(baga)) == ("Baga", "fell.")
