"""A lower-case copy of a view with unchanged offsets."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8)
def fold(view: str) -> str:
    """Lower-case a view letter by letter; a letter whose small form has another length stays as it is.

    >>> fold("İzmir AND Kyiv") == "İzmir and kyiv"
    True
    """
    low = view.lower()
    if len(low) == len(view):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in view)
