"""Tests of casualty readings: what is only possible, denied or believed, whose class a number has, who is meant."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties.extractor import extract
from newsledger.build.extract.casualties.rows import of_armed_group
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty


def rows(text: str) -> list[Casualty]:
    article = Article.from_bytes("test", text.encode(), ArticleMetadata(published_date=None, title=None))
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Casualty)]


READ = {
    # Who is meant: owners, families, roles, unknown nouns, verbs that share an object.
    "The mine killed three of the bishop's drivers.": [("killed", 3, "asserted")],
    "My cousin's family was wiped out by the landslide.": [("killed", None, "asserted")],
    "Two medics and a Croatian serving as a guard were wounded.": [
        ("injured", 2, "asserted"),
        ("injured", 1, "asserted"),
    ],
    "A muezzin who died at dawn was buried by noon.": [("killed", 1, "asserted")],
    "The patrol killed or wounded 30 raiders.": [("casualties", 30, "asserted")],
    "The blast killed nine and wounded 30, civilian and naval sources said.": [
        ("killed", 9, "asserted"),
        ("injured", 30, "asserted"),
    ],
    "The clash ended with 11 cadets and three raiders dead.": [("killed", 11, "asserted"), ("killed", 3, "asserted")],
    "The shell killed a headman identified as Musa Bello and 17 others.": [("killed", 18, "asserted")],
    "Six raiders reached the wall but were shot dead.": [("killed", 6, "asserted")],
    "The shelling was followed by the murder of the island's mayor.": [("killed", 1, "asserted")],
    "The clinic took in 30 bodies of dead conscripts.": [("killed", 30, "asserted")],
    'The reeve was "presumed killed" in the raid.': [],
    'The captain was "presumed killed" in the raid.': [("killed", 1, "asserted")],
    # Tolls of states.
    "The total dead is 48 and the wounded are 153.": [("killed", 48, "asserted"), ("injured", 153, "asserted")],
    # Parts of a toll, how gravely, and at what rate.
    "Thirteen of the dead were recruits and two were nuns.": [("killed", 13, "asserted"), ("killed", 2, "asserted")],
    "Seven people were hurt: a porter, two clerks and four monks.": [
        ("injured", 7, "asserted"),
        ("injured", 1, "asserted"),
        ("injured", 2, "asserted"),
        ("injured", 4, "asserted"),
    ],
    "Thirty people were hurt, some critically.": [("injured", 30, "asserted"), ("injured", None, "asserted")],
    "Since 2015, 262 rangers have been killed, about 75 rangers a year.": [
        ("killed", 262, "asserted"),
        ("killed", 75, "asserted"),
    ],
    # Among the dead; bodies; those who succumb; numbers in quotation marks.
    "Among the casualties were three nuns and two porters.": [
        ("casualties", 3, "asserted"),
        ("casualties", 2, "asserted"),
    ],
    "Porters were among the 15 people who drowned.": [("killed", None, "asserted"), ("killed", 15, "asserted")],
    "Divers found 35 bodies of sailors.": [("killed", 35, "asserted")],
    "Joggers found a mutilated body.": [("killed", 1, "asserted")],
    "Shepherds found at least a dozen skeletal remains.": [("killed", 12, "asserted")],
    "Eight cadets were hurt and two succumbed after admission.": [
        ("injured", 8, "asserted"),
        ("killed", 2, "asserted"),
    ],
    'The navy put the number of navy casualties at "fewer than 10".': [("casualties", 10, "asserted")],
    "The officer gave no details about casualties.": [],
    "The mob killed 14 mostly elderly villagers.": [("killed", 14, "asserted")],
    "Bandits stopped the bus and seized six men and strangled them.": [
        ("abducted", 6, "asserted"),
        ("killed", 6, "asserted"),
    ],
    "The 17 suspects confessed to stopping travellers and killing them.": [],
    "Several lives are believed to have been lost.": [("killed", None, "asserted")],
    "The two bombers blew themselves up at the gate.": [("killed", 2, "asserted")],
    "Troops went to find the kidnappers of the governor.": [("abducted", 1, "asserted")],
    "Villagers look for officials abducted three days earlier.": [("abducted", None, "asserted")],
    "Clinics treat dozens of burns victims.": [("injured", None, "asserted")],
    "The missing include: 12 Danes on a tour of the coast; at least nine Poles; two Swedes.": [
        ("missing", 12, "asserted"),
        ("missing", 9, "asserted"),
        ("missing", 2, "asserted"),
    ],
    "The gang carried out 13 murders.": [("killed", 13, "asserted")],
    "The valley has seen two massacres.": [],
    # Parts named before the predicate, relative clauses, short names in brackets.
    "14 pupils, including seven girls, killed in a camp": [("killed", 14, "asserted"), ("killed", 7, "asserted")],
    "Two rangers, including a sergeant, and three raiders have been killed.": [
        ("killed", 2, "asserted"),
        ("killed", 1, "asserted"),
        ("killed", 3, "asserted"),
    ],
    "Two porters, including the son of the owner of the house in which the raiders hid, also died.": [
        ("killed", 2, "asserted"),
        ("killed", 1, "asserted"),
    ],
    "The gang beheaded two of six captives who were abducted in May.": [
        ("killed", 2, "asserted"),
        ("abducted", 6, "asserted"),
    ],
    "Fifteen Moro Front Group (MFG) bandits were killed.": [("killed", 15, "asserted")],
    "Among the five porters killed were a Moroccan and a nun.": [("killed", 2, "asserted"), ("killed", 5, "asserted")],
    "The death toll, including 18 children, stood at 51.": [("killed", 51, "asserted")],
    "Kashmir unrest claims 2 Indian soldiers, 3 porters": [("killed", 2, "asserted"), ("killed", 3, "asserted")],
    "The army claims two soldiers were there.": [],
    "One of our soldiers has been killed.": [("killed", 1, "asserted")],
    "The names of slain porters were read out.": [],
    "The gang is poor, sometimes beheading captives.": [],
    "Abu Sayyaf beheaded": [],
    "One clerk was killed and two severely beaten.": [("killed", 1, "asserted"), ("injured", 2, "asserted")],
    "The dispatch did not mention rebel casualties.": [],
    "The army looks for a pilot whom rebels took hostage in Papua.": [("abducted", 1, "asserted")],
    # Captives; those whom the state catches are detained.
    "The guerrillas captured 12 conscripts.": [("abducted", 12, "asserted")],
    "Nine surveyors are being held by Hezbollah.": [("abducted", 9, "asserted")],
    "Nine surveyors are being held by customs officers.": [],
    "Two drivers were forcibly taken.": [("abducted", 2, "asserted")],
    "The clerk was taken by hijackers together with the lorry.": [("abducted", 1, "asserted")],
    "The raiders captured the Catholic San Pedro clinic.": [],
    "Police shot one man and captured another.": [("injured", 1, "asserted")],
    "Troops captured 50 suspected rebels.": [],
    # What the words around plan or look for happened nonetheless.
    "The envoy plans to visit the families of nine monks killed in June.": [("killed", 9, "asserted")],
    # None of these was hit, or nobody tells how many.
    "Nobody knows how many have been killed.": [],
    "The navy seized a Honduran fishing vessel.": [],
    "Trams run through several northern towns that suffer from gangs kidnapping them.": [],
    "The gang is one of the death squads that kidnap farmers.": [],
    "The quake buried hundreds of residents in rubble.": [],
    "Some 200 islanders crossed the strait, bringing the total to 2,300.": [],
    "Six miners were hurt. Two of them died, bringing the total to nine.": [
        ("injured", 6, "asserted"),
        ("killed", 2, "asserted"),
        ("killed", 9, "asserted"),
    ],
    # Nobody was hit.
    "The militia denied that any of its men had been wounded.": [("injured", 0, "denied")],
    "Neither army reported any casualties.": [("casualties", 0, "denied")],
    "The garrison denied shooting anyone.": [("killed", 0, "denied")],
    "There were no dead or wounded at the ford.": [("killed", 0, "denied"), ("injured", 0, "denied")],
    # A toll may come true; one that did not is none.
    "The prefect warned that the death toll could rise to 70.": [("killed", 70, "possible")],
    "The death toll is expected to climb above 400.": [],
    "The death toll would have reached 70.": [],
    # Somebody only believes it, or nobody in particular reports it.
    "The abbot believes about 90 people were killed.": [("killed", 90, "alleged")],
    "Six loggers were reported killed and nine wounded.": [("killed", 6, "alleged"), ("injured", 9, "alleged")],
    # Words for the dead and hurt.
    "Bodies lay in the lanes of the old town.": [("killed", None, "asserted")],
    "A doctor said there had been fatalities.": [("killed", None, "asserted")],
    "The envoy deplored mounting civilian casualties.": [("casualties", None, "asserted")],
    "The vicar said he had buried nine people.": [("killed", 9, "asserted")],
    "The widow lost her husband and two sons in the raid.": [("killed", 3, "asserted")],
    "The colonel lost six of his own on the ridge.": [("killed", 6, "asserted")],
    "The corporal suffered a broken jaw.": [("injured", 1, "asserted")],
    "The gunner suffered from a broken wrist and other injuries.": [("injured", 1, "asserted")],
    "Two schoolboys were hit by shrapnel.": [("injured", 2, "asserted")],
    "The shell caused injuries to six conscripts.": [("injured", 6, "asserted")],
    "The shell burst, causing splinter injuries.": [],
    "Surgeons treated 52 casualties.": [("injured", 52, "asserted")],
    "The patrol killed or wounded about 30 raiders.": [("casualties", 30, "asserted")],
    "The premier was killed with 26 others.": [("killed", 1, "asserted"), ("killed", 26, "asserted")],
    "The raiders marched dozens of pupils into the bush.": [("abducted", None, "asserted")],
    # Who is meant.
    "A 12-year-old was killed.": [("killed", 1, "asserted")],
    "The bomb left a girl of 14 dead.": [("killed", 1, "asserted")],
    "Some 800 Hutus and moderate Tutsis were murdered.": [("killed", 800, "asserted")],
    "A mine killed farmer Joao Neto.": [("killed", 1, "asserted")],
    "Two of the seven nurses kidnapped in May have been freed.": [("abducted", 7, "asserted")],
    "The rebels freed two of the 29 soldiers they captured.": [("abducted", 29, "asserted")],
    "Three of the 12 people killed were children.": [("killed", 3, "asserted"), ("killed", 12, "asserted")],
    "Six students were killed on the night they vanished.": [("killed", 6, "asserted")],
    "Others were kinder and promised not to kill the men.": [],
    "The sheikh counted 40 bodies, one of them a boy.": [("killed", 40, "asserted"), ("killed", 1, "asserted")],
    "Pickers counted 47 bodies by dusk: 40 civilians, 7 soldiers.": [
        ("killed", 47, "asserted"),
        ("killed", 40, "asserted"),
        ("killed", 7, "asserted"),
    ],
    "The radio said 38 died, bringing the total to 900.": [("killed", 38, "asserted"), ("killed", 900, "asserted")],
    "Exports fell, bringing the total to 900.": [],
}


@pytest.mark.parametrize(("text", "expected"), READ.items())
def test_outcome_number_and_modality_are_read(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(str(row.outcome), row.count, str(row.modality)) for row in rows(text)] == expected


ONE_CLAIM = {
    "a place in the headline": "Blast kills 14 in Basilan\n\nA bomb on a ferry at Lamitan killed 14 people.",
    "another noun in the headline": "31 Tigers killed\n\nTroops killed 31 rebels in Mannar, the ministry said.",
    "no number in the headline": "Raiders kill police\n\nRaiders killed eleven policemen in Baghlan.",
    "a name behind the headline": "Priest found dead\n\nThe body of Father Paul Obi was found in a ditch.",
    "how he was killed": "Gunmen killed a ranger in Goma.\n\nThe ranger was shot from behind.",
}


@pytest.mark.parametrize("text", ONE_CLAIM.values(), ids=ONE_CLAIM)
def test_a_headline_and_its_lead_are_one_row(text: str) -> None:
    assert len(rows(text)) == 1


CLASSES = {
    "Nine policemen were killed.": ["combatant"],
    "A total of 12 Abu Sayyaf members were killed.": ["combatant"],
    "Nine council members were killed.": ["unstated"],
    "The rebel chief was killed.": ["combatant"],
    "Three soldiers died and 14 were wounded.": ["combatant", "combatant"],
    "Mines hit a lorry of road workers, killing six of them.": ["civilian"],
    "Eleven of the dead were policemen.": ["combatant"],
    "A couple and a neighbour were killed.": ["civilian"],
}


@pytest.mark.parametrize(("text", "expected"), CLASSES.items())
def test_a_number_has_the_class_of_its_people(text: str, expected: list[str]) -> None:
    assert [str(row.victim_class) for row in rows(text)] == expected


def test_only_armed_groups_make_their_members_combatants() -> None:
    assert of_armed_group("Hamas members") and not of_armed_group("Red Cross members")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The governor said no one was killed in the raid.", "no one"),
        ("Neither soldiers nor civilians were hurt in the strike, the army said.", "Neither"),
        ("No deaths were reported after the shelling of Kotor.", "No"),
        ("None of the passengers was injured, officials said.", "None"),
        ("The strike did not cause any casualties, the ministry said.", "not"),
        ("Police said six (6) people were killed near Gao.", "six"),
    ],
)
def test_a_count_keeps_its_number_or_the_first_negator(text: str, words: str) -> None:
    assert [row.count_text for row in rows(text)] == [words]


@pytest.mark.parametrize(
    ("text", "count", "victims"),
    [
        ("Two (government) soldiers were killed in Bor on Monday.", 2, "(government) soldiers"),
        ("Three “militants” were shot dead in Dhaka on Friday.", 3, "militants"),
        ("Three soldiers (from Mali) were killed on Friday.", 3, "soldiers"),
    ],
)
def test_marks_between_a_number_and_its_noun_are_read_over(text: str, count: int, victims: str) -> None:
    (row,) = rows(text)
    assert (row.count, row.victim_text.strip("“”") if row.victim_text else None) == (count, victims)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Police found 12 bodies, of which four were reportedly soldiers.", [12, 4]),
        ("Fifteen people died, of whom nine were later identified as rebels.", [15, 9]),
        ("The blast killed five people, of whom two were released from hospital.", [5]),
        ("A bomber struck the queue in Kano, killing herself and six others.", [1, 6]),
        ("The woman’s parents, two brothers and a sister died in the village.", [5]),
        ("The parents and two brothers of the man were killed.", [2]),
        ("Five soldiers, a sub-inspector and three civilians were killed on Sunday.", [5, 1, 3]),
        ("The army said ten rebels were killed, without mentioning army casualties.", [10]),
        ("The police chief would not say how many cops have died.", []),
    ],
)
def test_parts_kin_and_attackers_are_counted_by_themselves(text: str, counts: list[int]) -> None:
    assert [row.count for row in rows(text)] == counts


def test_a_headline_about_many_is_not_one_later_victim() -> None:
    text = "Gang murders policemen in Leon\n\nLeon (Wire) - A member of the elite police was found murdered on Monday."
    assert [row.count for row in rows(text)] == [None, 1]


ABOUT_PHONES = (
    "Quarterly earnings at the smartphone maker beat forecasts, and its shares rose as investors cheered the new "
    "software. The chipmaker's patent lawsuit over the app store began after Nora Field, the co-founder who died that "
    "year, had sold her stake. {more}"
)


def test_a_death_in_a_text_about_business_is_no_casualty_unless_its_sentence_tells_of_conflict() -> None:
    assert rows(ABOUT_PHONES.format(more="")) == []
    [row] = rows(ABOUT_PHONES.format(more="The plant closed after rebels shelled it and killed four guards."))
    assert (row.outcome, row.count) == ("killed", 4)
