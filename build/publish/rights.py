"""How much of the articles' words a release carries: excerpts, withheld content, and the share of each article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig, EvidencePolicy
from newsledger.schema.row import Claim, Row
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import QuoteType

MAX_WORDS = 25
FIRST_WORDS = re.compile(rf"\s*(?:\S+\s+){{0,{MAX_WORDS - 1}}}\S+")


@dataclass(frozen=True)
class Cleared:
    """The rows as they may be published, and what clearing them took."""

    tables: dict[str, list[Row]]
    shares: dict[str, float]
    evidence_text_withheld: int
    content_withheld: int


def first_words(text: str | None) -> str | None:
    """At most the first 25 words, raw.

    >>> first_words("one  two") == "one  two", len((first_words("word " * 40) or "").split())
    (True, 25)
    """
    if text is None:
        return None
    match = FIRST_WORDS.match(text)
    return match[0] if match and len(text.split()) > MAX_WORDS else text


def clear(built: Built, config: DatasetConfig) -> Cleared:
    """Apply the dataset's policy to every row, then the greatest share of an article that may be reproduced."""
    tables: dict[str, list[Row]] = {
        name: [_excerpt(row, config.evidence) if isinstance(row, Claim) else row for row in rows]
        for name, rows in built.tables.items()
    }
    claims: dict[str, list[tuple[str, int]]] = {}
    for name, rows in sorted(tables.items()):
        for index, row in enumerate(rows):
            if isinstance(row, Claim):
                claims.setdefault(row.article_id, []).append((name, index))
    shares, evidence_text, content = {}, 0, 0
    for article in built.articles:
        reproduced = _Reproduced(len(article.text))
        own = sorted(claims.get(article.article_id, []), key=lambda place: _id(tables[place[0]][place[1]]))
        for name, index in own:
            reproduced.add(tables[name][index])
        evidence_text += _withhold(tables, own, "evidence_text", reproduced, config.max_reproduced_share)
        content += _withhold(tables, own, "content", reproduced, config.max_reproduced_share)
        shares[article.article_id] = reproduced.share
    return Cleared(tables, shares, evidence_text, content)


def _id(row: Row) -> str:
    return str(getattr(row, row.KEY[0]))


def _excerpt(row: Claim, policy: EvidencePolicy) -> Claim:
    changes: dict[str, str | None] = {
        "evidence_text": None if policy is EvidencePolicy.OFFSETS else first_words(row.evidence_text)
    }
    if isinstance(row, Statement) and row.quote_type is not QuoteType.DIRECT:
        changes["content"] = first_words(row.content)
    return row.model_copy(update=changes)


class _Reproduced:
    """Which characters of one article the rows carry, each counted as often as it is carried."""

    def __init__(self, length: int) -> None:
        self.times = [0] * length
        self.covered = 0

    @property
    def share(self) -> float:
        """The share of the characters carried at least once."""
        return self.covered / len(self.times) if self.times else 0.0

    def add(self, row: Row) -> None:
        """Count a row's words."""
        for start, end in _spans(row, ("evidence_text", "content")):
            for at in range(start, min(end, len(self.times))):
                self.covered += not self.times[at]
                self.times[at] += 1

    def remove(self, row: Row, column: str) -> None:
        """Take the words of one column of a row out again."""
        for start, end in _spans(row, (column,)):
            for at in range(start, min(end, len(self.times))):
                self.times[at] -= 1
                self.covered -= not self.times[at]


def _spans(row: Row, columns: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Where the words that a row carries stand."""
    for column in columns:
        words = getattr(row, column, None)
        if isinstance(row, Claim) and words is not None:
            yield row.evidence_start, row.evidence_start + len(words)


def _withhold(
    tables: dict[str, list[Row]], own: list[tuple[str, int]], column: str, reproduced: _Reproduced, greatest: float
) -> int:
    """Make a column null in id order until the share is small enough; direct quotations are the speaker's and stay."""
    withheld = 0
    for name, index in own:
        if reproduced.share <= greatest:
            break
        row = tables[name][index]
        direct = isinstance(row, Statement) and row.quote_type is QuoteType.DIRECT
        if getattr(row, column, None) is None or (column == "content" and direct):
            continue
        reproduced.remove(row, column)
        tables[name][index] = row.model_copy(update={column: None})
        withheld += 1
    return withheld
