"""Tests of casualty frames: shares and parts of the dead, tolls in other words, participles that only describe."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties.extractor import extract
from newsledger.build.extract.casualties.words import endings, listed
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty


def rows(text: str) -> list[Casualty]:
    article = Article.from_bytes("test", text.encode(), ArticleMetadata(published_date=None, title=None))
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Casualty)]


def figures(text: str) -> list[tuple[str, int | None]]:
    return [(str(row.outcome), row.count) for row in rows(text)]


TOLD = {
    # Both outcomes of people without any number; of people with one they stay together.
    "A rocket hit the bazaar, killing and wounding pilgrims.": [("killed", None), ("injured", None)],
    "The radio said pilgrims were killed and wounded.": [("killed", None), ("injured", None)],
    "A rocket killed and wounded scores of pilgrims.": [("casualties", None)],
    "A rocket killed or wounded pilgrims.": [("casualties", None)],
    # Tolls: the level passed without "to", nouns of one death, earlier counts, sums of days.
    "Death Toll in Darwaz Unrest Climbs Over 200": [("killed", 200)],
    "The rebels claimed the deaths exceeded 30.": [("killed", 30)],
    "Some 12,000 people have died. The previous count was 9,000.": [("killed", 12000), ("killed", 9000)],
    "Marines killed 17 raiders Monday and 12 Tuesday, bringing the two-day total to 29.": [
        ("killed", 17),
        ("killed", 12),
        ("killed", 29),
    ],
    "Early reports put the casualties at 12 dead.": [("killed", 12)],
    "The number of monks' deaths (78) is unknown to many.": [("killed", 78)],
    # What might have happened.
    "One account held that up to 31 might have lost their lives.": [("killed", 31)],
    # Those among the dead, one of them, most of them.
    "Four, including two Danes, were reported to be among the dead.": [("killed", 4), ("killed", 2)],
    "Scores of children among casualties in Herat raid": [("casualties", None)],
    "Nuns were among the casualties.": [("casualties", None)],
    "Mr Ruiz was one of the victims.": [("killed", 1)],
    "One of the dead was named as Mr Ruiz.": [("killed", 1)],
    "Most of the injured and dead were schoolgirls.": [("casualties", None)],
    "About a quarter of those killed were schoolgirls.": [("killed", None)],
    "One third of the wounded are schoolgirls.": [("injured", None)],
    "Many of the victims were schoolgirls.": [("killed", None)],
    "Hospitals in Aden remain filled with wounded marchers.": [("injured", None)],
    # People who are described by what they pass for, and a number beside a titled name.
    "Two boys disguised as nuns were killed.": [("killed", 2)],
    "Nine people were killed, including those of two cooks.": [("killed", 9), ("killed", 2)],
    "Two cooks and Gen. Omar Ruiz were killed.": [("killed", 2), ("killed", 1)],
    # Attackers, others hit with one, people dying with a number.
    "A bomber struck the barracks, killing herself.": [("killed", 1)],
    "The bishop was abducted with four other elders.": [("abducted", 1), ("abducted", 4)],
    "The outing ended with 21 climbers dying.": [("killed", 21)],
    "The boat sank, drowning at least 30 porters.": [("killed", 30)],
    "Police named the attacker who they shot dead.": [("killed", 1)],
    "They fired on marchers, who fell dead.": [("killed", None)],
    "Families on holiday were massacred.": [("killed", None)],
    "The army says it has killed large number of raiders.": [("killed", None)],
    "A witness saw half-naked bodies of suspected raiders.": [("killed", None)],
    "Three climbers survived with minor injuries.": [("injured", 3)],
    "Dozens of pilgrims were seen being wheeled into hospitals.": [("injured", None)],
    "More than 80 pupils are being held by armed men.": [("abducted", 80)],
    "Bandits have seized two clerks and captured another.": [("abducted", 2), ("abducted", 1)],
    # Ages behind names, both of two kinds, degrees of a number, people of another sentence part.
    "Omar Bashar, 22 died in the gunfight.": [("killed", 1)],
    "Both foreign nationals and locals have been kidnapped.": [("abducted", None)],
    "A bomb wounded two porters, one fatally.": [("injured", 2), ("killed", 1)],
    "The toll climbed to 64, with 88 others getting injured.": [("killed", 64), ("injured", 88)],
    "Raiders kill 9 conscripts, 27 missing": [("killed", 9), ("missing", 27)],
    "Seven were killed, including three pilots, Minister of Mines Omar Bek told reporters.": [
        ("killed", 7),
        ("killed", 3),
    ],
    "Another 10 bodies were brought to the hospital.": [("killed", 10)],
    "The body of a clerk kidnapped by pirates was found.": [("killed", 1), ("abducted", 1)],
    "At least one of bin Omar's Danish fighters had been killed.": [("killed", 1)],
    "The crash claimed the life of media personality Ana Ruiz.": [("killed", 1)],
    "One of the crew is believed to have died.": [("killed", 1)],
    "Since May, 78 war wounded patients have been helped.": [("injured", 78)],
    "Also killed were a judge and a clerk.": [("killed", 2)],
    "A list showed the victims were 14 sailors.": [("killed", 14)],
    "The deaths bring to 16 the number of Danes killed.": [("killed", 16)],
    "Sailors found 17 bodies of porters on Monday allegedly killed by pirates.": [("killed", 17)],
}


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_people_hit_are_counted_in_whatever_frame_they_stand(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert sorted(map(str, figures(text))) == sorted(map(str, expected))


UNTOLD = (
    # Participles that only describe.
    "Police searched the hospitals for wounded raiders.",
    "The unit treats injured patients near the front.",
    "Medics were evacuating injured porters.",
    "The sides swapped prisoners, including wounded conscripts.",
    "hurt child",
    "He described burning cars and wounded people on the ground.",
    "Herat massacre survivor tells how he fled",
    "On Sunday their mutilated bodies were found in a forest.",
    # Nobody is hit yet, or nobody at all.
    "Government forces are losing ground.",
    "He planned two assassination attempts on the general.",
    "The policy is aimed at eliminating Mr Omar.",
    "The mayor should in some way be eliminated.",
    "Hackers raided the firm, carrying off Social Security numbers.",
    "The army knocked out six tanks and captured some rifles.",
    "The death toll rose 30 in a day.",
    "But the bodies were in a state of decay.",
    "The total number of pupils that have been freed is now 90.",
    "The king was one of the founders.",
    "One of the guests was a schoolgirl.",
)


@pytest.mark.parametrize("text", UNTOLD)
def test_words_of_harm_that_tell_of_nobody_hit_give_no_row(text: str) -> None:
    assert figures(text) == []


SUFFERERS = {
    "Government troops suffered six fatalities.": ["combatant"],
    "A spokesman said its marines suffered no casualties.": ["combatant"],
    "Divers found 17 bodies of schoolgirls.": ["civilian"],
    "Many of the victims were schoolgirls.": ["civilian"],
    "Nearly half the dead were conscripts.": ["combatant"],
}


@pytest.mark.parametrize(("text", "classes"), SUFFERERS.items())
def test_dead_without_a_noun_have_the_class_of_those_who_suffered_or_of_their_predicate(
    text: str, classes: list[str]
) -> None:
    assert [str(row.victim_class) for row in rows(text)] == classes


def test_others_killed_elsewhere_are_more_than_those_before() -> None:
    text = "A mine killed four climbers near Knin.\n\nIn addition, four other people were killed near Split."
    assert figures(text) == [("killed", 4), ("killed", 4)]


def test_a_clause_about_anonymity_names_no_source() -> None:
    text = "A guard, speaking on condition of anonymity, said a note showed 12 clerks were killed."
    assert [row.attributed_to for row in rows(text)] == ["A guard"]


def test_what_might_have_happened_is_possible() -> None:
    [row] = rows("Up to 31 might have lost their lives.")
    assert str(row.modality) == "possible"


def test_lists_are_read_by_name() -> None:
    assert "routinely" in listed("habits")
    assert "nation".endswith(endings("abstract_endings"))
    with pytest.raises(KeyError):
        listed("no such list")
