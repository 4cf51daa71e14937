"""The place the context gives: "the city", the sentences before, headline, country, dateline."""

from __future__ import annotations

import re
from bisect import bisect_right

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.below import told_below
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.setting import AWAY, HELD, is_scene, setting_of
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
TOWNS = (P.SETTLEMENT,)
LANDS = (P.PROVINCE, P.SUBNATIONAL)
KINDS = {
    **dict.fromkeys(("city", "town", "village", "capital"), TOWNS),
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), (P.COUNTRY,)),
    **dict.fromkeys(("province", "governorate", "state", "island", "territory", "enclave", "region"), LANDS),
    **dict.fromkeys(("camp", "neighbourhood", "neighborhood", "suburb"), (P.NEIGHBOURHOOD,)),
    "district": (P.DISTRICT, P.NEIGHBOURHOOD),
}


# Nouns that are part of the names they point to.
NAMING = ("village", "camp")


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
    for earlier in reversed(document.blocks[max(0, index - 2) : index]):
        if earlier.kind is BlockType.BODY and (found := _last_placed(annotated, earlier.start, earlier.end)):
            return found
    scene = setting.headline_over(index) or _scene(annotated, index)
    if scene is None or scene.precision in LANDS_WIDE:
        ahead = told_below(annotated, start, setting.main_country)
        if ahead is not None:
            return ahead
    if scene is not None and scene.precision in LANDS_WIDE:
        finer = _scene(annotated, index)
        scene = finer if finer is not None and finer.country_iso3 in (None, scene.country_iso3) else scene
    return (
        scene
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
    held = (p for p in found if p.precision in HELD[:3] and p.country_iso3 in (None, first.country_iso3))
    return next(held, first)


LANDS_WIDE = (P.COUNTRY, P.REGION, P.PROVINCE, P.SUBNATIONAL)


def _scene(annotated: Annotated, index: int) -> PlaceMention | None:
    """The town or land that a block further up places something in."""
    for earlier in reversed(annotated.document.blocks[: max(0, index - 2)]):
        if earlier.kind is BlockType.BODY and (found := _last_placed(annotated, earlier.start, earlier.end)):
            return found
    return None


# Lands, in which places lie.
HOLDERS = (P.COUNTRY, P.REGION, P.PROVINCE, P.SUBNATIONAL, P.DISTRICT)


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
