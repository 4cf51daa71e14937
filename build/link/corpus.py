"""Linking a whole corpus: events across articles, then everything that is said about them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeVar, cast

from newsledger.build.link.across import link_events
from newsledger.build.link.claim_relations import claim_relations
from newsledger.build.link.identity import identity_contradictions
from newsledger.build.link.numeric import numeric_contradictions
from newsledger.build.link.policies import estimates
from newsledger.build.link.policy import policy_contradictions
from newsledger.build.link.registers import actors, places
from newsledger.build.link.relations import event_relations
from newsledger.build.link.responses import follow
from newsledger.build.link.stances import Stance
from newsledger.build.link.tolls import figures_of, tolls
from newsledger.build.link.utterances import share_utterances
from newsledger.schema.casualties import Casualty
from newsledger.schema.event_links import EventLink
from newsledger.schema.events import Event
from newsledger.schema.row import Row
from newsledger.schema.statements import Statement

Tables = dict[str, list[Row]]
R = TypeVar("R", bound=Row)


def link_corpus(
    tables: Tables, stances: Sequence[Stance], published: Mapping[str, date | None], known: Collection[str] = ()
) -> Tables:
    """The tables with events joined across articles, claims pointed to them, and the tables that follow from that.

    `published` dates the articles by id; `known` are event ids of the previous release, which survive a join.
    """
    linked = link_events(_of(Event, tables["events"]), known, figures_of(_of(Casualty, tables["casualties"])))
    done: Tables = {**tables, "events": list(linked.events)}
    for name in ("casualties", "statements", "evacuations"):
        done[name] = [_pointed(row, linked.now) for row in tables[name]]
    done["statements"] = list(share_utterances(_of(Statement, done["statements"])))
    counted = tolls(_of(Casualty, done["casualties"]), published)
    done["event_links"] = [
        *linked.links,
        *event_relations(linked.events),
        *follow(_of(EventLink, tables.get("event_links", [])), linked.now),
    ]
    done["claim_relations"] = list(claim_relations(counted))
    done["estimates"] = list(estimates(counted))
    done["contradictions"] = [
        *numeric_contradictions(counted),
        *identity_contradictions(_of(Statement, done["statements"]), published),
        *policy_contradictions(stances),
    ]
    told = [row for name in ("events", "casualties", "statements", "evacuations") for row in done[name]]
    done["actors"] = list(actors(told, published))
    done["places"] = list(places(told, published))
    return done


def _of(model: type[R], rows: Sequence[Row]) -> list[R]:
    return [row for row in rows if isinstance(row, model)]


def _pointed(row: Row, now: Mapping[str, str]) -> Row:
    """A claim that points to the event its former event became."""
    event_id = cast(Casualty, row).event_id
    return row if event_id is None or event_id not in now else row.model_copy(update={"event_id": now[event_id]})
