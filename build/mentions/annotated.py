"""A document with its mentions: what every extractor reads."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from newsledger.build.mentions.actors import ActorMention, find_actors
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.numbers import Quantity, find_quantities
from newsledger.build.mentions.places import PlaceMention, find_places
from newsledger.build.mentions.sentence_dates import sentence_dates
from newsledger.build.mentions.settled_dates import settled
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence


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


def within(mentions: Mentions[T], start: int, end: int) -> tuple[T, ...]:
    """The mentions that lie wholly inside `start:end`."""
    starts = mentions.starts
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return tuple([mention for mention in mentions[first:last] if mention.end <= end]) if first < last else ()


@dataclass(frozen=True, eq=False)
class Annotated:
    """A document and, computed once when first asked for, its quantities, dates, places and actors in text order."""

    document: Document

    @cached_property
    def quantities(self) -> Mentions[Quantity]:
        """All quantities."""
        return Mentions(q for sentence in self.document.sentences for q in self._quantities_of(sentence))

    def quantities_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The quantities that lie wholly inside `start:end`, read from no more sentences than that takes."""
        sentences = self.document.sentences
        number, found = self.document.sentence_at(start).index, list[Quantity]()
        while number < len(sentences) and sentences[number].start < end:
            found.extend(self._quantities_of(sentences[number]))
            number += 1
        return tuple([quantity for quantity in found if start <= quantity.start and quantity.end <= end])

    def _quantities_of(self, sentence: Sentence) -> tuple[Quantity, ...]:
        known: dict[int, tuple[Quantity, ...]] = vars(self).setdefault("_quantities", {})
        if sentence.index not in known:
            known[sentence.index] = find_quantities(self.document.view, sentence.start, sentence.end)
        return known[sentence.index]

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
