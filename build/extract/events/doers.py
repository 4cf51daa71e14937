"""Doers: who acts where no frame of the clause names it: within the trigger itself, or by a noun no lexicon knows."""

from __future__ import annotations

from newsledger.build.extract.events.clause import AGENT_REACH, Clause, side_of
from newsledger.build.extract.events.frames import pattern, words_of
from newsledger.build.extract.events.objects import agent_at, party_in, phrase_until
from newsledger.build.extract.events.party import Party, party_of
from newsledger.build.extract.events.subjects import is_passive
from newsledger.build.mentions.annotated import within
from newsledger.schema.vocabularies import EventType

AGENT_NOUN = pattern("agent_noun")
SIDE_NOUNS = words_of("sides")


def bomber(frame: Clause) -> Party | None:
    """Who is all of a trigger that names who acted: "a suicide bomber"."""
    if frame.match.rule.event_type is not EventType.BOMBING or frame.is_noun:
        return None
    told = within(frame.annotated.actors, frame.told, frame.match.end)
    return party_of(next((m for m in told if m.end >= frame.match.end), None))


def opening(frame: Clause) -> Party | None:
    """Who opens the trigger itself: "Suicide bomber kills", "army offensive"."""
    own = within(frame.annotated.actors, frame.match.start, frame.match.end)
    if own and own[0].start == frame.match.start and own[0].end < frame.match.end:
        return party_of(own[0])
    if AGENT_NOUN.fullmatch(frame.trigger.rpartition(" ")[2]):
        return party_in(frame.annotated, phrase_until(frame.view, frame.told, frame.match.end))
    first = frame.trigger.split(" ")[0]
    return side_of(first) if frame.is_noun and SIDE_NOUNS.fullmatch(first) else None


def unknown_agent(frame: Clause) -> Party | None:
    """Who did what a noun or the passive tells, "by" a name or noun that is no actor of the lexicon."""
    if not frame.is_noun and not is_passive(frame.document, frame.match):
        return None
    return agent_at(frame.annotated, frame.match.end, min(frame.match.clause_end, frame.match.end + AGENT_REACH))
