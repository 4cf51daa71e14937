"""Where: the place of what is told at a span."""

from __future__ import annotations

import pytest

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.setting import setting_of
from newsledger.build.mentions.where import where
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def place_of(text: str, trigger: str) -> str | None:
    annotated = Annotated(Document.of(Article.from_bytes("test", text.encode())))
    start = text.index(trigger)
    place = where(annotated, start, start + len(trigger))
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Six people were killed in Basra, police in Baghdad said.", "Six people were killed", "Basra"),
        ("Rebels said in Goma that nine soldiers died near Sake.", "nine soldiers died", "Sake"),
        ("In Kidal, gunmen shot two nurses.", "shot two nurses", "Kidal"),
        ("He left Gao for the district of Kidal, where troops fought rebels.", "troops fought rebels", "Kidal"),
        ("He fled Kidal, where troops fought rebels near Gao.", "troops fought rebels", "Gao"),
        ("Jets hit Raqqa while envoys met in Geneva.", "Jets hit Raqqa", "Raqqa"),
        ("Jets hit Raqqa while envoys met in Geneva.", "envoys met", "Geneva"),
        ("A blast killed four in Peshawar, in north-western Pakistan.", "A blast killed four", "Peshawar"),
        ("Kabul said nine died in a raid in Herat.", "nine died", "Herat"),
        ("The U.S. Embassy in Tbilisi said shells had hit Gori.", "shells had hit", "Gori"),
    ],
)
def test_the_place_of_the_clause_comes_first(text: str, trigger: str, expected: str) -> None:
    assert place_of(text, trigger) == expected


def test_the_city_points_back() -> None:
    text = "Fighters overran Bambari on Monday. By dusk 40 people had died in the city."
    assert place_of(text, "40 people had died") == "Bambari"


def test_a_sentence_without_place_takes_that_of_the_sentence_before() -> None:
    text = "A lorry bomb went off in Kandahar. Twelve people were killed."
    assert place_of(text, "Twelve people were killed") == "Kandahar"


def test_the_country_of_the_text_is_the_last_resort() -> None:
    text = "Mali's government has fallen.\n\nThirty soldiers were killed."
    assert place_of(text, "Thirty soldiers were killed") == "Mali"


def test_no_place_is_made_up() -> None:
    assert place_of("Thirty soldiers were killed.", "Thirty soldiers were killed") is None


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Rebels shelled posts in Kunar province's capital Asadabad, killing five.", "killing five", "Asadabad"),
        ("Two guards were shot in Omagh, 60 miles west of Belfast.", "Two guards were shot", "Omagh"),
        ("Two guards were shot 60 miles west of Belfast.", "Two guards were shot", "Belfast"),
        ("Gunmen burst into Dikwa. “They shot six men,” an elder told AFP from Maiduguri.", "shot six men", "Dikwa"),
    ],
)
def test_capitals_distances_and_tellers_do_not_mislead(text: str, trigger: str, expected: str) -> None:
    assert place_of(text, trigger) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "A bomb killed nine in northern Iraq on Sunday.\n\nThe bomb went off at a mosque in Tal Afar.",
            "killed nine",
            "Tal Afar",
        ),
        (
            "Gunmen shot nine men in a village in central Mali.\n\nFighters rode into Ogossagou and set fire to barns.",
            "shot nine men",
            "central Mali",
        ),
        (
            "Gunmen shot nine men in a village in central Mali.\n\nRaiders rode up at dawn in Ogossagou.",
            "shot nine men",
            "Ogossagou",
        ),
        ("Raids killed nine in Iraq on Sunday.\n\nIn Mosul, the market reopened.", "killed nine", "Iraq"),
        ("Raids killed nine across Iraq.\n\nThe raids began in Mosul.", "killed nine", "Iraq"),
    ],
)
def test_a_lead_that_names_the_land_takes_the_town_told_next(text: str, trigger: str, expected: str) -> None:
    assert place_of(text, trigger) == expected


GUWAHATI = """A bomb went off in Guwahati on Monday.

Guwahati was under curfew by dusk.

Hospitals in Guwahati took in the hurt, and schools in Guwahati were shut.

Revolts in Assam have not stopped.

{told}
"""


def test_a_land_of_the_context_yields_to_the_town_a_text_is_about() -> None:
    text = GUWAHATI.format(told="Nine people were killed.")
    assert place_of(text, "Nine people were killed") == "Guwahati"


def test_a_text_is_not_about_the_town_of_its_dateline_or_of_distances() -> None:
    told = "A mine blew up a bus near Yoro, 40 miles east of Tegucigalpa. Olanchito is 130 miles from Tegucigalpa."
    text = f"TEGUCIGALPA, Honduras — {told}\n\nTegucigalpa’s mayor sent help, officials in Tegucigalpa said."
    annotated = Annotated(Document.of(Article.from_bytes("test", text.encode())))
    assert setting_of(annotated).topic_town is None


def test_a_land_named_beside_the_span_stays() -> None:
    text = GUWAHATI.format(told="Nine people were killed in Assam last year.")
    assert place_of(text, "Nine people were killed") == "Assam"


def test_a_site_is_told_with_the_town_a_text_is_about() -> None:
    text = GUWAHATI.format(told="Nine people were killed at Fatima Hospital.")
    assert place_of(text, "Nine people were killed") == "Fatima Hospital, Guwahati"


def test_the_town_of_a_sentence_goes_on_before_the_region_around_it() -> None:
    text = "Gunmen struck near Segou, a day by road from the border, in the south of Mali. Nine people were killed."
    assert place_of(text, "Nine people were killed") == "Segou"


