"""Whether an article or a quotation is advice to those who may have to leave."""

from __future__ import annotations

from functools import lru_cache

from newsledger.build.extract.evacuation_rules import phrase
from newsledger.build.extract.evacuation_words import WORD, count_words, lowered
from newsledger.build.mentions.annotated import Annotated

FEWEST = 2
SHARE = 0.2
LEAVING_WORDS = 4
DANGER_WORDS = 5


@lru_cache(maxsize=1)
def counted(annotated: Annotated) -> tuple[int, int]:
    """How many different words of leaving and of danger an article has."""
    words = set(WORD.findall(lowered(annotated.document.view)))
    return count_words("flights", words), count_words("dangers", words)


def tells_of_leaving(annotated: Annotated) -> bool:
    """Whether an article has enough different words of people leaving."""
    return counted(annotated)[0] >= LEAVING_WORDS


@lru_cache(maxsize=1)
def is_advisory(annotated: Annotated) -> bool:
    """Whether an article is an advisory: by its heading, or as it names an adviser and often addresses readers."""
    document = annotated.document
    if phrase("advisory_heading").search(document.view):
        return True
    leaving, dangers = counted(annotated)
    told = leaving >= LEAVING_WORDS or (leaving > 0 and dangers >= DANGER_WORDS)
    if not told or not phrase("adviser").search(document.view):
        return False
    addressed = phrase("addressed")
    found = [
        sentence
        for sentence in document.sentences
        if (match := addressed.search(document.view, sentence.start, sentence.end))
        and document.quote_at(match.start()) is None
    ]
    return len(found) >= max(FEWEST, SHARE * len(document.sentences))


@lru_cache(maxsize=1)
def quotes_advice(annotated: Annotated) -> bool:
    """Whether an article names an adviser and one of its quotations addresses those who may have to leave."""
    view = annotated.document.view
    if not tells_of_leaving(annotated) or not phrase("adviser").search(view):
        return False
    return any(phrase("addressed").search(view, quote.start, quote.end) for quote in annotated.document.quotes)


@lru_cache(maxsize=1)
def is_consular(annotated: Annotated) -> bool:
    """Whether an article tells of an embassy's or a government's own nationals."""
    told = tells_of_leaving(annotated) and phrase("consular").search(annotated.document.view) is not None
    return told or is_advisory(annotated)


def speaks(annotated: Annotated, voice: str, offset: int) -> bool:
    """Whether the words at an offset are in a voice: "consular", or "advisory", of an advisory or quoted beside one."""
    if voice == "consular":
        return is_consular(annotated)
    if annotated.document.quote_at(offset) is not None and quotes_advice(annotated):
        return True
    return is_advisory(annotated)
