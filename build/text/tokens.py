"""Tokens: words, numbers and marks, as spans."""

from __future__ import annotations

import re
from dataclasses import dataclass

TOKEN = re.compile(r"\d[\d.,]*\d|\w+(?:[’'\-]\w+)*|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or punctuation mark."""

    start: int
    end: int
    text: str


def find_tokens(view: str) -> tuple[Token, ...]:
    """Split a view into tokens."""
    return tuple(Token(m.start(), m.end(), m[0]) for m in TOKEN.finditer(view))
