"""The words around a date by which it dates something, or does not."""

from __future__ import annotations

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.clause_dates import date_frames, reports_speech


@pytest.mark.parametrize("frame", date_frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_no_counterexample(frame: Pattern) -> None:
    assert frame.failures() == []


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("“Six died,” said a nurse.", True),
        ("“Six died”, a nurse said”.", True),
        ("Six died, according to a nurse.", True),
        ("Six died of what was unsaid.", False),
        ("Six died: said-so.", False),
    ],
)
def test_a_sentence_reports_speech_by_a_whole_word_of_saying(text: str, is_told: bool) -> None:
    assert reports_speech(text, 0, len(text)) is is_told
