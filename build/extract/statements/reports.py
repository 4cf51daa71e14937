"""Reports: every cue of a unit with its subject and what it reports, before speakers are resolved."""

from __future__ import annotations

from dataclasses import dataclass

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.units import Unit
from newsledger.schema.skip import Reason


@dataclass(frozen=True, slots=True)
class Report:
    """A cue with its subject.

    `first:last` is the region of subject, cue and adjuncts; a quotation that touches it belongs to the cue. `content`
    is the reported clause, if one was read. `shares` tells that the subject was taken over from an earlier verb.
    """

    rule_id: str
    unit: Unit
    cue_start: int
    cue_end: int
    subject: Subject
    first: int
    last: int
    content: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Declined:
    """A cue that reports nothing, with the reason."""

    start: int
    end: int
    rule_id: str
    reason: Reason


Reading = Report | Declined


def without_nested(reports: list[Report]) -> list[Report]:
    """Drop reports that stand inside what another one reports."""
    kept = []
    for report in reports:
        inside = any(
            other is not report
            and other.content
            and other.content[0] <= report.cue_start < other.content[1]
            and other.content[0] > other.cue_start
            and not (report.content and report.content[0] <= other.cue_start < report.content[1])
            for other in reports
        )
        if not inside:
            kept.append(report)
    return kept
