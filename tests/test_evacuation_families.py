"""Evacuations: whole families of verbs, and places that no gazetteer knows."""

from __future__ import annotations

import pytest

from newsledger.build.extract.evacuations.extractor import extract
from newsledger.build.extract.evacuations.words import place_starts
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.skip import Skip

WAR = "\n\nThe war began in spring, the agency said."


def kinds(sentence: str) -> list[str]:
    """The kinds of the rows that a sentence of war news yields."""
    article = Article.from_bytes("a.txt", (sentence + WAR).encode(), ArticleMetadata())
    found = [row for row in extract(Annotated(Document.of(article))) if not isinstance(row, Skip)]
    return [str(row.record_kind) for row in found if row.evidence_start < len(sentence)]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Shepherds jumped aboard a waiting ferry.", "movement"),
        ("Basque children were led ashore at Southampton.", "movement"),
        ("Six blocks of flats beside the arsenal were evacuated.", "movement"),
        ("Nearly everybody in the lower town has gone.", "movement"),
        ("Farmers have deserted their fields.", "movement"),
        ("Novices crouched behind the altar.", "stock"),
        ("Hundreds of Circassians wait at the frontier.", "stock"),
        ("The clerks barricaded themselves inside the archive.", "stock"),
        ("Islanders made the journey home in May.", "return"),
        ("Norway wants its nationals out of Addis Ababa.", "goal"),
        ("Malta hopes to bring out the last 30 nurses.", "goal"),
        ("The public was told to stay indoors.", "directive"),
        ("Bonn urged mining companies to bring their engineers home.", "directive"),
        ("All aliens and tourists must be out of Harar by dusk.", "directive"),
        ("Finland will take in 200 Kurds.", "capacity"),
        ("Two schools in Larissa were thrown open to families from the coast.", "capacity"),
        ("Nobody in the upper quarter can get out.", "constraint"),
        ("Skippers refuse to sail to Zadar.", "constraint"),
        ("Access to six hill towns has been blocked.", "constraint"),
    ],
)
def test_each_family_of_verbs_yields_its_kind(sentence: str, kind: str) -> None:
    assert kinds(sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bodies of nine miners were evacuated by helicopter.",
        "The wounded colonel was flown to Paris.",
        "The family was staying at a hotel.",
        "Thousands of people flocked to the square to hear the archbishop.",
        "Worshippers were leaving the mosque.",
        "The rebels set out for the hills.",
        "Farmers went from house to house.",
        "Fans were packed into the stadium.",
        "Rain turned the camp to mud.",
    ],
)
def test_look_alikes_of_each_family_yield_nothing(sentence: str) -> None:
    assert kinds(sentence) == []


def test_a_name_no_gazetteer_knows_is_a_place_where_one_would_stand() -> None:
    assert kinds("Some 2,300 people abandoned Tarskoye over the weekend.") == ["movement"]
    view = "Nurses fled to Tarskoye after Monday"
    assert [view[start:].split()[0] for start in place_starts(view, [])] == ["Tarskoye"]


@pytest.mark.parametrize("view", ["They came to Mr Tarsk in May.", "He spoke in Parliament on Sunday."])
def test_persons_days_and_bodies_are_no_unknown_places(view: str) -> None:
    assert place_starts(view, []) == []


def test_what_lies_north_of_a_place_keeps_the_word_north() -> None:
    assert kinds("Leaflets warned villagers to head north of the Awali river.") == ["directive"]
