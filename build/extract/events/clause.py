"""Clause of a trigger: who acts and who suffers in it, by its subject, its "by" phrase, its possessive, its sides."""

from __future__ import annotations

import re

from newsledger.build.extract.events.frames import pattern, words_of
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.objects import doer_of
from newsledger.build.extract.events.party import Party, demonym, joint, party_of
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.extract.events.subjects import (
    antecedent,
    beside,
    harms,
    is_nominal,
    is_object,
    is_passive,
    is_progressive,
    premodifiers,
    relative,
    subject_before,
    tells,
    told_from,
)
from newsledger.build.mentions.actors import ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import EventType, Sector

# How many words may stand between a subject and the verb that carries a trigger.
FAR = 6
ASIDE = pattern("aside")
BETWEEN = pattern("between")
PARTING = pattern("parting")
BY = pattern("by")
CARRIER = pattern("carrier")
CONFLICT_NOUN = pattern("conflict_noun")
COUNTED = pattern("counted")
FELL = pattern("fell")
FOUGHT = pattern("fought")
JOINT = pattern("joint")
LAUNCHING = pattern("launching")
OBLIQUE = pattern("oblique")
OF = pattern("of")
OTHER_BY = pattern("other_by")
PARTICIPIAL = pattern("participial")
PARTICIPLE = pattern("participle")
POSSESSOR_GAP = pattern("possessor_gap")
SECOND = pattern("second")
SIDES = pattern("sides")
SIGNS = pattern("signs")
SUBJECTLESS = pattern("subjectless")
UNDER = pattern("under")
WITH = pattern("with")
WITH_ALONE = pattern("with_alone")
WITHIN_CLAUSE = pattern("within_clause")
YIELDED = pattern("yielded")
PEOPLE = words_of("people")
SIDE_NOUNS = words_of("sides")
PARTIES = frozenset({EventType.TALKS, EventType.AGREEMENT, EventType.PROTEST, EventType.RESTRICTION})
VICTIM_SECTORS = frozenset({Sector.CVL, Sector.REF, Sector.EDU, Sector.MED, Sector.JRN})
ABOUT = ("about ", "around ", "over ", "under ", "up to ")
AGENT_REACH = 100
REACH = 40
HAVING = pattern("having")
OWNS = pattern("owns")


def side_of(word: str) -> Party:
    """A side told by a bare noun; people are many ("a rebel attack")."""
    return Party(f"{word}s" if PEOPLE.fullmatch(word) else word, None, None)


