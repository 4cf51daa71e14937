"""The place the context gives: "the city", the sentences before, headline, country, dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.places_below import told_below
from newsledger.build.mentions.precisions import LANDS, TOWNS
from newsledger.build.mentions.setting import AWAY, is_scene, setting_of
from newsledger.build.text.blocks import Block
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
BUILDINGS = (
    "airport|hospital|hotel|mosque|church|school|base|barracks|garrison|bridge|checkpoint|market|prison|complex|port"
    "|university|stadium|compound|cathedral|monastery|temple|mall|plant"
)
POINTER = re.compile(
    r"\b(in|inside|outside|around|near|at|across|on|of|from|throughout|leave|leaving|left|fled|flee|through"
    r"|within|into|to|attacked|stormed|invaded|raided|entered|overran|shelled|bombed|captured|surrounded|burned|burnt"
    r"|torched|struck|hit|reached|besieged|seized|took|retook|recaptured|attack|storm|raid|enter|capture) "
    r"(?:the|this|that) "
    r"(?:\w+ (?:and|,) )?(?:entire |whole |besieged |northern |southern |eastern |western |coastal )?"
    r"(city|town|village|camp|country|nation|province|governorate|state|district|capital|island|neighbourhood|neighborhood"
    r"|suburb|territory|enclave|region|kingdom|republic"
    rf"|{BUILDINGS})\b(?! (?:of|that|where)\b)"
)
# "Near the capital", "east of the city": not in it.
BESIDE = re.compile(r"\b(?:near|outside|(?:north|south|east|west)[a-z-]* of)$")
KINDS = {
    **dict.fromkeys(("city", "town", "village", "capital"), (P.SETTLEMENT,)),
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), (P.COUNTRY,)),
    **dict.fromkeys(
        ("province", "governorate", "state", "island", "territory", "enclave", "region"), (P.PROVINCE, P.SUBNATIONAL)
    ),
    **dict.fromkeys(("camp", "neighbourhood", "neighborhood", "suburb"), (P.NEIGHBOURHOOD,)),
    "district": (P.DISTRICT, P.NEIGHBOURHOOD),
}
# Nouns that are part of the names they point to.
NAMING = ("village", "camp")
# Paragraphs before that are near.
NEAR = 2
# In which others lie.
HOLDERS = LANDS | {P.DISTRICT}


def pointed_to(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The last place before that "the city", "the camp", "the country" in `start:end` can mean."""
    for match in POINTER.finditer(annotated.document.view, start, end):
        noun = match[2]
        if noun == "capital" and BESIDE.search(annotated.document.view, match.start(1) - 12, match.end(1)):
            continue
        kinds = KINDS.get(noun, ())
        before = [p for p in within(annotated.places, 0, match.start()) if p.precision in kinds or not kinds]
        if noun == "capital":
            before = [p for p in before if fold(p.name) in countries().capitals] or before
        named = [p for p in before if noun in p.name.lower()] if noun in NAMING or not kinds else []
        if named or (before and kinds):
            return (named or before)[-1]
        if kinds == (P.COUNTRY,):
            return setting_of(annotated).main_country
    return None


def carried(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the text before: the block's sentences, its dateline, the blocks before, headline, country."""
    document = annotated.document
    setting = setting_of(annotated)
    index = max(0, bisect_right(setting.block_starts, start) - 1)
    block = document.blocks[index]
    found = (
        _heading(annotated, index)
        or _last_placed(annotated, block.start, start)
        or _named(annotated, block.start, start)
    )
    if found is not None:
        return found
    datelines = setting.datelines
    if len(datelines) > 1 and index and document.blocks[index - 1].kind is BlockType.DATELINE:
        return next(iter(within(annotated.places, document.blocks[index - 1].start, block.start)), None)
    return (
        _placed_in(annotated, document.blocks[max(0, index - NEAR) : index])
        or _scene(annotated, start, index)
        or (setting.main_country if len(datelines) <= 1 else None)
        or next((p for b in datelines[:1] for p in within(annotated.places, b.start, b.end)), None)
    )


def dateline_place(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the only dateline, for the first paragraph behind it."""
    document = annotated.document
    datelines = setting_of(annotated).datelines
    if len(datelines) != 1:
        return None
    index = bisect_right(setting_of(annotated).block_starts, start) - 1
    is_behind = index > 0 and document.blocks[index - 1] is datelines[0]
    return next(iter(within(annotated.places, datelines[0].start, datelines[0].end)), None) if is_behind else None


def _last_placed(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of the last sentence of a stretch that puts something at a place."""
    found = [place for place in within(annotated.places, start, end) if is_scene(place)]
    if not found:
        return None
    sentence = annotated.document.sentence_at(found[-1].start)
    return _finest([place for place in found if place.start >= sentence.start])


def _finest(found: list[PlaceMention]) -> PlaceMention:
    """The first of the places of a sentence; a land gives way to the town in it that is told after it."""
    first = found[0]
    if first.precision not in HOLDERS:
        return first
    held = (p for p in found if p.precision in TOWNS - HOLDERS and p.country_iso3 in (None, first.country_iso3))
    return next(held, first)


def _placed_in(annotated: Annotated, blocks: Sequence[Block]) -> PlaceMention | None:
    """The place of the last of some paragraphs that puts something at a place."""
    placed = (_last_placed(annotated, b.start, b.end) for b in reversed(blocks) if b.kind is BlockType.BODY)
    return next((place for place in placed if place is not None), None)


def _scene(annotated: Annotated, start: int, index: int) -> PlaceMention | None:
    """The town of the headline, of what a lead is followed by or of a paragraph further up; else the land of either."""
    setting = setting_of(annotated)
    headed = setting.headline_over(index)
    if headed is not None and headed.precision not in LANDS:
        return headed
    further = _placed_in(annotated, annotated.document.blocks[: max(0, index - NEAR)])
    if headed is None and further is not None and further.precision not in LANDS:
        return further
    ahead = told_below(annotated, start, setting.main_country)
    if ahead is not None or headed is None:
        return ahead or further
    return further if further is not None and further.country_iso3 in (None, headed.country_iso3) else headed


def _heading(annotated: Annotated, index: int) -> PlaceMention | None:
    """The place that heads a block, or the block whose text it goes on with."""
    for block in reversed(annotated.document.blocks[max(0, index - 1) : index + 1]):
        for place in within(annotated.places, block.start, block.end)[:1]:
            if place.governor == "heading":
                return place
    return None


def _named(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The last town a stretch names, however."""
    towns = [
        p
        for p in within(annotated.places, start, end)
        if p.precision in (P.SETTLEMENT, P.NEIGHBOURHOOD) and not p.is_part_of_actor and p.governor not in AWAY
    ]
    return towns[-1] if towns else None
