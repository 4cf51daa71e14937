"""Advice: which articles and quotations are told to those who may have to leave."""

from __future__ import annotations

import pytest

from newsledger.build.extract.evacuation_advice import is_advisory, is_consular, speaks
from newsledger.build.extract.evacuations import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.skip import Skip

ALERT = """Security Alert: Embassy in Harran

Shelling and gunfire continue near the port.

We are arranging a ferry for nationals from the old harbour.

The coast road is dangerous.

- Proceed to the northern pier before curfew.
"""
ORDINARY = [
    "The ferry to the islands leaves at seven. You should book seats early and head for the beach.",
    "The embassy gave a reception. Nationals should bring an invitation.",
    "Airlines cut routes as fuel costs rose. You should contact your travel agent, the company said.",
]


def annotated(text: str) -> Annotated:
    return Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), ArticleMetadata())))


def test_an_alert_is_told_by_its_heading_and_yields_means_obstacles_and_orders() -> None:
    article = annotated(ALERT)
    assert is_advisory(article) and is_consular(article)
    kinds = [row.record_kind.value for row in extract(article) if not isinstance(row, Skip)]
    assert kinds == ["capacity", "constraint", "directive"]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_advice_is_no_advisory(text: str) -> None:
    article = annotated(text)
    assert not is_advisory(article) and not is_consular(article)
    assert [row for row in extract(article) if not isinstance(row, Skip)] == []


def test_a_quoted_alert_speaks_in_the_advisory_voice_and_the_words_around_it_do_not() -> None:
    text = (
        "The consulate posted a note as fighting neared and residents fled. “You should leave on the next flight,” "
        "it said. Refugees crossed the hills, shelters filled and the port burned."
    )
    article = annotated(text)
    assert speaks(article, "advisory", text.index("You should"))
    assert not speaks(article, "advisory", text.index("Refugees"))
