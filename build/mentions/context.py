"""The place the context gives: "the city", the sentences before, headline, country, dateline."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsledger.build.mentions.annotated import Annotated, Mentions, last_within, within
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.place_patterns import place_pattern
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.places_below import told_below
from newsledger.build.mentions.precisions import LANDS
from newsledger.build.mentions.setting import setting_of
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
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
    matches = [match for match in place_pattern("pointer").finditer(view) if not _is_beside(view, match)]
    meant = ((match, _meant(annotated, match)) for match in matches)
    return Mentions([Pointer(*match.span(), place) for match, place in meant if place is not None])


def _is_beside(view: str, match: re.Match[str]) -> bool:
    """Whether something is near the capital, not in it."""
    start, end = match.span("before")
    return match["settlement"] == "capital" and place_pattern("beside").search(view, start - 12, end) is not None


def _meant(annotated: Annotated, match: re.Match[str]) -> PlaceMention | None:
    """The last place before that "the city", "the camp", "the country" can mean."""
    group = match.lastgroup or ""
    noun, kinds = match[group], () if group == "building" else tuple(map(PlacePrecision, group.split("_or_")))
    before = [p for p in within(annotated.places, 0, match.start()) if p.precision in kinds or not kinds]
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
