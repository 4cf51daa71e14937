"""Candidates: where a rule matches a sentence, with subject and clause, and which of overlapping matches stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from newsledger.build.extract.evacuations.register import highest_register, register_at
from newsledger.build.extract.evacuations.rules import EvacuationRule, Register, anchors, phrase, rule_book
from newsledger.build.extract.evacuations.subjects import Mover, Subject, find_subject, find_sufferers
from newsledger.build.extract.evacuations.vetoes import veto
from newsledger.build.extract.evacuations.words import masked_sentence, read_words
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.fold import fold
from newsledger.build.text.blocks import Block
from newsledger.build.text.sentences import Sentence
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import BlockType, RecordKind

LONGEST = 240
PLACE_NEXT = re.compile(r".{0,5}?\bL_")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a rule: `start:end` is the match, `clause_start:clause_end` the evidence, offsets into the text."""

    rule: EvacuationRule
    start: int
    end: int
    clause_start: int
    clause_end: int
    subject: Subject | None
    match: re.Match[str]
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Declined:
    """A match that gives no row, and why."""

    rule: EvacuationRule
    start: int
    end: int
    reason: Reason


def anchored(annotated: Annotated, highest: Register) -> Iterator[tuple[Sentence, list[EvacuationRule]]]:
    """Each sentence with words that call for rules which hold up to a register, and those rules."""
    document, known, rules = annotated.document, anchors(highest), rule_book().rules
    words = read_words(document.view)
    last = 0
    for sentence in document.sentences:
        first, last = last, bisect_left(words.starts, sentence.end, last)
        told = set(words.texts[first:last])
        numbers = sorted(set().union(*filter(None, map(known.get, told))))
        fitting = [rule for n in numbers if not (rule := rules[n]).beside or not rule.beside.isdisjoint(told)]
        if fitting:
            yield sentence, fitting


def clause_of(masked: str, match: re.Match[str], subject: Subject | None) -> tuple[int, int]:
    """The clause around a match: from its subject, else the nearest clause start, to the next clause end."""
    start = subject.start if subject is not None else 0
    if subject is None:
        for stop in phrase("clause_start").finditer(masked, 0, match.start()):
            start = stop.end()
    start = min(start, match.start())
    start += len(masked[start : match.start()]) - len(masked[start : match.start()].lstrip(' ,•-–“"‘'))
    ending = phrase("clause_end").search(masked, match.end())
    end = min(ending.start() if ending else len(masked), match.end() + LONGEST)
    return start, max(end, match.end())


def fits(rule: EvacuationRule, subject: Subject | None, plain: str) -> Reason | None:
    """Why a subject does not fit a rule; None when it fits. `plain` is the sentence up to the end of the match."""
    if subject is None:
        return None
    if rule.kind in (RecordKind.MOVEMENT, RecordKind.STOCK) and phrase("responders").search(plain, subject.start):
        return Reason.NOT_PEOPLE
    if subject.mover is Mover.FORCES or subject.mover is Mover.OTHERS:
        return Reason.NOT_PEOPLE
    if rule.subject == "people" and subject.mover is Mover.UNKNOWN:
        return Reason.NOT_PEOPLE
    return None


def stands_for_forces(annotated: Annotated, candidate: Candidate) -> bool:
    """Whether the subject is a "they" that begins a sentence, after a sentence whose subject is an army."""
    view, sentence = annotated.document.view, candidate.sentence
    if candidate.rule.subject == "any" or sentence.index == 0:
        return False
    if not phrase("they_first").match(view, sentence.start, candidate.start):
        return False
    before = annotated.document.sentences[sentence.index - 1]
    return phrase("forces_first").match(read_words(view).masked[before.start : before.end]) is not None


def judge(
    rule: EvacuationRule, masked: str, plain: str, match: re.Match[str], sentence: Sentence, register: Register
) -> Candidate | Declined:
    """Make a candidate of a match, or say why not."""
    a, b = sentence.start + match.start(), sentence.start + match.end()
    if (against := veto(rule, masked, plain, match, register)) is not None:
        return Declined(rule, a, b, against)
    subject = find_subject(masked, match.start()) if rule.subject != "any" else None
    if (reason := fits(rule, subject, plain[: match.end()])) is not None:
        return Declined(rule, a, b, reason)
    if rule.subject == "any" and (sufferers := find_sufferers(masked, match.start())) is not None:
        subject = sufferers
    start, end = clause_of(masked, match, subject)
    return Candidate(rule, a, b, sentence.start + start, sentence.start + end, subject, match, sentence)


def opens_list(annotated: Annotated, block: Block) -> bool:
    """Whether a block leads in a list, so that the same words say something else each time."""
    return annotated.document.view[block.start : block.end].rstrip().endswith(":")


def speaks(annotated: Annotated, block: Block, highest: Register) -> bool:
    """Whether a block speaks for the article; in a report a line that a number begins is a key figure, no link."""
    if block.kind is BlockType.BOILERPLATE or (block.repeats is not None and not opens_list(annotated, block)):
        return False
    if block.kind is not BlockType.RELATED_LINK:
        return True
    figures = annotated.quantities_in(block.start, block.end)
    return highest is Register.REPORT and bool(figures) and figures[0].start == block.start


def candidates(annotated: Annotated) -> Iterator[Candidate | Declined]:
    """Every match of every rule in the sentences of an article that speak, in text order."""
    document, highest = annotated.document, highest_register(annotated)
    lower = fold(document.view)
    for sentence, rules in anchored(annotated, highest):
        if not speaks(annotated, document.blocks[sentence.block], highest):
            continue
        masked = masked_sentence(annotated, sentence)
        plain = lower[sentence.start : sentence.end]
        for rule in rules:
            for match in rule.pattern.finditer(masked):
                register = register_at(annotated, sentence.start + match.end() - 1)
                if rule.register <= register and (not rule.place or PLACE_NEXT.match(masked, match.end())):
                    yield judge(rule, masked, plain, match, sentence, register)


def governs(other: Candidate, candidate: Candidate) -> bool:
    """Whether a candidate lies in the subject of another one, or repeats the kind of one before it in its sentence."""
    if other.rule.np:
        return False
    inside = other.clause_start <= candidate.start and candidate.end <= other.start
    same = other.rule.kind is candidate.rule.kind and other.sentence is candidate.sentence
    return inside or (same and other.start < candidate.start and not counts_anew(candidate, other))


def counts_anew(candidate: Candidate, other: Candidate) -> bool:
    """Whether the clause of a candidate stands after that of another one and has a number of its own."""
    start = candidate.sentence.start
    clause = candidate.match.string[candidate.clause_start - start : candidate.end - start]
    return candidate.clause_start >= other.clause_end and "N_" in clause


def standing(found: list[Candidate]) -> list[Candidate]:
    """The candidates that stand: of overlapping matches the one of highest rank, then the longer, then the earlier."""
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (-c.rule.rank, c.start - c.end, c.start, c.rule.id)):
        if not any(candidate.start < other.end and other.start < candidate.end for other in kept):
            kept.append(candidate)
    kept = [
        candidate for candidate in kept if not (candidate.rule.np and any(governs(other, candidate) for other in kept))
    ]
    return sorted(kept, key=lambda c: (c.start, c.end))
