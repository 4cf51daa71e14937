"""Headed dates: the day that stands as a heading over the paragraphs or the list items below it."""

from __future__ import annotations

import re

from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.sentence_dates import dates_in
from newsledger.build.text.blocks import Block
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType, DatePrecision

LISTED = re.compile(r"[•●▪◦*–-] ?|\d{1,2}[.)] ")
LONGEST, REACH = 48, 12


def is_item(document: Document, block: Block) -> bool:
    """Whether a block is an item of a list."""
    return LISTED.match(document.view, block.start) is not None


def headed_date(document: Document, sentence: Sentence) -> DateMention | None:
    """The day over a list item, or over a paragraph of a text that has several such headings; None if there is none."""
    headings = _headings(document)
    if not headings:
        return None
    first, text = document.blocks[sentence.block], document.article.text
    above = sentence.block - 1
    if above in headings:
        before = document.blocks[above]
        if before.kind is BlockType.DATELINE and "\n" not in text[before.end : first.start]:
            return headings[above]
    is_listed = is_item(document, first)
    if not is_listed and len({date.first for date in headings.values()}) < 2:
        return None
    for number in range(above, max(-1, above - REACH), -1):
        if number in headings:
            return headings[number]
        if is_listed and not is_item(document, document.blocks[number]):
            return None
    return None


@kept
def _headings(document: Document) -> dict[int, DateMention]:
    """The days that stand as headings in the text, by the number of their block."""
    short = [(number, b) for number, b in enumerate(document.blocks) if b.end - b.start <= LONGEST]
    return {number: date for number, block in short if (date := _date_heading(document, block)) is not None}


def _date_heading(document: Document, block: Block) -> DateMention | None:
    """The day that a block consists of ("21 March", "On Friday, 21 March:"); None when it says more or less."""
    dates = dates_in(document, block.start, block.end)
    if len(dates) != 1 or dates[0].precision is not DatePrecision.DAY:
        return None
    low = fold(document.view)
    rest = low[block.start : dates[0].start].strip(), low[dates[0].end : block.end].strip()
    return dates[0] if rest[0] in ("", "on") and rest[1] in ("", ":", ".", "-", "–", "—") else None
