"""Text files of a release: UTF-8, newlines as they are, the same bytes for the same content."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any


def write(folder: Path, path: str, content: str) -> None:
    """Write one text file of the release."""
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8", newline="")


def json_text(content: Any) -> str:
    """A JSON file's text; keys stay in the order given."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def write_json(folder: Path, path: str, content: Any) -> None:
    """Write one JSON file of the release."""
    write(folder, path, json_text(content))


def release_files(folder: Path) -> list[str]:
    """Every file of a folder, relative and sorted."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def sha256_file(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
