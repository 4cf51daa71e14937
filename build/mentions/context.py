"""The place the context gives: "the city", the sentences before, headline, country, dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.casing import cased
from newsledger.build.mentions.entries import Tag
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.reading import read
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.text.blocks import Block
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
POINTER = re.compile(
    r"\b(?:in|inside|outside|around|near|at|across|on|of|from|throughout|leave|leaving|left|fled|flee|through"
    r"|within|into|to|attacked|stormed|invaded|raided|entered|overran|shelled|bombed|captured|surrounded|burned|burnt"
    r"|torched|struck|hit|reached|besieged|seized|took|retook|recaptured|attack|storm|raid|enter|capture) "
    r"(?:the|this|that) "
    r"(?:\w+ (?:and|,) )?(?:entire |whole |besieged |northern |southern |eastern |western |coastal )?"
    r"(city|town|village|camp|country|nation|province|governorate|state|district|capital|island|neighbourhood|neighborhood"
    r"|suburb|territory|enclave|region|kingdom|republic)\b(?! (?:of|that|where)\b)"
)
TOWNS = (P.SETTLEMENT,)
LANDS = (P.PROVINCE, P.SUBNATIONAL)
KINDS = {
    **dict.fromkeys(("city", "town", "village", "capital"), TOWNS),
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), (P.COUNTRY,)),
    **dict.fromkeys(("province", "governorate", "state", "island", "territory", "enclave", "region"), LANDS),
    **dict.fromkeys(("camp", "neighbourhood", "neighborhood", "suburb"), (P.NEIGHBOURHOOD,)),
    "district": (P.DISTRICT, P.NEIGHBOURHOOD),
}


def pointed_to(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The last place before that "the city", "the camp", "the country" in `start:end` can mean."""
    for match in POINTER.finditer(annotated.document.view, start, end):
        kinds = KINDS[match[1]]
        before = [p for p in within(annotated.places, 0, match.start()) if p.precision in kinds]
        if match[1] == "capital":
            before = [p for p in before if fold(p.name) in countries().capitals] or before
        if before:
            named = [p for p in before if match[1] in p.name.lower()] if match[1] in ("village", "camp") else []
            return (named or before)[-1]
        if kinds == (P.COUNTRY,):
            return setting_of(annotated).main_country
    return None


@dataclass(frozen=True, eq=False)
class Setting:
    """What a whole text tells of where it is set, computed once when first asked for."""

    annotated: Annotated

    @cached_property
    def block_starts(self) -> list[int]:
        """Where the blocks start."""
        return [block.start for block in self.annotated.document.blocks]

    @cached_property
    def datelines(self) -> list[Block]:
        """The blocks that are datelines."""
        return [block for block in self.annotated.document.blocks if block.kind is BlockType.DATELINE]

    @cached_property
    def in_headline(self) -> PlaceMention | None:
        """The first place of the first headline that names one."""
        for block in self.annotated.document.blocks:
            if block.kind is not BlockType.HEADLINE:
                continue
            places = [p for p in within(self.annotated.places, block.start, block.end) if p.precision is not P.REGION]
            if places:
                return next((p for p in places if p.precision in HELD), places[0])
        return None

    @cached_property
    def topic_town(self) -> PlaceMention | None:
        """The town a text names at least three times, twice as often as any other; datelines and distances aside."""
        fine = [
            p
            for p in self.annotated.places
            if p.precision in (P.SETTLEMENT, P.DISTRICT)
            and p.governor not in AWAY
            and not p.is_part_of_actor
            and self.annotated.document.block_at(p.start).kind is not BlockType.DATELINE
        ]
        top = Counter(p.name for p in fine).most_common(2)
        if not top or top[0][1] < OFTEN or (len(top) == 2 and top[0][1] < 2 * top[1][1]):
            return None
        return next(p for p in fine if p.name == top[0][0])

    @cached_property
    def main_place(self) -> PlaceMention | None:
        """The place in which a text most often puts something, the first of equals."""
        placed = [p for p in self.annotated.places if is_scene(p) and self._is_in_body(p)]
        named = Counter(place.name for place in self.annotated.places)
        return max(placed, key=lambda p: (named[p.name], -p.start), default=None)

    def _is_in_body(self, place: PlaceMention) -> bool:
        return self.annotated.document.block_at(place.start).kind is BlockType.BODY

    @cached_property
    def main_country(self) -> PlaceMention | None:
        """The country the text is about."""
        return main_country(self.annotated)


def is_scene(place: PlaceMention) -> bool:
    """Whether something happens at a place, not a land's embassy or what "the north" leaves open."""
    is_governed = place.governor in phrase_words("places_governing") or place.governor == "within"
    return is_governed and not place.is_part_of_actor and not place.name.startswith("the ")


def setting_of(annotated: Annotated) -> Setting:
    """The setting of a text, made once."""
    kept = vars(annotated).get("_setting")
    if isinstance(kept, Setting):
        return kept
    setting = Setting(annotated)
    vars(annotated)["_setting"] = setting
    return setting


