"""Statements by the phrase that is said: exceptions, verdicts, reasons, acts that are no speech, and addressees."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: content, speaker
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "DFAT advises against all but essential travel to Bougainville.",
        [("all but essential travel to Bougainville", "DFAT")],
    ),
    (
        "The bishops condemned the raid but stayed in the city.",
        [("the raid", "bishops")],
    ),
    (
        "Chile reported nine dead but about 40 missing.",
        [("nine dead but about 40 missing", "Chile")],
    ),
    (
        "The tribunal found two colonels guilty of torture.",
        [("two colonels guilty of torture", "tribunal")],
    ),
    ("Divers found two bodies in the hold.", []),
    (
        "Families of the valley cite hunger as the main reason for leaving.",
        [("hunger as the main reason for leaving", "Families of the valley")],
    ),
    ("The officer cited two motorists for speeding.", []),
    (
        "The UN mission has documented 1,200 killings since March.",
        [("1,200 killings since March", "UN mission")],
    ),
    ("Historians document the war in three volumes.", []),
    ("The junta declared martial law and suspended parliament.", []),
    ("Biafra declared independence in May.", []),
    (
        "The rebels declared the war over.",
        [("the war over", "rebels")],
    ),
    (
        "Rebel commanders expressed confidence that the town would fall, with its walls in ruins.",
        [("the town would fall, with its walls in ruins", "Rebel commanders")],
    ),
    (
        "Rebel chief Luis Bravo, with the backing of a council dominated by hardliners, declared Mr Ruiz “finished”.",
        [("Mr Ruiz “finished”", "Luis Bravo")],
    ),
    (
        "The envoy told Serb and Croat generals they had two days to withdraw.",
        [("they had two days to withdraw", "envoy")],
    ),
    (
        "The consul told reporters the men he had seen were well.",
        [("the men he had seen were well", "consul")],
    ),
    (
        "The envoy asked Mr Cole to put pressure on Serbia to stop its attacks, its shelling and to lift the siege.",
        [("Mr Cole to put pressure on Serbia to stop its attacks, its shelling and to lift the siege", "envoy")],
    ),
    (
        "Residents blame sellers of illegal guns and say the toll was made worse by poor roads.",
        [("sellers of illegal guns", "Residents"), ("the toll was made worse by poor roads", "Residents")],
    ),
    (
        "The experts highlighted the mass trial of 40 farmers.",
        [("the mass trial of 40 farmers", "experts")],
    ),
    ("The bishop said mass at noon.", []),
    (
        "Underscoring that threat, mayor Luis Bravo said guns had hit a drone.",
        [("guns had hit a drone", "Luis Bravo")],
    ),
    ("Raids were reported on Friday, suggesting an attempt to cut the road.", []),
    (
        "The inflow is estimated by the Government at some 7,000 villagers a day.",
        [("The inflow", "Government")],
    ),
    (
        "A provincial official has said some 40 herders were killed in a raid that also caused “massive flight”.",
        [
            (
                "some 40 herders were killed in a raid that also caused “massive flight”",
                "provincial official",
            )
        ],
    ),
    (
        "US Southern Command - or Southcom - described the raids as “a firm answer” to the attack.",
        [("the raids as “a firm answer” to the attack", "Southern Command")],
    ),
    (
        "WHO emphasizes the continued importance of vaccination.",
        [("the continued importance of vaccination", "WHO")],
    ),
    (
        "“There was smoke everywhere,” report witnesses after the blast.",
        [("There was smoke everywhere,", "witnesses")],
    ),
    (
        "The rebels’ case that Serbia was to blame won few friends.",
        [("Serbia was to blame", "rebels")],
    ),
    (
        "A bottler of water, GHC Cole Inc., says it opposes the tax.",
        [("it opposes the tax", "GHC Cole Inc.")],
    ),
    (
        "The body of the farmer, Luis Rojas, was found on a bank, said the examiner, Dr. Ana Montoya.",
        [("The body of the farmer, Luis Rojas, was found on a bank", "Ana Montoya")],
    ),
    ("The leader is aware of the plot. He said this... [more]", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_what_is_said_ends_and_begins_with_its_phrase(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.content, row.speaker or "") for row in rows(text)] == expected
