"""Jinja2 templates of this package, filled in the same way everywhere."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined


def fill(name: str, **context: Any) -> str:
    """A template by its file name, filled; HTML is escaped, an unknown name in a template is an error."""
    text = files("newsledger.build.publish").joinpath("templates").joinpath(name).read_text(encoding="utf-8")
    environment = Environment(
        autoescape=".html" in name,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = lambda value: " ".join(str(value).split()).replace("|", "\\|")
    environment.filters["thousands"] = lambda value: f"{value:,}"
    environment.filters["percent"] = percent
    return environment.from_string(text).render(**context)


def percent(share: float) -> str:
    """A share as readers write it; only all is 100 %, only none is 0 %.

    >>> percent(1), percent(0.9999), percent(0.5), percent(0.0001), percent(0)
    ('100 %', '99.9 %', '50 %', '0.1 %', '0 %')
    """
    if share in (0, 1):
        return f"{share:.0%}".replace("%", " %")
    text = f"{min(max(share * 100, 0.1), 99.9):.1f}".removesuffix(".0")
    return f"{text} %"
