"""The patterns of place_patterns.yml: what stands around and between places, and what points back to one."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.patterns import Pattern, load_patterns


def place_patterns() -> dict[str, Pattern]:
    """All of them, by name."""
    return load_patterns("newsledger.build.lexicon", "place_patterns")


@cache
def place_pattern(name: str) -> re.Pattern[str]:
    """One of them."""
    return place_patterns()[name].pattern
