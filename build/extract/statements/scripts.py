"""Labels: whom the announcement of a soundbite, the caption behind it or the name before a colon names."""

from __future__ import annotations

from newsledger.build.extract.statements.headlines import label_speaks
from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_names import NAME
from newsledger.build.extract.statements.units import Unit
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.build.text.quotes import Quote

LONGEST_LABEL = 8
# How many lines may stand between a title and the words under it, its own included.
TITLES = 3


def soundbite_speaker(units: tuple[Unit, ...], unit: Unit, quote: Quote) -> Subject | None:
    """Who is heard in a quotation: "SOUNDBITE (French) Ana Ruiz, mayor: “…”", "“…” SUPER CAPTION: Ana Ruiz, mayor"."""
    text, first = unit.masked, units[unit.index - 1].start if unit.index else unit.start
    for announced in section("soundbites").finditer(text, first, quote.outer_start):
        if not text[announced.end() : quote.outer_start].strip(" \n:"):
            return _named(announced.span("who"), text)
    caption = section("captions").match(text, quote.outer_end)
    return _named(caption.span("who"), text) if caption else None


def labelled(annotated: Annotated, unit: Unit, quote: Quote) -> Subject | None:
    """Whose words follow his name and a colon: "Ana Ruiz, 73: “We lost the house.”"."""
    lead = unit.masked[unit.start : quote.outer_start].rstrip()
    if not lead.endswith(":") or unit.masked[quote.outer_end : unit.end].strip(" .,"):
        return None
    subject = _named((unit.start, unit.start + len(lead)), unit.masked)
    if subject is None or len(unit.masked[subject.start : subject.last].split()) > LONGEST_LABEL:
        return None
    name = unit.masked[subject.start : subject.end]
    named = NAME.fullmatch(name) and " " in name and not section("labels").fullmatch(name)
    return subject if named or label_speaks(annotated, subject.start, subject.end) else None


def _named(span: tuple[int, int], text: str) -> Subject | None:
    """The name of a caption, what follows its comma set beside it."""
    start, end = span[0], span[0] + len(text[span[0] : span[1]].rstrip(" ,:"))
    comma = text.find(", ", start, end)
    if end <= start:
        return None
    if comma < 0:
        return Subject(start, end, start, end)
    return Subject(start, comma, start, end, (comma + 2, end))


def introduced(document: Document, units: tuple[Unit, ...], unit: Unit, quote: Quote) -> Subject | None:
    """Who names himself in a quotation or is named by the heading above it: "My name is Fatou.", "Witness: Fatou"."""
    if own := section("introductions").search(document.view, quote.start, quote.end):
        return Subject(*own.span("who"), *own.span("who"))
    above = units[unit.index - 1] if unit.index else unit
    heading = section("labelled_voices").match(above.masked, above.start, above.end)
    if heading is None:
        titles = (section("statement_titles").match(u.masked, u.start, u.end) for u in units[: unit.index][-TITLES:])
        heading = next((title for title in titles if title), None)
    return Subject(*heading.span("who"), *heading.span("who")) if heading else None
