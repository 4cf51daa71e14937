"""What links and contradictions the project promises on two sets of articles built together."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import pytest

from newsledger.build.link.likeness import likeness
from newsledger.build.pipeline import build
from newsledger.build.read.articles import read_inputs
from newsledger.schema.built import Built
from newsledger.schema.casualties import Casualty
from newsledger.schema.claim_relations import ClaimRelation, ClaimRelationRow
from newsledger.schema.contradictions import Contradiction, ContradictionKind, ContradictionStatus
from newsledger.schema.estimates import Estimate
from newsledger.schema.event_links import EventLink, EventRelation
from newsledger.schema.events import Event
from newsledger.schema.row import Row
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import EventType, Outcome, QuoteEdit

SHARED = Path(__file__).parents[2] / "shared" / "articles"
at_hand = pytest.mark.skipif(not SHARED.is_dir(), reason="the articles are not at hand")
MONDAY, WEDNESDAY = date(2024, 9, 23), date(2024, 9, 25)
R = TypeVar("R", bound=Row)


@cache
def built(name: str) -> Built:
    """One of the two sets."""
    folder = SHARED if name == "shared" else Path(str(files("newsledger.build.data") / "sample"))
    return build(read_inputs([folder]))


def rows(name: str, table: str, model: type[R]) -> list[R]:
    return [row for row in built(name).tables[table] if isinstance(row, model)]


def source(name: str, article_id: str) -> str:
    """The number that begins an article's file name."""
    found = next(a for a in built(name).articles if a.article_id == article_id)
    return found.source_name.split("_")[0]


def sources(name: str, event: Event) -> set[str]:
    return {source(name, mention.article_id) for mention in event.mentions}


def events(name: str, kind: EventType, article: str, day: date | None = None) -> list[Event]:
    return [
        event
        for event in rows(name, "events", Event)
        if event.event_type is kind and article in sources(name, event) and (day is None or event.date_start == day)
    ]


def told(name: str, event: Event, article: str) -> Iterator[tuple[int, int]]:
    """Where an article tells an event."""
    return ((m.start, m.end) for m in event.mentions if source(name, m.article_id) == article)


def test_members_and_estimates_point_to_rows_that_are_there() -> None:
    for row in rows("sample", "contradictions", Contradiction):
        for member in row.members:
            keys = {getattr(r, r.KEY[0]) for r in built("sample").tables[member.table]}
            assert member.id in keys
    claims = {c.casualty_id for c in rows("sample", "casualties", Casualty)}
    assert all(set(row.casualty_ids) <= claims for row in rows("sample", "estimates", Estimate))


def contradictions(name: str, kind: ContradictionKind) -> list[Contradiction]:
    return [row for row in rows(name, "contradictions", Contradiction) if row.kind is kind]


@at_hand
def test_the_talks_of_one_wednesday_are_one_event_across_articles() -> None:
    both = [e for e in rows("shared", "events", Event) if sources("shared", e) == {"000", "001"}]
    (talks,) = [event for event in both if event.event_type is EventType.TALKS]
    assert talks.date_start == WEDNESDAY
    assert talks.n_articles == 2
    links = rows("shared", "event_links", EventLink)
    (link,) = [link for link in links if link.event_id == talks.event_id and link.relation is EventRelation.SAME_AS]
    assert link.other_event_id in talks.merged_ids
    assert "parties" in link.reason


@at_hand
def test_the_strikes_of_one_monday_told_twice_are_one_event() -> None:
    (monday,) = events("shared", EventType.AIR_STRIKE, "001", MONDAY)
    starts = [start for start, _ in told("shared", monday, "001")]
    assert min(abs(start - 3291) for start in starts) < 60
    assert min(abs(start - 4811) for start in starts) < 60
    counts = {c.count for c in rows("shared", "casualties", Casualty) if c.event_id == monday.event_id}
    assert counts == {100, 400, 500, 1600}


@at_hand
def test_the_strikes_of_wednesday_and_of_monday_stay_apart() -> None:
    (wednesday,) = events("shared", EventType.AIR_STRIKE, "000", WEDNESDAY)
    (monday,) = events("shared", EventType.AIR_STRIKE, "001", MONDAY)
    assert sources("shared", wednesday) == {"000"}
    assert sources("shared", monday) == {"001"}
    assert likeness(wednesday, monday).score == 0.0


@at_hand
def test_advice_repeated_in_title_captions_and_body_is_one_event() -> None:
    advice = [e for e in events("shared", EventType.WARNING, "001") if e.target_iso3 == "USA"]
    (one,) = advice
    starts = sorted(start for start, _ in told("shared", one, "001"))
    assert starts[0] < 20
    assert len(starts) >= 5
    assert one.actor == "U.S. Embassy in Beirut"


