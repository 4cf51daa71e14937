"""Clause frames and patterns of subjects: each matches its examples and none of its counterexamples."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.frames import frames
from newsledger.build.extract.events.subjects import subject_patterns
from newsledger.build.lexicon.patterns import Pattern


@pytest.mark.parametrize("frame", frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_not_its_counterexamples(frame: Pattern) -> None:
    assert frame.failures() == []


@pytest.mark.parametrize("pattern", subject_patterns().values(), ids=lambda pattern: pattern.name)
def test_each_pattern_of_subjects_matches_its_examples_and_not_its_counterexamples(pattern: Pattern) -> None:
    assert pattern.failures() == []
