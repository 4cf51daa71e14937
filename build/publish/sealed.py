"""A finished release as its seals state it: which files it consists of, each with its hash."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from newsledger.build.publish.files import release_files, sha256_file
from newsledger.schema.manifest import CHECKSUMS, FILE_NAME, Manifest
from newsledger.schema.problem import PublisherError

VERSION = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z_+-]|\.(?!\.|lock$|$))*")


@dataclass(frozen=True)
class Sealed:
    """A release whose files are what its checksums say; `files` holds every file's SHA-256, the seals' too."""

    folder: Path
    manifest: Manifest
    files: dict[str, str]

    @property
    def tag(self) -> str:
        """The tag that its version has on the Hub."""
        return f"v{self.manifest.version}"

    @property
    def in_order(self) -> list[str]:
        """Every file in the order to write them: the manifest and, last of all, the checksums complete a release."""
        return sorted(self.files, key=lambda path: (path == CHECKSUMS, path == FILE_NAME, path))

    def git_sha1(self, path: str) -> str:
        """The name git gives a file's content."""
        content = (self.folder / path).read_bytes()
        return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


@dataclass(frozen=True)
class Plan:
    """What must be done to a target so that it holds a release."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    deleted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.deleted)


def read_sealed(folder: Path) -> Sealed:
    """A finished release, its files checked against its checksums.

    Raises:
        PublisherError: there is no finished release, a file is missing, changed or unlisted, or its version is unfit.
    """
    try:
        manifest = Manifest.model_validate_json((folder / FILE_NAME).read_bytes())
        lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise PublisherError(
            f"{folder}: holds no finished release ({FILE_NAME} or {CHECKSUMS}: {error.strerror}); build one first."
        ) from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise PublisherError(f"{folder}/{FILE_NAME}: is not what newsledger wrote; build the release again.") from error
    if not VERSION.fullmatch(manifest.version):
        raise PublisherError(
            f"{folder}: version {manifest.version!r} cannot be a tag; use letters, digits, '.', '-', '_' and '+' in "
            "dataset.yml, and build again."
        )
    stated = {path: digest for digest, _, path in (line.partition("  ") for line in lines)}
    _demand_same(folder, stated)
    return Sealed(folder, manifest, {**stated, CHECKSUMS: sha256_file(folder / CHECKSUMS)})


def _demand_same(folder: Path, stated: dict[str, str]) -> None:
    """The files there are, all of them, are the ones the checksums state."""
    present = set(release_files(folder)) - {CHECKSUMS}
    wrong = [path for path in sorted(present & set(stated)) if sha256_file(folder / path) != stated[path]]
    for paths, injury in (
        (sorted(set(stated) - present), "is missing"),
        (wrong, f"is not as {CHECKSUMS} states it"),
        (sorted(present - set(stated)), f"is not listed in {CHECKSUMS}"),
    ):
        if paths:
            raise PublisherError(f"{folder}/{paths[0]} {injury}{_more(paths)}; nothing was published. Build again.")


def _more(paths: list[str]) -> str:
    return f" (and {len(paths) - 1} more)" if len(paths) > 1 else ""


def named(paths: Iterable[str], at_most: int = 3) -> str:
    """The first few of some files, for a sentence.

    >>> named(["a", "b", "c", "d", "e"])
    'a, b, c and 2 more'
    """
    paths = list(paths)
    rest = len(paths) - at_most
    return ", ".join(paths[:at_most]) + (f" and {rest} more" if rest > 0 else "")
