"""Patterns of events by name: those of data/frames.yml, data/subjects.yml and data/triggers.yml."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.lexicon.trie import trie_pattern

PACKAGE = "newsledger.build.extract.events"
FILES = ("frames", "subjects", "triggers")


@cache
def patterns() -> dict[str, Pattern]:
    """The patterns of all files by name.

    Raises:
        ValueError: two files hold the same name.
    """
    named = [item for file in FILES for item in load_patterns(PACKAGE, file).items()]
    if len(dict(named)) < len(named):
        raise ValueError(f"a name stands in two of {', '.join(FILES)}")
    return dict(named)


def pattern(name: str) -> re.Pattern[str]:
    """A pattern, to be named once by the module that asks it."""
    return patterns()[name].pattern


def words_of(name: str) -> re.Pattern[str]:
    """A list of event_frames.yml as a pattern, to be named likewise."""
    return re.compile(rf"(?:{trie_pattern(load_yaml('event_frames')[name])})")
