"""Where a release is written: beside its target, then moved into place whole, or not at all."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsledger.build.publish.files import release_files
from newsledger.schema.manifest import CHECKSUMS, FILE_NAME, GENERATOR
from newsledger.schema.problem import PublisherError


@contextmanager
def staging_folder(target: Path) -> Iterator[Path]:
    """A new folder beside the target, gone again when the block ends in whatever way.

    Raises:
        PublisherError: the target is not ours to replace, or its parent cannot be written.
    """
    check_target(target)
    made = [parent for parent in target.absolute().parents if not parent.exists()]
    staging = target.absolute().parent / f".{target.name}.staging-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        try:
            staging.mkdir(parents=True)
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            _remove_empty(made)
    except OSError as error:
        raise PublisherError(_cannot_write(target, error)) from error


def _remove_empty(folders: list[Path]) -> None:
    """Take away the folders made for a release that did not come, innermost first."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


def _cannot_write(target: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f"{target}: cannot be written ({reason}); make room or name another folder with --out. Nothing was changed."


def check_target(target: Path) -> None:
    """Refuse to replace what is not a release of ours.

    Raises:
        PublisherError: the target is a file, or holds files that no release of ours put there.
    """
    if target.is_symlink() or (target.exists() and not target.is_dir()):
        raise PublisherError(f"{target}: is not a folder; move it away or name another folder with --out.")
    try:
        present = release_files(target) if target.is_dir() else []
        strange = [path for path in present if path not in _own_files(target)]
    except OSError as error:
        raise PublisherError(f"{target}: cannot be read ({error.strerror}); name another folder with --out.") from error
    if strange:
        raise PublisherError(
            f"{target}: holds {strange[0]}, which no release of newsledger put there"
            + (f" (and {len(strange) - 1} more)" if len(strange) > 1 else "")
            + "; move it away or name another folder with --out. Nothing was changed."
        )


def _own_files(target: Path) -> set[str]:
    """The files that the release in a folder lists as its own; none when there is no release of ours."""
    try:
        manifest = json.loads((target / FILE_NAME).read_bytes())
    except (FileNotFoundError, json.JSONDecodeError, UnicodeDecodeError):
        return set()
    if not isinstance(manifest, dict) or manifest.get("generator") != GENERATOR:
        return set()
    listed = manifest.get("files")
    entries = listed if isinstance(listed, list) else []
    return {FILE_NAME, CHECKSUMS} | {str(entry.get("path")) for entry in entries if isinstance(entry, dict)}


def publish_into(staging: Path, target: Path) -> None:
    """Move a finished release into place; on any failure or interruption the previous one stays as it was.

    Raises:
        PublisherError: the target is not ours to replace, or cannot be written.
    """
    check_target(target)
    aside = target.absolute().parent / f".{target.name}.previous-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        if target.exists():
            target.rename(aside)
        staging.chmod(0o755)
        staging.rename(target)
    except BaseException as error:
        if aside.exists() and not target.exists():
            aside.rename(target)
        if isinstance(error, OSError):
            raise PublisherError(_cannot_write(target, error)) from error
        raise
    finally:
        if aside.exists() and target.exists():
            shutil.rmtree(aside, ignore_errors=True)
