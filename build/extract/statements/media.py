"""Media: the channel or audience through which somebody speaks, as a report names it."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.rules import section

LEAD_MEDIUM = re.compile(
    r"(?:Speaking |Asked |Writing |Appearing |Addressing \w+ )?"
    r"(?=(?:In|On|At|During|Via|in|on|at|during|via|to) )"
)
TOLD = re.compile(
    r" (?:[A-Z][\w.’'&-]*|the [A-Z][\w.’'&-]*|reporters|journalists|state (?:television|radio|TV|media))"
    r"(?: [A-Z][\w.’'&-]*)*"
)


def medium_of(report: Report) -> tuple[int, int] | None:
    """The channel of a report: beside the cue, in front of the subject, or whom it tells."""
    if report.medium:
        return report.medium
    if leading := _leading_medium(report):
        return leading
    masked = report.unit.masked
    if masked[report.cue_start : report.cue_end].lower() == "told" and (m := TOLD.match(masked, report.cue_end)):
        return report.cue_start, m.end() - (masked[m.end() - 1] == ".")
    return None


def _leading_medium(report: Report) -> tuple[int, int] | None:
    """The channel named in front of the subject: "In a letter to the council, X said"."""
    masked = report.unit.masked
    lead = LEAD_MEDIUM.match(masked, report.unit.start, report.cue_start)
    found = section("media").match(masked, lead.end(), report.cue_start) if lead else None
    return found.span() if found and "," in masked[found.end() : report.cue_start] else None
