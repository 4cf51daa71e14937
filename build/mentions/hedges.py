"""Hedges: modality, negation and temporal role of what is said at a place in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple, TypeVar

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.date_context import date_in_sentence
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.fold import fold
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, DatePrecision, Modality, TemporalRole

WORD = re.compile(r"[a-z'’-]+")
TOKEN = re.compile(r"\S+")
RELATIVE_BEFORE = re.compile(r", (?:who|which|whose|where|whom)\b[^,]*$")
# A cue inside a long trigger counts only among its first words.
HEAD = re.compile(r"(?:\S+ ){0,11}\S+")
OLD_DAYS = 10
OLD_SINCE_DAYS = 90
# What decides when several cues reach the same words.
STRENGTH = (Modality.DENIED, Modality.POSSIBLE, Modality.PLANNED, Modality.ALLEGED)
ROLES = (TemporalRole.FORECAST, TemporalRole.BACKGROUND)
V = TypeVar("V", Modality, TemporalRole)


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """A row of the data file, ready to be matched."""

    value: str
    pattern: re.Pattern[str]
    exclude: re.Pattern[str] | None
    direction: str
    scope: int | str
    stop: re.Pattern[str]
    is_headline: bool
    is_lexical: bool


class Scope(NamedTuple):
    """What a cue in the text reaches."""

    start: int
    end: int
    cue_start: int
    cue_end: int
    value: str
    is_lexical: bool

    def reaches(self, start: int, end: int) -> bool:
        """Whether a trigger lies in the scope, or the cue inside the trigger (a verb does not hedge itself)."""
        if start <= self.cue_start and self.cue_end <= end:
            return not (self.is_lexical and self.cue_start == start)
        return self.start <= start < self.end or (self.start <= start and end <= self.end)


@cache
def stop_pattern(through: tuple[str, ...]) -> re.Pattern[str]:
    """Where a scope ends, some words excepted."""
    data = load_yaml("hedges")
    stops, resuming = trie_pattern(set(data["stops"]).difference(through)), trie_pattern(data["stops_after_comma"])
    marks = rf"[;:]|[,.?!][\"”’](?= )| [-–—]+ |—|, (?:{resuming})\b"
    return re.compile(rf"{marks}|(?<![\w-])(?:{stops})\b(?! (?:many|well|much|few|soon) )")


@cache
def cues() -> dict[str, tuple[Cue, ...]]:
    """The rows of the data file by the words that call for them."""
    by_word: dict[str, list[Cue]] = {}
    for table in ("modality", "temporal_role"):
        for row in load_yaml("hedges")[table]:
            cue = _cue(row)
            for word in set(row["anchors"]):
                by_word.setdefault(word, []).append(cue)
    return {word: tuple(called) for word, called in by_word.items()}


def _cue(row: dict[str, Any]) -> Cue:
    """Compile a row."""
    return Cue(
        row["value"],
        re.compile(row["pattern"]),
        re.compile(row["exclude"]) if "exclude" in row else None,
        row["direction"],
        row["scope"],
        stop_pattern(tuple(row.get("through", ()))),
        row.get("headline", False),
        row.get("lexical", False),
    )


@lru_cache(maxsize=256)
def scopes(document: Document, number: int) -> tuple[Scope, ...]:
    """The scopes of all cues in a sentence of a document."""
    sentence, low, by_word = document.sentences[number], fold(document.view), cues()
    words = by_word.keys() & WORD.findall(low, sentence.start, sentence.end)
    if not words:
        return ()
    text = low[sentence.start : sentence.end]
    is_headline = document.blocks[sentence.block].kind is BlockType.HEADLINE
    found: list[Scope] = []
    for cue in {cue for word in words for cue in by_word[word]}:
        if cue.is_headline and not is_headline:
            continue
        for match in cue.pattern.finditer(text):
            if cue.exclude is None or not _is_excluded(cue.exclude, text, match):
                found.extend(_scopes_of(cue, text, match, sentence.start))
    return tuple(found)


def _is_excluded(exclude: re.Pattern[str], text: str, match: re.Match[str]) -> bool:
    """Whether an excluding phrase overlaps the cue."""
    start, end = match.span()
    return any(found.end() > start and found.start() < end for found in exclude.finditer(text, start - 70, end + 70))


def _scopes_of(cue: Cue, text: str, match: re.Match[str], base: int) -> list[Scope]:
    """The stretches that a cue reaches, in document offsets."""
    stretches = []
    begin, behind = match.span("cue" if "cue" in cue.pattern.groupindex else 0)
    if cue.direction in ("inside", "both"):
        stretches.append((match.start(), match.end()))
    if cue.direction in ("forward", "both"):
        stretches.append((begin + 1, _reach_forward(cue, text, behind)))
    if cue.direction in ("backward", "both"):
        stretches.append((_reach_back(cue, text, begin), begin))
    return [Scope(base + a, base + b, base + begin, base + behind, cue.value, cue.is_lexical) for a, b in stretches]


def _reach_forward(cue: Cue, text: str, at: int) -> int:
    """Where a forward scope ends."""
    if cue.scope == "sentence":
        return len(text)
    stop = cue.stop.search(text, at + 1)
    end = stop.start() if stop else len(text)
    if RELATIVE_BEFORE.search(text, max(0, at - 80), at) and (comma := text.find(",", at, end)) >= 0:
        end = comma
    if isinstance(cue.scope, int):
        words = list(TOKEN.finditer(text, at, end))[: cue.scope]
        end = words[-1].end() if words else at
    return end


def _reach_back(cue: Cue, text: str, at: int) -> int:
    """Where a backward scope begins."""
    if cue.scope == "sentence":
        return 0
    start = 0
    for stop in cue.stop.finditer(text, 0, at):
        start = stop.end()
    if isinstance(cue.scope, int):
        words = list(TOKEN.finditer(text, start, at))[-cue.scope :]
        start = words[0].start() if words else at
    return start


def modality_at(document: Document, start: int, end: int) -> Modality:
    """How far the sentence commits itself to what is told at `start:end` (the trigger)."""
    return _hedged(document, start, end)[0]


def modality_of_saying(document: Document, cue: tuple[int, int], content: tuple[int, int]) -> Modality:
    """How far the sentence commits itself to the words having been said, by the hedges before the reporting word."""
    found = scopes(document, document.sentence_at(cue[0]).index)
    before = [s for s in found if s.cue_start < cue[0] and not content[0] <= s.cue_start < content[1]]
    return _first_of(STRENGTH, [s.value for s in before if s.reaches(*cue)]) or Modality.ASSERTED


def temporal_role_at(document: Document, start: int, end: int) -> TemporalRole:
    """Whether what is told at `start:end` is current news, background, or forecast."""
    dated = date_in_sentence(document, start, end)
    role = _role_of_date(document, dated) if dated is not None else None
    return role or _hedged(document, start, end)[1]


@lru_cache(maxsize=256)
def _hedged(document: Document, start: int, end: int) -> tuple[Modality, TemporalRole]:
    """What the hedges of its sentence make of the trigger `start:end`."""
    sentence = document.sentence_at(start)
    last = min(end, sentence.end)
    found = [s for s in scopes(document, sentence.index) if s.reaches(start, last)]
    if not found:
        return Modality.ASSERTED, TemporalRole.CURRENT
    head = HEAD.match(document.view, start, last)
    near = head.end() if head else end
    values = [s.value for s in found if not near <= s.cue_start < end]
    return _first_of(STRENGTH, values) or Modality.ASSERTED, _first_of(ROLES, values) or TemporalRole.CURRENT


def _first_of(ranked: tuple[V, ...], values: list[str]) -> V | None:
    """The strongest of some values of hedges."""
    for value in ranked if values else ():
        if value in values:
            return value
    return None


def _role_of_date(document: Document, dated: DateMention) -> TemporalRole | None:
    """Current or background by the age of the date; None where it decides nothing."""
    published = document.article.metadata.published_date
    if dated.first is None or dated.last is None:
        return None
    if published is None:
        return TemporalRole.BACKGROUND if dated.precision is DatePrecision.YEAR else None
    if dated.is_since:
        return TemporalRole.BACKGROUND if (published - dated.first).days > OLD_SINCE_DAYS else None
    if (published - dated.last).days > OLD_DAYS:
        return TemporalRole.BACKGROUND
    return TemporalRole.CURRENT if dated.precision is DatePrecision.DAY and dated.last <= published else None
