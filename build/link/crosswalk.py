"""The crosswalk: what each native event type is called in ACLED, PLOVER, CAMEO, UCDP and IDMC terms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from newsledger.build.lexicon.loader import csv_rows
from newsledger.schema.events import CrosswalkRelation
from newsledger.schema.vocabularies import EventType

NONE = "none"


@dataclass(frozen=True)
class CrosswalkRow:
    """One native type and its counterparts; null where a scheme has none."""

    event_type: EventType
    acled_event_type: str | None
    acled_sub_event_type: str | None
    plover_type: str | None
    plover_mode: str | None
    cameo_code: str | None
    ucdp: str | None
    idmc_term: str | None
    relation: CrosswalkRelation
    rule_text: str

    def columns(self) -> dict[str, str | CrosswalkRelation | None]:
        """The crosswalk columns of an event."""
        return {
            "acled_event_type": self.acled_event_type,
            "acled_sub_event_type": self.acled_sub_event_type,
            "plover_type": self.plover_type,
            "plover_mode": self.plover_mode,
            "cameo_code": self.cameo_code,
            "crosswalk_relation": self.relation,
        }


@cache
def crosswalk() -> dict[EventType, CrosswalkRow]:
    """The crosswalk by native type; every type has one row."""
    text = files(__package__).joinpath("data/crosswalk.csv").read_text(encoding="utf-8")
    table = {}
    for raw in csv_rows(text):
        fields = {key: None if value == NONE and key != "relation" else value for key, value in raw.items()}
        event_type, relation = EventType(raw["event_type"]), CrosswalkRelation(raw["relation"])
        table[event_type] = CrosswalkRow(**{**fields, "event_type": event_type, "relation": relation})  # type: ignore[arg-type]
    if missing := set(EventType) - set(table):
        raise ValueError(f"crosswalk.csv lacks {sorted(missing)}")
    return table
