"""Revisions: figures that replace or rival one told before, in the same sentence or the one before it."""

from __future__ import annotations

from newsledger.build.extract.casualties.findings import Finding, Ledger
from newsledger.build.extract.casualties.parts import count_of
from newsledger.build.extract.casualties.tolls import subject_span
from newsledger.build.extract.casualties.words import listed, pattern
from newsledger.schema.vocabularies import Outcome

FARTHEST_NUMBER = 6
FARTHEST_FIGURE = 10
CLOSED = (
    "comma", "stop", "semicolon", "close", "and", "because", "after", "adverb", "hedge", "mark", "dash", "by", "last",
    "from",
)  # fmt: skip
NO_SOURCE = ("they", "he", "which", "that", "to", "be")


def add_revisions(ledger: Ledger, before: list[Finding]) -> None:
    """Add the figures of a sentence that borrow outcome and people from a figure told before.

    `before` is what the sentence before it told.
    """
    told = [one for one in before if not one.none and not one.among]
    if not told and not ledger.findings:
        return
    revisions = Revisions(ledger, told)
    for k, kind in enumerate(ledger.reading.kinds):
        if kind == "up_from":
            revisions.earlier(k)
        elif kind == "not":
            revisions.first_told(k)
        elif kind in ("put", "rise"):
            revisions.put(k)
        elif kind in ("speak", "lose"):
            revisions.spoken(k)
        elif kind in ("be", "stand"):
            revisions.now(k)


class Revisions:
    """Reads one sentence after its frames; `told` is what the sentence before it told."""

    def __init__(self, ledger: Ledger, told: list[Finding]) -> None:
        self.ledger = ledger
        self.parts = ledger.reading.parts
        self.is_at = ledger.reading.is_at
        self.told = told

    def earlier(self, k: int) -> None:
        """An earlier figure that a new one replaces ("up from an earlier count of 36")."""
        for j in range(k + 1, min(k + 1 + FARTHEST_NUMBER, len(self.parts))):
            if self.is_at(j, "number"):
                self._add(self._parent(k, near=True), j, self.parts[j].start, "earlier")
                return
            if not self.is_at(j, "a", "the", "word", "number_of", "toll", "adverb", "last", "of", "rise"):
                return

    def first_told(self, k: int) -> None:
        """The figure that a new one puts right ("11 men, not five as first announced")."""
        j = k + 1 + self.is_at(k + 1, "the")
        view = self.ledger.reading.annotated.document.view
        if not self.is_at(j, "number", "group") or self.ledger.is_counted(j):
            return
        if pattern("first_told").match(view[self.parts[j].end : self.ledger.reading.end].lower()):
            self._add(self._parent(k, near=True), j, self.parts[j].start, "earlier")

    def put(self, k: int) -> None:
        """Another figure for the toll told before ("put it at 60", "raised that to 60", "the count rose to 60")."""
        near = range(k + 1, min(k + 5, len(self.parts)))
        j = next((j for j in near if self.is_at(j, "at", "to", "from") or self.parts[j].low == "as"), -1)
        if j < 0:
            return
        j += self.is_at(j + 1, "adverb", "mark")
        if self.is_at(j, "from") or not self._is_figure(j + 1):
            return
        behind = any(part.low in listed("figure_nouns") for part in self.parts[k + 1 : j])
        if behind or self._figure_before(k):
            parent = self._parent(k)
            made = self._add(parent, j + 1, self.parts[k].start, "put")
            if made is not None and behind:
                made.source = self._subject(k)

    def spoken(self, k: int) -> None:
        """A number that somebody else speaks of ("the rebels spoke of 60", "they admitted losing 60")."""
        if self.is_at(k + 1, "number") and self._is_figure(k + 1) and not self.is_at(k + 2, "from", "by"):
            made = self._add(self._parent(k), k + 1, self.parts[k].start, "put")
            if made is not None:
                made.source = self._subject(k)

    def now(self, k: int) -> None:
        """A figure told as the one that holds ("the figure is 13", "the number now stands at 13")."""
        j = k + 1
        while self.is_at(j, "adverb", "at", "be", "stand", "last"):
            j += 1
        if self._is_figure(j) and self._figure_before(k):
            self._add(self._parent(k), j, self.parts[k - 1].start, "put")

    def _is_figure(self, j: int) -> bool:
        """Whether a bare number, or one of people, stands at a part and nothing follows that it counts."""
        if not self.is_at(j, "number", "group") or self.ledger.is_counted(j):
            return False
        if any(found.start <= self.parts[j].start < found.end for found in self.ledger.findings):
            return False
        return self.is_at(j, "group") or j + 1 >= len(self.parts) or self.is_at(j + 1, *CLOSED)

    def _figure_before(self, k: int) -> bool:
        """Whether the subject before a predicate is the figure of a toll."""
        for j in range(k - 1, max(k - 1 - FARTHEST_FIGURE, -1), -1):
            if self.is_at(j, "semicolon", "stop", "because"):
                return False
            if self.is_at(j, "number_of"):
                return self.ledger.is_counted(j + 1)
            if self.parts[j].low in listed("figures_as_subject"):
                return not self.is_at(j + 1, "of")
        return False

    def _subject(self, k: int) -> tuple[int, int] | None:
        """Who gives a figure; None where it is a pronoun."""
        span = subject_span(self.ledger.reading, k)
        return None if any(self.is_at(j, *NO_SOURCE) for j in range(max(k - 3, 0), k)) else span

    def _parent(self, k: int, *, near: bool = False) -> Finding | None:
        """The toll that a figure at part `k` replaces: the nearest before it, else the dead of the sentence before."""
        earlier = self.ledger.nearest(k)
        if earlier is not None or near:
            return earlier
        dead = [one for one in self.told if one.outcome is Outcome.KILLED]
        return next(reversed(dead or self.told), None)

    def _add(self, parent: Finding | None, j: int, start: int, rule: str) -> Finding | None:
        part = self.parts[j]
        if parent is None or self.ledger.is_counted(j) or count_of(part)[:3] == (None, None, None):
            return None
        if not part.nouns and parent.part is not None:
            part.describe_as(parent.part)
        return self.ledger.add_to(parent, rule, j, (start, part.end))
