"""Estimates: what the claims about one event and outcome come to under a named policy, one small function each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from newsledger.build.link.claim_relations import by_event
from newsledger.build.link.tolls import Toll, is_vague
from newsledger.schema.estimates import Estimate, Policy

Figures = tuple[int | None, int | None, int | None, list[Toll]]


def range_all(tolls: Sequence[Toll]) -> Figures:
    """Every claim counts: the least and the greatest number any allows; best is the median of the stated figures."""
    stated = sorted(toll.count for toll in tolls if toll.count is not None)
    best = stated[(len(stated) - 1) // 2] if stated else None
    return _low(tolls), best, _high(tolls), list(tolls)


def most_conservative(tolls: Sequence[Toll]) -> Figures:
    """The smallest stated figure alone, as ACLED's coding of fatalities prefers."""
    stated = [toll for toll in tolls if toll.count is not None]
    if not stated:
        return _low(tolls), None, None, list(tolls)
    used = min(stated, key=lambda toll: (toll.count or 0, toll.id))
    return used.count, used.count, used.count, [used]


def latest_official(tolls: Sequence[Toll]) -> Figures:
    """The official figure published last; no figure where no official source is named."""
    official = [toll for toll in tolls if toll.is_official]
    if not official:
        return None, None, None, []
    used = max(official, key=lambda toll: (str(toll.published or ""), toll.claims[0].evidence_start, toll.id))
    return used.least, used.count, used.most, [used]


def majority(tolls: Sequence[Toll]) -> Figures:
    """The figure most claims state; of equally frequent ones the smaller."""
    stated = Counter(toll.count for toll in tolls if toll.count is not None)
    if not stated:
        return None, None, None, []
    best = min(stated, key=lambda count: (-stated[count], count))
    used = [toll for toll in tolls if toll.count == best]
    return _low(used), best, _high(used), used


POLICIES: dict[Policy, Callable[[Sequence[Toll]], Figures]] = {
    Policy.RANGE_ALL: range_all,
    Policy.MOST_CONSERVATIVE: most_conservative,
    Policy.LATEST_OFFICIAL: latest_official,
    Policy.MAJORITY: majority,
}


def estimates(tolls: Sequence[Toll], policies: Sequence[Policy] = tuple(Policy)) -> list[Estimate]:
    """A row per event, outcome and policy; background and cumulative tolls are no evidence about one event."""
    rows = []
    for group in by_event(toll for toll in tolls if not (toll.is_background or toll.is_cumulative or is_vague(toll))):
        for policy in policies:
            low, best, high, used = POLICIES[policy](group)
            if used:
                ids = sorted(claim.casualty_id for toll in used for claim in toll.claims)
                rows.append(
                    Estimate(
                        event_id=group[0].event_id,
                        outcome=group[0].outcome,
                        policy=policy,
                        low=low,
                        best=best,
                        high=high,
                        casualty_ids=ids,
                    )
                )
    return rows


def _low(tolls: Sequence[Toll]) -> int | None:
    """The least number any claim allows: its lower bound, else its figure."""
    bounds = [toll.least if toll.least is not None else toll.count for toll in tolls]
    return min((bound for bound in bounds if bound is not None), default=None)


def _high(tolls: Sequence[Toll]) -> int | None:
    """The greatest number any claim names: its upper bound, else its figure."""
    bounds = [toll.most if toll.most is not None else toll.count for toll in tolls]
    return max((bound for bound in bounds if bound is not None), default=None)
