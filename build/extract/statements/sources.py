"""Source notes: "… (source: OCHA)" at the end of a sentence or bullet."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit

SHORTEST = 15


def find_source_notes(unit: Unit) -> list[Report]:
    """Read the source named in brackets behind what it reports."""
    found = []
    for note in section("source_notes").finditer(unit.masked, unit.start, unit.end):
        start, end = unit.start, unit.start + len(unit.masked[unit.start : note.start()].rstrip(" ,.;"))
        if end - start < SHORTEST or not note["who"][:1].isupper() or section("no_sources").search(note["who"]):
            continue
        who = note.span("who")
        subject = Subject(who[0], who[1], who[0], who[1])
        cue = note.span("cue")
        found.append(Report("statements.source_note", unit, *cue, subject, note.start(), note.end(), (start, end)))
    return found
