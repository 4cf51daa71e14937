"""Numeric contradictions: the competing or incompatible tolls of one event, all outcomes in one object."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from newsledger.build.link.claim_relations import by_event, relate
from newsledger.build.link.members import contradiction
from newsledger.build.link.tolls import Toll, compatible, figure
from newsledger.schema.claim_relations import ClaimRelation
from newsledger.schema.contradictions import Contradiction, ContradictionKind, ContradictionStatus

Pair = tuple[Toll, Toll]


def numeric_contradictions(tolls: Sequence[Toll]) -> list[Contradiction]:
    """A contradiction for every event whose claims about one outcome contradict each other."""
    by_id: dict[str, list[Pair]] = defaultdict(list)
    for group in by_event(tolls):
        for earlier, later in combinations(group, 2):
            if relate(later, earlier)[0] is ClaimRelation.CONTRADICTS:
                by_id[earlier.event_id].append((earlier, later))
    return [_contradiction(by_id[event_id]) for event_id in sorted(by_id)]


def _contradiction(pairs: Sequence[Pair]) -> Contradiction:
    claims = {claim.casualty_id: claim for pair in pairs for toll in pair for claim in toll.claims}
    excluded = [pair for pair in pairs if not compatible(*pair)]
    status = ContradictionStatus.INCOMPATIBLE if excluded else ContradictionStatus.COMPETING
    return contradiction(ContradictionKind.NUMERIC, status, _explanation(pairs), list(claims.values()))


def _explanation(pairs: Sequence[Pair]) -> str:
    """One sentence: the figures, by outcome, and whether their bounds exclude each other."""
    told = [
        f"{figure(a)} {a.outcome} against {figure(b)}"
        + ("" if not compatible(a, b) else " (the bounds overlap, the tolls compete)")
        for a, b in pairs
    ]
    return f"Tolls of one event differ: {'; '.join(told)}."
