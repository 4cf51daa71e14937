"""The register: what kind of document an article is, and what holds in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.extract.evacuations.extractor import extract
from newsledger.build.extract.evacuations.register import least_words, register_at, register_of
from newsledger.build.extract.evacuations.rules import Register
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.skip import Skip
from newsledger.schema.vocabularies import RecordKind

ALERT = """Security Alert: Embassy in Harran

Shelling and gunfire continue near the port.

We are arranging a ferry for nationals from the old harbour.

The coast road is dangerous.

- Proceed to the northern pier before curfew.
"""
BULLETIN = """Shelling began at noon in the old quarter of Harran, the ministry said.

We advise you to stay away from the harbour. If you are in the old quarter, remain indoors.
"""
ORDINARY = [
    "The ferry to the islands leaves at seven. You should book early and head for the beach.",
    "The players gave a reception. Members should bring an invitation.",
    "Fuel costs rose again. You should contact your travel agent, the company said.",
]


def annotated(text: str) -> Annotated:
    return Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), ArticleMetadata())))


@pytest.mark.parametrize(
    ("text", "register"),
    [
        (ALERT, Register.ADVISORY),
        (BULLETIN, Register.ADVISORY),
        ("Thousands of refugees fled to a camp; aid workers counted the displaced.", Register.REPORT),
        ("Rebels shelled the port overnight, killing four soldiers.", Register.NEWS),
        ("A flood swept away nine houses; the dam may burst.", Register.NEWS),
        ("Rebels shelled the port. The embassy should be open, the consul said.", Register.NEWS),
        *((text, Register.OTHER) for text in ORDINARY),
    ],
)
def test_the_register_is_told_by_heading_address_and_words(text: str, register: Register) -> None:
    assert register_of(annotated(text)) is register


def test_a_long_text_needs_more_words_of_a_register_than_a_short_one() -> None:
    text = "Refugees fled to the camp. " + "The minister opened a school of music and spoke of taxes. " * 100
    assert register_of(annotated(text)) is not Register.REPORT


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_longer_text_needs_fewer_words(one: int, other: int) -> None:
    for register in (Register.NEWS, Register.REPORT):
        assert least_words(register, min(one, other)) <= least_words(register, max(one, other))


def test_an_alert_yields_means_obstacles_and_orders() -> None:
    kinds = [row.record_kind.value for row in extract(annotated(ALERT)) if not isinstance(row, Skip)]
    assert kinds == ["capacity", "constraint", "directive"]


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_text_yields_nothing(text: str) -> None:
    assert [row for row in extract(annotated(text)) if not isinstance(row, Skip)] == []


def test_a_quoted_alert_is_an_advisory_and_the_words_around_it_are_not() -> None:
    text = (
        "The consulate posted a note as fighting neared and residents fled. “You should leave on the next flight,” "
        "it said. Refugees crossed the hills, shelters filled and the port burned."
    )
    article = annotated(text)
    assert register_at(article, text.index("You should")) is Register.ADVISORY
    assert register_at(article, text.index("Refugees")) is Register.REPORT


def directives(text: str) -> list[str | None]:
    rows = (row for row in extract(annotated(text)) if not isinstance(row, Skip))
    return [row.evidence_text for row in rows if row.record_kind is RecordKind.DIRECTIVE]


def test_an_advisory_says_each_thing_once_and_news_says_it_again() -> None:
    first = "The embassy advises against all travel to the coast."
    second = "The embassy advises against all travel to the hills."
    assert len(directives(f"Travel Advisory: fighting in Harran\n\n{first}\n\n{second}")) == 2
    assert len(directives(f"Rebels shelled Harran.\n\n{first}\n\n{second}")) == 1


def test_a_long_sentence_of_an_advisory_told_word_for_word_is_one_directive() -> None:
    said = "Avoid areas near the old harbour, the fish market, the northern pier and each crowded square of Harran."
    assert len(directives(f"Security Alert: fighting in Harran\n\n{said}\n\nShelling goes on.\n\n{said}")) == 1
