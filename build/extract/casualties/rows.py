"""Rows of casualties: what is read around a finding, its victim class and its kind of count."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from newsledger.build.extract.casualties.alike import nouns
from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.extract.casualties.parts import class_of
from newsledger.build.extract.casualties.sources import Source
from newsledger.build.extract.casualties.words import listed, pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.bodies import bodies
from newsledger.build.mentions.words import fold
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import CountKind, Sector, VictimClass

LONGEST_NAME = 4
MARKS = (", ", "; ", " – ", " — ")


@dataclass
class Told:
    """A finding with the columns read from its surroundings.

    `own_voice` says that the article itself tells it in its body, `in_body` that a headline was told again there;
    `whole` is the toll it is part of, `also` are the places where it is told again, `sources` who tells it there.
    """

    finding: Finding
    source: Source | None
    victims: VictimClass
    victim_text: str | None
    kind: CountKind
    headed: bool = False
    background: bool = False
    doubtful: bool = False
    own_voice: bool = False
    in_body: bool = False
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


def of_armed_group(words: str, sectors: tuple[Sector, ...] = (Sector.REB, Sector.MIL)) -> bool:
    """Whether words name an armed group (its members, its casualties).

    >>> of_armed_group("Abu Sayyaf members"), of_armed_group("town council members")
    (True, False)
    """
    names, acronyms = bodies()
    tokens = words.split()
    for first, token in enumerate(tokens):
        if not token[:1].isupper():
            continue
        for last in range(first + 1, min(first + LONGEST_NAME, len(tokens)) + 1):
            name = " ".join(tokens[first:last])
            body = acronyms.get(name.replace(".", "")) or names.get(fold(name))
            if body is not None and body.is_group and body.sector in sectors:
                return True
    return False


def inherit_class(told: list[Told], sentence: int) -> None:
    """Give a number without a noun ("wounded 14", "nine of them", "five others") the class of the figure before it.

    `sentence` is where the sentence of the last figure begins.
    """
    last, part = told[-1], told[-1].finding.part
    if len(told) < 2 or part is None or last.victims is not VictimClass.UNSTATED or part.quantity is None:
        return
    before = told[-2]
    again = part.kind == "part" or last.finding.parent is before.finding
    others = part.low in listed("others")
    if (part.nouns and not again and not others) or before.headed or last.finding.none or before.finding.none:
        return
    if before.finding.start >= sentence or again:
        last.victims = before.victims


def kind_of_count(finding: Finding, sentence: str, start: int) -> CountKind:
    """Cumulative where the frame or the words of its clause say that everything since a start is counted.

    `sentence` is in lower case and begins at `start`; a phrase that opens it ("Since 2004, …") belongs to every clause.
    """
    if finding.kind is CountKind.CUMULATIVE or finding.none or not pattern("cumulative").search(sentence):
        return finding.kind
    first, last = max(finding.start - start, 0), finding.end - start
    left = max(sentence.rfind(mark, 0, first) for mark in MARKS) + 1
    right = min((i for i in (sentence.find(mark, last) for mark in MARKS) if i >= 0), default=len(sentence))
    opening = pattern("opens_count").match(sentence)
    words = f"{sentence[left:right]} {opening[0] if opening else ''}"
    return CountKind.CUMULATIVE if pattern("cumulative").search(words) else CountKind.FLOW


def settle_classes(told: list[Told]) -> None:
    """Call a toll mixed where its subsets name civilians, or fighters, as only some of the people."""
    for one in told:
        within = [other for other in told if other.finding.parent is one.finding]
        if one.victims is VictimClass.UNSTATED and any(
            other.victims is VictimClass.COMBATANT or nouns(other.finding) & {"civilians", "civilian"}
            for other in within
        ):
            one.victims = VictimClass.MIXED


def share_classes(annotated: Annotated, told: list[Told]) -> None:
    """Give a number without a noun the class that the figure before it in its sentence has from another telling."""
    for before, one in pairwise(told):
        part = one.finding.part
        bare = part is not None and not part.nouns and part.quantity is not None
        near = annotated.document.sentence_at(before.finding.start).end > one.finding.start
        if bare and near and one.victims is VictimClass.UNSTATED and not before.headed:
            one.victims = before.victims
