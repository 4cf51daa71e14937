"""Dates below: the day that the sentences after one give to what it tells, as a headline's or a lead's."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.clause_dates import date_frames
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.news_days import is_lead, news_days
from newsledger.build.mentions.other_times import opens_other_day, tells_of_many
from newsledger.build.mentions.sentence_dates import own_dates
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

HAPPENING = re.compile(r"(?:the|that|this|these|both) ([\w-]+),?(?: ([\w-]+))?[, ]")
NEAR_OPENING = 48
# How many sentences below a lead and under a headline are looked at.
BELOW_LEAD, UNDER_HEADLINE = 2, 7


@cache
def _happenings() -> frozenset[str]:
    return frozenset(load_yaml("clauses")["happenings"])


def _day_below(document: Document, sentence: Sentence, reach: int) -> DateMention | None:
    """The day of the news that the first paragraphs below a headline or a lead name, before they tell another."""
    in_body = document.blocks[sentence.block].kind is BlockType.BODY
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + reach]:
        is_body = document.blocks[following.block].kind is BlockType.BODY
        if (in_body and not is_body) or opens_other_day(fold(document.view), following.start):
            return None
        in_body = is_body
        days = news_days(document, following) if is_body else []
        if days:
            return days[0]
    return None


def day_below_lead(document: Document, sentence: Sentence) -> DateMention | None:
    """The day that the sentences below an undated lead give to its news."""
    return _day_below(document, sentence, BELOW_LEAD) if is_lead(document, sentence) else None


def day_below_headline(document: Document, headline: Sentence) -> DateMention | None:
    """The day of the news that the first sentences under a headline name."""
    return _day_below(document, headline, UNDER_HEADLINE)


def told_next(document: Document, sentence: Sentence) -> DateMention | None:
    """The date of a next sentence that says when it happened."""
    following = document.sentences[sentence.index + 1] if sentence.index + 1 < len(document.sentences) else None
    if following is None or following.block != sentence.block:
        return None
    low = fold(document.view)
    if opens_other_day(low, following.start) or tells_of_many(low, sentence.start, sentence.end):
        return None
    tells = date_frames()["taking_place"].pattern.match(low, following.start)
    happening = HAPPENING.match(low, following.start)
    if not tells and not (happening and not _happenings().isdisjoint(happening.groups())):
        return None
    dates = own_dates(document, following)
    if not dates or dates[0].is_since:
        return None
    return dates[0] if tells or dates[0].start - following.start <= NEAR_OPENING else None
