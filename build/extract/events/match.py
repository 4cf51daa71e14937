"""Whether an event rule holds at a trigger: classes and patterns in the clause around it."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsledger.build.extract.events.rules import EventRule
from newsledger.build.extract.events.scan import Hit, SentenceHits
from newsledger.build.extract.events.sense import FORCE, Sense
from newsledger.build.extract.events.voice import direct_object, is_passive, sought
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import EventType, Sector

ARMED_SECTORS = frozenset({Sector.MIL, Sector.REB, Sector.UAF, Sector.PRM, Sector.COP, Sector.SPY, Sector.CRM})
STATE_SECTORS = frozenset({Sector.GOV, Sector.UNO, Sector.IGO})
ARMED_CLASSES = frozenset({"armed", "armed_actor"})
STATE_CLASSES = frozenset({"political", "state_actor"})
SUPPOSABLE = FORCE | {EventType.INTERCEPTION, EventType.ABDUCTION, EventType.ARREST}
ABUSES = SUPPOSABLE | {EventType.PROPERTY_DESTRUCTION}
THINGS = {EventType.SERVICE_DISRUPTION: "service", EventType.PROPERTY_DESTRUCTION: "building"}
# Types that an article of conflict needs no word of conflict in the sentence to tell of.
GIVEN = frozenset(
    {
        EventType.AGREEMENT,
        EventType.ARREST,
        EventType.DISPLACEMENT,
        EventType.OTHER,
        EventType.PROTEST,
        EventType.RESTRICTION,
        EventType.RIOT,
        EventType.SERVICE_DISRUPTION,
        EventType.TROOP_DEPLOYMENT,
    }
)
REACH = 160
AGENT_REACH = 60
NEAR = 45
BESIDE = frozenset({"subject", "doer", "before", "object", "direct", "after", "near", "clause"})
# Who acts in the passive ("was attacked late on Sunday by members of the Front").
AGENT = re.compile(r"(?:(?! (?:and|but|when|after|before|while|as) )[^,;]){0,70}? (?:by|at the hands of) ")
# What would be prevented, or would happen on a condition, is told of no act ("to prevent further attacks").
PREVENTED = re.compile(
    r"\b(?:prevent|avert|avoid|deter|forestall|pre-?empt|stem)\w* "
    r"(?:an? |any |the |further |more |future |new |such |another |possible |potential )*(?:[\w-]+ ){0,3}$|"
    r"\bshould (?:the |any )?$|\bin (?:case|the event) of (?:[\w-]+ ){0,3}$|\brisks? of (?:[\w-]+,? ){0,3}$|"
    r"\bfree (?:of|from) (?:[\w-]+ ){0,3}$"
)
# Standing dangers that travel advice gives as its reasons.
REASON = re.compile(
    r"\b(?:do not travel|reconsider (?:your need to |all )?travel|avoid (?:all |non-essential )*travel|"
    r"exercise [\w ]{0,20}caution|level [1-4]|against (?:all )?travel)\b.*"
    r"\b(?:due to|because of|owing to|based on)\b[^.;]*$|\bavoid (?:(?!and\b|due\b|because\b|planned\b)[\w-]+ ){0,6}$"
)
# Abuses that a list names as what a situation is like.
LISTED = re.compile(
    r"\b(?:abuses|violations|crimes|offen[cs]es|acts of violence|risks?|threats?|dangers?|concerns?),? "
    r"(?:including|such as|like|ranging from)\b[^.;]*$"
)
# What a reader is told to do in a case is not what happens.
YOUR_CASE = re.compile(r"\W*(?:if|should|when|whenever|in case) (?:[\w’'-]+ ){0,4}you\b")
NEGATED = re.compile(r"\b(?:not|never|n't) (?:yet )?(?:to )?(?:have )?(?:been |be )?$")
CONDITION = re.compile(
    r"\W*(?:even |only |and |but )?(?:if|unless|in case|in the event|whenever|whoever|(?:each|every) time|"
    r"for (?:each|every)\b[^.;]{1,60} (?:you|they|he|she|we)\b)"
)
# An act talked about as a skill, a wish or a might-have-been.
MUSED = re.compile(
    r"\b(?:about|capable of|good at|skilled (?:in|at)|trained (?:in|for)|training (?:in|for)|instead of|short of|"
    r"rather than|better at|experts? (?:in|at)|known to|(?:prevent|stop|deter|keep)\w* (?:[\w'-]+ ){1,5}from) $|"
    r"\b(?:would|could|might) (?:never )?have (?:been )?(?:[\w—-]+[ ,]*){0,5}(?:to )?$|"
    r"\b(?:too|so) (?:easy|hard|difficult|simple|dangerous|risky)(?:[\w—-]+[ ,]*){0,4} to $"
)
# What is told as a thing that is common rather than as one that happened.
COMMON = re.compile(
    r"(?: [\w-]+){0,3} (?:is|are|was|were|has (?:long )?been|have (?:long )?been|remains?|becomes?|became) "
    r"(?:\w+ly )?(?:common|commonplace|rife|rare|frequent|widespread|routine|"
    r"a (?:[\w-]+ )?(?:problem|threat|risk|scourge))\b"
)
# Fighting that is told as what people flee from, unless its sides are named.
FLED = re.compile(r"\b(?:fle(?:e|es|eing|d)|escap\w+)(?: from)?(?: (?:the|of|in|areas?|\w+-\w+|[a-z]+)){0,5} $")
SIDES = re.compile(r" (?:between|with|pitting)\b")
# An infinitive that a finite verb makes a fact ("continued to battle"): read without its "to".
REALISED = re.compile(r"(?<=[a-z] )to $")
REALISING = re.compile(
    r"\b(?<!to )(?:continu(?:e|es|ed)|began|begun|start(?:s|ed)|manag(?:es|ed)|resum(?:es|ed)|proceed(?:s|ed)|went on)"
    r" to $"
)
# What stands before a verb whose subject was told before its clause ("and then attacked", "after they had seized").
SUBJECTLESS = re.compile(
    r"\W*(?:(?:and|but|or|then|while|after|before|when|where|since|as|until|who|which|that|they|he|she|it|later|also|again|"
    r"had|have|has|first|\w+ly) )+"
)
# Whom an act is done to, told by a pronoun ("attacked them").
PRONOUN = re.compile(r" (?:it|them|him|her|me|us)\b(?! (?:own\b|[a-z]+s\b))")
# A participle that tells a further act of the subject before it, not the harm that came of the first.
ACTING = re.compile(r"(?!kill|wound|injur|hurt|maim|leav|send|forc|caus|prompt|damag|destroy)[a-z-]+ing\b")
NAME = re.compile(r" (?:the |all of |most of |much of )?(?:[a-z]+ )?(?P<name>[A-Z][\w’'-]+)")


class Match(NamedTuple):
    """A rule that holds at a trigger, and the clause it stands in."""

    start: int
    end: int
    clause_start: int
    clause_end: int
    rule: EventRule
    rule_id: str
    thing: str | None = None


class Around(NamedTuple):
    """A trigger with its clause and sentence, as rules look at it."""

    annotated: Annotated
    lower: str
    found: SentenceHits
    hit: Hit
    clause: tuple[int, int]
    article: Sense

    def has(self, names: frozenset[str], start: int, end: int) -> bool:
        """Whether a word, place or actor of one of these classes stands in `start:end`, the trigger itself aside."""
        is_there = not names.isdisjoint(self.found.counts)
        for other in self.found.hits if is_there else ():
            if other.start >= end:
                break
            if (
                start <= other.start
                and other.end <= end
                and (other.start >= self.hit.end or other.end <= self.hit.start)
                and not names.isdisjoint(other.entry.classes)
            ):
                return True
        if "name" in names and self._has_name(start, end):
            return True
        if "people" in names and PRONOUN.match(self.lower, start, end):
            return True
        if "place" in names and within(self.annotated.places, start, end):
            return True
        return self._has_actor(names, start, end)

    def _has_name(self, start: int, end: int) -> bool:
        """Whether a capitalised name that is no person follows at once ("seized Laukkai")."""
        match = NAME.match(self.annotated.document.view, start, end)
        return match is not None and not any(
            actor.kind is ActorKind.PERSON for actor in within(self.annotated.actors, match.start("name"), end)
        )

    def _has_actor(self, names: frozenset[str], start: int, end: int) -> bool:
        """Whether an actor stands there who is armed, a state or its government, or a named person, where asked for."""
        armed, state = not names.isdisjoint(ARMED_CLASSES), not names.isdisjoint(STATE_CLASSES)
        person = "person_actor" in names
        if not armed and not state and not person:
            return False
        for actor in within(self.annotated.actors, start, end):
            if (armed and actor.sector in ARMED_SECTORS) or (person and actor.kind is ActorKind.PERSON):
                return True
            if state and (actor.kind is ActorKind.STATE or actor.sector in STATE_SECTORS):
                return True
        return False

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
        if SUBJECTLESS.fullmatch(self.lower, self.clause[0], self.hit.start):
            return True
        return self.lower.startswith(", ", self.hit.start - 2) and ACTING.match(self.lower, self.hit.start) is not None

    def window(self, key: str) -> tuple[int, int]:
        """The stretch a class or pattern key looks at."""
        sentence, hit = self.found.sentence, self.hit
        if key == "agent":
            by = AGENT.match(self.lower, hit.end, sentence.end)
            return (by.end(), min(sentence.end, by.end() + AGENT_REACH)) if by else (hit.end, hit.end)
        if key == "direct":
            return direct_object(self.lower, hit.end, self.clause[1])
        if key not in BESIDE:
            return sentence.start, sentence.end
        if key == "subject" and self.is_subjectless():
            return max(sentence.start, hit.start - 2 * REACH), hit.start
        if key == "doer":
            return max(self.clause[0], hit.start - NEAR), hit.start
        first = hit.end if key in ("object", "after") else max(self.clause[0], hit.start - REACH)
        last = hit.start if key in ("subject", "before") else min(self.clause[1], hit.end + REACH)
        return first, last


def _holds(around: Around, rule: EventRule, name: str, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern of a rule matches where its key looks."""
    if name == "prev":
        left = around.lower[max(around.found.sentence.start, around.hit.start - 70) : around.hit.start]
        is_verb = not rule.noun and REALISING.search(left) is not None
        return pattern.search(REALISED.sub("", left) if is_verb else left) is not None
    if name == "next":
        return pattern.match(around.lower, around.hit.end, around.found.sentence.end) is not None
    start, end = around.window(name)
    return pattern.search(around.lower[start:end]) is not None