class Clause:
    """The clause of a trigger with the actors in it."""

    def __init__(self, annotated: Annotated, match: Match) -> None:
        self.annotated, self.document, self.match = annotated, annotated.document, match
        self.view = self.document.view
        self.trigger = self.view[match.start : match.end].lower()
        self.told = told_from(self.view, match.clause_start, match.start)
        self.left = within(annotated.actors, self.told, match.start)
        self.right = within(annotated.actors, match.end, match.clause_end)
        self.sentence = within(annotated.actors, match.sentence.start, match.clause_start)
        is_noun = match.rule.noun and not is_progressive(self.view, match)
        self.is_noun = is_noun or match.rule_id != match.rule.rule_id or is_nominal(self.view, match)

    def read(self) -> tuple[Party | None, Party | None]:
        """Read the frame: between X and Y, X's attack on Y, Y is attacked by X, X attacks Y."""
        near = self._told_sides() or self._sides()
        if near is not None and self.match.rule.event_type is EventType.TALKS and self._is_of_conflict():
            return self._subjects(), joint(*near)
        if near is not None and (self.is_noun or self._subject() is None):
            return near
        before = self.view[max(self.told, self.match.start - 20) : self.match.start]
        if YIELDED.fullmatch(self.trigger) or (UNDER.search(before) and self.view.startswith(" of ", self.match.end)):
            return party_of(next((m for m in self.right if m.start - self.match.end <= len(" of the ")), None)), None
        moved = self._moved()
        if moved is not None:
            return party_of(moved), None
        agent = next((m for m in self.right if self._is_agent(m)), None)
        if agent is None and self.is_noun and self.match.rule.event_type in FORCEFUL:
            agent = next((m for m in self.left if self.follows(BY, m)), None)
        after = next((m for m in self.right if m is not agent), None)
        if self.is_noun:
            return self._nominal(agent, after)
        subject = self._subject()
        if is_passive(self.document, self.match) or (agent is not None and PARTICIPLE.match(self.trigger)):
            if self.match.rule.event_type is EventType.TROOP_DEPLOYMENT:
                return party_of(agent or subject), None
            return party_of(agent), party_of(subject)
        subject = subject or antecedent(self.annotated, self.match, self.told) or self._earlier() or agent
        return party_of(subject) or doer_of(self.annotated, self.told, self.match.start), party_of(after)

    def _nominal(self, agent: ActorMention | None, after: ActorMention | None) -> tuple[Party | None, Party | None]:
        """Read the frame of a nominal: X's attack on Y, an attack by X, X carried out an attack."""
        if self.match.rule.event_type in PARTIES - {EventType.RESTRICTION, EventType.PROTEST}:
            return self._subjects() or self._carried() or party_of(agent) or self._possessor(), party_of(after)
        possessor = self._possessor() if agent is None else None
        if agent is None and possessor is None and (owner := self._owner(after)) is not None:
            return owner, None
        if agent is None and (opponent := self._opponent()) is not None:
            return party_of(opponent), party_of(self._subject() or next(iter(self.left), None))
        return party_of(agent) or possessor or self._carried() or self._launcher(), party_of(after)

    def names_agent(self, party: Party) -> bool:
        """Whether "by" names a party as the one who acts, whoever it is."""
        return any(party_of(mention) == party and self._is_agent(mention) for mention in self.right)

    def names_side(self, party: Party, pattern: re.Pattern[str]) -> bool:
        """Whether words of a kind lead to a party, one of two sides told together among them."""
        told = (*self.left, *self.right)
        sides = [m for m in told if m.name in party.name]
        return any(self.follows(pattern, mention) for mention in sides)

    def _is_agent(self, mention: ActorMention) -> bool:
        """Whether "by" puts a mention in the role of the one who acts, a few words after the trigger."""
        between = self.view[self.match.end : mention.start]
        return len(between) <= AGENT_REACH and OTHER_BY.search(between) is None and self.follows(BY, mention)

    def follows(self, pattern: re.Pattern[str], mention: ActorMention) -> bool:
        """Whether words that fit a pattern stand right before a mention."""
        return pattern.search(self.view[max(0, mention.start - REACH) : mention.start]) is not None

    def _told_sides(self) -> tuple[Party | None, Party | None] | None:
        """The two sides that are told behind the trigger, or else before it."""
        if not PARTING.search(self.view, max(0, self.told - REACH), self.match.clause_end):
            return None
        return self._between(self.right) or self._between(self.left)

    def _between(self, mentions: tuple[ActorMention, ...]) -> tuple[Party | None, Party | None] | None:
        """The two sides of "between X and Y"."""
        for n, one in enumerate(mentions):
            if self.follows(BETWEEN, one):
                if self._is_foreign(one):
                    continue
                other = mentions[n + 1] if n + 1 < len(mentions) else None
                if other is not None and not SECOND.match(self.view[one.end : other.start]):
                    other = None
                return party_of(one), party_of(other)
        return None

    def _sides(self) -> tuple[Party | None, Party | None] | None:
        """The two sides of a clash that are told by no more than what they are ("between herders and farmers")."""
        if self.match.rule.event_type is not EventType.ARMED_CLASH or not self.is_noun:
            return None
        if (found := SIDES.match(self.view, self.match.end)) is None:
            return None
        return Party(found[1], None, None), Party(found[2], None, None) if found[2] else None

    def _is_foreign(self, mention: ActorMention) -> bool:
        """Whether a mention is a party to a conflict told beside the trigger, and the trigger is no deal or talks."""
        if self.match.rule.event_type in (EventType.TALKS, EventType.AGREEMENT):
            return False
        found = CONFLICT_NOUN.search(self.view[max(0, mention.start - REACH) : mention.start])
        if self.match.rule.event_type is EventType.ARMED_CLASH and found and FOUGHT.match(found[0]):
            return False
        return found is not None and not self.match.start <= mention.start - len(found[0]) < self.match.end

    def _is_of_conflict(self) -> bool:
        """Whether the "between" of the clause tells the sides of a conflict that others talk about."""
        told = (*self.left, *self.right)
        return any(self.follows(CONFLICT_NOUN, mention) and self.follows(BETWEEN, mention) for mention in told)

    def _subjects(self) -> Party | None:
        """The subject of the clause with those coordinated to it ("France and Kenya are working on ...")."""
        subject = self._subject()
        if subject is None or subject.sector in VICTIM_SECTORS or self.follows(BETWEEN, subject):
            return None
        is_deal = self.match.rule.event_type is EventType.AGREEMENT
        if is_deal and not SIGNS.search(self.view[subject.end : self.match.end]):
            return None
        second = next((m for m in self.left if m.start > subject.start), None)
        if second is not None and JOINT.fullmatch(self.view[subject.end : second.start]):
            return joint(party_of(subject), party_of(second))
        return party_of(subject)

    def _subject(self) -> ActorMention | None:
        """The actor right before a verb, else the first of the clause that neither preposition nor verb governs."""
        free: list[ActorMention] = []
        if self.sentence and PARTICIPIAL.match(self.view, self.told, self.match.start):
            return None
        for n, mention in enumerate(self.left):
            near = n > 0 and SECOND.fullmatch(self.view[self.left[n - 1].end : mention.start])
            is_second = near and self.follows(BETWEEN, self.left[n - 1])
            is_oblique = self._is_oblique(mention) or is_object(self.view, mention, self.told)
            if not is_oblique and not is_second and not tells(self.view, mention, self.match):
                free.append(mention)
        if len(free) > 1 and (own := WITHIN_CLAUSE.match(self.view, self.told, self.match.start)):
            free = [m for m in free if m.start >= own.end()] or free
        if self.is_noun:
            return free[0] if free else None
        near_verb = relative(self.view, self.left, self.match) or beside(self.view, free, self.match)
        return near_verb or (free[0] if free else None)

    def _is_oblique(self, mention: ActorMention) -> bool:
        """Whether a preposition governs a mention ("in Gaza"), unless it only counts it ("scores of rebels")."""
        before = self.view[max(self.match.clause_start, mention.start - 40) : mention.start]
        if self.view[mention.start].isdigit() and before.lower().endswith(ABOUT):
            return False
        is_absolute = before.lower().endswith("with ") and HAVING.match(self.view, mention.end) is not None
        return OBLIQUE.search(before) is not None and COUNTED.search(before) is None and not is_absolute

    def _earlier(self) -> ActorMention | None:
        """The subject of the sentence, for a clause that has none ("…, setting fire to the mill")."""
        told = self.view[self.told : self.match.start].lower()
        if not PARTICIPIAL.match(told) and (self.left or not SUBJECTLESS.match(told)):
            return None
        return subject_before(self.document, self.sentence, self.match)

    def _possessor(self) -> Party | None:
        """Who stands right before a nominal: "Hamas’s attack", "Israeli military strikes"."""
        first = next(iter(self.left), None)
        is_accused = first and self.told > self.match.clause_start and first.start - self.told <= len("the ")
        if first and is_accused and OF.fullmatch(self.view, first.end, self.match.start):
            return party_of(first)
        if self.left and POSSESSOR_GAP.fullmatch(self.view[self.left[-1].end : self.match.start]):
            return party_of(self.left[-1])
        words = premodifiers(self.view, self.match)
        for word in reversed(words[-4:]):
            leader = word.removesuffix("-led")
            if leader != word and leader[0].isupper() and demonym(leader) is None:
                return Party(leader, None, None)
            if (country := demonym(leader)) is not None:
                return Party(country.name, country.country_iso3, None)
        return self._side(words)

    def is_beside(self) -> bool:
        """Whether an actor stands right before the trigger ("rebels blew up a bridge")."""
        return bool(self.left) and beside(self.view, self.left[-1:], self.match) is not None

    def _side(self, words: list[str]) -> Party | None:
        """The side a bare noun names ("a government offensive"), or the subject its possessive stands for."""
        for word in reversed(words[-3:]):
            if SIDE_NOUNS.fullmatch(word):
                return side_of(word)
        return party_of(self._subject()) if not {"its", "their", "his"}.isdisjoint(words) else None

    def _moved(self) -> ActorMention | None:
        """Whose move a nominal tells: "the withdrawal of Ethiopian troops"."""
        if self.match.rule.event_type is not EventType.TROOP_DEPLOYMENT:
            return None
        return next((m for m in self.right[:1] if OF.fullmatch(self.view, self.match.end, m.start)), None)

    def _owner(self, after: ActorMention | None) -> Party | None:
        """Whose act a nominal opens: "the start of Sudan's offensive"."""
        if after is None or self.match.rule.event_type is EventType.ARMED_CLASH:
            return None
        is_owner = OF.fullmatch(self.view, self.match.end, after.start) and OWNS.match(self.view, after.end)
        return party_of(after) if is_owner else None

    def _opponent(self) -> ActorMention | None:
        """Whom the victims named before fought: "guerrillas were killed in clashes with troops"."""
        if self.match.rule.event_type is not EventType.ARMED_CLASH or not self.right:
            return None
        before = self.view[self.left[0].end if self.left else self.told : self.match.start]
        near = self.view[self.match.end : self.right[0].start]
        return self.right[0] if WITH.fullmatch(near) and FELL.search(before) else None

    def _launcher(self) -> Party | None:
        """The subject of the sentence, for a clause that begins with what it launched ("…, mounting a raid")."""
        told = self.view[self.match.clause_start : self.match.end]
        if self.left or not (LAUNCHING.match(told) or WITH_ALONE.match(told)):
            return None
        return party_of(subject_before(self.document, self.sentence, self.match))

    def _carried(self) -> Party | None:
        """The subject of the verb that carries a nominal, or of any verb where the type has parties."""
        subject, event_type = self._subject(), self.match.rule.event_type
        if event_type is EventType.AGREEMENT:
            return None
        if subject is None and event_type in FORCEFUL | {EventType.TALKS} and not self.left:
            return party_of(antecedent(self.annotated, self.match, self.told))
        if subject is None or (subject.sector in VICTIM_SECTORS and event_type is not EventType.PROTEST):
            return None
        between = ASIDE.sub("", self.view[subject.end : self.match.start])
        verb = CARRIER.search(between)
        carried = verb is not None and len(between[: verb.start()].split()) <= FAR
        carried = carried or LAUNCHING.match(self.trigger) is not None or harms(self.view, subject, self.match)
        return party_of(subject) if carried or event_type in PARTIES - {EventType.PROTEST} else None
