"""Patterns keep to what every supported Python matches alike."""

from __future__ import annotations

import re
from pathlib import Path

import newsledger.build.text

BUILD = Path(newsledger.build.text.__file__ or "").resolve().parents[1]
# Python 3.11 before 3.11.5 matches these wrongly where they hold a group that gives way (gh-106052).
POSSESSIVE = re.compile(r"[\])\w][*+?]\+|\(\?>")


def test_the_search_sees_possessive_quantifiers() -> None:
    assert POSSESSIVE.search(r"[a-z]\w*+\.") and POSSESSIVE.search(r"(?:ab)*+") and POSSESSIVE.search(r"(?>ab)")
    assert not POSSESSIVE.search(r"\w+ (?:ab)* \+ [*+]+ {DASH}+")


def test_no_pattern_uses_possessive_quantifiers_or_atomic_groups() -> None:
    files = sorted([*BUILD.rglob("*.py"), *BUILD.rglob("*.yml")])
    assert len(files) > 100
    found = [
        f"{path.name}: {line.strip()[:80]}"
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.lstrip().startswith("#") and POSSESSIVE.search(line)
    ]
    assert not found, found
