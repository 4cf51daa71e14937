"""Actor and target of an event: from the clause frame around its trigger."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

from newsledger.build.extract.event_match import Match
from newsledger.build.mentions.actors import ActorMention
from newsledger.build.mentions.annotated import Annotated, within

PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are|gets?|got)(?: \w+ly| also| reportedly| then)? $")
BY = re.compile(
    r"\b(?:by|from|blamed on|attributed to|at the hands of) "
    r"(?:the |an? |two |three |several |some |suspected |unidentified )?$"
)
BETWEEN = re.compile(r"\b(?:between|pitted|pitting) (?:the |an? |rival )?$")
OBLIQUE = re.compile(
    r"\b(?:in|of|from|to|at|against|for|with|near|on|into|outside|inside|across|over|around|towards?|by|like|than) "
    r"(?:the |an? |its |their |his )?$"
)
SECOND = re.compile(r"^(?: and | with | against | versus | on |, |/|-)")
HERE = 40


def actor_columns(annotated: Annotated, match: Match) -> dict[str, Any]:
    """The actor and target columns of an event."""
    view = annotated.document.view
    left = within(annotated.actors, match.clause_start, match.start)
    right = within(annotated.actors, match.end, match.clause_end)
    actor, target = _frame(view, match, left, right)
    if actor is not None and target is not None and actor.entity == target.entity:
        target = None
    return _columns("actor", actor) | _columns("target", target)


def _columns(role: str, mention: ActorMention | None) -> dict[str, Any]:
    if mention is None:
        return {}
    return {role: mention.name, f"{role}_iso3": mention.country_iso3, f"{role}_sector": mention.sector}


def _frame(
    view: str, match: Match, left: tuple[ActorMention, ...], right: tuple[ActorMention, ...]
) -> tuple[ActorMention | None, ActorMention | None]:
    """Read the frame: between X and Y, passive with or without an agent, X's attack on Y, X attacks Y."""
    pair = _between(view, right) or _between(view, left)
    if pair is not None:
        return pair
    agent = _agent(view, match, right)
    subject = _subject(view, match, left)
    after = next((m for m in right if m is not agent), None)
    if PASSIVE.search(view[max(0, match.start - 30) : match.start]):
        return agent, subject
    if agent is not None:
        return agent, subject or after
    return subject, after


def _between(view: str, mentions: tuple[ActorMention, ...]) -> tuple[ActorMention, ActorMention] | None:
    """The two sides of "between X and Y"."""
    for one, other in pairwise(mentions):
        if BETWEEN.search(view[max(0, one.start - HERE) : one.start]) and SECOND.match(view[one.end : other.start]):
            return one, other
    return None


def _agent(view: str, match: Match, right: tuple[ActorMention, ...]) -> ActorMention | None:
    """The one named after "by"."""
    for mention in right:
        if BY.search(view[max(match.end - 1, mention.start - HERE) : mention.start]):
            return mention
    return None


def _subject(view: str, match: Match, left: tuple[ActorMention, ...]) -> ActorMention | None:
    """The one that stands right before a nominal trigger, else the last before it that no preposition governs."""
    if left and match.start - left[-1].end <= 14 and " " not in view[left[-1].end : match.start].strip(" ’'s"):
        return left[-1]
    free = [m for m in left if not OBLIQUE.search(view[max(match.clause_start, m.start - HERE) : m.start])]
    return free[-1] if free else None
