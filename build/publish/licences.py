"""The licences a dataset may carry, by their Hugging Face ids."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files

import yaml

from newsledger.schema.problem import PublisherError


@dataclass(frozen=True)
class Licence:
    """One licence; `spdx` and `url` are None for `other` and `unknown`."""

    id: str
    name: str
    spdx: str | None = None
    url: str | None = None


@functools.cache
def _licences() -> dict[str, Licence]:
    text = files("newsledger.build.publish").joinpath("data/licences.yml").read_text(encoding="utf-8")
    return {key: Licence(id=key, **facts) for key, facts in yaml.safe_load(text).items()}


def licence_of(identifier: str) -> Licence:
    """The licence of an id.

    >>> licence_of("cc-by-4.0").spdx
    'CC-BY-4.0'

    Raises:
        PublisherError: the id is none the Hub knows.
    """
    known = _licences()
    if identifier not in known:
        near = [key for key, licence in known.items() if (licence.spdx or "").lower() == identifier.lower()]
        remedy = f"write `{near[0]}`" if near else f"use one of {', '.join(known)}"
        raise PublisherError(f"dataset.yml: licence `{identifier}` is no Hugging Face licence id; {remedy}.")
    return known[identifier]
