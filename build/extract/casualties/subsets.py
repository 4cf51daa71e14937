"""Subsets and elliptic figures: who is counted again within a toll, and figures that borrow their predicate."""

from __future__ import annotations

from newsledger.build.extract.casualties.findings import Finding, Ledger
from newsledger.build.extract.casualties.lists import after
from newsledger.build.extract.casualties.parts import Part, count_of
from newsledger.build.extract.casualties.senses import are_safe
from newsledger.build.extract.casualties.sums import is_single, total
from newsledger.build.extract.casualties.words import listed
from newsledger.schema.vocabularies import Outcome

COUNTED = ("group", "strangers", "person", "named", "number", "part")


def add_subsets(ledger: Ledger) -> None:
    """Add subsets, explanations and gapped figures to what the frames found in a sentence."""
    if any(not finding.none for finding in ledger.findings):
        Subsets(ledger).read()


class Subsets:
    """Reads one sentence after its frames."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.reading = ledger.reading
        self.parts = ledger.reading.parts
        self.is_at = ledger.reading.is_at
        self.nearest = ledger.nearest

    def read(self) -> None:
        """Add everything that hangs on a finding."""
        readers = {
            "including": self._including,
            "part": self._part,
            "along": self._along,
            "with": self._with,
            "of": self._of_which,
        }
        for k, kind in enumerate(self.reading.kinds):
            if kind in readers:
                readers[kind](k)
        if self.is_at(0, "of"):
            self._split()
        for k, kind in enumerate(self.reading.kinds):
            if k and kind in ("comma", "open", "colon", "dash"):
                self._explained(k)
            if k and kind in ("comma", "dash"):
                self._rate(k)
            if k and kind in ("comma", "and", "semicolon"):
                self._gapped(k)

    def _add(self, parent: Finding, k: int, span: tuple[int, int], rule: str, outcome: Outcome | None = None) -> None:
        self.ledger.add_to(parent, rule, k, span, outcome, parent.position)

    def _including(self, k: int) -> None:
        """People counted within a toll ("including three children and a nurse")."""
        j = k + 1
        while self.is_at(j, "adverb", "be", "comma"):
            j += 1
        if self.is_at(j, "those", "the") and self.is_at(j + 1, "of"):
            j += 2
        start, parent = self.parts[k].start, self.nearest(k)
        if parent is None or self.is_at(k - 1, "not"):
            return
        while self.is_at(j, *COUNTED) and not self.ledger.is_counted(j):
            if self.is_at(j, "number") and self.is_at(j + 1, "word", "thing", "things", "goods"):
                return
            if self.is_at(j, "part") and j > k + 1:
                return
            if j > k + 1 and self._is_other_subject(j):
                return
            self._add(parent, j, (start, self.parts[j].end), "subset.including")
            last = j
            j += 1
            while self.is_at(j, "comma", "and"):
                j += 1
            if j == last + 1 or (self.is_at(j - 1, "comma") and self.is_at(j + 1, "hedge", "word", "be")):
                return
            start = self.parts[j].start if j < len(self.parts) else start

    def _is_other_subject(self, j: int) -> bool:
        """Whether a phrase behind a comma begins a clause of its own ("… six children, the official radio said")."""
        part = self.parts[j]
        told = (part.definite or part.bare) and not part.possessive and self.is_at(j, "person", "named")
        last = j + 1 == len(self.parts) or self.is_at(j + 1, "and", "comma", "stop", "close")
        return told and self.is_at(j - 1, "comma") and not last

    def _part(self, k: int) -> None:
        """Some of those counted ("two of them teenagers", "nine of them seriously")."""
        part, behind = self.parts[k], self.parts[k + 1 : k + 4]
        parent = self.nearest(k)
        if parent is None or self.ledger.is_counted(k) or self.is_at(k - 1, "because"):
            return
        if part.low == "one" and self.is_at(k + 1, "be"):
            return
        if (count_of(part)[:2] == (None, None) and not self._is_degree(k + 1)) or are_safe(behind):
            return
        end, outcome = part.end, None
        people = next((other for other in behind if other.kind in ("people", "person")), None)
        if people is not None:
            part.describe_as(people)
            end = people.end
        elif self.is_at(k + 1, "adverb", "fatally"):
            end = behind[0].end
            outcome = Outcome.KILLED if self.is_at(k + 1, "fatally") else None
        self._add(parent, k, (part.start, end), "subset.part", outcome)

    def _along(self, k: int) -> None:
        """People named behind the predicate they share ("died, along with two fishermen")."""
        parent = self.nearest(k) if self.is_at(k + 1, "group", "person", "named", "strangers") else None
        if parent is None or not 0 <= k - parent.position <= 3:
            return
        others = after(self.reading, k + 1)
        if all(is_single(part) for part in (*parent.parts, *others)) and parent.quantity is None:
            self._join(parent, others)
            return
        start = self.parts[k].start
        for part in others:
            self._add(parent, part.at, (start, part.end), "along")
            start = part.end + 1

    def _join(self, parent: Finding, others: list[Part]) -> None:
        """Add single people to a claim about single people ("the judge was shot along with his driver")."""
        if any(self.ledger.is_counted(part.at) for part in others):
            return
        parent.parts = [*parent.parts, *others]
        parent.count, parent.count_min, parent.count_max, parent.quantifier = total(parent.parts)
        parent.end = max(parent.end, others[-1].end)
        self.ledger.count(others, parent.outcome)

    def _with(self, k: int) -> None:
        """Others who shared the fate ("was killed with 26 others", "died with her two sons")."""
        if self.ledger.is_counted(k + 1) or self.is_at(k + 2, "poss"):
            return
        own = self.is_at(k + 1, "group", "person") and self.parts[k + 1].possessive and bool(self.parts[k + 1].nouns)
        if own or (self.is_at(k + 1, "group") and self._are_others(k + 1)):
            self._along(k)

    def _are_others(self, k: int) -> bool:
        """Whether a phrase counts others beside those told of ("26 others", "four other Danes")."""
        part = self.parts[k]
        words = self.reading.annotated.document.view[part.start : part.end].lower().split()
        return not listed("others").isdisjoint(words)

    def _split(self) -> None:
        """Figures of a toll split up after "of the 19 dead": "six were …"."""
        parent = next((f for f in self.ledger.findings if f.part is self.parts[1]), None)
        if parent is None:
            return
        for k in range(2, len(self.parts) - 2):
            if self.is_at(k, "number") and self.is_at(k + 1, "be") and not self.ledger.is_counted(k):
                self._add(parent, k, (self.parts[k].start, self.parts[k + 2].end), "subset.part")

    def _of_which(self, k: int) -> None:
        """Some of a toll told of in a relative clause ("of which seven were reportedly rebels")."""
        parent = self.nearest(k) if k + 1 < len(self.parts) and self.parts[k + 1].low in ("which", "whom") else None
        j = k + 2
        while self.is_at(j, "adverb", "hedge", "comma"):
            j += 1
        if parent is None or not self.is_at(j, "number") or not self.is_at(j + 1, "be") or self.ledger.is_counted(j):
            return
        behind = self.parts[j + 2 : j + 6]
        if are_safe(behind):
            return
        people = next((other for other in behind if other.kind in ("people", "person")), None)
        end = people.end if people is not None else behind[0].end if behind else self.parts[j + 1].end
        if people is not None:
            self.parts[j].describe_as(people)
        self._add(parent, j, (self.parts[j].start, end), "subset.part")

    def _explained(self, k: int) -> None:
        """A toll split by the phrases set beside it ("16 dead, 13 civilians and 3 soldiers")."""
        beside = (self.parts[k - 1], k - 1)
        whole = next(
            (f for f in self.ledger.findings if f.count and (f.part is beside[0] or f.position == beside[1])), None
        )
        apart = whole is None and self.is_at(k, "colon", "dash")
        whole = self.nearest(k) if apart else whole
        if whole is None or whole.count is None:
            return
        j, chosen = k + 1, []
        kinds = ("group", "strangers", "person") if self.is_at(k, "colon", "dash") else ("group", "strangers")
        while self.is_at(j, *kinds) and not self.ledger.is_counted(j):
            chosen.append(j)
            j += 1
            if not (self.is_at(j, "and", "comma") and self.is_at(j + 1, "group", "number", "person", "strangers")):
                break
            j += 1
        total = sum(count_of(self.parts[c])[0] or 0 for c in chosen)
        closed = j >= len(self.parts) or self.is_at(j, "comma", "close", "stop", "dash", "semicolon")
        fits = total == whole.count if apart else total <= whole.count
        named = len(chosen) > 1 and all(self.is_at(c, "person", "named") for c in chosen)
        if closed and fits and not named and not (len(chosen) == 1 and total == whole.count):
            for c in chosen:
                self._add(whole, c, (self.parts[c].start, self.parts[c].end), "subset.explained")

    def _rate(self, k: int) -> None:
        """A rate behind a toll ("— about 75 officers each year")."""
        parent = self.nearest(k) if self.is_at(k + 1, "group") and self.is_at(k + 2, "all", "a") else None
        if parent is None or k + 3 >= len(self.parts) or self.parts[k + 3].low not in listed("periods"):
            return
        if not self.ledger.is_counted(k + 1):
            self._add(parent, k + 1, (self.parts[k + 1].start, self.parts[k + 3].end), "rate")

    def _is_degree(self, k: int) -> bool:
        """Whether a part tells how gravely people are hurt."""
        told = self.is_at(k, "adverb", "fatally") and self.parts[k].low in listed("degrees")
        return told and not self.is_at(k + 1, "beat", "harmed", "word")

    def _is_day(self, k: int) -> bool:
        """Whether a part is a day of the week, with or without its "on"."""
        return self.is_at(k, "adverb") and self.parts[k].low.removeprefix("on ") in listed("weekdays")

    def _gapped(self, k: int) -> None:
        """A figure whose predicate is the one before ("two in Kherson, one in Nikopol")."""
        j = k + 1
        while self.is_at(j, "and", "further"):
            j += 1
        parent = self.nearest(j) if self.is_at(j, "number") and not self.ledger.is_counted(j) else None
        if parent is None or (count_of(self.parts[j])[:2] == (None, None) and not self._is_degree(j + 1)):
            return
        part, end = self.parts[j], j + 1
        end += self.is_at(end, "more") and self.is_at(end + 1, "in", "at")
        if self.is_at(end, "be") and self.is_at(end + 1, "people") and parent.taken_out:
            part.describe_as(self.parts[end + 1])
            self._add(parent.parent or parent, j, (part.start, self.parts[end + 1].end), "subset.part")
        elif self.is_at(end, "in", "at", "by"):
            while self.is_at(end + 1, "name", "the", "a", "word", "thing", "demonym", "of"):
                end += 1
            self._add(parent, j, (part.start, self.parts[end].end), "gapped")
        elif self.is_at(end, "for_injury") or self._is_day(end):
            self._add(parent, j, (part.start, self.parts[end].end), "gapped")
        elif self._is_degree(end):
            outcome = Outcome.KILLED if self.is_at(end, "fatally") else None
            self._add(parent, j, (part.start, self.parts[end].end), "subset.part", outcome)
        elif self.is_at(end, "person") and part.quantity is not None and part.quantity.count == 1:
            part.describe_as(self.parts[end])
            self._add(parent, j, (part.start, self.parts[end].end), "subset.part")
