"""Identity contradictions: one person is given two ranks, or two offices that exclude each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from pydantic import BaseModel

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.link.members import contradiction
from newsledger.schema.contradictions import Contradiction, ContradictionKind, ContradictionStatus
from newsledger.schema.statements import Statement

# Within so long a time two ranks of one person exclude each other; later they may be a promotion.
ONE_TIME = timedelta(days=366)


class Ranks(BaseModel):
    """The lexicon of ranks and offices: canonical name to written forms."""

    ranks: dict[str, list[str]]
    loose: dict[str, list[str]]
    offices: dict[str, list[str]]
    not_holding: list[str]


@cache
def _lexicon() -> Ranks:
    return Ranks.model_validate(load_yaml("ranks", "newsledger.build.link"))


def titles(role: str) -> frozenset[str]:
    """The canonical ranks and offices a role names.

    >>> sorted(titles("Israel's military chief, Lt. Gen.")), sorted(titles("former Prime Minister"))
    (['lieutenant general'], [])
    """
    words = re.sub(r"[.,]", " ", role.lower())
    words = f" {' '.join(words.split())} "
    if any(f" {word} " in words.replace("-", " ") for word in _lexicon().not_holding):
        return frozenset()
    found = set()
    forms = {
        form: name for table in (_lexicon().ranks, _lexicon().offices) for name, fs in table.items() for form in fs
    }
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        if f" {form} " in words:
            found.add(forms[form])
            words = words.replace(f" {form} ", " ")
    return frozenset(found)


def differ(a: frozenset[str], b: frozenset[str]) -> tuple[str, str] | None:
    """Two titles of one kind that exclude each other, if the sets hold no common one of that kind."""
    for table in (_lexicon().ranks, _lexicon().offices):
        left, right = sorted(a & table.keys()), sorted(b & table.keys())
        if left and right and not set(left) & set(right) and not _loosely_same(left, right):
            return left[0], right[0]
    return None


def _loosely_same(left: list[str], right: list[str]) -> bool:
    loose = _lexicon().loose
    return any(b in loose.get(a, []) or a in loose.get(b, []) for a in left for b in right)


def identity_contradictions(
    statements: Iterable[Statement], published: Mapping[str, date | None] | None = None
) -> list[Contradiction]:
    """A contradiction for every two titles of one speaker that exclude each other, one statement standing for each.

    `published` dates the articles by id: what is told more than a year apart may be a promotion, and a surname alone
    may be another person's.
    """
    days = published or {}
    by_name: dict[str, dict[frozenset[str], Statement]] = defaultdict(dict)
    for row in sorted(statements, key=lambda row: (row.article_id, row.evidence_start)):
        if row.speaker and " " in row.speaker and row.speaker_role and (held := titles(row.speaker_role)):
            by_name[row.speaker].setdefault(held, row)
    found = []
    for name, by_titles in sorted(by_name.items()):
        for (a, first), (b, second) in combinations(by_titles.items(), 2):
            pair = differ(a, b)
            if pair and _at_one_time(days.get(first.article_id), days.get(second.article_id)):
                told = f"{name} is {_article(pair[0])} in one text and {_article(pair[1])} in another."
                found.append(
                    contradiction(ContradictionKind.IDENTITY, ContradictionStatus.INCOMPATIBLE, told, [first, second])
                )
    return found


def _at_one_time(a: date | None, b: date | None) -> bool:
    return a is None or b is None or abs(a - b) <= ONE_TIME


def _article(title: str) -> str:
    return f"{'an' if title[0] in 'aeiou' else 'a'} {title}"
