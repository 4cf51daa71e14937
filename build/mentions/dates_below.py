"""Dates below: the day that the sentences after one give to what it tells, as a headline's or a lead's."""

from __future__ import annotations

import re

from newsledger.build.mentions.clause_dates import clause_words, date_frames
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.lead import is_lead
from newsledger.build.mentions.other_times import opens_other_day, tells_of_many
from newsledger.build.mentions.sentence_dates import sentence_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

HAPPENING = re.compile(r"(?:the|that|this|these|both) ([\w-]+),?(?: ([\w-]+))?[, ]")
NEAR_OPENING = 48
# How many sentences below a lead and under a headline are looked at.
BELOW_LEAD, UNDER_HEADLINE = 2, 7


def _day_below(document: Document, sentence: Sentence, reach: int) -> DateMention | None:
    """The day of the news that the first paragraphs below a headline or a lead name, before they tell another."""
    dates, low = sentence_dates(document), fold(document.view)
    in_body = document.blocks[sentence.block].kind is BlockType.BODY
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + reach]:
        is_body = document.blocks[following.block].kind is BlockType.BODY
        if (in_body and not is_body) or opens_other_day(low, following.start):
            return None
        in_body = is_body
        news = dates[following.index].news
        if is_body and news:
            return news[0]
    return None


def day_below_lead(document: Document, sentence: Sentence) -> DateMention | None:
    """The day that the sentences below an undated lead give to its news."""
    return _day_below(document, sentence, BELOW_LEAD) if is_lead(document, sentence) else None


def day_below_headline(document: Document, headline: Sentence) -> DateMention | None:
    """The day of the news that the first sentences under a headline name."""
    return _day_below(document, headline, UNDER_HEADLINE)


def told_next(document: Document, sentence: Sentence) -> DateMention | None:
    """The date of a next sentence that says when it happened."""
    if sentence.index + 1 == len(document.sentences):
        return None
    following, dates = document.sentences[sentence.index + 1], sentence_dates(document)[sentence.index + 1].own
    if not dates or dates[0].is_since or following.block != sentence.block:
        return None
    low = fold(document.view)
    if opens_other_day(low, following.start) or tells_of_many(low, sentence.start, sentence.end):
        return None
    if date_frames()["taking_place"].pattern.match(low, following.start):
        return dates[0]
    happening = HAPPENING.match(low, following.start)
    if happening is None or clause_words("happenings").isdisjoint(happening.groups()):
        return None
    return dates[0] if dates[0].start - following.start <= NEAR_OPENING else None
