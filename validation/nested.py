"""Rules inside nested columns (spans, mentions, lists of codes), checked in pyarrow and reported like the others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from newsledger.schema import TABLES
from newsledger.schema.columns import Column, columns_of
from newsledger.validation.report import CheckResult, outcome
from newsledger.validation.tables import Tables


def check_nested(tables: Tables) -> list[CheckResult]:
    """Null members, vocabularies, forms, bounds, foreign keys and the order of span ends, in every list column."""
    return [
        result
        for name in tables.arrow
        for column in columns_of(TABLES[name])
        if column.item is not None and tables.has(name, column.name)
        for result in _list_column(tables, name, column)
    ]


def _list_column(tables: Tables, table: str, column: Column) -> Iterator[CheckResult]:
    chunk = tables.arrow[table].column(column.name).combine_chunks()
    owners = _owners(tables, table).take(pc.list_parent_indices(chunk))
    members = pc.list_flatten(chunk)
    item = column.item
    assert item is not None
    yield from _values(tables, (table, column.name, ""), item, members, owners)
    if {"table", "id"} <= {part.name for part in item.fields}:
        yield _outcome((table, column.name, ".id"), "refers", REFERS, _strangers(tables, members), owners)
    for part in item.fields:
        values = pc.struct_field(members, part.name)
        yield from _values(tables, (table, column.name, f".{part.name}"), part, values, owners)
    names = {part.name for part in item.fields}
    for first, last in (("start", "end"), ("sentence_start", "sentence_end")):
        if {first, last} <= names:
            broken = pc.greater_equal(pc.struct_field(members, first), pc.struct_field(members, last))
            yield _outcome(
                (table, column.name, f".{first}"), "ordered", "A span is at least one character.", broken, owners
            )
    if {"start", "end", "sentence_start", "sentence_end"} <= names:
        broken = pc.or_(
            pc.less(pc.struct_field(members, "start"), pc.struct_field(members, "sentence_start")),
            pc.greater(pc.struct_field(members, "end"), pc.struct_field(members, "sentence_end")),
        )
        yield _outcome((table, column.name, ""), "in_sentence", "The sentence holds the span.", broken, owners)


def _strangers(tables: Tables, members: pa.Array) -> pa.Array:
    """Which members name a row that their table does not hold."""
    known = {
        name: set(tables.arrow[name].column(TABLES[name].KEY[0]).to_pylist())
        for name in set(pc.struct_field(members, "table").to_pylist())
        if name in tables.arrow and name in TABLES
    }
    return pa.array([m is not None and m["id"] not in known.get(m["table"], ()) for m in members.to_pylist()])


REFERS = "The id stands in the table that the member names."
Place = tuple[str, str, str]


def _values(tables: Tables, place: Place, column: Column, values: pa.Array, owners: pa.Array) -> Iterator[CheckResult]:
    """The rules one member column implies."""
    if not column.nullable:
        yield _outcome(place, "not_null", "A member is never null.", pc.is_null(values), owners)
    if column.vocabulary:
        strange = pc.invert(pc.is_in(values, value_set=pa.array(column.vocabulary)))
        yield _outcome(place, "in_vocabulary", "The code stands in the column's vocabulary.", strange, owners)
    if column.pattern:
        strange = pc.invert(pc.match_substring_regex(values, column.pattern))
        yield _outcome(place, "has_form", "The value has the column's form.", strange, owners)
    if column.minimum is not None:
        low = pc.less(values, column.minimum)
        yield _outcome(place, "in_bounds", "The value lies within the column's bounds.", low, owners)
    if column.references:
        parent, key = column.references.split(".")
        keys = tables.arrow[parent].column(key) if tables.has(parent, key) else pa.array([], pa.string())
        strange = pc.invert(pc.is_in(values, value_set=keys))
        yield _outcome(place, "refers", f"The id stands in {column.references}.", strange, owners)


def _outcome(place: Place, suffix: str, reason: str, broken: Any, owners: pa.Array) -> CheckResult:
    """The result for members of which `broken` is true; null members are the not_null rule's business."""
    table, column, part = place
    failed = owners.filter(pc.fill_null(broken, False))
    ids = sorted(set(failed.to_pylist()))
    return outcome(f"{column}{part}.{suffix}", table, reason, len(owners), ids, column=column)


def _owners(tables: Tables, table: str) -> pa.Array:
    """The key of each row as one string."""
    rows = tables.arrow[table].select(list(TABLES[table].KEY)).to_pylist()
    return pa.array(["|".join(str(value) for value in row.values()) for row in rows], pa.string())
