"""Places below: the place that the first sentences give to a headline or lead that names none, or only a country."""

from __future__ import annotations

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.other_times import opens_other_place
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import COUNTRIES
from newsledger.build.mentions.setting import is_scene, setting_of
from newsledger.schema.vocabularies import BlockType

LEAD = 1
AHEAD = 5


def told_below(annotated: Annotated, start: int, land: PlaceMention | None) -> PlaceMention | None:
    """The first place below a headline or lead at which something happens, in a country if one is given."""
    document = annotated.document
    sentence = document.sentence_at(start)
    first = setting_of(annotated).first_sentence
    if sentence.index > first + LEAD:
        return None
    for after in document.sentences[max(sentence.index + 1, first) : first + AHEAD]:
        if document.blocks[after.block].kind is not BlockType.BODY:
            continue
        for place in within(annotated.places, after.start, after.end):
            is_same_land = land is None or place.country_iso3 in (None, land.country_iso3)
            if is_scene(place) and place.precision not in COUNTRIES and is_same_land:
                return place
    return None


def told_of_one(annotated: Annotated, start: int, land: PlaceMention) -> PlaceMention | None:
    """The place below at which what a headline or lead puts in a country happened."""
    found = told_below(annotated, start, land)
    if found is None:
        return None
    document = annotated.document
    return None if opens_other_place(document.view, document.sentence_at(found.start).start) else found
