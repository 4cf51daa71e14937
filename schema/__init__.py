"""What the dataset contains: one pydantic model per table, the only place where a column is described.

`TABLES` is discovered: a new module here with a `Row` subclass is a new table, in the order of `ORDER`, then by name.
"""

from __future__ import annotations

import importlib
import pkgutil

from newsledger.schema.row import Row

SCHEMA_VERSION = "1.0"
ORDER = ("articles", "events", "casualties", "statements", "evacuations")


def _discover() -> dict[str, type[Row]]:
    """Every concrete `Row` defined in a module of this package, by table name."""
    found: dict[str, type[Row]] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, Row) and "TABLE" in vars(value):
                found[value.TABLE] = value
    rest = sorted(set(found) - set(ORDER))
    return {name: found[name] for name in (*ORDER, *rest)}


TABLES: dict[str, type[Row]] = _discover()
