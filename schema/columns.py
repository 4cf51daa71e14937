"""What a model says of its columns, in one flat form: name, type, meaning, vocabulary, key, reference."""

from __future__ import annotations

import inspect
import types
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from newsledger.schema.fields import ForeignKey, Width


@dataclass(frozen=True)
class Column:
    """One column of a table.

    `kind` is one of string, int32, int64, float64, date, bool, list and struct; `item` describes the members of a list
    and `fields` those of a struct. `vocabulary` holds the codes of a closed list; `references` is `table.column` of a
    foreign key.
    """

    name: str
    kind: str
    nullable: bool
    description: str
    vocabulary: tuple[str, ...] = ()
    vocabulary_name: str | None = None
    references: str | None = None
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    item: Column | None = None
    fields: tuple[Column, ...] = ()


SCALARS = {str: "string", int: "int64", float: "float64", date: "date", bool: "bool"}


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a table in published order: the key, the model's own, then the shared blocks."""
    stated = [name for base in model.__mro__ for name in inspect.get_annotations(base)]
    names = dict.fromkeys([*getattr(model, "KEY", ()), *stated])
    return tuple(_column(name, model.model_fields[name]) for name in names if name in model.model_fields)


def column_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of a table's columns, in published order."""
    return tuple(column.name for column in columns_of(model))


def _column(name: str, field: Any) -> Column:
    annotation, nullable = _strip_null(field.annotation)
    annotation, stated = _strip_annotated(annotation)
    facts = _facts([*field.metadata, *stated])
    kind, extra = _kind(annotation, facts.pop("bits", None))
    description = field.description or (annotation.__doc__ or "").strip().split("\n")[0]
    return Column(name=name, kind=kind, nullable=nullable, description=description, **{**facts, **extra})


def _kind(annotation: Any, bits: int | None) -> tuple[str, dict[str, Any]]:
    if get_origin(annotation) is list:
        return "list", {"item": _item(get_args(annotation)[0])}
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return "string", {"vocabulary": tuple(str(v) for v in annotation), "vocabulary_name": annotation.__name__}
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "struct", {"fields": columns_of(annotation)}
    kind = SCALARS[annotation]
    return (f"int{bits}" if bits else kind), {}


def _item(annotation: Any) -> Column:
    """The member of a list, as a column named `item`."""
    metadata = tuple(getattr(annotation, "__metadata__", ()))
    base = get_args(annotation)[0] if metadata else annotation
    kind, extra = _kind(base, next((m.bits for m in metadata if isinstance(m, Width)), None))
    references = next((m.target for m in metadata if isinstance(m, ForeignKey)), None)
    return Column(name="item", kind=kind, nullable=False, description="", references=references, **extra)


def _strip_null(annotation: Any) -> tuple[Any, bool]:
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return inner[0], len(inner) < len(get_args(annotation))
    return annotation, False


def _strip_annotated(annotation: Any) -> tuple[Any, list[Any]]:
    """The bare type of `Annotated[...]`, as in `Offset | None`, and what it says of itself."""
    if get_origin(annotation) is not Annotated:
        return annotation, []
    base, *stated = get_args(annotation)
    return base, [fact for part in stated for fact in getattr(part, "metadata", [part])]


def _facts(metadata: list[Any]) -> dict[str, Any]:
    """Width, foreign key, pattern and bounds from a field's metadata."""
    facts: dict[str, Any] = {}
    for item in metadata:
        if isinstance(item, Width):
            facts["bits"] = item.bits
        elif isinstance(item, ForeignKey):
            facts["references"] = item.target
        elif hasattr(item, "ge"):
            facts["minimum"] = item.ge
        elif hasattr(item, "le"):
            facts["maximum"] = item.le
        elif getattr(item, "pattern", None) is not None:
            facts["pattern"] = item.pattern
    return facts
