"""The codebook: every table and column in words, as Markdown."""

from __future__ import annotations

from newsledger.schema.columns import Column, columns_of
from newsledger.schema.row import Row


def type_text(column: Column) -> str:
    """The type of a column as readers write it.

    >>> from newsledger.schema.casualties import Casualty
    >>> [type_text(c) for c in columns_of(Casualty) if c.name in ("count", "also", "outcome")]
    ['string', 'int64, nullable', 'list<struct<start, end>>']
    """
    if column.item is not None:
        inner = f"struct<{', '.join(f.name for f in column.item.fields)}>" if column.item.fields else column.item.kind
        return f"list<{inner}>"
    return column.kind + (", nullable" if column.nullable else "")


def codebook(model: type[Row]) -> str:
    """One table in Markdown: its meaning, key, and a line for each column."""
    lines = [
        f"## {model.TABLE}",
        "",
        (model.__doc__ or "").strip().split("\n")[0],
        "",
        f"Key: {', '.join(f'`{key}`' for key in model.KEY)}.",
        "",
        "| column | type | meaning |",
        "| --- | --- | --- |",
    ]
    for column in columns_of(model):
        meaning = column.description
        if column.references:
            meaning += f" References `{column.references}`."
        if column.vocabulary:
            meaning += " One of: " + ", ".join(f"`{code}`" for code in column.vocabulary) + "."
        lines.append(f"| `{column.name}` | {type_text(column)} | {meaning.replace('|', '/')} |")
    return "\n".join(lines) + "\n"
