"""Noun phrases: runs of tagged words read as persons, roles, bodies, states and places."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.mentions.bodies import Body
from newsledger.build.mentions.chunks import EMPTY, country_of
from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.roles import Head, first_names, phrase_words, word_lists
from newsledger.build.mentions.words import Words


class Phrase(NamedTuple):
    """Words `first` to `last` (exclusive) as one noun phrase.

    `kind` is person, head, body, state, people, place or name (unknown capitals). `name_first:name_last` are the words
    of the name in it. `head` is the role or body noun, `country` whose it is, `is_definite` whether it points to
    one known to the reader.
    """

    first: int
    last: int
    kind: str
    name_first: int
    name_last: int
    head: Head | None = None
    head_first: int = -1
    body: Body | None = None
    country: Country | None = None
    is_definite: bool = False
    is_plural: bool = False
    tags: tuple[Tagged, ...] = ()


NAMING = frozenset((Tag.NAME, Tag.PARTICLE))


def read_chunk(words: Words, chunk: list[Tagged], ordinary: frozenset[str]) -> list[Phrase]:
    """The noun phrases of a chunk; `ordinary` are words the document also writes small."""
    if chunk and (chunk[-1].tag is Tag.PARTICLE or chunk[0].tag in NAMING):
        chunk = _trimmed(words, chunk, ordinary)
    if not chunk:
        return []
    for cut, tag in enumerate(chunk[:-1], start=1):
        if tag.tag in COMPLETE and _breaks(words, chunk, cut):
            after = cut + 1 if _is_participle(words, chunk[cut]) else cut
            return read_chunk(words, chunk[:cut], ordinary) + read_chunk(words, chunk[after:], ordinary)
    if chunk[-1].tag in NAMING:
        return _read_name(words, chunk)
    return _read_headed(words, chunk)


def _trimmed(words: Words, chunk: list[Tagged], ordinary: frozenset[str]) -> list[Tagged]:
    """A chunk without small particles at its ends and without an ordinary word that opens the sentence in capitals."""
    while chunk and chunk[-1].tag is Tag.PARTICLE:
        chunk = chunk[:-1]
    while (
        chunk
        and chunk[0].tag is Tag.PARTICLE
        and not words.capitals[chunk[0].first]
        and (len(chunk) == 1 or words.texts[chunk[0].first] not in ARABIC)
    ):
        chunk = chunk[1:]
    if (
        len(chunk) > 1
        and chunk[0].tag is Tag.NAME
        and words.folded[chunk[0].first] in ordinary
        and chunk[1].tag is not Tag.NAME
    ):
        chunk = chunk[1:]
    return chunk


COMPLETE = frozenset((Tag.HEAD, Tag.NAME, Tag.PLACE, Tag.COUNTRY, Tag.BODY, Tag.PEOPLE))


def _is_participle(words: Words, tag: Tagged) -> bool:
    """Whether a modifier may be a verb of the sentence ("a court jailed three men")."""
    return tag.tag is Tag.MODIFIER and words.texts[tag.first].endswith("ed") and "-" not in words.texts[tag.first]


ARABIC = frozenset(("al", "el", "bin", "ibn", "abu", "van", "von", "de"))


def _breaks(words: Words, chunk: list[Tagged], cut: int) -> bool:
    """Whether a new phrase begins after a name that owns nothing, or a noun, before a new noun phrase."""
    left, right = chunk[cut - 1], chunk[cut]
    if words.is_possessive(left.last - 1):
        return False
    if _is_participle(words, right):
        return True
    if left.tag in NAMED and right.tag in BEGINNING:
        return left.tag is not Tag.BODY or right.tag is not Tag.TITLE
    if left.tag is Tag.NAME and right.tag in BEGINNING and right.tag is not Tag.PLACE:
        return right.tag is not Tag.COUNTRY or words.texts[right.first] in ("US", "U.S.", "UK", "U.K.")
    return left.tag is Tag.BODY and right.tag is Tag.NAME and len(chunk) - cut >= 2


NAMED = frozenset((Tag.COUNTRY, Tag.BODY, Tag.PLACE))
BEGINNING = frozenset((Tag.COUNTRY, Tag.PLACE, Tag.ADJECTIVE, Tag.PEOPLE, Tag.TITLE))


def _read_name(words: Words, chunk: list[Tagged]) -> list[Phrase]:
    """A chunk that ends in a name: a titled person, a person, or a name of unknown kind."""
    start = _name_start(words, chunk)
    before = chunk[:start]
    first, last = chunk[0].first, chunk[-1].last
    name_first = chunk[start].first
    tags = tuple(chunk)
    if not before or before[-1].tag in (Tag.DETERMINER, Tag.NUMBER):
        return [Phrase(first, last, "name", name_first, last, tags=tags)]
    country = country_of(before)
    owns = words.is_possessive(before[-1].last - 1)
    if not owns and (titled := _title(before)) is not None:
        head, head_first = titled
        return [Phrase(first, last, "person", name_first, last, head, head_first, None, country, True, False, tags)]
    if before[-1].tag in (Tag.ADJECTIVE, Tag.MODIFIER):
        return [Phrase(first, last, "name", name_first, last, country=country, tags=tags)]
    if before[-1].tag in (Tag.COUNTRY, Tag.PLACE) and not owns:
        return [Phrase(first, last, "name", before[-1].first, last, country=country, tags=tags)]
    name = Phrase(name_first, last, "name", name_first, last, tags=tuple(chunk[start:]))
    return [*read_headed_tags(words, before), name]


def _name_start(words: Words, chunk: list[Tagged]) -> int:
    """Where the name that ends a chunk begins."""
    start = len(chunk)
    while start > 0 and (chunk[start - 1].tag in NAMING or _given(words, chunk, start - 1)):
        if words.is_possessive(chunk[start - 1].last - 1) and start < len(chunk):
            break
        start -= 1
    while start < len(chunk) - 1 and chunk[start].tag is Tag.PARTICLE and not _begins_name(words, chunk[start]):
        start += 1
    return start


def _begins_name(words: Words, particle: Tagged) -> bool:
    """Whether a particle can begin a name ("al-Sadr", "Abu Omar")."""
    return words.capitals[particle.first] or words.texts[particle.first] in ARABIC


def _title(before: list[Tagged]) -> tuple[Head | None, int] | None:
    """The office and its first word, where a title or office stands right before a name."""
    heads = [t for t in before if t.tag is Tag.HEAD]
    head = heads[-1].payload if heads and isinstance(heads[-1].payload, Head) else None
    if before[-1].tag is Tag.TITLE:
        return head, heads[-1].first if heads else before[-1].first
    if head is None or before[-1] is not heads[-1] or head.is_plural:
        return None
    return (head, heads[-1].first) if head.family in ("role", "anonymous", "group") else None


def _given(words: Words, chunk: list[Tagged], at: int) -> bool:
    """Whether a place or country name is a first name here ("Jordan Smith", "Israel Katz")."""
    tag = chunk[at]
    return (
        tag.tag in (Tag.PLACE, Tag.COUNTRY)
        and at + 1 < len(chunk)
        and chunk[at + 1].tag in NAMING
        and not words.is_possessive(tag.last - 1)
        and words.texts[tag.first] in first_names()
    )


def read_headed_tags(words: Words, chunk: list[Tagged]) -> list[Phrase]:
    """The phrases of tags that do not end in a name."""
    return _read_headed(words, chunk) if chunk else []


def _read_headed(words: Words, chunk: list[Tagged]) -> list[Phrase]:
    """A chunk whose last word is a noun, a body, a country, a people or a place."""
    while chunk and chunk[-1].tag in EMPTY:
        chunk = chunk[:-1]
    if not chunk:
        return []
    core = chunk[-1]
    if core.tag is Tag.HEAD and isinstance(core.payload, Head):
        if len(chunk) > 1 and (named := _framed_place(words, chunk)):
            return read_headed_tags(words, chunk[:named])
        return _read_noun(words, chunk, core, core.payload)
    if core.tag is Tag.NAME:
        return _read_name(words, chunk)
    kind = KINDS[core.tag]
    body = core.payload if isinstance(core.payload, Body) else None
    start = chunk[0].first if kind in ("body", "people") else core.first
    if (
        kind == "state"
        and len(chunk) > 1
        and words.folded[chunk[-2].first] == "the"
        and words.folded[core.first] in phrase_words("with_article")
    ):
        start = chunk[-2].first
    is_plural, tags = kind == "people", tuple(chunk)
    found = Phrase(
        start, core.last, kind, core.first, core.last, None, -1, body, country_of(chunk), True, is_plural, tags
    )
    if kind in ("state", "place") and not BEFORE_NAMES.issuperset([t.tag for t in chunk[:-1]]):
        return [*read_headed_tags(words, chunk[:-1]), found]
    return [found]


BEFORE_NAMES = frozenset((Tag.DETERMINER, Tag.MODIFIER, Tag.NUMBER))
KINDS = {Tag.BODY: "body", Tag.COUNTRY: "state", Tag.PEOPLE: "people", Tag.PLACE: "place"}


def _framed_place(words: Words, chunk: list[Tagged]) -> int:
    """How many tags end with a place name, when the rest says its kind ("Jenin refugee camp"); else 0."""
    for at in range(len(chunk) - 1, 0, -1):
        left = chunk[at - 1]
        if left.tag not in (Tag.PLACE, Tag.NAME) or words.is_possessive(left.last - 1):
            continue
        kind = frames().after.get(words.key(left.last, chunk[-1].last))
        core = chunk[-1].payload
        is_division = isinstance(core, Head) and core.lemma in phrase_words("divisions")
        return (
            at
            if kind is not None
            and (is_division or (kind != "site" and not (isinstance(core, Head) and core.family != "organisation")))
            else 0
        )
    return 0


def _read_noun(words: Words, chunk: list[Tagged], core: Tagged, head: Head) -> list[Phrase]:
    """A phrase that ends in a role or body noun, unless the noun is only a modifier or too common to stand alone."""
    if len(chunk) == 1 and (head.is_weak or (not head.is_plural and not _stands_bare(words, core, head))):
        return []
    if _is_modifier(words, core, head):
        return read_headed_tags(words, chunk[:-1])
    tags, name_first = tuple(chunk), core.first
    if words.capitals[core.first]:
        at = len(chunk) - 1
        while at > 0 and chunk[at - 1].tag is not Tag.DETERMINER and words.capitals[chunk[at - 1].first]:
            at -= 1
        name_first = chunk[at].first
    definite = chunk[0].tag is Tag.DETERMINER and words.folded[chunk[0].first] in DEFINITE
    definite = definite or any([words.is_possessive(t.last - 1) for t in chunk[:-1]])
    country, plural = country_of(chunk), head.is_plural
    return [
        Phrase(
            tags[0].first,
            core.last,
            "head",
            name_first,
            core.last,
            head,
            core.first,
            None,
            country,
            definite,
            plural,
            tags,
        )
    ]


DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their"))


def _is_modifier(words: Words, core: Tagged, head: Head) -> bool:
    """Whether a noun stands before another one that it only qualifies ("police reports")."""
    if core.last >= len(words.starts) or words.gaps[core.last - 1] != " " or words.capitals[core.last]:
        return False
    is_people = head.is_plural and head.family in ("group", "role")
    return words.folded[core.last] in word_lists()["inert"] and not is_people and not words.is_possessive(core.last - 1)


def _opens_line(words: Words, core: Tagged) -> bool:
    """Whether a word opens a line and goes on in small letters, as in a headline ("Gunman kills four")."""
    if core.first > 0 and "\n" not in words.gaps[core.first - 1]:
        return False
    return core.last < len(words.starts) and words.gaps[core.last - 1] == " " and not words.capitals[core.last]


def _stands_bare(words: Words, core: Tagged, head: Head) -> bool:
    """Whether a singular noun needs no determiner: bodies ("police"), capitalised offices, fighters of a headline."""
    if words.capitals[core.first] and core.first > 0 and words.gaps[core.first - 1] == " ":
        return True
    if head.family == "group" and words.capitals[core.first]:
        return _opens_line(words, core)
    return head.family == "organisation" and core.last - core.first == 1 and head.lemma in phrase_words("bare")
