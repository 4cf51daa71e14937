"""Rows of casualties: which figures are one claim, what is part of what, and whose account it is."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty


def rows(text: str) -> list[Casualty]:
    article = Article.from_bytes("a.txt", text.encode(), ArticleMetadata())
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Casualty)]


def figures(text: str) -> list[tuple[str, int | None]]:
    return [(str(row.outcome), row.count) for row in rows(text)]


COORDINATED = {
    "A mortar round injured a Canadian, two Danish sappers and a Croatian guard near Knin.": [("injured", 4)],
    "Two monks and a driver were wounded in Mandalay.": [("injured", 3)],
    "A doctor, two nurses and a cook were killed when the clinic at Kunduz was hit.": [("killed", 4)],
    "The bomb killed a mother and her three daughters.": [("killed", 4)],
    "Rebels abducted three teachers and a pupil in Maguindanao.": [("abducted", 4)],
    "At least two engineers and a cook were killed.": [("killed", 3)],
    "A sergeant and four other soldiers were wounded.": [("injured", 5)],
    "A grandmother and her grandson died in the shelling.": [("killed", 2)],
    # Numbered groups, and civilians told apart from combatants, keep their own rows.
    "In the clash 35 guerrillas and 5 soldiers were killed.": [("killed", 35), ("killed", 5)],
    "The raid killed two fishermen and three marines.": [("killed", 2), ("killed", 3)],
    "The ambush killed a shepherd, four soldiers and a trader.": [("killed", 1), ("killed", 4), ("killed", 1)],
    "Seven were killed and a nurse was wounded.": [("killed", 7), ("injured", 1)],
}


@pytest.mark.parametrize(("text", "expected"), COORDINATED.items())
def test_coordinated_victims_are_one_sum_unless_numbered_apart(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_the_sum_keeps_the_hedge_of_its_number() -> None:
    [row] = rows("At least two engineers and a cook were killed.")
    assert (row.count, row.count_min, row.count_max, str(row.quantifier)) == (3, 3, None, "at_least")


NOT_TOLD_APART = {
    "The landslide left 120 people dead or missing.": [("casualties", 120)],
    "More than 300 islanders are dead or missing after the tsunami.": [("casualties", 300)],
    "Some 400 dead and missing were counted in Ormoc.": [("casualties", 400)],
    "Sixty recruits were killed or abducted on the road.": [("casualties", 60)],
    "The battle left 90 men killed or wounded.": [("casualties", 90)],
    # Two outcomes of the same people, and two numbers, stay apart.
    "Nine traders were abducted and killed.": [("abducted", 9), ("killed", 9)],
    "Twelve people are dead and seven missing.": [("killed", 12), ("missing", 7)],
}


@pytest.mark.parametrize(("text", "expected"), NOT_TOLD_APART.items())
def test_outcomes_not_told_apart_are_one_row(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(expected)