@at_hand
def test_two_tolls_of_one_day_are_one_numeric_contradiction() -> None:
    (found,) = contradictions("shared", ContradictionKind.NUMERIC)
    members = {member.id for member in found.members}
    claims = [c for c in rows("shared", "casualties", Casualty) if c.casualty_id in members]
    killed = sorted(c.count or 0 for c in claims if c.outcome is Outcome.KILLED)
    assert killed == [100, 500]
    assert len(members) == len(claims) == 4
    assert "compete" in found.explanation


@at_hand
def test_the_link_of_two_wars_is_a_policy_contradiction() -> None:
    (found,) = contradictions("shared", ContradictionKind.POLICY)
    assert {source("shared", member.article_id) for member in found.members} == {"000", "001"}
    denial = next(member for member in found.members if source("shared", member.article_id) == "000")
    assert denial.start >= 2060
    assert "Gaza" in found.explanation


@at_hand
def test_a_rank_that_differs_is_an_identity_contradiction() -> None:
    (found,) = contradictions("shared", ContradictionKind.IDENTITY)
    assert "Herzi Halevi" in found.explanation
    assert "lieutenant general" in found.explanation
    assert "major general" in found.explanation


@at_hand
def test_nothing_else_is_claimed_to_contradict() -> None:
    assert len(rows("shared", "contradictions", Contradiction)) == 3


@at_hand
def test_two_wordings_of_one_quotation_are_one_utterance_with_its_edits() -> None:
    variants = [s for s in rows("shared", "statements", Statement) if "every bit of energy" in (s.content or "")]
    assert len(variants) == 2
    assert len({s.utterance_id for s in variants}) == 1
    edits = {edit for s in variants for edit in s.edits}
    assert edits == {QuoteEdit.BRACKET, QuoteEdit.ELLIPSIS, QuoteEdit.CUT}


def test_the_planted_contradictions_of_the_sample_are_found() -> None:
    (rank,) = contradictions("sample", ContradictionKind.IDENTITY)
    assert "Herzi Halevi" in rank.explanation
    (policy,) = contradictions("sample", ContradictionKind.POLICY)
    assert {source("sample", member.article_id) for member in policy.members} == {"03", "04"}
    assert policy.status is ContradictionStatus.INCOMPATIBLE


def test_no_toll_of_the_sample_contradicts_another() -> None:
    assert contradictions("sample", ContradictionKind.NUMERIC) == []
    assert len(rows("sample", "contradictions", Contradiction)) == 2


@pytest.mark.parametrize(("outcome", "before", "after"), [(Outcome.KILLED, 100, 500), (Outcome.INJURED, 400, 1600)])
def test_a_toll_published_a_day_later_is_an_update(outcome: Outcome, before: int, after: int) -> None:
    counts = {c.casualty_id: c.count for c in rows("sample", "casualties", Casualty)}
    found = [
        r
        for r in rows("sample", "claim_relations", ClaimRelationRow)
        if r.outcome is outcome and r.claim_relation is ClaimRelation.UPDATES
    ]
    assert [(counts[r.other_casualty_id], counts[r.casualty_id]) for r in found] == [(before, after)]


def test_the_same_toll_of_one_day_in_two_reports_repeats_and_is_one_event() -> None:
    (event,) = [e for e in events("sample", EventType.AIR_STRIKE, "03", WEDNESDAY) if "06" in sources("sample", e)]
    found = [r for r in rows("sample", "claim_relations", ClaimRelationRow) if r.event_id == event.event_id]
    assert {r.claim_relation for r in found} == {ClaimRelation.REPEATS}
    assert {r.outcome for r in found} == {Outcome.KILLED, Outcome.INJURED}


def test_a_toll_since_a_start_is_compared_with_no_toll_of_a_day() -> None:
    (cumulative,) = [c for c in rows("sample", "casualties", Casualty) if c.count == 540]
    related = rows("sample", "claim_relations", ClaimRelationRow)
    assert not [r for r in related if cumulative.casualty_id in (r.casualty_id, r.other_casualty_id)]


def test_the_strikes_of_two_days_stay_apart_in_the_sample() -> None:
    (monday,) = events("sample", EventType.AIR_STRIKE, "01", MONDAY)
    assert sources("sample", monday) == {"01", "02"}
    assert all(e.event_id != monday.event_id for e in events("sample", EventType.AIR_STRIKE, "03"))
