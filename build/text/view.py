"""The 1:1 normalised view: same length as the text, so that every offset means the same in both."""

from __future__ import annotations

from collections.abc import Iterable

from newsledger.build.text.blocks import Block

SPACES = dict.fromkeys(map(ord, "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\v\f\u2028\u2029"), " ")
MARKS = {ord("`"): "‘", ord("\u2011"): "-", ord("\u2010"): "-"}


def make_view(text: str, blocks: Iterable[Block]) -> str:
    """Replace each odd space, and each line break inside a block, by a plain space; between blocks breaks stay."""
    pieces, last = [], 0
    for block in blocks:
        pieces.append(text[last : block.start])
        pieces.append(text[block.start : block.end].translate(SPACES | MARKS))
        last = block.end
    pieces.append(text[last:])
    return "".join(pieces)
