"""The `dataset.yml` that `newsledger init` writes."""

from __future__ import annotations

from pathlib import Path

import yaml

from newsledger.build.read.dataset import FILE_NAME, dataset_name
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError

TEMPLATE = """\
# The name and rights of this dataset. `newsledger build` reads this file and copies it into the release.
name: {name}
title: {title}, claims from news
# A Hugging Face licence id for the data (not for the articles, whose text is never released).
licence: cc-by-4.0
version: 0.1.0
# excerpt: at most 25 words of evidence a row, for local work; offsets: none, for public releases.
evidence: excerpt
maintainers:
  - name: Your Name
"""


def write_dataset(folder: Path, name: str | None = None) -> Path:
    """Write a `dataset.yml` into a folder of articles.

    Raises:
        PublisherError: the folder is missing, already has one, the name is unfit, or the file cannot be written.
    """
    if not folder.is_dir():
        raise PublisherError(f"{folder}: no such folder; make it and put the articles there.")
    file = folder / FILE_NAME
    if file.exists():
        raise PublisherError(f"{file}: exists already; edit it, or remove it first.")
    chosen = name or dataset_name(folder.resolve().name)
    try:
        DatasetConfig(name=chosen)
    except ValueError as error:
        raise PublisherError(f"{chosen!r}: no fit name; use letters, digits, '-', '_' and '.', 96 at most.") from error
    try:
        file.write_text(TEMPLATE.format(name=_quoted(chosen), title=chosen), encoding="utf-8")
    except OSError as error:
        raise PublisherError(f"{file}: cannot be written ({error.strerror}); check the permissions.") from error
    return file


def _quoted(name: str) -> str:
    """The name as YAML reads it back: quoted where it would be a number, a date or a truth value."""
    return name if yaml.safe_load(name) == name else f'"{name}"'
