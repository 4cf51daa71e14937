"""Speakers: pronouns, surnames, roles and descriptions lead back to the fullest name."""

from __future__ import annotations

import pytest
from test_statements import rows

CASES = [
    (
        "Defence Minister Tadesse Worku toured Gondar on Sunday. He said the airfield was safe.",
        ["Tadesse Worku"],
    ),
    (
        "The envoy, Ingrid Dahl, was blunt. “They smiled for the cameras,” she said, “and changed nothing.”",
        ["Ingrid Dahl", "Ingrid Dahl"],
    ),
    (
        "The mission's head, Lt. Gen. Arvo Salmi, flew to Sukhumi.\n\nThe general said nobody had withdrawn.",
        ["Arvo Salmi"],
    ),
    (
        "Mayor Hassan Darwish was defiant. “We will rebuild,” he told visitors.\n\n“It took our fathers ten years.”",
        ["Hassan Darwish", "Hassan Darwish"],
    ),
    (
        "“No one slept,” Fatou Sow said.\n\nHer neighbour, Moussa Diop, laughed.\n\n“They took the goats,” he said.",
        ["Fatou Sow", "Moussa Diop"],
    ),
    (
        "“The talks failed,” a French diplomat said.\n\nGen. Iván Soto told reporters the army was ready. "
        "He gave no date, but insisted that no town would be bombed.",
        ["diplomat", "Iván Soto", "Iván Soto"],
    ),
    (
        "“I have been displaced four times.\n\n“Each time I planted something,” said Hawa Elmi, 68.",
        ["Hawa Elmi", "Hawa Elmi"],
    ),
    (
        "The Nurses' Council said:\n\n“The last ward has closed.\n\n“Forty patients depend on it.”",
        ["Nurses' Council", "Nurses' Council"],
    ),
    (
        "Families were warned by the district chief, Omar Jallow, that the dam might burst.",
        ["Omar Jallow"],
    ),
    ("SDLP MLA for East Derry Maeve Quinn said the bombs were a disgrace.", ["Maeve Quinn"]),
    ("A clash left 40 guerrillas dead. The guerrillas said they had withdrawn.", ["guerrillas"]),
    (
        "Inspector General of Police (IGP) Musa Danladi said nine men were held. “All are safe,” the IGP said.",
        ["Musa Danladi", "Musa Danladi"],
    ),
    (
        "The Front for the Liberation of Karesh (FLK) freed two men. The FLK said it wanted talks.",
        ["Front for the Liberation of Karesh"],
    ),
    ("The Defence Minister (Mr Anton Weiss) said the port was quiet.", ["Anton Weiss"]),
    (
        "Two bridges fell, the Burundian news agency ABP reported. The official news agency said the river rose. "
        "It said nobody drowned. The report said trucks were stuck.",
        ["ABP"] * 4,
    ),
    (
        "The port was shelled, the private Radio Kaya reported. The mayor said nobody was hurt. "
        "The radio said two barges sank.",
        ["Radio Kaya", "mayor", "Radio Kaya"],
    ),
    (
        "A spokesman for the Defence Ministry said a jet was lost. The statement said the pilot was safe.",
        ["spokesman for the Defence Ministry"] * 2,
    ),
    (
        "Reporter Ana Ruiz said the inquiry had ended. The report said nobody was to blame.",
        ["Ana Ruiz", "report"],
    ),
    (
        "The boy told me to wait. The woman said the bridge was down.",
        ["boy", "woman"],
    ),
    (
        "A security official who asked for anonymity said nine men fell. The jeeps were taken, the source said.",
        ["security official", "security official"],
    ),
    (
        "The Foreign Ministry of Lodia said nine men died. The Lodian Border Troops said the line was calm.\n\n"
        "“We want peace,” it said.",
        ["Foreign Ministry of Lodia", "Lodian Border Troops", "Lodian Border Troops"],
    ),
    (
        "The largest party, the People's Front, said it would not vote.",
        ["People's Front"],
    ),
    (
        "Flood in Leiria\n\nStatement by UNESCO Deputy Director Ana Ruiz\n\n"
        "LIMA/QUITO, 3 March 2001 – “The flood did not spare the schools.\n\n“Schools should be safe.”",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    (
        "Two trains collided, Tass reported. Nine men died, the official Soviet news agency said.",
        ["Tass", "Tass"],
    ),
    (
        "Two trains collided, Tass reported. The state weather forecasting agency said fog was to blame.",
        ["Tass", "state weather forecasting agency"],
    ),
    (
        "The Relief Agency in a statement on Thursday said nine men drowned. It said the dam was safe.",
        ["Relief Agency", "Relief Agency"],
    ),
    (
        "A police officer said shots rang out. The police said that nobody had been hurt.",
        ["police officer", "police"],
    ),
    ("Another shopkeeper voiced alarm. “I ran for my life,” they said.", ["shopkeeper"] * 2),
    (
        "Tom Barrow, 30, and Anna Weller, 28, were thrown to the ground. “I saw a white flash,” he said.",
        ["Tom Barrow"],
    ),
    ("Mayor Rui dos Santos denied the bridge had been mined. “It is open,” Santos said.", ["Rui dos Santos"] * 2),
    (
        "Kindu MP Grace Mbala has condemned the raid.\n\nThe Kindu MP said:\n\n“There is no place for guns here.”",
        ["Grace Mbala", "Grace Mbala"],
    ),
    ("The statement, sent by rebel spokesman Idris Kol, said the post was theirs.", ["Idris Kol"]),
    (
        "Governor Sani Bello had toured the camp. Umar Gana met reporters. "
        "Governor Sani Bello had sent food, he said, adding that more would follow.",
        ["Umar Gana", "Umar Gana"],
    ),
    ("Unconfirmed reports said a major was wounded.", ["Unconfirmed reports"]),
    ("Relief International left Bor. It said two clerks had been beaten.", ["Relief International"]),
    (
        "Nine drowned, the Institute for Relief and Rescue (BNRS) said.\n\nThe road was cut, according to BNRS.\n\n"
        "The bridge fell, it said.",
        ["Institute for Relief and Rescue"] * 3,
    ),
    (
        "Floods drove 900 from their homes, the country's disaster agency said.\n\n"
        "The National Authority for Disaster Relief said 12 had drowned.",
        ["National Authority for Disaster Relief"] * 2,
    ),
    (
        "Floods drove 900 from their homes, the country's health agency said.\n\n"
        "The National Authority for Disaster Relief said 12 had drowned.",
        ["health agency", "National Authority for Disaster Relief"],
    ),
    ("The Swiss Embassy in Kaya is shut. It will open on Monday, diplomats said.", ["Swiss Embassy in Kaya"]),
    ("“Come and see,” shouts a boy named Faris from a roof. “They are gone!”", ["Faris", "Faris"]),
    ("The junta's newspaper, the New Light, blamed the floods on the gods.", ["New Light"]),
    ("France, Chad and Kenya welcomed the truce. They also urged calm.", ["France, Chad and Kenya"] * 2),
    ("Meanwhile, Kenya and Chad said they were ready.", ["Kenya and Chad"]),
    ("Interior Minister Ana Ruiz and army chief Gen. Omar Sy denied it had fallen.", ["Ana Ruiz and Omar Sy"]),
    ("The Relief Council of Chad and Mali said the dam was safe.", ["Relief Council of Chad and Mali"]),
    (
        "The envoy of Prime Minister Omar Sy met Ana Ruiz. “Nobody wanted to harm Sy or his men,” she said.",
        ["Ana Ruiz"],
    ),
    (
        "President Ivo Sy has been shut out of the talks, said Gen. Omar Diop.\n\nMr Sy flew home.\n\n"
        "“Nobody wants to harm Sy,” he said.",
        ["Omar Diop", "Omar Diop"],
    ),
    ("The coroner investigating a death at the Lake Club said he would stay.", ["coroner investigating a death"]),
    ("Voting began at dawn and at 5:00am Speaker Ana Ruiz announced the result.", ["Ana Ruiz"]),
    ("“The mill is gone,” a woman who gave her name as Halima said.", ["Halima"]),
    ("A band calling itself the Sons of Tyre said it held the nuns.", ["Sons of Tyre"]),
    (
        "The Lake Rights Group blamed both sides for the fire. The London-based group called for an inquiry.",
        ["Lake Rights Group", "Lake Rights Group"],
    ),
]


@pytest.mark.parametrize(("text", "speakers"), CASES)
def test_speakers_are_resolved_to_the_fullest_name(text: str, speakers: list[str]) -> None:
    found = [row.speaker or "" for row in rows(text)]
    assert len(found) == len(speakers)
    assert all(want in have for want, have in zip(speakers, found, strict=True)), found


def test_what_stands_at_the_cue_is_kept_beside_the_name() -> None:
    row = rows("President Ama Boateng landed in Lomé. “The border stays shut,” she told reporters.")[0]
    assert (row.speaker, row.speaker_text, str(row.speaker_kind)) == ("Ama Boateng", "she", "person")


def test_a_pronoun_without_anybody_named_has_no_speaker() -> None:
    row = rows("“There were bodies everywhere,” he recalled.")[0]
    assert row.speaker is None
    assert row.speaker_text == "he"


def test_a_span_of_time_is_nobody() -> None:
    assert rows("Hours earlier, divers found nine cars. He said the search went on.")[0].speaker != "Hours"


def test_the_addressee_is_not_the_speaker() -> None:
    row = rows("President Ama Boateng told Prime Minister Yaw Mensah that the border would stay shut.")[0]
    assert row.speaker == "Ama Boateng"


def test_the_channel_is_no_part_of_the_speaker() -> None:
    row = rows("The Relief Agency in a statement on Thursday said nine men drowned.")[0]
    assert (row.speaker, row.speaker_text) == ("Relief Agency", "The Relief Agency")


def test_a_witness_whose_name_is_told_is_a_person() -> None:
    row = rows("A witness named Faris told the court that he saw nine boats.")[0]
    assert (row.speaker, row.speaker_role, str(row.speaker_kind)) == ("Faris", "witness", "person")
