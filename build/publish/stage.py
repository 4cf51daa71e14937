"""The data of a release, written first for the checks to look at."""

from __future__ import annotations

from pathlib import Path

import yaml

from newsledger.build.publish.files import write
from newsledger.build.publish.parquet import write_parquet
from newsledger.build.publish.rights import clear
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.corrections import FILE_NAME as CORRECTIONS
from newsledger.schema.dataset import DatasetConfig

QUALITY = "quality_results"


def stage(built: Built, config: DatasetConfig, folder: Path) -> None:
    """Write the data of a release, cleared by the rights policy, and its copies of dataset.yml and the corrections."""
    tables = clear(built, config).tables
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in TABLES.items():
        if name != QUALITY:
            write_parquet(folder, model, tables.get(name, []))
    write(folder, "dataset.yml", dataset_yaml(config))
    if built.corrections is not None:
        write(folder, CORRECTIONS, built.corrections)


def dataset_yaml(config: DatasetConfig) -> str:
    """The dataset's description, from which the release can be rebuilt."""
    content = config.model_dump(mode="json", exclude_none=True)
    return yaml.safe_dump(content, sort_keys=False, allow_unicode=True)
