"""Whether every target of the crosswalk exists in the vocabulary it names."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pydantic import BaseModel

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.link.crosswalk import CrosswalkRow
from newsledger.schema.events import CrosswalkRelation


class Vocabulary(BaseModel):
    """A target vocabulary: where it comes from, its licence, and its terms by type or its codes."""

    source: str
    licence: str
    terms: dict[str, list[str]] = {}
    codes: str = ""


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """The target vocabularies by scheme."""
    listed = load_yaml("vocabularies", "newsledger.build.link")
    return {scheme: Vocabulary.model_validate(content) for scheme, content in listed.items()}


def problems(rows: Iterable[CrosswalkRow]) -> list[str]:
    """One sentence for every target that does not exist, and for every relation that its target belies."""
    return [problem for row in rows for problem in _row_problems(row)]


def _row_problems(row: CrosswalkRow) -> list[str]:
    book = vocabularies()
    found = [
        _pair("ACLED", book["acled"].terms, row.acled_event_type, row.acled_sub_event_type),
        _pair("PLOVER", book["plover"].terms, row.plover_type, row.plover_mode),
        _code("CAMEO", book["cameo"].codes.split(), row.cameo_code),
        _code("UCDP", book["ucdp"].codes.split(), row.ucdp),
        _code("IDMC", book["idmc"].terms["term"], row.idmc_term),
    ]
    if (row.acled_event_type is None) != (row.relation is CrosswalkRelation.NONE):
        found.append(f"relation {row.relation} does not fit ACLED term {row.acled_event_type}")
    return [f"{row.event_type}: {problem}" for problem in found if problem]


def _pair(scheme: str, terms: dict[str, list[str]], kind: str | None, sub: str | None) -> str | None:
    if kind is None:
        return None if sub is None else f"{scheme} {sub!r} stands without its type"
    if kind not in terms:
        return f"{scheme} has no type {kind!r}"
    return None if sub is None or sub in terms[kind] else f"{scheme} {kind} has no {sub!r}"


def _code(scheme: str, codes: Iterable[str], code: str | None) -> str | None:
    return None if code is None or code in codes else f"{scheme} has no {code!r}"
