"""How well extraction did on articles it had not met: the figures a release states as what to expect."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Measured:
    """One table's precision and recall, as shares; `articles` is how many annotated articles they rest on."""

    table: str
    articles: int
    precision: float
    recall: float


@cache
def measured() -> tuple[Measured, ...]:
    """The figures of `data/unseen_scores.csv`, in its order."""
    text = (files("newsledger.build.publish") / "data" / "unseen_scores.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        Measured(row["table"], int(row["articles"]), float(row["precision"]), float(row["recall"])) for row in rows
    )
