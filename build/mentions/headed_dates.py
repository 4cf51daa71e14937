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


def headed_date(document: Document, sentence: Sentence) -> DateMention | None:
    """The day over a list item, or over a paragraph of a text that has several such headings; None if there is none."""
    first, text = document.blocks[sentence.block], document.article.text
    before = document.blocks[max(0, sentence.block - 1)]
    is_run_in = before.kind is BlockType.DATELINE and "\n" not in text[before.end : first.start]
    if is_run_in and (found := date_heading(document, before)) is not None:
        return found
    is_listed = LISTED.match(document.view, first.start) is not None
    if not is_listed and _headings(document) < 2:
        return None
    for block in reversed(document.blocks[max(0, sentence.block - REACH) : sentence.block]):
        found = date_heading(document, block)
        if found is not None:
            return found
        if is_listed and not LISTED.match(document.view, block.start):
            return None
    return None


def date_heading(document: Document, block: Block) -> DateMention | None:
    """The day that a block consists of ("21 March", "On Friday, 21 March:"); None when it says more or less."""
    if block.end - block.start > LONGEST:
        return None
    dates = dates_in(document, block.start, block.end)
    if len(dates) != 1 or dates[0].precision is not DatePrecision.DAY:
        return None
    low = fold(document.view)
    rest = low[block.start : dates[0].start].strip(), low[dates[0].end : block.end].strip()
    return dates[0] if rest[0] in ("", "on") and rest[1] in ("", ":", ".", "-", "–", "—") else None


@kept
def _headings(document: Document) -> int:
    """How many days stand as headings in the text."""
    return len({d.first for b in document.blocks if (d := date_heading(document, b)) is not None})
