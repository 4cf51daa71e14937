"""Naming: who the rebels or the forces are, as the words beside them or the rest of the article tell it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsledger.build.extract.events.party import COUNT, demonym
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.bodies import bodies, is_acronym
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.kept import kept
from newsledger.build.mentions.roles import phrase_words
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import Sector

BODIES = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE, ActorKind.PERSON})
ARMED = frozenset({Sector.REB, Sector.CRM})
OWNED = re.compile(r"(?:[Hh]is|[Ii]ts|[Tt]heir) ")
OF_THE = re.compile(r"^\w+ of the ")
BELONGS = re.compile(
    r" (?:(?:apparently|supposedly|allegedly|reportedly) )?"
    r"(?:of|from|belonging to|loyal to|linked to|allied (?:to|with)|affiliated (?:to|with)|under)"
    r" (?:the )?(?:[\w’'-]+ ){0,3}?"
)


@cache
def _nouns(name: str) -> re.Pattern[str]:
    """A list of nouns of event_frames.yml at the end of a name, with what stands before them."""
    return re.compile(rf"(?:(.*) )?({trie_pattern(load_yaml('event_frames')[name])})", re.IGNORECASE)


def named(annotated: Annotated, event: Event) -> dict[str, object]:
    """The names of actor and target as the article tells them: whose rebels or forces, which acronym a body bears."""
    columns: dict[str, object] = {}
    actor = _named_actor(annotated, event)
    for role, name in (("actor", actor), ("target", event.target)):
        full = f"{name} ({acronym})" if name and (acronym := _acronym(annotated, name)) else name
        if full != getattr(event, role):
            columns[role] = full
    return columns


def _named_actor(annotated: Annotated, event: Event) -> str | None:
    """The actor of an event; where that is a common noun ("its forces"), with the name that the text gives."""
    if event.actor is None:
        return None
    name = None
    if _nouns("members").fullmatch(event.actor):
        mention = _mention(annotated, event)
        name = _belonging(annotated, mention) if mention is not None else None
    return name or _of_group(annotated, event.actor) or event.actor


def _acronym(annotated: Annotated, name: str) -> str | None:
    """The acronym by which an article also calls a body of several words."""
    return _acronyms(annotated).get(name) if " " in name and "(" not in name else None


@kept
def _acronyms(annotated: Annotated) -> dict[str, str]:
    """The first acronym that an article gives each body."""
    view, found = annotated.document.view, dict[str, str]()
    for mention in annotated.actors:
        if mention.kind in (ActorKind.GROUP, ActorKind.ORGANISATION):
            short = view[mention.start : mention.end].removeprefix("the ").removeprefix("The ").rpartition("(")[2]
            if is_acronym(short.rstrip(")")):
                found.setdefault(mention.name, short.rstrip(")"))
    return found


def _mention(annotated: Annotated, event: Event) -> ActorMention | None:
    """The mention in the sentences of an event that gave its actor."""
    for told in event.mentions:
        for mention in within(annotated.actors, told.sentence_start, told.sentence_end):
            if COUNT.sub("", mention.name, count=1) == event.actor:
                return mention
    return None


def _belonging(annotated: Annotated, mention: ActorMention) -> str | None:
    """Fighters with the one they belong to: "fighters of the Red Front", "Sosa’s forces" for "his forces"."""
    view = annotated.document.view
    sentence = annotated.document.sentence_at(mention.start)
    actors = [m for m in within(annotated.actors, sentence.start, sentence.end) if m.kind in BODIES]
    after = next((m for m in actors if m.start >= mention.end), None)
    if after is not None and BELONGS.fullmatch(view, mention.end, after.start):
        return COUNT.sub("", " ".join(view[mention.start : after.end].split()), count=1)
    before = [m for m in actors if m.end <= mention.start]
    if before and OWNED.match(view, mention.start):
        return f"{before[-1].name}’s {mention.name}"
    return None


def _of_group(annotated: Annotated, actor: str) -> str | None:
    """Fighters under the one armed group that the article names: "Red Front rebels"."""
    told = _nouns("fighters").fullmatch(actor)
    if told is None or _group_in(actor):
        return None
    groups = _groups(annotated)
    if not groups or (len(groups) == 2 and groups[0][1] < 2 * groups[1][1]):
        return None
    return _together(groups[0][0], told[2].lower())


@kept
def _groups(annotated: Annotated) -> list[tuple[str, int]]:
    """The two armed groups that an article names most often, and how often."""
    armed = [m.name for m in annotated.actors if m.kind is ActorKind.GROUP and m.sector in ARMED]
    return Counter([group for name in armed if (group := _group_in(name))]).most_common(2)


def _together(group: str, noun: str) -> str:
    """A group and the noun for its people: "FARC rebels", "Houthi rebels"; the group alone for one of them.

    >>> _together("Houthis", "rebels"), _together("Hamas", "fighters"), _together("FARC", "rebel")
    ('Houthi rebels', 'Hamas fighters', 'FARC')
    """
    body = bodies()[0].get(fold(group))
    people = group.removesuffix("s") if body is not None and body.is_members else group
    return f"{people} {noun}" if noun.endswith("s") else group


def _group_in(name: str) -> str | None:
    """The name of its own that a group bears, without the noun for its fighters; None for "Chadian rebels"."""
    bare = OF_THE.sub("", COUNT.sub("", name, count=1), count=1)
    found = _nouns("fighters").fullmatch(bare)
    own = found[1] if found else bare
    if not own:
        return None
    capitals = [word for word in own.split() if word[0].isupper() and word not in phrase_words("loose_modifiers")]
    is_own = is_acronym(own) or bodies()[0].get(fold(own)) is not None or len(capitals) > 1
    return own if is_own and demonym(own.split()[0]) is None else None
