"""Load every config of a release as its users will, with a cache of its own."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

from newsledger.schema.manifest import FILE_NAME, Manifest
from newsledger.schema.problem import PublisherError


def verify_loads(folder: Path) -> dict[str, int]:
    """Load each table with `datasets` and compare its rows and columns with the manifest; rows by table.

    The cache is new each time: the library's own cache goes by the folder's name alone and would hand back the rows
    of an earlier release.

    Raises:
        PublisherError: a table does not load, or not as the manifest says.
    """
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    import datasets

    datasets.utils.logging.disable_progress_bar()
    manifest = Manifest.model_validate(json.loads((folder / FILE_NAME).read_text(encoding="utf-8")))
    configs = sorted(datasets.get_dataset_config_names(str(folder)))
    if configs != sorted(manifest.tables):
        raise PublisherError(f"{folder}/README.md: configs {configs} are not the tables {sorted(manifest.tables)}.")
    found = {}
    with tempfile.TemporaryDirectory(prefix="newsledger-") as cache:
        for name, entry in manifest.tables.items():
            found[name] = _rows(folder, name, cache)
            if found[name] != entry.rows:
                raise PublisherError(f"{folder}: {name} loads {found[name]} rows, the manifest states {entry.rows}.")
    return found


def _rows(folder: Path, table: str, cache: str) -> int:
    import datasets

    try:
        loaded = datasets.load_dataset(str(folder), table, split="train", cache_dir=cache)
        return int(loaded.num_rows)
    except (datasets.exceptions.DatasetsError, ValueError, OSError) as error:
        raise PublisherError(f"{folder}: table {table} does not load: {' '.join(str(error).split())[:300]}") from error
