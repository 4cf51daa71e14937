"""The reading of a document that actors and places share: its words, tags and joined noun phrases, made once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.reporting import reporting_lexicon
from newsledger.build.mentions.chunks import chunks
from newsledger.build.mentions.entries import Tag, Tagged, lexicon
from newsledger.build.mentions.frames import STRONG, frames
from newsledger.build.mentions.links import Joined, is_person, join
from newsledger.build.mentions.phrases import Phrase, read_chunk
from newsledger.build.mentions.roles import first_names
from newsledger.build.mentions.tags import tag_words
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


@dataclass(frozen=True)
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


def read(document: Document) -> Reading:
    """The reading of a document, made once."""
    kept = vars(document).get("_reading")
    if isinstance(kept, Reading):
        return kept
    words = words_of(document)
    ordinary = frozenset(word for word, capital in zip(words.folded, words.capitals, strict=True) if not capital)
    tags = settle(words, tag_words(words))
    phrases = [phrase for chunk in chunks(words, tags) for phrase in read_chunk(words, chunk, ordinary)]
    joined = tuple(join(words, phrases))
    verbs = speech_verbs()
    persons = tuple(is_person(words, j, ordinary, verbs) for j in joined)
    reading = Reading(
        words, tuple(tags), tuple(phrases), joined, persons, {p.first: p for p in phrases}, {p.last: p for p in phrases}
    )
    vars(document)["_reading"] = reading
    return reading


def settle(words: Words, tags: list[Tagged]) -> list[Tagged]:
    """Make a name of each little-known place that nothing around it frames as a place ("Holloway said")."""
    settled: list[Tagged] = []
    for at, tag in enumerate(tags):
        if tag.tag not in NAMED:
            settled.append(tag)
            continue
        is_person = _is_given_name(words, tags, at) or _is_surname(words, settled, tag)
        is_name = is_person or (_is_little_known(tag) and not _is_framed(words, tags, settled, at))
        settled.append(tag._replace(tag=Tag.NAME) if is_name else tag)
    return settled


def _is_little_known(tag: Tagged) -> bool:
    return tag.tag is Tag.PLACE and isinstance(tag.payload, tuple) and not tag.payload[0].is_known


NAMED = frozenset((Tag.PLACE, Tag.COUNTRY, Tag.BODY, Tag.PEOPLE))


def _is_given_name(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether a lexicon name is a first name here: "Amal Haddad", "Jordan Smith"."""
    tag = tags[at]
    if words.texts[tag.first] not in first_names().gender or tag.last > tag.first + 1:
        return False
    if at + 1 >= len(tags) or tags[at + 1].first != tag.last or words.gaps[tag.first] != " ":
        return False
    return (
        tags[at + 1].tag is Tag.NAME
        and words.folded[tag.last] not in frames().after
        and not words.is_possessive(tag.first)
    )


def _is_surname(words: Words, settled: list[Tagged], tag: Tagged) -> bool:
    """Whether a place name is a surname here: "Juan Manuel Santos"."""
    if tag.tag is not Tag.PLACE or tag.last > tag.first + 1 or not settled:
        return False
    before = settled[-1]
    if before.last != tag.first or before.tag is not Tag.NAME or words.gaps[before.last - 1] not in (" ", ". "):
        return False
    if words.texts[before.first] in first_names().gender or _is_inside_name(words, tag):
        return True
    if len(settled) > 1 and settled[-2].last == before.first and settled[-2].tag in (Tag.NAME, Tag.TITLE):
        return True
    return before.first > 0 and words.gaps[before.first - 1] == ", " and words.gaps[tag.first] == ", "


def _is_inside_name(words: Words, tag: Tagged) -> bool:
    """Whether capitals in no list go on after a word ("Nguyen Van Thieu")."""
    at = tag.last
    if at >= len(words.starts) or words.gaps[at - 1] != " " or not words.capitals[at] or words.is_possessive(at - 1):
        return False
    return words.folded[at] not in frames().after and words.folded[at] not in lexicon().longest


def _is_framed(words: Words, tags: list[Tagged], settled: list[Tagged], at: int) -> bool:
    """Whether the words around a place name say that it is one."""
    tag = tags[at]
    before = settled[-1] if settled and settled[-1].last == tag.first else None
    if before is not None and before.tag in (Tag.NAME, Tag.TITLE, Tag.PARTICLE) and words.gaps[before.last - 1] == " ":
        return False
    following = words.folded[tag.last] if tag.last < len(words.starts) and words.gaps[tag.last - 1] == " " else ""
    if following and words.capitals[tag.last] and following not in frames().after:
        return False
    if tag.first > 0 and words.gaps[tag.first - 1] == " " and _leads_to_place(words, tag.first):
        return True
    if following in frames().after:
        return True
    if (
        at + 1 < len(tags)
        and tags[at + 1].first == tag.last
        and words.gaps[tag.last - 1] == ", "
        and tags[at + 1].tag in (Tag.COUNTRY, Tag.PLACE)
    ):
        return True
    return _follows_place(words, settled, tag)


def _leads_to_place(words: Words, at: int) -> bool:
    """Whether the words before a name announce a place: "in", "the town of", "northern"."""
    previous = words.folded[at - 1]
    if previous in STRONG or previous in frames().directions:
        return True
    return previous == "of" and at >= 2 and f"{words.folded[at - 2]} of" in frames().before


def _follows_place(words: Words, settled: list[Tagged], tag: Tagged) -> bool:
    """Whether a name continues a list of places ("Gashua, Nguru and Damaturu")."""
    if not settled or settled[-1].tag is not Tag.PLACE:
        return False
    previous = settled[-1]
    between = words.view[words.ends[previous.last - 1] : words.starts[tag.first]]
    return between in (", ", " and ", ", and ", " or ")
