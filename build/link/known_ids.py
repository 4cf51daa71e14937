"""Ids that outlive a change of rules: an event keeps the id that the previous release knows."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import cast

from newsledger.schema.casualties import Casualty
from newsledger.schema.events import Event
from newsledger.schema.row import Row, row_id
from newsledger.schema.vocabularies import EventType


def keep_known(tables: Mapping[str, Sequence[Row]], known: Collection[str]) -> dict[str, list[Row]]:
    """The tables with each event under the known one of its ids, and the claims that pointed to it.

    Within an article the mention that tells most gives an event its id. When another mention gave it in the previous
    release, that id survives and its mention leads again.
    """
    ids = frozenset(known)
    events = {row.event_id: kept(row, ids) for row in tables["events"] if isinstance(row, Event)} if ids else {}
    now = {old: event.event_id for old, event in events.items() if event.event_id != old}
    done = {name: list(rows) for name, rows in tables.items()}
    if now:
        done["events"] = list(events.values())
        for name in ("casualties", "statements", "evacuations"):
            done[name] = [_pointed(row, now) for row in done[name]]
    return done


def kept(event: Event, known: Collection[str]) -> Event:
    """An event under the smallest known id among those it had before its mentions joined."""
    if event.event_id in known:
        return event
    former = sorted(known_id for known_id in event.merged_ids if known_id in known)
    if not former:
        return event
    merged = sorted({event.event_id, *event.merged_ids} - {former[0]})
    lead = next((m for m in event.mentions if former[0] in _ids_of(m.article_id, m.start, m.end)), event.mentions[0])
    mentions = [lead, *(m for m in event.mentions if m is not lead)]
    return event.model_copy(update={"event_id": former[0], "merged_ids": merged, "mentions": mentions})


def _ids_of(article_id: str, start: int, end: int) -> set[str]:
    """Every id that a mention may give an event."""
    return {row_id(article_id, "events", start, end, kind) for kind in EventType}


def _pointed(row: Row, now: Mapping[str, str]) -> Row:
    event_id = cast(Casualty, row).event_id
    return row if event_id is None or event_id not in now else row.model_copy(update={"event_id": now[event_id]})
