"""Cited dates: the day of the reports that a section names as its sources, where the section itself names none."""

from __future__ import annotations

import re
from datetime import timedelta

from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.sentence_dates import dates_in
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import DatePrecision

# “Title” — Publisher, 6 January 2009
CITATION = re.compile(
    r"[“\"'‘][^\n]{8,160}[”\"'’][.,]? ?(?:—|–|--|-|\(|,) ?[^\n]{2,60}, ?[^\n]{0,16}\b(?:1[89]|20)\d\d\)?\.?$"
)
REACH = 16
FRESH = timedelta(days=2)


@kept
def citations(document: Document) -> tuple[bool, ...]:
    """Which blocks cite a report."""
    texts = (document.view[block.start : block.end].rstrip() for block in document.blocks)
    return tuple(CITATION.search(text) is not None for text in texts)


def cited_date(document: Document, sentence: Sentence) -> DateMention | None:
    """The one day of all reports cited below a sentence, before the next section; None when they differ or are old."""
    published = document.article.metadata.published_date
    cited = citations(document)
    if not any(cited):
        return None
    found: list[DateMention] = []
    for number, block in enumerate(document.blocks[sentence.block : sentence.block + REACH], start=sentence.block):
        if not cited[number]:
            if found:
                break
            continue
        dates = dates_in(document, block.start, block.end)
        days = [d for d in dates if d.precision is DatePrecision.DAY]
        found += days[-1:]
    if not found or found[0].first is None or len({d.first for d in found}) > 1:
        return None
    is_fresh = published is None or published - FRESH <= found[0].first <= published
    return found[0] if is_fresh else None
