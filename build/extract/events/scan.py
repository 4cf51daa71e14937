"""One scan of a document for event triggers and word classes, and the clause around a trigger."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.rules import Entry, lexicon
from newsledger.build.extract.events.sense import Sense, sense_of
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.fold import fold
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import Sector

ARMED_SECTORS = frozenset({Sector.MIL, Sector.REB, Sector.UAF, Sector.PRM, Sector.COP, Sector.SPY, Sector.CRM})
STATE_SECTORS = frozenset({Sector.GOV, Sector.UNO, Sector.IGO})

# The letters and digits of alphabets, and what joins a phrase to the word before it.
LETTERS = frozenset(letter for letter in map(chr, range(0x2000)) if letter.isalnum())
JOINING = LETTERS | {"-"}
BOUNDARY = pattern("boundary")


class Hit(NamedTuple):
    """A phrase of the event lexicon where it stands."""

    start: int
    end: int
    entry: Entry


class Mark(NamedTuple):
    """Where an actor or a place stands, and the word classes it belongs to."""

    start: int
    end: int
    classes: frozenset[str]


class SentenceHits:
    """A sentence of an article in lower case, with the phrases of the event lexicon in it; the rest is read when asked.

    No `cached_property`: its lock costs more than what is kept here.
    """

    def __init__(self, annotated: Annotated, lower: str, sentence: Sentence, hits: list[Hit]) -> None:
        self.annotated, self.lower, self.sentence, self.hits = annotated, lower, sentence, hits
        self._sense: Sense | None = None
        self._mentions: list[Mark] | None = None
        self._classes: frozenset[str] | None = None
        self._starts: list[int] = []
        self._ends: list[int] = []

    @property
    def sense(self) -> Sense:
        """What the sentence speaks of."""
        if self._sense is None:
            self._sense = sense_of([hit.entry.classes for hit in self.hits])
        return self._sense

    @property
    def mentions(self) -> list[Mark]:
        """The actors and places of the sentence."""
        if self._mentions is None:
            start, end = self.sentence.start, self.sentence.end
            actors, places = self.annotated.actors, self.annotated.places
            acting = [Mark(m.start, m.end, actor_classes(m.kind, m.sector)) for m in within(actors, start, end)]
            self._mentions = acting + [Mark(m.start, m.end, PLACE) for m in within(places, start, end)]
        return self._mentions

    @property
    def classes(self) -> frozenset[str]:
        """The classes of all that stands in the sentence."""
        if self._classes is None:
            mentioned = [mention.classes for mention in self.mentions]
            self._classes = frozenset().union(*mentioned, *[hit.entry.classes for hit in self.hits])
        return self._classes

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds `start:end`."""
        if not self._ends:
            first, last = self.sentence.start, self.sentence.end
            cuts = [cut.end() for cut in BOUNDARY.finditer(self.lower, first, last)]
            self._starts, self._ends = [first, *cuts], [*cuts, last]
        ends = bisect_right(self._ends, end)
        return self._starts[bisect_right(self._starts, start) - 1], self._ends[ends] if end < self._ends[-1] else end


PLACE = frozenset({"place"})


@cache
def actor_classes(kind: ActorKind, sector: Sector | None) -> frozenset[str]:
    """The word classes of an actor: armed, a state or its government, a person.

    >>> sorted(actor_classes(ActorKind.STATE, None))
    ['political', 'state_actor']
    """
    armed = {"armed", "armed_actor"} if sector in ARMED_SECTORS else set()
    state = {"political", "state_actor"} if kind is ActorKind.STATE or sector in STATE_SECTORS else set()
    return frozenset(armed | state | ({"person_actor"} if kind is ActorKind.PERSON else set()))


def lower_view(view: str) -> str:
    """The view in lower case with straight apostrophes, each character in its place."""
    return fold(view).replace("’", "'")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[Entry, ...]]:
    """One automaton over every phrase of the event lexicon, and the entry of each pattern."""
    entries = tuple(entry for word in sorted(lexicon()) for entry in lexicon()[word])
    return AhoCorasick([entry.phrase for entry in entries]), entries


def find_hits(lower: str) -> list[Hit]:
    """Every phrase that is no part of a longer or hyphened word, in text order, the longer first at each place.

    >>> [lower[hit.start : hit.end] for lower in ["a car bomb-maker"] for hit in find_hits(lower)]
    ['car']
    """
    automaton, entries = _automaton()
    text = f"{lower}  "
    found = [
        (start, -end, pattern)
        for pattern, start, end in automaton.find_matches_as_indexes(lower, overlapping=True)
        if text[end] not in LETTERS
        and text[start - 1] not in JOINING
        and not (text[end] == "-" and text[end + 1].isalpha())
    ]
    found.sort()
    return [Hit(start, -end, entries[pattern]) for start, end, pattern in found]


def scan(annotated: Annotated, lower: str) -> list[SentenceHits]:
    """The hits of every sentence that has any."""
    found: list[SentenceHits] = []
    every = find_hits(lower)
    starts = [hit.start for hit in every]
    last = 0
    for sentence in annotated.document.sentences:
        first, last = bisect_left(starts, sentence.start, last), bisect_left(starts, sentence.end, last)
        if hits := [hit for hit in every[first:last] if hit.end <= sentence.end]:
            found.append(SentenceHits(annotated, lower, sentence, hits))
    return found
