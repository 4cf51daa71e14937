"""Captions: whose words a pull quote gives, by the name on the line above or below it."""

from __future__ import annotations

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_names import NAME, head_noun
from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import MASK, MAY_BE_PAST
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within

# How many words a line of name and office has at most, and a pull quote at least.
LONGEST_NAME = 9
SHORTEST_PULLED = 6


def captioned(annotated: Annotated, units: tuple[Unit, ...], unit: Unit) -> Subject | None:
    """Who says a quotation that has a line to itself: the name above it, unless that signs another, or below it."""
    if not _is_line(units, unit.index) or not _is_quote(unit):
        return None
    above, below = _named_line(annotated, units, unit.index - 1), _named_line(annotated, units, unit.index + 1)
    return below if above is None or _signs(annotated, units, unit.index - 1) else above


def pulled(annotated: Annotated, units: tuple[Unit, ...], unit: Unit) -> Subject | None:
    """Who says a line without marks, in the first person and with his name below: "We lost all / Ana Ruiz, farmer"."""
    if not _is_line(units, unit.index) or _is_closed(annotated, unit):
        return None
    text = unit.text
    if MASK in text or len(text.split()) < SHORTEST_PULLED or not section("first_person").search(text):
        return None
    if unit.words.lows[0] == "to" or max(unit.words.verbs[1:], default=0) < MAY_BE_PAST:
        return None
    name = _named_line(annotated, units, unit.index + 1)
    return name or _described_line(annotated, units, unit.index + 1)


def _is_closed(annotated: Annotated, unit: Unit) -> bool:
    """Whether a mark ends the block of a unit as it ends a sentence."""
    block = annotated.document.blocks[unit.block]
    return annotated.document.view[unit.start : block.end].rstrip()[-1] in ".!?:"


def _is_line(units: tuple[Unit, ...], k: int) -> bool:
    """Whether a unit is the only one of its block."""
    block = units[k].block
    return (k == 0 or units[k - 1].block != block) and (k + 1 == len(units) or units[k + 1].block != block)


def _is_quote(unit: Unit) -> bool:
    """Whether nothing but a quotation, and the note of a recording, stands in a unit."""
    rest = unit.text.lstrip(MASK)
    return len(rest) < len(unit.text) and (not rest.strip(" .,") or bool(section("recordings").fullmatch(rest.strip())))


def _named_line(annotated: Annotated, units: tuple[Unit, ...], k: int) -> Subject | None:
    """The person a short line names: "Army spokesman Ana Ruiz", "Ana Ruiz, farmer"."""
    line = _short_line(annotated, units, k)
    if line is None or line.text.startswith(("By ", "Photo", "Story ", "From ")):
        return None
    people = [m for m in within(annotated.actors, line.start, line.end) if m.kind is ActorKind.PERSON]
    person = next((m for m in people if line.start <= m.start and " " in m.name), None)
    if person is not None and person.end == line.end:
        return Subject(line.start, line.end, line.start, line.end)
    name = NAME.match(line.masked, line.start, line.end)
    if name is None or " " not in name[0] or not line.masked.startswith(", ", name.end()):
        return None
    office = head_noun(line.masked[name.end() + 2 : line.end])
    known = person is not None and person.end == name.end()
    beside = known or office in speaker_nouns("person", "titles")
    return Subject(line.start, name.end(), line.start, line.end, (name.end() + 2, line.end)) if beside else None


def _described_line(annotated: Annotated, units: tuple[Unit, ...], k: int) -> Subject | None:
    """The person a short line tells of without a name: "Refugee in Kukes"."""
    line = _short_line(annotated, units, k)
    found = section("anybody").match(line.masked, line.start, line.end) if line else None
    if line is None or found is None or head_noun(found[0]) not in speaker_nouns("person"):
        return None
    return Subject(line.start, line.end, line.start, line.end)


def _short_line(annotated: Annotated, units: tuple[Unit, ...], k: int) -> Unit | None:
    """The unit of a line that is short, has no quotation and is no sentence."""
    if not 0 <= k < len(units) or not _is_line(units, k):
        return None
    short = len(units[k].text.split()) <= LONGEST_NAME and MASK not in units[k].text
    return units[k] if short and not _is_closed(annotated, units[k]) else None


def _signs(annotated: Annotated, units: tuple[Unit, ...], k: int) -> bool:
    """Whether the line with a name is taken by the quotation above it."""
    if k < 1 or not _is_line(units, k - 1) or not _is_quote(units[k - 1]):
        return False
    return _named_line(annotated, units, k - 2) is None or _signs(annotated, units, k - 2)
