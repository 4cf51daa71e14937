"""Tellers: places that only say where somebody tells of another place, serves, is at home or comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from newsledger.build.lexicon.patterns import Pattern, any_of, load_patterns
from newsledger.build.mentions.place_mention import PlaceMention
from newsledger.schema.vocabularies import PlacePrecision

# How far before a place the words stand that make it a teller's.
NEAR = 60
STAYING = ("in", "from", "at", "near", None)
GOING = ("to", "from")


def teller_frames() -> dict[str, Pattern]:
    """The patterns of tellers.yml: what stands before a teller's place, and what behind it."""
    return load_patterns("newsledger.build.lexicon", "tellers")


@cache
def _any_of(*names: str) -> re.Pattern[str]:
    """What one of some patterns matches."""
    return any_of(teller_frames()[name] for name in names)


def _stands_before(view: str, start: int, *names: str) -> bool:
    return _any_of(*names).search(view, max(0, start - NEAR), start) is not None


def _stands_behind(view: str, end: int, *names: str) -> bool:
    return _any_of(*names).match(view, end) is not None


def told_from(view: str, place: PlaceMention) -> PlaceMention:
    """A place, governed by "telling" where it is only a teller's: "told AFP from Maiduguri", "based in Cairo"."""
    return place._replace(governor="telling") if _is_tellers(view, place) else place


def _is_tellers(view: str, place: PlaceMention) -> bool:
    """Whether the words around a place make it that of one who tells, serves or is at home there."""
    start, end = place.start, place.end
    if place.governor in STAYING:
        if _stands_before(view, start, "telling", "confirmed", "at_home"):
            return True
        if _stands_behind(view, end, "teller_behind") and _stands_before(view, start, "teller"):
            return True
    if not _stands_behind(view, end, "said_behind", "telling_behind"):
        return False
    if _stands_behind(view, end, "said_behind") and (place.governor in GOING or _stands_before(view, start, "serving")):
        return True
    return (
        place.governor != "object"
        and _stands_behind(view, end, "telling_behind")
        and _stands_before(view, start, "titled", "doing")
    )


def tells(view: str, start: int, end: int) -> bool:
    """Whether the words beside the actor at `start:end` say that he tells something."""
    return _stands_behind(view, end, "teller_says") or _stands_before(view, start, "said_teller")


def homelands(view: str, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The countries that only say where somebody or something comes from, and those listed after them."""
    found: list[PlaceMention] = []
    for place in places:
        is_from = place.governor == "from" and place.precision is PlacePrecision.COUNTRY
        is_listed = bool(found) and view[found[-1].end : place.start] in (", ", " and ", ", and ")
        if is_from and (is_listed or _stands_before(view, place.start, "people_from")):
            found.append(place)
    return found
