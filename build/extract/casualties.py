"""Extractor of the table `casualties`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.casualty_frames import Finding, Refusal, read_frames
from newsledger.build.extract.casualty_groups import read_parts
from newsledger.build.extract.casualty_words import casualty_words
from newsledger.build.extract.claim import make_claim
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.casualties import Casualty
from newsledger.schema.skip import Skip
from newsledger.schema.vocabularies import BlockType, Modality, VictimClass

WORDS = re.compile(r"[^\W\d_](?:\w|[.'’-](?=\w))*")


def extract(annotated: Annotated) -> Iterator[Casualty | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    document = annotated.document
    anchors = casualty_words().anchors
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        if block.kind is BlockType.BOILERPLATE or block.repeats is not None:
            continue
        if anchors.isdisjoint(WORDS.findall(document.view[sentence.start : sentence.end].lower())):
            continue
        reading = read_parts(annotated, sentence.start, sentence.end)
        headline = block.kind is BlockType.HEADLINE or document.view[sentence.end - 1] not in ".!?\"”’)"
        for found in read_frames(reading, headline):
            if isinstance(found, Refusal):
                yield Skip(article_id=document.article.article_id, table=Casualty.TABLE, start=found.start, end=found.end, rule_id=found.rule_id, reason=found.reason)
            else:
                yield row(annotated, found)


def row(annotated: Annotated, finding: Finding) -> Casualty:
    text = annotated.document.article.text
    columns = {}
    if finding.none:
        columns["modality"] = Modality.DENIED
    part = finding.part
    victims = {n.victims for p in finding.parts for n in p.nouns[-1:]} if finding.parts else set()
    cls = VictimClass.UNSTATED
    for c in (VictimClass.COMBATANT, VictimClass.CIVILIAN):
        if c in victims: cls = c
    return make_claim(
        Casualty, annotated, finding.start, finding.end, finding.rule_id, finding.outcome, outcome=finding.outcome,
        count=finding.count, count_min=finding.count_min, count_max=finding.count_max, quantifier=finding.quantifier, count_kind=finding.kind,
        count_text=text[part.quantity.start : part.quantity.end] if part and part.quantity else None, victim_class=cls,
        victim_text=text[part.head[0] : part.head[1]] if part and part.head else None, **columns)
