"""The setting of a text: its datelines and headlines, the town it is about, the country it names most."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.casing import cased
from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import TOWNS
from newsledger.build.mentions.reading import Reading, read
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import Words
from newsledger.build.text.blocks import Block
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
OFTEN = 3
# Where people go, come from or tell of it, and towns that only measure a distance.
AWAY = ("telling", "to", "from", "towards", "toward", "measured")


@dataclass(frozen=True, eq=False)
class Setting:
    """What a whole text tells of where it is set, computed once when first asked for."""

    annotated: Annotated

    @cached_property
    def block_starts(self) -> list[int]:
        """Where the blocks start."""
        return [block.start for block in self.annotated.document.blocks]

    @cached_property
    def first_sentence(self) -> int:
        """The index of the first sentence of the first paragraph."""
        document = self.annotated.document
        body = next((block for block in document.blocks if block.kind is BlockType.BODY), None)
        return document.sentence_at(body.start).index if body is not None else 0

    @cached_property
    def datelines(self) -> list[Block]:
        """The datelines that name a place, not the date of the page alone."""
        return [
            block
            for block in self.annotated.document.blocks
            if block.kind is BlockType.DATELINE and within(self.annotated.places, block.start, block.end)
        ]

    @cached_property
    def headlines(self) -> list[tuple[int, PlaceMention]]:
        """The headlines that name a place: the number of the block and the place, a town before a land."""
        found = []
        for number, block in enumerate(self.annotated.document.blocks):
            if block.kind is BlockType.HEADLINE:
                places = within(self.annotated.places, block.start, block.end)
                named = [p for p in places if p.precision is not P.REGION]
                if named:
                    found.append((number, next((p for p in named if p.precision in (*TOWNS, P.PROVINCE)), named[0])))
        return found

    def headline_over(self, index: int) -> PlaceMention | None:
        """The place of the last headline above a block that names one; None where none does."""
        return next((place for number, place in reversed(self.headlines) if number <= index), None)

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
        """The country a text is about: the one it names most, itself or by its people; None when two tie."""
        return _main_country(read(self.annotated.document))


def is_scene(place: PlaceMention) -> bool:
    """Whether something happens at a place, not a land's embassy or what "the north" leaves open."""
    is_governed = place.governor in phrase_words("places_governing") or place.governor == "within"
    return is_governed and not place.is_part_of_actor and not place.name.startswith("the ")


@kept
def setting_of(annotated: Annotated) -> Setting:
    """The setting of a text."""
    return Setting(annotated)


def _qualifies(words: Words, tag: Tagged) -> bool:
    """Whether a country's name in capitals only qualifies what follows: "U.S. citizens", "the UK Embassy"."""
    text, at = words.texts[tag.last - 1].replace(".", ""), tag.last
    if len(text) < 2 or not text.isupper() or at >= len(words.starts) or words.gaps[at - 1] not in (" ", "-"):
        return False
    return words.folded[at] not in phrase_words("after_place")


def _main_country(reading: Reading) -> PlaceMention | None:
    """The country most often named in a reading."""
    words = reading.words
    counts: Counter[str] = Counter()
    first: dict[str, PlaceMention] = {}
    for tag in reading.tags:
        if not isinstance(tag.payload, Country) or not tag.payload.country_iso3 or _qualifies(words, tag):
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
