"""Places: names from the gazetteer, with kind, country and coordinates, same-named towns told apart by the article's countries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsledger.build.mentions.gazetteer import Country, Place
from newsledger.build.mentions.government import stands_for_government
from newsledger.build.mentions.links import is_person
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.placing import Frame, frame_of
from newsledger.build.mentions.reading import Reading, read, speech_verbs
from newsledger.build.mentions.tags import Tag
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import PlacePrecision


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named as a place (not a demonym, not a capital that stands for its government).

    `governor` is the word that places it there: a preposition ("in"), "object" of a verb that goes there, "list" or "within" after another
    place, "dateline"; None where nothing does. `is_part_of_actor` holds inside "the U.S. Embassy in Beirut".
    """

    start: int
    end: int
    name: str
    precision: PlacePrecision
    country_iso3: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    governor: str | None = None
    is_part_of_actor: bool = False


def find_places(document: Document) -> tuple[PlaceMention, ...]:
    """Find the places of a document, in text order."""
    reading = read(document)
    verbs = speech_verbs()
    persons: set[int] = set()
    inside: set[int] = set()
    for joined in reading.joined:
        if is_person(reading.words, joined, reading.ordinary, verbs):
            persons.add(joined.main.first)
        inside.update(part.first for part in joined.parts if part.kind in ("place", "state", "name"))
    weights = _weights(reading)
    found: list[PlaceMention] = []
    for phrase in reading.phrases:
        if phrase.first in persons and phrase.kind in ("name", "person"):
            continue
        mention = _mention(reading, phrase, weights, phrase.first in inside)
        if mention is not None and (not found or mention.start >= found[-1].end):
            found.append(mention)
    return tuple(found)


def _weights(reading: Reading) -> Counter[str]:
    """How often the document names each country, by itself, its people or its known places."""
    weights: Counter[str] = Counter()
    for phrase in reading.phrases:
        for tag in phrase.tags:
            if isinstance(tag.payload, Country) and tag.payload.country_iso3:
                weights[tag.payload.country_iso3] += 3
            elif isinstance(tag.payload, tuple) and tag.tag is Tag.PLACE and len({p.country_iso3 for p in tag.payload}) == 1:
                weights[tag.payload[0].country_iso3 or ""] += 1
    return weights


def _mention(reading: Reading, phrase: Phrase, weights: Counter[str], inside: bool) -> PlaceMention | None:
    """The place a phrase names, or None."""
    if phrase.kind not in ("place", "state", "name", "head"):
        return None
    frame = frame_of(reading, phrase)
    if frame is None or phrase.kind == "place" and frame.governor is None and stands_for_government(reading, phrase):
        return None
    words = reading.words
    start, end = words.starts[frame.first], words.ends[frame.last - 1]
    name = " ".join(words.view[start:end].split())
    if phrase.kind == "state":
        return _country_mention(phrase, frame, start, end, name, inside)
    payload = next((t.payload for t in phrase.tags if t.tag is Tag.PLACE and isinstance(t.payload, tuple) and t.last == frame.base_last), None)
    if not isinstance(payload, tuple):
        if frame.precision is None:
            return None
        return PlaceMention(start, end, name, frame.precision, frame.country_iso3, None, None, None, frame.governor, inside)
    place = choose(payload, weights, frame)
    if frame.is_partial:
        precision = PlacePrecision.SUBNATIONAL if place.precision is not PlacePrecision.SETTLEMENT else PlacePrecision.NEIGHBOURHOOD
        return PlaceMention(start, end, name, precision, place.country_iso3, None, None, None, frame.governor, inside)
    if frame.precision is not None and frame.precision is not place.precision:
        return _as_framed(payload, place, frame, start, end, name, inside)
    return PlaceMention(
        start, end, name, place.precision, place.country_iso3, place.geonames_id, place.latitude, place.longitude, frame.governor, inside
    )


def _as_framed(
    payload: tuple[Place, ...], place: Place, frame: Frame, start: int, end: int, name: str, inside: bool
) -> PlaceMention:
    """A name whose frame tells another kind than its first row: "Aden governorate", "Gaza airport"."""
    precision = frame.precision or place.precision
    same = [p for p in payload if p.precision is precision and p.country_iso3 == place.country_iso3]
    row = same[0] if same else None
    return PlaceMention(
        start,
        end,
        name,
        precision,
        place.country_iso3,
        row.geonames_id if row else None,
        row.latitude if row else None,
        row.longitude if row else None,
        frame.governor,
        inside,
    )


def _country_mention(phrase: Phrase, frame: Frame, start: int, end: int, name: str, inside: bool) -> PlaceMention | None:
    """A country as a place: only where the words around it place something there."""
    if frame.governor is None and not frame.is_partial:
        return None
    precision = PlacePrecision.SUBNATIONAL if frame.is_partial else PlacePrecision.COUNTRY
    code = phrase.country.country_iso3 if phrase.country else None
    return PlaceMention(start, end, name, precision, code, None, None, None, frame.governor, inside)


def choose(places: tuple[Place, ...], weights: Counter[str], frame: Frame) -> Place:
    """The likeliest bearer of a name: in the country beside it, else in one the article names if it is not dwarfed, else the first."""
    if frame.country_iso3 is not None:
        beside = [p for p in places if p.country_iso3 == frame.country_iso3]
        if beside:
            return beside[0]
    if frame.precision is not None:
        framed = [p for p in places if p.precision is frame.precision and weights[p.country_iso3 or ""]]
        if framed:
            return max(framed, key=lambda p: (weights[p.country_iso3 or ""], p.population))
    first = places[0]
    if weights[first.country_iso3 or ""] or first.country_iso3 is None:
        return first
    others = [p for p in places[1:] if weights[p.country_iso3 or ""] and p.population * 100 >= first.population]
    return max(others, key=lambda p: (weights[p.country_iso3 or ""], p.population)) if others else first
