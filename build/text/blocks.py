"""Blocks: what each paragraph of an article is, and which paragraphs only repeat an earlier one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsledger.schema.vocabularies import BlockType


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; `repeats` is the index of the earlier block it repeats, if it repeats one."""

    start: int
    end: int
    kind: BlockType
    repeats: int | None = None


def find_blocks(text: str) -> tuple[Block, ...]:
    """Split a text into typed blocks."""
    pattern = r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*" if "\n\n" in text else r"[^\n]+"
    spans = [(m.start() + len(m[0]) - len(m[0].lstrip()), m.start() + len(m[0].rstrip())) for m in re.finditer(pattern, text)]
    return tuple(Block(a, b, BlockType.BODY) for a, b in spans if a < b)
