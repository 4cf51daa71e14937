"""Refined places: the town that the text below names where a headline or a lead names only the land around it."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.other_times import opens_other_place
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import LANDS, TOWNS
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.setting import setting_of
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import BlockType

# Prepositions that spread what happens over a whole land.
SPREADING = frozenset(("across", "throughout", "around", "over", "from", "to", "between"))
AHEAD = 3
LEAD = 4


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


# The agency of a photograph, in the caption under it.
CREDIT = re.compile(r"\b(?:EPA|AFP|AP|Reuters|REUTERS|Getty(?: Images)?)(?:/[A-Z]|\])")


def finer(annotated: Annotated, sentence: Sentence, place: PlaceMention) -> PlaceMention | None:
    """The town in the same land that the next sentences place the same happening in; None where none does."""
    if place.precision not in LANDS or place.governor in SPREADING:
        return None
    document = annotated.document
    is_headline = document.block_at(sentence.start).kind is BlockType.HEADLINE
    is_spot = _one_spot().search(document.view, sentence.start, place.start + 1) is not None
    for following in document.sentences[sentence.index + 1 : sentence.index + 1 + AHEAD]:
        block = document.blocks[following.block]
        if block.kind is not BlockType.BODY or CREDIT.search(document.view, following.start, block.end):
            continue
        is_same = _same().match(document.view, following.start) is not None
        if not (is_same or is_headline or is_spot) or opens_other_place(document.view, following.start):
            return _topic(annotated, sentence, place, is_spot)
        found = _town(annotated, following, place)
        if found is not None:
            return found
        is_headline = False
    return _topic(annotated, sentence, place, is_spot)


def _topic(annotated: Annotated, sentence: Sentence, place: PlaceMention, is_spot: bool) -> PlaceMention | None:
    """The town a text is about, for a headline with the country alone, or a lead with an unnamed spot of it."""
    is_opening = annotated.document.block_at(sentence.start).kind is BlockType.HEADLINE
    is_opening = is_opening or (is_spot and sentence.index < LEAD)
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


def _town(annotated: Annotated, sentence: Sentence, place: PlaceMention) -> PlaceMention | None:
    """The first town of a sentence that something happens in, in the same country."""
    for found in within(annotated.places, sentence.start, sentence.end):
        is_there = found.governor in phrase_words("places_governing") and not found.is_part_of_actor
        is_same_land = None in (found.country_iso3, place.country_iso3) or found.country_iso3 == place.country_iso3
        if is_there and found.precision in TOWNS and is_same_land:
            return found
    return None
