"""The columns of an evacuation row: how many, who, from where, to where, by what means, in which terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from newsledger.build.extract.evacuations.frames import Candidate
from newsledger.build.extract.evacuations.rules import phrase
from newsledger.build.extract.evacuations.words import read_words
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import CountRole, CountUnit, RecordKind

LEAVING = {RecordKind.DIRECTIVE, RecordKind.MOVEMENT, RecordKind.CAPACITY, RecordKind.CONSTRAINT}
FARTHEST_NOUN = 6
BODY = re.compile(
    r"^(?:the |an? )?(?!(?:US|UK|UAE|DRC|DR|CAR|USA|USSR|GDR|NWFP|LA|DC|NY|FYR|PNG)$)[A-Z]{2,}$|"
    r"\b(?:Organi[sz]ation|Agency|Programme|Commission(?:er)?|Ministry|Committee|Crescent|Army|Front|Party|Police)$"
)
CALENDAR = re.compile(
    r"(?:^|(?<=\w) )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:the )?(?:(?:early|late|mid-?) ?)?"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)
ROLES = {
    RecordKind.DIRECTIVE: CountRole.ADDRESSED,
    RecordKind.MOVEMENT: CountRole.MOVED,
    RecordKind.RETURN: CountRole.MOVED,
    RecordKind.STOCK: CountRole.DISPLACED,
}


@dataclass(frozen=True, slots=True)
class People:
    """The people of a clause: the quantity that counts them, if any, its unit, and the noun phrase as written."""

    quantity: Quantity | None
    unit: CountUnit | None
    text: str | None


def counted_people(masked: str, text: str, at: int, quantity: Quantity) -> People | None:
    """The people that a quantity counts, when it counts people; `at` is where it ends in the masked clause."""
    rest = masked[at:]
    noun = phrase("counted_noun").match(rest)
    if phrase("other_noun").match(rest):
        return None
    if noun is not None and len(noun[0].split()) <= FARTHEST_NOUN:
        unit = CountUnit.HOUSEHOLD if noun[1] == "H" else CountUnit.PERSON
        words = text[at : at + noun.end()].strip().removeprefix("of ")
        return People(quantity, unit, words or None)
    return People(quantity, CountUnit.PERSON, None) if phrase("bare_after").match(rest) else None


def people_of(annotated: Annotated, candidate: Candidate) -> People:
    """Read who is concerned in the clause of a candidate, and how many they are."""
    a, b = candidate.clause_start, candidate.clause_end
    text = annotated.document.view[a:b]
    masked = read_words(annotated.document.view).masked[a:b]
    bare: People | None = None
    for quantity in annotated.quantities_in(a, b):
        at = quantity.end - a
        people = counted_people(masked, text, at, quantity)
        if people is not None and (people.text is not None or masked.startswith(" of", at)):
            return people
        bare = bare or people
    if bare is not None:
        return bare
    found = phrase("population").search(masked)
    return People(None, None, text[found.start() : found.end()] if found else None)


def place_phrases(name: str, clause: str) -> list[str]:
    """The place phrases of one kind in a clause, names before common nouns, without possessives."""
    found = [CALENDAR.sub("", match["place"].strip(" .,")) for match in phrase(name).finditer(clause)]
    found = [re.sub(r"[’']s$", "", place) for place in found if place and not BODY.search(place)]
    return sorted(found, key=lambda place: not any(letter.isupper() for letter in place))


def places_of(kind: RecordKind, clause: str) -> tuple[str | None, str | None]:
    """Origin and destination in the words of a clause.

    >>> places_of(RecordKind.MOVEMENT, "More than 900 people have fled from Darfur to Chad")
    ('Darfur', 'Chad')
    """
    origins = place_phrases("place_from", clause)
    goals = place_phrases("place_to", clause)
    inside = place_phrases("place_in", clause)
    arriving = phrase("arriving").search(clause) is not None
    if kind in LEAVING and not arriving:
        named = [place for place in origins if any(letter.isupper() for letter in place)]
        origins = [*named, *inside, *origins]
    elif kind in (RecordKind.STOCK, RecordKind.RETURN) or arriving:
        goals = goals or inside
    goals = goals or place_phrases("place_across", clause)
    origin = origins[0] if origins else None
    destination = next((place for place in goals if place != origin), None)
    return origin, destination


def columns_of(annotated: Annotated, candidate: Candidate) -> dict[str, Any]:
    """Every column that is read from the clause itself."""
    kind = candidate.rule.kind
    clause = annotated.document.view[candidate.clause_start : candidate.clause_end]
    people = people_of(annotated, candidate)
    origin, destination = places_of(kind, clause)
    means = phrase("means").search(clause) if kind in (RecordKind.CAPACITY, RecordKind.MOVEMENT) else None
    columns: dict[str, Any] = {
        "record_kind": kind,
        "population": people.text,
        "origin": origin,
        "destination": destination,
        "means": means[0] if means else None,
        "reporting_term": candidate.rule.term,
    }
    if (quantity := people.quantity) is not None:
        columns |= {
            "count": quantity.count,
            "count_min": quantity.count_min,
            "count_max": quantity.count_max,
            "quantifier": quantity.quantifier,
            "unit": people.unit,
            "count_role": ROLES.get(kind, CountRole.UNSTATED),
        }
    return columns
