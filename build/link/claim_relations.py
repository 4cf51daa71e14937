"""How two tolls of one event stand to each other: repeats, updates, contradicts, background, independent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from newsledger.build.link.tolls import Toll, compatible, figure, is_vague
from newsledger.schema.claim_relations import ClaimRelation, ClaimRelationRow


def relate(later: Toll, earlier: Toll) -> tuple[ClaimRelation, str]:
    """The relation of a later toll to an earlier one of the same event and outcome, and the facts it rests on."""
    if later.is_background or earlier.is_background:
        return ClaimRelation.BACKGROUND, "one of the two is told as background"
    if later.is_cumulative != earlier.is_cumulative:
        return ClaimRelation.INDEPENDENT, "one counts an episode, the other everything since a start"
    if is_vague(later) or is_vague(earlier):
        return ClaimRelation.INDEPENDENT, "one of the two names no number"
    if _scopes_differ(later, earlier):
        return ClaimRelation.INDEPENDENT, f"one counts {later.scope} victims, the other {earlier.scope}"
    if _same_number(later, earlier):
        return ClaimRelation.REPEATS, f"both say {figure(later)}"
    if _updates(later, earlier):
        return ClaimRelation.UPDATES, f"{figure(later)} was published after {figure(earlier)}"
    return ClaimRelation.CONTRADICTS, f"{figure(earlier)} against {figure(later)}"


def _same_number(a: Toll, b: Toll) -> bool:
    """The same figure, or a figure that the other's hedge is built on (51 beside at least 51)."""
    if a.count is not None and b.count is not None:
        return a.count == b.count
    return (a.least, a.most) == (b.least, b.most)


def _scopes_differ(a: Toll, b: Toll) -> bool:
    return a.scope != b.scope and "mixed" not in (a.scope, b.scope) and {a.scope, b.scope} != {"unstated"}


def _updates(later: Toll, earlier: Toll) -> bool:
    """A figure published on a later day that has not fallen replaces the earlier: tolls rise as bodies are found."""
    if later.published is None or earlier.published is None or later.published <= earlier.published:
        return _told_as_update(later, earlier)
    return (later.least or later.count or 0) >= (earlier.least or earlier.count or 0)


def _told_as_update(later: Toll, earlier: Toll) -> bool:
    """Both stand in one sentence: "rose to 15 from 12"."""
    a, b = later.claims[0], earlier.claims[0]
    return a.article_id == b.article_id and a.sentence_start == b.sentence_start


def by_event(tolls: Iterable[Toll]) -> Iterator[list[Toll]]:
    """The tolls of each event and outcome together, in the order of publication."""
    groups: dict[tuple[str, str], list[Toll]] = defaultdict(list)
    for toll in tolls:
        groups[toll.event_id, toll.outcome].append(toll)
    for key in sorted(groups):
        yield groups[key]


def claim_relations(tolls: Sequence[Toll]) -> list[ClaimRelationRow]:
    """A row for every two tolls of one event and outcome."""
    rows = []
    for group in by_event(tolls):
        for earlier, later in combinations(group, 2):
            relation, reason = relate(later, earlier)
            rows.append(
                ClaimRelationRow(
                    casualty_id=later.id,
                    other_casualty_id=earlier.id,
                    event_id=later.event_id,
                    outcome=later.outcome,
                    claim_relation=relation,
                    is_compatible=compatible(later, earlier),
                    reason=reason,
                )
            )
    return rows
