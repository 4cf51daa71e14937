"""Publish a release into a folder or an object store: one folder per version, complete only with its checksums."""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.build.publish.sealed import Plan, Sealed, named
from newsledger.build.publish.target import Kind, Published, Status, Target
from newsledger.schema.manifest import CHECKSUMS
from newsledger.schema.problem import PublisherError

PART = ".part"


@dataclass(frozen=True)
class Place:
    """The folder of one version, `<target>/<dataset>/<version>`, in a file system of fsspec."""

    system: Any
    folder: str
    local: bool

    def at(self, path: str) -> str:
        """Where a file of the release goes."""
        return f"{self.folder}/{path}"

    def sizes(self) -> dict[str, int]:
        """The files there are, each with its size; none when there is no such folder."""
        try:
            found = self.system.find(self.folder, detail=True)
        except FileNotFoundError:
            return {}
        return {name.removeprefix(self.folder).lstrip("/"): int(entry["size"]) for name, entry in found.items()}

    def put(self, source: Path, path: str) -> None:
        """Write one file, whole or not at all."""
        if not self.local:
            self.system.put_file(str(source), self.at(path))
            return
        target = Path(self.at(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + PART)
        shutil.copyfile(source, part)
        part.replace(target)

    def sha256(self, path: str) -> str:
        """The SHA-256 of a file as it is there."""
        with self.system.open(self.at(path), "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def publish_to_storage(release: Sealed, target: Target, dry_run: bool) -> Published:
    """Publish a release under `<target>/<dataset>/<version>/`; its checksums come last and complete it.

    Raises:
        PublisherError: the version is there with other content, the folder holds other files, or the target cannot be
            reached or written; without its checksums a version is not published, and a later run completes it.
    """
    manifest = release.manifest
    with _in_a_sentence(target):
        place = _open(target, manifest.dataset, manifest.version)
        if place.local and Path(place.folder).resolve().is_relative_to(release.folder.resolve()):
            raise PublisherError(f"{target.address}: would hold the version inside the release; name another folder.")
        there = place.sizes()
        plan = _plan(place, release, there)
    where = place.folder if place.local else place.system.unstrip_protocol(place.folder)
    status = Status.UNCHANGED if not plan else Status.PLANNED if dry_run else Status.PUBLISHED
    if status is Status.PUBLISHED:
        with _in_a_sentence(target):
            _upload(place, release, plan)
    return Published(status, target, manifest.version, where, plan, creates=not there)


def _open(target: Target, dataset: str, version: str) -> Place:
    """The place of a version; nothing is read yet.

    Raises:
        PublisherError: no file system is known for the address, or its package is not installed.
    """
    from fsspec.core import url_to_fs

    local = target.kind is Kind.FOLDER
    address = str(Path(target.address).expanduser()) if local and "://" not in target.address else target.address
    try:
        system, root = url_to_fs(address, skip_instance_cache=True)
    except ImportError as error:
        extra = "newsledger[s3]" if address.startswith("s3") else str(error)
        raise PublisherError(f"{address}: needs a package that is not installed: {extra}.") from error
    return Place(system, "/".join([root.rstrip("/"), dataset, version]), local)


def _plan(place: Place, release: Sealed, there: dict[str, int]) -> Plan:
    """What must be written: nothing, all of it, or what is missing of a version that was complete.

    Raises:
        PublisherError: the version is complete with other content, or holds files that are no part of the release.
    """
    strange = [path for path in sorted(there) if path.removesuffix(PART) not in release.files]
    sealed = CHECKSUMS in there
    if sealed and (strange or place.sha256(CHECKSUMS) != release.files[CHECKSUMS]):
        raise PublisherError(
            f"{place.folder}: is published already with other content, and a version never changes; give the release "
            "a new `version` in dataset.yml, build and publish again. Nothing was changed."
        )
    if strange:
        raise PublisherError(
            f"{place.folder}: is no release and holds {named(strange)}, which is no part of this one; remove the "
            "folder and publish again. Nothing was changed."
        )
    absent = [path for path in sorted(release.files) if path not in there]
    present = [path for path in sorted(release.files) if path in there]
    if sealed:
        present = [path for path in present if there[path] != (release.folder / path).stat().st_size]
    return Plan(added=tuple(absent), changed=tuple(present))


def _upload(place: Place, release: Sealed, plan: Plan) -> None:
    """Write the files, read each back, and seal them with the manifest and the checksums."""
    due = {*plan.added, *plan.changed}
    for path in [path for path in release.in_order if path in due]:
        if path == CHECKSUMS:
            _read_back(place, release, due - {CHECKSUMS})
        place.put(release.folder / path, path)
    place.system.invalidate_cache()
    _read_back(place, release, {CHECKSUMS} & due or due)


def _read_back(place: Place, release: Sealed, paths: set[str]) -> None:
    for path in sorted(paths):
        if place.sha256(path) != release.files[path]:
            raise PublisherError(
                f"{place.at(path)}: is not what was written; somebody else publishes there too, or it is at fault. "
                "Run the same command again."
            )


@contextmanager
def _in_a_sentence(target: Target) -> Iterator[None]:
    """Turn a trouble of the storage into a sentence.

    Raises:
        PublisherError: instead of any error of the file system or of its client.
    """
    try:
        yield
    except _troubles() as error:
        reason = " ".join(str(getattr(error, "strerror", None) or error or type(error).__name__).split())[:200]
        raise PublisherError(
            f"{target.address}: cannot be published to ({type(error).__name__}: {reason.rstrip('.')}). No release is "
            "complete there without SHA256SUMS; earlier versions are whole. Run the same command again."
        ) from None


def _troubles() -> tuple[type[BaseException], ...]:
    """What storage clients raise; the one for S3 counts only once it is in use."""
    client = sys.modules.get("botocore.exceptions")
    return (OSError, ValueError) if client is None else (OSError, ValueError, client.BotoCoreError, client.ClientError)
