"""Other times: what tells that a clause or a sentence is about something else than the news around it."""

from __future__ import annotations

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.other_times import other_times, tells_other_time

PATTERNS = [(section, pattern) for section, patterns in other_times().items() for pattern in patterns]


@pytest.mark.parametrize(("section", "pattern"), PATTERNS, ids=[f"{s}.{p.name}" for s, p in PATTERNS])
def test_each_pattern_matches_its_examples_and_no_counterexample(section: str, pattern: Pattern) -> None:
    assert pattern.failures() == [], section


@pytest.mark.parametrize(
    ("clause", "in_lead", "is_of_story", "is_reported", "is_other"),
    [
        ("guards were often killed", True, True, True, True),
        ("guards had been killed", True, True, False, True),
        ("guards had been killed", False, True, True, False),
        ("guards had been killed", False, False, True, True),
        ("guards have been killed", True, False, False, False),
        ("guards have been killed", False, True, True, True),
        ("guards are striking", True, True, False, False),
        ("guards are striking", True, False, False, True),
        ("guards are striking", False, True, True, True),
    ],
)
def test_the_lead_and_reported_speech_tell_the_news_in_other_tenses(
    clause: str, in_lead: bool, is_of_story: bool, is_reported: bool, is_other: bool
) -> None:
    assert tells_other_time(clause, in_lead, is_of_story, is_reported) is is_other
