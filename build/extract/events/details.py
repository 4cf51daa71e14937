"""Details of an event told around its trigger: how wide it is, and with which weapon it was done."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.events.match import Match
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, load_sections
from newsledger.build.lexicon.word_classes import expand
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.precisions import LANDS
from newsledger.schema.vocabularies import EventScope, EventType

FORCEFUL = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.MISSILE_OR_ARTILLERY,
        EventType.BOMBING,
        EventType.ARMED_CLASH,
        EventType.ARMED_ATTACK,
        EventType.GROUND_OPERATION,
        EventType.PROPERTY_DESTRUCTION,
        EventType.INTERCEPTION,
        EventType.RIOT,
        EventType.ABDUCTION,
    }
)
PLURAL = re.compile(r"(?:\w*strikes|raids|bombings|attacks|bombardments|assaults|shellings|ambushes|clashes|battles)$")
WORD = re.compile(r"[^\W_]+(?:[-'][^\W_]+)*")
LIST_GAP = re.compile(r"(?:, (?:and )?| and | or )(?:\w+ )?")


def detail_rules() -> dict[str, tuple[Pattern, ...]]:
    """The patterns of data/details.yml by section."""
    return load_sections("newsledger.build.extract.events", "details")


@cache
def detail_pattern(section: str) -> re.Pattern[str]:
    """One pattern that matches what any rule of a section matches."""
    return re.compile("|".join(f"(?:{rule.pattern.pattern})" for rule in detail_rules()[section]))


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
    if is_wide and PLURAL.search(lower[match.start : match.end]):
        return EventScope.MULTI_SITE
    return EventScope.INCIDENT


@cache
def _weapons() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The words of every weapon by the first of them, longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for entries in load_yaml("weapons").values():
        for entry in entries:
            for form in expand(entry):
                words = tuple(WORD.findall(form.lower()))
                found.setdefault(words[0], set()).add(words)
    return {word: tuple(sorted(forms, key=lambda f: (-len(f), f))) for word, forms in found.items()}


def weapons_in(lower: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where weapons are named in a stretch of lower-case text, longest names first.

    >>> weapons_in("two mortar shells and a car bomb", 0, 32)
    [(4, 17), (24, 32)]
    """
    words = list(WORD.finditer(lower, start, end))
    found, at = [], 0
    while at < len(words):
        size = _size(words, at)
        if size:
            found.append((words[at].start(), words[at + size - 1].end()))
        at += size or 1
    return found


def _size(words: list[re.Match[str]], at: int) -> int:
    """How many words, from one on, name a weapon."""
    for form in _weapons().get(words[at][0], ()):
        if len(form) <= len(words) - at and all(words[at + n][0] == word for n, word in enumerate(form)):
            return len(form)
    return 0


def weapon_span(lower: str, match: Match, start: int, end: int) -> tuple[int, int] | None:
    """The weapon named nearest to a trigger in its clause, with those listed beside it."""
    if match.rule.event_type not in FORCEFUL:
        return None
    named = weapons_in(lower, start, end)
    if not named:
        return None
    nearest = min(range(len(named)), key=lambda n: (_distance(named[n], match), named[n]))
    first = last = nearest
    while first > 0 and LIST_GAP.fullmatch(lower[named[first - 1][1] : named[first][0]]):
        first -= 1
    while last + 1 < len(named) and LIST_GAP.fullmatch(lower[named[last][1] : named[last + 1][0]]):
        last += 1
    return named[first][0], named[last][1]


def _distance(span: tuple[int, int], match: Match) -> int:
    return max(0, span[0] - match.end, match.start - span[1])
