"""The patterns of the statements extractor, from data/patterns.yml."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.patterns import Pattern, load_sections


def pattern_rules() -> dict[str, tuple[Pattern, ...]]:
    """All patterns by section."""
    return load_sections(__package__, "patterns")


@cache
def section(*names: str) -> re.Pattern[str]:
    """One pattern that matches what any rule of the sections matches."""
    patterns = [rule.pattern for name in names for rule in pattern_rules()[name]]
    return re.compile("|".join(f"(?{'i' * bool(p.flags & re.I)}:{p.pattern})" for p in patterns))
