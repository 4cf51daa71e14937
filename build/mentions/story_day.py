"""The day of the story: the one day of the news that a text names, which dates whatever of it stands undated."""

from __future__ import annotations

from itertools import pairwise

from newsledger.build.mentions.clause_dates import reports_speech
from newsledger.build.mentions.clauses import clause_end, clause_start
from newsledger.build.mentions.date_context import opens_clause
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.headed_dates import is_item
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.lead import is_lead
from newsledger.build.mentions.other_times import may_have_happened, opens_elsewhere, tells_other_time
from newsledger.build.mentions.sentence_dates import is_news_day, sentence_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
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
        found["listed"] += block.kind is BlockType.BODY and is_item(document, block)
    return max(found.values()) > 1


@kept
def story_day(document: Document) -> DateMention | None:
    """The day on which the lead says it happened, if no later sentence names another; else the day it was told."""
    low, dates = fold(document.view), sentence_dates(document)
    happened, told, dealt_with = list[DateMention](), list[DateMention](), False
    for sentence in document.sentences:
        in_lead = is_lead(document, sentence)
        if not (in_lead or happened or dealt_with):
            break
        named = dates[sentence.index]
        if not named.dates or document.blocks[sentence.block].kind is not BlockType.BODY:
            continue
        if opens_elsewhere(low, sentence.start):
            continue
        happened += [d for d in named.news if not opens_clause(document, d)]
        dealt_with = dealt_with or named.tells_aftermath
        if in_lead and named.said is not None and is_news_day(document, named.said):
            told.append(named.said)
    days = {day.first for day in happened or told}
    return (happened or told)[0] if len(days) == 1 and not _is_digest(document) else None


def tells_story(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether what stands at `start:end` tells of the one story of its text, not of another time."""
    low, in_lead = fold(document.view), is_lead(document, sentence)
    clause = low[clause_start(low, sentence.start, start) : clause_end(low, end, sentence.end)]
    if not tells_other_time(clause, in_lead, True):
        return True
    is_reported = reports_speech(document.view, sentence.start, sentence.end)
    return is_reported and not tells_other_time(clause, in_lead, True, True)


def tells_past(document: Document, sentence: Sentence, start: int, end: int) -> bool:
    """Whether the clause says what may have happened, not what may come."""
    low = fold(document.view)
    return may_have_happened(low[clause_start(low, sentence.start, start) : clause_end(low, end, sentence.end)])
