"""Acts told in everyday verbs: what the frame of a plain sentence gives, and what looks like it and is nothing."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.extractor import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event


def types(text: str) -> list[str]:
    rows = extract(Annotated(Document.of(Article.from_bytes("plain", text.encode()))))
    return sorted(str(row.event_type) for row in rows if isinstance(row, Event))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas seized two Canadian engineers on a road near Gondar.", ["abduction"]),
        ("Chechen gunmen hold French photographer", ["abduction"]),
        ("Rebels grabbed the village headman at Jebba on Monday.", ["abduction"]),
        ("An axeman went on the rampage in a Turku supermarket, wounding six.", ["armed_attack"]),
        ("A Predator drone fired two missiles at a compound in Wana.", ["air_strike"]),
        ("Villagers in Kauda watched bombs fall from a Sukhoi.", ["air_strike"]),
        ("Nine sorties were flown against guard positions near Basra.", ["air_strike"]),
        ("A rocket crashed through the roof of a kindergarten in Sderot.", ["missile_or_artillery"]),
        ("The election was marred by a bomb in Algiers.", ["bombing"]),
        ("A rucksack left on a bench at Omagh station exploded at noon.", ["bombing"]),
        ("Peruvian marines swept hamlets along the Apurimac for rebels.", ["ground_operation"]),
        ("UNITA has lost its main stronghold of Bailundo to government troops.", ["ground_operation"]),
        ("The garrison town of Kidal was abandoned to the Tuareg rebels.", ["ground_operation"]),
        ("General Dostum's men stormed the fort of Sheberghan at dawn.", ["ground_operation"]),
        ("Tanks and howitzers were moving towards the Kuwaiti frontier on Thursday.", ["troop_deployment"]),
        ("Britain sends aircraft carrier HMS Ark Royal to the Adriatic", ["troop_deployment"]),
        ("The arrival in Dili of 2,500 Australian troops was cheered by residents.", ["troop_deployment"]),
        ("Planes parachuted 12,500 ready-to-eat meals to Srebrenica.", ["aid_delivery"]),
        ("Sacks of maize reached the camp at Dadaab by lorry on Sunday.", ["aid_delivery"]),
        ("The rebels accepted a ten-day suspension of hostilities for Ramadan.", ["agreement"]),
        ("North Korean gunners practised an attack on Seoul with live shells.", ["military_threat"]),
        ("Kenya hosts Somalia's warlords", ["talks"]),
        ("Anti-aircraft batteries opened up over Baghdad at 2 a.m.", ["interception"]),
        ("Two Mirages forced the bomber to turn back over the Aegean.", ["interception"]),
        ("Telephone lines have been down in Kinshasa since Monday.", ["service_disruption"]),
        ("A jet fired two missiles at a rebel’s van near the port.", ["air_strike"]),
        ("Gunners brought down nine drones launched from Yemen.", ["air_strike", "interception"]),
    ],
)
def test_the_frame_of_an_everyday_verb_gives_the_type(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Militants hold the town of Palma and two villages.",
        "The critic stabbed at his soup in the opera.",
        "The ball went through the window of the army club.",
        "A scooter battery exploded in Delhi when it overheated.",
        "The club lost its last ground in the cup.",
        "The insurer withdrew from Lebanon and sent reinforcements to its call centre.",
        "No maize reached the camp at Dadaab last week.",
        "The alarm was raised by residents who smelled smoke in Leeds.",
        "The concert was interrupted by a bomb threat.",
        "The coast was rocked by a bomb cyclone.",
        "A suitcase with power banks exploded on a plane to Oslo.",
        "The old school was torn down and replaced by the council.",
        "The air force museum shows the bombs its Hunters carried.",
        "The village stood an hour's drive from the army camp in Jaffna.",
        "The bill on kidnapping sets a maximum sentence of nine years.",
    ],
)
def test_what_only_looks_like_an_act_gives_nothing(text: str) -> None:
    assert types(text) == []


def test_the_time_of_day_does_not_part_a_clause() -> None:
    text = "A jet that had circled over Tal Afar since dawn struck a depot before noon, flattening it."
    assert types(text) == ["air_strike"]
