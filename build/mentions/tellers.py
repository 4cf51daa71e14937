"""Tellers: places that only say where somebody is who tells of another place, serves or is at home."""

from __future__ import annotations

from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.mentions.place_mention import PlaceMention

# How far before a place the words stand that make it a teller's.
NEAR = 60
STAYING = ("in", "from", "at", "near", None)
GOING = ("to", "from")


def frames() -> dict[str, Pattern]:
    """The patterns of tellers.yml: what stands before a teller's place, and what behind it."""
    return load_patterns("newsledger.build.lexicon", "tellers")


def told_from(view: str, place: PlaceMention) -> PlaceMention:
    """A place, governed by "telling" where it is only a teller's: "told AFP from Maiduguri", "based in Cairo"."""
    return place._replace(governor="telling") if _is_tellers(view, place) else place


def _is_tellers(view: str, place: PlaceMention) -> bool:
    """Whether the words around a place make it that of one who tells, serves or is at home there."""

    def has_before(*names: str) -> bool:
        return any(frames()[name].pattern.search(view, max(0, place.start - NEAR), place.start) for name in names)

    def has_behind(name: str) -> bool:
        return frames()[name].pattern.match(view, place.end) is not None

    if place.governor in STAYING and (
        has_before("telling", "confirmed", "at_home") or (has_behind("teller_behind") and has_before("teller"))
    ):
        return True
    if has_behind("said_behind") and (place.governor in GOING or has_before("serving")):
        return True
    return place.governor != "object" and has_behind("telling_behind") and has_before("titled", "doing")
