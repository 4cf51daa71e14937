"""Heads: the noun for people that a noun phrase is about, looked for behind its modifiers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.casualties.items import AGE_NOUN, Item, describes
from newsledger.build.extract.casualties.parts import symbols
from newsledger.build.extract.casualties.words import casualty_words, endings, listed

FARTHEST_HEAD = 7
FARTHEST_BARE_HEAD = 4


@cache
def _modifiers() -> frozenset[str]:
    return symbols(
        "word", "name", "adverb", "harmed", "state", "hedge", "more", "further", "band", "hostage", "title", "last",
        "mark", "identify",
    )  # fmt: skip


@cache
def nouns() -> frozenset[str]:
    """The classes of nouns for people."""
    return symbols("noun", "nouns", "hostage", "hostages", "demonym", "demonyms")


@cache
def plurals() -> frozenset[str]:
    """The classes of nouns for several people."""
    return symbols("nouns", "hostages", "demonyms")


@dataclass
class Heads:
    """Looks for the head nouns of phrases among the items of a sentence."""

    items: list[Item]

    def is_at(self, at: int, *names: str) -> bool:
        """Whether an item exists and belongs to one of some classes."""
        return 0 <= at < len(self.items) and self.items[at].symbol in symbols(*names)

    def head_of(self, at: int, counted: bool, determined: bool) -> tuple[int, int] | None:
        """First and last item of the head noun, looking over modifiers."""
        items = self.items
        free = counted or determined
        for j in range(at, min(len(items), at + 1 + (FARTHEST_HEAD if free else FARTHEST_BARE_HEAD))):
            symbol = items[j].symbol
            if symbol in nouns() and not self._is_before_noun(j):
                return self._extended(j, counted)
            if symbol in symbols("thing", "things"):
                if not (j + 1 < len(items) and items[j + 1].symbol in nouns()):
                    return None
            elif symbol in nouns():
                continue
            elif not self._modifies(j, counted, free):
                return None
        return None

    def _modifies(self, j: int, counted: bool, free: bool) -> bool:
        item = self.items[j]
        if self.is_at(j, "harmed") and self.is_at(j - 1, "word") and not describes(self.items[j - 1].low):
            return False
        if counted and item.low in listed("shares"):
            return True
        if item.low in listed("never_before_noun"):
            return False
        if item.symbol not in _modifiers() and item.low not in ("top", "lay"):
            return False
        if not free:
            return self.is_at(j, "name", "title") or (self.is_at(j, "word") and describes(item.low))
        return not (counted and self.is_at(j, "harmed", "state")) or self.noun_follows(j)

    def _is_before_noun(self, j: int) -> bool:
        """Whether an age ("12-year-old boy") or a nationality describes a noun behind it."""
        entry = self.items[j].entry
        if entry is not None and entry.words == (AGE_NOUN,):
            named = self._over_names(j + 1)
            if named > j + 1 and not self.is_at(named, "thing", "things", "band", "noun", "nouns", "word", "hostage"):
                return False
            described = self.is_at(
                j + 1, "thing", "things", "band", "noun", "nouns", "demonym", "name", "title", "mark"
            )
            return described or (self.is_at(j + 1, "word") and not self.items[j + 1].low.endswith(("ed", "ing")))
        return self.is_at(j, "demonym", "demonyms") and self._is_adjective(j)

    def _over_names(self, j: int) -> int:
        """The item behind the names that begin at one."""
        while self.is_at(j, "name"):
            j += 1
        return j

    def _is_adjective(self, j: int) -> bool:
        """Whether a nationality or faith stands before a noun of its own."""
        if j + 1 >= len(self.items):
            return False
        after = self.items[j + 1]
        named = self._over_names(j + 1)
        if named > j + 1 and self.is_at(named, "thing", "things", "band"):
            return True
        if self.is_at(j + 1, "word"):
            return not after.low.endswith(("ed", "ing")) or self.is_at(j + 2, "thing", "things")
        return after.symbol in nouns() or self.is_at(
            j + 1, "thing", "things", "band", "title", "loss", "losses", "bodies", "toll", "injured_toll"
        )  # fmt: skip

    def noun_follows(self, j: int) -> bool:
        """Whether a noun for people stands behind, looking over modifiers."""
        for item in self.items[j + 1 : j + 4]:
            if item.symbol in nouns():
                return True
            if item.symbol not in _modifiers():
                return False
        return False

    def _extended(self, j: int, counted: bool) -> tuple[int, int] | None:
        """Take in the nouns that follow ("police officers"); a thing or an abstract noun behind makes no people."""
        items, last = self.items, j
        while last + 1 < len(items) and items[last + 1].symbol in nouns():
            if items[last].symbol in plurals() and items[last].low not in casualty_words().collective:
                break
            last += 1
        if self.is_at(last + 1, "thing", "things", "band", "loss", "losses", "bodies", "toll", "injured_toll"):
            return None
        if items[last].symbol in plurals():
            return last, last
        if self.is_at(last + 1, "word"):
            low = items[last + 1].low
            if counted and low.endswith("s") and not low.endswith(endings("singular_endings")):
                return last + 1, last + 1
            if low.endswith(endings("abstract_endings")):
                return None
        stop = last
        while items[last].entry is not None and self.is_at(stop + 1, "name", "title"):
            stop += 1
        return last, stop
