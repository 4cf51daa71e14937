"""The 1:1 normalised view: same length as the text, so that every offset means the same in both."""

from __future__ import annotations

from collections.abc import Iterable

from newsledger.build.text.blocks import Block


def make_view(clean: str, blocks: Iterable[Block]) -> str:
    """Replace each line break inside a block of a plain text by a space; between blocks breaks stay."""
    if "\n" not in clean:
        return clean
    pieces, last = [], 0
    for block in blocks:
        pieces.append(clean[last : block.start])
        pieces.append(clean[block.start : block.end].replace("\n", " "))
        last = block.end
    pieces.append(clean[last:])
    return "".join(pieces)
