"""Parties: who meets, signs or mediates, as keys that differently written names share."""

from __future__ import annotations

import re

from newsledger.build.mentions.fold import fold
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.text.names import name_words
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import Sector

SPLIT = re.compile(r",? and |, |/")


def parties(event: Event) -> frozenset[str]:
    """The parties that actor and target name, states by their code."""
    named = {key_of(name) for side in (event.actor, event.target) if side for name in SPLIT.split(side) if name}
    if event.actor_sector is Sector.GOV and event.actor_iso3:
        named.add(event.actor_iso3)
    if event.target_sector is Sector.GOV and event.target_iso3:
        named.add(event.target_iso3)
    return frozenset(named - {""})


def key_of(name: str) -> str:
    """The code of a state, else the name in lower case without its article.

    >>> key_of("U.S."), key_of("the United States"), key_of("The Accra Group")
    ('USA', 'USA', 'accra group')
    """
    bare = name.strip().removeprefix("the ").removeprefix("The ")
    country = countries().acronyms.get(bare.replace(".", "")) or countries().names.get(fold(bare))
    return country.country_iso3 or fold(bare) if country else fold(bare)


def addressees_differ(a: Event, b: Event) -> bool:
    """Whether two warnings go to other people, by other issuers as far as told."""
    if a.actor_iso3 and a.actor_iso3 == b.actor_iso3:
        return False
    if a.actor and b.actor and name_words(a.actor) & name_words(b.actor):
        return False
    return a.target is not None and b.target is not None and a.target_iso3 != b.target_iso3
