"""What the dataset contains: one pydantic model per table, the only place where a column is described.

`TABLES` maps table names to models. It is discovered when first asked for (a new module with a `Row` subclass is a new
table), so that importing one small module of this package stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsledger.schema.row import Row

SCHEMA_VERSION = "1.0"
TABLES: dict[str, type[Row]]


def __getattr__(name: str) -> Any:
    if name == "TABLES":
        from newsledger.schema.tables import discover

        return discover()
    raise AttributeError(name)
