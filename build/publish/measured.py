"""How well extraction did on articles it had not met: the figures a release states as what to expect."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsledger.build.lexicon.loader import csv_rows


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
    return tuple(
        Measured(row["table"], int(row["articles"]), float(row["precision"]), float(row["recall"]))
        for row in csv_rows(text)
    )
