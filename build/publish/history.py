"""What a release says of the one before it: `changes`, `tombstones`, a changelog, an entry of the manifest."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsledger.build.publish.changelog import changelog
from newsledger.build.publish.changes import differences
from newsledger.build.publish.files import sha256_file
from newsledger.build.publish.parquet import write_parquet
from newsledger.build.publish.sealed import read_sealed
from newsledger.build.publish.sides import side_of_build, side_of_release
from newsledger.build.publish.tombstones import tombstones
from newsledger.schema.built import Built
from newsledger.schema.changes import Change
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.manifest import CHECKSUMS, PreviousEntry, TableChanges
from newsledger.schema.problem import PublisherError
from newsledger.schema.tombstones import Tombstone


@dataclass(frozen=True)
class History:
    """What finishing a release needs of its history, and the demand that a breaking schema makes."""

    changelog: str
    previous: PreviousEntry
    step_demand: str


def check_previous(previous: Path, config: DatasetConfig) -> None:
    """Refuse a previous release that cannot be one.

    Raises:
        PublisherError: it is damaged, of another dataset, or of the version that the new release is to have.
    """
    manifest = read_sealed(previous).manifest
    if manifest.dataset != config.name:
        raise PublisherError(
            f"{previous}: is a release of {manifest.dataset!r}, not of {config.name!r}; name a release of this dataset "
            "with --previous, or give dataset.yml its name."
        )
    if manifest.version == config.version:
        raise PublisherError(
            f"{previous}: has version {config.version} too; raise `version` in dataset.yml, or leave out --previous."
        )


def write_history(previous: Path, built: Built, config: DatasetConfig, staging: Path) -> History:
    """Compare the staged data with the previous release and write the tables that say what differs."""
    found = differences(side_of_release(previous), side_of_build(staging, built, config))
    write_parquet(staging, Change, found.changes)
    write_parquet(staging, Tombstone, tombstones(found))
    entry = PreviousEntry(
        version=found.old.version,
        checksums_sha256=sha256_file(previous / CHECKSUMS),
        changes={
            table.table: TableChanges(added=table.added, modified=table.modified, deleted=table.deleted)
            for table in found.tables
            if table.differs
        },
    )
    return History(changelog(found, config), entry, found.step_demand if found.lacks_step else "")
