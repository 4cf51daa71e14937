"""The patterns of the statements extractor, compiled once from data/patterns.yml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True)
class PatternRule:
    """A pattern with the texts at whose beginning it must match, and must not."""

    id: str
    pattern: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def pattern_rules() -> dict[str, tuple[PatternRule, ...]]:
    """All pattern rules by section.

    Raises:
        ValueError: a rule lacks an example or a counterexample.
    """
    raw = yaml.safe_load(files(__package__).joinpath("data/patterns.yml").read_text(encoding="utf-8"))
    sections: dict[str, tuple[PatternRule, ...]] = {}
    for section, rules in raw.items():
        if bare := [rule["id"] for rule in rules if not rule.get("examples") or not rule.get("counterexamples")]:
            raise ValueError(f"patterns.yml: {bare} need examples and counterexamples")
        sections[section] = tuple(
            PatternRule(r["id"], r["pattern"], tuple(r["examples"]), tuple(r["counterexamples"])) for r in rules
        )
    return sections


@cache
def section(*names: str, ignore_case: bool = False) -> re.Pattern[str]:
    """One pattern that matches what any rule of the sections matches."""
    parts = [f"(?:{rule.pattern})" for name in names for rule in pattern_rules()[name]]
    return re.compile("|".join(parts), re.IGNORECASE if ignore_case else 0)
