"""The words around a date by which it dates something, or does not."""

from __future__ import annotations

from datetime import date

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.clause_dates import date_frames, reports_speech, uses
from newsledger.build.mentions.dates import find_dates


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


def test_each_date_of_a_sentence_has_its_use() -> None:
    text = "As of Sunday, the mayor said on Monday, mourners had on Tuesday buried six in the worst raid this year."
    read = uses(text, find_dates(text, 0, len(text), date(2024, 9, 25)), 0, len(text))
    assert [use.is_counted for use in read] == [True, False, False, False]
    assert [use.is_said for use in read] == [False, True, False, False]
    assert [use.is_aftermath for use in read][2] is True
    assert [use.is_compared for use in read] == [False, False, False, True]
    assert [use.is_own for use in read] == [False, False, True, False]


def test_a_declaration_is_dated_where_it_is_what_is_told() -> None:
    text = "The army declared on Monday that a truce holds."
    (use,) = uses(text, find_dates(text, 0, len(text), None), 0, len(text))
    assert (use.is_own, text[use.declared_at :].split()[0]) == (False, "declared")
