"""Heads: the noun for people that a noun phrase is about, looked for behind its modifiers."""

from __future__ import annotations

from newsledger.build.extract.casualties.items import AGE_NOUN, describes
from newsledger.build.extract.casualties.parts import Part, kinds_of
from newsledger.build.extract.casualties.words import casualty_words, endings, listed

FARTHEST_HEAD = 7
FARTHEST_BARE_HEAD = 4
MODIFIERS = frozenset((
    "word", "name", "adverb", "harmed", "state", "hedge", "more", "further", "band", "hostage", "title", "last",
    "mark", "identify",
))  # fmt: skip
# The classes of nouns for people, and those for several people.
NOUNS = frozenset(("noun", "nouns", "hostage", "hostages", "demonym", "demonyms"))
PLURALS = ("nouns", "hostages", "demonyms")
THINGS = ("thing", "things", "band")
NO_PEOPLE = (*THINGS, "loss", "losses", "bodies", "toll", "injured_toll")


class Heads:
    """Looks for the head nouns of phrases among the items of a sentence.

    `nearest` tells for every item where the next noun for people, or family, stands.
    """

    def __init__(self, items: list[Part]) -> None:
        self.items = items
        self.kinds = kinds_of(items)
        self.nearest = [nearest := len(items) + FARTHEST_HEAD] * len(items)
        for k in range(len(items) - 1, -1, -1):
            if self.kinds[k] in NOUNS or items[k].low == "family":
                nearest = k
            self.nearest[k] = nearest

    def head_of(self, at: int, counted: bool, determined: bool) -> tuple[int, int] | None:
        """First and last item of the head noun, looking over modifiers."""
        kinds = self.kinds
        free = counted or determined
        last = at + (FARTHEST_HEAD if free else FARTHEST_BARE_HEAD)
        if self.nearest[at] > last:
            return None
        for j in range(at, last + 1):
            if kinds[j] in NOUNS:
                if not self._is_before_noun(j):
                    return self._extended(j, counted)
            elif kinds[j] in ("thing", "things"):
                if kinds[j + 1] not in NOUNS:
                    return None
            elif not self._modifies(j, counted, free):
                return None
        return None

    def _modifies(self, j: int, counted: bool, free: bool) -> bool:
        kind, low = self.kinds[j], self.items[j].low if self.kinds[j] else ""
        if kind == "harmed" and self.kinds[j - 1] == "word" and not describes(self.items[j - 1].low):
            return False
        if counted and low in listed("shares"):
            return True
        if (kind not in MODIFIERS and low not in ("top", "lay")) or low in listed("never_before_noun"):
            return False
        if not free:
            return kind in ("name", "title") or (kind == "word" and describes(low))
        return not (counted and kind in ("harmed", "state")) or self.noun_follows(j)

    def _is_before_noun(self, j: int) -> bool:
        """Whether an age ("12-year-old boy") or a nationality describes a noun behind it."""
        if self.kinds[j] in ("demonym", "demonyms"):
            return self._is_adjective(j)
        entry, behind = self.items[j].entry, self.kinds[j + 1]
        if entry is None or entry.words != (AGE_NOUN,):
            return False
        named = self._over_names(j + 1)
        if named > j + 1 and self.kinds[named] not in (*THINGS, "noun", "nouns", "word", "hostage"):
            return False
        if behind == "word":
            return not self.items[j + 1].low.endswith(("ed", "ing"))
        return behind in (*THINGS, "noun", "nouns", "demonym", "name", "title", "mark")

    def _over_names(self, j: int) -> int:
        """The item behind the names that begin at one."""
        while self.kinds[j] == "name":
            j += 1
        return j

    def _is_adjective(self, j: int) -> bool:
        """Whether a nationality or faith stands before a noun of its own."""
        behind = self.kinds[j + 1]
        if behind == "name" and self.kinds[self._over_names(j + 1)] in THINGS:
            return True
        if behind == "word":
            return not self.items[j + 1].low.endswith(("ed", "ing")) or self.kinds[j + 2] in ("thing", "things")
        return behind in NOUNS or behind in NO_PEOPLE or behind == "title"

    def noun_follows(self, j: int) -> bool:
        """Whether a noun for people stands behind, looking over modifiers."""
        for kind in self.kinds[j + 1 : j + 4]:
            if kind in NOUNS:
                return True
            if kind not in MODIFIERS:
                return False
        return False

    def _extended(self, j: int, counted: bool) -> tuple[int, int] | None:
        """Take in the nouns that follow ("police officers"); a thing or an abstract noun behind makes no people."""
        items, kinds, last = self.items, self.kinds, j
        while kinds[last + 1] in NOUNS:
            if kinds[last] in PLURALS and items[last].low not in casualty_words().collective:
                break
            last += 1
        if kinds[last + 1] in NO_PEOPLE:
            return None
        if kinds[last] in PLURALS:
            return last, last
        if kinds[last + 1] == "word":
            low = items[last + 1].low
            if counted and low.endswith("s") and not low.endswith(endings("singular_endings")):
                return last + 1, last + 1
            if low.endswith(endings("abstract_endings")):
                return None
        stop = last
        while kinds[stop + 1] in ("name", "title"):
            stop += 1
        return last, stop
