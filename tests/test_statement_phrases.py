"""Statements by the phrases of their subjects and objects, and headlines that only look like reports."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "The truce came close to collapse Wednesday warring factions said they were losing patience.",
        [
            ("indirect", "they were losing patience", "warring factions"),
        ],
    ),
    (
        "The envoy put his request to a peace team which had the details.",
        [],
    ),
    (
        ("The lull, enforced by a security force and backed by local radios’ calls for a new truce, was short."),
        [
            ("indirect", "a new truce", "local radios"),
        ],
    ),
    (
        (
            "The Cabinet--meeting without the Shiite leader Nadim Haddad and the warlord Karim "
            "Aslan, who have refused to attend for more than a year--urged Syria to send observers."
        ),
        [
            ("indirect", "Syria to send observers", "Cabinet"),
        ],
    ),
    (
        "Military chiefs pledged to hunt down the killers.",
        [
            ("indirect", "to hunt down the killers", "Military chiefs"),
        ],
    ),
    (
        "He told the boys he had gone to the valley to help its people.",
        [
            ("indirect", "he had gone to the valley to help its people", ""),
        ],
    ),
    (
        "Storm to hit coast as low sweeps in from the sea - Daily Herald",
        [],
    ),
    (
        "Prime minister questions every time a soldier dies",
        [],
    ),
    (
        "Forecasters at the Met Office have predicted strong winds will bring rain.",
        [
            ("indirect", "strong winds will bring rain", "Forecasters"),
        ],
    ),
    (
        ('"The majority of the soldiers are outside" Honduras now, Lt. Col. Danilo Cruz told 60 reporters.'),
        [
            ("partial", '"The majority of the soldiers are outside" Honduras now', "Danilo Cruz"),
        ],
    ),
    (
        "\"We do not aim to destroy the town. We aim to end this,'' Interfax quoted Orlov as saying.",
        [
            ("direct", "We do not aim to destroy the town. We aim to end this,", "Orlov"),
        ],
    ),
    (
        "Meanwhile, the watchdog published a report today which says that prisoners were beaten.",
        [
            ("indirect", "prisoners were beaten", "report"),
        ],
    ),
    (
        "The commandant also brushed aside Russian reports that his men were leaving the town.",
        [
            ("indirect", "Russian reports that his men were leaving the town", "commandant"),
        ],
    ),
    (
        "Commanders confirmed to the French news agency AFP that there had been heavy fighting.",
        [
            ("indirect", "there had been heavy fighting", "Commanders"),
        ],
    ),
    (
        "Medical sources which the radio has reached by telephone have confirmed receiving 17 wounded.",
        [
            ("indirect", "receiving 17 wounded", "Medical sources"),
        ],
    ),
    (
        (
            "The armed group al-Nasr, whose leader last year pledged loyalty to the emir, issued a "
            "statement claiming responsibility for the shelling."
        ),
        [
            ("indirect", "loyalty to the emir", "leader"),
            ("indirect", "responsibility for the shelling", "al-Nasr"),
        ],
    ),
    (
        "Several other witnesses gave at least the same death toll for the raid.",
        [],
    ),
    (
        "Residents of the camp say they fear attacks.",
        [
            ("indirect", "they fear attacks", "Residents of the camp"),
        ],
    ),
    (
        "The envoy said they lied.",
        [
            ("indirect", "they lied", "envoy"),
        ],
    ),
    (
        "The colonel announced it on Monday.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_grammar_of_a_report_gives_its_speaker_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(row.quote_type), row.content, row.speaker or "") for row in rows(text)] == expected
