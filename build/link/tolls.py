"""Tolls: the claims of one source in one sentence, added up where they count separate groups of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsledger.schema.casualties import Casualty
from newsledger.schema.vocabularies import (
    AttributionKind,
    CountKind,
    DatePrecision,
    Modality,
    Outcome,
    Quantifier,
    TemporalRole,
)

COUNTED = frozenset({Modality.ASSERTED, Modality.ALLEGED})


@dataclass(frozen=True)
class Toll:
    """One source's number for one event and outcome: "35 guerrillas and 5 soldiers dead" is a toll of 40.

    `count` is the stated number, `least` and `most` its bounds; null where the words set none.
    """

    claims: tuple[Casualty, ...]
    event_id: str
    outcome: Outcome
    count: int | None
    least: int | None
    most: int | None
    published: date | None

    @property
    def id(self) -> str:
        """The smallest id of its claims."""
        return min(claim.casualty_id for claim in self.claims)

    @property
    def is_official(self) -> bool:
        """Whether an official source stands behind it."""
        return any(claim.attribution_kind is AttributionKind.OFFICIAL for claim in self.claims)

    @property
    def is_cumulative(self) -> bool:
        """Whether it counts everything since a start; a toll of one day that "rose to" a number does not."""
        return any(
            claim.count_kind is CountKind.CUMULATIVE and claim.date_precision is not DatePrecision.DAY
            for claim in self.claims
        )

    @property
    def is_background(self) -> bool:
        """Whether it is told as background."""
        return any(claim.temporal_role is TemporalRole.BACKGROUND for claim in self.claims)

    @property
    def scope(self) -> str:
        """Whom it counts, as far as that narrows the toll: civilians, combatants, or everybody."""
        classes = {claim.victim_class for claim in self.claims}
        return next(iter(classes)).value if len(classes) == 1 else "mixed"


def tolls(casualties: Iterable[Casualty], published: Mapping[str, date | None]) -> list[Toll]:
    """The tolls of all events, from claims tied to one, asserted or alleged, and no part of another's count."""
    groups: dict[tuple[str, str, Outcome, int, str], list[Casualty]] = defaultdict(list)
    for claim in casualties:
        if claim.event_id is None or claim.part_of_id is not None or claim.modality not in COUNTED:
            continue
        who = claim.attributed_to or ""
        groups[claim.event_id, claim.article_id, claim.outcome, claim.sentence_start, who].append(claim)
    made = [toll for claims in groups.values() for toll in _tolls_of_sentence(claims, published)]
    return sorted(made, key=lambda toll: (toll.event_id, toll.outcome, str(toll.published or "9999"), toll.id))


def figures_of(casualties: Iterable[Casualty]) -> dict[str, frozenset[tuple[Outcome, int]]]:
    """The figures told of each event, by its id."""
    told: dict[str, set[tuple[Outcome, int]]] = defaultdict(set)
    for claim in casualties:
        if claim.event_id and claim.count and claim.part_of_id is None and claim.modality in COUNTED:
            told[claim.event_id].add((claim.outcome, claim.count))
    return {event_id: frozenset(figures) for event_id, figures in sorted(told.items())}


def _tolls_of_sentence(claims: Sequence[Casualty], published: Mapping[str, date | None]) -> list[Toll]:
    """One toll when the claims name separate groups of people, else one for each."""
    groups = {(claim.victim_text or "").lower() for claim in claims}
    if len(claims) == len(groups) > 1 and all(claim.count is not None for claim in claims):
        return [_toll(claims, published)]
    return [_toll([claim], published) for claim in claims]


def _toll(claims: Sequence[Casualty], published: Mapping[str, date | None]) -> Toll:
    ordered = tuple(sorted(claims, key=lambda claim: claim.evidence_start))
    first = ordered[0]
    return Toll(
        ordered,
        first.event_id or "",
        first.outcome,
        _sum(claim.count for claim in ordered),
        _sum(claim.count_min for claim in ordered),
        _sum(claim.count_max for claim in ordered),
        published.get(first.article_id),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    found = list(numbers)
    return None if None in found else sum(number for number in found if number is not None)


def compatible(a: Toll, b: Toll) -> bool:
    """Whether one number could satisfy the bounds of both."""
    least = max(a.least or 0, b.least or 0)
    most = [toll.most for toll in (a, b) if toll.most is not None]
    return not most or least <= min(most)


def figure(toll: Toll) -> str:
    """The toll in words, as an explanation gives it.

    Sums are marked, hedges kept: `at least 100`, `35 + 5`.
    """
    words = [
        claim.count_text or str(claim.count if claim.count is not None else claim.quantifier) for claim in toll.claims
    ]
    return " + ".join(words)


def is_vague(toll: Toll) -> bool:
    """Whether it names no number at all."""
    return toll.count is None and all(claim.quantifier is Quantifier.VAGUE for claim in toll.claims)
