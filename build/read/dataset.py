"""`dataset.yml`: read one, find the one beside the articles, or make do with the folder's name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError

FILE_NAME = "dataset.yml"


def read_dataset(file: Path) -> DatasetConfig:
    """Read one `dataset.yml`.

    Raises:
        PublisherError: the file is missing, is no YAML mapping, or says something the format does not know.
    """
    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PublisherError(f"{file}: no such file; `newsledger init` writes one.") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise PublisherError(f"{file}: cannot be read as YAML ({_one_line(error)}); correct the file.") from error
    if not isinstance(content, dict):
        raise PublisherError(f"{file}: holds no `key: value` lines; `newsledger init` writes an example.")
    try:
        return DatasetConfig(**{key: _plain(value) for key, value in content.items()})
    except (ValidationError, TypeError) as error:
        raise PublisherError(f"{file}: {_first(error)}; correct the value or remove the key.") from error


def dataset_for(articles: Path, explicit: Path | None = None) -> DatasetConfig:
    """The dataset of some articles: the file named, else `dataset.yml` beside them, else defaults from the folder."""
    folder = articles if articles.is_dir() else articles.parent
    if explicit is not None:
        return read_dataset(explicit)
    if (folder / FILE_NAME).is_file():
        return read_dataset(folder / FILE_NAME)
    return DatasetConfig(name=dataset_name(folder.resolve().name))


def dataset_name(folder: str) -> str:
    """A dataset name from a folder name.

    >>> dataset_name("Sudan reports, May")
    'sudan-reports-may'
    >>> dataset_name("...")
    'articles'
    """
    return re.sub(r"[^a-z0-9._]+", "-", folder.lower()).strip("-._")[:96] or "articles"


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _first(error: ValidationError | TypeError) -> str:
    if isinstance(error, TypeError):
        return _one_line(error)
    first = error.errors()[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg'].lower()}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
