"""What the words around a name say of it as a place: kind, direction, containing country, governing word."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.mentions.apposition import apposition
from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.frames import STRONG, frames
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.governing import direction, governor_of, is_kind_of, kind_after, kind_before, suffers
from newsledger.build.mentions.links import DETERMINED
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import Reading
from newsledger.build.mentions.roles import phrase_words, word_lists
from newsledger.build.mentions.title_case import is_title_word
from newsledger.build.mentions.words import Words
from newsledger.schema.vocabularies import PlacePrecision


class Frame(NamedTuple):
    """The words `first:last` that name the place, the kind a place word gives it, and what governs it.

    `base_last` is the word after the bare name; `is_partial` holds for "southern X" and "part of X".
    """

    first: int
    last: int
    base_last: int
    precision: PlacePrecision | None
    is_partial: bool
    country_iso3: str | None
    governor: str | None


# "A northern Mali village", "an Iraq market": the land names no village and no market.
UNNAMED = frozenset(("settlement", "neighbourhood"))


def frame_of(reading: Reading, phrase: Phrase) -> Frame | None:
    """The frame of a phrase as a place; None when it is none."""
    words = reading.words
    if phrase.kind == "head":
        return _site_frame(words, phrase) or _owner_frame(words, phrase)
    base_last = _base_last(words, phrase)
    if base_last is None or (phrase.kind == "name" and is_title_word(words, phrase, reading.title_lines)):
        return None
    last, after = kind_after(words, base_last)
    left, is_partial = direction(words, phrase, phrase.name_first)
    if after == "subnational" and phrase.kind == "name" and words.folded[last - 1] == "area":
        after = "district"
    if phrase.kind == "state" and (after in UNNAMED or (after == "site" and not words.capitals[last - 1])):
        last, after = base_last, None
    governor, before = _governed(words, phrase, left)
    country = _country_beside(reading, words, last)
    if after and governor is None and _is_loose_area(words, phrase, last):
        return None
    precision = after or before
    if phrase.kind == "name" and precision is None:
        precision = _told_after(words, last) or _unknown(words, phrase, governor, country)
        if precision is None:
            return None
    return Frame(left, last, base_last, PlacePrecision(precision) if precision else None, is_partial, country, governor)


def _is_loose_area(words: Words, phrase: Phrase, last: int) -> bool:
    """Whether "areas" follow the capital that opens a sentence ("Avoid areas of …")."""
    is_opening = phrase.first == 0 or words.gaps[phrase.first - 1] not in (" ", ", ")
    is_word = phrase.kind == "name" and last - phrase.first == len(("avoid", "areas"))
    return is_word and is_opening and words.folded[last - 1] in ("area", "areas")


def _base_last(words: Words, phrase: Phrase) -> int | None:
    """The end of the bare name; None when the phrase is no place: a name of something else, an adjective."""
    base_last = phrase.name_last
    if phrase.kind == "name":
        base_last = _without_frame_words(words, phrase.name_first, base_last)
        is_whole = base_last == phrase.name_last
        if words.texts[phrase.first] in DETERMINED and is_whole and not kind_after(words, base_last)[1]:
            return None
        is_saint = words.folded[phrase.name_first] in phrase_words("toponymic")
        if not is_saint and any(_is_inside(tag, phrase, base_last) for tag in phrase.tags):
            return None
    if _is_half(words, phrase.last):
        return None
    if is_larger(phrase) and is_kind_of(words, base_last + 1) and words.gaps[base_last - 1] == " ":
        return None
    return None if phrase.kind == "state" and _is_adjective(words, phrase) else base_last


def _is_half(words: Words, at: int) -> bool:
    """Whether a name is half of an adjective: "U.S.-backed rebels", "a Goma-based group"."""
    return at < len(words.starts) and words.gaps[at - 1] == "-" and not words.capitals[at] and words.texts[at].isalpha()


def _is_inside(tag: Tagged, phrase: Phrase, base_last: int) -> bool:
    """Whether a place is only a part of a name ("Bonn Agreement")."""
    return tag.tag is Tag.PLACE and phrase.name_first <= tag.first and tag.last < base_last


def _governed(words: Words, phrase: Phrase, left: int) -> tuple[str | None, str | None]:
    """What governs a place, and the kind that "the town of" before it gives."""
    first = phrase.name_first
    begin, kind = kind_before(words, first)
    governor = governor_of(words, min(left, begin), phrase)
    if governor is None and begin < first:
        if words.folded[first - 1] in STRONG:
            governor = words.folded[first - 1]
        elif begin > 0 and words.capitals[begin - 1]:
            governor = "in"
    beside = apposition(words, left) if governor is None and kind is None else None
    if beside is not None and (phrase.kind != "name" or _is_closed(words, phrase, left)):
        governor, kind = governor_of(words, beside.first, phrase), beside.kind
    if governor is None and suffers(words, min(left, begin), phrase.last):
        governor = "object"
    return governor, kind


def is_apposed(words: Words, phrase: Phrase) -> bool:
    """Whether a name in no list is set off beside the noun for a place, so that it is nobody's: "a village, Dulo,"."""
    is_set_off = phrase.first > 0 and words.gaps[phrase.first - 1] == ", " and _is_closed(words, phrase, phrase.first)
    return is_set_off and apposition(words, phrase.first) is not None


