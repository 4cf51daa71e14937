"""Vetoes of evacuation matches: negation, responders, errands, fighters, those who are helped; facts in infinitives."""

from __future__ import annotations

import pytest

from newsledger.build.extract.evacuations.extractor import extract
from newsledger.build.extract.evacuations.vetoes import realised
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.skip import Skip

WAR = " Rebels shelled the town during the offensive, and refugees and displaced families filled the camps near Goma."


def rows(text: str) -> list[Evacuation]:
    article = Article.from_bytes("a.txt", text.encode(), ArticleMetadata())
    return [row for row in extract(Annotated(Document.of(article))) if not isinstance(row, Skip)]


def kinds(text: str) -> list[str]:
    """The kinds of the rows of a text's first sentence."""
    first = len(text)
    return [str(row.record_kind) for row in rows(text + WAR) if row.evidence_start < first]


@pytest.mark.parametrize(
    "text",
    [
        "The villagers rarely left the cellar.",
        "Residents never fled the valley.",
        "The herders have refused to flee.",
        "More than 60 doctors from the capital were sent to the border.",
        "Foreign reporters arrived at the frontier on Monday.",
        "Residents were walking to work when the shell fell.",
        "The strike forced dozens of militants to flee to the hills.",
        "Gunmen took four women out of the village.",
        "The men fled over the ridge.",
        "Nuns helped families leave Goma.",
        "Wounded villagers were arriving at the town hospital.",
        "The agency gave food to 7,000 people who fled the valley.",
        "Hundreds wandered silently through the camp.",
        "Two divers evacuated the bodies of six miners from the river.",
        "Volunteers are still trying to reach families in the valley.",
    ],
)
def test_what_is_no_flight_gives_no_movement(text: str) -> None:
    assert "movement" not in kinds(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thousands of villagers continue to flee the valley.", "movement"),
        ("The family had to flee at night.", "movement"),
        ("Staff fled the clinic.", "movement"),
        ("A hole in the wall let dozens of captives escape.", "movement"),
        ("Monitors saw a rise in new arrivals.", "movement"),
        ("The men, women and children fled over the ridge.", "movement"),
        ("The strike forced dozens of farmers to flee to the hills.", "movement"),
        ("Sixty hostages were rescued by commandos.", "movement"),
        ("Fishermen trudged home on Friday.", "return"),
        ("Some 700 people shelter in a convent.", "stock"),
        ("About 900 people internally displaced in the delta owing to raids.", "movement"),
        ("Another 40 came, bringing the total in the camp to 6,000.", "stock"),
    ],
)
def test_what_is_told_as_a_fact_is_a_row(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Many herders dread going to the camp.", []),
        ("Many herders are going to the camp.", ["movement"]),
        ("Residents would have fled to Chad.", []),
        ("Some 900 residents may have fled to Chad.", ["movement"]),
        ("With this sudden influx of refugees the wells ran dry.", []),
        ("This influx of 30,000 refugees began on Monday.", ["movement"]),
        ("For refugees fleeing war, hope is a lifeline.", []),
        ("For three days refugees fled across the river.", ["movement"]),
        ("For refugees fleeing Darfur the border was closed.", ["movement", "constraint"]),
    ],
)
def test_a_move_that_is_only_thought_of_or_taken_up_or_of_anybody_is_none(text: str, told: list[str]) -> None:
    assert kinds(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Angry residents surged through the streets.", []),
        ("Frightened residents poured into the streets when the shells fell.", ["movement"]),
        ("A crowd of residents poured into the streets and lynched a suspect.", []),
        ("Residents fled after rebels came and looted the market.", ["movement"]),
        ("They entered our village by night.", []),
        ("They came to our village and we ran to the bush.", ["movement"]),
        ("They would visit Goma this week, probably arriving in Kampala today.", []),
    ],
)
def test_a_mob_an_intruder_or_a_visitor_does_not_flee(text: str, told: list[str]) -> None:
    assert kinds(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The militia struck on Friday. They entered Bria from the north.", []),
        ("The militia struck on Friday. Residents entered Bria from the north.", ["movement"]),
        ("The militia burned the houses of villagers. They fled to Chad.", ["movement"]),
        ("The rebels laid down their arms. They were to be flown to Colombo.", []),
        ("The marines landed on Friday. They evacuated 300 villagers to a frigate.", ["movement"]),
        ("The passengers waited. They were to be flown to Colombo.", ["goal"]),
    ],
)
def test_they_are_the_army_that_the_sentence_before_is_about(text: str, told: list[str]) -> None:
    assert kinds(text) == told


