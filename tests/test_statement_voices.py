"""Statements by who speaks: agents, groups, offices, scripts, and those who do not speak."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        (
            "More than half of the people have fled the capital, whose population is estimated at 3 "
            "million and remains crippled by gang violence."
        ),
        [],
    ),
    (
        ("The scale of the ruin is revealed by receding waters and the military rescues more people each day."),
        [],
    ),
    (
        "The raid was condemned by the bishops and praised by the guild.",
        [
            ("indirect", "The raid", "bishops"),
        ],
    ),
    (
        ("Amina, 69, comes from a hill village and tells a harrowing tale of having to flee with other old people."),
        [],
    ),
    (
        ("Taylor, indicted for war crimes, has promised to leave Liberia once an international force arrives."),
        [
            ("indirect", "to leave Liberia once an international force arrives", "Taylor"),
        ],
    ),
    (
        (
            "The base hospital was badly damaged, the UN mission reported, noting that it is already "
            "protecting 2,000 civilians."
        ),
        [
            ("indirect", "The base hospital was badly damaged", "UN mission"),
            ("indirect", "it is already protecting 2,000 civilians", "UN mission"),
        ],
    ),
    (
        "BUJUMBURA, Burundi Nineteen civilians were killed in fighting near the lake, witnesses said.",
        [
            ("indirect", "Nineteen civilians were killed in fighting near the lake", "witnesses"),
        ],
    ),
    (
        (
            "GOMA, Democratic Republic of Congo - Villagers who fled the fighting came home and "
            "accused the rebels of the slayings."
        ),
        [
            ("indirect", "the rebels of the slayings", "Villagers"),
        ],
    ),
    (
        "Troops raided the camp. The armed forces said nobody had died.",
        [
            ("indirect", "nobody had died", "armed forces"),
        ],
    ),
    (
        "A local administrator said two men had died. The same source said three were hurt.",
        [
            ("indirect", "two men had died", "local administrator"),
            ("indirect", "three were hurt", "local administrator"),
        ],
    ),
    (
        "Refugees spoke to aid workers at the river. Some said they had seen bodies on the road.",
        [
            ("indirect", "they had seen bodies on the road", "Refugees"),
        ],
    ),
    (
        "Bowler Mohammad Asif added three more on Wednesday to his series – he now has 12 wickets.",
        [],
    ),
    (
        "The giant of “ride-hailing” admitted in May that thieves stole the records of 900 drivers.",
        [
            ("indirect", "thieves stole the records of 900 drivers", "giant of “ride-hailing”"),
        ],
    ),
    (
        ("Officials said banks would stay shut on Monday, and the government ordered courts and mills to close."),
        [
            ("indirect", "banks would stay shut on Monday", "Officials"),
            ("indirect", "courts and mills to close", "government"),
        ],
    ),
    (
        "The mobsters complain police are treating them unfairly.",
        [
            ("indirect", "police are treating them unfairly", "mobsters"),
        ],
    ),
    (
        "UNICEF staff in Bong County report hearing gunfire across the river.",
        [
            ("indirect", "hearing gunfire across the river", "UNICEF staff in Bong County"),
        ],
    ),
    (
        "Investigators believe the bomb was planted at night.",
        [
            ("indirect", "the bomb was planted at night", "Investigators"),
        ],
    ),
    (
        "Villagers believe the hill is holy.",
        [],
    ),
    (
        (
            'SOUNDBITE: (Spanish)\n\n"All morning we have been trying to collect more details about '
            'this serious incident."\n\nSUPER CAPTION: Alberto Toledano, Mexican Interior Minister'
        ),
        [
            (
                "direct",
                "All morning we have been trying to collect more details about this serious incident.",
                "Alberto Toledano",
            ),
        ],
    ),
    (
        (
            'STORYLINE\n\nSOUNDBITE (English) Ana Ruiz, Mayor of Leiria:\n"We are waiting for the boats '
            'to come back and nobody knows where they are."'
        ),
        [
            ("direct", "We are waiting for the boats to come back and nobody knows where they are.", "Ana Ruiz"),
        ],
    ),
    (
        (
            'An article says so.\n\n"In the dead of the night they come to the village and take the '
            'children away."\n\nIn the dead of the night they come to the village and take them away.'
        ),
        [],
    ),
    (
        "Troops raided the camp. The military said nobody had died. The army said it had withdrawn.",
        [
            ("indirect", "nobody had died", "military"),
            ("indirect", "it had withdrawn", "army"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_grammar_of_a_report_gives_its_speaker_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(row.quote_type), row.content, row.speaker or "") for row in rows(text)] == expected
