"""Rows of casualties: victim class, source, kind of count, and the same figure told again in one article."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from newsledger.build.extract.casualty_findings import Finding
from newsledger.build.extract.casualty_parts import Part, symbols
from newsledger.build.extract.casualty_sources import Source
from newsledger.build.extract.casualty_words import casualty_words
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import CountKind, Quantifier, VictimClass

CUMULATIVE = re.compile(r"\bsince\b|\bso far\b|\bto date\b|\bin total\b|\bthus far\b|\bthis year\b|\bover the (?:past|last)\b|\bduring the (?:war|conflict|\w+ decades)\b|\bdecades\b|\bin the (?:\w+[- ]){1,3}war\b", re.IGNORECASE)
SIDES = re.compile(r"\b(?:rebel|government|army|guerrilla|insurgent|enemy|militant)(?:'s|’s)? side\b|\bon our side\b|\benemy\b")


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
    dropped: bool = False


def victims_of(finding: Finding, sentence: str) -> VictimClass:
    """The victim class of a finding by the nouns of its people."""
    classes = {c for part in finding.parts for c in [_class(part)] if c is not VictimClass.UNSTATED}
    if finding.part is not None and not finding.parts:
        classes = {_class(finding.part)} - {VictimClass.UNSTATED}
    if len(classes) == 1:
        return classes.pop()
    if classes:
        return VictimClass.MIXED
    return VictimClass.COMBATANT if SIDES.search(sentence) and finding.part is not None and not finding.part.nouns else VictimClass.UNSTATED


def _class(part: Part) -> VictimClass:
    if not part.nouns:
        return VictimClass.UNSTATED
    head = part.nouns[-1]
    if head.victims is not None and head.victims is not VictimClass.UNSTATED:
        return head.victims
    if head.words and head.words[-1] in ("man",) and (part.symbol in symbols("person") or part.quantity is not None and part.quantity.count == 1):
        return VictimClass.CIVILIAN
    others = {n.victims for n in part.nouns[:-1] if n.victims not in (None, VictimClass.UNSTATED)}
    return others.pop() if len(others) == 1 else VictimClass.UNSTATED  # type: ignore[return-value]


def kind_of_count(finding: Finding, sentence: str, start: int) -> CountKind:
    """Cumulative where the frame or the words of its clause say that everything since a start is counted.

    `start` is where the sentence begins; a phrase that opens it ("Since 2004, …") belongs to every clause.
    """
    first, last = finding.start - start, finding.end - start
    left = max(sentence.rfind(mark, 0, max(first, 0)) for mark in (", ", "; ", " – ", " — ")) + 1
    right = next((i for i in (sentence.find(", ", last), sentence.find("; ", last)) if i >= 0), len(sentence))
    clause = sentence[left:right] + " " + (sentence[: sentence.find(",")] if sentence.startswith(("Since", "So far", "In total", "In the", "Over", "During")) else "")
    if finding.kind is CountKind.CUMULATIVE or (not finding.none and CUMULATIVE.search(clause)):
        return CountKind.CUMULATIVE
    return CountKind.FLOW


MINORS = re.compile(r",? (?:were |was )?(?:under|below) (?:the age of )?(?:1[0-8]|[5-9]|five|six|seven|eight|nine|ten|twelve|fifteen|sixteen|eighteen)\b")


def settle_classes(told: list[Told]) -> None:
    """Call a toll mixed where its subsets name both sides, or name civilians or fighters as some of the people."""
    for one in told:
        within = [t for t in told if t.finding.parent is one.finding]
        classes = {t.victims for t in within}
        if one.victims is not VictimClass.UNSTATED or not within:
            continue
        named = {word for t in within for word in _nouns(t.finding)} & {"civilians", "civilian"}
        if {VictimClass.CIVILIAN, VictimClass.COMBATANT} <= classes or named or VictimClass.COMBATANT in classes:
            one.victims = VictimClass.MIXED


def merge(annotated: Annotated, told: list[Told]) -> list[Told]:
    """Fold the same figure, told again, into `also` of its first telling."""
    kept: list[Told] = []
    for one in told:
        same = next((k for k in kept if _same(k, one)), None)
        if same is None:
            kept.append(one)
            continue
        same.also.append(Span(start=one.finding.start, end=one.finding.end))
        same.source = same.source or one.source
        if same.victims is VictimClass.UNSTATED:
            same.victims = one.victims
    return kept


def _same(a: Told, b: Told) -> bool:
    x, y = a.finding, b.finding
    if (x.outcome, x.count, x.count_min, x.count_max, x.quantifier, x.none) != (y.outcome, y.count, y.count_min, y.count_max, y.quantifier, y.none):
        return False
    if x.none or (x.parent is None) != (y.parent is None) and x.count != 1:
        return False
    if a.source is not None and b.source is not None and a.source.text.lower() != b.source.text.lower():
        return False
    if VictimClass.UNSTATED not in (a.victims, b.victims) and a.victims is not b.victims:
        return False
    if x.count == 1 or x.quantifier is Quantifier.VAGUE and x.count_min is None:
        return _same_people(x, y, a.headed)
    if x.count is not None and x.count < 10:
        return _same_people(x, y, a.headed) or not _nouns(x) or not _nouns(y)
    return True


def _nouns(finding: Finding) -> set[str]:
    return {" ".join(n.words) for p in finding.parts for n in p.nouns[-1:] if n.words}


def _alike(x: Finding, y: Finding) -> bool:
    """Whether the nouns of two single victims may name one person."""
    return any(group & _nouns(x) and group & _nouns(y) for group in casualty_words().alike)


def _same_people(x: Finding, y: Finding, headed: bool) -> bool:
    if x.part is None or y.part is None:
        return False
    if y.part.symbol in symbols("he"):
        return True
    if x.count == 1 and _alike(x, y) and (headed or y.part.definite or y.part.possessive):
        return True
    if x.part.symbol in symbols("named") and y.part.symbol in symbols("named"):
        return x.part.low == y.part.low
    return bool(_nouns(x) & _nouns(y)) and (y.part.definite or x.quantifier is Quantifier.VAGUE or x.count != 1)
