"""The registry of tables: every `Row` subclass defined in a module of this package."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import newsledger.schema as package
from newsledger.schema.row import Row

ORDER = ("articles", "events", "casualties", "statements", "evacuations")
NOT_TABLES = frozenset({"arrow", "tables"})


@cache
def discover() -> dict[str, type[Row]]:
    """Every table by name: the five main ones first, then the rest by name."""
    found: dict[str, type[Row]] = {}
    for module in pkgutil.iter_modules(package.__path__):
        if module.name in NOT_TABLES:
            continue
        for value in vars(importlib.import_module(f"newsledger.schema.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Row) and "TABLE" in vars(value):
                found[value.TABLE] = value
    rest = sorted(set(found) - set(ORDER))
    return {name: found[name] for name in (*ORDER, *rest)}