def demands_hold(around: Around, rule: EventRule) -> bool:
    """Whether everything the rule demands is there."""
    for name, pattern in rule.demands.items():
        if not _holds(around, rule, name, pattern):
            return False
    passive = rule.passive is not None and is_passive(around.lower, around.hit, around.found.sentence.start)
    start, end = around.window("agent") if passive else (0, 0)
    return all(
        around.has(names, *around.window(key)) or (key == "context" and is_given(around, rule))
        for key, names in sought(rule, passive, start < end)
    )


def is_given(around: Around, rule: EventRule) -> bool:
    """Whether the article gives the context a rule asks of the sentence ("A curfew has been imposed")."""
    return around.article.is_of_conflict and rule.event_type in GIVEN


def is_vetoed(around: Around, rule: EventRule) -> bool:
    """Whether a pattern that must not match does."""
    return any(_holds(around, rule, name, pattern) for name, pattern in rule.vetoes.items())


def is_supposed(around: Around, rule: EventRule) -> bool:
    """Whether an act is told of as undone, prevented or a condition ("should fighting reach the port")."""
    start, hit, first = around.clause[0], around.hit.start, around.found.sentence.start
    is_told = rule.event_type is not EventType.WARNING
    if is_told and (REASON.search(around.lower, first, hit) or YOUR_CASE.match(around.lower, first, hit)):
        return True
    if rule.event_type in ABUSES and LISTED.search(around.lower, first, hit):
        return True
    if rule.event_type not in SUPPOSABLE:
        return False
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
    return FLED.search(before) is not None and SIDES.match(around.lower, around.hit.end) is None
