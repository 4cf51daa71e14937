"""Days by name: weekdays, "yesterday", "tomorrow", "overnight"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.date_calendar import Context
from newsledger.build.mentions.date_reading import DateKind, Reading, date_words
from newsledger.build.mentions.date_reckoning import day_span, nearest_weekday, shifted, week_span
from newsledger.schema.vocabularies import DatePrecision

PARTS = r"(?:night|morning|afternoon|evening|midday|noon|dawn|lunchtime|overnight|midnight)"
DAY_PREFIX = re.compile(
    r"(?:(?P<over>overnight (?:from |on |into )?)"
    r"|(?:(?:very |extremely )?(?:early|late)|earlier|later)(?: on)? (?:last |this |next )?"
    r"|(?P<near>last|next|this(?: past| coming)?|the (?:following|previous|next)|(?:the )?same) )$"
)
DAY_SUFFIX = re.compile(rf"(?: {PARTS}\b)?(?P<week> (?:of )?(?P<which>last|this|next) week\b)?")
PART_BEHIND = re.compile(rf" {PARTS}\b")
IN_STORY = re.compile("following|previous|same|the next")
ADVERBS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
ADVERB_PREFIX = re.compile(r"(?:\b(?:the day (?P<far>before|after)|earlier|later|early|late) )$")
FOLLOWER = re.compile(r"[ -]([a-z]+)")
SINCE = re.compile(r"\bsince (?:last )?$")
WEEKS = {"last": -1, "this": 0, "next": 1}
OPENING_MARKS = '“"‘('


@cache
def _behind_weekday() -> re.Pattern[str]:
    """What stands behind a weekday that is part of another name."""
    names, weekdays = trie_pattern(date_words("weekday_names_behind")), trie_pattern(date_words("weekdays"))
    return re.compile(rf" (?:{names})\b|-(?!{weekdays})[a-z]")


def _word_before(context: Context, at: int) -> str:
    """The word before an offset, without opening marks."""
    return context.low[max(context.floor, at - 14) : at].rstrip().rpartition(" ")[2].lstrip(OPENING_MARKS)


def read_weekday(context: Context, at: int, word: str) -> Reading | None:
    """Read a weekday with the words that belong to it: "late on Tuesday", "next Friday", "Saturday last week"."""
    end = at + len(word)
    if not context.view[at].isupper() or _is_weekday_name(context, at, end):
        return None
    suffix = DAY_SUFFIX.match(context.low, end)
    stop = suffix.end() if suffix else end
    prefix = DAY_PREFIX.search(context.low, max(context.floor, at - 30), at)
    start = prefix.start() if prefix else at
    near = prefix["near"] if prefix else None
    if context.published is None or (near and IN_STORY.search(near)):
        return Reading(start, stop, None, DateKind.WEEKDAY)
    week = suffix["which"] if suffix else None
    day = _weekday(context, context.published, (at, stop), load_yaml("dates")["weekdays"][word], near, week)
    if prefix and prefix["over"] and "into" in prefix["over"]:
        return Reading(start, stop, (shifted(day, -1), day, DatePrecision.DAYS), DateKind.WEEKDAY)
    return Reading(start, stop, day_span(day), DateKind.WEEKDAY)


def _is_weekday_name(context: Context, at: int, end: int) -> bool:
    """Whether a weekday is part of a name ("Bloody Sunday", "the Sunday Times") or of a compound."""
    if _word_before(context, at) in date_words("weekday_names_before") and context.low[at - 1 : at] == " ":
        return True
    named = _behind_weekday().match(context.low, end)
    return named is not None and (named[0][0] == "-" or context.view[end + 1].isupper())


def _weekday(
    context: Context, published: date, place: tuple[int, int], weekday: int, near: str | None, week: str | None
) -> date:
    """Reckon a weekday from its qualifier, else from the tense of its clause."""
    if week:
        return shifted(week_span(published, WEEKS[week])[0], weekday)
    same = weekday == published.weekday()
    if near and near.startswith(("next", "this coming")):
        return shifted(nearest_weekday(published, weekday, forward=True), 7 if same else 0)
    if near in ("last", "this past"):
        return shifted(nearest_weekday(published, weekday, forward=False), -7 if same else 0)
    if same and SINCE.search(context.low, max(context.floor, place[0] - 16), place[0]):
        return shifted(published, -7)
    return nearest_weekday(published, weekday, forward=context.ahead(*place))


def read_adverb(context: Context, at: int, word: str) -> Reading | None:
    """Read "yesterday", "today", "tonight" and "tomorrow", with a part of the day."""
    if context.view[at].isupper() and _word_before(context, at) in date_words("today_names_before"):
        return None
    end = at + len(word)
    part = PART_BEHIND.match(context.low, end)
    prefix = ADVERB_PREFIX.search(context.low, max(context.floor, at - 18), at)
    delta = ADVERBS[word]
    if prefix and prefix["far"]:
        delta += -1 if prefix["far"] == "before" else 1
    span = day_span(shifted(context.published, delta)) if context.published else None
    return Reading(prefix.start() if prefix else at, part.end() if part else end, span, DateKind.DEICTIC)


def read_overnight(context: Context, at: int, word: str) -> Reading | None:
    """Read "overnight": the night before publication."""
    end = at + len(word)
    follower = FOLLOWER.match(context.low, end)
    if follower and follower[1] in date_words("overnight_nouns"):
        return None
    published = context.published
    span = (shifted(published, -1), published, DatePrecision.DAYS) if published else None
    return Reading(at, end, span, DateKind.DEICTIC)
