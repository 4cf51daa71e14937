"""Whether an event rule holds at a trigger: classes and patterns in the clause around it."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.rules import EventRule, Patterns
from newsledger.build.extract.events.scan import Hit, SentenceHits
from newsledger.build.extract.events.sense import FORCE, GIVEN, VIOLENT, Sense
from newsledger.build.extract.events.voice import direct_object, in_passive, is_passive
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import within
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import EventType

SUPPOSABLE = FORCE | {EventType.INTERCEPTION, EventType.ABDUCTION, EventType.ARREST}
ABUSES = SUPPOSABLE | {EventType.PROPERTY_DESTRUCTION}
THINGS = {EventType.SERVICE_DISRUPTION: "service", EventType.PROPERTY_DESTRUCTION: "building"}
REACH = 160
AGENT_REACH = 60
NEAR = 45
PREV_REACH = 70
AGENT = pattern("agent")
PREVENTED = pattern("prevented")
REASON = pattern("reason")
LISTED = pattern("listed")
YOUR_CASE = pattern("your_case")
NEGATED = pattern("negated")
CONDITION = pattern("condition")
MUSED = pattern("mused")
COMMON = pattern("common")
FLED_FROM = pattern("fled_from")
PITTING = pattern("pitting")
REALISING = pattern("realising")
WITHOUT_SUBJECT = pattern("without_subject")
PRONOUN_OBJECT = pattern("pronoun_object")
ACTING = pattern("acting")
NAMED = pattern("named")


class Match(NamedTuple):
    """A rule that holds at a trigger, and the clause and sentence it stands in."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    sentence: Sentence
    rule: EventRule
    rule_id: str
    thing: str | None = None


class Around:
    """A trigger with its clause and sentence, as rules look at it; what one rule asks is known to the next."""

    def __init__(self, found: SentenceHits, hit: Hit, article: Sense) -> None:
        self.found, self.hit, self.article = found, hit, article
        self.lower = found.lower
        self._clause: tuple[int, int] | None = None
        self._texts: dict[tuple[str, bool], str] = {}

    @property
    def clause(self) -> tuple[int, int]:
        """The clause of the trigger."""
        if self._clause is None:
            self._clause = self.found.clause(self.hit.start, self.hit.end)
        return self._clause

    def has(self, names: frozenset[str], key: str) -> bool:
        """Whether a word, place or actor of one of these classes stands where a key looks, the trigger itself aside."""
        start, end = self.window(key)
        if not names.isdisjoint(self.found.classes):
            for hit in self.found.hits:
                if (
                    start <= hit.start
                    and hit.end <= end
                    and (hit.start >= self.hit.end or hit.end <= self.hit.start)
                    and not names.isdisjoint(hit.entry.classes)
                ):
                    return True
            for mark in self.found.mentions:
                if start <= mark.start and mark.end <= end and not names.isdisjoint(mark.classes):
                    return True
        if "name" in names and self._has_name(start, end):
            return True
        return "people" in names and PRONOUN_OBJECT.match(self.lower, start, end) is not None

    def _has_name(self, start: int, end: int) -> bool:
        """Whether a capitalised name that is no person follows at once ("seized Laukkai")."""
        annotated = self.found.annotated
        match = NAMED.match(annotated.document.view, start, end)
        return match is not None and not any(
            actor.kind is ActorKind.PERSON for actor in within(annotated.actors, match.start("name"), end)
        )

    def thing(self, name: str) -> str | None:
        """The word of a class that stands nearest to the trigger in its clause, as it is written in lower case."""
        near = [
            (min(abs(other.start - self.hit.end), abs(self.hit.start - other.end)), other.start, other.end)
            for other in self.found.hits
            if name in other.entry.classes and self.clause[0] <= other.start and other.end <= self.clause[1]
        ]
        if not near:
            return None
        _, start, end = min(near)
        return self.lower[start:end]

    def is_subjectless(self) -> bool:
        """Whether the subject of a verb stands before its clause ("and then seized", "raided a farm, seizing")."""
        if WITHOUT_SUBJECT.fullmatch(self.lower, self.clause[0], self.hit.start):
            return True
        return (
            self.lower[self.hit.start - 2 : self.hit.start] == ", "
            and ACTING.match(self.lower, self.hit.start) is not None
        )

    def window(self, key: str) -> tuple[int, int]:
        """The stretch a class or pattern key looks at."""
        sentence, hit = self.found.sentence, self.hit
        if key in ("context", "around"):
            return sentence.start, sentence.end
        if key == "prev":
            return max(sentence.start, hit.start - PREV_REACH), hit.start
        if key == "agent":
            by = AGENT.match(self.lower, hit.end, sentence.end)
            return (by.end(), min(sentence.end, by.end() + AGENT_REACH)) if by else (hit.end, hit.end)
        start, end = self.clause
        if key == "direct":
            return direct_object(self.lower, hit.end, end)
        if key == "subject" and self.is_subjectless():
            return max(sentence.start, hit.start - 2 * REACH), hit.start
        if key == "doer":
            return max(start, hit.start - NEAR), hit.start
        first = hit.end if key in ("object", "after") else max(start, hit.start - REACH)
        last = hit.start if key in ("subject", "before") else min(end, hit.end + REACH)
        return first, last

    def agrees(self, rule: EventRule, asked: Patterns, wanted: bool) -> bool:
        """Whether all patterns that a rule asks for match where their keys look; none of them, where none is wanted."""
        for key, words in asked:
            if key == "next":
                met = words.match(self.lower, self.hit.end, self.found.sentence.end)
            else:
                met = words.search(self._text(key, rule.noun))
            if (met is not None) is not wanted:
                return False
        return True

    def _text(self, key: str, noun: bool) -> str:
        """Where a pattern key looks; right before a verb, without the "to" of an infinitive that tells a fact."""
        if (key, noun) not in self._texts:
            text = self.lower[slice(*self.window(key))]
            fact = REALISING.search(text) if key == "prev" and not noun and text.endswith(" to ") else None
            self._texts[key, noun] = text[: fact.start("to")] if fact else text
        return self._texts[key, noun]


