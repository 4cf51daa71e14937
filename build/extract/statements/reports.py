"""Reports: every cue of a unit with its subject and what it reports, before speakers are resolved."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.units import Unit
from newsledger.schema.skip import Reason


class Report(NamedTuple):
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


class Declined(NamedTuple):
    """A cue that reports nothing, with the reason."""

    start: int
    end: int
    rule_id: str
    reason: Reason


Reading = Report | Declined


def without_nested(reports: list[Report]) -> list[Report]:
    """Drop reports that stand inside what another one reports."""
    return [report for report in reports if not any(_holds(other, report) for other in reports)]


def _holds(outer: Report, inner: Report) -> bool:
    """Whether a report stands in what another reports behind its cue, and the other not in what it reports."""
    if outer is inner or not outer.content or not outer.content[0] <= inner.cue_start < outer.content[1]:
        return False
    mutual = inner.content and inner.content[0] <= outer.cue_start < inner.content[1]
    return outer.content[0] > outer.cue_start and not mutual
