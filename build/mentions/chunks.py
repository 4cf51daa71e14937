"""Chunks: tagged words that stand side by side, and the country they name."""

from __future__ import annotations

from functools import lru_cache

from newsledger.build.mentions.bodies import Body
from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.gazetteer import Country, Place
from newsledger.build.mentions.words import Words


def chunks(words: Words, tags: list[Tagged]) -> list[list[Tagged]]:
    """Tags that stand side by side with nothing but a space between them; a determiner or number begins a new chunk.

    Chunks that name nothing ("the third") are left out.
    """
    found: list[list[Tagged]] = []
    chunk: list[Tagged] = []
    last, is_empty = -1, False
    for tag in tags:
        if tag.first == last and _continues(words, chunk, chunk[-1], tag):
            chunk.append(tag)
        else:
            chunk, is_empty = [tag], True
        if is_empty and tag.tag not in EMPTY:
            found.append(chunk)
            is_empty = False
        last = tag.last
    return found


EMPTY = frozenset((Tag.DETERMINER, Tag.MODIFIER, Tag.NUMBER, Tag.ADJECTIVE, Tag.TITLE, Tag.PARTICLE))


def _continues(words: Words, chunk: list[Tagged], previous: Tagged, tag: Tagged) -> bool:
    """Whether a tag belongs to the chunk before it."""
    gap = words.gaps[tag.first - 1]
    if gap != " " and not _bridges(words, gap, previous, tag):
        return False
    if tag.tag in (Tag.DETERMINER, Tag.NUMBER) and any(t.tag not in (Tag.DETERMINER, Tag.NUMBER) for t in chunk):
        return words.texts[tag.first] in ("other", "first", "1st", "2nd")
    return previous.tag is not Tag.PEOPLE or words.is_possessive(previous.last - 1)


def _bridges(words: Words, gap: str, previous: Tagged, tag: Tagged) -> bool:
    """Whether a name or title goes on after a dot, a hyphen or the quotation mark of a nickname."""
    if gap == ". ":
        text = words.texts[previous.last - 1]
        return previous.tag is Tag.TITLE or (len(text) == 1 and previous.tag is Tag.NAME) or text in ("St", "Jr")
    if gap in (" “", ' "'):
        return previous.tag is Tag.NAME and tag.tag is Tag.NAME
    return gap in ("  ", "-")


def country_of(chunk: list[Tagged]) -> Country | None:
    """The country a phrase names or implies: the first in it, else that of its body or place."""
    body: Body | None = None
    place: Place | None = None
    for _first, _last, tag, payload in chunk:
        if payload is None or tag is Tag.HEAD:
            continue
        if isinstance(payload, Country):
            return payload
        if isinstance(payload, Body):
            body = body or (payload if payload.country_iso3 else None)
        elif isinstance(payload, tuple):
            place = place or payload[0]
    if body is not None:
        return _implied(body.key, body.country_iso3)
    return _implied(place.name, place.country_iso3) if place is not None else None


_implied = lru_cache(maxsize=4096)(Country)
