"""The closed vocabularies as CSV files: one a list of codes, and an index of what each is and where it is used."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator

from newsledger.schema import TABLES
from newsledger.schema import vocabularies as shared
from newsledger.schema.columns import Column, columns_of


def vocabularies() -> dict[str, str]:
    """File name and content of each vocabulary that a table uses, and of the index."""
    used: dict[str, tuple[tuple[str, ...], list[str]]] = {}
    for table, model in TABLES.items():
        for place, column in _flat(columns_of(model)):
            if column.vocabulary_name:
                used.setdefault(column.vocabulary_name, (column.vocabulary, []))[1].append(f"{table}.{place}")
    files = {f"{snake(name)}.csv": _csv(["code"], [[code] for code in codes]) for name, (codes, _) in used.items()}
    index = [[f"{snake(name)}.csv", _meaning(name), " ".join(places)] for name, (_, places) in sorted(used.items())]
    return dict(sorted(files.items())) | {"index.csv": _csv(["file", "meaning", "columns"], index)}


def snake(name: str) -> str:
    """A class name as a file name.

    >>> snake("BlockType")
    'block_type'
    """
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def _flat(columns: tuple[Column, ...], prefix: str = "") -> Iterator[tuple[str, Column]]:
    """Columns, and those inside lists and structs, by path."""
    for column in columns:
        path = f"{prefix}{column.name}"
        yield path, column
        if column.item is not None:
            yield path, column.item
            yield from _flat(column.item.fields, f"{path}.")
        yield from _flat(column.fields, f"{path}.")


def _meaning(name: str) -> str:
    """The first line of what the vocabulary's class says of itself, in whichever module of the schema it stands."""
    modules = [shared, *(sys.modules[model.__module__] for model in TABLES.values())]
    stated = next((getattr(module, name) for module in modules if hasattr(module, name)), None)
    return (stated.__doc__ or "").strip().split("\n")[0] if stated is not None else ""


def _csv(head: list[str], rows: list[list[str]]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows([head, *rows])
    return buffer.getvalue()
