"""Compact regular expressions for word lists: shared beginnings are written once, so that a scan fails early."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie_pattern(words: Iterable[str]) -> str:
    """A pattern that matches the longest of some words, to be wrapped in word boundaries.

    >>> trie_pattern(["ten", "tens", "two"])
    't(?:en(?:s)?|wo)'
    """
    ordered = sorted(set(words))
    if not ordered:
        return r"(?!)"
    return _branch(ordered)


def _branch(words: list[str]) -> str:
    """Write sorted, distinct words as their common beginning and the alternatives behind it."""
    first, last = words[0], words[-1]
    shared = 0
    while shared < min(len(first), len(last)) and first[shared] == last[shared]:
        shared += 1
    head = re.escape(first[:shared]).replace(r"\ ", " ").replace(r"\-", "-")
    rests = [word[shared:] for word in words]
    optional = rests[0] == ""
    groups: dict[str, list[str]] = {}
    for rest in rests[optional:]:
        groups.setdefault(rest[0], []).append(rest)
    if not groups:
        return head
    inner = "|".join(_branch(group) for group in groups.values())
    if optional:
        return f"{head}(?:{inner})?"
    return f"{head}(?:{inner})" if len(groups) > 1 else head + inner
