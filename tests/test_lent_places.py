"""Places that the text lends to events whose own sentences name none."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.schema.article import Article
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event

STORY = """Rebels besieged the town of Kutum for a third day on Monday.

Shells fell in Kutum market at dawn, and nine traders were killed in Kutum hospital.

A bus was ambushed near El Fasher on Sunday.

{told}
"""


def places(text: str, event_type: str) -> list[str | None]:
    found = extract_article(Article.from_bytes("a.txt", text.encode())).rows
    events = [row for rows in found.values() for row in rows if isinstance(row, Event)]
    return [event.place_name for event in events if event.event_type == event_type]


@pytest.mark.parametrize(
    ("told", "event_type"),
    [
        ("Some 4,000 people have fled their homes.", "displacement"),
        ("All schools have been closed.", "service_disruption"),
    ],
)
def test_what_concerns_the_whole_scene_takes_the_place_most_told_of(told: str, event_type: str) -> None:
    assert places(STORY.format(told=told), event_type) == ["Kutum"]


def test_a_place_of_the_same_paragraph_comes_first() -> None:
    told = "Gunmen burned two farms near Mellit. Some 4,000 people have fled their homes."
    assert places(STORY.format(told=told), "displacement") == ["Mellit"]


WAR = """Gunmen killed nine traders in Jos, Nigeria, on Monday, police said.

The men rode into the market at dawn.

{told}
"""


@pytest.mark.parametrize(
    ("told", "count", "expected"),
    [
        ("More than 30,000 people have been killed since the revolt began in 2009.", 30_000, "Nigeria"),
        ("Some 40 people have been killed since the feud began in 2009.", 40, "Jos"),
        ("More than 30,000 people have been killed in Borno since 2009.", 30_000, "Borno"),
    ],
)
def test_the_thousands_a_war_has_killed_are_those_of_the_country(told: str, count: int, expected: str) -> None:
    found = extract_article(Article.from_bytes("a.txt", WAR.format(told=told).encode())).rows
    tolls = [row for rows in found.values() for row in rows if isinstance(row, Casualty) and row.count == count]
    assert [row.place_name for row in tolls] == [expected]