def _is_closed(words: Words, phrase: Phrase, left: int) -> bool:
    """Whether a name set off by a comma is set off at its end too, as an apposition is."""
    return words.gaps[left - 1] == " " or words.gaps[phrase.last - 1][:1] in (",", ".", ";", "\n")


def _site_frame(words: Words, phrase: Phrase) -> Frame | None:
    """A named building: "Al Shifa Hospital"."""
    if (
        phrase.head is None
        or not phrase.head.is_site
        or phrase.head_first == phrase.name_first
        or phrase.head.is_plural
    ):
        return None
    named = [t for t in phrase.tags if t.tag in (Tag.NAME, Tag.PLACE, Tag.BODY) and t.first >= phrase.name_first]
    if not named or (not words.capitals[phrase.head_first] and words.is_possessive(phrase.head_first - 1)):
        return None
    return Frame(
        phrase.name_first,
        phrase.last,
        phrase.last,
        PlacePrecision.SITE,
        False,
        None,
        governor_of(words, phrase.first, phrase),
    )


def is_larger(phrase: Phrase) -> bool:
    """Whether a phrase names something that can hold a suburb or port: a town, a region, a country."""
    payload = phrase.tags[-1].payload if phrase.tags else None
    small = (PlacePrecision.NEIGHBOURHOOD, PlacePrecision.DISTRICT)
    return phrase.kind == "state" or (isinstance(payload, tuple) and payload[0].precision not in small)


def _is_adjective(words: Words, phrase: Phrase) -> bool:
    """Whether a country's name only qualifies the noun after it: "in U.S. air strikes", "a Mali court"."""
    at = phrase.last
    if at >= len(words.starts) or words.gaps[at - 1] != " " or words.is_possessive(at - 1):
        return False
    following = words.folded[at]
    if following in phrase_words("after_place") or following in frames().after or not following.isalpha():
        return False
    if words.capitals[at]:
        return _is_acronym(words.texts[at - 1])
    if phrase.first and words.folded[phrase.first - 1] in ("a", "an"):
        return True
    if _is_acronym(words.texts[at - 1]):
        return not following.endswith(("ed", "ly", "ing"))
    return following in word_lists()["inert"]


def _is_acronym(text: str) -> bool:
    """Whether a country's name is written in capitals: "U.S.", "DRC"."""
    return len(text) > 1 and text.replace(".", "").isupper()


