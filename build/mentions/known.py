"""What is known of strings that come again and again: read at the first sight, kept over all documents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
MOST = 60_000


class Known(dict[str, T], Generic[T]):
    """Strings with what a pure function reads from them; forgotten when there are too many.

    >>> sizes = Known(len)
    >>> sizes["four"], list(sizes)
    (4, ['four'])
    """

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self.read = read

    def __missing__(self, text: str) -> T:
        if len(self) >= MOST:
            self.clear()
        found = self[text] = self.read(text)
        return found
