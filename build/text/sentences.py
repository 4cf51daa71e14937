"""Sentences within blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsledger.build.text.blocks import Block
from newsledger.build.text.quotes import Quote
from newsledger.build.text.stops import ends_sentence

# A stop with its closing marks, before a space or glued to the next word ("troops.The").
STOP = re.compile(
    r"""(?P<stop>[.!?…][.!?…]*)(?P<close>(?:["'”’»)\]]|‘‘(?!\w)|\[\d+\])*)(?= +\S|(?P<glued>[A-Z][\w’']*[ ,]))"""
)
GLUED_AFTER = re.compile(r"[a-z\d’'][a-z\d)]")
BULLETS = "•▪●‣◦·"
BULLET = re.compile(rf" (?=[{BULLETS}] *\w)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `block` is the index of the block it stands in, `index` its own place in the document."""

    start: int
    end: int
    block: int
    index: int


def find_sentences(view: str, blocks: Sequence[Block], quotes: Sequence[Quote]) -> tuple[Sentence, ...]:
    """Split every block into sentences that cover it, spaces between sentences excepted."""
    closing = frozenset(quote.outer_end for quote in quotes if quote.closed)
    bullets = any(bullet in view for bullet in BULLETS)
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        forced = [m.start() for m in BULLET.finditer(view, block.start, block.end)] if bullets else []
        ends = _stop_ends(view, block, closing)
        for end in sorted([*ends, *forced]) if forced else ends:
            if end <= start:
                continue
            last = start + len(view[start:end].rstrip())
            found.append(Sentence(start, last, number, len(found)))
            start = end
            while start < block.end and view[start] == " ":
                start += 1
        if start < block.end:
            found.append(Sentence(start, block.end, number, len(found)))
    return tuple(found)


def _stop_ends(view: str, block: Block, closing: frozenset[int]) -> Iterator[int]:
    """Where sentences of a block end."""
    start = block.start
    for match in STOP.finditer(view, block.start, block.end):
        if match["glued"]:
            end = _glued_end(view, match, start, closing)
        else:
            stop, stop_end = match.span("stop")
            end = match.end() if ends_sentence(view, start, stop, stop_end, match.end(), block.end) else None
        if end is not None:
            yield end
            start = end
            while start < block.end and view[start] == " ":
                start += 1


def _glued_end(view: str, match: re.Match[str], start: int, closing: frozenset[int]) -> int | None:
    """Where a sentence ends that runs into the next one without a space; None in an address or a name."""
    stop = match.start()
    before = view[max(start, stop - 2) : stop]
    if len(before) < 2 or not GLUED_AFTER.fullmatch(before):
        return None
    if match["close"]:
        if match.end() in closing or match["close"] == ")":
            return match.end()
        return match.end("stop") if match["close"] == '"' else None
    word = view[max(start, stop - 40) : stop].rsplit(" ", 1)[-1]
    if "@" in word or "/" in word or word.startswith("www.") or (word[:1].isupper() and match["stop"] != "."):
        return None
    return match.end()