def _owner_frame(words: Words, phrase: Phrase) -> Frame | None:
    """The place that begins a phrase about something in it: "in Bogota's urban centre"."""
    owner = phrase.tags[0]
    for owner in phrase.tags:
        if owner.tag is not Tag.DETERMINER:
            break
    if owner.tag not in (Tag.PLACE, Tag.COUNTRY):
        return None
    governor = governor_of(words, phrase.first, phrase)
    if governor not in STRONG and governor != "throughout":
        return None
    return Frame(owner.first, owner.last, owner.last, None, False, None, governor)


def _without_frame_words(words: Words, first: int, last: int) -> int:
    """The end of a run of capitals without the place word it ends in ("Hudaydah City")."""
    for size in (3, 2, 1):
        if last - size > first and words.key(last - size, last) in frames().after:
            return last - size
    return last


def _country_beside(reading: Reading, words: Words, last: int) -> str | None:
    """The country of what follows after a comma or "in" ("Sidon, Lebanon"; "a village in North Kivu")."""
    found = reading.by_first.get(last)
    if found is not None and words.gaps[last - 1] not in (", ", " ("):
        found = None
    if found is None:
        found = _linked(reading, words, last)
    if found is None or found.kind not in ("state", "place"):
        return None
    payload = found.tags[-1].payload
    if isinstance(payload, Country):
        return payload.country_iso3
    return payload[0].country_iso3 if isinstance(payload, tuple) and payload[0].is_known else None


def _linked(reading: Reading, words: Words, last: int) -> Phrase | None:
    """The phrase after the first "in" or "of" within six words."""
    window = words.folded[last : last + 6]
    if "in" not in window and "of" not in window:
        return None
    for at in range(last + 1, min(last + 7, len(words.starts))):
        if words.view[words.ends[at - 1] : words.starts[at]] not in (" ", ", ", "-"):
            return None
        found = reading.by_first.get(at) or reading.by_first.get(at + 1)
        if found is not None and words.folded[at - 1] in ("in", "of"):
            return found
    return None


def _told_after(words: Words, last: int) -> str | None:
    """The kind an apposition gives a name: "Kishishe, a village in North Kivu"."""
    if last + 1 >= len(words.starts) or words.gaps[last - 1] != ", " or words.folded[last] not in ("a", "an", "the"):
        return None
    for at in range(last + 1, min(last + 5, len(words.starts))):
        kind = frames().after.get(words.folded[at])
        if kind is not None and not words.capitals[at]:
            return kind
        if words.gaps[at - 1] != " ":
            return None
    return None


def _fills_line(words: Words, phrase: Phrase) -> bool:
    """Whether a preposition and a name are all of a line: a label of the page ("In Depth")."""
    at = phrase.first - 1
    if at < 0 or not words.capitals[at] or (at > 0 and "\n" not in words.gaps[at - 1]):
        return False
    return phrase.last >= len(words.starts) or "\n" in words.gaps[phrase.last - 1]


def _is_toponym(words: Words, phrase: Phrase) -> bool:
    """Whether a name of several words begins as towns are named and holds the name of one ("Santa Cruz Dulo")."""
    is_long = phrase.name_last - phrase.name_first > 1 and words.folded[phrase.name_first] in phrase_words("toponymic")
    return is_long and any(tag.payload for tag in phrase.tags if tag.first == phrase.name_first)


def _unknown(words: Words, phrase: Phrase, governor: str | None, country: str | None) -> str | None:
    """The kind of a name in no list that stands where places stand ("in Kfar Hana", "near Dahr, Lebanon")."""
    if words.is_possessive(phrase.last - 1) and governor not in ("near", "outside"):
        return None
    if _fills_line(words, phrase) or words.folded[phrase.name_first] in frames().never:
        return None
    if governor == "object" and words.folded[phrase.first - 1] in phrase_words("takes_towns"):
        return "settlement"
    if governor is not None and _is_toponym(words, phrase):
        return "settlement"
    if country is not None and governor in ("in", "at", "near", "within", "outside", "on", "from", "to"):
        return "settlement"
    if governor in ("near", "outside", "in", "at") and not any(
        t.isupper() and len(t) > 1 for t in words.texts[phrase.name_first : phrase.name_last]
    ):
        return "settlement"
    return None
