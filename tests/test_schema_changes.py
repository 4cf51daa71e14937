"""What breaks readers of the earlier schema is told from what is only added."""

from __future__ import annotations

import pytest

from newsledger.build.publish.schema_changes import Shape, TableShape, additions, breaking, needs_step


def shape(key: tuple[str, ...] = ("id",), **columns: Shape) -> dict[str, TableShape]:
    return {"t": TableShape(key, {"id": Shape("string", False), **columns})}


CODES = Shape("string", False, ("a", "b"))


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (shape(n=Shape("int32", True)), shape(), "t.n is gone"),
        (shape(n=Shape("int32", True)), shape(n=Shape("int64", True)), "t.n was int32, is int64"),
        (shape(c=CODES), shape(c=Shape("string", False, ("a", "c"))), "t.c lost the term b"),
        (shape(c=CODES), shape(c=Shape("string", False)), "t.c is no longer a closed vocabulary"),
        (shape(), shape(key=("id", "n")), "the key of t was id, is id, n"),
        (shape(), {}, "table t is gone"),
    ],
)
def test_what_breaks_readers_is_told(old: dict[str, TableShape], new: dict[str, TableShape], told: str) -> None:
    assert breaking(old, new) == [told]
    assert breaking(old, old) == [] and additions(old, old) == []


def test_what_is_only_added_breaks_nobody() -> None:
    new = shape(n=Shape("int32", True), c=Shape("string", False, ("a", "b", "c"))) | {"u": TableShape(("id",), {})}
    assert breaking(shape(c=CODES), new) == []
    assert additions(shape(c=CODES), new) == ["table u is new", "t.n is new", "t.c has the new term c"]
    assert needs_step("1.0", "1.9") and not needs_step("1.9", "2.0")
