"""Statements inside statements, and behind apposition, bracket, label or passive: every speaker has a row."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: content, speaker
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The Red Cross said it sent tents to the valley, the army reported.",
        [
            ("The Red Cross said it sent tents to the valley", "army"),
            ("it sent tents to the valley", "Red Cross"),
        ],
    ),
    (
        "The ministry said the army denied it had fired.",
        [("the army denied it had fired", "ministry")],
    ),
    (
        "According to hospital officials in Kidal, three men were hurt, as trucks and two jeeps entered the town.",
        [("three men were hurt, as trucks and two jeeps entered the town", "hospital officials in Kidal")],
    ),
    (
        "Gunmen opened fire on a ferry on the Escura River, Carlos Nino, president of the assembly, said.",
        [("Gunmen opened fire on a ferry on the Escura River", "Carlos Nino")],
    ),
    (
        "Four victims were taken to hospital at dusk (7pm GMT) hospital spokeswoman Ana Ruiz said.",
        [("Four victims were taken to hospital at dusk (7pm GMT)", "Ana Ruiz")],
    ),
    (
        "The colonel was branded a menace to the province by a judge after the trial.",
        [("a menace to the province", "judge")],
    ),
    (
        "The raid was described by the envoy as a grave error.",
        [("a grave error", "envoy")],
    ),
    ("Troops clashed in a narrow, contested strip that both sides claim.", []),
    (
        "Muslims claim the police fired first.",
        [("the police fired first", "Muslims")],
    ),
    (
        "Miners rallied in two towns to demand the release of their leader.",
        [("the release of their leader", "Miners")],
    ),
    (
        "Those who fled in June highlighted the threat of new raids.",
        [("the threat of new raids", "Those")],
    ),
    (
        "Assad's government blasted the EU as an unfit broker.",
        [("the EU as an unfit broker", "Assad's government")],
    ),
    (
        "UNICEF calls for safe roads.\n\nWe call for an end to the war.",
        [("safe roads", "UNICEF"), ("an end to the war", "UNICEF")],
    ),
    ("FAO: Chad marks 90 days without rain in worst drought", []),
    ("A survivor vowed never to return to the valley.", [("never to return to the valley", "survivor")]),
    (
        "An officer confirmed the raid, pointing out that “nine people were killed when rebels came.”",
        [("the raid", "officer"), ("nine people were killed when rebels came.", "officer")],
    ),
    ("Media reports also said the raid was an act of revenge.", [("the raid was an act of revenge", "Media reports")]),
    (
        "Bike-riding gunmen in Kaya have killed 11 people, local leaders said Wednesday, in the latest violence there.",
        [("Bike-riding gunmen in Kaya have killed 11 people", "local leaders")],
    ),
    (
        "Local officials, including mayor Ana Ruiz, said there were 24 dead.",
        [("there were 24 dead", "Local officials")],
    ),
    (
        "The Foreign Ministry warns Danish nationals of the risks of travel to Mali.",
        [("Danish nationals of the risks of travel to Mali", "Foreign Ministry")],
    ),
    ("The army warned villagers the raids would go on.", [("the raids would go on", "army")]),
    (
        "The ministry advises against all travel to Chad due to the unrest.",
        [("all travel to Chad", "ministry")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_every_speaker_has_what_he_says(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.content, row.speaker or "") for row in rows(text)] == expected
