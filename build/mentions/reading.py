"""The reading of a document that actors and places share: its words, tags and joined noun phrases, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.mentions.chunks import chunks
from newsledger.build.mentions.entries import Tagged
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.links import Joined, is_person, join
from newsledger.build.mentions.phrases import Phrase, read_chunk
from newsledger.build.mentions.settling import settle
from newsledger.build.mentions.tags import tag_words
from newsledger.build.mentions.title_case import title_lines
from newsledger.build.mentions.words import Words, words_of
from newsledger.build.text.document import Document


@cache
def speech_verbs() -> frozenset[str]:
    """Finite forms of verbs of saying, which follow or precede a speaker."""
    lexicon = reporting_lexicon()
    forms = lexicon.forms("quote", "clause", "that", "tell", "object", "bid")
    return frozenset(f for f in forms if " " not in f and not f.endswith("ing")) - {
        "state",
        "post",
        "direct",
        "order",
        "report",
        "cable",
    }


@dataclass(frozen=True, eq=False)
class Reading:
    """Words, phrases and joined phrases; `persons` tells for each joined phrase whether it names a person.

    `by_first` finds a phrase by its first word, `by_last` by the word after its last.
    """

    words: Words
    tags: tuple[Tagged, ...]
    phrases: tuple[Phrase, ...]
    joined: tuple[Joined, ...]
    persons: tuple[bool, ...]
    by_first: dict[int, Phrase]
    by_last: dict[int, Phrase]

    @cached_property
    def title_lines(self) -> tuple[tuple[int, int], ...]:
        """The lines in title case, as words `first:last`."""
        return title_lines(self.words)


# The kinds of phrases that can name a person.
PERSONAL = ("person", "name")


@kept
def read(document: Document) -> Reading:
    """The reading of a document."""
    words = words_of(document)
    ordinary = frozenset([word for word, capital in zip(words.folded, words.capitals, strict=True) if not capital])
    tags = settle(words, tag_words(words))
    phrases = [phrase for chunk in chunks(words, tags) for phrase in read_chunk(words, chunk, ordinary)]
    joined = tuple(join(words, phrases))
    verbs = speech_verbs()
    persons = tuple([j.main.kind in PERSONAL and is_person(words, j, ordinary, verbs) for j in joined])
    return Reading(
        words, tuple(tags), tuple(phrases), joined, persons, {p.first: p for p in phrases}, {p.last: p for p in phrases}
    )
