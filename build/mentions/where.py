"""Where: the place that belongs to what is told at a place in the text."""

from __future__ import annotations

import re

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.places import PlaceMention
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
FINENESS = {P.NEIGHBOURHOOD: 0, P.SETTLEMENT: 0, P.SITE: 1, P.DISTRICT: 1, P.PROVINCE: 2, P.SUBNATIONAL: 2, P.COUNTRY: 4, P.REGION: 5, P.NONE: 6}
INSIDE = frozenset("in at near across inside outside around throughout on over within along off list object nearby through between amid under".split())
CLAUSE_END = re.compile(r"; |[,—–] (?:and|but|while|as|after|before|when|where|who|which|with) |[,—–] (?=[^,]{0,40}\b(?:said|says|told|reported|according)\b)| (?:while|after|before|when|whereas) | (?:said|says|told|added) |[“”]")
RANGE_TO_REGION = 10


def where(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of what is told at `start:end`: in its clause, else its sentence, else dateline or preceding context; None if none."""
    document = annotated.document
    sentence = document.sentence_at(start)
    here = [p for p in within(annotated.places, sentence.start, max(sentence.end, end)) if p.governor not in ("dateline",)]
    best = _best(annotated, here, start, end, sentence.start, max(sentence.end, end))
    if best is not None:
        return best
    return _carried(annotated, start)


def _clause(view: str, start: int, end: int, first: int, last: int) -> tuple[int, int]:
    """The clause around a span: from the last boundary before it to the first after it."""
    left = first
    for match in CLAUSE_END.finditer(view, first, start):
        left = match.end()
    found = CLAUSE_END.search(view, end, last)
    return left, found.start() if found else last


def _best(annotated: Annotated, places: list[PlaceMention], start: int, end: int, first: int, last: int) -> PlaceMention | None:
    """The best place of a sentence for a span: governed in its clause, then governed anywhere, then named at all."""
    if not places:
        return None
    left, right = _clause(annotated.document.view, start, end, first, last)
    ranked = sorted(places, key=lambda p: _rank(p, start, end, left, right))
    best = ranked[0]
    return best if _rank(best, start, end, left, right)[0] < RANGE_TO_REGION else None


def _rank(place: PlaceMention, start: int, end: int, left: int, right: int) -> tuple[int, int, int, int]:
    """How well a place fits, least first: how it is governed and whether in the clause, how fine, how far from the trigger."""
    in_clause = left <= place.start and place.end <= right
    governed = place.governor in INSIDE or place.governor == "within"
    distance = place.start - end if place.start >= end else start - place.end + 20 if place.end <= start else 0
    step = 0 if governed and in_clause else 2 if governed else 4 if place.governor in ("to", "into", "of", None) else 6
    if place.is_part_of_actor:
        step += 3
    return step, FINENESS[place.precision], int(place.start < start), max(distance, 0)


def _carried(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place the context gives: the sentence before in the block, then the block before, the headline, the dateline."""
    document = annotated.document
    block = document.block_at(start)
    before = [p for p in within(annotated.places, block.start, start) if p.governor in INSIDE or p.governor == "within"]
    if before:
        return before[-1]
    index = document.blocks.index(block)
    for earlier in reversed(document.blocks[max(0, index - 2) : index]):
        if earlier.kind is BlockType.DATELINE:
            continue
        found = [p for p in within(annotated.places, earlier.start, earlier.end) if p.governor in INSIDE and not p.is_part_of_actor]
        if found:
            return found[-1]
    for kind in (BlockType.HEADLINE, BlockType.DATELINE):
        for other in document.blocks:
            if other.kind is kind and (places := within(annotated.places, other.start, other.end)):
                return places[0]
    return None
