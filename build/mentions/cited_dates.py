"""Cited dates: the day of the reports that a section names as its sources, where the section itself names none."""

from __future__ import annotations

from datetime import timedelta

from newsledger.build.mentions.clause_dates import date_frames
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.sentence_dates import dates_in
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import DatePrecision

REACH = 16
FRESH = timedelta(days=2)


@kept
def citations(document: Document) -> frozenset[int]:
    """The numbers of the blocks that cite a report."""
    cited, view = date_frames()["cited"].pattern, document.view
    return frozenset([n for n, block in enumerate(document.blocks) if cited.search(view, block.start, block.end)])


def cited_date(document: Document, sentence: Sentence) -> DateMention | None:
    """The one day of all reports cited below a sentence, before the next section; None when they differ or are old."""
    cited = citations(document)
    if not cited:
        return None
    found: list[DateMention] = []
    for number, block in enumerate(document.blocks[sentence.block : sentence.block + REACH], start=sentence.block):
        if number in cited:
            dates = dates_in(document, block.start, block.end)
            found += [d for d in dates if d.precision is DatePrecision.DAY][-1:]
        elif found:
            break
    if not found or found[0].first is None or len({d.first for d in found}) > 1:
        return None
    published = document.article.metadata.published_date
    is_fresh = published is None or published - FRESH <= found[0].first <= published
    return found[0] if is_fresh else None
