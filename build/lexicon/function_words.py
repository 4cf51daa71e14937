"""Closed word classes of English and the head nouns of speakers, read once from data files."""

from __future__ import annotations

from functools import cache

from newsledger.build.lexicon.loader import load_yaml


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """The named lists of `data/<name>.yml`, in lower case.

    Raises:
        ValueError: an entry is no string (YAML reads a bare `on` or `no` as a truth value).
    """
    raw = load_yaml(name)
    for title, words in raw.items():
        if wrong := [word for word in words if not isinstance(word, str)]:
            raise ValueError(f"{name}.yml: {title} holds {wrong}, which needs quotation marks")
    return {title: frozenset(word.lower() for word in words) for title, words in raw.items()}


@cache
def function_words(*classes: str) -> frozenset[str]:
    """The words of one or more closed classes.

    >>> "which" in function_words("relatives")
    True
    """
    lists = word_lists("function_words")
    return frozenset().union(*(lists[name] for name in classes))


@cache
def speaker_nouns(*kinds: str) -> frozenset[str]:
    """The head nouns of one or more kinds of speakers (or of `mute` things that are none)."""
    lists = word_lists("speaker_nouns")
    return frozenset().union(*(lists[kind] for kind in kinds))
