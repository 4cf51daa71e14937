"""The columns of an evacuation row: how many, who, from where, to where, by what means, in which terms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from newsledger.build.extract.evacuation_frames import Candidate
from newsledger.build.extract.evacuation_words import mask
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import CountRole, CountUnit, RecordKind

COUNTED_NOUN = re.compile(r"(?: (?:of|more|other|others|the|its|their|them|those|[\w.’'-]+))*? ?([PRHS])_+")
MANY_NOT_PEOPLE = re.compile(r" (?:of )?(?:the )?(?:villages?|towns?|flights?|planes?|buses|schools?|camps?|shelters?|tents|centres|centers|homes|houses|trucks|kits|hours|days|districts|cities|routes|countries|minutes|sites|F_|O_|bus|ships?|reception|emergency)\b")
NOUN = re.compile(r"(?:(?:displaced|injured|wounded|vulnerable|elderly|foreign|[a-z-]+ese|[a-z-]+ish|[a-z-]+an|[a-z-]+i|u\.s\.|us|ethnic|local|internally displaced|new|family|aid|embassy|hospital|oil|house|asylum|government) )*([PRHS])_+")
PLACE_WORDS = r"(?:(?:the |their |our |his |her |its )?(?:[a-z-]+ ){0,3}?)"
NAME = r"(?:[A-Z][\w’'.-]*(?:[ -](?:of|the|and|al|el|de|del|la|du|[A-Z][\w’'.-]*|[a-z]{1,3}-[A-Z]\w+))*)"
COMMON = r"(?:homes?|houses?|villages?|city|country|area|camps?|region|border|valley|capital|town|territory|building|buildings|enclave|neighbourhoods?|provinces?|states?|governorates|countries|schools?|church|shelters?|districts?)"
AFTER_FROM = re.compile(
    r"\b(?:from|out of|fled|fleeing|flee|flees|leave|leaving|left|depart|departed|departing|exit|quit|vacate|evacuate|evacuated|evacuating|"
    rf"abandon(?:ed|ing)?|escap(?:ed|ing|e)|Leave|Depart|Evacuate|Exit) (?P<place>{PLACE_WORDS}(?:{NAME}|{COMMON}\b(?: in (?:the )?{NAME}(?: \w+)?)?))"
)
AFTER_TO = re.compile(
    r"\b(?:to|into|for|towards?|across|reach|reached|reaching|entered|entering|over the [\w ]+? (?:in|into)) "
    rf"(?P<place>{PLACE_WORDS}(?:{NAME}|{COMMON}\b(?: in (?:the )?{NAME})?))"
)
INSIDE = re.compile(rf"\b(?:in|within|at|inside|near) (?P<place>{PLACE_WORDS}{NAME})")
MEANS = re.compile(
    r"\b(?:(?:charter(?:ed)?|evacuation|repatriation|emergency|commercial|military|special|extra|humanitarian|reception|financial|consular|limited|temporary|makeshift|shelter|relief) )*"
    r"(?:flights?|flight options|planes?|helicopters?|ships?|ferry|ferries|boats?|bus(?:es)?|trains?|convoys?|seats?|loans?|airlift|corridors?|shelters?|tents|camps?|centres?|centers?|kits?|commercial options|options|assistance)\b"
)
LEAVING = {RecordKind.DIRECTIVE, RecordKind.MOVEMENT, RecordKind.CAPACITY, RecordKind.CONSTRAINT}
ARRIVING = re.compile(r"\b(?:return|returning|go back|travel|travelling|traveling|trips?|shelter|refuge|arriv|reach|shelters)", re.IGNORECASE)
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


def people_of(annotated: Annotated, candidate: Candidate) -> People:
    """Read who is concerned in the clause of a candidate, and how many they are."""
    document = annotated.document
    a, b = candidate.clause_start, candidate.clause_end
    quantities = within(annotated.quantities, a, b)
    masked = mask(document.view.lower() if len(document.view.lower()) == len(document.view) else document.view, a, b, quantities)
    for quantity in quantities:
        rest = masked[quantity.end - a :]
        if MANY_NOT_PEOPLE.match(rest):
            continue
        noun = COUNTED_NOUN.match(rest)
        near = noun is not None and len(noun[0].split()) <= 6
        unit = CountUnit.HOUSEHOLD if near and noun is not None and noun[1] == "H" else CountUnit.PERSON
        span = (quantity.end, quantity.end + noun.end()) if near and noun is not None else None
        text = document.article.text[span[0] : span[1]].strip() if span else None
        return People(quantity, unit, (text or "").removeprefix("of ") or None)
    found = NOUN.search(masked)
    return People(None, None, document.article.text[a + found.start() : a + found.end()] if found else None)


def first_place(pattern: re.Pattern[str], text: str) -> str | None:
    """The first place phrase a pattern finds, without its possessive."""
    found = pattern.search(text)
    return re.sub(r"[’']s$", "", found["place"].strip(" .,")) if found else None


def places_of(kind: RecordKind, clause: str) -> tuple[str | None, str | None]:
    """Origin and destination in the words of a clause.

    >>> places_of(RecordKind.MOVEMENT, "More than 900 people have fled from Darfur to Chad")
    ('Darfur', 'Chad')
    """
    origin, destination = first_place(AFTER_FROM, clause), first_place(AFTER_TO, clause)
    inside = first_place(INSIDE, clause)
    if kind in LEAVING and not ARRIVING.search(clause):
        origin = origin or inside
    elif kind in (RecordKind.STOCK, RecordKind.RETURN) or destination is None:
        destination = destination or inside
    return origin, destination if destination != origin else None


def columns_of(annotated: Annotated, candidate: Candidate) -> dict[str, Any]:
    """Every column that is read from the clause itself."""
    kind = candidate.rule.kind
    clause = annotated.document.view[candidate.clause_start : candidate.clause_end]
    people = people_of(annotated, candidate)
    origin, destination = places_of(kind, clause)
    means = MEANS.search(clause) if kind in (RecordKind.CAPACITY, RecordKind.MOVEMENT) else None
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
