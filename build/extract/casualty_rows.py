"""Rows of casualties: what is read around a finding, its victim class and its kind of count."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsledger.build.extract.casualty_findings import Finding
from newsledger.build.extract.casualty_parts import class_of
from newsledger.build.extract.casualty_sources import Source
from newsledger.build.extract.casualty_words import pattern
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import CountKind, VictimClass

MARKS = (", ", "; ", " – ", " — ")


@dataclass
class Told:
    """A finding with the columns read from its surroundings.

    `own_voice` says that the article itself tells it in its body; `whole` is the toll it is part of, `also` are the
    places where it is told again, `sources` who tells it there.
    """

    finding: Finding
    source: Source | None
    victims: VictimClass
    victim_text: str | None
    kind: CountKind
    headed: bool = False
    background: bool = False
    own_voice: bool = False
    whole: Told | None = None
    sources: list[Source] = field(default_factory=list)
    also: list[Span] = field(default_factory=list)


def victims_of(finding: Finding, sentence: str) -> VictimClass:
    """The victim class of a finding by the nouns of its people; `sentence` is in lower case."""
    classes = {class_of(part) for part in finding.parts} - {VictimClass.UNSTATED}
    if len(classes) == 1:
        return classes.pop()
    if classes:
        return VictimClass.MIXED
    nameless = finding.part is not None and not finding.part.nouns
    return VictimClass.COMBATANT if nameless and pattern("fighting_side").search(sentence) else VictimClass.UNSTATED


def kind_of_count(finding: Finding, sentence: str, start: int) -> CountKind:
    """Cumulative where the frame or the words of its clause say that everything since a start is counted.

    `sentence` is in lower case and begins at `start`; a phrase that opens it ("Since 2004, …") belongs to every clause.
    """
    if finding.kind is CountKind.CUMULATIVE:
        return finding.kind
    first, last = max(finding.start - start, 0), finding.end - start
    left = max(sentence.rfind(mark, 0, first) for mark in MARKS) + 1
    right = min((i for i in (sentence.find(mark, last) for mark in MARKS) if i >= 0), default=len(sentence))
    opening = pattern("opens_count").match(sentence)
    words = f"{sentence[left:right]} {opening[0] if opening else ''}"
    return CountKind.CUMULATIVE if not finding.none and pattern("cumulative").search(words) else CountKind.FLOW


def _nouns(finding: Finding) -> set[str]:
    return {" ".join(noun.words) for part in finding.parts for noun in part.nouns[-1:] if noun.words}


def settle_classes(told: list[Told]) -> None:
    """Call a toll mixed where its subsets name civilians, or fighters, as only some of the people."""
    for one in told:
        within = [other for other in told if other.finding.parent is one.finding]
        if one.victims is VictimClass.UNSTATED and any(
            other.victims is VictimClass.COMBATANT or _nouns(other.finding) & {"civilians", "civilian"}
            for other in within
        ):
            one.victims = VictimClass.MIXED
