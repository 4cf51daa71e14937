"""Details of an event told around its trigger: how wide it is, and with which weapon it was done."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.events.frames import PACKAGE, pattern
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, any_of, load_sections
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.lexicon.word_classes import expand
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import LANDS
from newsledger.schema.vocabularies import EventScope, EventType

MANY = pattern("many")
WEAPON_GAP = pattern("weapon_gap")


def detail_rules() -> dict[str, tuple[Pattern, ...]]:
    """The patterns of data/details.yml by section."""
    return load_sections(PACKAGE, "details")


@cache
def detail_pattern(section: str) -> re.Pattern[str]:
    """One pattern that matches what any rule of a section matches."""
    return any_of(detail_rules()[section])


def scope_of(lower: str, match: Match, place: PlaceMention | None) -> EventScope:
    """The scope a rule gives, else what the trigger's clause tells of sites and days."""
    rule = match.rule
    if rule.scope is not EventScope.INCIDENT or rule.event_type not in FORCEFUL:
        return rule.scope
    clause = lower[match.clause_start : match.clause_end]
    if rule.event_type is EventType.GROUND_OPERATION and detail_pattern("campaign").search(clause):
        return EventScope.CAMPAIGN
    if detail_pattern("multi_site").search(clause):
        return EventScope.MULTI_SITE
    if detail_pattern("campaign").search(clause):
        return EventScope.CAMPAIGN
    is_wide = place is not None and place.precision in LANDS
    if is_wide and MANY.search(lower[match.start : match.end]):
        return EventScope.MULTI_SITE
    return EventScope.INCIDENT


def _weapons() -> re.Pattern[str]:
    """The name of any weapon, no part of a longer or hyphened word."""
    forms = (form.lower() for entries in load_yaml("weapons").values() for entry in entries for form in expand(entry))
    return re.compile(rf"(?<![^\W_])(?<![^\W_][-'])(?:{trie_pattern(forms)})(?![-']?[^\W_])")


WEAPON = _weapons()


def weapon_span(lower: str, match: Match, start: int, end: int) -> tuple[int, int] | None:
    """The weapon named nearest to a trigger in its clause, with those listed beside it."""
    if match.rule.event_type not in FORCEFUL:
        return None
    named = [weapon.span() for weapon in WEAPON.finditer(lower, start, end)]
    if not named:
        return None
    nearest = named.index(min(named, key=lambda span: (_distance(span, match), span)))
    first = last = nearest
    while first > 0 and WEAPON_GAP.fullmatch(lower[named[first - 1][1] : named[first][0]]):
        first -= 1
    while last + 1 < len(named) and WEAPON_GAP.fullmatch(lower[named[last][1] : named[last + 1][0]]):
        last += 1
    return named[first][0], named[last][1]


def _distance(span: tuple[int, int], match: Match) -> int:
    return max(0, span[0] - match.end, match.start - span[1])
