"""Tolls of one event: which repeat, update or contradict each other, and what they come to under each policy."""

from datetime import date
from typing import Any

import pytest
from rows import casualty, statement

from newsledger.build.link.claim_relations import claim_relations
from newsledger.build.link.identity import identity_contradictions
from newsledger.build.link.numeric import numeric_contradictions
from newsledger.build.link.policies import estimates
from newsledger.build.link.tolls import tolls
from newsledger.build.link.utterances import share_utterances
from newsledger.schema.casualties import Casualty
from newsledger.schema.claim_relations import ClaimRelation
from newsledger.schema.contradictions import ContradictionStatus
from newsledger.schema.estimates import Policy
from newsledger.schema.row import row_id
from newsledger.schema.vocabularies import (
    AttributionKind,
    CountKind,
    Modality,
    Quantifier,
    QuoteEdit,
    TemporalRole,
    VictimClass,
)

EVENT = row_id("event")
DAYS = {row_id("mon"): date(2001, 9, 3), row_id("mon 2"): date(2001, 9, 3), row_id("tue"): date(2001, 9, 4)}


def claim(article: str, count: int | None, at: int = 0, **columns: Any) -> Casualty:
    return casualty(article, count, at, event_id=EVENT, **columns)


def relation(*claims: Casualty) -> ClaimRelation:
    return claim_relations(tolls(claims, DAYS))[0].claim_relation


def test_different_figures_of_one_day_contradict_each_other() -> None:
    assert relation(claim("mon", 12), claim("mon 2", 30)) is ClaimRelation.CONTRADICTS


def test_the_same_figure_is_a_repetition() -> None:
    assert relation(claim("mon", 12), claim("mon 2", 12)) is ClaimRelation.REPEATS


def test_a_figure_that_rose_by_the_next_day_is_an_update() -> None:
    assert relation(claim("mon", 12), claim("tue", 30)) is ClaimRelation.UPDATES


def test_a_figure_that_fell_by_the_next_day_contradicts() -> None:
    assert relation(claim("mon", 30), claim("tue", 12)) is ClaimRelation.CONTRADICTS


def test_both_figures_of_one_sentence_are_an_update() -> None:
    assert relation(claim("mon", 12, 0), claim("mon", 30, 10, sentence_start=0)) is ClaimRelation.UPDATES


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ({"count_kind": CountKind.CUMULATIVE}, ClaimRelation.INDEPENDENT),
        ({"temporal_role": TemporalRole.BACKGROUND}, ClaimRelation.BACKGROUND),
        ({"victim_class": VictimClass.CIVILIAN}, ClaimRelation.INDEPENDENT),
    ],
)
def test_claims_of_another_kind_do_not_contradict(columns: dict[str, Any], expected: ClaimRelation) -> None:
    assert relation(claim("mon", 12), claim("mon 2", 30, **columns)) is expected


@pytest.mark.parametrize(
    "columns", [{"modality": Modality.DENIED}, {"part_of_id": row_id("total")}, {"event_id": None}]
)
def test_denied_partial_and_untied_claims_are_no_tolls(columns: dict[str, Any]) -> None:
    assert tolls([casualty("mon", 3, **({"event_id": EVENT} | columns))], DAYS) == []


def test_separate_groups_in_one_sentence_add_up() -> None:
    rows = [
        claim("mon", 35, 0, victim_text="guerrillas"),
        claim("mon", 5, 20, sentence_start=0, victim_text="soldiers"),
    ]
    assert [toll.count for toll in tolls(rows, DAYS)] == [40]


def test_competing_tolls_are_one_contradiction_that_says_the_bounds_overlap() -> None:
    least = claim("mon", 100, quantifier=Quantifier.AT_LEAST, count_min=100, count_text="at least 100")
    most = claim("mon 2", 500, quantifier=Quantifier.NEARLY, count_max=500, count_text="nearly 500")
    (found,) = numeric_contradictions(tolls([least, most], DAYS))
    assert found.status is ContradictionStatus.COMPETING
    assert "at least 100" in found.explanation
    assert "nearly 500" in found.explanation
    assert "overlap" in found.explanation
    assert {member.id for member in found.members} == {least.casualty_id, most.casualty_id}


def test_incompatible_bounds_are_said_to_be_so() -> None:
    (found,) = numeric_contradictions(tolls([claim("mon", 12), claim("mon 2", 30)], DAYS))
    assert found.status is ContradictionStatus.INCOMPATIBLE


def test_each_policy_lists_the_claims_it_used() -> None:
    official = claim("tue", 30, attribution_kind=AttributionKind.OFFICIAL)
    rows = [claim("mon", 12), claim("mon 2", 12), official]
    made = {row.policy: row for row in estimates(tolls(rows, DAYS))}
    assert (made[Policy.RANGE_ALL].low, made[Policy.RANGE_ALL].best, made[Policy.RANGE_ALL].high) == (12, 12, 30)
    assert made[Policy.MOST_CONSERVATIVE].best == 12
    assert made[Policy.LATEST_OFFICIAL].casualty_ids == [official.casualty_id]
    assert (made[Policy.MAJORITY].best, len(made[Policy.MAJORITY].casualty_ids)) == (12, 2)


def test_variants_of_one_quotation_share_an_utterance_and_name_their_edits() -> None:
    whole = statement(
        "a", "It is possible and I am using every ounce of strength I have with my crew to get this done,"
    )
    bracketed = statement(
        "b",
        "I am using every ounce of strength I have with my crew… to get this [truce] done.",
        edits=[QuoteEdit.BRACKET, QuoteEdit.ELLIPSIS],
    )
    other = statement("c", "We will never agree to anything of the kind while the guns speak")
    a, b, c = share_utterances([whole, bracketed, other])
    assert a.utterance_id == b.utterance_id != c.utterance_id
    assert b.edits == [QuoteEdit.BRACKET, QuoteEdit.CUT, QuoteEdit.ELLIPSIS]


def test_two_ranks_of_one_person_are_an_identity_contradiction() -> None:
    rows = [
        statement("a", "Hold the line", speaker_role="army chief, Lt. Gen."),
        statement("b", "Move now", speaker_role="Chief of Staff, Major General"),
        statement("b", "Go home", 40, speaker="Bo Chan", speaker_role="Colonel"),
    ]
    (found,) = identity_contradictions(rows)
    assert "lieutenant general" in found.explanation
    assert identity_contradictions(rows[1:]) == []
