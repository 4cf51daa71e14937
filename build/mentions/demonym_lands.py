"""Demonym lands: a country placed by its adjective before what lies in it ("on Iranian targets", "in Thai waters")."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.place_mention import PlaceMention
from newsledger.build.mentions.reading import Reading
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import Words
from newsledger.schema.vocabularies import PlacePrecision


def demonym_lands(reading: Reading, found: list[PlaceMention]) -> Iterator[PlaceMention]:
    """The countries placed by an adjective, where no other place stands."""
    taken = {place.start for place in found}
    for tag in reading.tags:
        if tag.tag is not Tag.ADJECTIVE or not isinstance(tag.payload, Country):
            continue
        mention = _land(reading.words, tag, tag.payload)
        if mention is not None and taken.isdisjoint(range(mention.start, mention.end)):
            yield mention


def _land(words: Words, tag: Tagged, country: Country) -> PlaceMention | None:
    """The country of an adjective between a preposition and a noun for land, people's places or what is struck."""
    last = tag.last
    if last >= len(words.starts) or words.gaps[last - 1] != " " or words.folded[last] not in phrase_words("lying_in"):
        return None
    if (
        last + 1 < len(words.starts)
        and words.gaps[last] == " "
        and (words.folded[last + 1] == "of" or words.capitals[last + 1])
    ):
        return None
    before = tag.first - 1
    while before >= 0 and words.gaps[before] == " " and words.folded[before] in phrase_words("determining"):
        before -= 1
    governor = words.folded[before] if before >= 0 else ""
    if words.gaps[before] != " " or (governor not in frames().locative and governor != "inside"):
        return None
    start, end = words.starts[tag.first], words.ends[last]
    return PlaceMention(
        start,
        end,
        country.name,
        PlacePrecision.COUNTRY,
        country.country_iso3,
        country.geonames_id,
        None,
        None,
        governor,
    )
