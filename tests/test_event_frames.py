"""Clause frames: every pattern matches its examples and none of its counterexamples."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.frames import frames
from newsledger.build.lexicon.patterns import Pattern


@pytest.mark.parametrize("frame", frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_not_its_counterexamples(frame: Pattern) -> None:
    assert frame.failures() == []
