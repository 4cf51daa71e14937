"""Statements in the registers of briefs, reports, advisories and features."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        "A ranger told The Associated Press about 30 members of the Front took over the town.",
        [
            ("indirect", "about 30 members of the Front took over the town", "ranger"),
        ],
    ),
    (
        "A guard watching the wrecked truck said rebels blew it up with a mine.",
        [
            ("indirect", "rebels blew it up with a mine", "guard"),
        ],
    ),
    (
        "The groom recalled greeting guests in the afternoon.",
        [
            ("indirect", "greeting guests in the afternoon", "groom"),
        ],
    ),
    (
        "A rebel message protested “the total impunity that exists for officers who break the law.”",
        [
            ("partial", "“the total impunity that exists for officers who break the law.”", "rebel message"),
        ],
    ),
    (
        "Despite the calm, Arab reports said at least three people were shot and wounded on Sunday.",
        [
            ("indirect", "at least three people were shot and wounded on Sunday", "Arab reports"),
        ],
    ),
    (
        "Two ships were sunk in an escalation of raids by both sides, shipping analysts report.",
        [
            ("indirect", "Two ships were sunk in an escalation of raids by both sides", "shipping analysts"),
        ],
    ),
    (
        ("The tonnage rose to ten million, according to statistics compiled by the Association of Tanker Owners."),
        [
            ("indirect", "The tonnage rose to ten million", "Association of Tanker Owners"),
        ],
    ),
    (
        "Mr. Baker confirmed a report that Moscow was demanding that the allies accept a naval force.",
        [
            ("indirect", "a report that Moscow was demanding that the allies accept a naval force", "Baker"),
        ],
    ),
    (
        "He promised free elections, suspended the constitution and outlawed political parties.",
        [
            ("indirect", "free elections", ""),
        ],
    ),
    (
        (
            "The attack is being investigated, said Saidou Barry, the governor of the eastern "
            "region, who urged people to be vigilant."
        ),
        [
            ("indirect", "The attack is being investigated", "Saidou Barry"),
            ("indirect", "people to be vigilant", "Saidou Barry"),
        ],
    ),
    (
        (
            "A local source said shots were fired. A security source said nine bodies were found. "
            "The local source said people fled to Djibo."
        ),
        [
            ("indirect", "shots were fired", "local source"),
            ("indirect", "nine bodies were found", "security source"),
            ("indirect", "people fled to Djibo", "local source"),
        ],
    ),
    (
        "A hospital source confirmed the blast but gave no figures.",
        [
            ("indirect", "the blast", "hospital source"),
        ],
    ),
    (
        "The attack “turned my joy to grief”, the young man told local TV station Tolo News.",
        [
            ("partial", "The attack “turned my joy to grief”", "young man"),
        ],
    ),
    (
        "Chronology of Recent Violence, January 8 - February 11 by Erika Hart",
        [],
    ),
    (
        "Jan. 9: According to National Police, gunmen abducted the mayor of Huari on a bus.",
        [
            ("indirect", "gunmen abducted the mayor of Huari on a bus", "National Police"),
        ],
    ),
    (
        "The African Union on Monday imposed a ban on the rebels and said their advance had ended talks.",
        [
            ("indirect", "their advance had ended talks", "African Union"),
        ],
    ),
    (
        (
            "Quetta: Gunmen killed nine people in the north over the weekend, security and local "
            "sources said Monday, in the latest attack on traders."
        ),
        [
            ("indirect", "Gunmen killed nine people in the north over the weekend", "security and local sources"),
        ],
    ),
    (
        "People reported missing in the valley number 14.",
        [],
    ),
    (
        (
            "The firm dominates the market, but analysts believe the new phone could change that, "
            "with some suggesting buyers have been waiting for it."
        ),
        [
            ("indirect", "the new phone could change that", "analysts"),
            ("indirect", "buyers have been waiting for it", "analysts"),
        ],
    ),
    (
        ("Tajikistan has denied supporting the rebels but concedes it holds few posts along the frontier."),
        [
            ("indirect", "supporting the rebels", "Tajikistan"),
            ("indirect", "it holds few posts along the frontier", "Tajikistan"),
        ],
    ),
    (
        (
            'Mali\'s president "firmly condemns the raid and sends his condolences to the families," '
            "a government communique sent to the agency said Saturday."
        ),
        [
            (
                "partial",
                "Mali's president \"firmly condemns the raid and sends his condolences to the families",
                "government",
            ),
        ],
    ),
    (
        (
            "Aid workers in Homs say hospitals have been overwhelmed by the wounded, They say bombs "
            "have been dropped on markets."
        ),
        [
            ("indirect", "hospitals have been overwhelmed by the wounded", "Aid workers in Homs"),
            ("indirect", "bombs have been dropped on markets", "Aid workers in Homs"),
        ],
    ),
    (
        "Troops were sent to stop what Moscow calls a wave of smuggled gold, guns and fuel.",
        [
            ("indirect", "a wave of smuggled gold, guns and fuel", "Moscow"),
        ],
    ),
    (
        "Reporters yards away from Ruiz when he fell said he was waving a flag.",
        [
            ("indirect", "he was waving a flag", "Reporters"),
        ],
    ),
    (
        ("Apple remains the market leader with ComStat, which tracks sales, calculating that 48 million were sold."),
        [
            ("indirect", "48 million were sold", "Apple"),
        ],
    ),
    (
        "A bomb wounded a guard in an attack a senior ministry official blamed on the separatist group.",
        [
            ("indirect", "the separatist group", "senior ministry official"),
        ],
    ),
    (
        "The blast killed 17 people in a city the president had cited as a success story.",
        [
            ("indirect", "a success story", "president"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_grammar_of_a_report_gives_its_speaker_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(row.quote_type), row.content, row.speaker or "") for row in rows(text)] == expected
