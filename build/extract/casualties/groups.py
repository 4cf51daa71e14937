"""Groups of people in a sentence: its noun phrases of people, counted or not, and whatever else it is made of."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.casualties.heads import FARTHEST_HEAD, NOUNS, PLURALS, THINGS, Heads
from newsledger.build.extract.casualties.items import read_items
from newsledger.build.extract.casualties.names import join_names
from newsledger.build.extract.casualties.partitives import join_partitives
from newsledger.build.extract.casualties.parts import Part, Reading
from newsledger.build.extract.casualties.rows import of_armed_group
from newsledger.build.extract.casualties.words import Entry, casualty_words, endings, listed
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import VictimClass

LONGEST_UNKNOWN = 3
LONGEST_COUNTED = 5
POINTING = frozenset(("the", "those", "his"))
DETERMINERS = POINTING | {"a", "all", "further", "more", "somebody"}
STARTERS = DETERMINERS | NOUNS | {"no", "number", "title", "name"}
BEHIND_ANOTHER = ("harmed", "state", "fated", "be", "have", "adverb", "stop", "comma", "in", "hedge")


@cache
def _organisation_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(casualty_words().bodies_of_people)))


def read_parts(annotated: Annotated, start: int, end: int, headline: bool) -> Reading:
    """Read a sentence into parts."""
    persons = {m.start for m in within(annotated.actors, start, end) if m.kind is ActorKind.PERSON}
    places = {(m.start, m.end) for m in within(annotated.places, start, end)}
    parts = Chunker(read_items(annotated, start, end), persons, places).parts()
    return Reading(annotated, start, end, join_names(join_partitives(parts), places), headline)


class Chunker(Heads):
    """Finds the noun phrases of people among the items of a sentence; `persons` is where actors of that kind begin.

    `places` are the places named in it.
    """

    def __init__(self, items: list[Part], persons: set[int], places: set[tuple[int, int]]) -> None:
        super().__init__(items)
        self.persons = persons
        self.places = places

    def parts(self) -> list[Part]:
        """All parts, in the order of the text."""
        parts: list[Part] = []
        kinds, done = self.kinds, 0
        for at, item in enumerate(self.items):
            if at < done:
                continue
            taken_out = kinds[at - 1] == "of" and kinds[at - 2] == "number"
            if item.kind == "word":
                starts = self.nearest[at] <= at + FARTHEST_HEAD
            else:
                starts = taken_out or item.kind in STARTERS or (kinds[at - 1] == "poss" and item.low == "family")
            found = self._group(at, taken_out or kinds[at - 1] == "poss") if starts else None
            if found is not None:
                item, done = found
            parts.append(item)
        return parts

    def _group(self, start: int, owned: bool) -> tuple[Part, int] | None:
        """The noun phrase that begins at an item, and the item after it.

        It is `owned` behind a possessive, or behind a number and "of" ("hundreds of captured soldiers").
        """
        kinds, at = self.kinds, start
        at += kinds[at] == "no"
        while kinds[at] in DETERMINERS and not (at > start and kinds[at] == "more"):
            at += 1
        number = self.items[at] if kinds[at] == "number" else None
        at += number is not None
        if not kinds[at]:
            return self._alone(start, at, number)
        if start == at and kinds[at] == "hostage" and not owned:
            return None
        head = self.head_of(at, number is not None, start < at or owned)
        if head is not None:
            return self._made(start, head, number), head[1] + 1
        if number is not None:
            return self._headless(start, at, number)
        if kinds[start] == "no":
            return None
        named = self._name(start) if start == at else self._pronominal(start, at)
        return named or self._unknown(start, at)

    def _made(self, start: int, head: tuple[int, int], number: Part | None) -> Part:
        """The part of a noun phrase whose head is known."""
        items, stop = self.items, head[1] + 1
        noun = items[head[0]]
        leads = set(self.kinds[start : head[0]])
        plural = (noun.kind in PLURALS or noun.entry is None) and items[start].low not in ("a", "an")
        name = "group" if number is not None else "people" if plural else "person"
        after = number.end if number is not None else items[start].start
        harms = [i.entry.outcome for i in items[start : head[0]] if i.entry and i.kind in ("harmed", "state")]
        first = next((i.start for i in items[start:stop] if i.start >= after), noun.start)
        return Part(
            items[start].start,
            items[head[1]].end,
            "none" if self.kinds[start] == "no" else name,
            noun.low,
            quantity=number.quantity if number is not None else None,
            nouns=[i.entry for i in items[start:stop] if i.entry is not None and i.kind in NOUNS],
            head=(first, items[head[1]].end),
            definite="poss" in leads or not POINTING.isdisjoint(leads),
            possessive="his" in leads,
            bare="poss" not in leads and DETERMINERS.isdisjoint(leads) and number is None,
            harm=harms[0] if harms else None,
            fixed=self._fixed(start, noun.low, stop) if number is None else None,
        )

    def _fixed(self, start: int, noun: str, stop: int) -> int | None:
        """The number that a word holds ("both", "twins"), or the kin of one person ("his parents").

        "Both nationals and foreigners" are no two people.
        """
        lexicon, first = casualty_words(), self.items[start].low
        if first == "both" and self.kinds[stop] == "and" and self.kinds[stop + 1] in PLURALS:
            return None
        owner = self.items[start - 1].low if self.kinds[start - 1] == "poss" else first
        kin = lexicon.fixed_of_one.get(noun) if owner in lexicon.owners_of_one else None
        return lexicon.fixed.get(first, lexicon.fixed.get(noun, kin))

    def _headless(self, start: int, at: int, number: Part) -> tuple[Part, int] | None:
        """A number without a known noun: a bare number, unknown people, or things."""
        items = self.items
        j = at + (items[at].low in listed("manning") and self.kinds[at + 1] == "band")
        while self.kinds[j] in ("word", "name", "adverb", "last", "poss", "further") and j - at < LONGEST_COUNTED:
            j += 1
        if self.kinds[j] in THINGS:
            manned = items[j].low in casualty_words().collective
            return self._counted(start, j, number, "strangers" if manned else "goods"), j + 1
        for k in range(at, j):
            low = items[k].low
            plural = (
                low.endswith(endings("plural_endings"))
                and not low.endswith(endings("singular_endings"))
                and len(low) > 3
            )
            if plural and (self.kinds[k] == "word" or (self.kinds[k] == "name" and k == j - 1)):
                return self._counted(start, k, number, "strangers"), k + 1
        return self._alone(start, at, number)

    def _counted(self, start: int, head: int, number: Part, kind: str) -> Part:
        items = self.items
        after = next(i.start for i in items[start : head + 1] if i.start >= number.end)
        return Part(
            items[start].start,
            items[head].end,
            kind,
            items[head].low,
            quantity=number.quantity,
            head=(after, items[head].end),
            definite=not POINTING.isdisjoint(self.kinds[start:head]),
        )

    def _alone(self, start: int, at: int, number: Part | None) -> tuple[Part, int] | None:
        if number is None:
            return None
        made = Part(self.items[start].start, number.end, "number", number.low, quantity=number.quantity)
        made.definite = not POINTING.isdisjoint(self.kinds[start:at])
        return made, at

    def _name(self, start: int) -> tuple[Part, int] | None:
        """A personal name: known as one, after a title, or two capitalised words neither of which names a body."""
        if self.kinds[start] not in ("name", "title") or not self.items[start].capital:
            return None
        kinds, j, titled = self.kinds, start, False
        while kinds[j] in ("title", "name"):
            titled = titled or kinds[j] == "title"
            j += 1
            j += kinds[j] == "stop" and kinds[j - 1] == "title" and j + 1 < len(self.items)
        run = self.items[start:j]
        named = sum(item.kind == "name" for item in run)
        known = titled or run[0].start in self.persons
        if named == 0 or not (known or (named > 1 and self._may_be_person(run))):
            return None
        victims = next((casualty_words().titles[i.low] for i in run if i.kind == "title"), None)
        nouns = [Entry((), "", None, victims)] if victims else []
        span = (run[0].start, run[-1].end)
        return Part(*span, "named", run[-1].low, nouns=nouns, head=span, definite=True), j

    def _may_be_person(self, run: list[Part]) -> bool:
        """Whether a run of names is that of no place, armed group or other body."""
        if (run[0].start, run[-1].end) in self.places or any(_names_no_person(item) for item in run):
            return False
        return not of_armed_group(" ".join(item.low for item in run).title())

    def _pronominal(self, start: int, at: int) -> tuple[Part, int] | None:
        """A participle of harm used as a noun ("the wounded"), with no noun behind it."""
        item = self.items[at]
        if self.items[start].low == "another" and at == start + 1 and self.kinds[at] in BEHIND_ANOTHER:
            another = self.items[start]
            return Part(another.start, another.end, "somebody", another.low), at
        if self.kinds[at] not in ("harmed", "state", "fated") or self.kinds[start] not in POINTING:
            return None
        if self.noun_follows(at) or self.kinds[at + 1] in ("word", "name", "number", "thing", "things", "a", "the"):
            return None
        span = (self.items[start].start, item.end)
        nouns = [Entry((), "", None, VictimClass.UNSTATED)]
        harm = item.entry.outcome if item.entry is not None else None
        return Part(*span, "people", item.low, nouns=nouns, head=span, definite=True, harm=harm), at + 1

    def _unknown(self, start: int, at: int) -> tuple[Part, int] | None:
        """A family ("his family"), or somebody whom no noun but the words around tell to be a person."""
        stop = at + (self.kinds[at] == "exceed")
        while self.kinds[stop] in ("word", "name") and stop - at < LONGEST_UNKNOWN:
            stop += 1
        if self.kinds[stop] == "band" and self.items[stop].low == "family":
            of_things = self.kinds[stop + 1] in ("of", "word", "thing", "noun", "nouns")
            return None if of_things else self._family(start, stop)
        if stop == at or self.kinds[stop] in THINGS or not self._is_somebody(start, stop):
            return None
        head = (self.items[at].start, self.items[stop - 1].end)
        return Part(self.items[start].start, head[1], "person", self.items[stop - 1].low, head=head), stop

    def _is_somebody(self, start: int, stop: int) -> bool:
        """Whether the words around an unknown noun are said of people only.

        "A muezzin who", "a grocer and his wife", "a busker was stabbed to death", "gunned down a busker".
        """
        owned = self.kinds[start] == "his" and self.items[start].low in listed("personal_owners")
        if self.kinds[stop - 1] != "word":
            return self.kinds[start] == "a" and self.kinds[stop] == "who"
        if (
            self.kinds[start] in ("a", "the")
            and self.kinds[stop] in ("comma", "and")
            and self._is_kin(stop + 1 + (self.kinds[stop + 1] == "and"))
        ):
            return True
        if not (owned or self.kinds[start] == "a"):
            return False
        if (self.kinds[stop] == "who" and not owned) or self._does_to_people(start - 1):
            return True
        if self.kinds[stop] == "comma" and self.kinds[start - 1] in ("harmed", "harming", "and", "comma"):
            return self.items[stop + 1].start in self.persons if stop + 1 < len(self.items) else False
        k = stop
        while self.kinds[k] in ("be", "get", "adverb", "have", "hedge"):
            k += 1
        return k > stop and self._done_to_people(k)

    def _done_to_people(self, k: int) -> bool:
        """Whether a verb of harm is said of people only ("gunned down")."""
        return self.kinds[k] in ("harmed", "harming", "harms") and self.items[k].low in listed("done_to_people")

    def _does_to_people(self, k: int) -> bool:
        """Whether such a verb is active, with somebody behind it ("gunned down a busker")."""
        while self.kinds[k] == "adverb":
            k -= 1
        return self._done_to_people(k) and self.kinds[k - 1] not in ("be", "get", "adverb", "and")

    def _is_kin(self, k: int) -> bool:
        """Whether kin or servants of somebody stand at an item ("his wife", "their two daughters")."""
        if self.kinds[k] != "his" or self.items[k].low not in listed("personal_owners"):
            return False
        return not NOUNS.isdisjoint(self.kinds[k + 1 : k + 3])

    def _family(self, start: int, at: int) -> tuple[Part, int]:
        """A family as people without a number."""
        first, noun = self.items[start], self.items[at]
        made = Part(first.start, noun.end, "people", noun.low, head=(noun.start, noun.end))
        made.nouns = [noun.entry] if noun.entry is not None else []
        made.definite, made.possessive = start + 1 == at, self.kinds[start] == "his" or self.kinds[start - 1] == "poss"
        return made, at + 1


def _names_no_person(item: Part) -> bool:
    return bool(_organisation_words().fullmatch(item.low)) or ("." in item.low and item.capital)
