"""The dates of a document, each stretch of it read once, and which of them date what its sentences tell."""

from __future__ import annotations

from newsledger.build.mentions.anchor import anchor_date
from newsledger.build.mentions.clause_dates import dates_aftermath, is_own_date
from newsledger.build.mentions.dates import DateMention, find_dates
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence


def dates_in(document: Document, start: int, end: int) -> tuple[DateMention, ...]:
    """The dates in a stretch of a document."""
    known: dict[tuple[int, int], tuple[DateMention, ...]] = vars(document).setdefault("_dates", {})
    if (start, end) not in known:
        known[start, end] = find_dates(document.view, start, end, anchor_date(document))
    return known[start, end]


def sentence_dates(document: Document, sentence: Sentence) -> tuple[DateMention, ...]:
    """The dates of a sentence."""
    return dates_in(document, sentence.start, sentence.end)


def own_dates(document: Document, sentence: Sentence) -> list[DateMention]:
    """The dates of a sentence that are no days of a saying, of a count or of an end."""
    return [d for d in sentence_dates(document, sentence) if is_own_date(document.view, sentence.start, d)]


def deed_dates(document: Document, sentence: Sentence) -> list[DateMention]:
    """The dates of a sentence on which what it tells was done, not when people dealt with it."""
    low = fold(document.view)
    return [d for d in own_dates(document, sentence) if not dates_aftermath(low, sentence.start, sentence.end, d)]
