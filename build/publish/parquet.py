"""One table as one Parquet file: sorted by key, the same bytes for the same rows and the same pyarrow."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from newsledger.build.publish.features import features
from newsledger.schema.arrow import to_table
from newsledger.schema.row import Row


def shard(table: str) -> str:
    """Where a table lies, relative to the release."""
    return f"data/{table}/train-00000-of-00001.parquet"


def write_parquet(folder: Path, model: type[Row], rows: Sequence[Row]) -> None:
    """Write the rows of one table, unless there are none: a table without rows cannot be loaded."""
    if not rows:
        return
    write_table(folder, model, to_table(model, rows))


def write_table(folder: Path, model: type[Row], table: pa.Table) -> None:
    """Write an Arrow table whose rows lie in key order, with nothing of its own metadata."""
    path = folder / shard(model.TABLE)
    path.parent.mkdir(parents=True, exist_ok=True)
    metadata = {"huggingface": json.dumps({"info": {"features": features(model)}}, sort_keys=True)}
    pq.write_table(
        table.combine_chunks().replace_schema_metadata(metadata),
        path,
        compression="zstd",
        compression_level=9,
        version="2.6",
        row_group_size=1_000_000,
        use_content_defined_chunking=True,
        write_page_index=True,
        write_page_checksum=True,
    )


def read_parquet(folder: Path, table: str) -> pa.Table | None:
    """The rows of a table as published; None when it has none."""
    path = folder / shard(table)
    return pq.ParquetFile(path).read() if path.is_file() else None
