"""Extractor of the table `casualties`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.casualty_findings import Finding, Found, Refusal
from newsledger.build.extract.casualty_frames import read_frames
from newsledger.build.extract.casualty_groups import read_parts
from newsledger.build.extract.casualty_rows import MINORS, Told, kind_of_count, merge, settle_classes, victims_of
from newsledger.build.extract.casualty_sources import Source, find_sources, kind_of, nearby_source, source_at
from newsledger.build.extract.casualty_subsets import add_subsets
from newsledger.build.extract.casualty_words import casualty_words
from newsledger.build.extract.claim import make_claim, repeats
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.sentences import Sentence
from newsledger.schema.casualties import Casualty
from newsledger.schema.skip import Reason, Skip
from newsledger.schema.vocabularies import AttributionKind, BlockType, Modality, Outcome, VictimClass

WORDS = re.compile(r"[^\W\d_](?:\w|[.'’-](?=\w))*")

ADDING = re.compile(r", (?:adding|and added|saying|noting)\b")


def extract(annotated: Annotated) -> Iterator[Casualty | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    found = [(sentence, one) for sentence in _sentences(annotated) for one in _read(annotated, sentence)]
    sources = find_sources(annotated) if any(isinstance(one, Finding) for _, one in found) else []
    told: list[Told] = []
    for sentence, one in found:
        if isinstance(one, Refusal):
            yield _skip(annotated, one.start, one.end, one.rule_id, one.reason)
        elif _is_play(annotated, sentence):
            yield _skip(annotated, one.start, one.end, one.rule_id, Reason.FIGURATIVE)
        elif _is_repeat(one, told):
            yield _skip(annotated, one.start, one.end, one.rule_id, Reason.COVERED_BY_ANOTHER_ROW)
        else:
            told.append(_told(annotated, sentence, one, sources))
            _share_source(annotated, sentence, told)
    settle_classes(told)
    for row in merge(annotated, told):
        yield _row(annotated, row)


def _sentences(annotated: Annotated) -> Iterator[Sentence]:
    """The sentences that hold a word of harm."""
    document = annotated.document
    anchors = casualty_words().anchors
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockType.BOILERPLATE or block.repeats is not None:
            continue
        if not anchors.isdisjoint(WORDS.findall(document.view[sentence.start : sentence.end].lower())):
            yield sentence


def _read(annotated: Annotated, sentence: Sentence) -> list[Found]:
    document = annotated.document
    reading = read_parts(annotated, sentence.start, sentence.end)
    block = document.blocks[sentence.block]
    headline = block.kind is BlockType.HEADLINE or document.view[sentence.end - 1] not in ".!?\"”’)"
    ledger = read_frames(reading, headline)
    add_subsets(ledger)
    return sorted(ledger.found, key=lambda f: (f.start, f.end, f.rule_id))


def _skip(annotated: Annotated, start: int, end: int, rule_id: str, reason: Reason) -> Skip:
    return Skip(article_id=annotated.document.article.article_id, table=Casualty.TABLE, start=start, end=end, rule_id=rule_id, reason=reason)


def _share_source(annotated: Annotated, sentence: Sentence, told: list[Told]) -> None:
    """Give a figure behind "adding that" the source of the figure before it."""
    last = told[-1]
    if len(told) < 2 or last.source is not None or told[-2].finding.start < sentence.start:
        return
    if ADDING.search(annotated.document.view, told[-2].finding.end, last.finding.start):
        last.source = told[-2].source


def _is_play(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence tells of sport and not of force."""
    lexicon = casualty_words()
    words = set(WORDS.findall(annotated.document.view[sentence.start : sentence.end].lower()))
    return len(words & lexicon.sport) >= 2 and not words & lexicon.force


def _is_repeat(finding: Finding, told: list[Told]) -> bool:
    """Whether people without a number are those of an earlier row."""
    part = finding.part
    return (
        finding.count is None and finding.count_min is None and finding.count_max is None and part is not None and part.quantity is None
        and part.definite and (finding.outcome is not Outcome.ABDUCTED or any(t.finding.outcome is finding.outcome for t in told))
    )  # fmt: skip


def _told(annotated: Annotated, sentence: Sentence, finding: Finding, sources: list[Source]) -> Told:
    text = annotated.document.article.text
    words = annotated.document.view[sentence.start : sentence.end]
    part = finding.part
    anchor = finding.anchor if finding.anchor is not None else finding.start
    source = source_at(sources, anchor)
    if source is None and (near := nearby_source(words, finding.start - sentence.start, finding.end - sentence.start)):
        source = Source(finding.start, finding.end, *near)
    if finding.source is not None:
        named = " ".join(text[finding.source[0] : finding.source[1]].split())
        source = Source(finding.start, finding.end, named, kind_of(named))
    victims = victims_of(finding, words)
    if part is not None and victims is VictimClass.UNSTATED and MINORS.match(annotated.document.view, part.end):
        victims = VictimClass.CIVILIAN
    return Told(
        finding, source, victims,
        text[part.head[0] : part.head[1]] if part is not None and part.head is not None else None, kind_of_count(finding, words, sentence.start),
        annotated.document.blocks[sentence.block].kind is BlockType.HEADLINE,
    )  # fmt: skip


def _row(annotated: Annotated, told: Told) -> Casualty:
    finding, source = told.finding, told.source
    text = annotated.document.article.text
    quantity = finding.quantity or (finding.part.quantity if finding.part is not None else None)
    columns = {"modality": Modality.DENIED} if finding.none else {}
    also = sorted({(s.start, s.end): s for s in [*told.also, *repeats(annotated.document, finding.start, finding.end)]}.values(), key=lambda s: s.start)
    return make_claim(
        Casualty, annotated, finding.start, finding.end, finding.rule_id, f"{finding.outcome}:{finding.count}:{finding.count_min}",
        outcome=finding.outcome,
        count=finding.count,
        count_min=finding.count_min,
        count_max=finding.count_max,
        quantifier=finding.quantifier,
        count_text=text[quantity.start : quantity.end] if quantity is not None else None,
        count_kind=told.kind,
        victim_class=told.victims,
        victim_text=told.victim_text,
        attributed_to=source.text if source is not None else None,
        attribution_kind=source.kind if source is not None else AttributionKind.NONE,
        also=also,
        **columns,
    )  # fmt: skip
