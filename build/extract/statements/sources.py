"""Source notes: "… (source: OCHA)" at the end of a sentence or bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.units import Unit

NOTE = re.compile(
    r"[(\[]\s*(?P<cue>[Ss]ources?|SOURCES?|[Dd]ata)\s*(?::|–|-)\s*(?P<who>[^()\[\]\x01]{2,90}?)\s*(?:[)\]]|(?=\n|$))"
)
# Credits of pictures and papers of law are no speakers.
NO_SPEAKER = re.compile(r"(?i)\b(?:photo|file|image|picture|map|google|wikipedia|article|section|page|author)\b")
SHORTEST = 15


def find_source_notes(unit: Unit) -> Iterator[Report]:
    """Read the source named in brackets behind what it reports."""
    if "ource" not in unit.text and "OURCE" not in unit.text and "ata" not in unit.text:
        return
    for note in NOTE.finditer(unit.masked, unit.start, unit.end):
        start, end = unit.start, unit.start + len(unit.masked[unit.start : note.start()].rstrip(" ,.;"))
        if end - start < SHORTEST or not note["who"][:1].isupper() or NO_SPEAKER.search(note["who"]):
            continue
        who = note.span("who")
        subject = Subject(who[0], who[1], who[0], who[1])
        yield Report(
            "statements.source_note",
            unit,
            *note.span("cue"),
            subject,
            note.start(),
            note.end(),
            (start, end),
        )
