"""Warnings and directives: an event of warning takes issuer and addressees from the directive its words give."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsledger.build.extract.events.party import demonym
from newsledger.build.link.join import PLACE
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import EventType, PlacePrecision, RecordKind, Sector

# Who receives a warning is not who gives it.
RECEIVED = re.compile(
    r"\b(?:receiv\w+|got|getting|reported|woke to) [^.;]{0,40}"
    r"\b(?:calls?|texts?|messages?|alerts?|leaflets?|warnings?|flyers?|voicemails?)\b"
)
GOVERNMENT = re.compile(
    r"\b(?:Embass|Consulat|Department|Ministr|Government|Foreign Office|High Commission|army|military)"
)
WARNS = re.compile(r"[^,;.]{0,30}\b(?:warn|urg|advis|order|told|tell|ask|issu|sent|send|dropp|recommend|call|instruct)")
# Who is told to go, where nobody says by whom.
TOLD_TO = re.compile(
    r"(?P<who>\b(?:[A-Z][\w.-]+ )?[\w.-]+) (?:(?:have|has|had) been |are (?:being )?|were |was )?"
    r"(?:told|urged|warned|advised|ordered|asked|instructed) (?:not to|to) "
)


def with_issuers(annotated: Annotated, events: Sequence[Event], evacuations: Sequence[Evacuation]) -> list[Event]:
    """Every event as it is, but warnings with the issuer as actor and the addressees as target, where known."""
    directives = [row for row in evacuations if row.record_kind is RecordKind.DIRECTIVE]
    return [
        _issued(annotated, event, directives) if event.event_type is EventType.WARNING else event for event in events
    ]


def _issued(annotated: Annotated, event: Event, directives: Sequence[Evacuation]) -> Event:
    main = event.mentions[0]
    told = [row for row in directives if row.evidence_start < main.end and main.start < row.evidence_end]
    sentence = annotated.document.view[main.sentence_start : main.end]
    if RECEIVED.search(sentence):
        return event.model_copy(update=_columns("actor", None) | _columns("target", _receiver(annotated, event)))
    if not told:
        return event.model_copy(update=_read(annotated, event, sentence))
    update: dict[str, object] = {}
    row = min(told, key=lambda row: (row.issuer is None, row.evidence_start))
    update |= _columns("actor", row.issuer)
    update |= _columns("target", row.population)
    if event.place_name and row.issuer and event.place_name in row.issuer:
        update |= dict.fromkeys(PLACE) | {"place_precision": PlacePrecision.NONE}
    return event.model_copy(update=update)


def _read(annotated: Annotated, event: Event, sentence: str) -> dict[str, object]:
    """Issuer and addressees of a warning that no directive repeats."""
    if told := TOLD_TO.search(sentence):
        return _columns("actor", None) | _columns("target", told["who"])
    main, view = event.mentions[0], annotated.document.view
    for actor in within(annotated.actors, main.start, main.end):
        if actor.name == event.actor and WARNS.match(view, actor.end, main.end):
            return {}
    return _columns("actor", None) | _columns("target", None)


def _receiver(annotated: Annotated, event: Event) -> str | None:
    """Who stands before the verb of receiving."""
    main = event.mentions[0]
    return next((actor.name for actor in within(annotated.actors, main.sentence_start, main.end)), None)


def _columns(role: str, name: str | None) -> dict[str, object]:
    country = country_in(name) if name else None
    sector = None
    if name and role == "target":
        sector = Sector.CVL
    elif name and GOVERNMENT.search(name):
        sector = Sector.GOV
    return {role: name, f"{role}_iso3": country.country_iso3 if country else None, f"{role}_sector": sector}


def country_in(name: str) -> Country | None:
    """The state that the words of a name point to.

    >>> [country_in(name).country_iso3 for name in ("U.S. citizens", "Danes", "the Embassy of Peru")]
    ['USA', 'DNK', 'PER']
    """
    table = countries()
    for word in name.replace("’s", "").replace("'s", "").split():
        bare = word.strip(",.")
        found = demonym(word) or table.people.get(bare.lower()) or table.names.get(bare.lower())
        if found is not None:
            return found
    return None