def test_the_country_told_last_goes_on_before_an_earlier_town() -> None:
    text = "He was born near Segou, and studied for years, but rose in Mali. Nine people were killed."
    assert place_of(text, "Nine people were killed") == "Mali"


PAGE = """Nine Soldiers Killed

June 3, 1988

KAMPALA, Uganda (AP) _

Rebels killed nine soldiers in a raid at dawn, the army said.

{told}
"""


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The raid took place in Soroti, 180 miles northeast of Kampala.", "Soroti"),
        ("Officers gave no details.\n\nThe rebels stormed barracks in Soroti, radio said.", "Soroti"),
        ("The rebels fled into Kenya, and the raid was the third in Uganda this week.", "Uganda"),
    ],
)
def test_a_lead_takes_the_town_told_below_before_that_of_the_dateline(told: str, expected: str) -> None:
    assert place_of(PAGE.format(told=told), "killed nine soldiers") == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("A mine blew up a bus near Sake, north of Goma.", "Sake"),
        ("Shells hit a mosque in Sake, just outside Goma.", "Sake"),
        ("Troops entered Sake to hunt those who had raided a bank in Goma.", "Sake"),
        ("Gunmen raided Sake in the west of Goma.", "Sake"),
        ("Gunmen raided Sake, west of the regional capital, Goma.", "Sake"),
        ("A bomb went off in Sake, said a trader from the nearby village of Minova.", "Sake"),
        ("A bomb went off in Sake. An elder told AFP from the state capital of Goma.", "Sake"),
        ("A bomb went off in Sake. A chief in Goma, who also said so, wept.", "Sake"),
        ("Fighting spread in Congo, where troops entered Sake.", "Sake"),
        ("Radio Goma, monitored in Nairobi, told of shells in Sake.", "Sake"),
    ],
)
def test_a_sentence_lends_its_first_town_and_none_that_only_measures(before: str, expected: str) -> None:
    assert place_of(f"{before} Nine people were killed.", "Nine people") == expected


def test_a_headline_lends_its_place_only_to_what_stands_below_it() -> None:
    text = "Gunmen shot nine men.\n\nBomb in Basra\n\nA bomb went off at noon.\n\nFloods in Dhaka\n\nTwo men died."
    assert place_of(text, "bomb went off") == "Basra"
    assert place_of(text, "Two men died") == "Dhaka"


def test_a_land_that_qualifies_a_name_is_no_place() -> None:
    assert place_of("A bomb killed nine near the U.S. Embassy in Lima.", "killed nine") == "Lima"
    assert place_of("Floods killed nine in the U.S. Tuesday.", "killed nine") == "U.S."


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("The shooting began at a market in Torit, witnesses said.", "Torit"),
        ("Witnesses said the gunmen struck in the northern Torit district.", "northern Torit district"),
        ("The deadliest attack was in Torit, where nine died.", "South Sudan"),
        ("In other violence, shells fell on Torit.", "South Sudan"),
    ],
)
def test_a_lead_in_a_country_takes_the_place_told_below(told: str, expected: str) -> None:
    text = f"Gunmen killed 20 people in South Sudan on Monday, police said.\n\n{told}"
    assert place_of(text, "Gunmen killed 20 people") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Two men died at the airport.", "Goma airport"),
        ("Two men died at the hospital.", "Sake"),
        ("Two men died in the city.", "Sake"),
    ],
)
def test_a_building_told_again_is_the_one_of_that_name(told: str, expected: str) -> None:
    text = f"Shells fell near Goma airport on Monday. Rebels overran Sake. {told}"
    assert place_of(text, "Two men died") == expected


def test_near_the_capital_is_not_in_it() -> None:
    text = "JUBA, South Sudan (AP) - Nine soldiers died at a base {where} the capital.\n\nRebels struck in Lainya."
    assert place_of(text.format(where="near"), "Nine soldiers died") == "Lainya"
    assert place_of(text.format(where="in"), "Nine soldiers died") == "Juba"


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Troops from Kenya and Uganda shelled a camp near Kismayo.", "shelled a camp", "Kismayo"),
        ("A bomb went off in Kismayo. Soldiers from Burundi died.", "Soldiers from Burundi died", "Kismayo"),
        ("A bomb went off in Kismayo. A U.S.-backed militia shot nine men.", "shot nine men", "Kismayo"),
        ("A bomb went off in Kismayo. Troops from Burundi, Kenya and Uganda died.", "Uganda died", "Kismayo"),
        ("A bomb went off in Kismayo. Gunmen loyal to Libya shot nine men.", "shot nine men", "Kismayo"),
        ("A bomb went off in Kismayo. Men from Egypt, Libya and Sudan fled. Nine died.", "Nine died", "Kismayo"),
        ("Another village in eastern Congo was burned. Shops were looted in Bukama.", "was burned", "Bukama"),
    ],
)
def test_where_people_come_from_is_not_where_it_happens(text: str, trigger: str, expected: str) -> None:
    assert place_of(text, trigger) == expected


def test_a_country_in_capitals_that_only_qualifies_is_not_what_a_text_is_about() -> None:
    text = "U.S. citizens should stay at home, the U.S. Embassy said. Crowds may gather. Haiti is tense."
    annotated = Annotated(Document.of(Article.from_bytes("test", text.encode())))
    main = setting_of(annotated).main_country
    assert main is not None and main.name == "Haiti"
