"""What the words around a name say of it as a place: kind, direction, containing country, governing word."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.mentions.frames import STRONG, frames
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.links import DETERMINED
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.reading import Reading
from newsledger.build.mentions.tags import Tag
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




def frame_of(reading: Reading, phrase: Phrase) -> Frame | None:
    """The frame of a phrase as a place; None when it is none."""
    words = reading.words
    if phrase.kind == "head":
        return _site_frame(words, phrase) or _owner_frame(words, phrase)
    first, base_last = phrase.name_first, phrase.name_last
    if phrase.kind == "name":
        base_last = _without_frame_words(words, first, base_last)
        if (
            base_last <= first
            or words.texts[phrase.first] in DETERMINED
            and base_last == phrase.name_last
            and not _after(words, base_last)[1]
        ):
            return None
        if any(t.tag is Tag.PLACE and t.last < base_last for t in phrase.tags):
            return None
    if _is_kind_of(words, base_last + 1) and words.gap(base_last - 1) == " ":
        return None
    last, after = _after(words, base_last)
    before_first, before = _before(words, first)
    country = _country_beside(reading, words, last)
    left, partial = _direction(words, first)
    governor = _governor(words, min(left, before_first), phrase)
    if governor is None and before_first < first and words.folded[first - 1] in STRONG:
        governor = words.folded[first - 1]
    if governor is None and before_first < first and before_first > 0 and words.capitals[before_first - 1]:
        governor = "in"
    precision = after or before
    if phrase.kind == "name" and precision is None:
        precision = _told_after(words, last) or _unknown(words, phrase, governor, country)
        if precision is None:
            return None
    return Frame(left, last, base_last, PlacePrecision(precision) if precision else None, partial, country, governor)


def _site_frame(words: Words, phrase: Phrase) -> Frame | None:
    """A named building: "Al Shifa Hospital"."""
    if (
        phrase.head is None
        or not phrase.head.is_site
        or phrase.head_first == phrase.name_first
        or phrase.head.is_plural
    ):
        return None
    named = [t for t in phrase.tags if t.tag in (Tag.NAME, Tag.PLACE) and t.first >= phrase.name_first]
    if not named or not words.capitals[phrase.head_first] and words.is_possessive(phrase.head_first - 1):
        return None
    return Frame(
        phrase.name_first,
        phrase.last,
        phrase.last,
        PlacePrecision.SITE,
        False,
        None,
        _governor(words, phrase.first, phrase),
    )


def _owner_frame(words: Words, phrase: Phrase) -> Frame | None:
    """The place that begins a phrase about something in it: "in Bogota's urban centre"."""
    tags = [t for t in phrase.tags if t.tag is not Tag.DETERMINER]
    if not tags or tags[0].tag not in (Tag.PLACE, Tag.COUNTRY):
        return None
    governor = _governor(words, phrase.first, phrase)
    if governor not in STRONG and governor != "throughout":
        return None
    return Frame(tags[0].first, tags[0].last, tags[0].last, None, False, None, governor)


def _without_frame_words(words: Words, first: int, last: int) -> int:
    """The end of a run of capitals without the place word it ends in ("Hudaydah City")."""
    for size in (3, 2, 1):
        if last - size > first and " ".join(words.folded[last - size : last]) in frames().after:
            return last - size
    return last


def _after(words: Words, at: int) -> tuple[int, str | None]:
    """The end of the place word after a name, with the kind it gives, else the name's end."""
    if words.is_possessive(at - 1):
        return at, None
    for size in (3, 2, 1):
        if at + size <= len(words.starts) and all(words.gap(at - 1 + k) == " " for k in range(size)):
            kind = frames().after.get(" ".join(words.folded[at : at + size]))
            if kind is not None and not _is_kind_of(words, at + size) and (size > 1 or not _is_verb_here(words, at)):
                return at + size, kind
    return at, None


def _is_kind_of(words: Words, at: int) -> bool:
    """Whether "of NAME" follows, so that what stands before only tells where NAME is ("the Damascus suburb of Douma")."""
    return (
        at + 1 < len(words.starts)
        and words.folded[at] == "of"
        and words.capitals[at + 1]
        and f"{words.folded[at - 1]} of" in frames().before
    )


def _is_verb_here(words: Words, at: int) -> bool:
    """Whether a word that may name a kind of place is none here ("Gaza border clashes" keeps it, "Beirut port workers" drops it)."""
    return (
        words.folded[at] in ("front", "pass", "mine", "state")
        and at + 1 < len(words.starts)
        and not words.capitals[at]
        and words.gap(at) == " "
        and words.folded[at + 1] in ("line", "a", "the", "through", "tv", "television", "media", "radio", "news", "of")
    )


def _before(words: Words, first: int) -> tuple[int, str | None]:
    """Where "the town of" before a name begins, with the kind it gives."""
    for size in (4, 3, 2):
        if first >= size and words.gap(first - 1) == " ":
            kind = frames().before.get(" ".join(words.folded[first - size : first]))
            if kind is not None:
                begin = first - size
                while (
                    begin > 0
                    and words.gap(begin - 1) in (" ", "-")
                    and (words.folded[begin - 1] in frames().directions or words.folded[begin - 1] in phrase_words("town_adjectives"))
                ):
                    begin -= 1
                if begin > 0 and words.folded[begin - 1] in ("the", "a", "an") and words.gap(begin - 1) == " ":
                    begin -= 1
                return begin, kind
    return first, None




