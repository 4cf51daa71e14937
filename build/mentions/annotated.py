"""A document with its mentions: what every extractor reads."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from sys import maxsize
from typing import Protocol, TypeVar

from newsledger.build.mentions.actors import ActorMention, find_actors
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.numbers import Quantity, find_quantities
from newsledger.build.mentions.places import PlaceMention, find_places
from newsledger.build.mentions.sentence_dates import sentence_dates
from newsledger.build.mentions.settled_dates import settled
from newsledger.build.text.document import Document


class Spanned(Protocol):
    """Anything with a start and an end."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """Code point after the last."""
        ...


T = TypeVar("T", bound=Spanned)


class Mentions(tuple[T, ...]):
    """Mentions of one kind in text order."""

    @cached_property
    def starts(self) -> list[int]:
        """Where they begin."""
        return [mention.start for mention in self]

    @cached_property
    def ends(self) -> list[int]:
        """Where each, and all before it, have ended; then a place behind every text."""
        return [*accumulate([mention.end for mention in self], max), maxsize]


def within(mentions: Mentions[T], start: int, end: int) -> tuple[T, ...]:
    """The mentions that lie wholly inside `start:end`."""
    first = last = bisect_left(mentions.starts, start)
    ends = mentions.ends
    while ends[last] <= end:
        last += 1
    return mentions[first:last]


def last_within(mentions: Mentions[T], start: int, end: int) -> int | None:
    """The number of the last mention that lies wholly inside `start:end`."""
    at = bisect_right(mentions.ends, end) - 1
    return at if at >= 0 and mentions.starts[at] >= start else None


@dataclass(frozen=True, eq=False)
class Annotated:
    """A document and, computed once when first asked for, its quantities, dates, places and actors in text order."""

    document: Document

    @cached_property
    def quantities(self) -> Mentions[Quantity]:
        """All quantities."""
        return Mentions(find_quantities(self.document.view, [(s.start, s.end) for s in self.document.sentences]))

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that lie wholly inside `start:end`."""
        return within(self.quantities, start, end)

    @cached_property
    def dates(self) -> Mentions[DateMention]:
        """All dates."""
        found = [date for sentence in sentence_dates(self.document) for date in sentence.dates]
        return Mentions(settled(found, self.document))

    def settled_date(self, found: DateMention) -> DateMention:
        """The mention as the whole article reads it, which may date what its sentence alone does not."""
        return next((date for date in within(self.dates, found.start, found.end) if date.start == found.start), found)

    @cached_property
    def places(self) -> Mentions[PlaceMention]:
        """All places."""
        return Mentions(find_places(self.document))

    @cached_property
    def actors(self) -> Mentions[ActorMention]:
        """All actors."""
        return Mentions(find_actors(self.document))
