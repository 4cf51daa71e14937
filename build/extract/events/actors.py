"""Actor and target of an event: from the clause frame around its trigger."""

from __future__ import annotations

from typing import Any

from newsledger.build.extract.events.blame import announcer, blamed, fighter
from newsledger.build.extract.events.clause import VICTIM_SECTORS, Clause
from newsledger.build.extract.events.details import WEAPON
from newsledger.build.extract.events.doers import bomber, opening, unknown_agent
from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.party import Party, state_of
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.extract.events.subjects import (
    goes_off,
    moves_others,
)
from newsledger.build.extract.events.targets import target_of
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import EventType, Sector

FELL = pattern("fell")
BY_FORCES = frozenset(
    {
        EventType.MILITARY_THREAT,
        EventType.TROOP_DEPLOYMENT,
        EventType.GROUND_OPERATION,
        EventType.AIR_STRIKE,
        EventType.MISSILE_OR_ARTILLERY,
    }
)


HARMFUL = FORCEFUL | {EventType.ARREST}
# Types that people do, and against which the state acts.
CROWDS = frozenset({EventType.PROTEST, EventType.RIOT})
STATE_FORCES = frozenset({Sector.GOV, Sector.MIL, Sector.COP})


def actor_columns(annotated: Annotated, match: Match) -> dict[str, Any]:
    """The actor and target columns of an event."""
    frame = Clause(annotated, match)
    actor, read = frame.read()
    target = target_of(frame, read)
    actor = bomber(frame) or actor or opening(frame) or unknown_agent(frame)
    if actor is None and frame.is_noun:
        actor = announcer(annotated, match)
    actor = actor or blamed(annotated, match) or (fighter(annotated, match) if frame.is_noun else None)
    actor, target = _cast(frame, _commanded(annotated, match, actor), target)
    if actor is not None and target is not None and actor.name == target.name:
        target = None
    if match.thing is not None and (target is None or match.rule.event_type is EventType.SERVICE_DISRUPTION):
        target = Party(match.thing, None, None)
    return _columns("actor", actor) | _columns("target", target)


def _cast(frame: Clause, actor: Party | None, target: Party | None) -> tuple[Party | None, Party | None]:
    """Who acts and who suffers by the kind of event: nobody does a storm, and who flees does not act."""
    match, view = frame.match, frame.view
    if match.rule.event_type is EventType.DISASTER or (goes_off(match, view) and not frame.is_beside()):
        return None, target
    if actor is None or _is_weapon(actor):
        return None, target
    if match.rule.event_type in CROWDS and actor.sector in STATE_FORCES:
        if target is not None and target.sector is not None:
            return target, actor
        return (None if actor.sector is not Sector.MIL else actor), target
    is_victim = actor.sector in VICTIM_SECTORS or actor.is_onlooker
    if match.rule.event_type is EventType.DISPLACEMENT and (is_victim or not moves_others(match, view)):
        return None, target or actor
    if match.rule.event_type is EventType.AID_DELIVERY and actor.sector in (Sector.CVL, Sector.REF):
        return None, target or actor
    return (None, target or actor) if is_victim and _is_suffering(frame, actor) else (actor, target)


def _is_suffering(frame: Clause, victim: Party) -> bool:
    """Whether people who could act suffer what is told: a nominal of force, or after they were hurt."""
    if frame.match.rule.event_type not in HARMFUL or frame.names_agent(victim):
        return False
    return frame.is_noun or _is_hurt(frame)


def _is_hurt(frame: Clause) -> bool:
    """Whether somebody is told to have been hurt before the trigger ("was wounded by stray gunfire")."""
    return FELL.search(frame.view, frame.told, frame.match.start) is not None


def _is_weapon(actor: Party) -> bool:
    """Whether a name is that of what is fired ("Shell hits market")."""
    return WEAPON.fullmatch(actor.name.lower()) is not None and state_of(actor.iso3) is None


def _columns(role: str, party: Party | None) -> dict[str, Any]:
    return {} if party is None else {role: party.name, f"{role}_iso3": party.iso3, f"{role}_sector": party.sector}


def _commanded(annotated: Annotated, match: Match, actor: Party | None) -> Party | None:
    """The force behind the officer who speaks for it: an army acts, not its chief."""
    if actor is None or match.rule.event_type not in BY_FORCES:
        return actor
    for mention in within(annotated.actors, match.clause_start, match.start):
        if mention.name == actor.name and mention.kind is ActorKind.PERSON and mention.organisation:
            return Party(mention.organisation, mention.country_iso3, mention.sector)
    return actor
