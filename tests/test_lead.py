"""The lead of a text: where it begins and how far it goes."""

from __future__ import annotations

import pytest

from newsledger.build.mentions.lead import is_lead, lead
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata

TITLE = "Shells Hit a Clinic"


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("One fell. Two fell. Three fell. Four fell. Five fell.", None, range(4)),
        ("One fell.\n\nTwo fell.", None, range(2)),
        (f"{TITLE}\n\nOne fell. Two fell. Three fell. Four fell. Five fell.", TITLE, range(1, 5)),
        (f"{TITLE}\n\nOne fell.", TITLE, range(1, 2)),
    ],
)
def test_the_lead_is_the_first_four_sentences_of_the_body(text: str, title: str | None, expected: range) -> None:
    document = Document.of(Article.from_bytes("a.txt", text.encode(), ArticleMetadata(title=title)))
    assert lead(document) == expected
    assert [s.index for s in document.sentences if is_lead(document, s)] == list(range(expected.stop))
