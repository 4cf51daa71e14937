"""The setting of a text: its datelines and headlines, the town it is about, the country it names most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.mentions.annotated import Annotated, Mentions, within
from newsledger.build.mentions.casing import cased
from newsledger.build.mentions.entries import Tag, Tagged
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import HOLDERS, TOWNS
from newsledger.build.mentions.reading import Reading, read
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.tellers import homelands
from newsledger.build.mentions.words import Words
from newsledger.schema.vocabularies import BlockType, PlacePrecision

P = PlacePrecision
OFTEN = 3
# Where people go, come from or tell of it, and towns that only measure a distance.
AWAY = ("telling", "to", "from", "towards", "toward", "measured")


@dataclass(frozen=True, eq=False)
class Setting:
    """What a whole text tells of where it is set, computed once when first asked for."""

    annotated: Annotated

    def _blocks(self, kind: BlockType) -> Iterator[tuple[int, tuple[PlaceMention, ...]]]:
        """The blocks of one kind: their numbers and places."""
        blocks = enumerate(self.annotated.document.blocks)
        return ((n, within(self.annotated.places, b.start, b.end)) for n, b in blocks if b.kind is kind)

    @cached_property
    def datelines(self) -> dict[int, PlaceMention]:
        """The first place of each dateline that names one, not the date of the page alone, by number of the block."""
        return {number: places[0] for number, places in self._blocks(BlockType.DATELINE) if places}

    @cached_property
    def headlines(self) -> list[tuple[int, PlaceMention]]:
        """The headlines that name a place: the number of the block and the place, a town before a land."""
        named = ((n, [p for p in ps if p.precision is not P.REGION]) for n, ps in self._blocks(BlockType.HEADLINE))
        return [(n, next((p for p in ps if p.precision in (*TOWNS, P.PROVINCE)), ps[0])) for n, ps in named if ps]

    def headline_over(self, index: int) -> PlaceMention | None:
        """The place of the last headline above a block that names one; None where none does."""
        for number, place in self.headlines[::-1]:
            if number <= index:
                return place
        return None

    @cached_property
    def _headings(self) -> dict[int, PlaceMention]:
        """The places that head a block, by its number."""
        document = self.annotated.document
        found = {document.block_index(p.start): p for p in self.annotated.places if p.governor == "heading"}
        return {number: p for number, p in found.items() if p.start == document.blocks[number].start}

    def heading(self, index: int) -> PlaceMention | None:
        """The place that heads a block, or the block whose text it goes on with."""
        return self._headings.get(index) or self._headings.get(index - 1)

    @cached_property
    def told_of(self) -> Mentions[PlaceMention]:
        """The places but those from which somebody only tells or comes."""
        origins = homelands(self.annotated.document.view, self.annotated.places)
        return Mentions([p for p in self.annotated.places if p.governor != "telling" and p not in origins])

    @cached_property
    def scenes(self) -> Mentions[PlaceMention]:
        """The places at which something happens."""
        return Mentions([place for place in self.annotated.places if is_scene(place)])

    @cached_property
    def told_at(self) -> list[PlaceMention]:
        """For each scene what its sentence has told as its place: the first, or the town in it that is told after."""
        found: list[PlaceMention] = []
        first, end = None, -1
        for place in self.scenes:
            if first is None or place.start >= end:
                first, end = place, self.annotated.document.sentence_at(place.start).end
                found.append(place)
            else:
                is_held = found[-1] is first and first.precision in HOLDERS and place.precision in TOWNS - HOLDERS
                is_held = is_held and place.country_iso3 in (None, first.country_iso3)
                found.append(place if is_held else found[-1])
        return found

    @cached_property
    def _told_in(self) -> dict[int, PlaceMention]:
        """The place of the last sentence of each paragraph that puts something at one, by number, last first."""
        document = self.annotated.document
        last = {document.block_index(p.start): told for p, told in zip(self.scenes, self.told_at, strict=True)}
        return {number: last[number] for number in reversed(last) if document.blocks[number].kind is BlockType.BODY}

    def last_told_in(self, first: int, last: int) -> PlaceMention | None:
        """The place of the last of the paragraphs `first:last` that puts something at one."""
        for number in self._told_in:
            if number < last:
                return self._told_in[number] if number >= first else None
        return None

    @cached_property
    def towns(self) -> Mentions[PlaceMention]:
        """The towns a text names as more than a way or the home of an actor."""
        return Mentions([p for p in self._stayed if p.precision in (P.SETTLEMENT, P.NEIGHBOURHOOD)])

    @cached_property
    def _stayed(self) -> list[PlaceMention]:
        """The places that are more than a way, a distance or the home of an actor."""
        return [p for p in self.annotated.places if p.governor not in AWAY and not p.is_part_of_actor]

    @cached_property
    def topic_town(self) -> PlaceMention | None:
        """The town a text names at least three times, twice as often as any other; datelines and distances aside."""
        fine = [p for p in self._stayed if p.precision in (P.SETTLEMENT, P.DISTRICT)]
        fine = [p for p in fine if self.annotated.document.block_at(p.start).kind is not BlockType.DATELINE]
        top = Counter(p.name for p in fine).most_common(2)
        if not top or top[0][1] < OFTEN or (len(top) == 2 and top[0][1] < 2 * top[1][1]):
            return None
        return next(p for p in fine if p.name == top[0][0])

    @cached_property
    def main_place(self) -> PlaceMention | None:
        """The place in which a text most often puts something, the first of equals."""
        document = self.annotated.document
        placed = [p for p in self.scenes if document.block_at(p.start).kind is BlockType.BODY]
        named = Counter([place.name for place in self.annotated.places])
        return max(placed, key=lambda p: (named[p.name], -p.start), default=None)

    @cached_property
    def main_country(self) -> PlaceMention | None:
        """The country a text is about: the one it names most, itself or by its people; None when two tie."""
        return _main_country(read(self.annotated.document))


def is_scene(place: PlaceMention) -> bool:
    """Whether something happens at a place, not a land's embassy or what "the north" leaves open."""
    return is_governed(place) and not place.is_part_of_actor and place.name[:4] != "the "


def is_governed(place: PlaceMention) -> bool:
    """Whether something is put at a place, by a preposition, a verb or another place."""
    return place.governor == "within" or place.governor in phrase_words("places_governing")


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
        if tag.payload is None or tag.tag is Tag.HEAD or not isinstance(tag.payload, Country):
            continue
        if not tag.payload.country_iso3 or _qualifies(words, tag):
            continue
        code = tag.payload.country_iso3
        counts[code] += 1
        if tag.tag is Tag.COUNTRY and code not in first:
            start, end = words.starts[tag.first], words.ends[tag.last - 1]
            name = cased(words.name(tag.first, tag.last), tag.payload.name)
            first[code] = PlaceMention(start, end, name, P.COUNTRY, code, tag.payload.geonames_id, None, None)
    top = counts.most_common(2)
    if not top or (len(top) == 2 and top[0][1] == top[1][1]):
        return None
    return first.get(top[0][0])
