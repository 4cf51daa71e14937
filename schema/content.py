"""A hash of a table's rows that does not depend on what wrote them."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

import pyarrow as pa


def content_sha256(table: pa.Table, key: tuple[str, ...]) -> str:
    """SHA-256 over the rows in key order, each as canonical JSON and a newline.

    >>> one = pa.table({"id": ["b", "a"], "n": [1, None]})
    >>> content_sha256(one, ("id",)) == content_sha256(one.take([1, 0]), ("id",))
    True
    """
    digest = hashlib.sha256()
    for batch in table.sort_by([(name, "ascending") for name in key]).to_batches(max_chunksize=10_000):
        for row in batch.to_pylist():
            digest.update(canonical_line(row).encode())
    return digest.hexdigest()


def canonical_line(row: dict[str, Any]) -> str:
    r"""One row as canonical JSON: sorted keys, no spaces, not ASCII-escaped, dates in ISO form.

    >>> canonical_line({"b": date(2024, 5, 1), "a": "é"})
    '{"a":"é","b":"2024-05-01"}\n'
    """
    return json.dumps(row, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=_iso) + "\n"


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no canonical form")
