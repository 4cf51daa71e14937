"""The words around a date by which it dates something, or does not."""

from __future__ import annotations

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.clause_dates import date_frames


@pytest.mark.parametrize("frame", date_frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_no_counterexample(frame: Pattern) -> None:
    assert frame.failures() == []
