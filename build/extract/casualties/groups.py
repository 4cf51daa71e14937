"""Groups of people in a sentence: its noun phrases of people, counted or not, and whatever else it is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.casualties.heads import Heads, nouns, plurals
from newsledger.build.extract.casualties.items import Item, read_items
from newsledger.build.extract.casualties.names import join_names
from newsledger.build.extract.casualties.partitives import join_partitives
from newsledger.build.extract.casualties.parts import Part, Reading, symbols
from newsledger.build.extract.casualties.rows import of_armed_group
from newsledger.build.extract.casualties.words import Entry, casualty_words, endings, listed
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import VictimClass

LONGEST_UNKNOWN = 3
PLURALS = ("nouns", "hostages", "demonyms")
BEHIND_ANOTHER = ("harmed", "state", "fated", "be", "have", "adverb", "stop", "comma", "in", "hedge")


@cache
def _organisation_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(casualty_words().bodies_of_people)))


@cache
def _determiners() -> frozenset[str]:
    return symbols("the", "a", "those", "his", "all", "further", "more", "somebody")


@cache
def _starters() -> frozenset[str]:
    return _determiners() | nouns() | symbols("no", "number", "title", "name", "word", "hostage")


def read_parts(annotated: Annotated, start: int, end: int) -> Reading:
    """Read a sentence into parts."""
    items = read_items(annotated, start, end)
    persons = frozenset(m.start for m in within(annotated.actors, start, end) if m.kind is ActorKind.PERSON)
    places = frozenset((m.start, m.end) for m in within(annotated.places, start, end))
    chunker = Chunker(items, persons, places)
    return Reading(annotated, start, end, join_names(join_partitives(chunker.parts()), places))


@dataclass
class Chunker(Heads):
    """Finds the noun phrases of people among the items of a sentence; `persons` is where actors of that kind begin.

    `places` are the places named in it.
    """

    persons: frozenset[int]
    places: frozenset[tuple[int, int]]

    def parts(self) -> list[Part]:
        """All parts, in the order of the text."""
        parts: list[Part] = []
        at = 0
        starters = _starters()
        while at < len(self.items):
            item = self.items[at]
            starts = item.symbol in starters or (item.low == "family" and self.is_at(at - 1, "poss"))
            found = self._group(at) if starts or self._is_taken_out(at) else None
            if found is None:
                parts.append(Part(item.start, item.end, item.symbol, item, item.quantity, low=item.low))
                at += 1
            else:
                parts.append(found[0])
                at = found[1]
        return parts

    def _is_taken_out(self, at: int) -> bool:
        """Whether a number and "of" stand before an item ("hundreds of captured soldiers")."""
        return at > 1 and self.items[at - 1].symbol in symbols("of") and self.is_at(at - 2, "number")

    def _group(self, start: int) -> tuple[Part, int] | None:
        """The noun phrase that begins at an item, and the item after it."""
        items, at = self.items, start
        owned = self.is_at(start - 1, "poss") or self._is_taken_out(start)
        if items[at].symbol in symbols("no"):
            at += 1
        while at < len(items) and items[at].symbol in _determiners() and not (at > start and self.is_at(at, "more")):
            at += 1
        number = items[at] if at < len(items) and items[at].quantity is not None else None
        at += number is not None
        if at >= len(items):
            return self._alone(start, at, number)
        if start == at and self.is_at(at, "hostage") and not owned:
            return None
        head = self.head_of(at, number is not None, start < at or owned)
        if head is not None:
            return self._made(start, head, number), head[1] + 1
        if number is not None:
            return self._headless(start, at, number)
        if self.is_at(start, "no"):
            return None
        named = self._name(start) if start == at else self._pronominal(start, at)
        return named or self._unknown(start, at)

    def _made(self, start: int, head: tuple[int, int], number: Item | None) -> Part:
        """The part of a noun phrase whose head is known."""
        items, stop = self.items, head[1] + 1
        noun = items[head[0]]
        leads = {item.symbol for item in items[start : head[0]]}
        plural = (noun.symbol in plurals() or noun.entry is None) and items[start].low not in ("a", "an")
        name = "group" if number is not None else "people" if plural else "person"
        after = number.end if number is not None else items[start].start
        harmed = (i.entry for i in items[start : head[0]] if i.symbol in symbols("harmed", "state"))
        return Part(
            items[start].start,
            items[head[1]].end,
            casualty_words().symbols["none" if self.is_at(start, "no") else name],
            quantity=number.quantity if number is not None else None,
            nouns=[i.entry for i in items[start:stop] if i.symbol in nouns() and i.entry is not None],
            head=(next((i.start for i in items[start:stop] if i.start >= after), noun.start), items[head[1]].end),
            definite=bool(leads & symbols("the", "those", "his", "poss")),
            possessive=bool(leads & symbols("his")),
            bare=not leads & (_determiners() | symbols("poss")) and number is None,
            harm=next((entry.outcome for entry in harmed if entry is not None), None),
            low=noun.low,
            fixed=self._fixed(start, noun.low, stop) if number is None else None,
        )

    def _fixed(self, start: int, noun: str, stop: int) -> int | None:
        """The number that a word holds ("both", "twins"), or the kin of one person ("his parents").

        "Both nationals and foreigners" are no two people.
        """
        lexicon, first = casualty_words(), self.items[start].low
        if first == "both" and self.is_at(stop, "and") and self.is_at(stop + 1, *PLURALS):
            return None
        owner = self.items[start - 1].low if self.is_at(start - 1, "poss") else first
        kin = lexicon.fixed_of_one.get(noun) if owner in lexicon.owners_of_one else None
        return lexicon.fixed.get(first, lexicon.fixed.get(noun, kin))

    def _headless(self, start: int, at: int, number: Item) -> tuple[Part, int] | None:
        """A number without a known noun: a bare number, unknown people, or things."""
        items = self.items
        j = at + (items[at].low in listed("manning") and self.is_at(at + 1, "band"))
        while self.is_at(j, "word", "name", "adverb", "last", "poss", "further") and j - at < 5:
            j += 1
        if self.is_at(j, "thing", "things", "band"):
            manned = items[j].low in casualty_words().collective
            return self._counted(start, j, number, "strangers" if manned else "goods"), j + 1
        for k in range(at, j):
            low = items[k].low
            plural = (
                low.endswith(("s", "men", "folk", "children"))
                and not low.endswith(endings("singular_endings"))
                and len(low) > 3
            )
            if plural and (self.is_at(k, "word") or (self.is_at(k, "name") and k == j - 1)):
                return self._counted(start, k, number, "strangers"), k + 1
        return self._alone(start, at, number)

    def _counted(self, start: int, head: int, number: Item, name: str) -> Part:
        items = self.items
        after = next(i.start for i in items[start : head + 1] if i.start >= number.end)
        return Part(
            items[start].start,
            items[head].end,
            casualty_words().symbols[name],
            quantity=number.quantity,
            head=(after, items[head].end),
            definite=any(i.symbol in symbols("the", "those", "his") for i in items[start:head]),
            low=items[head].low,
        )

    def _alone(self, start: int, at: int, number: Item | None) -> tuple[Part, int] | None:
        if number is None:
            return None
        definite = any(i.symbol in symbols("the", "those", "his") for i in self.items[start:at])
        symbol = casualty_words().symbols["number"]
        return Part(
            self.items[start].start, number.end, symbol, quantity=number.quantity, definite=definite, low=number.low
        ), at

    def _name(self, start: int) -> tuple[Part, int] | None:
        """A personal name: known as one, after a title, or two capitalised words neither of which names a body."""
        if not self.is_at(start, "name", "title") or not self.items[start].capital:
            return None
        j, titled = start, False
        while self.is_at(j, "title", "name"):
            titled = titled or self.is_at(j, "title")
            j += 1
            j += self.is_at(j, "stop") and self.is_at(j - 1, "title") and j + 1 < len(self.items)
        run = self.items[start:j]
        named = sum(item.symbol in symbols("name") for item in run)
        known = titled or run[0].start in self.persons
        if not known and ((run[0].start, run[-1].end) in self.places or of_armed_group(_spelt(run))):
            return None
        if named == 0 or (not known and (named < 2 or any(_names_no_person(item) for item in run))):
            return None
        victims = next((casualty_words().titles[i.low] for i in run if i.symbol in symbols("title")), None)
        nouns = [Entry((), "", None, victims)] if victims else []
        symbol = casualty_words().symbols["named"]
        span = (run[0].start, run[-1].end)
        return Part(*span, symbol, nouns=nouns, head=span, definite=True, low=run[-1].low), j

    def _pronominal(self, start: int, at: int) -> tuple[Part, int] | None:
        """A participle of harm used as a noun ("the wounded"), with no noun behind it."""
        item = self.items[at]
        if self.items[start].low == "another" and at == start + 1 and self.is_at(at, *BEHIND_ANOTHER):
            another = self.items[start]
            return Part(another.start, another.end, casualty_words().symbols["somebody"], low=another.low), at
        if not self.is_at(at, "harmed", "state", "fated") or not self.is_at(start, "the", "those", "his", "poss"):
            return None
        if self.noun_follows(at) or self.is_at(at + 1, "word", "name", "number", "thing", "things", "a", "the"):
            return None
        span = (self.items[start].start, item.end)
        nouns = [Entry((), "", None, VictimClass.UNSTATED)]
        harm = item.entry.outcome if item.entry is not None else None
        symbol = casualty_words().symbols["people"]
        return Part(*span, symbol, nouns=nouns, head=span, definite=True, harm=harm, low=item.low), at + 1

    def _unknown(self, start: int, at: int) -> tuple[Part, int] | None:
        """A family ("his family"), or somebody whom no noun but the words around tell to be a person."""
        stop = at + self.is_at(at, "exceed")
        while self.is_at(stop, "word", "name") and stop - at < LONGEST_UNKNOWN:
            stop += 1
        if self.is_at(stop, "band") and self.items[stop].low == "family":
            return (
                self._family(start, stop) if not self.is_at(stop + 1, "of", "word", "thing", "noun", "nouns") else None
            )
        if stop == at or self.is_at(stop, "thing", "things", "band") or not self._is_somebody(start, stop):
            return None
        head = (self.items[at].start, self.items[stop - 1].end)
        symbol = casualty_words().symbols["person"]
        return Part(self.items[start].start, head[1], symbol, head=head, low=self.items[stop - 1].low), stop

    def _is_somebody(self, start: int, stop: int) -> bool:
        """Whether the words around an unknown noun are said of people only.

        "A muezzin who", "a grocer and his wife", "a busker was stabbed to death", "gunned down a busker".
        """
        owned = self.is_at(start, "his") and self.items[start].low in listed("personal_owners")
        if not self.is_at(stop - 1, "word"):
            return self.is_at(start, "a") and self.is_at(stop, "who")
        if (
            self.is_at(start, "a", "the")
            and self.is_at(stop, "comma", "and")
            and self._is_kin(stop + 1 + self.is_at(stop + 1, "and"))
        ):
            return True
        if not (owned or self.is_at(start, "a")):
            return False
        if (self.is_at(stop, "who") and not owned) or self._does_to_people(start - 1):
            return True
        if self.is_at(stop, "comma") and self.is_at(start - 1, "harmed", "harming", "and", "comma"):
            return self.items[stop + 1].start in self.persons if stop + 1 < len(self.items) else False
        k = stop
        while self.is_at(k, "be", "get", "adverb", "have", "hedge"):
            k += 1
        return k > stop and self._done_to_people(k)

    def _done_to_people(self, k: int) -> bool:
        """Whether a verb of harm is said of people only ("gunned down")."""
        return self.is_at(k, "harmed", "harming", "harms") and self.items[k].low in listed("done_to_people")

    def _does_to_people(self, k: int) -> bool:
        """Whether such a verb is active, with somebody behind it ("gunned down a busker")."""
        while self.is_at(k, "adverb"):
            k -= 1
        return self._done_to_people(k) and not self.is_at(k - 1, "be", "get", "adverb", "and")

    def _is_kin(self, k: int) -> bool:
        """Whether kin or servants of somebody stand at an item ("his wife", "their two daughters")."""
        if not self.is_at(k, "his") or self.items[k].low not in listed("personal_owners"):
            return False
        return any(item.symbol in nouns() for item in self.items[k + 1 : k + 3])

    def _family(self, start: int, at: int) -> tuple[Part, int]:
        """A family as people without a number."""
        first, noun = self.items[start], self.items[at]
        made = Part(
            first.start, noun.end, casualty_words().symbols["people"], head=(noun.start, noun.end), low=noun.low
        )
        made.nouns = [noun.entry] if noun.entry is not None else []
        made.definite, made.possessive = start + 1 == at, self.is_at(start, "his") or self.is_at(start - 1, "poss")
        return made, at + 1


def _spelt(run: list[Item]) -> str:
    return " ".join(item.low for item in run).title()


def _names_no_person(item: Item) -> bool:
    return bool(_organisation_words().fullmatch(item.low)) or ("." in item.low and item.capital)
