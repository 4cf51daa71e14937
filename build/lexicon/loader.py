"""The loader of data files: each is parsed once and then shared."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def load_yaml(name: str) -> dict[str, Any]:
    """The content of `data/<name>.yml`; callers must not change it.

    Raises:
        ValueError: the file is no mapping.
    """
    content = yaml.safe_load(files("newsledger.build.lexicon").joinpath(f"data/{name}.yml").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise ValueError(f"{name}.yml does not hold a mapping")
    return content
