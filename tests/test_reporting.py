"""The lexicon of reporting verbs."""

from __future__ import annotations

from typing import Any

import pytest

from newsledger.build.lexicon.function_words import speaker_nouns, word_lists
from newsledger.build.lexicon.reporting import inflect, lexicon_of, reporting_lexicon

FORMS = [
    ("deny", "denies", "denied", "denying"),
    ("urge", "urges", "urged", "urging"),
    ("stress", "stresses", "stressed", "stressing"),
    ("point out", "points out", "pointed out", "pointing out"),
    ("agree", "agrees", "agreed", "agreeing"),
]


@pytest.mark.parametrize("forms", FORMS)
def test_regular_verbs_are_inflected_by_rule(forms: tuple[str, ...]) -> None:
    assert inflect(forms[0]) == forms


def test_the_lexicon_knows_verbs_frames_and_prepositions() -> None:
    lexicon = reporting_lexicon()
    assert len(lexicon.verbs) >= 250
    assert lexicon.by_form["told"].lemma == "tell"
    assert "for" in lexicon.by_form["called"].prepositions
    assert "bid" in lexicon.by_form["urging"].frames
    assert "that" in lexicon.nouns["claim"]
    assert {"said", "warned"} <= lexicon.forms("clause")


def test_a_frame_that_does_not_exist_is_refused() -> None:
    data: dict[str, Any] = {"groups": [{"about": "x", "frames": ["sing"], "verbs": ["hum"]}]}
    with pytest.raises(ValueError, match="unknown frames"):
        lexicon_of(data)


def test_word_lists_hold_only_lower_case_strings() -> None:
    for name in ("function_words", "speaker_nouns", "reporting_words"):
        assert all(word == word.lower() for words in word_lists(name).values() for word in words)
    assert not speaker_nouns("mute") & {"government", "army", "witness"}