def _direction(words: Words, first: int) -> tuple[int, bool]:
    """Where a direction before a name begins ("southern Lebanon", "the eastern part of Chad"), and whether there is one."""
    at = first
    while (
        at > 0
        and words.gap(at - 1) in (" ", "-")
        and words.folded[at - 1] in frames().directions
        and not words.is_possessive(at - 1)
    ):
        at -= 1
    if at < first:
        return at, True
    back = first - 1
    if back >= 1 and words.folded[back] == "the":
        back -= 1
    if (
        back >= 2
        and words.folded[back] in ("of", "with")
        and words.gap(back) == " "
        and words.folded[back - 1] in phrase_words("parts")
        and words.folded[back - 1] not in ("capital", "border", "suburbs")
    ):
        begin = back - 1
        while begin > 0 and words.gap(begin - 1) in (" ", "-") and words.folded[begin - 1] in frames().directions:
            begin -= 1
        return begin, True
    if back >= 2 and words.folded[back] in ("with", "of") and words.folded[back - 1] in ("border", "frontier"):
        return back - 1, True
    return first, False


def _governor(words: Words, first: int, phrase: Phrase) -> str | None:
    """The word that puts something at a place: a preposition, a verb of reaching ("object"), another place ("within")."""
    at = first - 1
    if at < 0:
        return None
    gap = words.gap(at)
    if gap == " " and words.folded[at] in (
        "the",
        "a",
        "an",
        "nearby",
        "neighbouring",
        "neighboring",
        "war",
        "besieged",
    ):
        at -= 1
    if at < 0 or words.gap(at) not in (" ", ", ", "\n"):
        return None
    word = words.folded[at]
    if gap == ", ":
        return "within" if words.capitals[at] else None
    if word == "and" or word == "or":
        return "list"
    if word == "of" and at > 0:
        previous = words.folded[at - 1]
        if (
            previous in ("north", "south", "east", "west", "outside")
            or previous in phrase_words("parts")
            or previous.startswith(("north", "south"))
        ):
            return "near" if previous in ("north", "south", "east", "west") else "in"
        if previous == "out":
            return "from"
        return "in" if previous in phrase_words("acted_on") else "of" if phrase.kind != "state" else None
    if word in frames().locative or word in frames().source_or_goal:
        return (
            None
            if phrase.kind == "state" and word in ("for", "by", "against", "between", "opposite", "past", "of")
            else word
        )
    if _reaches(word):
        return "object"
    return None


def _reaches(word: str) -> bool:
    """Whether a word is a form of a verb whose object is the place reached."""
    reaching = frames().reaching
    if word in reaching:
        return True
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and (
            stem in reaching or stem + "e" in reaching or stem[-1:] == stem[-2:-1] and stem[:-1] in reaching
        ):
            return True
    return False


def _country_beside(reading: Reading, words: Words, last: int) -> str | None:
    """The country of what follows after a comma or "in" ("Sidon, Lebanon"; "a village in North Kivu")."""
    found = reading.by_first.get(last)
    if found is not None and words.gap(last - 1) not in (", ", " ("):
        found = None
    if found is None:
        for skip in (1, 2, 3, 4, 5, 6):
            at = last + skip
            if at >= len(words.starts) or words.view[words.ends[at - 1] : words.starts[at]] not in (" ", ", ", "-"):
                break
            if words.folded[at - 1] in ("in", "of") and (
                found := reading.by_first.get(at) or reading.by_first.get(at + 1)
            ):
                break
    if found is None or found.kind not in ("state", "place"):
        return None
    payload = found.tags[-1].payload
    if isinstance(payload, Country):
        return payload.country_iso3
    return payload[0].country_iso3 if isinstance(payload, tuple) and payload[0].is_known else None


def _told_after(words: Words, last: int) -> str | None:
    """The kind an apposition gives a name: "Kishishe, a village in North Kivu"."""
    if last + 1 >= len(words.starts) or words.gap(last - 1) != ", " or words.folded[last] not in ("a", "an", "the"):
        return None
    for at in range(last + 1, min(last + 5, len(words.starts))):
        kind = frames().after.get(words.folded[at])
        if kind is not None and not words.capitals[at]:
            return kind
        if words.gap(at - 1) != " ":
            return None
    return None


def _unknown(words: Words, phrase: Phrase, governor: str | None, country: str | None) -> str | None:
    """The kind of a name in no list that stands where places stand ("in Kfar Hana", "near Dahr, Lebanon")."""
    if words.is_possessive(phrase.last - 1) and governor not in ("near", "outside"):
        return None
    if country is not None and governor in ("in", "at", "near", "within", "outside", "on", "from", "to"):
        return "settlement"
    if governor in ("near", "outside", "in", "at") and not any(
        t.isupper() and len(t) > 1 for t in words.texts[phrase.name_first : phrase.name_last]
    ):
        return "settlement"
    return None
