"""The gazetteer: what it holds, how names are looked up, and that its rows are sound."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.lexicon.loader import read_table
from newsledger.build.mentions.bodies import bodies, is_acronym
from newsledger.build.mentions.gazetteer import countries, gazetteer
from newsledger.build.mentions.known import Known
from newsledger.build.mentions.roles import heads, plural_of
from newsledger.build.mentions.words import WORD, fold, read_words
from newsledger.schema.vocabularies import PlacePrecision


@pytest.mark.parametrize(
    ("written", "iso3"),
    [
        ("Dahiyeh", "LBN"),
        ("Hodeidah", "YEM"),
        ("Al-Hudaydah", "YEM"),
        ("Deir el-Balah", "PSE"),
        ("Bekaa", "LBN"),
        ("Darfur", "SDN"),
        ("Ituri", "COD"),
        ("Tigray", "ETH"),
        ("Rakhine", "MMR"),
        ("Pokrovsk", "UKR"),
        ("Fallujah", "IRQ"),
        ("Chechnya", "RUS"),
        ("Antioquia", "COL"),
        ("Cabo Delgado", "MOZ"),
        ("Mindanao", "PHL"),
        ("Jaffna", "LKA"),
        ("Londonderry", "GBR"),
        ("Khan Younis", "PSE"),
        ("Sadr City", "IRQ"),
        ("Kobani", "SYR"),
    ],
)
def test_places_of_conflict_are_found_in_the_spelling_of_the_news(written: str, iso3: str) -> None:
    assert gazetteer()[fold(written)][0].country_iso3 == iso3


def test_a_known_town_has_the_id_and_coordinates_of_geonames() -> None:
    kherson = gazetteer()["kherson"][0]
    assert kherson.geonames_id == 706448
    assert kherson.latitude == pytest.approx(46.6, abs=0.2)


def test_a_region_of_ours_has_no_made_up_coordinates() -> None:
    darfur = gazetteer()["darfur"][0]
    assert (darfur.geonames_id, darfur.latitude, darfur.longitude) == (None, None, None)
    assert darfur.precision is PlacePrecision.SUBNATIONAL


def test_every_row_is_sound() -> None:
    for key, places in gazetteer().items():
        assert places
        assert key == key.lower()
        for place in places:
            assert place.latitude is None or -90 <= place.latitude <= 90
            assert place.country_iso3 is None or len(place.country_iso3) == 3


def test_every_same_as_names_a_town_of_the_same_country() -> None:
    towns = {(row["name"], row["iso3"]) for row in read_table("gazetteer.csv") if row["precision"] == "settlement"}
    missing = [
        row["same_as"]
        for row in read_table("conflict_places.csv")
        if row["same_as"] and (row["same_as"], row["iso3"]) not in towns
    ]
    assert missing == []


def test_countries_tell_names_people_and_capitals_apart() -> None:
    table = countries()
    assert table.names["soviet union"].country_iso3 == "RUS"
    assert table.names["yugoslavia"].country_iso3 is None
    assert table.adjectives["israeli"].country_iso3 == "ISR"
    assert table.people["colombians"].country_iso3 == "COL"
    assert table.acronyms["US"].country_iso3 == "USA"
    assert table.capitals["kabul"].country_iso3 == "AFG"
    assert len({c.country_iso3 for c in table.names.values() if c.country_iso3}) >= 195


def test_acronyms_count_only_in_capitals() -> None:
    names, acronyms = bodies()
    assert "FARC" in acronyms
    assert "hezbollah" in names
    assert is_acronym("U.N.") and not is_acronym("Hamas")
    assert acronyms["ELN"].key != acronyms["FARC"].key


def test_names_of_one_body_share_a_key() -> None:
    names, acronyms = bodies()
    assert names["liberation tigers of tamil eelam"].key == acronyms["LTTE"].key == names["tamil tigers"].key


@pytest.mark.parametrize(
    ("noun", "family", "is_plural"),
    [
        ("spokesman", "role", False),
        ("gunmen", "group", True),
        ("ministry of health", "organisation", False),
        ("sources", "plural", True),
        ("secretaries of state", "role", True),
        ("policemen", "role", True),
    ],
)
def test_heads_know_their_family_and_number(noun: str, family: str, is_plural: bool) -> None:
    head = heads()[noun]
    assert head.family == family or head.is_anonymous
    assert head.is_plural is is_plural


def test_plurals_of_compounds_fall_on_the_first_noun() -> None:
    assert plural_of("secretary of state") == "secretaries of state"
    assert plural_of("deputy minister") == "deputy ministers"


def test_words_leave_the_possessive_mark_out() -> None:
    words = read_words("Cyprus’ envoy met Lebanon's army in the U.S. on 1,600 m.")
    assert words.texts[:4] == ("Cyprus", "envoy", "met", "Lebanon")
    assert words.is_possessive(0) and words.is_possessive(3) and not words.is_possessive(1)
    assert "U.S." in words.texts and "1,600" in words.texts


def test_the_empty_text_has_no_words() -> None:
    assert read_words("").texts == ()


def test_an_apostrophe_that_ends_the_text_owns_nothing() -> None:
    assert not read_words("the flag of Cyprus’").is_possessive(3)


def test_what_is_known_of_strings_is_forgotten_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsledger.build.mentions.known.MOST", 2)
    sizes = Known(len)
    assert [sizes[text] for text in ("a", "bb", "a", "ccc", "a")] == [1, 2, 1, 3, 1]
    assert len(sizes) <= 2


@given(st.text("aSz’'-.,& \n1é", max_size=40))
def test_words_read_between_spaces_are_the_words_of_the_whole_text(view: str) -> None:
    words = read_words(view)
    assert list(zip(words.starts, words.written, strict=True)) == [(m.start(), m[0]) for m in WORD.finditer(view)]
    assert all(view[start:end] == text for start, end, text in zip(words.starts, words.ends, words.texts, strict=True))
