"""Clauses: where the words that belong to one verb begin and end."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern


@cache
def boundary_pattern() -> re.Pattern[str]:
    """What separates clauses: openers, marks, and conjunctions after a comma."""
    data = load_yaml("clauses")
    openers, joined = trie_pattern(data["openers"]), trie_pattern(data["after_comma"])
    return re.compile(rf"[;:]| [-–—]+ |—|, (?={joined}\b)|,?(?<=[ ,])\b(?={openers}\b)|[.!?][”\"’]? ")


def clause_start(low: str, floor: int, at: int, reach: int = 240) -> int:
    """Where the clause that holds `at` begins, not before `floor`.

    >>> clause_start("talks opened after the truce was signed", 0, 30)
    13
    """
    start = max(floor, at - reach)
    for found in boundary_pattern().finditer(low, start, at):
        start = found.end()
    return start


def clause_end(low: str, at: int, ceiling: int, reach: int = 240) -> int:
    """Where the clause that holds `at` ends, not behind `ceiling`.

    >>> clause_end("talks opened after the truce was signed", 2, 39)
    13
    """
    found = boundary_pattern().search(low, at, min(ceiling, at + reach))
    return found.start() if found else min(ceiling, at + reach)
