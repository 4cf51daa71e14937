"""What frames a name as a place and puts something there: nouns beside it, passive verbs, quarters, its own country."""

from __future__ import annotations

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.place_patterns import place_patterns
from newsledger.build.mentions.places import PlaceMention, find_places
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def places_in(text: str) -> dict[str, PlaceMention]:
    found = find_places(Document.of(Article.from_bytes("test", text.encode())))
    return {place.name: place for place in found}


@pytest.mark.parametrize("pattern", place_patterns().values(), ids=lambda pattern: pattern.name)
def test_each_pattern_matches_its_examples_and_no_counterexample(pattern: Pattern) -> None:
    assert pattern.failures() == []


@pytest.mark.parametrize(
    ("text", "name", "governor"),
    [
        ("Rebels marched on the country's capital, Ndjamena, at dawn.", "Ndjamena", "on"),
        ("Talks opened in the Somali capital Mogadishu.", "Mogadishu", "in"),
        ("Guns fell silent in the nation's second city Mosul.", "Mosul", "in"),
        ("Two nuns were shot in a lone village, Kibwa Dulo, before sunrise.", "Kibwa Dulo", "in"),
        ("They dug graves near his home village of Tarawa Dulo.", "Tarawa Dulo", "near"),
        ("A mine went off in southern Thailand 's Pattani.", "Pattani", "in"),
    ],
)
def test_the_noun_beside_a_name_puts_something_there(text: str, name: str, governor: str) -> None:
    assert places_in(text)[name].governor == governor


@pytest.mark.parametrize("text", ["In the village, Hartwell wept.", "Near the capital, General Sosa was hurt."])
def test_a_name_after_an_opening_phrase_is_no_place(text: str) -> None:
    assert places_in(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Mosul was shelled overnight.",
        "Mosul has been cut off for a week.",
        "Mosul again came under fire.",
        "Mosul, which has few hospitals left, was bombed on Sunday.",
        "Mosul, in the north of Iraq, has been besieged since May.",
    ],
)
def test_what_a_passive_verb_tells_happens_at_its_subject(text: str) -> None:
    assert places_in(text)["Mosul"].governor == "object"


@pytest.mark.parametrize("text", ["Mosul is on a river.", "Mosul was rebuilding.", "Mosul, a trader said, was calm."])
def test_a_verb_that_does_nothing_to_a_place_puts_nothing_there(text: str) -> None:
    assert places_in(text)["Mosul"].governor is None


def test_a_small_town_is_a_place_in_a_text_about_its_country() -> None:
    assert "Gbarnga" in places_in("Liberian troops pulled out. The road from Gbarnga was full of carts.")


def test_a_small_town_is_no_place_where_somebody_bears_its_name() -> None:
    assert "Gbarnga" not in places_in("Liberian troops pulled out. Saye Gbarnga said so. They spoke of Gbarnga.")


def test_a_small_town_is_no_place_in_a_text_about_another_country() -> None:
    assert "Gbarnga" not in places_in("Nepalese troops pulled out. They spoke of Gbarnga.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine died along the southern front.", "the southern front"),
        ("A ferry sank off the island's northern tip.", "the island's northern tip"),
        ("Two schools were shut in the NW.", "the NW"),
        ("Raids went on in the South-West.", "the South-West"),
    ],
)
def test_a_quarter_without_a_name_is_a_place(text: str, name: str) -> None:
    assert name in places_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Clashes in Capital, Suburbs",
        "Forty Peasants Feared Dead in Raid",
        "Rebels Briefly Seize Town Near Border",
        "Terror Attack In Tunisia Foiled Again\n\nTunisia is calm.",
        "Avoid areas of large gatherings.",
        "It spread in the northern and eastern parts.",
    ],
)
def test_ordinary_words_in_capitals_and_directions_of_a_list_are_no_places(text: str) -> None:
    assert places_in(text) == {}


def test_the_land_of_a_nameless_building_is_the_place() -> None:
    assert list(places_in("Blast in Iraq market kills nine")) == ["Iraq"]


def test_where_somebody_is_at_home_is_told_apart() -> None:
    assert places_in("A colonel based in Panama was hurt.")["Panama"].governor == "telling"


def test_a_name_in_a_headline_is_a_place_where_the_text_tells_of_it_again() -> None:
    assert "Kanfanta" in places_in("Forty Peasants Feared Dead in Kanfanta\n\nA mill burned in Kanfanta.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Guerrillas took over San Jose Villanueva for three hours.", "San Jose Villanueva"),
        ("SAN JOSE VILLANUEVA, El Salvador - Guerrillas fled.", "San Jose Villanueva"),
    ],
)
def test_the_name_of_a_town_is_taken_whole(text: str, name: str) -> None:
    assert name in places_in(text)


def test_a_person_named_like_a_saint_is_no_place() -> None:
    assert places_in("San Juan Rojas said he fled.") == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jets struck a convoy on Thai territory.", "Thailand"),
        ("A trawler sank in Chilean waters.", "Chile"),
        ("Raids on several Syrian cities went on.", "Syria"),
    ],
)
def test_an_adjective_before_what_lies_in_a_land_places_it_there(text: str, name: str) -> None:
    assert name in places_in(text)


@pytest.mark.parametrize("text", ["The Thai targets were met.", "Thai police met Chilean envoys."])
def test_an_adjective_of_a_land_alone_places_nothing(text: str) -> None:
    assert places_in(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Colonel Sosa, who leads the garrison in Panama, said nine men were hurt.",
        "A local official in Panama has said nine men were hurt.",
    ],
)
def test_where_a_teller_serves_is_told_apart(text: str) -> None:
    assert places_in(text)["Panama"].governor == "telling"


def test_where_an_official_is_hurt_something_happens() -> None:
    assert places_in("A local official in Panama was hurt.")["Panama"].governor == "in"


def test_the_label_of_a_column_is_no_place() -> None:
    assert places_in("The news in Brief, read by Ana Sosa.") == {}
