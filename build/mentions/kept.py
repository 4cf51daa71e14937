"""Kept: what is read from a whole document is read once, and lives as long as the document does."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

D = TypeVar("D")
T = TypeVar("T")


def kept(read: Callable[[D], T]) -> Callable[[D], T]:
    """A reader of a document, or of one with its mentions, that keeps with each document what it has read from it.

    >>> from types import SimpleNamespace
    >>> text = SimpleNamespace(view="Baga fell")
    >>> kept(lambda document: document.view.split())(text), len(vars(text))
    (['Baga', 'fell'], 2)
    """
    name = f"_{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def once(document: D) -> T:
        known: dict[str, T] = document.__dict__
        if name not in known:
            known[name] = read(document)
        return known[name]

    return once
