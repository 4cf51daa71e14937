"""Subsets and elliptic figures: who is counted again within a toll, and figures that borrow their predicate."""

from __future__ import annotations

from newsledger.build.extract.casualty_frames import Finding, Frames
from newsledger.build.extract.casualty_groups import Part, Reading, count_of
from newsledger.build.extract.casualty_victims import counted, symbols
from newsledger.schema.vocabularies import Outcome

SAFE = frozenset(("released", "survived", "escaped", "freed", "rescued", "discharged", "unharmed", "unhurt", "returned", "alive", "safe", "volunteered", "fled", "arrested", "detained"))


class Subsets:
    """Reads one sentence after its frames."""

    def __init__(self, reading: Reading, frames: Frames) -> None:
        self.reading = reading
        self.frames = frames

    @property
    def findings(self) -> list[Finding]:
        """What the frames found, refusals left out."""
        return [f for f in self.frames.found if isinstance(f, Finding) and not f.none]

    def read(self) -> None:
        """Add subsets, explanations and gapped figures to what the frames found."""
        code = self.reading.code
        if not self.findings:
            return
        for k, symbol in enumerate(code):
            if symbol in symbols("including"):
                self._including(k)
            elif symbol in symbols("part"):
                self._part(k)
            elif symbol in symbols("along") and k + 1 < len(code) and code[k + 1] in symbols("group", "person", "named", "strangers"):
                self._along(k)
            elif symbol in symbols("up_from"):
                self._earlier(k)
        if code[0] in symbols("of") and len(code) > 1:
            self._split()
        for k, symbol in enumerate(code):
            if symbol in symbols("comma", "and", "open", "colon", "dash", "semicolon"):
                self._explained(k)
                self._gapped(k)

    def _taken(self, k: int) -> bool:
        return any(index == k for index, _ in self.frames.counted)

    def _parent(self, k: int) -> Finding | None:
        """The finding that a figure at part `k` belongs to: the nearest one told of before it."""
        at = self.reading.parts[k].start
        before = [f for f in self.findings if f.part is not None and f.part.start < at and f.part.start >= self.reading.start]
        return max(before, key=lambda f: (max(p.start for p in f.parts) if f.parts else f.start, f.position), default=None)

    def _add(self, parent: Finding, k: int, start: int, end: int, rule: str, outcome: Outcome | None = None) -> None:
        part = self.reading.parts[k]
        outcome = outcome or parent.outcome
        if (k, outcome) in self.frames.counted:
            return
        count, least, most, quantifier = count_of(part)
        self.frames.counted.add((k, outcome))
        made = Finding(rule, outcome, start, end, part, count, least, most, quantifier, parent.kind, False, 1, [part], parent.position)
        made.parent = parent if outcome is parent.outcome and rule != "casualties.gapped" else None
        made.anchor = part
        self.frames.found.append(made)

    def _including(self, k: int) -> None:
        parts, code = self.reading.parts, self.reading.code
        if k and code[k - 1] in symbols("not"):
            return
        j = k + 1
        while j < len(code) and code[j] in symbols("adverb", "be", "comma"):
            j += 1
        start = parts[k].start
        while j < len(code) and code[j] in symbols("group", "strangers", "person", "named", "number", "part"):
            following = code[j + 1] if j + 1 < len(code) else ""
            if self._taken(j) or (code[j] in symbols("number") and following in symbols("word", "thing", "things", "goods")):
                return
            parent = self._parent(k)
            if parent is None:
                return
            self._add(parent, j, start, parts[j].end, "casualties.subset.including")
            j += 1
            while j < len(code) and code[j] in symbols("comma", "and") and j + 1 < len(code):
                j += 1
            start = parts[j].start if j < len(parts) else start
            if code[j - 1] in symbols("comma") and j + 1 < len(code) and code[j + 1] in symbols("hedge", "word", "be"):
                return

    def _along(self, k: int) -> None:
        """People named behind the predicate they share ("died, along with two fishermen")."""
        parent = self._parent(k)
        if parent is not None and 0 <= k - parent.position <= 3:
            self._add(parent, k + 1, self.reading.parts[k].start, self.reading.parts[k + 1].end, "casualties.along")

    def _split(self) -> None:
        """Figures of a toll split up after "of the 19 dead": "six were …"."""
        code, parts = self.reading.code, self.reading.parts
        parent = next((f for f in self.findings if f.part is parts[1]), None)
        if parent is None:
            return
        for k in range(2, len(code) - 1):
            if code[k] in symbols("number") and code[k + 1] in symbols("be") and not self._taken(k):
                self._add(parent, k, parts[k].start, parts[min(k + 2, len(parts) - 1)].end, "casualties.subset.part")

    def _earlier(self, k: int) -> None:
        """An earlier figure that a new one replaces ("up from an earlier count of 36")."""
        parts, code = self.reading.parts, self.reading.code
        for j in range(k + 1, min(k + 7, len(code))):
            if code[j] in symbols("number") and (parent := self._parent(k)) is not None:
                self._add(parent, j, parts[j - 1 if j > k + 1 else j].start, parts[j].end, "casualties.earlier")
                return
            if code[j] not in symbols("a", "the", "word", "number_of", "toll", "adverb", "last", "of", "rise"):
                return

    def _part(self, k: int) -> None:
        parts, code = self.reading.parts, self.reading.code
        if self._taken(k) or k and parts[k - 1].low in ("but", "all but"):
            return
        parent = self._parent(k)
        after = parts[k + 1 : k + 4]
        if parent is None or any(word in SAFE for p in after for word in p.low.split()) or parts[k].quantity is None:
            return
        end, outcome = parts[k].end, None
        nouns = next((p for p in after if p.symbol in symbols("people", "person")), None)
        if nouns is not None:
            parts[k].nouns, parts[k].head = nouns.nouns, nouns.head
            end = nouns.end
        elif after and after[0].symbol in symbols("adverb", "fatally"):
            end = after[0].end
            outcome = Outcome.KILLED if after[0].symbol in symbols("fatally") else None
        self._add(parent, k, parts[k].start, end, "casualties.subset.part", outcome)

    def _explained(self, k: int) -> None:
        """A toll split by the phrases set beside it ("16 dead, 13 civilians and 3 soldiers")."""
        parts, code = self.reading.parts, self.reading.code
        if code[k] in symbols("and", "semicolon") or k == 0 or k + 1 >= len(code):
            return
        whole = next((f for f in self.findings if f.count and (f.part is parts[k - 1] or f.position == k - 1)), None)
        if whole is None or whole.count is None:
            return
        j, chosen = k + 1, []
        while j < len(code) and code[j] in symbols("group", "number", "person", "strangers"):
            if self._taken(j):
                return
            chosen.append(j)
            j += 1
            if j + 1 < len(code) and code[j] in symbols("and", "comma") and code[j + 1] in symbols("group", "number", "person", "strangers"):
                j += 1
            else:
                break
        following = code[j] if j < len(code) else ""
        total = sum(count_of(parts[c])[0] or 0 for c in chosen)
        numbered = [c for c in chosen if code[c] in symbols("group", "strangers")]
        if not numbered or len(numbered) != len(chosen) or total > whole.count or following not in symbols("comma", "close", "stop", "dash", "semicolon") | {""}:
            return
        if len(chosen) == 1 and total == whole.count:
            return
        for c in chosen:
            self._add(whole, c, parts[c].start, parts[c].end, "casualties.subset.explained")

    def _gapped(self, k: int) -> None:
        """A figure whose predicate is the one before ("two in Kherson, one in Nikopol")."""
        parts, code = self.reading.parts, self.reading.code
        if code[k] in symbols("open", "colon", "dash"):
            return
        j = k + 1
        while j < len(code) and code[j] in symbols("and", "further"):
            j += 1
        if j + 1 >= len(code) or self._taken(j):
            return
        after = code[j + 1]
        parent = self._parent(j)
        if parent is None:
            return
        if code[j] in symbols("number") and after in symbols("in", "at"):
            end = j + 1
            while end + 1 < len(code) and code[end + 1] in symbols("name", "the", "a", "word", "thing", "demonym", "of"):
                end += 1
            self._add(parent, j, parts[j].start, parts[end].end, "casualties.gapped")
        elif code[j] in symbols("number") and after in symbols("adverb", "fatally") and parts[j + 1].low in ("seriously", "critically", "severely", "badly", "gravely", "fatally", "slightly", "lightly", "mortally"):
            outcome = Outcome.KILLED if after in symbols("fatally") else parent.outcome
            self._add(parent, j, parts[j].start, parts[j + 1].end, "casualties.subset.part", outcome)
        elif code[j] in symbols("number") and after in symbols("person") and parts[j].quantity is not None and parts[j].quantity.count == 1:
            parts[j].nouns, parts[j].head = parts[j + 1].nouns, parts[j + 1].head
            self._add(parent, j, parts[j].start, parts[j + 1].end, "casualties.subset.part")
