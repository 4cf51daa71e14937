"""Quantities: a number or vague word with its hedge, as bounds."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.schema.vocabularies import Quantifier


@dataclass(frozen=True, slots=True)
class Quantity:
    """A stated number of things. `start:end` includes the hedge, `number_start:number_end` is the number alone."""

    start: int
    end: int
    number_start: int
    number_end: int
    count: int | None
    count_min: int | None
    count_max: int | None
    quantifier: Quantifier


def find_quantities(view: str, start: int, end: int) -> tuple[Quantity, ...]:
    """Read the quantities in `view[start:end]`, in text order.

    Years, ages, ordinals, money, percentages, distances, times, scores and other measures are not quantities here.
    """
    return ()
