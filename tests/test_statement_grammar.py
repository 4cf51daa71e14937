"""Statements by their grammar: who is the subject of a cue, and where what is said begins and ends."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: type, content, speaker
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    (
        (
            '"Last night we lost three men and nine were hurt," Omar al-Bashari, a spokesman of the '
            "Eastern Lions Movement (ELM), told Reuters."
        ),
        [
            ("direct", "Last night we lost three men and nine were hurt,", "Omar al-Bashari"),
        ],
    ),
    (
        'A ranger who requested anonymity told AFP: "Nobody has come so far."',
        [
            ("direct", "Nobody has come so far.", "ranger"),
        ],
    ),
    (
        (
            "One villager who had walked through the hills and arrived at Bukavu on Monday said "
            "there was shooting near the dam."
        ),
        [
            ("indirect", "there was shooting near the dam", "One villager"),
        ],
    ),
    (
        "The man who fled said the soldiers who came at dawn had burned the house.",
        [
            ("indirect", "the soldiers who came at dawn had burned the house", "man"),
        ],
    ),
    (
        (
            "The population of the zone, estimated at just over 2 million people before the war, are "
            "now crowded along the border."
        ),
        [],
    ),
    (
        (
            '"We crossed at night," said Abdul Karim, referring to the bridge nearest the mill, '
            "where most of them slept."
        ),
        [
            ("direct", "We crossed at night,", "Abdul Karim"),
        ],
    ),
    (
        "Gunmen attacked a convoy near the frontier, killing two drivers, rebel leaders claim.",
        [
            ("indirect", "Gunmen attacked a convoy near the frontier, killing two drivers", "rebel leaders"),
        ],
    ),
    (
        "Two guards died in the blast, the army claims.",
        [
            ("indirect", "Two guards died in the blast", "army"),
        ],
    ),
    (
        "As Radio Azatlyk reports, as of 6 a.m. on Friday, 900 people had crossed the river.",
        [
            ("indirect", "as of 6 a.m. on Friday, 900 people had crossed the river", "Radio Azatlyk"),
        ],
    ),
    (
        "Aid agencies and the U.S. military estimate that up to 40,000 people have gone home.",
        [
            ("indirect", "up to 40,000 people have gone home", "Aid agencies and the U.S. military"),
        ],
    ),
    (
        (
            "Hundreds of refugees reaching the border are reporting a large buildup of troops south "
            "of the town, an aid worker said."
        ),
        [
            (
                "indirect",
                ("Hundreds of refugees reaching the border are reporting a large buildup of troops south of the town"),
                "aid worker",
            ),
            ("indirect", "a large buildup of troops south of the town", "Hundreds of refugees reaching the border"),
        ],
    ),
    (
        ("Thousands have crossed since Yangon announced a build-up of troops in the state, elders said Wednesday."),
        [
            ("indirect", "Thousands have crossed since Yangon announced a build-up of troops in the state", "elders"),
            ("indirect", "a build-up of troops in the state", "Yangon"),
        ],
    ),
    (
        "Meanwhile, police said, two men were arrested near the bank.",
        [
            ("indirect", "two men were arrested near the bank", "police"),
        ],
    ),
    (
        (
            "Before the truce began, one guard was killed in the Lalmonir district, the region's "
            "chief civil administrator, Karim Hossain, said."
        ),
        [
            ("indirect", "Before the truce began, one guard was killed in the Lalmonir district", "Karim Hossain"),
        ],
    ),
    (
        "The raid had targeted Camacupa, 20 miles north of Bie, Brig. Pedro Neto told state radio RNA.",
        [
            ("indirect", "The raid had targeted Camacupa, 20 miles north of Bie", "Pedro Neto"),
        ],
    ),
    (
        "President Alvarez condemned the attack as cowardly and said it showed the rebels had lost.",
        [
            ("indirect", "the attack as cowardly", "Alvarez"),
            ("indirect", "it showed the rebels had lost", "Alvarez"),
        ],
    ),
    (
        ("Police responded with volleys of tear gas and used tactics that suggest a harder line against the students."),
        [],
    ),
    (
        "Some of the new arrivals told camp nurses they fled when gunmen entered the town.",
        [
            ("indirect", "they fled when gunmen entered the town", "new arrivals"),
        ],
    ),
    (
        "The defence ministry confirmed the attack in a statement without giving the number of dead.",
        [
            ("indirect", "the attack", "defence ministry"),
        ],
    ),
    (
        "Karachi, Oct. 1: A bomber killed nine people in a market, police said.",
        [
            ("indirect", "A bomber killed nine people in a market", "police"),
        ],
    ),
    (
        ("Kano, Nigeria (AFP) Sept 12, 2019 At least nine soldiers were killed in an ambush, two sources told AFP."),
        [
            ("indirect", "At least nine soldiers were killed in an ambush", "two sources"),
        ],
    ),
    (
        "Khartoum has reasserted control over major towns and other rebel-held areas.",
        [],
    ),
    (
        "Recent groups from the hills are weak and tired, some saying they spent two weeks on the road.",
        [
            ("indirect", "they spent two weeks on the road", "Recent groups from the hills"),
        ],
    ),
    (
        ("Iran claimed major successes in the offensive but reporters who visited the town saw no sign of its troops."),
        [
            ("indirect", "major successes in the offensive", "Iran"),
        ],
    ),
    (
        "The rebels announced a ceasefire that was to begin on Monday.",
        [
            ("indirect", "a ceasefire that was to begin on Monday", "rebels"),
        ],
    ),
    (
        "The report confirmed rebels continue to hold the town.",
        [
            ("indirect", "rebels continue to hold the town", "report"),
        ],
    ),
    (
        ("The U.S. Embassy in Lima wishes to remind U.S. citizens that protests may take place near the square."),
        [
            ("indirect", "protests may take place near the square", "U.S. Embassy in Lima"),
        ],
    ),
    (
        "The ministry called a news conference to announce the arrests.",
        [
            ("indirect", "the arrests", "ministry"),
        ],
    ),
    (
        "The Rwandan refugees of the camp volunteered to return home.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_grammar_of_a_report_gives_its_speaker_and_content(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(str(row.quote_type), row.content, row.speaker or "") for row in rows(text)] == expected