def carried(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the text before: the block's sentences, its dateline, the blocks before, headline, country."""
    document = annotated.document
    setting = setting_of(annotated)
    index = max(0, bisect_right(setting.block_starts, start) - 1)
    block = document.blocks[index]
    found = (
        _heading(annotated, index)
        or _last_placed(annotated, block.start, start)
        or _named(annotated, block.start, start)
    )
    if found is not None:
        return found
    datelines = setting.datelines
    if len(datelines) > 1 and index and document.blocks[index - 1].kind is BlockType.DATELINE:
        return next(iter(within(annotated.places, document.blocks[index - 1].start, block.start)), None)
    for earlier in reversed(document.blocks[max(0, index - 2) : index]):
        if earlier.kind is BlockType.BODY and (found := _last_placed(annotated, earlier.start, earlier.end)):
            return found
    scene = setting.in_headline or _scene(annotated, index)
    if scene is not None and scene.precision in LANDS_WIDE:
        finer = _scene(annotated, index)
        scene = finer if finer is not None and finer.country_iso3 in (None, scene.country_iso3) else scene
    return (
        scene
        or _next_placed(annotated, start)
        or (setting.main_country if len(datelines) <= 1 else None)
        or next((p for b in datelines[:1] for p in within(annotated.places, b.start, b.end)), None)
    )


def dateline_place(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place of the only dateline, for the first paragraph behind it."""
    document = annotated.document
    datelines = setting_of(annotated).datelines
    if len(datelines) != 1:
        return None
    index = bisect_right(setting_of(annotated).block_starts, start) - 1
    is_behind = index > 0 and document.blocks[index - 1] is datelines[0]
    return next(iter(within(annotated.places, datelines[0].start, datelines[0].end)), None) if is_behind else None


def _last_placed(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The last place in a stretch at which something happens."""
    found = [place for place in within(annotated.places, start, end) if is_scene(place)]
    if not found:
        return None
    return _finest(annotated, found)


def _finest(annotated: Annotated, found: list[PlaceMention]) -> PlaceMention:
    """The last of some places; a land gives way to the town in it that its sentence names before it."""
    last = found[-1]
    sentence = annotated.document.sentence_at(last.start)
    for before in reversed(found[:-1]):
        is_told = _holds(annotated, before, last) or (
            last.precision in LANDS
            and before.start >= sentence.start
            and before.country_iso3 in (None, last.country_iso3)
        )
        if last.precision not in HOLDERS or before.precision not in HELD or not is_told:
            break
        last = before
    return last


OFTEN = 3
LANDS_WIDE = (P.COUNTRY, P.REGION, P.PROVINCE, P.SUBNATIONAL)


def _scene(annotated: Annotated, index: int) -> PlaceMention | None:
    """The town or land that a block further up places something in."""
    for earlier in reversed(annotated.document.blocks[: max(0, index - 2)]):
        if earlier.kind is BlockType.BODY and (found := _last_placed(annotated, earlier.start, earlier.end)):
            return found
    return None


# Lands, and the places that lie in them.
HOLDERS = (P.COUNTRY, P.REGION, P.PROVINCE, P.SUBNATIONAL, P.DISTRICT)
HELD = (P.SETTLEMENT, P.NEIGHBOURHOOD, P.SITE, P.DISTRICT, P.PROVINCE)
HELD_IN = re.compile(r", (?:in )?(?:the )?|,? in (?:the )?|,? of (?:the )?| \(")


def _holds(annotated: Annotated, place: PlaceMention, land: PlaceMention) -> bool:
    """Whether a land only says where the place before it lies ("in Tulsa, Oklahoma")."""
    return HELD_IN.fullmatch(annotated.document.view, place.end, land.start) is not None


def _heading(annotated: Annotated, index: int) -> PlaceMention | None:
    """The place that heads a block, or the block whose text it goes on with."""
    for block in reversed(annotated.document.blocks[max(0, index - 1) : index + 1]):
        for place in within(annotated.places, block.start, block.end)[:1]:
            if place.governor == "heading":
                return place
    return None


# Where people go, come from or tell of it, and towns that only measure a distance.
AWAY = ("telling", "to", "from", "towards", "toward", "measured")


def _named(annotated: Annotated, start: int, end: int) -> PlaceMention | None:
    """The last town a stretch names, however."""
    towns = [
        p
        for p in within(annotated.places, start, end)
        if p.precision in (P.SETTLEMENT, P.NEIGHBOURHOOD) and not p.is_part_of_actor and p.governor not in AWAY
    ]
    return towns[-1] if towns else None


def _next_placed(annotated: Annotated, start: int) -> PlaceMention | None:
    """The place the next sentence gives to an opening sentence that gives none."""
    document = annotated.document
    sentence = document.sentence_at(start)
    following = sentence.index + 1
    if following >= len(document.sentences) or sentence.index > 1:
        return None
    after = document.sentences[following]
    found = [
        p
        for p in within(annotated.places, after.start, after.end)
        if p.governor in phrase_words("places_governing") and p.precision is not P.COUNTRY
    ]
    return found[0] if found else None


def main_country(annotated: Annotated) -> PlaceMention | None:
    """The country a text is about: the one it names most, itself or by its people; None when two tie."""
    reading = read(annotated.document)
    words = reading.words
    counts: Counter[str] = Counter()
    first: dict[str, PlaceMention] = {}
    for tag in reading.tags:
        if not isinstance(tag.payload, Country) or not tag.payload.country_iso3:
            continue
        code = tag.payload.country_iso3
        counts[code] += 1
        if tag.tag is Tag.COUNTRY and code not in first:
            start, end = words.starts[tag.first], words.ends[tag.last - 1]
            name = cased(" ".join(words.view[start:end].split()), tag.payload.name)
            first[code] = PlaceMention(start, end, name, P.COUNTRY, code, tag.payload.geonames_id, None, None)
    top = counts.most_common(2)
    if not top or (len(top) == 2 and top[0][1] == top[1][1]):
        return None
    return first.get(top[0][0])
