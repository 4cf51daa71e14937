"""Frames: applies the casualty rules to one sentence and finds who was hit, how many, and by what words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsledger.build.extract.casualty_groups import Part, Reading, count_of
from newsledger.build.extract.casualty_rules import CasualtyRule, casualty_rules
from newsledger.build.extract.casualty_victims import after, before, coordinated, symbols, who
from newsledger.build.extract.casualty_words import casualty_words
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import CountKind, Outcome, Quantifier, VictimClass


@dataclass
class Finding:
    """One claim of a sentence: outcome, number, people, evidence, and the parts it was read from."""

    rule_id: str
    outcome: Outcome
    start: int
    end: int
    part: Part | None
    count: int | None
    count_min: int | None
    count_max: int | None
    quantifier: Quantifier
    kind: CountKind = CountKind.FLOW
    none: bool = False
    weight: int = 1
    parts: list[Part] = field(default_factory=list)
    position: int = 0
    parent: Finding | None = None
    anchor: Part | None = None
    source: tuple[int, int] | None = None
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A word of harm that gave no row, with the reason."""

    rule_id: str
    start: int
    end: int
    reason: Reason


Found = Finding | Refusal


class Frames:
    """Applies the rules to one sentence; a word of harm serves one rule only."""

    def __init__(self, reading: Reading, headline: bool) -> None:
        self.reading = reading
        self.headline = headline
        self.used: set[int] = set()
        self.counted: set[tuple[int, Outcome]] = set()
        self.found: list[Found] = []

    def read(self) -> list[Found]:
        """All findings and refusals of the sentence, in the order of its words."""
        for rule in casualty_rules():
            for match in rule.pattern.finditer(self.reading.code):
                self._apply(rule, match)
        return sorted(self.found, key=lambda f: (f.start, f.end))

    def _apply(self, rule: CasualtyRule, match: re.Match[str]) -> None:
        groups = match.re.groupindex
        if "vague" in rule.flags:
            self._vague(rule, match)
            return
        at = match.start("harm2") if rule.name == "passive" and match.start("harm") < 0 else match.start("harm") if "harm" in groups else match.start("sick") if "sick" in groups else match.start("who")
        if at < 0 or at in self.used:
            return
        if "sick" in groups and not rule.name.startswith("toll") and not self._is_sick(at):
            return
        if rule.name.startswith("toll"):
            self._toll(rule, match, at)
        elif "none" in rule.flags:
            self._none(rule, match)
        elif rule.seek:
            self._predicate(rule, match, at)
        else:
            self._direct(rule, match, at)

    def _vague(self, rule: CasualtyRule, match: re.Match[str]) -> None:
        """Casualties told of without a number ("civilian casualties were reported")."""
        parts = self.reading.parts
        at = match.start("harm")
        outcome = _outcome(parts[at])
        lead = parts[max(0, match.start() - 4) : at]
        if at in self.used or outcome not in (Outcome.CASUALTIES, Outcome.KILLED, Outcome.INJURED):
            return
        if any(p.symbol in symbols("modal", "will", "may", "to", "not", "do", "no", "without", "number") for p in lead) or parts[match.start()].low == "with" and outcome is not Outcome.CASUALTIES:
            return
        self.used.add(at)
        people = next((p for p in parts[match.start() : at] if p.symbol in symbols("person", "people", "noun", "nouns")), None)
        finding = Finding(rule.rule_id, outcome, parts[match.start()].start, parts[match.end() - 1].end, people, None, None, None, Quantifier.VAGUE)
        finding.parts = _as_people(people)
        self._add(finding, at)

    def _is_sick(self, at: int) -> bool:
        """Whether people are named by what befell them ("the dead", "those killed", "the victims")."""
        part = self.reading.parts[at]
        follows = self.reading.code[at + 1 : at + 2]
        if follows and follows in symbols("harmed", "state", "fated") and part.symbol not in symbols("losses"):
            return True
        return part.harm is not None or part.symbol in symbols("losses") or part.low in ("victims", "fatalities", "casualties")

    def _outcomes(self, at: int) -> list[Outcome]:
        """The outcome of a word of harm, joined with what is coordinated to it ("killed or wounded" is `casualties`)."""
        parts, code = self.reading.parts, self.reading.code
        own = Outcome.KILLED if at and parts[at - 1].symbol in symbols("fatally") else _outcome(parts[at])
        if own is None and parts[at].symbol in symbols("people", "group", "number"):
            following = _outcome(parts[at + 1]) if at + 1 < len(parts) else None
            return [following or Outcome.KILLED]
        k = at + 1
        while k < len(code) and code[k] in symbols("adverb"):
            k += 1
        harm = symbols("harmed", "state", "fated", "harming", "harms")
        if k + 1 < len(code) and code[k] in symbols("and", "comma") and code[k + 1] in harm and own is not None:
            other = _outcome(parts[k + 1])
            if k + 2 < len(code) and code[k + 1] in symbols("harmed", "harming", "harms") and False:
                return [own]
            self.used.add(k + 1)
            pair = {own, other}
            if pair == {own}:
                return [own]
            if pair <= {Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES}:
                return [Outcome.CASUALTIES]
            return [own, other] if other is not None else [own]
        return [own] if own is not None else []

    def _toll(self, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
        parts = self.reading.parts
        outcome = _toll_outcome(parts[at])
        if outcome is None:
            return
        if {p.symbol for p in parts[at : match.start("to")]} & symbols("modal", "will", "may"):
            self.used.add(at)
            self.found.append(Refusal(rule.rule_id, parts[at].start, parts[at].end, Reason.HYPOTHETICAL_VICTIMS))
            return
        self.used.add(at)
        victims = parts[match.start("victims")] if "victims" in match.re.groupindex else None
        first = True
        for name in ("from", "to"):
            if name not in match.re.groupindex or match.start(name) < 0:
                continue
            number = parts[match.start(name)]
            start = parts[match.start()].start if first else number.start
            finding = self._finding(rule, outcome, number, start, number.end)
            if rule.quantifier is Quantifier.MORE_THAN and finding.count is not None and finding.quantifier is Quantifier.EXACT:
                finding.quantifier, finding.count_min, finding.count_max = rule.quantifier, finding.count + 1, None
            if victims is not None and number.symbol in symbols("number"):
                finding.part, finding.parts = victims, [victims]
                finding.quantity = number.quantity
            self._add(finding, match.start(name))
            first = False
        put = next((k for k in range(match.start(), max(match.start() - 4, -1), -1) if parts[k].symbol in symbols("put")), None)
        if put is not None:
            self._name_source(put)
        if "chain" in rule.flags or rule.name in ("toll.number", "toll.exceeds"):
            self._chain(rule, outcome, match.end())

    def _chain(self, rule: CasualtyRule, outcome: Outcome, at: int) -> None:
        """Further numbers of the same toll by other sources ("… at 15, the agency at 11")."""
        parts, code = self.reading.parts, self.reading.code
        for k in range(at, len(code) - 1):
            if code[k] in symbols("stand", "reach", "rise") and (number := next((j for j in (k + 1, k + 2) if j < len(code) and code[j] in symbols("number", "group")), None)):
                self._add(self._finding(rule, outcome, parts[number], parts[k].start, parts[number].end), number)
            elif "chain" in rule.flags and code[k] in symbols("at") and code[k + 1] in symbols("number"):
                start = max((j for j in range(at, k) if code[j] in symbols("comma", "and", "semicolon")), default=k - 1) + 1
                self._add(self._finding(rule, outcome, parts[k + 1], parts[min(start, k)].start, parts[k + 1].end), k + 1)
            elif code[k] in symbols("because", "stop", "harmed", "fated", "after"):
                return

    def _name_source(self, put: int) -> None:
        """Who puts the toll at a number: the words before the verb."""
        code, parts = self.reading.code, self.reading.parts
        k = put
        while k and code[k - 1] not in symbols("comma", "semicolon", "because", "and", "stop", "colon", "mark", "after"):
            k -= 1
        while k < put and parts[put - 1].symbol in symbols("adverb", "have", "last", "will"):
            put -= 1
        if k < put:
            for found in self.found[-1:]:
                if isinstance(found, Finding):
                    found.source = (parts[k].start, parts[put - 1].end)

    def _none(self, rule: CasualtyRule, match: re.Match[str]) -> None:
        parts = self.reading.parts
        last = match.end() - 1
        for name in ("harm", "harm2"):
            if name not in match.re.groupindex or match.start(name) < 0:
                continue
            k = match.start(name)
            outcome = _outcome(parts[k]) or _toll_outcome(parts[k])
            if outcome is None or k in self.used or parts[k].low == "loss":
                continue
            self.used.add(k)
            end = last
            while end + 2 < len(parts) and parts[end + 1].symbol in symbols("have", "be", "hedge", "adverb"):
                end += 1
            start, end = parts[match.start()].start, parts[end].end
            people = next((p for p in parts[match.start() : k] if p.symbol in symbols("person", "people", "noun", "nouns", "none")), None)
            finding = Finding(rule.rule_id, outcome, start, end, people, 0, 0, 0, Quantifier.EXACT, none=True, position=k)
            finding.parts = _as_people(people)
            self.found.append(finding)

    def _predicate(self, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
        parts, code = self.reading.parts, self.reading.code
        start = match.start()
        lead = parts[start:at]
        if rule.seek == "beside":
            if self._has_object(at) or (k := match.start()) < 0:
                return
            group = coordinated(self.reading, k)
        else:
            plural = next((agreement(p.low) for p in lead if agreement(p.low) is not None), None)
            group = before(self.reading, start, plural)
            if len(group) == 1 and group[0].symbol in symbols("they"):
                group = self._antecedent(group[0]) or group
        if rule.seek == "beside" and group and group[-1].symbol in symbols("people", "person") and not self._headline_like(at, group[-1]):
            return
        if rule.name.startswith("fate.present") and not (self.headline or lead):
            return
        outcomes = [rule.outcome] if rule.outcome else self._outcomes(at)
        if not group or not outcomes:
            return
        if "people" in rule.flags and not all(p.nouns for p in group):
            return
        if self._declined(rule, group, lead, at):
            return
        first = next(i for i, p in enumerate(parts) if p is group[0])
        if first and parts[first - 1].symbol in symbols("neither"):
            self.used.add(at)
            self.found.append(Finding(rule.rule_id, outcomes[0], parts[first - 1].start, parts[at].end, group[0], 0, 0, 0, Quantifier.EXACT, none=True, anchor=parts[at], parts=group, position=at))
            return
        self.used.add(at)
        evidence = (min(group[0].start, parts[at].start), max(parts[at].end, group[-1].end))
        self._claims(rule, outcomes, group, evidence, at)

    def _headline_like(self, at: int, part: Part) -> bool:
        """Whether a bare participle can belong to people without a number."""
        after = self.reading.code[at + 1 : at + 2]
        if self.headline and (not self._ambiguous(at) or not after or after in symbols("in", "by", "comma", "stop", "at", "after", "because", "and")):
            return True
        return (not after or after in symbols("in", "by", "comma", "stop", "at", "after", "because", "and", "with", "semicolon", "close")) and not self._ambiguous(at)

    def _antecedent(self, they: Part) -> list[Part]:
        """The counted people that "they" in the same sentence stands for."""
        found = [p for p in self.reading.parts if p.start < they.start and p.symbol in symbols("group", "strangers")]
        return found[-1:]

    def _has_object(self, at: int) -> bool:
        """Whether a verb of harm has people behind it, so that the people before it did it."""
        code = self.reading.code
        if code[at] not in symbols("harmed"):
            return False
        k = at + 1
        while k < len(code) and code[k] in symbols("adverb", "hedge"):
            k += 1
        if k < len(code) and self.reading.parts[k].low[0].isdigit():
            return True
        return k < len(code) and code[k] in who() | symbols("goods", "the", "his", "a")

    def _declined(self, rule: CasualtyRule, group: list[Part], lead: list[Part], at: int) -> bool:
        """Refuse hypothetical and natural deaths, things, and words of harm used of feelings."""
        reason: Reason | None = None
        lows = " ".join(p.low for p in lead)
        symbols_before = {p.symbol for p in lead}
        if symbols_before & symbols("modal", "will") or re.search(r"(?<!believed )(?<!thought )(?<!feared )(?<!known )(?<!said )(?<!reported )(?<!understood )\bto be\b", lows):
            reason = Reason.HYPOTHETICAL_VICTIMS
        elif symbols("to") & {p.symbol for p in lead[:1]} and "have" not in lows:
            reason = Reason.HYPOTHETICAL_VICTIMS
        elif self._conditional(group[0]):
            reason = Reason.HYPOTHETICAL_VICTIMS
        elif self._natural(at):
            reason = Reason.NOT_AN_OUTCOME
        elif self._ambiguous(at) and not all(p.nouns or p.symbol in symbols("named", "number", "he", "part", "none", "nobody", "rest") for p in group):
            reason = Reason.NOT_PEOPLE
        if reason is None:
            return False
        self.used.add(at)
        part = self.reading.parts[at]
        self.found.append(Refusal(rule.rule_id, part.start, part.end, reason))
        return True

    def _conditional(self, part: Part) -> bool:
        parts = self.reading.parts
        k = next(i for i, p in enumerate(parts) if p is part or p.start >= part.start)
        for p in reversed(parts[max(0, k - 6) : k]):
            if p.low in ("if", "unless"):
                return True
            if p.symbol in symbols("because", "semicolon", "comma"):
                return False
        return False

    def _natural(self, at: int) -> bool:
        code = self.reading.code
        return any(symbol in symbols("natural") for symbol in code[max(0, at - 2) : at + 4])

    def _ambiguous(self, at: int) -> bool:
        part = self.reading.parts[at]
        words = part.low.split()
        return words[0] in casualty_words().strong and (len(words) == 1 or words[-1] in ("out", "down", "apart", "off", "away", "from"))

    def _direct(self, rule: CasualtyRule, match: re.Match[str], at: int) -> None:
        parts, code = self.reading.parts, self.reading.code
        k = match.start("who")
        part = parts[k]
        if "hostages" in rule.flags:
            self._hostages(rule, k)
            return
        if "modified" in rule.flags:
            if part.harm is not None and not any(index == k for index, _ in self.counted):
                self._add(self._finding(rule, part.harm, part, part.start, part.end), k)
            return
        if "fallen" in rule.flags and (parts[at].low not in ("fell", "fallen") or not any(n.victims is VictimClass.COMBATANT for n in part.nouns)):
            return
        outcomes = [rule.outcome] if rule.outcome else self._outcomes(at)
        if not outcomes:
            return
        if "needs" in rule.flags and not re.search(r"\bli(?:fe|ves)\b", self.reading.text(parts[match.start()].start, part.start).lower()):
            return
        if "people" in rule.flags and not (part.nouns or part.symbol in symbols("none")):
            return
        if part.symbol in symbols("they") and (meant := self._antecedent(part)):
            self.used.add(at)
            self._claims(rule, outcomes, meant, (meant[0].start, part.end), at)
            return
        if k + 1 < len(code) and code[k + 1] in symbols("poss"):
            if k + 2 < len(code) and code[k + 2] in symbols("person", "people", "group"):
                k, part = k + 2, parts[k + 2]
            elif rule.name == "active":
                return
        if rule.name == "active" and self._declined_object(rule, at, part):
            return
        group = after(self.reading, k) if "list" in rule.flags else [part]
        if part.symbol in symbols("none", "nobody"):
            group = [part]
        self.used.add(at)
        start = min(parts[at].start, parts[match.start()].start if rule.name != "active" else parts[at].start, group[0].start)
        evidence = (start, max(group[-1].end, parts[at].end))
        if rule.name == "nouns.counted":
            part.nouns = part.nouns or [n for p in parts[k + 1 : at] for n in (p.nouns or ([p.item.entry] if p.item is not None and p.item.entry is not None and p.item.entry.victims is not None else []))]
        if "one" in rule.flags:
            self._add(Finding(rule.rule_id, outcomes[0], *evidence, part, 1, 1, 1, Quantifier.EXACT, rule.kind), at)
            return
        self._claims(rule, outcomes, group, evidence, at)

    def _declined_object(self, rule: CasualtyRule, at: int, part: Part) -> bool:
        parts, code = self.reading.parts, self.reading.code
        lead = parts[max(0, at - 3) : at]
        hypothetical = code[at] in symbols("harms") and any(p.symbol in symbols("to", "modal", "will", "may", "do", "not") for p in lead)
        if not hypothetical and code[at] in symbols("harms") and not self.headline and not (at and parts[at - 1].low.endswith(("s", "er", "t"))):
            hypothetical = part.symbol in symbols("people", "person")
        if not hypothetical and any(p.symbol in symbols("modal", "will") for p in lead):
            hypothetical = True
        if not hypothetical and code[at] in symbols("harming") and at and code[at - 1] in symbols("of", "prep") and parts[at - 1].low in ("of", "for", "without", "against", "from"):
            hypothetical = parts[at - 1].low == "without"
        reason = Reason.HYPOTHETICAL_VICTIMS if hypothetical else None
        if reason is None and part.symbol in symbols("he", "they"):
            reason = Reason.COUNT_UNREADABLE
        if reason is None and self._ambiguous(at) and not part.nouns and part.symbol not in symbols("named", "number"):
            reason = Reason.NOT_PEOPLE
        if reason is None and self._ambiguous(at) and part.symbol in symbols("number") and parts[at].entry_outcome is None if False else False:
            reason = Reason.NOT_PEOPLE
        if reason is None:
            return False
        self.used.add(at)
        self.found.append(Refusal(rule.rule_id, parts[at].start, parts[at].end, reason))
        return True

    def _shot(self, outcome: Outcome, part: Part, at: int) -> Outcome:
        """People shot are hurt, unless they were captives or many (put before a wall)."""
        word = self.reading.parts[at]
        if word.low not in ("shot", "shooting", "shoots", "shoot") or at and self.reading.code[at - 1] in symbols("fatally"):
            return outcome
        count = count_of(part)[0] or count_of(part)[1] or 0
        helpless = part.low.startswith(("prisoner", "captive", "detainee", "hostage", "inmate")) or part.symbol in symbols("hostage")
        return outcome if helpless or count >= 10 else Outcome.INJURED

    def _hostages(self, rule: CasualtyRule, k: int) -> None:
        part = self.reading.parts[k]
        part = part.whole or part
        outcome = next((n.outcome for n in part.nouns if n.outcome is not None), None)
        if outcome is not None and part.quantity is not None and (part is not self.reading.parts[k] or not any(index == k for index, _ in self.counted)):
            self._add(self._finding(rule, outcome, part, part.start, part.end), k)

    def _claims(self, rule: CasualtyRule, outcomes: list[Outcome], group: list[Part], evidence: tuple[int, int], at: int) -> None:
        for outcome in outcomes:
            for members in _summed(group):
                part = members[0]
                finding = self._finding(rule, self._shot(outcome, part, at), part, *evidence)
                if len(members) > 1 and not any(p.symbol in symbols("people") for p in members):
                    finding.count = finding.count_min = finding.count_max = sum(count_of(p)[0] or 1 for p in members)
                    finding.quantifier = Quantifier.EXACT
                finding.parts = members
                if len(_summed(group)) > 1:
                    finding.start, finding.end = _own_evidence(self.reading, members, group, evidence)
                self._add(finding, at)

    def _finding(self, rule: CasualtyRule, outcome: Outcome, part: Part, start: int, end: int) -> Finding:
        count, least, most, quantifier = count_of(part)
        none = part.symbol in symbols("none", "nobody")
        if part.symbol in symbols("as_many"):
            latest = next((f for f in reversed(self.found) if isinstance(f, Finding) and f.count), None)
            if latest is not None:
                count, least, most, quantifier = latest.count, latest.count_min, latest.count_max, latest.quantifier
        return Finding(rule.rule_id, outcome, start, end, part, count, least, most, quantifier, rule.kind, none, 1, [part])

    def _described(self, finding: Finding) -> None:
        """Give a named victim the nouns of the phrase that explains the name ("Layla Haddad, a pharmacist")."""
        parts = self.reading.parts
        for part in finding.parts:
            if part.symbol in symbols("named") and not part.nouns:
                k = next((i for i, p in enumerate(parts) if p is part), len(parts))
                if k + 2 < len(parts) and parts[k + 1].symbol in symbols("comma", "open") and parts[k + 2].symbol in symbols("person"):
                    part.nouns = parts[k + 2].nouns

    def _add(self, finding: Finding, position: int) -> None:
        self._described(finding)
        finding.position = position
        finding.anchor = self.reading.parts[position]
        k = next((i for i, p in enumerate(self.reading.parts) if p is finding.part), -1)
        if k >= 0:
            if (k, finding.outcome) in self.counted:
                return
            self.counted.add((k, finding.outcome))
        self.found.append(finding)


def _as_people(part: Part | None) -> list[Part]:
    """A part for the sake of its nouns; a lone adjective ("civilian casualties") is its own noun."""
    if part is None:
        return []
    if not part.nouns and part.item is not None and part.item.entry is not None and part.item.entry.victims is not None:
        part.nouns = [part.item.entry]
    return [part]


def agreement(low: str) -> bool | None:
    """Whether an auxiliary is plural (True) or singular (False).

    >>> agreement("were"), agreement("has"), agreement("had")
    (True, False, None)
    """
    if low in ("were", "are", "have", "weren't", "aren't"):
        return True
    if low in ("was", "is", "has", "wasn't", "isn't"):
        return False
    return None


def _outcome(part: Part) -> Outcome | None:
    return part.item.entry.outcome if part.item is not None and part.item.entry is not None else part.harm


def _toll_outcome(part: Part) -> Outcome | None:
    tolls = {"toll": Outcome.KILLED, "injured_toll": Outcome.INJURED, "missing_toll": Outcome.MISSING, "abducted_toll": Outcome.ABDUCTED, "casualty_toll": Outcome.CASUALTIES}
    for name, outcome in tolls.items():
        if part.symbol in symbols(name):
            return outcome
    return _outcome(part)


def _summed(group: list[Part]) -> list[list[Part]]:
    """Split coordinated victims into claims: "a child and his mother" are one claim of two, separate numbers stay apart."""
    singles = symbols("person", "named")
    if len(group) == 2 and group[1].symbol in singles and (group[1].definite or group[1].possessive or group[0].symbol in singles):
        return [group]
    if len(group) > 2 and all(p.symbol in singles for p in group):
        return [group]
    claims: list[list[Part]] = []
    for part in group:
        if claims and part.symbol in symbols("people") and part.bare:
            claims[-1].append(part)
        else:
            claims.append([part])
    return claims


def _own_evidence(reading: Reading, members: list[Part], group: list[Part], evidence: tuple[int, int]) -> tuple[int, int]:
    """The evidence of one of several coordinated claims: from its own words to the word of harm, or the other way round."""
    start, end = evidence
    if group[0].start > start and members[0] is group[0]:
        return start, members[-1].end
    if group[0].start > start:
        return members[0].start, members[-1].end
    if members[-1] is group[-1]:
        return members[0].start, max(end, members[-1].end)
    return members[0].start, members[-1].end


def read_frames(reading: Reading, headline: bool) -> Iterator[Found]:
    """Findings and refusals of one sentence."""
    yield from Frames(reading, headline).read()
