"""Whether a date lies ahead or behind, by the words of its clause."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.clauses import clause_end, clause_start
from newsledger.build.mentions.date_reading import date_words

LAST_WORD = re.compile(r"([a-z]+) (?:(?:late|early|later|earlier|on|by|in|at) )*$")
# What is to be said yet.
TO_SAY = re.compile(r"(?:will|to|would|must|be) (?:be )?\w+ (?:on |by )?$")
SINCE = re.compile(r"\bsince (?:\w+ )?$")
OPENING = re.compile(r"(?:on |by |from |early |late |next |this |come |the |until |at |in |\W)*$")


@cache
def _signs(section: str) -> re.Pattern[str]:
    """The signs of a section of dates.yml that a date lies ahead."""
    return re.compile("|".join(f"(?:{row['pattern']})" for row in load_yaml("dates")[section]))


def lies_ahead(low: str, floor: int, start: int, end: int, ceiling: int) -> bool:
    """Whether the clause around the date at `start:end` speaks of the future.

    >>> text = "the envoys will meet again on friday, he said monday"
    >>> lies_ahead(text, 0, 30, 36, len(text)), lies_ahead(text, 0, 46, 52, len(text))
    (True, False)
    """
    if low.startswith("since ", start) or SINCE.search(low, max(floor, start - 20), start):
        return False
    near = low[max(floor, start - 40) : start]
    last = LAST_WORD.search(near)
    if last is not None and last[1] in date_words("saying_before") and not TO_SAY.search(near):
        return False
    opens = clause_start(low, floor, start)
    before = low[opens:start]
    if _signs("forward").search(before):
        return True
    if OPENING.fullmatch(before) is None:
        return False
    return _signs("forward_behind").search(low[end : clause_end(low, end, ceiling)]) is not None
