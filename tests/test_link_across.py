"""One event told in several articles becomes one row; what differs, or is in doubt, stays apart."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from rows import event

from newsledger.build.link.across import link_events
from newsledger.schema.event_links import EventRelation
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import EventType, Modality, PlacePrecision

DAY = date(1999, 4, 14)
TOWN: dict[str, Any] = {"place_name": "Pristina", "place_precision": PlacePrecision.SETTLEMENT, "country_iso3": "XKX"}


def test_the_same_strike_in_two_articles_is_one_event_with_a_reason() -> None:
    a, b = event("a", day=DAY, **TOWN), event("b", day=DAY, **TOWN)
    linked = link_events([a, b])
    assert len(linked.events) == 1
    (one,) = linked.events
    assert one.event_id == min(a.event_id, b.event_id)
    assert one.merged_ids == [max(a.event_id, b.event_id)]
    assert (one.n_mentions, one.n_articles) == (2, 2)
    assert one.mentions[0] == min((a, b), key=lambda e: e.event_id).mentions[0]
    (link,) = linked.links
    assert link.relation is EventRelation.SAME_AS
    assert "same day" in link.reason


def test_an_id_of_the_previous_release_survives() -> None:
    a, b = event("a", day=DAY, **TOWN), event("b", day=DAY, **TOWN)
    known = max(a.event_id, b.event_id)
    assert link_events([a, b], known={known}).events[0].event_id == known


def test_what_differs_stays_apart() -> None:
    first = event("a", day=DAY, **TOWN)
    for other in (
        event("b", day=DAY + timedelta(days=1), **TOWN),
        event("b", day=DAY, **(TOWN | {"place_name": "Belgrade", "country_iso3": "SRB"})),
        event("b", day=DAY, event_type=EventType.BOMBING, **TOWN),
        event("b", day=DAY, modality=Modality.PLANNED, **TOWN),
        event("b", **TOWN),
    ):
        assert len(link_events([first, other]).events) == 2


def test_a_doubt_is_recorded_and_nothing_joined() -> None:
    country: dict[str, Any] = {"country_iso3": "XKX", "actor": "NATO", "actor_iso3": None}
    linked = link_events([event("a", day=DAY, **TOWN, actor="NATO"), event("b", day=DAY, **country)])
    assert len(linked.events) == 2
    assert [link.relation for link in linked.links] == [EventRelation.POSSIBLE_SAME_AS]


def test_two_events_that_one_article_tells_apart_are_never_joined_through_another() -> None:
    rows = [event("a", 0, DAY, **TOWN), event("a", 500, DAY, **TOWN), event("b", 0, DAY, **TOWN)]
    assert len(link_events(rows).events) == 2


PLACES = st.sampled_from([("Pristina", "XKX"), ("Pec", "XKX"), ("Nis", "SRB")])
EVENTS = st.lists(
    st.builds(
        lambda article, at, day, place: event(
            f"article {article}",
            at * 100,
            DAY + timedelta(days=day),
            place_name=place[0],
            country_iso3=place[1],
            place_precision=PlacePrecision.SETTLEMENT,
        ),
        st.integers(0, 5),
        st.integers(0, 3),
        st.integers(0, 2),
        PLACES,
    ),
    max_size=12,
    unique_by=lambda row: row.event_id,
)


@given(EVENTS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_articles_does_not_matter(orders: tuple[list[Event], list[Event]]) -> None:
    assert link_events(orders[0]) == link_events(orders[1])


@given(EVENTS)
def test_linking_again_changes_nothing(rows: list[Event]) -> None:
    once = link_events(rows)
    again = link_events(once.events)
    assert again.events == once.events
    assert not again.now


@given(EVENTS)
def test_an_unrelated_article_changes_no_id_and_no_link(rows: list[Event]) -> None:
    stranger = event(
        "elsewhere", 0, DAY, place_name="Lima", country_iso3="PER", place_precision=PlacePrecision.SETTLEMENT
    )
    before, after = link_events(rows), link_events([*rows, stranger])
    assert [e for e in after.events if e.event_id != stranger.event_id] == list(before.events)
    assert after.links == before.links
