"""Patterns of events: each matches its examples and none of its counterexamples."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.frames import patterns
from newsledger.build.lexicon.patterns import Pattern


@pytest.mark.parametrize("pattern", patterns().values(), ids=lambda pattern: pattern.name)
def test_each_pattern_matches_its_examples_and_not_its_counterexamples(pattern: Pattern) -> None:
    assert pattern.failures() == []
