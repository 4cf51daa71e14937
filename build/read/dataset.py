"""`dataset.yml`: read one, find the one beside the articles, or make do with the folder's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError

FILE_NAME = "dataset.yml"
VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]*")
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class _Loader(yaml.SafeLoader):
    """YAML in which a key stands once, and 1.10 stays what it is written as."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A mapping; a key that stands twice is an error."""
        keys = [key.value for key, _ in node.value]
        for key in keys:
            if keys.count(key) > 1:
                raise yaml.constructor.ConstructorError(None, None, f"says {key!r} twice", node.start_mark)
        return super().construct_mapping(node, deep)


def _as_written(_: _Loader, node: yaml.ScalarNode) -> str:
    return str(node.value)


_Loader.add_constructor("tag:yaml.org,2002:float", _as_written)


def read_dataset(file: Path) -> DatasetConfig:
    """Read one `dataset.yml`.

    Raises:
        PublisherError: the file is missing, is no YAML mapping, or says something the format does not know.
    """
    try:
        content = _load(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PublisherError(f"{file}: no such file; `newsledger init` writes one.") from error
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise PublisherError(f"{file}: cannot be read as YAML ({_one_line(error)}); correct the file.") from error
    except RecursionError as error:
        raise PublisherError(f"{file}: nested too deep; correct the file.") from error
    if not isinstance(content, dict):
        raise PublisherError(f"{file}: holds no `key: value` lines; `newsledger init` writes an example.")
    try:
        config = DatasetConfig(**{key: _plain(value) for key, value in content.items()})
    except (ValidationError, TypeError) as error:
        raise PublisherError(f"{file}: {_first(error)}; correct the value or remove the key.") from error
    _demand_fit(config, file)
    return config


def _demand_fit(config: DatasetConfig, file: Path) -> None:
    """Refuse a version that names no tag, a day no calendar has, and characters that are no text."""
    if not VERSION.fullmatch(config.version):
        raise PublisherError(f"{file}: version: {config.version!r} is no version; write it like 0.1.0.")
    if config.released is not None:
        try:
            date.fromisoformat(config.released)
        except ValueError as error:
            raise PublisherError(
                f"{file}: released: {config.released!r} is no date; write it as 2024-09-25."
            ) from error
    if unfit := UNFIT.search("".join(_strings(config.model_dump(mode="python")))):
        raise PublisherError(f"{file}: holds U+{ord(unfit[0]):04X}, which is no text; remove it.")


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from (*_strings(key), *_strings(inner))
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)


def _load(text: str) -> object:
    return yaml.load(text, Loader=_Loader)


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
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "extra_forbidden":
        return f"{where}: unknown key (known are {', '.join(DatasetConfig.model_fields)})"
    return f"{where}: {first['msg'][:1].lower()}{first['msg'][1:]}"


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
