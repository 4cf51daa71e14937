"""Dates: news expressions of time, reckoned against the published date and never guessed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsledger.schema.vocabularies import DatePrecision, DateSource


@dataclass(frozen=True, slots=True)
class DateMention:
    """An expression of time; `first` is null when it cannot be anchored (precision and source are `none` then)."""

    start: int
    end: int
    first: date | None
    last: date | None
    precision: DatePrecision
    source: DateSource


def find_dates(view: str, start: int, end: int, published: date | None) -> tuple[DateMention, ...]:
    """Read the dates in the sentence `view[start:end]`, in text order; the sentence's tense decides forward or back."""
    return ()
