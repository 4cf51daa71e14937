"""One scan of a document for event triggers and word classes, and the clause around a trigger."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from newsledger.build.extract.events.rules import Entry, lexicon
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence

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


class SentenceHits(NamedTuple):
    """The hits in one sentence, in text order, and how many words of each class it holds."""

    sentence: Sentence
    hits: tuple[Hit, ...]
    counts: Counter[str]


def lower_view(view: str) -> str:
    """The view in lower case with straight apostrophes, each character in its place."""
    return fold(view).replace("’", "'")


@cache
def _automaton() -> tuple[AhoCorasick, tuple[Entry, ...]]:
    """One automaton over every phrase of the event lexicon, and the entry of each pattern."""
    entries = tuple(entry for word in sorted(lexicon()) for entry in lexicon()[word])
    return AhoCorasick([entry.phrase for entry in entries]), entries


def _hits(lower: str) -> list[Hit]:
    """Every phrase that stands alone, in text order, the longer first at each place."""
    automaton, entries = _automaton()
    found = [
        (start, -end, pattern)
        for pattern, start, end in automaton.find_matches_as_indexes(lower, overlapping=True)
        if _stands_alone(lower, start, end)
    ]
    return [Hit(start, -end, entries[pattern]) for start, end, pattern in sorted(found)]


def _stands_alone(lower: str, start: int, end: int) -> bool:
    """Whether a phrase is not part of a longer or hyphened word."""
    after = lower[end : end + 1]
    if after.isalnum() or (after == "-" and lower[end + 1 : end + 2].isalpha()):
        return False
    return start == 0 or not ((before := lower[start - 1]).isalnum() or before == "-")


def scan(document: Document, lower: str) -> tuple[SentenceHits, ...]:
    """The hits of every sentence that has any."""
    found = []
    every = _hits(lower)
    starts = [hit.start for hit in every]
    for sentence in document.sentences:
        inside = every[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        hits = tuple(hit for hit in inside if hit.end <= sentence.end)
        if hits:
            counts = Counter(name for hit in hits for name in hit.entry.classes)
            found.append(SentenceHits(sentence, hits, counts))
    return tuple(found)


class Clauses(NamedTuple):
    """The clause boundaries of a sentence."""

    cuts: tuple[int, ...]
    start: int
    end: int

    @classmethod
    def of(cls, lower: str, sentence: Sentence) -> Clauses:
        """Find the boundaries in one sentence."""
        cuts = tuple(m.end() for m in BOUNDARY.finditer(lower, sentence.start, sentence.end))
        return cls(cuts, sentence.start, sentence.end)

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The clause that holds `start:end`."""
        first = bisect_right(self.cuts, start)
        last = bisect_left(self.cuts, end + 1)
        return (self.cuts[first - 1] if first else self.start, self.cuts[last] if last < len(self.cuts) else self.end)
