"""The day of the story: the one day of the news that a text names, which dates whatever of it stands undated."""

from __future__ import annotations

from itertools import pairwise

from newsledger.build.mentions.clause_dates import reports_speech
from newsledger.build.mentions.clauses import clause_end, clause_start
from newsledger.build.mentions.date_context import opens_clause, said_date
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.headed_dates import LISTED
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.news_days import is_lead, is_news_day, news_days
from newsledger.build.mentions.other_times import may_have_happened, opens_elsewhere, tells_other_time
from newsledger.build.mentions.sentence_dates import deed_dates, own_dates
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType

# Words but one of a headline that tells a story, as a heading between the paragraphs of one does not.
LONG_HEADING = 3


def _is_digest(document: Document) -> bool:
    """Whether a text tells several stories: each under its own headline or dateline, or as an item of a list."""
    view, found = document.view, dict.fromkeys(("headed", "sited", "listed"), 0)
    body = next((n for n, block in enumerate(document.blocks) if block.kind is BlockType.BODY), 0)
    for block, following in pairwise((*document.blocks[body:], document.blocks[-1])):
        is_story = block.kind is BlockType.HEADLINE and following.kind is not BlockType.HEADLINE
        found["headed"] += is_story and view.count(" ", block.start, block.end) >= LONG_HEADING
        found["sited"] += block.kind is BlockType.DATELINE
        found["listed"] += block.kind is BlockType.BODY and LISTED.match(view, block.start) is not None
    return max(found.values()) > 1


@kept
def story_day(document: Document) -> DateMention | None:
    """The day on which the lead says it happened, if no later sentence names another; else the day it was told."""
    if _is_digest(document):
        return None
    low = fold(document.view)
    happened, told, dealt_with = list[DateMention](), list[DateMention](), False
    for sentence in document.sentences:
        in_lead = is_lead(document, sentence)
        if not (in_lead or happened or dealt_with):
            break
        if document.blocks[sentence.block].kind is not BlockType.BODY or opens_elsewhere(low, sentence.start):
            continue
        happened += [d for d in news_days(document, sentence) if not opens_clause(document, d)]
        dealt_with = dealt_with or len(deed_dates(document, sentence)) < len(own_dates(document, sentence))
        said = said_date(document, sentence) if in_lead else None
        if said is not None and is_news_day(document, said):
            told.append(said)
    days = happened or told
    return days[0] if len({day.first for day in days}) == 1 else None


def tells_story(document: Document, start: int, end: int) -> bool:
    """Whether what stands at `start:end` tells of the one story of its text, not of another time."""
    low, sentence = fold(document.view), document.sentence_at(start)
    if own_dates(document, sentence):
        return False
    is_reported = reports_speech(document.view, sentence.start, sentence.end)
    clause = low[clause_start(low, sentence.start, start) : clause_end(low, end, sentence.end)]
    return not tells_other_time(clause, is_lead(document, sentence), True, is_reported)


def tells_past(document: Document, start: int, end: int) -> bool:
    """Whether the clause says what may have happened, not what may come."""
    low, sentence = fold(document.view), document.sentence_at(start)
    return may_have_happened(low[clause_start(low, sentence.start, start) : clause_end(low, end, sentence.end)])
