"""Sentences within blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.build.text.blocks import Block
from newsledger.build.text.quotes import Quote
from newsledger.build.text.stops import ends_sentence

# A stop with its closing marks, then a space; or glued to the next word ("troops.The"); or a bullet.
CANDIDATE = re.compile(
    r"""(?P<stop>[.!?…]+)(?P<close>(?:["'”’»)\]]|\[\d+\])*)(?= +\S)"""
    r"""|(?<=[a-z\d][a-z\d)])(?P<glued>[.!?])["”’]?(?=[A-Z][\w’']*[ ,])|(?<=[\w.!?;,:)])(?= +[•▪●‣◦·] +)"""
)


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
    found: list[Sentence] = []
    for number, block in enumerate(blocks):
        start = block.start
        for match in CANDIDATE.finditer(view, block.start, block.end):
            end = _sentence_end(view, match, start, block.end, closing)
            if end is None or end <= start:
                continue
            found.append(Sentence(start, end, number, len(found)))
            start = end
            while start < block.end and view[start] == " ":
                start += 1
        if start < block.end:
            found.append(Sentence(start, block.end, number, len(found)))
    return tuple(found)


def _sentence_end(view: str, match: re.Match[str], start: int, block_end: int, closing: frozenset[int]) -> int | None:
    """Where the sentence ends if the candidate ends one."""
    if match["stop"]:
        if ends_sentence(view, start, match.start(), match.end("stop"), match.end(), block_end):
            return match.end()
        return None
    if match["glued"]:
        return _glued_end(view, match, start, closing)
    return match.end()


def _glued_end(view: str, match: re.Match[str], start: int, closing: frozenset[int]) -> int | None:
    """Where a sentence ends that runs into the next one without a space; None in an address or a name."""
    if match.end() - match.end("glued") and match.end() not in closing:
        return match.end("glued") if view[match.end() - 1] == '"' else None
    word = view[max(start, match.start() - 40) : match.start()].rsplit(" ", 1)[-1]
    if "@" in word or "/" in word or word.startswith("www.") or word[:1].isupper() and match["glued"] != ".":
        return None
    return match.end()
