"""Units: sentences rejoined where a quotation spans them, quotations masked, words and cues listed."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.extract.statements.cues import WORD, Cue, find_cues
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.words import MASK, Words
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.build.text.quotes import Quote
from newsledger.schema.vocabularies import BlockType

BULLETS = frozenset("-–—•*·▪●0123456789")
BULLET = re.compile(r"(?:[-–—•*·▪●]|\d{1,2}[.)]) +")
CLOSING = " .!?…"


@dataclass(eq=False)
class Unit:
    """A stretch of one block that reads as a sentence once its quotations count as single words.

    `cues` holds the cues of each kind, `quotes` the quotations that are not empty.
    """

    start: int
    end: int
    block: int
    index: int
    masked: str
    cues: dict[int, list[Cue]]
    quotes: list[Quote]

    @property
    def text(self) -> str:
        """The unit with its quotations masked."""
        return self.masked[self.start : self.end]

    @cached_property
    def words(self) -> Words:
        """Words, marks and masked quotations."""
        return Words(self.masked, self.start, self.end)

    @property
    def ends_with_colon(self) -> bool:
        """Whether a colon ends the unit."""
        return self.masked[self.end - 1] == ":"

    def cue_words(self) -> list[int]:
        """The indices of the words that may report."""
        words, starts = self.words, self.words.starts
        found = [(start, words.at(start)) for start, _, _ in self.cues.get(WORD, ())]
        return [k for start, k in found if k < len(starts) and starts[k] == start]


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
    units: list[Unit] = []
    for start, end, number in _spans(document, masked):
        first = start
        if (start == document.blocks[number].start and (m := section("datelines").match(masked, start, end))) or (
            masked[start] in BULLETS and (m := BULLET.match(masked, start, end))
        ):
            first = m.end()
        while end > first and masked[end - 1] in CLOSING:
            end -= 1
        if first < end:
            units.append(Unit(first, end, number, len(units), masked, {}, []))
    starts = [unit.start for unit in units]
    for cue in find_cues(fold(masked)):
        if unit := _unit_at(units, starts, cue[0]):
            unit.cues.setdefault(cue[2], []).append(cue)
    for quote in document.quotes:
        if document.view[quote.start : quote.end].strip() and (unit := _unit_at(units, starts, quote.outer_start)):
            unit.quotes.append(quote)
    return tuple(units)


def _unit_at(units: list[Unit], starts: list[int], offset: int) -> Unit | None:
    """The unit that holds an offset."""
    k = bisect_right(starts, offset) - 1
    return units[k] if k >= 0 and offset < units[k].end else None


def _spans(document: Document, masked: str) -> list[tuple[int, int, int]]:
    """The sentences of the blocks that are read, joined where a quotation spans them; each with its block."""
    read = [block.kind is not BlockType.BOILERPLATE and block.repeats is None for block in document.blocks]
    spans: list[tuple[int, int, int]] = []
    for sentence in document.sentences:
        if not read[sentence.block]:
            continue
        start = sentence.start
        if spans and spans[-1][2] == sentence.block and not masked[spans[-1][1] - 1 : start + 1].strip(MASK):
            start = spans.pop()[0]
        spans.append((start, sentence.end, sentence.block))
    return spans
