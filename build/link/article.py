"""Linking within one article: mentions of one event joined, and the claims that are about an event tied to it."""

from __future__ import annotations

from typing import TypeVar

from newsledger.build.extract.claim import repeats
from newsledger.build.link.crosswalk import crosswalk
from newsledger.build.link.directives import with_issuers
from newsledger.build.link.join import join
from newsledger.build.link.lending import lent
from newsledger.build.link.movements import displacements
from newsledger.build.link.nominals import resolve
from newsledger.build.link.responses import response_links
from newsledger.build.link.separate import comparison
from newsledger.build.link.ties import tie_casualty, tie_evacuation, tie_statement
from newsledger.build.link.war_tolls import in_country
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.casualties import Casualty
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.events import Event
from newsledger.schema.row import Row, evidence_hash
from newsledger.schema.statements import Statement

R = TypeVar("R", bound=Row)


def link_article(annotated: Annotated, rows: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """Join the events of one article and tie its casualties, statements and evacuations to them."""
    evacuations, told = _of(Evacuation, rows.get("evacuations", [])), _of(Event, rows.get("events", []))
    told = with_issuers(annotated, [*told, *displacements(told, evacuations)], evacuations)
    resolved = resolve(told)
    events = join(resolved, comparison(annotated, resolved))
    events = [_finished(annotated, event) for event in events]
    linked: dict[str, list[Row]] = dict(rows)
    text = annotated.document.article.text
    linked["events"] = list(events)
    linked["event_links"] = list(response_links(annotated, events))
    tied = [tie_casualty(row, events, text) for row in _of(Casualty, rows.get("casualties", []))]
    linked["casualties"] = [in_country(annotated, row) for row in tied]
    linked["evacuations"] = [tie_evacuation(row, events) for row in evacuations]
    linked["statements"] = [tie_statement(row, events) for row in _of(Statement, rows.get("statements", []))]
    return linked


def _of(model: type[R], rows: list[Row]) -> list[R]:
    return [row for row in rows if isinstance(row, model)]


def _finished(annotated: Annotated, event: Event) -> Event:
    """An event with the mentions that repeated blocks add, and its crosswalk columns."""
    document = annotated.document
    text, known = document.article.text, {(m.start, m.end) for m in event.mentions}
    mentions = list(event.mentions)
    for mention in event.mentions:
        for span in repeats(document, mention.start, mention.end):
            if (span.start, span.end) not in known:
                known.add((span.start, span.end))
                sentence = document.sentence_at(span.start)
                place = {
                    "start": span.start,
                    "end": span.end,
                    "sentence_start": sentence.start,
                    "sentence_end": sentence.end,
                }
                extra = {
                    "evidence_sha256": evidence_hash(text, span.start, span.end),
                    "block_type": document.block_at(span.start).kind,
                }
                mentions.append(mention.model_copy(update=place | extra))
    update = lent(annotated, event) | crosswalk()[event.event_type].columns()
    update |= {"mentions": mentions, "n_mentions": len(mentions)}
    return event.model_copy(update=update)
