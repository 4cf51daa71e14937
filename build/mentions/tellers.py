"""Tellers: places that only say where somebody tells of another place, serves, is at home or comes from."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.mentions.place_mention import PlaceMention
from newsledger.schema.vocabularies import PlacePrecision

# How far before a place the words stand that make it a teller's.
NEAR = 60
STAYING = ("in", "from", "at", "near", None)
GOING = ("to", "from")


def teller_frames() -> dict[str, Pattern]:
    """The patterns of tellers.yml: what stands before a teller's place, and what behind it."""
    return load_patterns("newsledger.build.lexicon", "tellers")


def _stands_before(name: str, view: str, start: int) -> bool:
    return teller_frames()[name].pattern.search(view, max(0, start - NEAR), start) is not None


def _stands_behind(name: str, view: str, end: int) -> bool:
    return teller_frames()[name].pattern.match(view, end) is not None


def told_from(view: str, place: PlaceMention) -> PlaceMention:
    """A place, governed by "telling" where it is only a teller's: "told AFP from Maiduguri", "based in Cairo"."""
    return place._replace(governor="telling") if _is_tellers(view, place) else place


def _is_tellers(view: str, place: PlaceMention) -> bool:
    """Whether the words around a place make it that of one who tells, serves or is at home there."""

    def has_before(*names: str) -> bool:
        return any(_stands_before(name, view, place.start) for name in names)

    def has_behind(name: str) -> bool:
        return _stands_behind(name, view, place.end)

    if place.governor in STAYING and (
        has_before("telling", "confirmed", "at_home") or (has_behind("teller_behind") and has_before("teller"))
    ):
        return True
    if has_behind("said_behind") and (place.governor in GOING or has_before("serving")):
        return True
    return place.governor != "object" and has_behind("telling_behind") and has_before("titled", "doing")


def tells(view: str, start: int, end: int) -> bool:
    """Whether the words beside the actor at `start:end` say that he tells something."""
    return _stands_behind("teller_says", view, end) or _stands_before("said_teller", view, start)


def homelands(view: str, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """The countries that only say where somebody or something comes from, and those listed after them."""
    found: list[PlaceMention] = []
    for place in places:
        is_from = place.governor == "from" and place.precision is PlacePrecision.COUNTRY
        is_listed = bool(found) and view[found[-1].end : place.start] in (", ", " and ", ", and ")
        if is_from and (is_listed or _stands_before("people_from", view, place.start)):
            found.append(place)
    return found
