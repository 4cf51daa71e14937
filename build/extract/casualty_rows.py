"""Rows of casualties: victim class, kind of count, and the same figure told again in one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsledger.build.extract.casualty_findings import Finding
from newsledger.build.extract.casualty_parts import class_of, symbols
from newsledger.build.extract.casualty_sources import Source
from newsledger.build.extract.casualty_words import casualty_words, pattern
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import CountKind, Quantifier, VictimClass

FEW = 10
WORD = re.compile(r"[^\W_]+")
ARTICLES = frozenset(("the", "a", "an", "of", "s"))
MARKS = (", ", "; ", " – ", " — ")


@dataclass
class Told:
    """A finding with the columns read from its surroundings, and the places where it is told again."""

    finding: Finding
    source: Source | None
    victims: VictimClass
    victim_text: str | None
    kind: CountKind
    headed: bool = False
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


def settle_classes(told: list[Told]) -> None:
    """Call a toll mixed where its subsets name civilians, or fighters, as only some of the people."""
    for one in told:
        within = [other for other in told if other.finding.parent is one.finding]
        if one.victims is VictimClass.UNSTATED and any(
            other.victims is VictimClass.COMBATANT or _nouns(other.finding) & {"civilians", "civilian"}
            for other in within
        ):
            one.victims = VictimClass.MIXED


def merge(told: list[Told]) -> list[Told]:
    """Fold the same figure, told again, into `also` of its first telling."""
    kept: list[Told] = []
    for one in told:
        same = next((earlier for earlier in kept if _same(earlier, one)), None)
        if same is None:
            kept.append(one)
            continue
        same.also.append(Span(start=one.finding.start, end=one.finding.end))
        same.source = same.source or one.source
        if same.victims is VictimClass.UNSTATED:
            same.victims = one.victims
    return kept


def _same(a: Told, b: Told) -> bool:
    """Whether a later figure only repeats an earlier one: same outcome and number, nothing else that differs."""
    x, y = a.finding, b.finding
    if _figure(x) != _figure(y) or x.none or ((x.parent is None) != (y.parent is None) and x.count != 1):
        return False
    if a.source is not None and b.source is not None and not _same_source(a.source, b.source):
        return False
    if VictimClass.UNSTATED not in (a.victims, b.victims) and a.victims is not b.victims:
        return False
    if x.count == 1 or (x.quantifier is Quantifier.VAGUE and x.count_min is None):
        return _same_people(x, y, a.headed)
    if x.count is not None and x.count < FEW:
        return not _nouns(x) or not _nouns(y) or _same_people(x, y, a.headed)
    return True


def _same_source(a: Source, b: Source) -> bool:
    """Whether two phrases can name one source: one name is known, or half the words of the shorter are shared."""
    if a.name and a.name == b.name:
        return True
    x, y = ({word for word in WORD.findall(source.text.lower()) if word not in ARTICLES} for source in (a, b))
    return 2 * len(x & y) >= min(len(x), len(y))


def _figure(finding: Finding) -> tuple[object, ...]:
    return finding.outcome, finding.count, finding.count_min, finding.count_max, finding.quantifier, finding.none


def _nouns(finding: Finding) -> set[str]:
    return {" ".join(noun.words) for part in finding.parts for noun in part.nouns[-1:] if noun.words}


def _alike(x: Finding, y: Finding) -> bool:
    """Whether the nouns of two single victims may name one person."""
    return any(group & _nouns(x) and group & _nouns(y) for group in casualty_words().alike)


def _same_people(x: Finding, y: Finding, headed: bool) -> bool:
    """Whether the people of a later figure can be those of an earlier one."""
    if x.part is None or y.part is None:
        return False
    if y.part.symbol in symbols("he"):
        return True
    if x.count == 1 and _alike(x, y) and (headed or y.part.definite):
        return True
    if x.part.symbol in symbols("named") and y.part.symbol in symbols("named"):
        return x.part.low == y.part.low
    return bool(_nouns(x) & _nouns(y)) and (y.part.definite or x.count != 1)
