"""Corrections put into the rows they name, before anything is linked across articles."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from newsledger.build.link.crosswalk import crosswalk
from newsledger.build.read.metadata import Place
from newsledger.schema.corrections import Correction
from newsledger.schema.events import Event
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import Row
from newsledger.schema.vocabularies import ReviewStatus

Lines = Sequence[tuple[Place, Correction]]
REFERENCES = ("event_id", "part_of_id")


def apply_corrections(tables: Mapping[str, Sequence[Row]], lines: Lines) -> tuple[dict[str, list[Row]], list[str]]:
    """The tables with every correction in its row, and a remark on each line whose row no build produces.

    A rejected row is left out; what referred to it no longer does.

    Raises:
        PublisherError: a value does not fit its column, or the row does not hold together with it.
    """
    by_row: dict[tuple[str, str], list[tuple[Place, Correction]]] = defaultdict(list)
    for place, correction in lines:
        by_row[correction.table, correction.id].append((place, correction))
    done: dict[str, list[Row]] = {}
    for name, rows in tables.items():
        done[name] = [
            _corrected(row, by_row.pop((name, _id(row)))) if (name, _id(row)) in by_row else row for row in rows
        ]
    rejected = {correction.id for _, correction in lines if correction.reject}
    return _without(done, rejected) if rejected else done, list(_without_row(by_row.values()))


def _without(tables: Mapping[str, Sequence[Row]], ids: Collection[str]) -> dict[str, list[Row]]:
    """The tables without some rows and without references to them."""
    return {name: [_let_go(row, ids) for row in rows if _id(row) not in ids] for name, rows in tables.items()}


def _let_go(row: Row, ids: Collection[str]) -> Row:
    gone = {name: None for name in REFERENCES if getattr(row, name, None) in ids}
    return row.model_copy(update=gone) if gone else row


def _id(row: Row) -> str:
    return str(getattr(row, row.KEY[0]))


def _without_row(groups: Iterable[Lines]) -> Iterable[str]:
    for group in groups:
        for place, correction in group:
            yield f"{place}: no row of {correction.table} has the id {correction.id}; nothing was corrected."


def _corrected(row: Row, lines: Lines) -> Row:
    """One row with its values set right, checked by its own model as strictly as JSON allows."""
    if any(correction.reject for _, correction in lines):
        return row
    values = {correction.column: correction.value for _, correction in lines if correction.column is not None}
    status = ReviewStatus.CORRECTED if values else ReviewStatus.ACCEPTED
    content = row.model_dump(mode="json") | _following(row, values) | values | {"review_status": status}
    try:
        return type(row).model_validate_json(json.dumps(content), strict=True)
    except ValidationError as error:
        first = error.errors()[0]
        column = first["loc"][0] if first["loc"] else None
        place = next((place for place, correction in lines if correction.column == column), lines[-1][0])
        where = f"{column}: " if column else ""
        said = first["msg"].removeprefix("Value error, ")
        raise PublisherError(f"{place}: {where}{said}; correct the value.") from error


def _following(row: Row, values: Mapping[str, object]) -> dict[str, Any]:
    """What follows from a corrected event type: the terms of the crosswalk."""
    if not isinstance(row, Event) or "event_type" not in values:
        return {}
    found = next((terms for kind, terms in crosswalk().items() if kind == values["event_type"]), None)
    return dict(found.columns()) if found else {}
