"""Statements in advisories, notices and wires: own voices, conceding clauses, what only looks like a report."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The State Department ordered the departure of embassy families from Juba.",
        [
            ("indirect", "the departure of embassy families from Juba", "State Department"),
        ],
    ),
    (
        (
            "One flier announced a wider safe zone. “In this area aid will continue to flow for the "
            "coming weeks,” it read."
        ),
        [
            ("indirect", "a wider safe zone", "flier"),
            ("direct", "In this area aid will continue to flow for the coming weeks,", "flier"),
        ],
    ),
    (
        "The army assures the people subject to the orders that there are tents waiting for them.",
        [
            ("indirect", "there are tents waiting for them", "army"),
        ],
    ),
    (
        "July 15—The embassy announces that it's working on a plan for a ferry.",
        [
            ("indirect", "it's working on a plan for a ferry", "embassy"),
        ],
    ),
    (
        "The mayor said that there's no water in the town.",
        [
            ("indirect", "there's no water in the town", "mayor"),
        ],
    ),
    (
        "Avoid the gates unless you receive instructions from a government official to do so.",
        [],
    ),
    (
        (
            "U.S. Embassy in Quito, Ecuador\n\nProtests continue near the square. We strongly "
            "recommend that U.S. citizens avoid the centre."
        ),
        [
            ("indirect", "U.S. citizens avoid the centre", "U.S. Embassy in Quito"),
        ],
    ),
    (
        "Her family fled Bor in May. We recommend the soup at the hotel.",
        [],
    ),
    (
        "Please note that pets cannot be taken on the flight.",
        [],
    ),
    (
        (
            '"We ask citizens to leave while flights are still available to them," reads the '
            "security alert issued by the embassy."
        ),
        [
            (
                "direct",
                "We ask citizens to leave while flights are still available to them,",
                "security alert issued by the embassy",
            ),
        ],
    ),
    (
        "As Serhiy Bondar, the head of the town council, said, residents have a week or two to leave.",
        [
            ("indirect", "residents have a week or two to leave", "Serhiy Bondar"),
        ],
    ),
    (
        (
            "U.S. Embassy in Quito, Ecuador\n\nProtests continue. We recommend that you buy water. The "
            "Embassy will continue to alert citizens to threats."
        ),
        [],
    ),
    (
        ("U.S. Embassy in Lima, Peru\n\nIn light of the clashes, we continue to advise visitors to leave the island."),
        [
            ("indirect", "visitors to leave the island", "U.S. Embassy in Lima"),
        ],
    ),
    (
        "In a daring ambush, insurgents blasted a patrol with a roadside bomb and fled.",
        [],
    ),
    (
        "Two Turkish hostages were released by their kidnappers near the border.",
        [],
    ),
    (
        (
            "Officials said on Monday that they looked forward to help from the force, but that any "
            "troops should be strong in numbers."
        ),
        [
            (
                "indirect",
                ("they looked forward to help from the force, but that any troops should be strong in numbers"),
                "Officials",
            ),
        ],
    ),
    (
        (
            "Some of the refugees told IRIN the situation in Uvira remained tense and that the "
            "fighting was likely to go on."
        ),
        [
            ("indirect", "the situation in Uvira remained tense and that the fighting was likely to go on", "refugees"),
        ],
    ),
    (
        (
            "Minister Mbusa Ilunga said from Beni that, according to local priests, 15 people were "
            "killed in the village."
        ),
        [
            ("indirect", "according to local priests, 15 people were killed in the village", "Mbusa Ilunga"),
        ],
    ),
    (
        "Although officials said troops had captured the two men, this was the first sign of a clash.",
        [
            ("indirect", "troops had captured the two men", "officials"),
        ],
    ),
    (
        "While the army said nobody had died, the hospital had nine bodies.",
        [
            ("indirect", "nobody had died", "army"),
        ],
    ),
    (
        ("The government continues to deny the presence of rebels even after troops produced two prisoners."),
        [
            ("indirect", "the presence of rebels", "government"),
        ],
    ),
    (
        "The president recalled his ambassador from Kigali and put the army on alert.",
        [],
    ),
    (
        "CYANGUGU (RWANDA), - The envoy has set up a task force for the town, the UN mission reported.",
        [
            ("indirect", "The envoy has set up a task force for the town", "UN mission"),
        ],
    ),
    (
        (
            "At the same time, the herders remain deeply suspicious of the government and have "
            "stayed away, saying their safety was not assured."
        ),
        [
            ("indirect", "their safety was not assured", "herders"),
        ],
    ),
    (
        "The foundation blasted the firm for not closing the gap.",
        [
            ("indirect", "the firm for not closing the gap", "foundation"),
        ],
    ),
    (
        "The guns blasted the town for two hours.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_grammar_of_a_report_gives_its_speaker_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(row.quote_type), row.content, row.speaker or "") for row in rows(text)] == expected
