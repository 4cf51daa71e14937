"""Sources of figures: whose words a toll stands in, and what kind of source that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.statements.reading import Said, read_statements
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.vocabularies import AttributionKind, SpeakerKind

PROPER = re.compile(r"[A-Z]")
LONGEST_SOURCE = 12


@dataclass(frozen=True, slots=True)
class Source:
    """A stretch of text that reports what somebody said, and the words that name who said it."""

    start: int
    end: int
    text: str
    kind: AttributionKind
    name: str = ""
    is_named_person: bool = False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_yaml("casualty_sources")[name])


@cache
def _kinds() -> tuple[tuple[AttributionKind, re.Pattern[str]], ...]:
    data = load_yaml("casualty_sources")
    return tuple(
        (AttributionKind(kind), re.compile(rf"\b(?:{trie_pattern(words)})(?!\w)"))
        for kind, words in ((group["kind"], group["words"]) for group in data["kinds"])
    )


def kind_of(text: str, speaker: SpeakerKind | None = None) -> AttributionKind:
    """What kind of source a phrase names.

    >>> str(kind_of("the interior ministry")), str(kind_of("two residents"))
    ('official', 'witness')
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


def source_at(annotated: Annotated, offset: int) -> Source | None:
    """The source of the innermost reported stretch that holds an offset and says whose words it is."""
    holding = [s for s in read_statements(annotated) if s.start <= offset < s.end and isinstance(s, Said)]
    sources = map(_source_of, sorted(holding, key=lambda said: (said.end - said.start, said.start)))
    return next((source for source in sources if source is not None), None)


def _source_of(said: Said) -> Source | None:
    """Whose words a statement holds, if they can be named."""
    speaker, pronouns = said.speaker, _words("pronouns")
    if speaker is None:
        return None
    text = " ".join(speaker.text.split())
    if text.lower() in pronouns:
        text = speaker.name or ""
    kind = kind_of(f"{text} {speaker.role or ''}", speaker.kind)
    if not text or (kind is AttributionKind.ANONYMOUS and speaker.text.lower() in pronouns):
        return None
    named = speaker.kind is SpeakerKind.PERSON and (speaker.name or "")[:1].isupper()
    return Source(said.start, said.end, text, kind, speaker.name or "", named)


@dataclass(frozen=True, slots=True)
class SourceFrame:
    """A way of naming a source in the sentence of a figure; it stands `before` the figure, `after` it, or anywhere."""

    pattern: re.Pattern[str]
    side: str
    speakers_only: bool


@cache
def _frames() -> tuple[SourceFrame, ...]:
    data = load_yaml("casualty_sources")
    fragments = {name: trie_pattern(data[name]) for name in ("verbs_after", "verbs_before", "verbs_revising")} | data[
        "fragments"
    ]

    def compiled(text: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\$(\w+)", lambda m: f"(?:{fragments[m[1]]})", text), re.IGNORECASE)

    return tuple(SourceFrame(compiled(f["pattern"]), f["side"], f.get("speakers_only", False)) for f in data["frames"])


def nearby_source(sentence: str, start: int, end: int) -> tuple[str, AttributionKind] | None:
    """The source that a sentence names around `start:end` where no statement rule reads it."""
    for frame in _frames():
        match = frame.pattern.search(sentence[:start] if frame.side == "beside" else sentence)
        if match is None or not _stands(frame, match, start, end):
            continue
        who = qualified_name(match["who"])
        if not names_source(who):
            continue
        kind = kind_of(who)
        if not frame.speakers_only or kind not in (AttributionKind.PERSON, AttributionKind.ANONYMOUS):
            return who, kind
    return None


def list_source(view: str, start: int) -> tuple[str, AttributionKind] | None:
    """The source that a list of figures names once, below its items or in its heading; `start` lies in an item."""
    first, last = view.rfind("\n\n", 0, start) + 1, view.find("\n\n", start)
    passage = view[first : last if last >= 0 else len(view)].strip("\n")
    if "\n" not in passage:
        return None
    for pattern in _list_patterns():
        match = pattern.search(passage)
        if match is not None and names_source(match["who"]):
            return match["who"], kind_of(match["who"])
    return None


@cache
def _list_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(text, re.IGNORECASE) for text in load_yaml("casualty_sources")["list_sources"])


def is_hearsay(source: Source | None) -> bool:
    """Whether a source is only "claims" or "unconfirmed reports"."""
    return source is not None and not _words("hearsay").isdisjoint(source.text.lower().split())


def _stands(frame: SourceFrame, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a source stands on the side of the figure that its frame says."""
    if frame.side == "after":
        return match.start("who") >= end
    return frame.side != "before" or match.end("who") <= start


@cache
def _clauses() -> tuple[frozenset[str], re.Pattern[str]]:
    data = load_yaml("casualty_sources")
    return _words("never_in_source"), re.compile(data["qualified"])


def qualified_name(text: str) -> str:
    """The words that name a source, without the clause that qualifies it.

    >>> qualified_name("a doctor who asked not to be named")
    'a doctor'
    """
    return _clauses()[1].split(text, maxsplit=1)[0].strip(" ,.;:")


def names_source(text: str) -> bool:
    """Whether words can name a source: no pronoun, no bare article, no clause or fragment of one.

    >>> names_source("a hospital official"), names_source("while nine people were")
    (True, False)
    """
    words = text.lower().replace("’", "'").split()
    if not 0 < len(words) <= LONGEST_SOURCE or (
        len(words) == 1 and words[0] in _words("pronouns") | _words("articles")
    ):
        return False
    return words[-1] not in _words("articles") and _clauses()[0].isdisjoint(words)
