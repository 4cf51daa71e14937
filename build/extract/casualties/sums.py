"""Sums: which coordinated victims of one act are one claim, and how many people that claim counts."""

from __future__ import annotations

from newsledger.build.extract.casualties.parts import Count, Part, class_of, count_of
from newsledger.build.extract.casualties.words import casualty_words
from newsledger.schema.vocabularies import Quantifier, VictimClass

TOLD_APART = frozenset((VictimClass.CIVILIAN, VictimClass.COMBATANT))


def summed(group: list[Part]) -> list[list[Part]]:
    """Split coordinated victims into claims.

    "A child and his mother" are one claim of two, "a guard, two monks and a driver" one of four: single people join the
    one group that has a number, unless civilians and combatants are told apart, or it stands first and the only one
    beside it has another noun and is no kin. Numbers of two and more stay apart, people without one join those before.
    """
    if len(group) > 1 and all(is_single(part) or _is_several(part) for part in group):
        several = sum(_is_several(part) for part in group)
        numbered = any(is_single(part) and part.quantity is not None for part in group)
        apart = numbered or {class_of(part) for part in group} >= TOLD_APART
        if several == 0 or (several == 1 and not apart and not _are_two_kinds(group)):
            return [group]
    claims: list[list[Part]] = []
    for part in group:
        if claims and part.kind == "people" and part.bare:
            claims[-1].append(part)
        else:
            claims.append([part])
    return claims


def _are_two_kinds(group: list[Part]) -> bool:
    """Whether a number of people comes first and one told by another noun after ("two Danes and a Swede")."""
    if len(group) > 2 or not is_single(group[1]) or not all(part.nouns for part in group):
        return False
    kin, heads = casualty_words().household, {part.nouns[-1].words[-1] for part in group if part.nouns[-1].words}
    return len(heads) == 2 and not any(part.possessive for part in group) and kin.isdisjoint(heads)


def is_single(part: Part) -> bool:
    """Whether a part is one person, or people whose number is in their noun ("a driver", "his mother", "a couple")."""
    alone = part.kind in ("person", "named") or part.fixed is not None
    return alone or count_of(part) == (1, 1, 1, Quantifier.EXACT)


def _is_several(part: Part) -> bool:
    """Whether a part has a number that singles can be added to."""
    return part.kind in ("group", "strangers") and part.fixed is None and (count_of(part)[0] or 0) > 1


def total(members: list[Part]) -> Count:
    """The people of a claim together; the hedge is that of the one group that has a number."""
    bare = [part for part in members if part.kind == "people" and part.fixed is None]
    counted = [count_of(part) for part in members if part not in bare or len(members) == 1]
    if len(counted) != len(members):
        return count_of(members[0])
    hedges = [hedge for *_, hedge in counted if hedge is not Quantifier.EXACT]
    return (
        _added([count for count, *_ in counted]),
        _added([least for _, least, *_ in counted]),
        _added([most for _, _, most, _ in counted]),
        hedges[0] if hedges else Quantifier.EXACT,
    )


def _added(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
