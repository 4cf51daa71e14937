"""What differs between the contracts of two releases, and which of it breaks readers of the older one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Shape:
    """One column as a contract states it; members of lists and structs have paths such as `mentions.start`."""

    type: str
    nullable: bool
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableShape:
    """The key and the columns of one table."""

    key: tuple[str, ...]
    columns: Mapping[str, Shape]


Shapes = Mapping[str, TableShape]


def shapes(contract: Mapping[str, Any]) -> Shapes:
    """The tables of a data contract (contract.odcs.yaml)."""
    found = {}
    for table in contract["schema"]:
        keyed = [column for column in table["properties"] if column.get("primaryKey")]
        key = tuple(column["name"] for column in sorted(keyed, key=lambda column: column["primaryKeyPosition"]))
        found[str(table["name"])] = TableShape(key, dict(_columns(table["properties"], "")))
    return found


def _columns(properties: list[dict[str, Any]], prefix: str) -> Iterator[tuple[str, Shape]]:
    for column in properties:
        path = f"{prefix}{column['name']}"
        items = column.get("items", {})
        physical = str(column.get("physicalType", column["logicalType"]))
        codes = [*_codes(column), *_codes(items)]
        yield path, Shape(physical.removesuffix(", nullable"), not column.get("required", False), tuple(codes))
        yield from _columns([*column.get("properties", []), *items.get("properties", [])], f"{path}.")


def _codes(column: Mapping[str, Any]) -> list[str]:
    stated = [rule["arguments"]["validValues"] for rule in column.get("quality", []) if "arguments" in rule]
    return [str(code) for codes in stated for code in codes]


def breaking(old: Shapes, new: Shapes) -> list[str]:
    """What breaks readers: a table or column gone, a key or type changed, a term lost; empty when nothing does."""
    found = [f"table {name} is gone" for name in sorted(old.keys() - new.keys())]
    for name in sorted(old.keys() & new.keys()):
        before, after = old[name], new[name]
        if before.key != after.key:
            found.append(f"the key of {name} was {', '.join(before.key)}, is {', '.join(after.key)}")
        for path, column in before.columns.items():
            found.extend(_broken(f"{name}.{path}", column, after.columns.get(path)))
    return found


def _broken(place: str, before: Shape, after: Shape | None) -> Iterator[str]:
    if after is None:
        yield f"{place} is gone"
        return
    if before.type != after.type:
        yield f"{place} was {before.type}, is {after.type}"
    if before.codes and not after.codes:
        yield f"{place} is no longer a closed vocabulary"
    elif lost := [code for code in before.codes if code not in after.codes]:
        yield f"{place} lost the term{'s' if len(lost) > 1 else ''} {', '.join(lost)}"


def additions(old: Shapes, new: Shapes) -> list[str]:
    """What is new: tables, columns and terms that readers of the old release need not know."""
    found = [f"table {name} is new" for name in sorted(new.keys() - old.keys())]
    for name in sorted(old.keys() & new.keys()):
        for path, column in new[name].columns.items():
            before = old[name].columns.get(path)
            if before is None:
                found.append(f"{name}.{path} is new")
            elif before.codes and (terms := [code for code in column.codes if code not in before.codes]):
                found.append(f"{name}.{path} has the new term{'s' if len(terms) > 1 else ''} {', '.join(terms)}")
    return found


def reshaped(old: Shapes, new: Shapes) -> frozenset[tuple[str, str]]:
    """The columns whose shape differs, by table and name; a table that is new counts under an empty name."""
    found = {(name, "") for name in new.keys() - old.keys()}
    for name in old.keys() & new.keys():
        before, after = old[name].columns, new[name].columns
        found |= {(name, path.split(".")[0]) for path in after if before.get(path) != after[path]}
    return frozenset(found)


def needs_step(old_version: str, new_version: str) -> bool:
    """Whether a breaking change lacks its step: the first number of the schema version must have grown.

    >>> needs_step("1.0", "1.4"), needs_step("1.4", "2.0"), needs_step("2.0", "10.0")
    (True, False, False)
    """
    return _major(new_version) <= _major(old_version)


def _major(version: str) -> int:
    head = version.split(".")[0]
    return int(head) if head.isdecimal() else 0
