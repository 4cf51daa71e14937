"""Tests of displacements told only as movements, in passages of our own."""

from __future__ import annotations

import pytest

from newsledger.build.extract.evacuations.extractor import extract as evacuations
from newsledger.build.extract.events.extractor import extract as events
from newsledger.build.link.article import link_article
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event
from newsledger.schema.row import Row
from newsledger.schema.skip import Skip


def displacements(text: str) -> list[Event]:
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    rows: dict[str, list[Row]] = {
        "events": [row for row in events(annotated) if not isinstance(row, Skip)],
        "evacuations": [row for row in evacuations(annotated) if not isinstance(row, Skip)],
    }
    linked = link_article(annotated, rows)["events"]
    return [row for row in linked if isinstance(row, Event) and row.event_type == "displacement"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Rebels took the hills. Some 200 Danes were brought to safety by boat from Ordesh.", "Danes"),
        ("The fighting goes on, driving more civilians into exile in Norway.", "civilians"),
    ],
)
def test_a_movement_of_many_that_no_event_tells_is_a_displacement(text: str, target: str) -> None:
    (found,) = displacements(text)
    assert found.target is not None and target in found.target
    assert found.mentions[0].rule_id == "events.displace.movement"


def test_a_movement_that_an_event_tells_gives_no_second_one() -> None:
    (found,) = displacements("Four thousand villagers fled Ordesh for Belar when the war came.")
    assert found.mentions[0].rule_id != "events.displace.movement"


@pytest.mark.parametrize(
    "text",
    [
        "Rescuers saved nine passengers from the ferry off Belar.",
        "After the blast people ran into the street to get out of the hotel.",
        "The 40 freed hostages arrived in Belar from Ordesh during the war.",
        "Truckloads of armed men have been seen heading toward Belar since the war began.",
    ],
)
def test_people_saved_or_freed_or_running_from_a_moment_are_not_displaced(text: str) -> None:
    assert displacements(text) == []
