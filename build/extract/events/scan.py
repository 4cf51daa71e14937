"""One scan of a document for event triggers and word classes, and the clause around a trigger."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsledger.build.extract.events.rules import Entry, lexicon
from newsledger.build.extract.events.sense import Sense, sense_of
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.fold import fold
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import Sector

ARMED_SECTORS = frozenset({Sector.MIL, Sector.REB, Sector.UAF, Sector.PRM, Sector.COP, Sector.SPY, Sector.CRM})
STATE_SECTORS = frozenset({Sector.GOV, Sector.UNO, Sector.IGO})

REPORTING = "said|says|say|told|reported|reports|according|added|announced|showed|claimed|confirmed|quoted"
OPENERS = (
    "and|but|while|as|after|when|where|before|although|though|because|since|amid|despite|following|saying|adding|so|or|"
    "then|until|whereas|with|killing|wounding|injuring|leaving|setting|prompting"
)
SUBORDINATORS = "after|while|when|before|because|until|amid|whereas|despite|following|if|unless"
NUMBERS = (
    r"\d[\d,]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of|scores of|"
    r"(?:at least|more than|about|some|another|an estimated) [\w,]+"
)
BOUNDARY = re.compile(
    rf"[;:]| (?:[—–-]+ |(?=(?:{SUBORDINATORS})\b|"
    r"(?:in|as) (?:apparent |direct |swift )?(?:response to|retaliation|reprisal|revenge)\b|"
    r"to (?:avenge|retaliate for)\b|"
    r"(?<!have )(?<!has )(?<!had )"
    r"since (?!\w+day|\d|then|the (?:start|beginning|war|1|2)|last|early|late|mid|\w+ \d)[a-z]|and that |"
    rf"and (?:{NUMBERS}) (?:[\w-]+ ){{1,3}}(?:were|was|died|had been|have been)\b))|"
    rf", (?=(?:{OPENERS})\b|[^,;]{{0,70}}\b(?:{REPORTING})\b)|"
    rf"\b(?:(?:{REPORTING})(?: that |(?: on)?(?: \w+day)?, )|"
    r"(?<!was )(?<!were )(?<!been )(?<!are )(?<!is )"
    r"(?:said|says|announced|warned|claimed|added|insisted|denied|reported|believes?|believed|told reporters) "
    r"(?!(?:on|in|at|by|to|late|early|yesterday|today|from|of|during|\w+day)\b|[A-Z]))"
)


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


@dataclass(eq=False)
class SentenceHits:
    """A sentence of an article in lower case, with the phrases of the event lexicon in it."""

    annotated: Annotated
    lower: str
    sentence: Sentence
    hits: list[Hit]

    @cached_property
    def sense(self) -> Sense:
        """What the sentence speaks of."""
        return sense_of([hit.entry.classes for hit in self.hits])

    @cached_property
    def mentions(self) -> list[Mark]:
        """The actors and places of the sentence that belong to a word class."""
        start, end = self.sentence.start, self.sentence.end
        actors = [
            Mark(a.start, a.end, actor_classes(a.kind, a.sector)) for a in within(self.annotated.actors, start, end)
        ]
        places = [Mark(p.start, p.end, PLACE) for p in within(self.annotated.places, start, end)]
        return [actor for actor in actors if actor.classes] + places

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of all that stands in the sentence."""
        mentioned = [mention.classes for mention in self.mentions]
        return frozenset().union(*mentioned, *[hit.entry.classes for hit in self.hits])

    @cached_property
    def cuts(self) -> list[int]:
        """Where it begins, where its clauses part, and where it ends."""
        start, end = self.sentence.start, self.sentence.end
        return [start, *[cut.end() for cut in BOUNDARY.finditer(self.lower, start, end)], end]

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds `start:end`."""
        cuts = self.cuts
        return cuts[bisect_right(cuts, start) - 1], cuts[min(bisect_left(cuts, end + 1), len(cuts) - 1)]


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
        if not (text[end].isalnum() or text[start - 1].isalnum() or text[start - 1] == "-")
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
