"""Patterns of a data file, each with texts in which it must match, and texts in which it must not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsledger.build.lexicon.loader import load_yaml

WAYS = ("search", "match", "fullmatch")


@dataclass(frozen=True)
class Pattern:
    """A pattern, how it meets its text, and its examples and counterexamples."""

    name: str
    pattern: re.Pattern[str]
    way: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def holds(self, text: str) -> bool:
        """Whether the pattern meets a text in its way."""
        ways = {"search": self.pattern.search, "match": self.pattern.match, "fullmatch": self.pattern.fullmatch}
        return ways[self.way](text) is not None

    def failures(self) -> list[str]:
        """The examples in which it does not match, and the counterexamples in which it does."""
        missed = [text for text in self.examples if not self.holds(text)]
        return missed + [text for text in self.counterexamples if self.holds(text)]


def any_of(patterns: Iterable[Pattern]) -> re.Pattern[str]:
    """One pattern for what any of some patterns with the same flags matches."""
    return re.compile("|".join(f"(?:{one.pattern.pattern})" for one in patterns))


def _pattern(file: str, name: str, raw: Mapping[str, Any]) -> Pattern:
    """One pattern of a data file."""
    way = raw.get("way", "search")
    if not raw.get("examples") or not raw.get("counterexamples") or way not in WAYS:
        raise ValueError(f"{file}.yml: {name} needs examples, counterexamples and a way of {', '.join(WAYS)}")
    pattern = re.compile(raw["pattern"], re.IGNORECASE if raw.get("ignore_case") else 0)
    return Pattern(name, pattern, way, tuple(raw["examples"]), tuple(raw["counterexamples"]))


@cache
def load_patterns(package: str, file: str) -> dict[str, Pattern]:
    """The patterns of `data/<file>.yml` of a package, by name.

    Raises:
        ValueError: one lacks examples or counterexamples, or its way is none.
    """
    return {name: _pattern(file, name, raw) for name, raw in load_yaml(file, package).items()}


@cache
def load_sections(package: str, file: str) -> dict[str, tuple[Pattern, ...]]:
    """The patterns of `data/<file>.yml` of a package that lists them by section, each with its id.

    Raises:
        ValueError: one lacks examples or counterexamples, or its way is none.
    """
    sections = load_yaml(file, package)
    return {title: tuple(_pattern(file, raw["id"], raw) for raw in listed) for title, listed in sections.items()}
