"""Stances: the side a statement takes on a proposition that sources contradict each other about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.statements import Statement

CLAUSE = re.compile(r"[,;:.!?]| but | and | while ")


class Proposition(BaseModel):
    """What is in dispute, the wordings of both sides, and a word that must stand in the content besides."""

    told: str
    affirmed: str
    denied: str
    demands: str
    examples: list[dict[str, str]]
    counterexamples: list[str]


class Propositions(BaseModel):
    """The lexicon of propositions."""

    negation: str
    propositions: dict[str, Proposition]


@dataclass(frozen=True)
class Stance:
    """A statement that takes a side; `topics` are the names told in its sentence and the one before."""

    proposition: str
    affirms: bool
    topics: frozenset[str]
    statement: Statement


@cache
def lexicon() -> Propositions:
    """The propositions, read once."""
    return Propositions.model_validate(load_yaml("stances", "newsledger.build.link"))


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]]]:
    book = lexicon()
    sides = {
        name: (re.compile(item.affirmed), re.compile(item.denied), re.compile(item.demands))
        for name, item in book.propositions.items()
    }
    return re.compile(book.negation), sides


def side_of(content: str, proposition: str) -> bool | None:
    """Whether a content affirms (True) or denies (False) a proposition; None when it takes no side.

    >>> side_of("The plan was not linked to the war next door", "linkage")
    False
    """
    negation, sides = _patterns()
    affirmed, denied, demands = sides[proposition]
    text = content.lower()
    if not demands.search(text):
        return None
    if denied.search(text):
        return False
    if not (match := affirmed.search(text)):
        return None
    clause = CLAUSE.split(text[: match.start()])[-1]
    return not negation.search(clause)


def find_stances(annotated: Annotated, statements: Iterable[Statement]) -> list[Stance]:
    """The stances the statements of one article take."""
    found = []
    for row in statements:
        content = annotated.document.view[row.evidence_start : row.evidence_end]
        for name in lexicon().propositions:
            affirms = side_of(content, name)
            if affirms is not None:
                found.append(Stance(name, affirms, _topics(annotated, row), row))
    return found


def _topics(annotated: Annotated, row: Statement) -> frozenset[str]:
    """Names of places and actors in the statement's sentence and the one before it."""
    sentence = annotated.document.sentence_at(row.evidence_start)
    start = annotated.document.sentences[max(0, sentence.index - 1)].start
    end = max(sentence.end, row.evidence_end)
    names = [place.name for place in within(annotated.places, start, end)]
    names += [actor.name for actor in within(annotated.actors, start, end)]
    return frozenset(name for name in names if name[:1].isupper() and name != row.speaker)
