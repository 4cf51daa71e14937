"""Tests of linking within one article: joining, back-references, ties and the crosswalk."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.extract.events import extractor as events_extractor
from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.link.article import link_article
from newsledger.build.link.compare import same_event
from newsledger.build.link.crosswalk import crosswalk
from newsledger.build.link.join import join
from newsledger.build.link.nominals import resolve
from newsledger.build.link.separate import marks
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.casualties import Casualty
from newsledger.schema.events import CrosswalkRelation, Event
from newsledger.schema.fields import Mention
from newsledger.schema.row import row_id
from newsledger.schema.vocabularies import (
    BlockType,
    EventType,
    Modality,
    Outcome,
    PlacePrecision,
    Quantifier,
    TemporalRole,
)

ARTICLE = row_id("an article")


def event(
    start: int = 0, kind: EventType = EventType.AIR_STRIKE, rule_id: str = "events.air.noun", **columns: Any
) -> Event:
    mention = Mention(
        article_id=ARTICLE,
        start=start,
        end=start + 20,
        evidence_sha256=row_id(start),
        sentence_start=start,
        sentence_end=start + 50,
        block_type=BlockType.BODY,
        extractor="rules",
        rule_id=rule_id,
    )
    return Event(event_id=row_id(ARTICLE, start, kind), event_type=kind, mentions=[mention], **columns)


def linked(text: str) -> list[Event]:
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    found = [row for row in events_extractor.extract(annotated) if isinstance(row, Event)]
    return [row for row in link_article(annotated, {"events": list(found)})["events"] if isinstance(row, Event)]


MONDAY: dict[str, Any] = {"date_start": date(2020, 6, 1), "date_end": date(2020, 6, 1)}
TUESDAY: dict[str, Any] = {"date_start": date(2020, 6, 2), "date_end": date(2020, 6, 2)}
TOWN: dict[str, Any] = {
    "place_name": "Lodra",
    "place_precision": PlacePrecision.SETTLEMENT,
    "country_iso3": "AFG",
    "geonames_id": 7,
}
CITY = {"place_name": "Marwa", "place_precision": PlacePrecision.SETTLEMENT, "country_iso3": "AFG", "geonames_id": 8}
LAND = {"place_name": "Afghanistan", "place_precision": PlacePrecision.COUNTRY, "country_iso3": "AFG"}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (MONDAY | TOWN, MONDAY | TOWN, True),
        (MONDAY | TOWN, MONDAY | LAND, True),
        (MONDAY | TOWN, TUESDAY | TOWN, False),
        (MONDAY | TOWN, MONDAY | CITY, False),
        (MONDAY, {"modality": Modality.PLANNED}, False),
        ({}, {"temporal_role": TemporalRole.BACKGROUND}, False),
        (MONDAY, {}, True),
    ],
)
def test_different_days_places_and_standing_keep_neighbouring_events_apart(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    a, b = event(0, **one), event(60, **other)
    assert same_event(a, b).same is same
    assert same_event(a, b) == same_event(b, a)


def test_types_are_never_mixed() -> None:
    assert not same_event(event(0), event(60, EventType.BOMBING)).same


COLUMNS = st.sampled_from([{}, MONDAY, TUESDAY, TOWN, CITY, MONDAY | TOWN, TUESDAY | CITY, LAND])
KINDS = st.sampled_from([EventType.AIR_STRIKE, EventType.TALKS])


@given(st.lists(st.tuples(KINDS, COLUMNS), max_size=8), st.integers(0, 99))
def test_joining_depends_on_no_order_and_a_second_run_changes_nothing(
    told: list[tuple[EventType, dict[str, Any]]], seed: int
) -> None:
    rows = [event(60 * n, kind, **columns) for n, (kind, columns) in enumerate(told)]
    shuffled = rows[:]
    random.Random(seed).shuffle(shuffled)
    once = join(rows)
    assert join(shuffled) == once
    assert join(once) == once
    assert sum(e.n_mentions for e in once) == len(rows)
    assert {i for e in once for i in (e.event_id, *e.merged_ids)} == {e.event_id for e in rows}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A car bomb exploded at the depot. The blast was heard for miles.", ["bombing"]),
        ("Warplanes bombed the refinery in Lodra. The raid lasted an hour.", ["air_strike"]),
        ("Bandits kidnapped two nuns. Their abduction angered the town.", ["abduction"]),
        ("A band marched. The blast was heard for miles.", []),
        ("Gunmen attacked a convoy near Orsk. Two soldiers were killed, the army said.", ["armed_attack"]),
        ("Shells fell on the old quarter. Several shops were also destroyed.", ["missile_or_artillery"]),
        ("A car bomb exploded at the depot. It was the third such attack this month.", ["bombing"]),
        ("Police arrested a banker in Belar in May. His lawyer spoke to us. He was jailed in silence.", ["arrest"]),
        ("The rebels and the army signed a truce. The truce could help the peace, rebels hope.", ["agreement"]),
        (
            "Rebels ambushed a bus. Villagers spoke of the massacre of nine herders in Kenya in 2009.",
            ["armed_attack"] * 2,
        ),
        (
            "Bandits kidnapped two nuns. Gunmen attacked a bus. The attack lasted an hour.",
            ["abduction", "armed_attack"],
        ),
    ],
)
def test_a_nominal_adds_a_mention_to_what_it_points_back_to(text: str, kinds: list[str]) -> None:
    assert [str(e.event_type) for e in linked(text)] == kinds


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (MONDAY | TOWN, {}, True),
        ({}, {}, True),
        (MONDAY, TOWN, False),
        (MONDAY | TOWN, {"modality": Modality.PLANNED}, False),
    ],
)
def test_an_act_of_force_without_day_or_place_of_its_own_is_told_once_more_however_far_off(
    one: dict[str, Any], other: dict[str, Any], same: bool
) -> None:
    assert same_event(event(0, **one), event(500, **other)).same is same


@pytest.mark.parametrize(
    ("text", "displacements"),
    [
        ("Some 4,000 villagers fled the valley. About 700 villagers fled the hills.", 2),
        ("Some 4,000 villagers fled the valley. The 4,000 villagers fled on foot.", 1),
        ("Some 4,000 villagers fled the valley. The villagers fled on foot.", 1),
    ],
)
def test_displacements_of_other_numbers_of_people_are_told_apart(text: str, displacements: int) -> None:
    assert [str(e.event_type) for e in linked(text)] == ["displacement"] * displacements


@pytest.mark.parametrize("mark", marks().values(), ids=lambda mark: mark.name)
def test_each_mark_stands_in_its_examples_and_not_in_its_counterexamples(mark: Pattern) -> None:
    assert mark.failures() == []


@pytest.mark.parametrize(
    ("text", "attacks"),
    [
        ("Gunmen attacked a convoy near Orsk on Monday. Nine traders were killed in raids the previous week.", 2),
        ("Gunmen attacked a convoy near Orsk on Monday. Gunmen attacked the drivers at dawn.", 1),
    ],
)
def test_an_act_marked_as_another_is_none_told_before(text: str, attacks: int) -> None:
    assert [str(e.event_type) for e in linked(text)] == ["armed_attack"] * attacks


def test_two_talks_far_apart_are_not_one_for_want_of_a_day_or_place() -> None:
    assert not same_event(event(0, EventType.TALKS, **MONDAY), event(500, EventType.TALKS)).same


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Guerrillas attacked an army post near Orsk on Monday. The guerrillas and the soldiers exchanged fire "
            "near Orsk on Monday, a radio station said.",
            ["armed_attack"],
        ),
        (
            "Guerrillas attacked a village near Orsk on Monday. Soldiers clashed with smugglers at the port of Lodra "
            "in 1997.",
            ["armed_attack", "armed_clash"],
        ),
    ],
)
def test_an_attack_and_a_clash_of_one_place_and_day_are_one(text: str, kinds: list[str]) -> None:
    assert [str(e.event_type) for e in linked(text)] == kinds


def test_a_casualty_is_tied_to_the_event_of_its_sentence_and_dated_by_it() -> None:
    told = event(0, **MONDAY, **TOWN)
    casualty = Casualty(
        casualty_id=row_id("c"),
        article_id=ARTICLE,
        evidence_start=22,
        evidence_end=40,
        evidence_sha256=row_id("e"),
        sentence_start=0,
        sentence_end=50,
        block_type=BlockType.BODY,
        rule_id="casualties.test",
        outcome=Outcome.KILLED,
        quantifier=Quantifier.VAGUE,
        count=None,
        event_id=None,
        country_iso3=None,
        count_min=None,
        count_max=None,
    )
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", b"x" * 80)))
    row = link_article(annotated, {"events": [told], "casualties": [casualty]})["casualties"][0]
    assert isinstance(row, Casualty)
    assert (row.event_id, row.date_start, row.place_name) == (told.event_id, date(2020, 6, 1), "Lodra")


def test_every_event_type_has_a_crosswalk_row_with_a_rule() -> None:
    table = crosswalk()
    assert set(table) == set(EventType)
    for row in table.values():
        assert row.rule_text
        assert (row.acled_event_type is None) == (row.relation is CrosswalkRelation.NONE)
        assert row.cameo_code is None or row.cameo_code.isdigit()


def test_linked_events_carry_their_crosswalk_columns() -> None:
    (found,) = linked("Rebels shelled the harbour of Lodra.")
    assert found.acled_sub_event_type == "Shelling/artillery/missile attack"


def test_an_act_that_took_in_an_outcome_is_itself_told_by_the_clash_before() -> None:
    told = {"date_start": date(2021, 3, 4), "date_end": date(2021, 3, 4), "place_name": "Belar"}
    killed = "events.attack.soldiers_killed"
    clash = event(0, EventType.ARMED_CLASH, "events.clash.noun", **told)
    rebels = event(1000, EventType.ARMED_CLASH, killed, **told)
    soldiers = event(2000, EventType.ARMED_ATTACK, killed, **told)
    (found,) = resolve([clash, rebels, soldiers])
    assert [mention.start for mention in found.mentions] == [0, 2000, 1000]
