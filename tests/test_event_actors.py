"""Actors and targets of events: who acts, who only tells, suffers or is acted on."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.schema.article import Article
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event


def events(text: str) -> list[Event]:
    found = extract_article(Article.from_bytes("a.txt", text.encode())).rows
    return [row for rows in found.values() for row in rows if isinstance(row, Event)]


def actors(text: str, event_type: str) -> list[str | None]:
    return [event.actor for event in events(text) if event.event_type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("Security forces shot dead three protesters in Lima on Monday.", "armed_attack", "Security forces"),
        ("Government forces shelled the town of Kono on Monday.", "missile_or_artillery", "Government forces"),
        ("Gunman kills four at Leeds hospital", "armed_attack", "Gunman"),
        ("The army said it shelled rebel posts near Kono.", "missile_or_artillery", "army"),
        ("The minister told parliament that militants had burned a school near Kono.", "property_destruction",
         "militants"),
        ("Burundi accused Rwanda of shelling its villages near Ruhororo.", "missile_or_artillery", "Rwanda"),
        ("Shops in Basra were set on fire by unknown persons.", "property_destruction", "unknown persons"),
        ("Residents around the church fled as the gunmen opened fire in Kono.", "armed_attack", "gunmen"),
        ("Police say three militants stormed a barracks in Kono.", "armed_attack", "militants"),
        ("Troops killed five rebels in a clash near Kono.", "armed_clash", "Troops"),
        ("The withdrawal of Ethiopian troops from Baidoa began on Monday.", "troop_deployment", "Ethiopian troops"),
        ("The 65 rebels attacked Birao on Monday.", "armed_attack", "rebels"),
        ("Aid flights stopped as armed gangs seized the airport in Kono.", "ground_operation", "armed gangs"),
        ("The garrison town fell to the rebels on Monday.", "ground_operation", "rebels"),
        ("The officials say gunmen attacked a clinic in Kono.", "armed_attack", "gunmen"),
        ("Looters burnt a market in Kono on Monday.", "property_destruction", "Looters"),
        ("Nine villagers were shot dead near Kono in a raid by cattle raiders.", "armed_attack", "raiders"),
        ("The Congolese army launched an offensive against the rebels on Monday.", "ground_operation",
         "Congolese army"),
        ("Shining Path has been blamed for the killing of nine monks in Kono.", "armed_attack", "Shining Path"),
        ("Nine soldiers died in a \"major attack\" by \"armed jihadists\" in Kono.", "armed_attack", "armed jihadists"),
        ("Three militants were killed in a clash with security forces in Kono.", "armed_clash", "security forces"),
        ("Boko Haram have left Kono, following clashes with the Nigerian military.", "armed_clash", "Boko Haram"),
        ("Police used tear gas against demonstrators in Kono on Monday.", "riot", "demonstrators"),
        ("Militants fired at a patrol before capturing the town of Kono.", "ground_operation", "Militants"),
        ("Farmers wept as armed gangs overran Kono on Monday, seizing control of the town of Yala.", "ground_operation",
         "armed gangs"),
        ("Kono, held by the rebels for a year, is now under the control of the army.", "ground_operation", "army"),
        ("Nine monks were killed by rebels that overran the town of Kono.", "ground_operation", "rebels"),
        ("As leaders of the factions met in Geneva, Serb troops shelled the town of Kono.", "missile_or_artillery",
         "Serb troops"),
        ("Russian shelling of Ukraine's second city went on.", "missile_or_artillery", "Russia"),
        ("Half of the Soviet troops left Kabul last year.", "troop_deployment", "Soviet troops"),
        ("Rioters burnt shops in Kono on Monday.", "riot", "Rioters"),
    ],
)  # fmt: skip
def test_the_one_who_acts_is_the_actor(text: str, event_type: str, actor: str) -> None:
    assert actor in actors(text, event_type)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A nurse died in a drive-by shooting in Yala on Friday.", "armed_attack"),
        ("Rebel commander shot dead in Goma", "armed_attack"),
        ("Some 4,000 families fled the town of Kono after clashes on Monday.", "displacement"),
        ("The second major earthquake in a month struck Lombok on Monday, killing nine people.", "disaster"),
        ("A child was wounded by stray gunfire in Kono on Friday.", "armed_attack"),
        ("Two students died in police custody in Kono on Friday.", "arrest"),
        ("Kenya's food riots went on for a week in Mombasa.", "riot"),
        ("Embassies are warning of possible protests in Cairo on Friday.", "protest"),
        ("Witnesses recall a massacre in Kono.", "armed_attack"),
    ],
)
def test_who_suffers_flees_or_tells_does_not_act(text: str, event_type: str) -> None:
    found = actors(text, event_type)
    assert found
    assert set(found) == {None}


def test_a_merged_event_takes_the_town_named_in_its_land() -> None:
    text = (
        "Bomb kills nine in Pakistan\n\nA bomb exploded in Pakistan on Monday. The bomb exploded at a mosque in the "
        "remote, mountainous village of Hayan Dara, police said."
    )
    assert "Hayan Dara" in {event.place_name for event in events(text)}


def test_a_casualty_without_a_place_of_its_own_takes_the_town_of_its_event() -> None:
    text = (
        "A bomb exploded in the Iraqi town of Hit on Monday.\n\nAhmed Salem, police chief of Anbar province, said nine "
        "people died in the explosion."
    )
    rows = extract_article(Article.from_bytes("a.txt", text.encode())).rows
    places = [row.place_name for found in rows.values() for row in found if isinstance(row, Casualty)]
    assert places == ["Hit"]
