"""Settling: which names of the lexicon are places in this document, and which are names of somebody or something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.entries import Tag, Tagged, lexicon
from newsledger.build.mentions.frames import STRONG, frames
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.roles import first_names
from newsledger.build.mentions.words import Words, fold


def settle(words: Words, tags: list[Tagged]) -> list[Tagged]:
    """Make a name of each little-known place that nothing around it frames as a place ("Holloway said")."""
    settled = list(tags)
    told = frozenset(_told_places(words, tags))
    for at, tag in enumerate(tags):
        if tag.tag not in NAMED:
            continue
        is_person = _is_given_name(words, settled, at) or _is_surname(words, settled, at)
        if is_person or (
            _is_little_known(tag) and words.key(tag.first, tag.last) not in told and not _is_framed(words, settled, at)
        ):
            settled[at] = tag._replace(tag=Tag.NAME)
    return settled


def _told_places(words: Words, tags: list[Tagged]) -> Iterator[str]:
    """The little-known places of the countries that the document names, unless somebody in it bears the name."""
    little = [(at, tag) for at, tag in enumerate(tags) if tag.tag is Tag.PLACE and _is_little_known(tag)]
    if not little:
        return
    spoken = {t.payload.country_iso3 for t in tags if t.tag is not Tag.HEAD and isinstance(t.payload, Country)}
    borne = {words.key(tag.first, tag.last) for at, tag in little if _is_borne(words, tags, at)}
    for _, tag in little:
        key = words.key(tag.first, tag.last)
        if key not in borne and key not in _needing_frames() and _is_of(tag, spoken):
            yield key


def _is_of(tag: Tagged, spoken: set[str | None]) -> bool:
    """Whether a place of that name lies in one of some countries."""
    return isinstance(tag.payload, tuple) and any(p.country_iso3 in spoken for p in tag.payload)


def _is_borne(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether a name stands beside another name or a title, as the name of a person does."""
    tag = tags[at]
    if words.texts[tag.first] in first_names():
        return True
    before = tags[at - 1] if at and tags[at - 1].last == tag.first else None
    if (
        before is not None
        and before.tag in (Tag.NAME, Tag.TITLE, Tag.HEAD)
        and words.gaps[tag.first - 1] in (" ", ". ")
    ):
        return True
    is_followed = tag.last < len(words.starts) and words.gaps[tag.last - 1] == " " and words.capitals[tag.last]
    return is_followed and words.folded[tag.last] not in frames().after


@cache
def _needing_frames() -> frozenset[str]:
    """The names that are as often words or persons."""
    return frozenset(fold(name) for name in load_yaml("place_frames")["needs_frame"])


def _is_little_known(tag: Tagged) -> bool:
    return tag.tag is Tag.PLACE and isinstance(tag.payload, tuple) and not tag.payload[0].is_known


NAMED = frozenset((Tag.PLACE, Tag.COUNTRY, Tag.BODY, Tag.PEOPLE))


def _is_given_name(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether a lexicon name is a first name here: "Amal Haddad", "Jordan Smith"."""
    tag = tags[at]
    if words.texts[tag.first] not in first_names() or tag.last > tag.first + 1:
        return False
    if at + 1 >= len(tags) or tags[at + 1].first != tag.last or words.gaps[tag.first] != " ":
        return False
    return (
        tags[at + 1].tag is Tag.NAME
        and words.folded[tag.last] not in frames().after
        and not words.is_possessive(tag.first)
    )


def _is_surname(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether a place name is a surname here: "Juan Manuel Santos"."""
    tag, before = tags[at], tags[at - 1]
    if tag.tag is not Tag.PLACE or tag.last > tag.first + 1 or not at:
        return False
    if before.last != tag.first or before.tag is not Tag.NAME or words.gaps[before.last - 1] not in (" ", ". "):
        return False
    if words.texts[before.first] in first_names() or _is_inside_name(words, tag):
        return True
    if at > 1 and tags[at - 2].last == before.first and tags[at - 2].tag in (Tag.NAME, Tag.TITLE):
        return True
    return before.first > 0 and words.gaps[before.first - 1] == ", " and words.gaps[tag.first] == ", "


def _is_inside_name(words: Words, tag: Tagged) -> bool:
    """Whether capitals in no list go on after a word ("Nguyen Van Thieu")."""
    at = tag.last
    if at >= len(words.starts) or words.gaps[at - 1] != " " or not words.capitals[at] or words.is_possessive(at - 1):
        return False
    return words.folded[at] not in frames().after and words.folded[at] not in lexicon().longest


def _is_framed(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether the words around a place name say that it is one."""
    tag = tags[at]
    before = tags[at - 1] if at and tags[at - 1].last == tag.first else None
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
    return _follows_place(words, tags, at)


def _leads_to_place(words: Words, at: int) -> bool:
    """Whether the words before a name announce a place: "in", "the town of", "northern"."""
    previous = words.folded[at - 1]
    if previous in STRONG or previous in frames().directions:
        return True
    return previous == "of" and at >= 2 and f"{words.folded[at - 2]} of" in frames().before


def _follows_place(words: Words, tags: list[Tagged], at: int) -> bool:
    """Whether a name continues a list of places ("Gashua, Nguru and Damaturu")."""
    if not at or tags[at - 1].tag is not Tag.PLACE:
        return False
    between = words.view[words.ends[tags[at - 1].last - 1] : words.starts[tags[at].first]]
    return between in (", ", " and ", ", and ", " or ")
