"""Headlines in which a colon or dash divides a speaker from what is said."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.reports import Report
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.units import Unit
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import BlockType

SPEAKING = frozenset((ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.ROLE, ActorKind.ANONYMOUS))
COLON = re.compile(r": +|(?<! ) +[-–—]{1,2} +")


def find_headline_report(annotated: Annotated, unit: Unit) -> Report | None:
    """Read "Army chief: troops ready" and "Hospital out of blood: doctors" in headlines and links."""
    if not COLON.search(unit.masked, unit.start, unit.end):
        return None
    text, block = unit.text, annotated.document.blocks[unit.block]
    if block.kind not in (BlockType.HEADLINE, BlockType.RELATED_LINK):
        alone = block.end - block.start <= len(text) + 24 and annotated.document.view[block.end - 1] not in '.!"”’'
        if not alone or len(unit.words.lows) > 18:
            return None
    for m in COLON.finditer(text):
        left, right = (unit.start, unit.start + m.start()), (unit.start + m.end(), unit.end)
        colon = unit.start + text.index(m[0].strip(), m.start())
        if section("credits").match(text, 0, m.start()):
            return None
        if ":" in m[0] and len(unit.words.lows) > 4 and _leads(annotated, *left) and right[1] - right[0] > 8:
            return _report(unit, left, right, colon)
        masthead = ":" not in m[0] and section("mastheads").fullmatch(text.split()[-1])
        if not masthead and label_speaks(annotated, *right) and left[1] - left[0] > 14 and " " in text[: m.start()]:
            return _report(unit, right, left, colon)
    return None


def _report(unit: Unit, speaker: tuple[int, int], content: tuple[int, int], cue: int) -> Report:
    subject = Subject(speaker[0], speaker[1], speaker[0], speaker[1])
    first = min(speaker[0], cue)
    return Report("statements.headline", unit, cue, cue + 1, subject, first, max(speaker[1], cue + 1), content)


def _leads(annotated: Annotated, start: int, end: int) -> bool:
    """Whether a label before a colon names people, or a body by a common noun: the initials of a body label a story."""
    text = annotated.document.view[start:end].strip()
    return label_speaks(annotated, start, end) and not (text.isupper() and len(text) < 8 and " " not in text)


def label_speaks(annotated: Annotated, start: int, end: int) -> bool:
    """Whether a short label names somebody who can speak, rather than a place or a desk."""
    text = annotated.document.view[start:end].strip()
    words = text.split()
    if not words or len(words) > 7 or section("labels").fullmatch(text):
        return False
    if words[-1].lower() in speaker_nouns("person", "plural", "organisation", "media"):
        return True
    mentions = within(annotated.actors, start, end)
    if not mentions or mentions[-1].end < end - 1:
        return section("initials").fullmatch(text) is not None
    return mentions[-1].kind in SPEAKING
