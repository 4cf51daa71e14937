"""Blocks: what each paragraph of an article is, and which paragraphs only repeat an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from newsledger.build.text.block_kinds import find_kinds, is_open
from newsledger.build.text.datelines import dateline_end
from newsledger.build.text.echoes import find_echoes
from newsledger.build.text.paragraphs import find_paragraphs
from newsledger.schema.vocabularies import BlockType

SHORTEST_CAPTION_WORDS = 6


class Block(NamedTuple):
    """A paragraph, or the dateline it opens with.

    `repeats` is the index of the block whose words it tells again: an earlier one, or a longer one that holds it whole.
    """

    start: int
    end: int
    kind: BlockType
    repeats: int | None = None


def find_blocks(clean: str, title: str | None = None) -> tuple[Block, ...]:
    """Split a plain text into typed blocks; a title known from elsewhere helps to find the headline."""
    spans = find_paragraphs(clean)
    texts = [clean[start:end] for start, end in spans]
    spans, texts, kinds = _split_datelines(spans, texts, find_kinds(texts, title))
    echoes = find_echoes(texts, kinds)
    _mark_captions(texts, kinds, echoes)
    return tuple(
        Block(start, end, kind, repeats) for (start, end), kind, repeats in zip(spans, kinds, echoes, strict=True)
    )


def _split_datelines(
    spans: Sequence[tuple[int, int]], texts: Sequence[str], kinds: Sequence[BlockType]
) -> tuple[list[tuple[int, int]], list[str], list[BlockType]]:
    """Give the dateline a body paragraph opens with a block of its own."""
    new: list[tuple[tuple[int, int], str, BlockType]] = []
    first_body = True
    for (start, end), text, kind in zip(spans, texts, kinds, strict=True):
        if kind is BlockType.BODY:
            length = dateline_end(text, first_body)
            first_body = False
            if length:
                place = text[:length].rstrip()
                new.append(((start, start + len(place)), place, BlockType.DATELINE))
                start, text = start + length, text[length:]
        new.append(((start, end), text, kind))
    return [item[0] for item in new], [item[1] for item in new], [item[2] for item in new]


def _mark_captions(texts: Sequence[str], kinds: list[BlockType], echoes: Sequence[int | None]) -> None:
    """Mark as captions the lines told twice in a row, and those that echo a paragraph, after the body has begun."""
    body = next((number for number, kind in enumerate(kinds) if kind is BlockType.BODY), len(kinds))
    for number, other in enumerate(echoes):
        if other is None or not is_open(texts[number]) or len(texts[number].split()) < SHORTEST_CAPTION_WORDS:
            continue
        pair = (number, other) if other == number - 1 else (number,)
        for place in pair:
            if (
                place > body
                and kinds[place] not in (BlockType.BOILERPLATE, BlockType.DATELINE)
                and is_open(texts[place])
            ):
                kinds[place] = BlockType.CAPTION
