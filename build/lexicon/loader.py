"""The loader of data files: each is parsed once and then shared."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LEXICON = "newsledger.build.lexicon"


@cache
def load_yaml(name: str, package: str = LEXICON) -> dict[str, Any]:
    """The content of `data/<name>.yml` of a package; callers must not change it.

    Raises:
        ValueError: the file is no mapping.
    """
    text = files(package).joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(content, dict):
        raise ValueError(f"{name}.yml does not hold a mapping")
    return content


def csv_rows(text: str) -> Iterator[dict[str, str]]:
    r"""The rows of a CSV text; lines that start with # are its header.

    >>> list(csv_rows("# from GeoNames\nname,code\nTervola,7"))
    [{'name': 'Tervola', 'code': '7'}]
    """
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a CSV file of the lexicon."""
    return csv_rows(files(LEXICON).joinpath(f"data/{name}").read_text(encoding="utf-8"))
