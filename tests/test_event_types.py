"""Tests of which type an act has by who acts, on whom and how it ends, and of what tells no event at all."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.extractor import extract
from newsledger.build.link.nominals import resolve
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event


def events(text: str) -> list[Event]:
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    return [row for row in extract(annotated) if isinstance(row, Event)]


def types(text: str) -> list[str]:
    return [str(event.event_type) for event in events(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Guerrillas detained nine policemen at a roadblock in Caqueta.", ["abduction"]),
        ("Police detained nine guerrillas at a roadblock in Caqueta.", ["arrest"]),
        ("Pirates hijacked a freighter with a crew of 20 off Eyl.", ["abduction"]),
        ("Retreating rebels blew up a railway bridge near Malanje.", ["bombing"]),
        ("A mine blew up an army lorry near Malanje.", ["bombing"]),
        ("A cruise missile was destroyed in mid-air over Haifa.", ["interception"]),
        ("Two cruise missiles destroyed a depot in Haifa.", ["missile_or_artillery"]),
        ("Soldiers clashed with demonstrators outside the palace in Lome.", ["riot"]),
        ("Soldiers clashed with guerrillas outside the palace in Lome.", ["armed_clash"]),
        ("A relief convoy came under fire near Baidoa.", ["armed_attack"]),
        ("The patrols exchanged artillery rounds with the rebels near Baidoa.", ["armed_clash"]),
    ],
)
def test_who_acts_on_whom_and_by_what_gives_the_type(text: str, expected: list[str]) -> None:
    assert types(text) == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The army ordered residents of nine villages near Tyre to leave their homes.", "displacement"),
        ("Villagers were afraid to leave their homes in Tyre, the militia said.", "displacement"),
        ("Soldiers chased the guerrillas, who fled into the hills near Jaffna.", "displacement"),
        ("The rebels usually cross into Chad from their bases in the hills.", "ground_operation"),
        ("The air force has a squadron of strike aircraft at the base.", "air_strike"),
        ("People suffer from abuses, including killings, arbitrary arrests and looting, in the war.", "arrest"),
        ("Relatives of the conscripts blocked the road to the port during the war.", "restriction"),
        ("The army demanded the immediate arrest of the rebel leader.", "arrest"),
        ("The bishops called for urgent peace talks between the junta and the rebels.", "talks"),
        ("Rights groups described the war as a state of emergency in the town.", "restriction"),
        ("The navy thwarted a drone strike on the bridge at Kerch.", "air_strike"),
        ("The junta gave the rebels an ultimatum to pull back their troops.", "troop_deployment"),
    ],
)
def test_what_is_ordered_dared_habitual_or_listed_is_no_event_of_its_own(text: str, kind: str) -> None:
    assert kind not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Residents of nine villages near Tyre left their homes.", "displacement"),
        ("The rebels crossed into Chad from their bases in the hills.", "ground_operation"),
        ("Strike aircraft bombed the base at dawn.", "air_strike"),
        ("Soldiers carried out arbitrary arrests in the war.", "arrest"),
        ("Soldiers blocked the road to the port during the war.", "restriction"),
    ],
)
def test_the_same_acts_told_as_done_are_events(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels stormed a bus station in Gulu and a gun battle followed.", ["armed_clash"]),
        ("Rebels stormed a bus station in Gulu. A gun battle broke out in Kitgum.", ["armed_attack", "armed_clash"]),
    ],
)
def test_an_attack_is_told_with_the_clash_of_its_sentence(text: str, expected: list[str]) -> None:
    assert sorted(str(event.event_type) for event in resolve(events(text))) == expected
