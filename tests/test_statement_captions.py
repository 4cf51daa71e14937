"""Pull quotes: whose words a line of its own gives, by the name on the line above or below it."""

from __future__ import annotations

import pytest
from test_statements import rows

STORY = "\n\nTroops have retaken a hill above the port of Leiria.\n"
# text, then the speaker and what is said
CASES = [
    ("Navy spokesman Tin Moe\n“We will not talk to pirates”", [("Tin Moe", "We will not talk to pirates")]),
    ("The Gazette's Ana Ruiz\n“The hardest night so far”\n real 28k", [("Ana Ruiz", "The hardest night so far")]),
    ("“It was raining ash”\nAna Ruiz, baker", [("Ana Ruiz", "It was raining ash")]),
    (
        "The Gazette's Ana Ruiz\n“The hardest night so far”\n real 28k\n\nNavy spokesman Tin Moe\n“All is calm now”",
        [("Ana Ruiz", "The hardest night so far"), ("Tin Moe", "All is calm now")],
    ),
    (
        "“It was raining ash that night”\nAna Ruiz, baker\n\n“We all ran to the harbour wall”\nTin Moe, pilot",
        [("Ana Ruiz", "It was raining ash that night"), ("Tin Moe", "We all ran to the harbour wall")],
    ),
    (
        "We lost all our goats in one night and nobody came\n\nAna Ruiz, herder",
        [("Ana Ruiz", "We lost all our goats in one night and nobody came")],
    ),
    (
        "They burned our boats and left us on the beach\n\nFisherman hiding near the port",
        [("Fisherman hiding near the port", "They burned our boats and left us on the beach")],
    ),
]
LOOKALIKES = [
    "By Ana Ruiz\n“The Hill of Ash”",
    "Troops burned the boats and left them on the beach\n\nAna Ruiz, herder",
    "To read what we saved for our readers visit the page\n\nAna Ruiz, herder",
    "How we lost our goats in one night of ash\n\nThe road to the port",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_line_with_a_name_claims_the_pull_quote_beside_it(text: str, expected: list[tuple[str, str]]) -> None:
    text += STORY
    assert [(row.speaker, text[row.evidence_start : row.evidence_end]) for row in rows(text)] == expected


@pytest.mark.parametrize("text", LOOKALIKES)
def test_a_byline_or_a_headline_claims_nothing(text: str) -> None:
    assert rows(text + STORY) == []
