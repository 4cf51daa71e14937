"""Casualties: who was hit, how many, and by whose account."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsledger.build.extract.casualties.extractor import extract
from newsledger.build.extract.casualties.rules import CasualtyRule, casualty_rules
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty
from newsledger.schema.skip import Reason, Skip


def read(text: str, published: str | None = None) -> list[Casualty | Skip]:
    metadata = ArticleMetadata.model_validate({"published_date": published})
    return list(extract(Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), metadata)))))


def rows(text: str) -> list[Casualty]:
    return [row for row in read(text) if isinstance(row, Casualty)]


def figures(text: str) -> list[tuple[str, int | None]]:
    return [(str(row.outcome), row.count) for row in rows(text)]


RULES = casualty_rules()


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_reads_its_example(rule: CasualtyRule) -> None:
    assert rule.rule_id in [row.rule_id for row in rows(rule.example)]


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_leaves_its_counterexample_alone(rule: CasualtyRule) -> None:
    assert rows(rule.counterexample) == []


FRAMES = {
    "Nineteen dockers were killed when a magazine blew up.": [("killed", 19)],
    "Shellfire killed 4 and wounded 11 in the old port.": [("killed", 4), ("injured", 11)],
    "The raid left three gendarmes dead and nine hurt.": [("killed", 3), ("injured", 9)],
    "Eighty hostages are still in captivity.": [("abducted", 80)],
    "Six climbers are missing and two have died.": [("missing", 6), ("killed", 2)],
    "Over 300 were killed or wounded in the stampede.": [("casualties", 300)],
    "The death toll from the avalanche has climbed to 61.": [("killed", 61)],
    "The toll was revised from 44 to 39.": [("killed", 44), ("killed", 39)],
    "Two died in Ordu, one in Rize and three in Artvin.": [("killed", 2), ("killed", 1), ("killed", 3)],
    "Seven villagers, among them four women, were abducted.": [("abducted", 7), ("abducted", 4)],
    "Twelve marines, flown in a week ago from the coast, were killed.": [("killed", 12)],
    "The mortar killed a farmer and his son.": [("killed", 2)],
    "Nobody was hurt.": [("injured", 0)],
    "The town fell without loss of life.": [("killed", 0)],
    "No deaths or injuries were reported.": [("killed", 0), ("injured", 0)],
    "Divers recovered nine bodies.": [("killed", 9)],
    "Among the dead were five nurses.": [("killed", 5)],
    "Sgt. Ana Duarte, 31, was shot dead on patrol.": [("killed", 1)],
    "Both brothers were hanged.": [("killed", 2)],
    "Gunmen kill mayor": [("killed", 1)],
    "14 DIE AS FERRY CAPSIZES": [("killed", 14)],
    "The mob beat two peddlers to death.": [("killed", 2)],
    "Police shot a burglar in the leg.": [("injured", 1)],
    "He shot his aunt and two cousins dead.": [("killed", 1), ("killed", 2)],
    "The bombers killed themselves and 52 others.": [("killed", 52)],
    "Rebels downed a helicopter, killing its crew of three.": [("killed", 3)],
    "Neither the consul nor his driver was hurt.": [("injured", 0)],
    "The mine killed two children and maimed a third.": [("killed", 2), ("injured", 1)],
    "The raiders killed eight villagers, abducted dozens and stole 300 cows.": [("killed", 8), ("abducted", None)],
    "The trawler sank with the loss of 21 lives.": [("killed", 21)],
    "Most of the 60 on board, all but two of them pilgrims, survived.": [],
    "Seventeen people, all but two of them miners, were killed.": [("killed", 17)],
    "Three died, along with the pilot.": [("killed", 3), ("killed", 1)],
    "Troops are believed to have executed 300 prisoners.": [("killed", 300)],
    "The hill tribes took 31 sentries prisoner.": [("abducted", 31)],
    "The squad shot dead four smugglers and lost one man.": [("killed", 4), ("killed", 1)],
    "The number of miners killed in the blast rose to 19.": [("killed", 19)],
    "One of the wounded later died.": [("killed", 1)],
    "Sixteen dead, 13 civilians and 3 soldiers, were brought in.": [("killed", 16), ("killed", 13), ("killed", 3)],
    "The army says nine died; monitors put the figure at 20.": [("killed", 9), ("killed", 20)],
    "The gang is holding two French nuns.": [("abducted", 2)],
    "The strike killed the police chief, Colonel Sami Nasser.": [("killed", 1)],
    "Two of the 16 soldiers aboard were killed.": [("killed", 2)],
    "The toll of the siege has passed 300.": [("killed", 300)],
    "A family of five was killed by a shell.": [("killed", 5)],
    "Casualties: 3 KIA, 8 WIA.": [("killed", 3), ("injured", 8)],
    "KIA 5, WIA 12, MIA 2.": [("killed", 5), ("injured", 12), ("missing", 2)],
    "Total killed to date: 1,204": [("killed", 1204)],
    "Fatalities (civilian) – 76.": [("killed", 76)],
    "Nine sailors were hospitalised after the drone hit the frigate.": [("injured", 9)],
    "Surgeons in the port said they were treating at least 70 people for burns.": [("injured", 70)],
    "Seven conscripts suffered minor injuries.": [("injured", 7)],
    "A gunner had both legs blown off.": [("injured", 1)],
    "Six of the deceased were women.": [("killed", 6)],
    "Gunmen stopped a bus of labourers, killing 10 of them.": [("killed", 10)],
    "The raiders killed no one.": [("killed", 0)],
    "The brigade suffered its heaviest casualties of the siege.": [("casualties", None)],
    "The number of dead has climbed past 200.": [("killed", 200)],
    "The governor revised the toll down from 31 to 27.": [("killed", 31), ("killed", 27)],
    "The toll rose to 58 from 49.": [("killed", 58), ("killed", 49)],
    "Casualties on both sides were estimated at 300.": [("casualties", 300)],
    "The sniper shot two clerks before turning the gun on himself.": [("casualties", 2), ("killed", 1)],
    "Maj. Ian Reid, 34, and Sgt. Paul Dow, 22, died when their jeep hit a mine.": [("killed", 2)],
    "Killed were Cpl. Juan Abad, 31, Pvt. Luis Soto, 24, and Pvt. Leo Cruz, 22.": [("killed", 3)],
    "The raiders slit the throats of five shepherds.": [("killed", 5)],
    "Ten men were lined up by the mill and shot.": [("killed", 10)],
    "More than 60 lives were lost in the fire.": [("killed", 60)],
    "The ministry announced 23 martyrs on Friday.": [("killed", 23)],
    "All 11 crew were killed.": [("killed", 11)],
    "Three soldiers were killed and another wounded.": [("killed", 3), ("injured", 1)],
    "Eight women who were queueing when the shell landed at noon died.": [("killed", 8)],
    "Eleven rowers were taken hostage and later killed.": [("abducted", 11), ("killed", 11)],
    "The ward is full and scores of wounded lie outside.": [("injured", None)],
    "The gang has freed the 11 drivers they seized in June.": [("abducted", 11)],
    "Relatives of 300 men who went missing held a vigil.": [("missing", 300)],
    "The herders lost 200 cows and eight men in the raid.": [("killed", 8)],
    "The rebels handed over two captives at the border.": [("abducted", 2)],
}


@pytest.mark.parametrize(("text", "expected"), FRAMES.items())
def test_a_frame_gives_outcome_and_number(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The committee killed three bills.",
        "The frost killed 4,000 sheep.",
        "A dam break could kill thousands of people.",
        "The rebels threatened to execute six prisoners.",
        "If talks fail, hundreds will be killed.",
        "The court sentenced nine men to death.",
        "The actor died peacefully at 88.",
        "Two defenders were injured in the first half of the match.",
        "Police arrested 60 marchers and detained nine more.",
        "Some 2,000 troops captured the town.",
        "The company hurt small savers.",
        "The talks are dead and the plan was killed off.",
        "There was no word on casualties.",
        "The army lost seven depots.",
        "The ministry did not say how many people had been killed.",
        "Officials fear the death toll would have reached 500.",
        "Thousands of small investors were wiped out.",
        "Hundreds of goats and camels were killed.",
        "The rate rose from 11 to 14 per cent.",
        "Turnout rose to 58 from 49 per cent.",
        "Some 50 people were trapped under the rubble.",
        "He had multiple injuries to his face, a doctor said.",
        "Rovers have been hit by injuries to key players.",
        "The thieves carried off 38 paintings.",
        "The injuries of the four soldiers are not grave.",
        "Doctors treated 400 patients for flu.",
        "The captain executed the plan to perfection.",
        "We will kill them, the warlord said.",
    ],
)
def test_what_is_no_casualty_gives_no_row(text: str) -> None:
    assert rows(text) == []


def test_hypothetical_victims_are_skipped_with_their_reason() -> None:
    (skip,) = read("The flood could kill 500 people.")
    assert isinstance(skip, Skip)
    assert skip.reason is Reason.HYPOTHETICAL_VICTIMS


@pytest.mark.parametrize(
    ("text", "source", "kind"),
    [
        ("Nine people died, the interior ministry said.", "the interior ministry", "official"),
        ("According to rebel officers, 40 soldiers were killed.", "rebel officers", "belligerent"),
        ("The mayor put the death toll at 31.", "The mayor", "official"),
        ("Villagers said six girls had been kidnapped.", "Villagers", "witness"),
        ("Nine people died.", None, "none"),
    ],
)
def test_the_source_of_a_figure_is_named(text: str, source: str | None, kind: str) -> None:
    (row,) = rows(text)
    assert (row.attributed_to, str(row.attribution_kind)) == (source, kind)


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("Four guerrillas were killed.", "combatant"),
        ("Four schoolgirls were killed.", "civilian"),
        ("Four people were killed.", "unstated"),
        ("Thirty people were killed, ten of them civilians.", "mixed"),
        ("Two taxi drivers were killed.", "civilian"),
    ],
)
def test_nouns_tell_the_victim_class(text: str, victims: str) -> None:
    assert str(rows(text)[0].victim_class) == victims


def test_a_subset_is_a_row_beside_the_toll_it_belongs_to() -> None:
    toll, subset = rows("At least 51 people were killed, including 9 children.")
    assert (toll.count_min, toll.count_max, str(toll.quantifier)) == (51, None, "at_least")
    assert subset.evidence_text == "including 9 children"


def test_the_same_figure_told_again_joins_its_first_row() -> None:
    text = "Bomb kills 27 in Arbat\n\nA bomb killed 27 people in Arbat.\n\nThe 27 people killed were shoppers."
    (row,) = rows(text)
    assert [text[span.start : span.end] for span in row.also] == ["killed 27 people", "The 27 people killed"]


def test_another_number_or_source_makes_another_row() -> None:
    assert len(rows("The army said 30 rebels were killed. The rebels said 12 rebels were killed.")) == 2


WORDS = st.sampled_from(
    re.findall(
        r"\S+",
        "killed 12 people were and wounded , the soldiers of in dead who including three children said police no "
        "casualties left toll rose from to 40 missing hostages was shot . ; at least among them",
    )
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=25))
def test_any_words_give_rows_whose_evidence_is_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for row in rows(text):
        assert text[row.evidence_start : row.evidence_end] == row.evidence_text
        assert row.sentence_start <= row.evidence_start < row.evidence_end <= row.sentence_end
    assert read(text) == read(text)
