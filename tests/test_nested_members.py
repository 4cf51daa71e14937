"""Members of contradictions and claims of estimates must name rows that the release holds."""

from rows import casualty, event

from newsledger.build.link.members import contradiction
from newsledger.schema import TABLES
from newsledger.schema.arrow import to_table
from newsledger.schema.contradictions import ContradictionKind, ContradictionStatus
from newsledger.schema.estimates import Estimate, Policy
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import Outcome
from newsledger.validation.nested import check_nested
from newsledger.validation.report import CheckResult
from newsledger.validation.tables import Tables

ONE, OTHER = casualty("a", 3), casualty("b", 9)
FOUND = contradiction(ContradictionKind.NUMERIC, ContradictionStatus.INCOMPATIBLE, "They differ.", [ONE, OTHER])
USED = Estimate(
    event_id=event("a").event_id,
    outcome=Outcome.KILLED,
    policy=Policy.MAJORITY,
    low=3,
    best=3,
    high=9,
    casualty_ids=[ONE.casualty_id, OTHER.casualty_id],
)


def results(*claims: Row) -> dict[tuple[str, str], CheckResult]:
    tables = {"casualties": claims, "contradictions": [FOUND], "estimates": [USED]}
    arrow = {name: to_table(TABLES[name], list(rows)) for name, rows in tables.items()}
    return {(r.table, r.rule_id): r for r in check_nested(Tables(arrow))}


def test_members_and_used_claims_that_are_there_pass() -> None:
    found = results(ONE, OTHER)
    assert found["contradictions", "members.id.refers"].success
    assert found["estimates", "casualty_ids.refers"].success


def test_members_and_used_claims_that_are_not_there_are_named() -> None:
    found = results(ONE)
    assert found["contradictions", "members.id.refers"].example_ids == (FOUND.contradiction_id,)
    assert not found["estimates", "casualty_ids.refers"].success
