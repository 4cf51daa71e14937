"""The place the context gives: "the city", the sentences before, headline, country, dateline."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsledger.build.mentions.annotated import Annotated, Mentions, last_within, within
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.places_below import told_below
from newsledger.build.mentions.precisions import LANDS
from newsledger.build.mentions.setting import setting_of
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


class Pointer(NamedTuple):
    """Words that point back to a place ("in the city"), with the place they mean."""

    start: int
    end: int
    place: PlaceMention


@kept
def pointers(annotated: Annotated) -> Mentions[Pointer]:
    """All words of a text that point back to a place it has named."""
    view = annotated.document.view
    matches = [match for match in POINTER.finditer(view) if not _is_beside(view, match)]
    meant = ((match, _meant(annotated, match[2], match.start())) for match in matches)
    return Mentions([Pointer(*match.span(), place) for match, place in meant if place is not None])


def _is_beside(view: str, match: re.Match[str]) -> bool:
    """Whether something is near the capital, not in it."""
    return match[2] == "capital" and BESIDE.search(view, match.start(1) - 12, match.end(1)) is not None


def _meant(annotated: Annotated, noun: str, start: int) -> PlaceMention | None:
    """The last place before that "the city", "the camp", "the country" can mean."""
    kinds = KINDS.get(noun, ())
    before = [p for p in within(annotated.places, 0, start) if p.precision in kinds or not kinds]
    if noun == "capital":
        before = [p for p in before if fold(p.name) in countries().capitals] or before
    named = [p for p in before if noun in p.name.lower()] if noun in NAMING or not kinds else []
    if named or (before and kinds):
        return (named or before)[-1]
    return setting_of(annotated).main_country if kinds == (P.COUNTRY,) else None


def pointed_to(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place that the first pointer in `start:end` means."""
    found = within(pointers(annotated), start, end)
    return found[0].place if found else None


def carried(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the text before: the block's sentences, its dateline, the blocks before, headline, country."""
    document, setting = annotated.document, setting_of(annotated)
    index = document.block_index(start)
    found = setting.heading(index) or _told_before(annotated, document.blocks[index].start, start)
    if found is not None:
        return found
    datelines = setting.datelines
    if len(datelines) > 1 and index and document.blocks[index - 1].kind is BlockType.DATELINE:
        return datelines.get(index - 1)
    return (
        setting.last_told_in(index - NEAR, index)
        or _scene(annotated, start, index)
        or (setting.main_country if len(datelines) <= 1 else None)
        or next(iter(datelines.values()), None)
    )


def _told_before(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The place of the last sentence of a stretch that puts something at one, else the last town it names, however."""
    setting = setting_of(annotated)
    if (scene := last_within(setting.scenes, start, end)) is not None:
        return setting.told_at[scene]
    town = last_within(setting.towns, start, end)
    return setting.towns[town] if town is not None else None


def dateline_place(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the only dateline, for the first paragraph behind it."""
    datelines = setting_of(annotated).datelines
    return datelines.get(annotated.document.block_index(start) - 1) if len(datelines) == 1 else None


def _scene(annotated: Annotated, start: int, index: int) -> PlaceMention | None:
    """The town of the headline, of what a lead is followed by or of a paragraph further up; else the land of either."""
    setting = setting_of(annotated)
    headed = setting.headline_over(index)
    if headed is not None and headed.precision not in LANDS:
        return headed
    further = setting.last_told_in(0, index - NEAR)
    if headed is None and further is not None and further.precision not in LANDS:
        return further
    ahead = told_below(annotated, start, setting.main_country)
    if ahead is not None or headed is None:
        return ahead or further
    return further if further is not None and further.country_iso3 in (None, headed.country_iso3) else headed
