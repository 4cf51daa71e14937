"""Frames around what is said: labels and colons, messages, conditions, and phrases of place behind a cue."""

from __future__ import annotations

import pytest
from test_statements import rows

LABELLED = [
    ("Sir Alan Cole: “The pitch was a swamp and we lost our heads in it.”", ["Alan Cole"]),
    ("Ana Ruiz, 73: “We still dream of the old harbour.”", ["Ana Ruiz"]),
    ("Port chief: “Nobody drowned here.”", ["Port chief"]),
    ("Analysis: “A hard year for all of us.”", []),
    ("Lagos, Nigeria: “A town of light and of water.”", []),
    ("Kaya 1-2 Leiria: “We gave it away.”", []),
    ("The women of the camp have one wish: “We want to go home.”", ["women of the camp"]),
    ("The mood was grim: “They took it all,” said Ana Ruiz.", ["Ana Ruiz"]),
    ("Ana Ruiz was blunt. She called the port's director lazy: “Monsieur Diop has failed.”", ["Ana Ruiz"]),
]
# text, then the speaker and what is said
MESSAGES = [
    ("The army has dropped leaflets over Kidal warning residents to leave.", [("army", "residents to leave")]),
    (
        "The rebels posted a message online saying they would free the nurses.",
        [("rebels", "they would free the nurses")],
    ),
    ("The consulate just sent an alert saying that all roads were cut.", [("consulate", "all roads were cut")]),
    ("The mayor received a letter saying the dam would burst.", []),
    ("Police denied a report saying the dam had burst.", [("Police", "a report")]),
]
FINAL = [
    ("The road was cut by rebels, the official said on condition of anonymity.", "The road was cut by rebels"),
    (
        "The road was cut by rebels, a diplomat said on condition that he not be identified.",
        "The road was cut by rebels",
    ),
    ("The road was cut by rebels, a local official told news agencies on Monday.", "The road was cut by rebels"),
    ("The road was cut by rebels, the army said in Kidal, the old capital.", "The road was cut by rebels"),
]
# text, then the speaker and what is said
CLAUSES = [
    (
        "Shelling has killed nine people in Kidal, nurses said.",
        [("nurses", "Shelling has killed nine people in Kidal")],
    ),
    ("Fighting continued on Sunday, Kaya radio said.", [("Kaya radio", "Fighting continued on Sunday")]),
    ("Speaking after the raid which was launched on Monday, the mayor said he was safe.", [("mayor", "he was safe")]),
    (
        "ABP, the official agency, said the Border Corps, the best of the troops, fired at the dam.",
        [("ABP", "the Border Corps, the best of the troops, fired at the dam")],
    ),
    (
        "ABP, the official agency, said 60 shells fired by rebels rained down on Ngozi.",
        [("ABP", "60 shells fired by rebels rained down on Ngozi")],
    ),
    ("Another newspaper report suggested as many as 31 drowned.", []),
    (
        "A Red Cross report published this month estimates nine dams have burst.",
        [("Red Cross", "nine dams have burst")],
    ),
    ("A local nurse said as many as 14 people had drowned.", [("nurse", "as many as 14 people had drowned")]),
    (
        "That flood came at 9 p.m. on Sunday, harbour officials told ANSA.",
        [("officials", "That flood came at 9 p.m. on Sunday")],
    ),
    (
        "Al-Hadaf, which claimed responsibility for the raid, said it killed nine guards.",
        [("Al-Hadaf", "responsibility for the raid"), ("Al-Hadaf", "it killed nine guards")],
    ),
    (
        "But a nurse, speaking on condition of anonymity, said nine men had died.",
        [("nurse", "nine men had died")],
    ),
    ("The bridge was cut by ice, the mission, known as UNOKA, said.", [("mission", "The bridge was cut by ice")]),
    ("The daily quoted Silvio Pires, 51, as saying he ran away.", [("Silvio Pires", "he ran away")]),
    (
        "Among the victims are a nurse and two monks, the AP reported.",
        [("AP", "Among the victims are a nurse and two monks")],
    ),
    (
        "Two trains collided on Sunday, official Radio Kaya reported in a broadcast monitored in Nairobi.",
        [("Radio Kaya", "Two trains collided on Sunday")],
    ),
    ("Ruiz called off the talks with the miners.", []),
    ("The strait, claimed in its entirety by both states, has been calm.", []),
    ("The coach says despite the rain, nobody will leave.", [("coach", "despite the rain, nobody will leave")]),
    ("UNHCR fears thousands of nurses could be trapped.", [("UNHCR", "thousands of nurses could be trapped")]),
    ("Residents fear the army will return.", []),
    ("The army announced the raid on its official Facebook page on Sunday.", [("army", "the raid")]),
    ("The army blamed the raid on bandits in an earlier announcement.", [("army", "the raid on bandits")]),
]


@pytest.mark.parametrize(("text", "speakers"), LABELLED)
def test_a_name_or_a_clause_before_a_colon_claims_a_quotation(text: str, speakers: list[str]) -> None:
    assert [(str(row.quote_type), row.speaker) for row in rows(text)] == [("direct", name) for name in speakers]


@pytest.mark.parametrize(("text", "expected"), MESSAGES)
def test_who_issues_a_message_says_what_it_holds(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(row.speaker, row.content) for row in rows(text)] == expected


@pytest.mark.parametrize(("text", "content"), FINAL)
def test_a_condition_or_a_place_behind_a_cue_is_nothing_said(text: str, content: str) -> None:
    assert [row.content for row in rows(text)] == [content]


@pytest.mark.parametrize(("text", "expected"), CLAUSES)
def test_the_clause_around_a_cue_tells_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    found = rows(text)
    assert [row.content for row in found] == [content for _, content in expected]
    assert all(name in (row.speaker or "") for row, (name, _) in zip(found, expected, strict=True))


def test_a_paragraph_behind_a_colon_is_quoted_without_marks() -> None:
    block = "This new mine comes at an odd time for the valley, whose rivals have all cut their output since May."
    row = rows(f"Mines are opening. As the Mining Weekly reports:\n\n{block}\n\nShares fell.")[0]
    assert (str(row.quote_type), row.speaker, row.content) == ("direct", "Mining Weekly", block)


def test_a_paragraph_behind_a_colon_that_reports_itself_is_no_quotation() -> None:
    text = "The minister said:\n\nThe police said nine men had been hurt in the fire and that they had been taken away."
    assert [str(row.quote_type) for row in rows(text)] == ["indirect"]


def test_a_pronoun_before_the_verb_of_a_contact_clause_is_its_subject() -> None:
    found = rows("The Border Guards came at noon. A man they say is a spy was held.")
    assert [(row.speaker_text, row.speaker) for row in found] == [("they", "Border Guards")]
