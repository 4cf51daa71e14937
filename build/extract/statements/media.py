"""Media: the channel or audience through which somebody speaks, as a report names it."""

from __future__ import annotations

from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.rules import section


def medium_of(report: Report) -> tuple[int, int] | None:
    """The channel of a report: beside the cue, in front of the subject, or whom it tells."""
    if report.medium:
        return report.medium
    if leading := _leading_medium(report):
        return leading
    masked = report.unit.masked
    if masked[report.cue_start : report.cue_end].lower() != "told":
        return None
    told = section("told_media").match(masked, report.cue_end)
    return (report.cue_start, told.end() - masked.endswith(".", 0, told.end())) if told else None


def _leading_medium(report: Report) -> tuple[int, int] | None:
    """The channel named in front of the subject: "In a letter to the council, X said"."""
    masked = report.unit.masked
    lead = section("lead_media").match(masked, report.unit.start, report.cue_start)
    found = section("media").match(masked, lead.end(), report.cue_start) if lead else None
    return found.span() if found and "," in masked[found.end() : report.cue_start] else None
