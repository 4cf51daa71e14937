"""Rows of casualties: which figures are one claim, what is part of what, and whose account it is."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties.background import BackgroundRule, background_rules
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


COORDINATED = {
    "A mortar round injured a Canadian, two Danish sappers and a Croatian guard near Knin.": [("injured", 4)],
    # A number that stands first and one of another land or calling are two claims; kin and neighbours are one.
    "Two monks and a driver were wounded in Mandalay.": [("injured", 2), ("injured", 1)],
    "Three Ghanaians and a Fijian were abducted near Tyre.": [("abducted", 3), ("abducted", 1)],
    "Two women and a girl were wounded in Mandalay.": [("injured", 3)],
    "Two Ghanaians, a Fijian and a Swede were abducted near Tyre.": [("abducted", 4)],
    "Two students and Ana Ruiz were wounded in Mandalay.": [("injured", 3)],
    "A driver and two monks were wounded in Mandalay.": [("injured", 3)],
    "A doctor, two nurses and a cook were killed when the clinic at Kunduz was hit.": [("killed", 4)],
    "The bomb killed a mother and her three daughters.": [("killed", 4)],
    "Rebels abducted three teachers and a pupil in Maguindanao.": [("abducted", 4)],
    "At least two engineers and their cook were killed.": [("killed", 3)],
    "A sergeant and four other soldiers were wounded.": [("injured", 5)],
    "A grandmother and her grandson died in the shelling.": [("killed", 2)],
    "Both brothers and a cousin were abducted.": [("abducted", 3)],
    "The raid wounded a Dutch and two French soldiers.": [("injured", 3)],
    "An elderly couple and their daughter were killed in Tyre.": [("killed", 3)],
    "A couple and two neighbours died in the fire.": [("killed", 4)],
    # Numbered groups, and civilians told apart from combatants, keep their own rows.
    "In the clash 35 guerrillas and 5 soldiers were killed.": [("killed", 35), ("killed", 5)],
    "The raid killed two fishermen and three marines.": [("killed", 2), ("killed", 3)],
    "The ambush killed a shepherd, four soldiers and a trader.": [("killed", 1), ("killed", 4), ("killed", 1)],
    "Seven were killed and a nurse was wounded.": [("killed", 7), ("injured", 1)],
}


@pytest.mark.parametrize(("text", "expected"), COORDINATED.items())
def test_coordinated_victims_are_one_sum_unless_numbered_apart(text: str, expected: list[tuple[str, int]]) -> None:
    assert figures(text) == expected


def test_the_sum_keeps_the_hedge_of_its_number() -> None:
    [row] = rows("At least two engineers and their cook were killed.")
    assert (row.count, row.count_min, row.count_max, str(row.quantifier)) == (3, 3, None, "at_least")


NOT_TOLD_APART = {
    "The landslide left 120 people dead or missing.": [("casualties", 120)],
    "More than 300 islanders are dead or missing after the tsunami.": [("casualties", 300)],
    "Some 400 dead and missing were counted in Ormoc.": [("casualties", 400)],
    "Sixty recruits were killed or abducted on the road.": [("casualties", 60)],
    "The battle left 90 men killed or wounded.": [("casualties", 90)],
    # Two outcomes of the same people, and two numbers, stay apart.
    "Nine traders were abducted and killed.": [("abducted", 9), ("killed", 9)],
    "Twelve people are dead and seven missing.": [("killed", 12), ("missing", 7)],
}


@pytest.mark.parametrize(("text", "expected"), NOT_TOLD_APART.items())
def test_outcomes_not_told_apart_are_one_row(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(figures(text)) == sorted(expected)


ONE_CLAIM = {
    "another noun and another hedge": "Shelling killed 12 soldiers near Goma.\n\nAt least a dozen troops died.",
    "the bodies, pointed at": "Gunmen killed six farmers in Zamfara.\n\nThe bodies of the six victims were found.",
    "the dead with their number": "A car bomb killed 23 people in Mosul.\n\nThe 23 dead were buried on Friday.",
    "a headline without the hedge": "Mortars kill 9 in Misrata\n\nAt least nine people were killed in Misrata.",
    "two voices of one army": (
        "Five marines were wounded in Jolo, the army said.\n\n"
        "A military official told reporters that five marines were wounded."
    ),
    "neighbours without a name": (
        "Five boatmen drowned in Jolo, villagers said.\n\nResidents said five boatmen drowned."
    ),
    "a headline with a source, its lead with another": (
        "Five marines killed in Jolo: police\n\nFive marines were killed in Jolo, rebel commanders said."
    ),
    "a headline about one by another noun": (
        "Bomb wounds guard\n\nA limpet bomb wounded a politician's bodyguard in Bilbao."
    ),
    "a first line without a stop": (
        "Rebels kill 13 marines in Jolo\nMilitary officials said that 13 marines were killed on Monday."
    ),
    "the source is told later": "An ambush killed 14 rangers.\n\nThe 14 rangers were killed at dawn, the army said.",
}


@pytest.mark.parametrize("text", ONE_CLAIM.values(), ids=ONE_CLAIM)
def test_the_same_figure_told_again_is_one_row(text: str) -> None:
    [row] = rows(text)
    assert len(row.also) == 1


def test_the_hedged_telling_is_the_evidence_behind_a_bare_headline() -> None:
    [row] = rows(ONE_CLAIM["a headline without the hedge"])
    assert (row.evidence_text or "").startswith("At least nine") and str(row.quantifier) == "at_least"


APART = {
    "another source": "The raid killed 40 people, the ministry said.\n\nResidents said 40 people were killed.",
    "another toll of another source": "The raid killed 40 people.\n\nHospital officials put the toll at 55.",
    "a named officer beside his body": (
        "The raid killed 40 people, police said.\n\nPolice chief Omar Reyes said 40 people were killed."
    ),
    "a headline without a number and a toll of years": (
        "Bandits kill rangers\n\nSince 2015, 262 rangers have been killed in the park."
    ),
    "two figures of one sentence": "Two cadets were beheaded and two others were hacked to death.",
    "another night": "On the first night raids left eight dead.\n\nThe second night of raids left eight dead.",
    "another name": "Ana Lopez Cruz was shot dead.\n\nRosa Diaz Pena was shot dead.",
    "more people": "Seven peacekeepers were killed on Tuesday.\n\nAnother seven were killed later.",
    "another day": "Four miners were killed on Tuesday.\n\nFour miners were killed on Thursday.",
    "another place": "Eight farmers were killed in Kaduna.\n\nEight farmers were killed in Sokoto.",
    "another attack": "Three guards were killed.\n\nThree guards were killed in a separate attack.",
    "another group": "The battle killed 30 soldiers.\n\nThirty rebels were killed.",
    "another group, few": "The rockets killed five women.\n\nFive policemen were killed.",
    "an updated toll": "The blast killed 16 people.\n\nThe toll later rose to 19.",
    "dozens and dozens": "Dozens of soldiers were killed.\n\nDozens of villagers were killed.",
    "another hedge that sets another bound": "The quake killed 80 people.\n\nMore than 80 people were killed.",
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_figures_that_only_look_alike_stay_apart(text: str) -> None:
    assert [row.also for row in rows(text)] == [[], []]


PARTS = {
    "An air raid killed 18 villagers, including three children, in Kunduz.": [None, 0],
    "An air raid killed 18 villagers, including three children, two of them girls.": [None, 0, 1],
    "Twelve people died, among them five women.": [None, 0],
    "At least 40 people were killed in Hodeidah.\n\nAmong the dead were four medics.": [None, 0],
    "A bomb killed 23 people.\n\nThe dead included a journalist.": [None, 0],
    "The blast left 16 dead, 13 civilians and 3 soldiers.": [None, 0, 0],
    "Of the 19 dead, six were children.": [None, 0],
    "Raid kills 30\n\nThe raid killed 30 people, including four boys.": [None, 0],
    "The raid killed 30 people.\n\nThree of the dead were women.": [None, 0],
    "Two journalists were among nine people killed in Idlib.": [1, None],
    # Neither numbered groups nor later tolls are parts, and no part is larger than its whole.
    "In the clash 35 guerrillas and 5 soldiers were killed.": [None, None],
    "The blast killed 16 people.\n\nThe toll later rose to 19.": [None, None],
    "One man was killed.\n\nAmong the dead were four medics.": [None, None],
    "Six people were wounded.\n\nAmong the dead were four medics.": [None, None],
}


@pytest.mark.parametrize(("text", "expected"), PARTS.items())
def test_a_subset_points_at_the_row_of_its_whole(text: str, expected: list[int | None]) -> None:
    found = rows(text)
    places = {row.casualty_id: number for number, row in enumerate(found)}
    assert [None if row.part_of_id is None else places[row.part_of_id] for row in found] == expected


ATTRIBUTED = {
    "Forty people were killed in Aden, while six soldiers were reported wounded.": [None, None],
    "Twelve people were killed, but there has been no report of damage.": [None],
    "A clerk was killed in Soyapango, one of the towns where the army said rebels held on.": [None],
    "Sixty people died after the flood in Sennar (source: Red Crescent and WFP).": ["Red Crescent and WFP"],
    "The airport closed amid unconfirmed reports of 20 deaths.": ["unconfirmed reports"],
    "Nine miners were killed, a hospital official said.": ["a hospital official"],
    "Nine miners were killed, a doctor who asked not to be named said.": ["a doctor"],
    "Nine miners were killed in Lubumbashi, according to the provincial governor.": ["the provincial governor"],
}

ATTRIBUTED |= {
    "- 51 villagers killed (OCHA)": ["OCHA"],
    "- 51 villagers killed (Bamyan district)": [None],
    "Nine dead, said the radio.": ["the radio"],
    "The interior ministry revised the number of dead to 41.": ["The interior ministry"],
    "The blast raised the number of dead to 41.": [None],
    "Killed: 212\nInjured: 640\nSource: Ministry of Health": ["Ministry of Health", "Ministry of Health"],
    "Aid workers affected this year (Aid Worker Security Database):\n- 29 killed\n- 31 wounded": [
        "Aid Worker Security Database",
        "Aid Worker Security Database",
    ],
}


@pytest.mark.parametrize(("text", "expected"), ATTRIBUTED.items())
def test_a_source_is_a_name_and_never_a_clause(text: str, expected: list[str | None]) -> None:
    assert [row.attributed_to for row in rows(text)] == expected


def test_hearsay_is_alleged() -> None:
    [row] = rows("Unconfirmed reports from Bentiu spoke of 150 civilians killed.")
    assert (row.attributed_to, str(row.modality)) == ("Unconfirmed reports from Bentiu", "alleged")


def test_a_headline_takes_the_source_of_the_first_body_telling_only() -> None:
    told = "A bomb killed 38 people in Peshawar.\n\nPolice chief Asif Khan said 38 people were killed."
    assert [row.attributed_to for row in rows(f"Blast kills 38\n\n{told}")] == [None, "Police chief Asif Khan"]
    [row] = rows("Blast kills 38\n\nA bomb killed 38 people in Peshawar, police said.")
    assert row.attributed_to == "police"


def test_own_voice_and_a_later_source_are_two_claims() -> None:
    found = rows("Gunmen raided a post, killing 11 guards.\n\nA rebel spokesman said 11 guards were killed.")
    assert [(row.attributed_to, row.also) for row in found] == [(None, []), ("A rebel spokesman", [])]


def roles(marked: str) -> list[str]:
    """The temporal roles of the rows that touch what stands in braces."""
    first, last = marked.index("{"), marked.index("}") - 1
    found = rows(marked.replace("{", "").replace("}", ""))
    return [str(row.temporal_role) for row in found if row.evidence_start < last and row.evidence_end > first]


@pytest.mark.parametrize("rule", background_rules(), ids=[rule.name for rule in background_rules()])
def test_a_frame_of_background_reads_its_example_and_leaves_its_counterexample(rule: BackgroundRule) -> None:
    assert roles(rule.example) == ["background"]
    assert roles(rule.counterexample) == ["current"]


def test_background_is_dated_by_the_day_that_settles_the_date_of_its_sentence() -> None:
    lead = "It is almost a year since rebels killed 140 villagers in Kivu."
    [settled] = rows(f"{lead} The raid took place on 3 May 2021.")
    assert (str(settled.temporal_role), str(settled.date_start)) == ("background", "2021-05-03")
    [undated] = rows("Fighting broke out on 9 July 2022. The raid was a reminder of the war that killed 9,000.")
    assert (str(undated.temporal_role), undated.date_start) == ("background", None)
