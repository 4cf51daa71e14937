"""Units: sentences rejoined where a quotation spans them, quotations masked, words listed."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, repeat
from typing import NamedTuple

from newsledger.build.extract.statements.rules import section
from newsledger.build.text.document import Document
from newsledger.build.text.quotes import Quote
from newsledger.schema.vocabularies import BlockType

MASK = "\x01"
WORD = re.compile(r"\x01+|[^\W_]\w*(?:(?:[’'\-.&/](?=\w)|(?<=\d)[,:](?=\d))\w*)*\.?|[^\w\s]")
SPLIT = re.compile(f"({WORD.pattern})")
BULLET = re.compile(r"(?:[-–—•*·▪●]|\d{1,2}[.)]) +")


class Word(NamedTuple):
    """A word, mark or masked quotation; offsets are those of the document."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_quote(self) -> bool:
        """Whether the word stands for a quotation."""
        return self.text[0] == MASK


@dataclass(frozen=True)
class Unit:
    """A stretch of one block that reads as a sentence once its quotations count as single words."""

    start: int
    end: int
    block: int
    index: int
    masked: str

    @property
    def text(self) -> str:
        """The unit with its quotations masked."""
        return self.masked[self.start : self.end]

    @cached_property
    def words(self) -> list[Word]:
        """Words, marks and masked quotations."""
        pieces = SPLIT.split(self.text)
        ends = list(accumulate(map(len, pieces), initial=self.start))
        texts = pieces[1::2]
        fields = zip(ends[1::2], ends[2::2], texts, map(str.lower, texts), strict=False)
        return list(map(tuple.__new__, repeat(Word), fields))

    @cached_property
    def lows(self) -> list[str]:
        """The words in lower case."""
        return [word.low for word in self.words]

    @cached_property
    def starts(self) -> list[int]:
        """Where the words begin."""
        return [word.start for word in self.words]

    def word_at(self, offset: int) -> int:
        """The index of the first word that begins at or after an offset."""
        return bisect_left(self.starts, offset)


def low_at(unit: Unit, at: int) -> str:
    """The word that begins at an offset, in lower case; empty if none does."""
    k = unit.word_at(at)
    return unit.words[k].low if k < len(unit.words) and unit.words[k].start == at else ""


def mask_quotes(view: str, quotes: tuple[Quote, ...]) -> str:
    """Put one mask over every quotation; a comma before the closing mark stays, since it ends a clause.

    >>> mask_quotes('He said "go".', (Quote(9, 11, 8, 12, 0),)).replace(MASK, "_")
    'He said ____.'
    """
    pieces, last = [], 0
    for quote in quotes:
        if quote.outer_start < last:
            continue
        pieces.append(view[last : quote.outer_start])
        length, inside = quote.outer_end - quote.outer_start, view[quote.outer_start : quote.end].rstrip()
        if inside.endswith(",") and len(inside) > 1:
            pieces.append(MASK * (len(inside) - 1) + "," + " " * (length - len(inside)))
        else:
            pieces.append(MASK * length)
        last = quote.outer_end
    pieces.append(view[last:])
    return "".join(pieces)


def find_units(document: Document) -> tuple[Unit, ...]:
    """List the units of all blocks that are neither boilerplate nor repeats."""
    masked = mask_quotes(document.view, document.quotes)
    spans: list[tuple[int, int, int]] = []
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockType.BOILERPLATE or block.repeats is not None:
            continue
        inside = spans and spans[-1][2] == sentence.block and _inside_quote(masked, spans[-1][1], sentence.start)
        start = spans.pop()[0] if inside else sentence.start
        spans.append((start, sentence.end, sentence.block))
    units: list[Unit] = []
    for start, end, number in spans:
        first = start
        if (start == document.blocks[number].start and (m := section("datelines").match(masked, start, end))) or (
            m := BULLET.match(masked, start, end)
        ):
            first = m.end()
        while end > first and masked[end - 1] in " .!?…":
            end -= 1
        if first < end:
            units.append(Unit(first, end, number, len(units), masked))
    return tuple(units)


def _inside_quote(masked: str, end: int, start: int) -> bool:
    return all(mark == MASK for mark in masked[end - 1 : start + 1])