def test_an_infinitive_becomes_a_fact_after_a_finite_verb_only() -> None:
    assert realised("they continued to ") == "they continued "
    assert realised("they hope to ") == "they hope to "


def test_the_age_of_one_person_is_no_number_of_people() -> None:
    (row,) = rows("Halima, 62, fled Homs on foot as the war came to the city and the army shelled it.")
    assert row.count is None


def test_a_part_and_a_figure_of_its_own_are_claims_of_their_own() -> None:
    told = rows(
        "Refugees flee Bani\n\nThousands of people fled Bani as the army shelled the town, officials said.\n\n"
        "Most fled to the hills.\n\nIn all 9,500 people have fled Bani, the refugee agency said."
    )
    assert [(row.count, len(row.also)) for row in told] == [(None, 1), (None, 0), (9500, 0)]


@pytest.mark.parametrize(
    ("text", "told"),
    [("U.S. citizens fleeing Mali should call us.", []), ("U.S. citizens are fleeing Mali.", ["movement"])],
)
def test_an_advisory_tells_of_no_move_by_a_bare_participle(text: str, told: list[str]) -> None:
    advisory = "Security Alert: U.S. Embassy Bamako\n\nAvoid the area. Shelter in place. Refugees fled the war.\n\n"
    found = [row for row in rows(advisory + text) if row.evidence_start >= len(advisory)]
    assert [str(row.record_kind) for row in found if row.record_kind == "movement"] == told


def test_a_move_made_again_is_another_move() -> None:
    told = rows("Families fled Bani as rebels shelled it.\n\nRefugees said the families have fled again.")
    assert [len(row.also) for row in told] == [0, 0]


def test_a_headline_takes_the_first_figure() -> None:
    (row,) = rows("Villagers flee Bani\n\nSome 4,000 villagers fled Bani on Sunday as rebels shelled the town.")
    assert row.also


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The herders returned to the valley.", ["return"]),
        ("The herders haven’t returned to the valley.", []),
        ("They aren't going back.", []),
        ("Help reaches the displaced and returnees.", []),
        ("They may be given plots in the event they return.", []),
        ("We don’t think we’ll be coming back.", []),
    ],
)
def test_a_return_that_is_denied_doubted_or_a_noun_is_none(text: str, told: list[str]) -> None:
    assert [kind for kind in kinds(text) if kind == "return"] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Soldiers asked the villagers to leave at once.", ["directive"]),
        ("Soldiers asked a teacher forced to leave her home.", ["movement"]),
        ("The militia gave villagers two hours to leave.", ["directive"]),
        ("The governor gave armed men two hours to leave.", []),
    ],
)
def test_an_order_is_given_to_those_who_are_to_leave_and_are_no_fighters(text: str, told: list[str]) -> None:
    assert kinds(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Seven houses shelter 15 families.", ["stock"]),
        ("Gunmen burst into nine houses and cut down 20 people.", []),
        ("Miners were herded into army trucks.", ["stock"]),
        ("Kidnapped miners were herded into army trucks.", []),
        ("The agency has no access to 900 displaced people.", ["constraint"]),
        ("The agency cannot access many of the areas.", []),
        ("Engineers closed the airport.", ["constraint"]),
        ("They approached a closed airport.", []),
    ],
)
def test_those_harmed_or_seized_are_not_sheltered_and_areas_without_people_not_cut_off(
    text: str, told: list[str]
) -> None:
    assert kinds(text) == told
