"""Places below: the town that the text below names where a headline or lead names none, or only the land around it."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.lead import is_lead, lead
from newsledger.build.mentions.other_times import opens_other_place
from newsledger.build.mentions.place_patterns import place_pattern
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import COUNTRIES, LANDS
from newsledger.build.mentions.setting import is_scene, setting_of
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType, PlacePrecision

# Prepositions that spread what happens over a whole land.
SPREADING = frozenset(("across", "throughout", "around", "over", "from", "to", "between"))
# How many sentences below go on with what one tells.
AHEAD = 3
# How far behind the first sentence of the first paragraph one may still be placed by those below it, and how far those.
OPENING, HEAD = 1, 5


@cache
def _same() -> re.Pattern[str]:
    """How a sentence opens that goes on with what was told: "The bomb exploded …"."""
    nouns = trie_pattern([*load_yaml("clauses")["happenings"], *load_yaml("clauses")["told_again"]])
    return re.compile(rf"(?:[Tt]he|[Tt]his|[Tt]hat|[Bb]oth|[Tt]hese) (?:[\w-]+ ){{0,2}}(?:{nouns})\b(?! (?:of|in) )")


@cache
def _one_spot() -> re.Pattern[str]:
    """A spot without a name: "a village in", "the country’s second city"."""
    spots = trie_pattern(load_yaml("clauses")["spots"])
    one = r"(?:[Aa]n?|[Aa]nother|[Oo]ne|[\w-]+[’']s)"
    placed = rf"\b{one} (?:[\w-]+ ){{0,3}}(?:{spots}),? (?:in|near|on|of) [^.;:]{{0,24}}$"
    return re.compile(rf"{placed}|[’']s (?:[\w-]+ ){{0,2}}(?:{spots})\b")


def finer(annotated: Annotated, sentence: Sentence, place: PlaceMention) -> PlaceMention | None:
    """The town in the same land that the next sentences place the same happening in; None where none does."""
    if place.precision not in LANDS or place.governor in SPREADING:
        return None
    document, credit = annotated.document, place_pattern("credit")
    is_headline = document.block_at(sentence.start).kind is BlockType.HEADLINE
    is_spot = _one_spot().search(document.view, sentence.start, place.start + 1) is not None
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]:
        block = document.blocks[following.block]
        if block.kind is not BlockType.BODY or credit.search(document.view, following.start, block.end):
            continue
        is_same = _same().match(document.view, following.start) is not None
        if not (is_same or is_headline or is_spot) or opens_other_place(document.view, following.start):
            break
        found = _scene_of(annotated, following, place, LANDS)
        if found is not None:
            return found
        is_headline = False
    return _topic(annotated, sentence, place, is_spot)


def _topic(annotated: Annotated, sentence: Sentence, place: PlaceMention, is_spot: bool) -> PlaceMention | None:
    """The town a text is about, for a headline with the country alone, or a lead with an unnamed spot of it."""
    is_opening = annotated.document.block_at(sentence.start).kind is BlockType.HEADLINE
    is_opening = is_opening or (is_spot and is_lead(annotated.document, sentence))
    return topic_in(annotated, place) if is_opening else None


def topic_in(annotated: Annotated, place: PlaceMention) -> PlaceMention | None:
    """The town a text is about, if it lies in a land that only the context gives."""
    town = setting_of(annotated).topic_town
    if town is None or place.precision not in LANDS or _is_named_more(annotated, place, town):
        return None
    return town if town.country_iso3 in (None, place.country_iso3) else None


def _is_named_more(annotated: Annotated, land: PlaceMention, town: PlaceMention) -> bool:
    """Whether a text names a land more often than the town, as one does that is about all of it."""
    names = [place.name for place in annotated.places]
    return names.count(land.name) > names.count(town.name)


def told_below(annotated: Annotated, start: int, land: PlaceMention | None) -> PlaceMention | None:
    """The first place below a headline or lead at which something happens, in a country if one is given."""
    document = annotated.document
    sentence, first = document.sentence_at(start), lead(document).start
    if sentence.index > first + OPENING:
        return None
    below = document.sentences[max(sentence.index + 1, first) : first + HEAD]
    paragraphs = (after for after in below if document.blocks[after.block].kind is BlockType.BODY)
    told = (_scene_of(annotated, after, land, COUNTRIES) for after in paragraphs)
    return next((place for place in told if place is not None), None)


def told_of_one(annotated: Annotated, start: int, land: PlaceMention) -> PlaceMention | None:
    """The place below at which what a headline or lead puts in a country happened."""
    found = told_below(annotated, start, land)
    if found is None:
        return None
    document = annotated.document
    return None if opens_other_place(document.view, document.sentence_at(found.start).start) else found


def _scene_of(
    annotated: Annotated, sentence: Sentence, land: PlaceMention | None, wide: frozenset[PlacePrecision]
) -> PlaceMention | None:
    """The first place of a sentence, no wide one, at which something happens, in a land if one is given."""
    told = (p for p in within(annotated.places, sentence.start, sentence.end) if is_scene(p))
    return next((p for p in told if p.precision not in wide and _may_lie_in(p, land)), None)


def _may_lie_in(place: PlaceMention, land: PlaceMention | None) -> bool:
    """Whether nothing speaks against a place's lying in the country of a land."""
    return land is None or None in (place.country_iso3, land.country_iso3) or place.country_iso3 == land.country_iso3