def demands_hold(around: Around, rule: EventRule) -> bool:
    """Whether everything the rule demands is there."""
    if rule.demands and not around.agrees(rule, rule.demands, True):
        return False
    is_in_passive = rule.passive is not None and is_passive(around.lower, around.hit, around.found.sentence.start)
    for key, names in in_passive(rule, around.window("agent")) if is_in_passive else rule.classes:
        if not around.has(names, key) and not (key == "context" and is_given(around, rule)):
            return False
    return True


def fits(around: Around, rule: EventRule) -> bool:
    """Whether a rule of its topic may speak in this sentence of this article."""
    kind, article, is_violent = rule.event_type, around.article, rule.event_type in VIOLENT
    if kind in article.untold:
        return False
    if not is_violent and not article.is_elsewhere and rule.topic == "local":
        return True
    sentence = around.found.sense
    if is_violent and article.is_calamity and sentence.conflict <= sentence.hazard:
        return False
    if rule.topic == "local":
        is_quiet = sentence.other <= 1
        return is_quiet or (is_violent and max(sentence.conflict, article.conflict - article.other) >= sentence.other)
    if sentence.other > sentence.conflict and not (article.is_conflict and sentence.other <= 1):
        return False
    return rule.topic != "strict" or article.is_conflict


def is_given(around: Around, rule: EventRule) -> bool:
    """Whether the article gives the context a rule asks of the sentence ("A curfew has been imposed")."""
    return around.article.is_of_conflict and rule.event_type in GIVEN


def is_supposed(around: Around, rule: EventRule) -> bool:
    """Whether an act is told of as undone, prevented or a condition ("should fighting reach the port")."""
    hit, first = around.hit.start, around.found.sentence.start
    is_told = rule.event_type is not EventType.WARNING
    if is_told and (REASON.search(around.lower, first, hit) or YOUR_CASE.match(around.lower, first, hit)):
        return True
    if rule.event_type in ABUSES and LISTED.search(around.lower, first, hit):
        return True
    if rule.event_type not in SUPPOSABLE:
        return False
    start = around.clause[0]
    if rule.noun and PREVENTED.search(around.lower[max(start, hit - 70) : hit]):
        return True
    before = around.lower[max(first, hit - 70) : hit]
    if not rule.noun and (NEGATED.search(before[-20:]) or MUSED.search(before)):
        return True
    is_condition = CONDITION.match(around.lower, start, hit) is not None
    return is_condition or COMMON.match(around.lower, around.hit.end) is not None


def is_fled(around: Around, rule: EventRule) -> bool:
    """Whether fighting is told only as what people flee from ("those who fled the clashes")."""
    if rule.event_type is not EventType.ARMED_CLASH or not rule.noun:
        return False
    before = around.lower[max(around.clause[0], around.hit.start - 60) : around.hit.start]
    return FLED_FROM.search(before) is not None and PITTING.match(around.lower, around.hit.end) is None
