"""Figures whose outcome stands in the sentence before, and single victims told by what befell them."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties.extractor import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty


def rows(text: str) -> list[Casualty]:
    article = Article.from_bytes("a.txt", text.encode(), ArticleMetadata())
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Casualty)]


def figures(text: str) -> list[tuple[str, int | None]]:
    return [(str(row.outcome), row.count) for row in rows(text)]


CARRIED = {
    # Who some of those hit were.
    "A bomb killed 14 people in Medan. Nine of them were children.": [("killed", 14), ("killed", 9)],
    "Shells killed 14 people in Sirte. Nine were children and three were women.": [
        ("killed", 14),
        ("killed", 9),
        ("killed", 3),
    ],
    "The shelling killed 62 people. Of these, 45 were reportedly farmers.": [("killed", 62), ("killed", 45)],
    "Shells killed 90 people. Some 40 victims, that is, almost half, were women.": [("killed", 90), ("killed", 40)],
    "Shells killed nine people, one of whom was a baby.": [("killed", 9), ("killed", 1)],
    "The raid left 30 dead. Twelve of the victims were women.": [("killed", 30), ("killed", 12)],
    # How badly some of the injured are hurt.
    "The blast killed six and injured nine. Two are still in mortal danger.": [
        ("killed", 6),
        ("injured", 9),
        ("injured", 2),
    ],
    "Eighty wounded were admitted. Of the wounded, 40 were serious cases, 30 moderate and 10 light.": [
        ("injured", 80),
        ("injured", 40),
        ("injured", 30),
        ("injured", 10),
    ],
    "Of the 90 injured, 12 required surgery.": [("injured", 90), ("injured", 12)],
    "Three of the 11 wounded are in “serious condition”.": [("injured", 3), ("injured", 11)],
    # Others, larger numbers, things and the unharmed are none of them.
    "The bomb killed nine people. Seven of the suspects were teenagers.": [("killed", 9)],
    "The bomb killed nine people. Twelve were children at the school next door.": [("killed", 9)],
    "The bomb killed nine people. Two were police cars.": [("killed", 9)],
    "The flood killed nine people. Three were rescued.": [("killed", 9)],
    "The flood killed nine people. Roads are cut. Three were children.": [("killed", 9)],
    "The flood killed nine people. Two hospitals were in serious condition.": [("killed", 9)],
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.items())
def test_some_of_those_hit_are_told_in_the_words_of_the_sentence_before(
    text: str, expected: list[tuple[str, int]]
) -> None:
    assert figures(text) == expected


def test_a_carried_figure_is_part_of_its_toll() -> None:
    whole, part = rows("A bomb killed 14 people in Medan. Nine of them were children.")
    assert (part.part_of_id, str(part.victim_class)) == (whole.casualty_id, "civilian")


BEFALLEN = {
    "Armed men dragged a teacher and his wife from their home.": [("abducted", 2)],
    "Rescuers dragged a teacher and his wife from the rubble.": [],
    "The singer, who lay in Porto's Santo Antonio Hospital with a broken hip, wept.": [("injured", 1)],
    "A woman with a gaping wound in her leg ran past.": [("injured", 1)],
    "A man with a large knife ran past.": [],
    "He knifed a shopkeeper.": [("injured", 1)],
    "A soldier was killed and two students were savagely beaten.": [("killed", 1), ("injured", 2)],
    "Her 12 man crew was thrown into the sea.": [("missing", 12)],
    "Her 12 man crew was thrown into prison.": [],
    "Five villagers were swept away by the flood.": [("missing", 5)],
    "The army said 33 guerrillas were put out of action.": [("casualties", 33)],
    "Four women were slumped, dead, over the wheel.": [("killed", 4)],
    "The German hostage, Otto Kern, was shown on video.": [("abducted", 1)],
    "The German hostage was shown on video.": [],
    "A second person died and a third man was hurt.": [("killed", 1), ("injured", 1)],
    "Rebels killed four in Bunia, six in Mambasa and two more in Beni.": [("killed", 4), ("killed", 6), ("killed", 2)],
    "Three Spanish nurses and one translator were killed.": [("killed", 3), ("killed", 1)],
    "A Portuguese nun and two lay workers were ambushed and killed.": [("killed", 3)],
    "A mine killed 32 farmers, including 12 children, the state-run Voice of Lima radio said.": [
        ("killed", 32),
        ("killed", 12),
    ],
    "Police announced the capture of the sect's legendary leader.": [],
    "Eight of the deaths occurred at night.": [("killed", 8)],
    "No deaths or serious injuries were reported.": [("killed", 0), ("injured", 0)],
    "Nearly 900 Danes and foreign nationals have been killed.": [("killed", 900)],
    # The people hit stand behind "were", "along with" or before "hostage".
    "The victims were a nurse and her driver.": [("killed", 2)],
    "The winners were a nurse and her driver.": [],
    "The victims were angry.": [],
    "The attackers were both killed by police.": [("killed", 2)],
    "They took a priest and two nuns hostage.": [("abducted", 3)],
    "Nine hostages were among the dead, along with seven soldiers and at least five of the attackers.": [
        ("killed", 9),
        ("killed", 7),
        ("killed", 5),
    ],
    "Two people were killed on Saturday, and three on Sunday.": [("killed", 2), ("killed", 3)],
    "The blast wounded 20, some of them critically.": [("injured", 20), ("injured", None)],
    "Over 1290 lives lost in floods.": [("killed", 1290)],
    "Ten-year-old Nour was killed by shrapnel.": [("killed", 1)],
    "The blast wounded two other bouncers and a passer-by.": [("injured", 3)],
    "The train stopped, with 10 people left in hospital.": [("injured", 10)],
    # What another clause tells, a weapon, or the dead are no part of it.
    "The boy waved a knife in front of terrified commuters.": [],
    "Troops advanced toward a town held by rebels.": [],
    "The convoy lost one soldier and several others were injured.": [("killed", 1), ("injured", None)],
    "The clinic received one dead soldier and six others who were wounded.": [("injured", 6)],
    "The army lost two tanks and one was captured.": [],
    "The army lost two men and one was captured.": [("killed", 2), ("abducted", 1)],
    "A man with a burn scar served tea.": [],
    "He kept the gang from stabbing a girl.": [],
    # Of several people shot it is not told whether they died.
    "Police said two armed men had been shot.": [("casualties", 2)],
    "Many of the women had been shot.": [("injured", None)],
    "Six clerks were shot against a wall.": [("killed", 6)],
}


@pytest.mark.parametrize(("text", "expected"), BEFALLEN.items())
def test_victims_are_told_by_what_befell_them(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert figures(text) == expected


def test_a_figure_with_another_word_for_more_is_the_same_when_told_again() -> None:
    text = "Several more people were wounded at a mill, police said. Police said several more were wounded."
    assert figures(text) == [("injured", None)]


@pytest.mark.parametrize(
    "text",
    [
        "It goes on.\n\nOver 9,000 have died in war\n\nADEN — The number of dead has passed 9,000, the U.N. said.",
        "One nurse killed in Goma\n\nAt least one nurse was killed, an official said, marking the second day of riots.",
        "Rebels shot dead one councillor. The rebels shot dead councillor Ana Ruiz at noon.",
    ],
)
def test_headings_and_names_tell_the_same_figure_again(text: str) -> None:
    assert len(figures(text)) == 1


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A 34-year-old man was killed by a stray bullet in Tripoli.", "civilian"),
        ("A 34-year-old man was killed by a policeman in Tripoli.", "unstated"),
        ("Twenty Rohingya, including infants and old men, drowned.", "civilian"),
        ("Twenty Rohingya, including cooks and old men, drowned.", "unstated"),
    ],
)
def test_strays_and_infants_tell_that_victims_are_civilians(text: str, victims: str) -> None:
    assert str(rows(text)[0].victim_class) == victims


def test_a_headline_without_a_number_takes_that_of_a_later_telling() -> None:
    middle = "Here militants are dead at dawn."
    text = f"Militants are shot dead\n\n{middle}\n\nFive militants were shot dead. The five are named."
    assert figures(text) == [("killed", 5)]
