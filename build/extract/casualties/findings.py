"""Findings: the claims read from one sentence, and the words of harm that were declined."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsledger.build.extract.casualties.parts import Part, Reading, count_of
from newsledger.build.extract.casualties.rules import CasualtyRule
from newsledger.build.extract.casualties.words import pattern
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import CountKind, Outcome, Quantifier

Evidence = tuple[int, int]
SOME = "casualties.subset.part"


@dataclass
class Finding:
    """One claim of a sentence: outcome, number, people, evidence, and the parts it was read from.

    `position` is the part that holds the word of harm, `anchor` where that word stands, `parent` the toll that includes
    this one, `source` the words that name who gives the figure where the frame itself says so, `quantity` the number
    where it stands apart from the people. A `presupposed` one is only named in passing ("hostages still held"), a
    `possible` one may come true ("the toll may reach 60"), a `borrowed` one lacks an outcome ("the total is 9");
    `shot` tells that the word of harm leaves open whether people died, `among` that its people are some of a toll,
    `taken_out` that its words take them out of one; with `phrase` the words up to its end tell who they are.
    """

    rule_id: str
    outcome: Outcome
    start: int
    end: int
    count: int | None
    count_min: int | None
    count_max: int | None
    quantifier: Quantifier
    kind: CountKind = CountKind.FLOW
    parts: list[Part] = field(default_factory=list)
    position: int = 0
    none: bool = False
    presupposed: bool = False
    possible: bool = False
    borrowed: bool = False
    shot: bool = False
    among: bool = False
    taken_out: bool = False
    phrase: bool = False
    parent: Finding | None = None
    source: Evidence | None = None
    quantity: Quantity | None = None
    anchor: int | None = None

    @property
    def part(self) -> Part | None:
        """The people or number counted."""
        return self.parts[0] if self.parts else None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A word of harm that gave no row, with the reason."""

    rule_id: str
    start: int
    end: int
    reason: Reason


Found = Finding | Refusal


