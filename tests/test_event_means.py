"""Tests of types by means: what an act of force was done with gives the type of a generic rule."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.extractor import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event

FORCE = {"air_strike", "missile_or_artillery", "bombing", "armed_attack", "armed_clash", "ground_operation"}


def force(text: str) -> list[str]:
    rows = extract(Annotated(Document.of(Article.from_bytes("a.txt", text.encode()))))
    return sorted({str(row.event_type) for row in rows if isinstance(row, Event)} & FORCE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helicopter gunships fired on a bus near Lodra.", ["air_strike"]),
        ("Tanks opened fire on a market in Lodra.", ["missile_or_artillery"]),
        ("Gunmen opened fire on a market in Lodra.", ["armed_attack"]),
        ("Insurgents ambushed a convoy with roadside bombs near Lodra.", ["bombing"]),
        ("The militia attacked the oil depot late on Monday with explosive drones.", ["air_strike"]),
        ("An attack by helicopters on the village killed four people.", ["air_strike"]),
    ],
)
def test_aircraft_shells_and_bombs_give_a_generic_act_its_type(text: str, expected: list[str]) -> None:
    assert force(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Fighters attacked the base with rifles and grenades.",
        "Fighters attacked the base with rocket-propelled grenades and machine guns.",
        "Rebels attacked the village near a depot of mortars with rifles.",
        "Police shot at a crowd from which a grenade was said to have come.",
    ],
)
def test_attackers_with_weapons_in_hand_are_armed_attackers(text: str) -> None:
    assert force(text) == ["armed_attack"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missiles and drones hit the port of Lodra overnight.", ["air_strike", "missile_or_artillery"]),
        ("The army launched missile and drone strikes on the port.", ["air_strike", "missile_or_artillery"]),
        ("Warplanes hit the port with missiles.", ["air_strike"]),
    ],
)
def test_missiles_and_drones_told_together_are_two_acts(text: str, expected: list[str]) -> None:
    assert force(text) == expected
