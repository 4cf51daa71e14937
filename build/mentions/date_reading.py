"""What a reader of time expressions returns: a span of text with the days it stands for."""

from __future__ import annotations

import re
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.mentions.date_reckoning import Span


def date_patterns() -> dict[str, Pattern]:
    """The patterns of date_patterns.yml."""
    return load_patterns("newsledger.build.lexicon", "date_patterns")


@cache
def date_pattern(name: str) -> re.Pattern[str]:
    """One of them."""
    return date_patterns()[name].pattern


@cache
def date_words(name: str) -> frozenset[str]:
    """A list of words of dates.yml."""
    return frozenset(load_yaml("dates")[name])


class DateKind(Enum):
    """How a time expression names its days."""

    WEEKDAY = auto()
    CALENDAR_DAY = auto()
    CALENDAR_MONTH = auto()
    CALENDAR_YEAR = auto()
    DEICTIC = auto()
    OFFSET = auto()


class Reading(NamedTuple):
    """An expression at `start:end`; `span` is None when nothing anchors it.

    `explicit` means that the words hold the whole date. `month` and `day` are kept where the year is not named;
    `offset` is the number of days from a date named before.
    """

    start: int
    end: int
    span: Span | None
    kind: DateKind
    explicit: bool = False
    month: int = 0
    day: int = 0
    offset: int = 0
