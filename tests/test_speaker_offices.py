"""Speakers by their office: whoever the article names before or after, ships and agencies in brackets left out."""

from __future__ import annotations

import pytest
from test_statements import rows

CASES = [
    (
        "Nine people died, a local official in northern Togo has said.\n\n"
        "Kossi Adjo, governor of Kara in northern Togo, said gunmen had come at night.",
        ["Kossi Adjo", "Kossi Adjo"],
    ),
    (
        "The raid left nine dead, local governor says.\n\nKossi Adjo, governor of Kara, said gunmen came at night.",
        ["Kossi Adjo", "Kossi Adjo"],
    ),
    (
        "Nine people died, a local official has said.\n\nLuis Bravo, a singer from Lima, said he was sad.",
        ["local official", "Luis Bravo"],
    ),
    (
        "The envoy asked Mr Cole to leave. Prime Minister Ana Ruiz praised Mr Cole.",
        ["envoy", "Ana Ruiz"],
    ),
    (
        "Peter Solberg, secretary-general of the World Union against Torture (WUT), an international coalition, said "
        "that rights are abused.\n\nThe law lets them keep land, the WUT secretary-general told IPS.",
        ["Peter Solberg", "Peter Solberg"],
    ),
    (
        "Agency chief Arsenio Cole said oil was leaking.\n\n"
        "Referring to the tanker MV Solmion, which was hit on Friday, he said “this is an outrage.”",
        ["Arsenio Cole", "Arsenio Cole"],
    ),
    (
        "LIMA, Peru (UPI) -- A flood killed 90 people.\n\nThe Canadian Embassy in Peru has not named the missing.\n\n"
        "“Our staff are at work,” it said.",
        ["Canadian Embassy in Peru"],
    ),
    (
        "The Under-Secretary-General for Aid and Relief Coordinator, Ana Ruiz, is in Juba today. She met families.\n\n"
        "The Under-Secretary-General said that food was short.",
        ["Ana Ruiz"],
    ),
    (
        "Some 9,000 people have fled, according to figures released yesterday by the Refugee Council.",
        ["Refugee Council"],
    ),
    (
        "They burned the valley.\n\n“I ran with my sons. I lost the cow. My name is Fatou.”",
        ["Fatou"],
    ),
    (
        "Nine men were freed, a military spokesman said.\n\nMaj. Kofi Anane said that the men were well.",
        ["Kofi Anane", "Kofi Anane"],
    ),
    (
        "Nine men were freed, an army spokesman said.\n\nPolice chief Ana Ruiz said that the men were well.",
        ["army spokesman", "Ana Ruiz"],
    ),
    (
        "The well is dry, an aid worker said.\n\nRed Crescent coordinator Hawa Elmi told reporters that help was near.",
        ["Hawa Elmi", "Hawa Elmi"],
    ),
    (
        "The front will break, one analyst said.\n\n“They are tired,” said Lena Holt, a fellow and analyst in Oslo.",
        ["Lena Holt", "Lena Holt"],
    ),
    (
        "The well is dry, a doctor said.\n\nMinister Omar Saleh, who wrote to the medical board, denied the charge.",
        ["doctor", "Omar Saleh"],
    ),
    (
        "The road was cut, a military spokesman who asked not to be named said.\n\nMaj. Kofi Anane said it was quiet.",
        ["military spokesman", "Kofi Anane"],
    ),
    (
        "In her own words: Awa*\n\n“The army came at night and began to burn our homes.\n\n“We walked for nine days.”",
        ["Awa", "Awa"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_an_office_leads_to_the_name_of_its_holder(text: str, speakers: list[str]) -> None:
    assert [row.speaker for row in rows(text)] == speakers
