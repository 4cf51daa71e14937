"""The files of a finished release against its checksums and its manifest, and its documents against both."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from newsledger.schema import TABLES
from newsledger.schema.content import content_sha256
from newsledger.schema.manifest import CHECKSUMS, FILE_NAME, Manifest
from newsledger.validation.documents import check_documents
from newsledger.validation.history import check_previous
from newsledger.validation.report import RELEASE, CheckResult, outcome
from newsledger.validation.tables import Tables, parquet_path

LINE = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def check_files(folder: Path, tables: Tables) -> list[CheckResult]:
    """Checksums, stray files, row counts and content hashes; nothing to check in a folder still being built."""
    results: list[CheckResult] = []
    finished = (folder / CHECKSUMS).is_file() or (folder / FILE_NAME).is_file()
    if not finished:
        return results
    results += _checksums(folder)
    manifest, problem = read_manifest(folder)
    reason = f"{FILE_NAME} can be read."
    detail = f"It cannot: {problem}." if problem else ""
    results.append(outcome("manifest.readable", RELEASE, reason, 1, [FILE_NAME] if problem else [], detail=detail))
    if manifest is not None:
        results += [*_counts(manifest, tables), *_listed(folder, manifest)]
        results += [*check_documents(folder, manifest, tables), *check_previous(folder, tables, manifest)]
    return results


def read_manifest(folder: Path) -> tuple[Manifest | None, str]:
    """The manifest, or None and why it cannot be read."""
    try:
        return Manifest.model_validate_json((folder / FILE_NAME).read_bytes()), ""
    except OSError as error:
        return None, error.strerror or "no such file"
    except ValidationError as error:
        first = error.errors()[0]
        return None, f"{'.'.join(str(part) for part in first['loc']) or 'top level'}: {first['msg']}"


def sha256_file(path: Path) -> str | None:
    """The SHA-256 of a file, None when there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def files_of(folder: Path) -> list[str]:
    """Every file of a folder, relative, sorted; hidden ones too."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _checksums(folder: Path) -> Iterator[CheckResult]:
    """One result for the files of each table, and one for all others."""
    lines = [LINE.fullmatch(line) for line in _lines(folder / CHECKSUMS)]
    stated = {match[2]: match[1] for match in lines if match}
    reason = f"{CHECKSUMS} is there and every line of it is a checksum and a file."
    broken = [str(number) for number, match in enumerate(lines, 1) if not match] or ([] if stated else [CHECKSUMS])
    yield outcome("checksums.readable", RELEASE, reason, max(len(lines), 1), broken)
    groups: dict[str, list[str]] = {}
    for path in stated:
        groups.setdefault(_table_of(path), []).append(path)
    for table, paths in sorted(groups.items()):
        wrong = [path for path in paths if sha256_file(folder / path) != stated[path]]
        detail = " ".join(f"{path} {_injury(folder / path)}." for path in wrong[:3])
        reason = f"Each file has the SHA-256 that {CHECKSUMS} states."
        yield outcome("file.checksum", table, reason, len(paths), wrong, detail=detail)
    strays = [path for path in files_of(folder) if path not in stated and path != CHECKSUMS]
    yield outcome("file.listed", RELEASE, f"Every file is listed in {CHECKSUMS}.", len(stated) + 1, strays)


def _injury(path: Path) -> str:
    return "is changed" if path.is_file() else "is missing"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return []


def _table_of(path: str) -> str:
    parts = path.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == "data" and parts[1] in TABLES else RELEASE


def _listed(folder: Path, manifest: Manifest) -> Iterator[CheckResult]:
    """The manifest's own list of files: sizes and hashes."""
    wrong = [
        entry.path
        for entry in manifest.files
        if not (folder / entry.path).is_file()
        or (folder / entry.path).stat().st_size != entry.bytes
        or sha256_file(folder / entry.path) != entry.sha256
    ]
    reason = f"Each file is as {FILE_NAME} states it."
    yield outcome("manifest.files", RELEASE, reason, len(manifest.files), wrong)


def _counts(manifest: Manifest, tables: Tables) -> Iterator[CheckResult]:
    """Rows and content of each table as the manifest states them."""
    for name in TABLES:
        entry, table = manifest.tables.get(name), tables.arrow.get(name)
        if entry is None and table is None:
            continue
        stated, found = entry.rows if entry else 0, table.num_rows if table is not None else 0
        wrong = [parquet_path(name)] if stated != found else []
        detail = f"{FILE_NAME} states {stated} rows, {parquet_path(name)} holds {found}." if wrong else ""
        yield outcome("manifest.rows", name, f"{FILE_NAME} states the rows there are.", 1, wrong, detail=detail)
        if entry is not None and table is not None and set(TABLES[name].KEY) <= set(table.column_names):
            same = content_sha256(table, TABLES[name].KEY) == entry.content_sha256
            reason = f"The rows hash to the content_sha256 of {FILE_NAME}."
            yield outcome("manifest.content", name, reason, 1, [] if same else [parquet_path(name)])
