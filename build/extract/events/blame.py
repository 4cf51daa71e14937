"""Blame: who is told to have done an attack beside its clause, by announcement, claim or accusation."""

from __future__ import annotations

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.party import Party, party_of
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import EventType, Sector

ACCUSED = pattern("accused")
ANNOUNCED = pattern("announced")
CLAIMS = pattern("claims")
LAID_ON = pattern("laid_on")
OBLIQUE = pattern("oblique")
SUFFERED = pattern("suffered")
NEXT = 2
ARMED = frozenset({Sector.REB, Sector.MIL, Sector.CRM, Sector.COP, Sector.GOV})
NAMED = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE})


def announcer(annotated: Annotated, match: Match) -> Party | None:
    """Who announces what the clause of a nominal tells: "the junta announced | a curfew"."""
    start = match.sentence.start
    found = ANNOUNCED.search(annotated.document.view, start, match.clause_start)
    if found is None:
        return None
    before = [m for m in within(annotated.actors, start, found.start()) if m.kind is not ActorKind.ANONYMOUS]
    return party_of(before[-1]) if before and found.start() - before[-1].end <= len(" on Wednesday has also ") else None


def blamed(annotated: Annotated, match: Match) -> Party | None:
    """Whom the sentence of an attack, or one of the next two, blames for it."""
    if match.rule.event_type not in FORCEFUL:
        return None
    document, first = annotated.document, match.sentence
    last = document.sentences[first.index : first.index + 1 + NEXT][-1]
    for mention in within(annotated.actors, first.start, last.end):
        if mention.kind in NAMED and mention.sector in ARMED and _is_blamed(document.view, mention):
            return party_of(mention)
    return None


def _is_blamed(view: str, mention: ActorMention) -> bool:
    """Whether the words around an actor claim an attack for it or lay it on it."""
    before = max(0, mention.start - 60)
    return bool(
        LAID_ON.search(view, before, mention.start)
        or ACCUSED.search(view, before, mention.start)
        or CLAIMS.match(view, mention.end)
    )


def fighter(annotated: Annotated, match: Match) -> Party | None:
    """The armed side that the sentence of a clash is about: "troops beat back the rebels in a fierce battle"."""
    if match.rule.event_type is not EventType.ARMED_CLASH:
        return None
    view, start = annotated.document.view, match.sentence.start
    told = within(annotated.actors, start, match.start)
    free = (
        m for m in told if m.kind is not ActorKind.STATE and not OBLIQUE.search(view, max(start, m.start - 40), m.start)
    )
    first = next(free, None)
    if first is None or first.sector not in ARMED:
        return None
    return None if SUFFERED.search(view, first.end, match.start) else party_of(first)
