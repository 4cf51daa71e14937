"""Arrests: whom police catch, and rebels or suspects whom troops capture, is detained and no casualty."""

from __future__ import annotations

from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.extract.casualties.parts import Reading
from newsledger.build.extract.casualties.rows import of_armed_group
from newsledger.build.extract.casualties.words import pattern
from newsledger.schema.vocabularies import Outcome, Sector

CAPTOR_WORDS = 4


def is_arrest(finding: Finding, view: str, start: int, end: int) -> bool:
    """Whether a finding in the sentence `view[start:end]` tells of people caught by the state."""
    if finding.outcome is not Outcome.ABDUCTED or finding.anchor is None:
        return False
    if pattern("caught").match(view, finding.anchor) is None:
        return False
    if pattern("led_off").match(view, finding.anchor) and pattern("state_captors").search(view[start:end].lower()):
        return True
    nouns = " ".join(" ".join(noun.words) for part in finding.parts for noun in part.nouns)
    if pattern("outlaws").search(nouns):
        return True
    told = pattern("anybody").fullmatch(nouns) is not None
    return told and pattern("police").search(view[start:end].lower()) is not None


def names_captors(reading: Reading, k: int, stop: int | None = None) -> bool:
    """Whether the parts from `k` on (behind "held by") name rebels, bandits or an armed group, and not the state."""
    behind = reading.parts[k : k + CAPTOR_WORDS if stop is None else stop]
    words = reading.annotated.document.view[behind[0].start : behind[-1].end] if behind else ""
    return of_armed_group(words, (Sector.REB,)) or pattern("outlaws").search(words.lower()) is not None
