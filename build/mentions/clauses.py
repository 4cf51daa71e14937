"""Clauses: where the words that belong to one verb begin and end."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.text.cuts import Cuts

# A relative clause between commas; behind the second comma the clause before it goes on.
INSERTED = re.compile(r"(?:which|who|whose|where|whom)\b")


@cache
def boundary_pattern() -> re.Pattern[str]:
    """What separates clauses: openers, marks, and conjunctions after a comma; groups hold what it looks ahead at."""
    data = load_yaml("clauses")
    openers, joined = trie_pattern(data["openers"]), trie_pattern(data["after_comma"])
    timed = rf"(?:after|before) {trie_pattern(data['parts_of_day'])}\b"
    is_short = rf"(?<=[ .][a-z]\. )|(?<= (?:{'|'.join(sorted(w for w in data['short_forms'] if len(w) == 2))})\. )"
    is_short += rf"|(?<= (?:{'|'.join(sorted(w for w in data['short_forms'] if len(w) == 3))})\. )"
    return re.compile(
        rf"[;:]| [-–—]+ |—|, (?=({joined})\b)|,?(?<=[ ,])\b(?!{timed})(?=({openers})\b)|[.!?][”\"’]? (?!{is_short})"
    )


@lru_cache(maxsize=8)
def boundaries(low: str) -> Cuts:
    """The clause boundaries of a lower-case text."""
    return Cuts.of(boundary_pattern(), low)


def clause_start(low: str, floor: int, at: int, reach: int = 240) -> int:
    """Where the clause that holds `at` begins, not before `floor`.

    >>> clause_start("talks opened after the truce was signed", 0, 30)
    13
    >>> clause_start("the army, which lost ten men, will withdraw", 0, 35)
    30
    """
    start = boundaries(low).end_before(max(floor, at - reach), at)
    if low[start - 2 : start] == ", " and INSERTED.match(low, start):
        resumes = low.find(", ", start, at)
        return resumes + 2 if resumes >= 0 else start
    return start


def clause_end(low: str, at: int, ceiling: int, reach: int = 240) -> int:
    """Where the clause that holds `at` ends, not behind `ceiling`.

    >>> clause_end("talks opened after the truce was signed", 2, 39)
    13
    """
    return boundaries(low).start_after(at, min(ceiling, at + reach))
