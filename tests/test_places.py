"""Places: named as places, with kind and country, and not what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.mentions.casing import cased
from newsledger.build.mentions.places import PlaceMention, find_places
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.vocabularies import PlacePrecision


def places_in(text: str) -> tuple[PlaceMention, ...]:
    return find_places(Document.of(Article.from_bytes("test", text.encode())))


def names_in(text: str) -> list[str]:
    return [place.name for place in places_in(text)]


@pytest.mark.parametrize(
    ("text", "name", "precision", "iso3"),
    [
        ("Shells fell in Kherson on Friday.", "Kherson", "settlement", "UKR"),
        ("Three farmers died in northern Colombia.", "northern Colombia", "subnational", "COL"),
        ("A bus was burned in Cauca Department.", "Cauca Department", "province", "COL"),
        ("Fighting went on in the eastern part of Chad.", "eastern part of Chad", "subnational", "TCD"),
        ("A bomb went off in central Baghdad.", "central Baghdad", "neighbourhood", "IRQ"),
        ("The jets hit the village of Beit Sahm, in Syria.", "Beit Sahm", "settlement", "SYR"),
        ("Troops raided the Balata refugee camp.", "Balata refugee camp", "neighbourhood", "PSE"),
        ("Soldiers shot two men in Kandahar province.", "Kandahar province", "province", "AFG"),
        ("A rocket struck Sanaa airport.", "Sanaa airport", "site", "YEM"),
        ("He was seized near Lake Chad.", "Lake Chad", "region", None),
        ("The trawler sank in the Red Sea.", "Red Sea", "region", None),
        ("A mine killed two boys in Tuzla, Bosnia.", "Tuzla", "settlement", "BIH"),
        ("Rebels entered Mokolo, a town in Cameroon.", "Mokolo", "settlement", "CMR"),
        ("The patrol was hit 30 km north of Mosul.", "Mosul", "settlement", "IRQ"),
        ("Warplanes pounded the Damascus suburb of Douma.", "Douma", "settlement", "SYR"),
        ("Gunmen opened fire in Bogota's old centre.", "Bogota", "settlement", "COL"),
        ("People fled to Goma from Masisi territory.", "Goma", "settlement", "COD"),
        ("At least ten died in Mali.", "Mali", "country", "MLI"),
    ],
)
def test_a_place_has_its_kind_and_country(text: str, name: str, precision: str, iso3: str | None) -> None:
    found = {place.name: place for place in places_in(text)}
    assert name in found
    assert (found[name].precision, found[name].country_iso3) == (PlacePrecision(precision), iso3)


@pytest.mark.parametrize(
    ("text", "not_a_place"),
    [
        ("Israeli bombings went on all night.", "Israeli"),
        ("Kabul said the pact was dead.", "Kabul"),
        ("Talks between Moscow and Kyiv broke down.", "Moscow"),
        ("Talks between Moscow and Kyiv broke down.", "Kyiv"),
        ("Washington withdrew its envoy.", "Washington"),
        ("The Washington Post was the first to tell.", "Washington"),
        ("The Bank of England raised rates.", "England"),
        ("Paris Saint-Germain won again.", "Paris"),
        ("Jordan Smith was named captain.", "Jordan"),
        ("Juan Carlos Santos took the oath.", "Santos"),
        ("Four died in U.S. air strikes.", "U.S."),
        ("Lebanon's health ministry gave the toll.", "Lebanon"),
        ("The New York Police Department made arrests.", "New York"),
    ],
)
def test_a_name_that_acts_or_belongs_to_another_name_is_no_place(text: str, not_a_place: str) -> None:
    assert not_a_place not in names_in(text)


def test_same_named_towns_are_told_apart_by_the_country_beside_them() -> None:
    (place,) = [p for p in places_in("Clashes broke out in Tripoli, Lebanon, at dawn.") if p.name == "Tripoli"]
    assert place.country_iso3 == "LBN"


def test_same_named_towns_are_told_apart_by_the_countries_of_the_article() -> None:
    text = "Lebanese troops were on alert. Snipers killed two in Tripoli, and Lebanon's cabinet met."
    (place,) = [p for p in places_in(text) if p.name == "Tripoli"]
    assert place.country_iso3 == "LBN"


def test_a_department_of_the_country_named_before_it_is_meant() -> None:
    (place,) = places_in("Three men were shot in the Colombian department of Córdoba.")
    assert (place.country_iso3, place.precision) == ("COL", PlacePrecision.PROVINCE)


def test_without_other_signs_the_largest_town_is_meant() -> None:
    (place,) = places_in("Shells fell in Tripoli.")
    assert place.country_iso3 == "LBY"


def test_a_site_takes_the_town_it_stands_in() -> None:
    (place,) = places_in("A car bomb blew up outside Amal Hospital in Khan Younis.")
    assert place.name == "Amal Hospital, Khan Younis"
    assert (place.precision, place.country_iso3) == (PlacePrecision.SITE, "PSE")


def test_a_quarter_takes_the_town_that_owns_it() -> None:
    (place,) = places_in("Mortars landed in Mogadishu's Hodan district.")
    assert place.name == "Hodan district, Mogadishu"


def test_a_village_in_no_list_takes_the_only_country_of_the_text() -> None:
    places = places_in("Nigerian troops found the bodies in the village of Kwadiri, an army officer said.")
    assert [(p.name, p.country_iso3, p.geonames_id) for p in places] == [("Kwadiri", "NGA", None)]


def test_a_place_inside_an_embassy_is_part_of_the_actor() -> None:
    (place,) = places_in("The U.S. Embassy in Nairobi closed its doors.")
    assert place.is_part_of_actor


def test_little_known_towns_need_a_place_word() -> None:
    assert names_in("Holloway said he was tired.") == []
    assert names_in("Bush sent the fleet.") == []


@given(st.text(alphabet=st.sampled_from('Gaza inKyivthe ,.’-\n U.S"éÑ()0'), max_size=120))
def test_mentions_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for place in places_in(text):
        assert end <= place.start < place.end <= len(text)
        end = place.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KHARTOUM, April 4 - Guns fell silent on Monday.", "Khartoum"),
        ("PORT-AU-PRINCE (AP) - Gangs fired at a court.", "Port-au-Prince"),
        ("KIEV, March 1 - Sirens sounded.", "Kiev"),
        ("FIGHTING SPREADS IN EASTERN DR CONGO\n\nThe army fled.", "Eastern DR Congo"),
        ("Two men died in Aden.", "Aden"),
    ],
)
def test_a_place_in_capitals_has_its_name_in_the_usual_case(text: str, name: str) -> None:
    place = places_in(text)[0]
    assert place.name == name
    assert text[place.start : place.end].casefold() == name.casefold()


@pytest.mark.parametrize("acronym", ["UAE", "U.S.", "DRC"])
def test_acronyms_keep_their_capitals(acronym: str) -> None:
    assert cased(acronym, "a name") == acronym


def test_a_country_in_short_takes_the_name_it_was_introduced_with() -> None:
    text = "Rebels fled the Central African Republic (CAR). Nine people died in CAR, and two in the DRC."
    found = find_places(Document.of(Article.from_bytes("test", text.encode())))
    assert [place.name for place in found] == ["Central African Republic", "Central African Republic", "DRC"]
