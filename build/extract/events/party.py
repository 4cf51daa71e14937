"""Parties to an event: actors and targets as names with country and sector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.events.frames import pattern
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.schema.vocabularies import Sector

COUNT = pattern("count")


@dataclass(frozen=True)
class Party:
    """An actor or target: a mention, or the state behind an adjective ("Israeli air strikes")."""

    name: str
    iso3: str | None
    sector: Sector | None
    is_onlooker: bool = False


@cache
def _machines() -> frozenset[str]:
    return frozenset(load_yaml("event_frames")["machines"])


@cache
def state_of(code: str | None) -> Country | None:
    """The state of a code."""
    return next((c for c in countries().names.values() if code and c.country_iso3 == code), None)


def party_of(mention: ActorMention | None) -> Party | None:
    """The party that a mention names."""
    if mention is None:
        return None
    capital = countries().capitals.get(fold(mention.name)) if mention.kind is ActorKind.STATE else None
    if capital is not None:
        return Party(capital.name, capital.country_iso3, mention.sector)
    owner = state_of(mention.country_iso3) if mention.name.rpartition(" ")[2].lower() in _machines() else None
    if owner is not None:
        return Party(owner.name, owner.country_iso3, Sector.MIL)
    state = state_of(mention.country_iso3) if mention.kind is ActorKind.STATE and mention.name.isupper() else None
    if state is not None:
        return Party(state.name, state.country_iso3, mention.sector)
    name = mention.name if mention.kind is ActorKind.PERSON else COUNT.sub("", mention.name, count=1)
    return Party(name or mention.name, mention.country_iso3, mention.sector, mention.kind is ActorKind.ANONYMOUS)


def joint(one: Party | None, other: Party | None) -> Party | None:
    """Two parties as one side: "Israel and Hezbollah"."""
    if one is None or other is None:
        return one or other
    iso3 = one.iso3 if one.iso3 == other.iso3 else None
    return Party(f"{one.name} and {other.name}", iso3, one.sector if one.sector is other.sector else None)


def demonym(word: str) -> Country | None:
    """The state whose adjective a word is ("Israeli", "U.S."), if it is one."""
    table = countries()
    bare = word.removesuffix("’s").removesuffix("'s")
    if bare.replace(".", "").isupper():
        return table.acronyms.get(bare.replace(".", ""))
    return table.adjectives.get(fold(bare)) if bare[:1].isupper() else None
