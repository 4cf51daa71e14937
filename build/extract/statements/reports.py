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
