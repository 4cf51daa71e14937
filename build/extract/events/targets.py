"""Targets: who or what an event befell, by its type: hit, seized, driven out, helped, warned, fought or met."""

from __future__ import annotations

import re
from itertools import pairwise

from newsledger.build.extract.events.clause import VICTIM_SECTORS, Clause
from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.objects import object_at, subject_at
from newsledger.build.extract.events.party import Party, party_of
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.extract.events.subjects import is_passive, moves_others
from newsledger.build.mentions.annotated import within
from newsledger.schema.vocabularies import EventType, Sector

AGAINST = pattern("against")
AIMED = pattern("aimed")
DISPERSED = pattern("dispersed")
FALLEN = pattern("fallen")
FOUGHT_WITH = pattern("fought_with")
FREEING = pattern("freeing")
FROM = pattern("from")
GIVEN_TO = pattern("given_to")
HARMED = pattern("harmed")
JOINT = pattern("joint")
LEAD = pattern("lead")
NOMINAL_LEAD = pattern("nominal_lead")
WITH_WHOM = pattern("with_whom")
YIELDED = pattern("yielded")
# Types that befall nobody who could be told: nature's doing, a march of troops.
NOBODY = frozenset({EventType.DISASTER, EventType.TROOP_DEPLOYMENT})
STRUCK = (FORCEFUL | {EventType.ARREST}) - {EventType.ARMED_CLASH, EventType.RIOT}
MEETINGS = frozenset({EventType.TALKS, EventType.AGREEMENT})
FIGHTING = frozenset({Sector.MIL, Sector.REB, Sector.UAF, Sector.PRM, Sector.CRM, Sector.GOV, Sector.COP})
PEOPLE = frozenset({Sector.CVL, Sector.REF})
REACH = 80


def target_of(frame: Clause, read: Party | None) -> Party | None:
    """The target of an event, where the frame of its clause read one or none."""
    kind = frame.match.rule.event_type
    if kind in NOBODY:
        return None
    if kind is EventType.DISPLACEMENT:
        return _displaced(frame) or read
    if kind in STRUCK or (kind is EventType.AGREEMENT and FREEING.search(frame.trigger)):
        is_beside = not frame.is_noun or (read is not None and frame.names_side(read, HARMED))
        return _seized_from(frame) or _struck(frame) or (read if is_beside else None)
    if kind in (EventType.PROTEST, EventType.RIOT):
        return _led_to(frame, AGAINST) or (read if read is not None and frame.names_side(read, DISPERSED) else None)
    if kind is EventType.AID_DELIVERY:
        return _helped(frame) or read
    if kind is EventType.ARMED_CLASH:
        return _opponent(frame, read)
    if kind in MEETINGS and read is not None:
        return read if frame.names_side(read, WITH_WHOM) else None
    return read


def _seized_from(frame: Clause) -> Party | None:
    """Who held a place that others took: "the port was retaken from the rebels"."""
    if frame.match.rule.event_type is not EventType.GROUND_OPERATION:
        return None
    return party_of(next((m for m in frame.right if m.sector in FIGHTING and frame.follows(FROM, m)), None))


def _helped(frame: Clause) -> Party | None:
    """Who gets help: the first people that it is told to go to."""
    return _led_to(frame, GIVEN_TO, people=True)


def _opponent(frame: Clause, read: Party | None) -> Party | None:
    """The other side of a clash: whom one side fought, killed or fell with; never where it was."""
    if read is not None and frame.names_side(read, FOUGHT_WITH):
        return read
    view, start = frame.view, frame.match.start
    sides = [m for m in frame.left if m.sector not in VICTIM_SECTORS]
    for one, other in pairwise(sides):
        if JOINT.fullmatch(view, one.end, other.start) and not frame.is_noun:
            return party_of(other)
    lead = LEAD.match(view, frame.match.end, frame.match.clause_end)
    if lead is not None and not frame.is_noun and not is_passive(frame.document, frame.match):
        fought = object_at(frame.annotated, lead.end(), frame.match.clause_end)
        if fought is not None:
            return fought
    hurt = [m for m in sides if frame.follows(HARMED, m) or FALLEN.match(view, m.end, start)]
    return party_of(hurt[-1]) if hurt else None


def _struck(frame: Clause) -> Party | None:
    """Who or what was hit or taken: the subject of the passive, the object of a verb, what a nominal is aimed at."""
    match, view = frame.match, frame.view
    if not frame.is_noun and (is_passive(frame.document, match) or YIELDED.fullmatch(frame.trigger)):
        return subject_at(frame.annotated, frame.told, match.start)
    lead = (NOMINAL_LEAD if frame.is_noun else LEAD).match(view, match.end, match.clause_end)
    near = object_at(frame.annotated, lead.end(), match.clause_end) if lead else None
    return near or _led_to(frame, AIMED)


def _led_to(frame: Clause, pattern: re.Pattern[str], people: bool = False) -> Party | None:
    """The first party that a preposition leads to, a few words behind the trigger."""
    match = frame.match
    for lead in pattern.finditer(frame.view, match.end, min(match.clause_end, match.end + REACH)):
        party = object_at(frame.annotated, lead.end(), match.clause_end)
        if party is not None and (party.sector is not None or not people):
            return party
    return None


def _displaced(frame: Clause) -> Party | None:
    """Who fled or was moved."""
    match = frame.match
    others = moves_others(match, frame.view) and not frame.is_noun and not is_passive(frame.document, match)
    lead = (LEAD if others else NOMINAL_LEAD).match(frame.view, match.end, match.clause_end)
    moved = object_at(frame.annotated, lead.end(), match.clause_end) if lead and (others or frame.is_noun) else None
    if moved is None and not others and not frame.is_noun:
        moved = subject_at(frame.annotated, frame.told, match.start, nearest=True)
        if moved is None or moved.sector is None:
            moved = subject_at(frame.annotated, frame.told, match.start)
    return moved if moved is not None and (moved.sector is not None or others) else _people(frame) or moved


def _people(frame: Clause) -> Party | None:
    """The people told nearest to the trigger in its sentence."""
    match = frame.match
    actors = within(frame.annotated.actors, match.sentence.start, match.sentence.end)
    told = [m for m in actors if m.sector in PEOPLE]
    return party_of(min(told, key=lambda m: (max(m.start - match.end, match.start - m.end), m.start), default=None))
