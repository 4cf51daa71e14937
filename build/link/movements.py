"""Movements: people on the move whom no event tells give one of displacement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsledger.build.extract.evacuations.rules import is_flagged
from newsledger.build.link.join import DATE, PLACE
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.row import row_id
from newsledger.schema.vocabularies import CountRole, EventType, RecordKind, Sector

# The rule of these events, which belongs to their own table: a movement told in the table of evacuations.
RULE = "events.displace.movement"
MANY = re.compile(r"(?:s|people|men|women|children|population|Chinese|Japanese|Portuguese|Vietnamese)$", re.IGNORECASE)
NO_CIVILIANS = re.compile(
    r"^men$|\b(?:hostages|captives|prisoners|detainees|soldiers|fighters|rebels|troops|wounded \w+)$",
    re.IGNORECASE,
)
# Of an event and of a mention of it, what a row of another table tells as well.
SHARED = ("modality", "temporal_role", "confidence", *DATE, *PLACE)
AT = ("article_id", "evidence_sha256", "sentence_start", "sentence_end", "block_type", "extractor")


def displacements(events: Sequence[Event], evacuations: Sequence[Evacuation]) -> list[Event]:
    """An event of displacement for every movement of many people that no event of that type tells already."""
    told = [m for event in events if event.event_type is EventType.DISPLACEMENT for m in event.mentions]
    return [
        _displacement(row)
        for row in evacuations
        if _is_displacement(row) and not any(m.start < row.evidence_end and row.evidence_start < m.end for m in told)
    ]


def _is_displacement(row: Evacuation) -> bool:
    """Whether many people moved, told with how many they were or with where they came from or went."""
    if row.record_kind is not RecordKind.MOVEMENT or is_flagged(row.rule_id, "momentary"):
        return False
    if row.count_role is CountRole.ADDRESSED or row.population is None or NO_CIVILIANS.search(row.population):
        return False
    return MANY.search(row.population) is not None and any((row.count, row.origin, row.destination))


def _displacement(row: Evacuation) -> Event:
    start, end = row.evidence_start, row.evidence_end
    shared = {name: getattr(row, name) for name in SHARED}
    return Event(
        event_id=row_id(row.article_id, Event.TABLE, start, end, EventType.DISPLACEMENT),
        event_type=EventType.DISPLACEMENT,
        target=row.population,
        target_sector=Sector.CVL,
        mentions=[Mention(start=start, end=end, rule_id=RULE, **{name: getattr(row, name) for name in AT})],
        **shared,
    )