@dataclass
class Ledger:
    """What one sentence has given so far; a word of harm serves one rule, a number one claim of an outcome.

    `counted` are the parts whose people some claim counts, with the outcomes told of them.
    """

    reading: Reading
    findings: list[Finding] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    used: set[int] = field(default_factory=set)
    counted: dict[int, set[Outcome]] = field(default_factory=dict)

    @property
    def found(self) -> list[Found]:
        """Everything in the order of the text."""
        return sorted([*self.findings, *self.refusals], key=lambda found: (found.start, found.end, found.rule_id))

    def is_counted(self, k: int) -> bool:
        """Whether a part already counts the people of some claim."""
        return k in self.counted

    def is_told(self, part: Part, outcome: Outcome) -> bool:
        """Whether a claim tells of the people of a part that an outcome befell them."""
        return outcome in self.counted.get(part.at, ())

    def count(self, parts: list[Part], outcome: Outcome) -> None:
        """Enter that the people of some parts of the sentence are told of."""
        for part in parts:
            if part.at >= 0:
                self.counted.setdefault(part.at, set()).add(outcome)

    def uncounted(self, group: list[Part], outcome: Outcome) -> list[Part]:
        """The people of a group of whom no claim of an outcome tells yet, or all of them where each is told of."""
        return [part for part in group if not self.is_told(part, outcome)] or group

    def finding(self, rule: CasualtyRule, outcome: Outcome, part: Part, evidence: Evidence) -> Finding:
        """A claim about one part."""
        counted = count_of(part)
        if part.kind == "as_many":
            latest = next((f for f in reversed(self.findings) if f.count), None)
            if latest is not None:
                counted = latest.count, latest.count_min, latest.count_max, latest.quantifier
        none = part.kind in ("none", "nobody")
        start, end = evidence
        made = Finding(rule.rule_id, outcome, start, end, *counted, rule.kind, [part], none=none)
        made.among, made.taken_out, made.phrase = rule.has("among"), rule.has("taken_out"), rule.has("phrase")
        return made

    def nothing(
        self, rule: CasualtyRule, outcome: Outcome, parts: list[Part], evidence: Evidence, position: int
    ) -> None:
        """Enter the claim that nobody was hit."""
        made = Finding(
            rule.rule_id, outcome, *evidence, 0, 0, 0, Quantifier.EXACT, parts=parts, position=position, none=True
        )
        if not parts and (whose := self._sufferers(made)) is not None:
            made.parts = [whose]
        self.findings.append(made)

    def add(self, finding: Finding, position: int) -> bool:
        """Enter a claim unless its people are already counted for the outcome."""
        finding.position = position
        finding.anchor = self.reading.parts[position].start
        finding.shot = pattern("leaves_open").fullmatch(self.reading.parts[position].low) is not None
        own = [part for part in finding.parts if part.at >= 0]
        if own and self.is_told(own[0], finding.outcome):
            return False
        self.count(own, finding.outcome)
        self._describe(finding)
        self.findings.append(finding)
        return True

    def add_to(
        self, parent: Finding, rule: str, k: int, span: Evidence, outcome: Outcome | None = None, at: int | None = None
    ) -> Finding | None:
        """Enter the figure at part `k` with what it borrows from another; `at` is its word of harm, if not the figure.

        One of a subset belongs to the people of its parent if the same befell them.
        """
        part, told = self.reading.parts[k], outcome or parent.outcome
        start, end = span
        made = Finding(f"casualties.{rule}", told, start, end, *count_of(part), parent.kind, [part])
        made.among, made.taken_out = rule.startswith("subset."), made.rule_id == SOME
        made.parent = parent if made.among and told is parent.outcome else None
        if not self.add(made, k if at is None else at):
            return None
        made.anchor = part.start
        return made

    def nearest(self, k: int) -> Finding | None:
        """The finding nearest before a part by its people."""
        at = self.reading.parts[k].start
        earlier = [f for f in self.findings if not f.none and f.part is not None and f.part.start < at]
        return max(earlier, key=lambda f: (max(part.start for part in f.parts), f.position), default=None)

    def refuse(self, rule: CasualtyRule, at: int, reason: Reason) -> None:
        """Enter the reason why a word of harm gives nothing."""
        self.used.add(at)
        part = self.reading.parts[at]
        self.refusals.append(Refusal(rule.rule_id, part.start, part.end, reason))

    def _describe(self, finding: Finding) -> None:
        """Give people named or only counted the nouns of the phrase that tells who they are ("six of them")."""
        if not finding.parts and (whose := self._sufferers(finding)) is not None:
            finding.parts = [whose]
        for part in finding.parts:
            k = part.at
            if part.kind == "part" and not part.nouns:
                people = ("people", "group", "strangers")
                known = [p for p in self.reading.parts if p.kind in people and p.end <= part.start and p.nouns]
                part.nouns = known[-1].nouns if known else []
            elif k >= 0 and self._is_told_behind(part, k):
                part.nouns = self.reading.parts[k + 2].nouns
            elif not part.nouns and (whose := self._sufferers(finding)) is not None:
                part.nouns = whose.nouns

    def _sufferers(self, finding: Finding) -> Part | None:
        """The people whose dead or hurt are told of ("troops suffered six fatalities", "17 bodies of civilians")."""
        at = finding.position
        if not self.reading.is_at(at, "losses", "bodies"):
            return None
        if self.reading.is_at(at + 1, "of") and self.reading.is_at(at + 2, "people"):
            return self.reading.parts[at + 2]
        starts = next(k for k, part in enumerate(self.reading.parts) if part.end > finding.start)
        verb = next((k for k in range(max(starts - 2, 0), at) if self.reading.is_at(k, "suffer", "lose", "lost")), 0)
        while verb and self.reading.is_at(verb - 1, "have", "adverb"):
            verb -= 1
        return self.reading.parts[verb - 1] if verb and self.reading.is_at(verb - 1, "people", "group") else None

    def _is_told_behind(self, part: Part, k: int) -> bool:
        """Whether the phrase behind says who the people are ("eleven of the dead were policemen")."""
        if part.harm is not None or part.low == "victims":
            return self.reading.is_at(k + 1, "be") and self.reading.is_at(k + 2, "people")
        unknown = part.kind == "named" and not part.nouns
        return unknown and self.reading.is_at(k + 1, "comma", "open") and self.reading.is_at(k + 2, "person")


def as_people(part: Part | None) -> list[Part]:
    """A part for the sake of its nouns; a lone adjective ("civilian casualties") is its own noun."""
    if part is None:
        return []
    if not part.nouns and part.entry is not None and part.entry.victims is not None:
        part.nouns = [part.entry]
    return [part]
