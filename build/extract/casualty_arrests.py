"""Arrests: whom police catch, and rebels or suspects whom troops capture, is detained and no casualty."""

from __future__ import annotations

from newsledger.build.extract.casualty_findings import Finding
from newsledger.build.extract.casualty_words import pattern
from newsledger.schema.vocabularies import Outcome


def is_arrest(finding: Finding, view: str, start: int, end: int) -> bool:
    """Whether a finding in the sentence `view[start:end]` tells of people caught by the state."""
    if finding.outcome is not Outcome.ABDUCTED or finding.anchor is None:
        return False
    if pattern("caught").match(view, finding.anchor) is None:
        return False
    nouns = " ".join(" ".join(noun.words) for part in finding.parts for noun in part.nouns)
    if pattern("outlaws").search(nouns):
        return True
    told = pattern("anybody").fullmatch(nouns) is not None
    return told and pattern("police").search(view[start:end].lower()) is not None
