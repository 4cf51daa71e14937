"""Issue date: the day on which a document says in its heading that it was issued, revised or last confirmed."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.sentence_dates import dates_in
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, DatePrecision, DateSource

# Blocks of a heading, at most.
HEAD = 12


@cache
def _issued() -> re.Pattern[str]:
    """Words of issuing at the beginning of a line."""
    return re.compile(rf"[•*\W]*(?:{trie_pattern(load_yaml('clauses')['issued'])})\b")


def issue_date(document: Document) -> DateMention | None:
    """The one full date of the first line of the heading that names one; None when it lies after publication."""
    published, low = document.article.metadata.published_date, fold(document.view)
    for block in document.blocks[:HEAD]:
        is_line = block.kind in (BlockType.HEADLINE, BlockType.DATELINE)
        if not (is_line or _issued().match(low, block.start, block.end)):
            continue
        dates = dates_in(document, block.start, block.end)
        days = [d for d in dates if d.source is DateSource.EXPLICIT and d.precision is DatePrecision.DAY]
        if len({day.first for day in days}) == 1:
            day = days[0]
            return day if published is None or (day.last is not None and day.last <= published) else None
    return None
