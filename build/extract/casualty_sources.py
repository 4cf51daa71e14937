"""Sources of figures: whose words a toll stands in, and what kind of source that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.statement_reading import Said, read_statements
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.vocabularies import AttributionKind, SpeakerKind

PRONOUNS = frozenset(("he", "she", "it", "they", "him", "her", "them", "his", "their", "its", "who", "which", "we", "i"))
PROPER = re.compile(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Source:
    """A stretch of text that reports what somebody said, and the words that name who said it."""

    start: int
    end: int
    text: str
    kind: AttributionKind


@cache
def _kinds() -> tuple[tuple[AttributionKind, re.Pattern[str]], ...]:
    data = load_yaml("casualty_sources")
    return tuple((AttributionKind(kind), re.compile(rf"\b(?:{trie_pattern(words)})(?!\w)")) for kind, words in ((group["kind"], group["words"]) for group in data["kinds"]))


def kind_of(text: str, speaker: SpeakerKind | None = None) -> AttributionKind:
    """What kind of source a phrase names.

    >>> str(kind_of("the interior ministry")), str(kind_of("two residents")), str(kind_of("Ana Petrova", SpeakerKind.PERSON))
    ('official', 'witness', 'person')
    """
    low = text.lower().replace("’", "'")
    for kind, pattern in _kinds():
        if pattern.search(low):
            return kind
    if speaker is SpeakerKind.ORGANISATION:
        return AttributionKind.ORGANISATION
    if speaker is SpeakerKind.STATE:
        return AttributionKind.OFFICIAL
    if speaker is SpeakerKind.GROUP:
        return AttributionKind.BELLIGERENT
    if speaker is SpeakerKind.PERSON or PROPER.search(text[1:]):
        return AttributionKind.PERSON
    return AttributionKind.ANONYMOUS


def find_sources(annotated: Annotated) -> list[Source]:
    """Every reported stretch of an article with its source, in text order."""
    found = []
    for said in read_statements(annotated):
        if not isinstance(said, Said) or said.speaker is None:
            continue
        speaker = said.speaker
        text = " ".join(speaker.text.split())
        if text.lower() in PRONOUNS:
            text = speaker.name or ""
        if text:
            kind = kind_of(f"{text} {speaker.role or ''}", speaker.kind)
            found.append(Source(said.start, said.end, text, kind))
    return found


@cache
def _frames() -> tuple[re.Pattern[str], ...]:
    data = load_yaml("casualty_sources")
    after, before = trie_pattern(data["verbs_after"]), trie_pattern(data["verbs_before"])
    phrase = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Ll]ocal|\w+) )?(?:[\w.'’&-]+ ){0,9}?[\w.'’&-]+"
    return (
        re.compile(rf", (?P<who>{phrase}) (?:{after})\b[^,;]*[.”\"]?$", re.IGNORECASE),
        re.compile(rf"[-–—:] (?P<who>{phrase})$"),
        re.compile(rf"\A(?P<who>(?:The |A |An )?(?:[\w.'’&-]+ ){{0,6}}?[\w.'’&-]+) (?:has |have |had |also |has so far |have so far )?(?:{before})\b"),
        re.compile(r"\b[Bb]y (?:the )?(?:official |latest |own )?(?:count|account|reckoning|tally|estimate|figures) of (?P<who>[^,;]+),"),
        re.compile(r"\b[Bb]y (?P<who>[^,;]+?)(?:'s|’s) (?:own )?(?:count|account|reckoning|tally|estimate|figures),"),
        re.compile(r"\b[Aa]ccording to (?P<who>[^,;.]+)"),
    )


def nearby_source(sentence: str, start: int, end: int) -> tuple[str, AttributionKind] | None:
    """The source that a sentence names around `start:end` where no statement rule reads it."""
    for number, pattern in enumerate(_frames()):
        match = pattern.search(sentence)
        if match is None or not 0 < len(match["who"].split()) <= 12:
            continue
        if number < 2 and match.start("who") < end or number == 2 and not match.end() <= start + 1:
            continue
        who = match["who"]
        if who.lower() in PRONOUNS or number == 1 and not re.search(r"official|polic|source|medic|minist|army|monitor|report|UN|witness|group|agency|NGO|doctor|hospital|state", who):
            continue
        return who, kind_of(who)
    return None


def source_at(sources: list[Source], offset: int) -> Source | None:
    """The innermost reported stretch that holds an offset."""
    holding = [s for s in sources if s.start <= offset < s.end]
    return min(holding, key=lambda s: (s.end - s.start, s.start), default=None)
