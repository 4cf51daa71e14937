"""Names: joins to a person the age behind it, and to people the names of all of them ("her sons Ali, 8, and Omar")."""

from __future__ import annotations

from dataclasses import replace

from newsledger.build.extract.casualties.parts import Part, count_of, kinds_of
from newsledger.build.extract.casualties.words import endings

OLDEST = 110
AGE_ENDS = ("", "comma", "stop", "and", "semicolon", "close")


def join_names(parts: list[Part], places: set[tuple[int, int]]) -> list[Part]:
    """Join ages and lists of names to the people they belong to; `places` are no names of people."""
    return _with_names(_with_ages(parts), places)


def _age_length(parts: list[Part], kinds: list[str], k: int) -> int:
    """How many parts from `k` on tell an age (", 34" before a comma, "(34)"); 0 if none do."""
    if kinds[k] not in ("comma", "open") or not kinds[k + 1]:
        return 0
    low = parts[k + 1].low
    if not (low.isdigit() and int(low) <= OLDEST):
        return 0
    if kinds[k] == "open":
        return 3 if kinds[k + 2] == "close" else 0
    return 2 if kinds[k + 2] in AGE_ENDS else 0


def _with_ages(parts: list[Part]) -> list[Part]:
    """Take the ages of single people into their parts."""
    kinds, out = kinds_of(parts), list[Part]()
    done = 0
    for k in [k for k, kind in enumerate(kinds) if kind in ("person", "named", "group")]:
        if k < done:
            continue
        out += parts[done:k]
        part, length = parts[k], 0
        if out and part.kind == "named" and _is_calling(parts, kinds, k - 1):
            part = replace(part, start=out.pop().start)
        if part.kind != "group" or (count_of(part)[0] == 1 and part.whole is None):
            length = _age_length(parts, kinds, k + 1)
        out.append(replace(part, end=parts[k + length].end) if length else part)
        done = k + 1 + length
    return out + parts[done:]


def _is_calling(parts: list[Part], kinds: list[str], k: int) -> bool:
    """Whether an unknown word in a list tells the calling of the person named behind it ("and tracker Ana Ruiz")."""
    calling = kinds[k] == "word" and parts[k].low.endswith(endings("calling_endings"))
    return calling and kinds[k - 1] in ("and", "comma", "harmed", "harming", "of")


def _with_names(parts: list[Part], places: set[tuple[int, int]]) -> list[Part]:
    """Take lists of names into the people they name, who are then as many as their names."""
    kinds, out = kinds_of(parts), list[Part]()
    done = 0
    for k in [k for k, kind in enumerate(kinds) if kind in ("people", "group")]:
        stop, number = _names_behind(parts, kinds, k, places) if k >= done and not parts[k].low.isdigit() else (done, 0)
        if number:
            people = replace(parts[k], end=parts[stop - 1].end)
            people.fixed = number if people.quantity is None else people.fixed
            out += [*parts[done:k], people]
            done = stop
    return out + parts[done:]


def _names_behind(parts: list[Part], kinds: list[str], k: int, places: set[tuple[int, int]]) -> tuple[int, int]:
    """The part behind a list of names that begins behind `k`, and how many they are (0: there is no such list)."""
    at = _first_name(parts, kinds, k)
    apart, number, joined = at > k + 1, 0, False
    while _is_name(parts, kinds, at, places):
        number += 1
        at += 1
        at += _age_length(parts, kinds, at)
        if joined:
            break
        link = at
        while kinds[link] in ("comma", "and"):
            joined = joined or kinds[link] == "and"
            link += 1
        if link == at or not _is_name(parts, kinds, link, places):
            return k + 1, 0
        at = link
    if not joined or number < 2:
        return k + 1, 0
    counted = count_of(parts[k])[0]
    fits = counted == number if apart or counted is not None else True
    return (at, number) if fits else (k + 1, 0)


def _first_name(parts: list[Part], kinds: list[str], k: int) -> int:
    """Where names may begin behind people ("two cooks, Ana Ruiz and", "two cooks identified as Ana Ruiz and")."""
    at = k + 1 + (kinds[k + 1] == "comma")
    if kinds[at] != "identify":
        return at
    return at + 1 + (kinds[at + 1] != "" and parts[at + 1].low == "as")


def _is_name(parts: list[Part], kinds: list[str], k: int, places: set[tuple[int, int]]) -> bool:
    if kinds[k] not in ("name", "named"):
        return False
    return kinds[k] == "named" or (parts[k].start, parts[k].end) not in places
