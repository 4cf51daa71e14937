"""Sentences within blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.build.text.blocks import Block
from newsledger.build.text.quotes import Quote

ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Rear|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|No|approx|[A-Z])|[A-Z]\.[A-Z])\.$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is the index of the block it stands in, `index` its own place in the document."""

    start: int
    end: int
    block: int
    index: int


def find_sentences(view: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> tuple[Sentence, ...]:
    """Split every block into sentences that cover it, spaces between sentences excepted."""
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        for match in re.finditer(r"[.!?][\"'”’)\]]* +(?=[\"'“‘(\[]?[A-Z0-9])", view[block.start : block.end]):
            end = block.start + len(match[0].rstrip()) + match.start()
            if ABBREVIATION.search(view[start:end]):
                continue
            found.append(Sentence(start, end, number, len(found)))
            start = block.start + match.end()
        if start < block.end:
            found.append(Sentence(start, block.end, number, len(found)))
    return tuple(found)
