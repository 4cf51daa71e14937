"""Chunks: tagged words that stand side by side."""

from __future__ import annotations

from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.words import Words


def chunks(words: Words, tags: list[Tagged]) -> list[list[Tagged]]:
    """Tags that stand side by side with nothing but a space between them; a determiner or number begins a new chunk."""
    found: list[list[Tagged]] = []
    for tag in tags:
        if found and (previous := found[-1][-1]).last == tag.first and _continues(words, found[-1], previous, tag):
            found[-1].append(tag)
        else:
            found.append([tag])
    return found


def _continues(words: Words, chunk: list[Tagged], previous: Tagged, tag: Tagged) -> bool:
    gap = words.gap(previous.last - 1)
    if gap == ". ":
        text = words.texts[previous.last - 1]
        if (
            previous.tag is not Tag.TITLE
            and not (len(text) == 1 and previous.tag is Tag.NAME)
            and text not in ("St", "Jr")
        ):
            return False
    elif gap not in (" ", "  ", "-", " “", ' "') or (
        gap in (" “", ' "') and not (previous.tag is Tag.NAME and tag.tag is Tag.NAME)
    ):
        return False
    if tag.tag in (Tag.DETERMINER, Tag.NUMBER) and any(t.tag not in (Tag.DETERMINER, Tag.NUMBER) for t in chunk):
        return words.texts[tag.first] in ("other", "first", "1st", "2nd")
    return not (previous.tag is Tag.PEOPLE and not words.is_possessive(previous.last - 1))
