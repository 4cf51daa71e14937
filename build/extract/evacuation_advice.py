"""Whether an article or a quotation is advice to those who may have to leave."""

from __future__ import annotations

from functools import lru_cache

from newsledger.build.extract.evacuation_rules import phrase
from newsledger.build.mentions.annotated import Annotated

FEWEST = 2
SHARE = 0.2


@lru_cache(maxsize=1)
def is_advisory(annotated: Annotated) -> bool:
    """Whether an article is an advisory: by its heading, or as it names an adviser and often addresses readers."""
    document = annotated.document
    if phrase("advisory_heading").search(document.view):
        return True
    if not phrase("adviser").search(document.view):
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
    if not phrase("adviser").search(view):
        return False
    return any(phrase("addressed").search(view, quote.start, quote.end) for quote in annotated.document.quotes)


@lru_cache(maxsize=1)
def is_consular(annotated: Annotated) -> bool:
    """Whether an article tells of an embassy's or a government's own nationals."""
    view = annotated.document.view
    return bool(phrase("consular").search(view)) or is_advisory(annotated)


def speaks(annotated: Annotated, voice: str, offset: int) -> bool:
    """Whether the words at an offset are in a voice: "consular", or "advisory", of an advisory or quoted beside one."""
    if voice == "consular":
        return is_consular(annotated)
    if annotated.document.quote_at(offset) is not None and quotes_advice(annotated):
        return True
    return is_advisory(annotated)
