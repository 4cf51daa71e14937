"""Places: names with kind, country and coordinates; same-named towns told apart by the article's countries."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from newsledger.build.mentions.bodies import Body
from newsledger.build.mentions.casing import cased
from newsledger.build.mentions.containment import compound, contained, is_compound
from newsledger.build.mentions.demonym_lands import demonym_lands
from newsledger.build.mentions.entries import Tag
from newsledger.build.mentions.gazetteer import Country, Place
from newsledger.build.mentions.government import stands_for_government
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.place_mention import PlaceMention
from newsledger.build.mentions.place_patterns import place_pattern
from newsledger.build.mentions.placing import Frame, frame_of, is_apposed
from newsledger.build.mentions.reading import Reading, read
from newsledger.build.mentions.tellers import told_from
from newsledger.build.mentions.words import Words
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import PlacePrecision

__all__ = ["PlaceMention", "find_places"]

P = PlacePrecision


def find_places(document: Document) -> tuple[PlaceMention, ...]:
    """Find the places of a document, in text order."""
    reading = read(document)
    persons: set[int] = set()
    inside: set[int] = set()
    for joined, person in zip(reading.joined, reading.persons, strict=True):
        if person:
            persons.add(joined.main.first)
        for part in joined.parts:
            if part.kind in ("place", "state", "name"):
                inside.add(part.first)
    weights = _weights(reading)
    found: list[PlaceMention] = []
    for phrase in reading.phrases:
        if phrase.first in persons and phrase.kind in ("name", "person") and not is_apposed(reading.words, phrase):
            continue
        mention = _mention(reading, phrase, weights, phrase.first in inside)
        if mention is None or (found and mention.start < found[-1].end):
            continue
        if found and is_compound(document.view, found[-1], mention):
            found[-1] = compound(document.view, found[-1], mention)
        else:
            found.append(_in_list(found, mention))
    found = sorted([*found, *_quarters(document.view, found), *demonym_lands(reading, found)], key=lambda p: p.start)
    found = _in_full(reading, _heading(document, found))
    held = contained(document.view, found, frozenset(code for code in weights if code))
    return tuple([told_from(document.view, place) for place in held])


def _in_full(reading: Reading, found: list[PlaceMention]) -> list[PlaceMention]:
    """The places, countries under the name that the text gives before their short form: "… Congo (DRC)"."""
    words, full = reading.words, dict[str, str]()
    for one, other in pairwise(reading.tags):
        is_same = one.tag is other.tag is Tag.COUNTRY and one.payload == other.payload
        if is_same and other.first == one.last and words.gaps[one.last - 1] in (" (", ", "):
            full.setdefault(words.texts[other.first], " ".join(words.texts[one.first : one.last]))
    return [p._replace(name=full[p.name]) if p.name in full else p for p in found] if full else found


def _quarters(view: str, found: list[PlaceMention]) -> list[PlaceMention]:
    """The quarters of an unnamed land, where no other place stands."""
    taken = {p.start for p in found}
    quarters = []
    for match in place_pattern("quarter").finditer(view):
        number = match.lastindex or 0
        if taken.isdisjoint(range(*match.span(number))):
            start, end = match.span(number)
            governor, name = match[number - 1], match[number]
            quarters.append(PlaceMention(start, end, name, P.SUBNATIONAL, None, None, None, None, governor))
    return quarters


def _heading(document: Document, found: list[PlaceMention]) -> list[PlaceMention]:
    """The places, those marked that head a block: "Aden: …"."""
    heads = {block.start for block in document.blocks}
    return [
        p._replace(governor="heading")
        if p.governor is None and p.start in heads and document.view[p.end : p.end + 2] == ": "
        else p
        for p in found
    ]


def _in_list(found: list[PlaceMention], mention: PlaceMention) -> PlaceMention:
    """A place after "and", or a country after another and a comma, is governed like the place before it."""
    before = found[-1] if found and mention.start - found[-1].end < 30 else None
    is_country = before is not None and before.precision is mention.precision is P.COUNTRY
    if mention.governor != "list" and not (mention.governor == "within" and is_country):
        return mention
    return mention._replace(governor=before.governor if before is not None else None)


def _weights(reading: Reading) -> Counter[str]:
    """How often the document names each country, by itself, its people, its bodies or its known places."""
    weights: Counter[str] = Counter()
    for tag in reading.tags:
        payload = tag.payload
        if payload is None or tag.tag is Tag.HEAD:
            continue
        if isinstance(payload, Country) and payload.country_iso3:
            weights[payload.country_iso3] += 3
        elif isinstance(payload, Body) and payload.country_iso3:
            weights[payload.country_iso3] += 1
        elif isinstance(payload, tuple) and tag.tag is Tag.PLACE and len({p.country_iso3 for p in payload}) == 1:
            weights[payload[0].country_iso3 or ""] += 1
    return weights


def _mention(reading: Reading, phrase: Phrase, weights: Counter[str], inside: bool) -> PlaceMention | None:
    """The place a phrase names, or None."""
    if phrase.kind not in ("place", "state", "name", "head"):
        return None
    frame = frame_of(reading, phrase)
    if frame is None or _is_government(reading, phrase, frame):
        return None
    country = phrase.country if phrase.kind == "state" else _owner(phrase, frame)
    if country is not None:
        placed = _country_mention(reading.words, country, frame, inside or phrase.kind == "head")
        return _in_case(placed, country.name) if placed is not None else None
    payload = next((t.payload for t in phrase.tags if t.tag is Tag.PLACE and t.last == frame.base_last), None)
    if isinstance(payload, tuple):
        return _in_case(_listed_mention(reading.words, payload, frame, weights, inside), payload[0].name)
    if frame.precision is None or (inside and phrase.kind == "name"):
        return None
    return _placed(reading.words, frame, frame.precision, frame.country_iso3, None, inside)


def _in_case(place: PlaceMention, known: str) -> PlaceMention:
    """A place in capitals under its name in the usual case."""
    return place._replace(name=cased(place.name, known)) if place.name.isupper() else place


def _is_government(reading: Reading, phrase: Phrase, frame: Frame) -> bool:
    """Whether a capital that no preposition places stands for its government."""
    free = (None, "list", "between", "by", "against", "for", "of")
    return phrase.kind == "place" and frame.governor in free and stands_for_government(reading, phrase)


def _owner(phrase: Phrase, frame: Frame) -> Country | None:
    """The country that begins a phrase about something in it ("in Lebanon's refugee camps")."""
    if phrase.kind != "head":
        return None
    return next((t.payload for t in phrase.tags if isinstance(t.payload, Country) and t.last == frame.last), None)


def _placed(
    words: Words, frame: Frame, precision: PlacePrecision, country: str | None, row: Place | None, inside: bool
) -> PlaceMention:
    """A mention of the words of a frame, with the id and coordinates of a row of the gazetteer."""
    start, end, name = words.starts[frame.first], words.ends[frame.last - 1], words.name(frame.first, frame.last)
    number, latitude, longitude = (row.geonames_id, row.latitude, row.longitude) if row else (None, None, None)
    return PlaceMention(start, end, name, precision, country, number, latitude, longitude, frame.governor, inside)


def _country_mention(words: Words, country: Country, frame: Frame, inside: bool) -> PlaceMention | None:
    """A country as a place: only where the words around it place something there."""
    if frame.is_partial:
        return _placed(words, frame, P.SUBNATIONAL, country.country_iso3, None, inside)
    if frame.governor is None:
        return None
    return _placed(words, frame, P.COUNTRY, country.country_iso3, None, inside)._replace(
        geonames_id=country.geonames_id
    )


def _listed_mention(
    words: Words, rows: tuple[Place, ...], frame: Frame, weights: Counter[str], inside: bool
) -> PlaceMention:
    """A name of the gazetteer, as the words around it qualify it."""
    place = choose(rows, weights, frame)
    if _is_far(place, frame, weights):
        return _placed(words, frame, frame.precision or place.precision, frame.country_iso3, None, inside)
    if frame.is_partial:
        part = P.NEIGHBOURHOOD if place.precision is P.SETTLEMENT else P.SUBNATIONAL
        return _placed(words, frame, part, place.country_iso3, None, inside)
    is_suburb = frame.precision is P.NEIGHBOURHOOD and frame.last == frame.base_last and place.precision is P.SETTLEMENT
    if frame.precision in (None, place.precision) or is_suburb:
        return _placed(words, frame, place.precision, place.country_iso3, place, inside)
    precision = frame.precision or place.precision
    same = [p for p in rows if p.precision is precision and p.country_iso3 == place.country_iso3]
    return _placed(words, frame, precision, place.country_iso3, same[0] if same else None, inside)


def _is_far(place: Place, frame: Frame, weights: Counter[str]) -> bool:
    """Whether a lesser place, or a town where the text names a district, lies in a country the text never names."""
    if not weights or weights[place.country_iso3 or ""] or place.country_iso3 == frame.country_iso3:
        return False
    return not place.is_known or (place.population < LARGE and frame.precision not in (None, place.precision))


LARGE = 500_000


def choose(places: tuple[Place, ...], weights: Counter[str], frame: Frame) -> Place:
    """The likeliest bearer of a name: in the country beside it, else in one the article names, else the largest."""
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
    others = [
        p
        for p in places[1:]
        if weights[p.country_iso3 or ""] and (p.precision is P.PROVINCE or p.population * 100 >= first.population)
    ]
    return max(others, key=lambda p: (weights[p.country_iso3 or ""], p.population)) if others else first
