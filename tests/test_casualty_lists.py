"""Tests of casualty lists and revisions: people told by name or calling, figures that replace others, the lost."""

from __future__ import annotations

import pytest

from newsledger.build.extract.casualties.extractor import extract
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.casualties import Casualty


def rows(text: str) -> list[Casualty]:
    article = Article.from_bytes("test", text.encode(), ArticleMetadata(published_date=None, title=None))
    return [row for row in extract(Annotated(Document.of(article))) if isinstance(row, Casualty)]


def figures(text: str) -> list[tuple[str, int | None]]:
    return sorted((str(row.outcome), row.count) for row in rows(text))


# Lists of people told by name, calling, kin or age are one claim of their sum.
NAMED = {
    "The bodies of Staff Sergeant Paul Reyes, 33, and Petty Officer Dana Cole, 22, were found.": [("killed", 2)],
    "The victims were named as Thandi Mokoena, 27, Sipho Dube, 31, and Lindiwe Nkosi, 8.": [("killed", 3)],
    "Police identified the dead as Brigadier Tomas Arce and his two escorts.": [("killed", 3)],
    "A baker, his wife and three of their children died when a barrel bomb flattened their home in Saraqeb.": [
        ("killed", 5)
    ],
    "Gunmen on scooters ambushed the car, killing prosecutor Elena Vidal and her bodyguard, Marco Ruiz.": [
        ("killed", 2)
    ],
    "Injured in the blast were Constable Ravi Nair, Head Constable Suresh Pillai and a tea seller.": [("injured", 3)],
    "Also killed was the interpreter, Dragan Simic.": [("killed", 1)],
    "Dead in the Kindu raid are Sister Beatrice Okello, a Ugandan nun, and two gardeners.": [("killed", 3)],
    "The mortar round killed Fatuma Ali, 40, her daughters Amina and Halima, and a lodger.": [("killed", 4)],
    "Lieutenant Pavel Orlov, Sergeant Ivan Kozlov and Privates Anton Belov and Yuri Zaitsev were killed near Grozny.": [
        ("killed", 4)
    ],
    "A cattle dealer and his nephew were hacked to death outside Maiduguri on Sunday.": [("killed", 2)],
    "The shell killed a watch repairer, Hamid Karimi, and wounded his apprentice.": [("killed", 1), ("injured", 1)],
    "Two cameramen, Jean Perrin and Luca Conti, were shot dead at the airport.": [("killed", 2)],
    "She was killed with her husband and baby daughter when their minibus hit a mine near Menongue.": [("killed", 3)],
    "The union leader was gunned down together with his brother in Cali.": [("killed", 2)],
    "The army identified its two dead as Sergeant Ole Hagen, 29, and Private Nils Berg, 20.": [("killed", 2)],
    "Among those killed were the poet Farid Aziz, his publisher Nadia Salem and a doorman.": [("killed", 3)],
    "Unidentified assailants shot and killed Judge Carmen Ibarra, 52, and her secretary in Juarez on Friday.": [
        ("killed", 2)
    ],
    "A rickshaw puller, his mother and two cousins were crushed when the minaret came down in Quetta.": [("killed", 4)],
    "The mine killed Dr Peter Lund, a Danish surgeon, his translator and a local guide.": [("killed", 3)],
    "Hurt in the shelling were a nun, two orphans and a baker.": [("injured", 4)],
    "The three victims - a welder, his cousin and a passer-by - were buried at Jaffna on Sunday.": [("killed", 3)],
    "Corporals Juan Mora and Luis Rey and a civilian guide were killed when their launch was ambushed at Mitu.": [
        ("killed", 3)
    ],
    "Father Miguel Otero, parish priest of San Roque, and his sacristan were found murdered in the vestry.": [
        ("killed", 2)
    ],
    "Still missing are the photographer Ivo Petrov and two porters.": [("missing", 3)],
    "A schoolgirl and the tram driver were slightly hurt.": [("injured", 2)],
    "The deputy governor died alongside four of his guards.": [("killed", 1), ("killed", 4)],
    "Named by the coroner as the dead soldiers were Corporal Ian Shaw, 24, and Fusilier Lee Grant, 19.": [
        ("killed", 2)
    ],
    "The bomb tore through a tea house in Kirkuk, killing its owner, a waiter and three card players.": [("killed", 5)],
    "Mohammed Sow, a 30-year-old tailor, and his pregnant wife were among those who perished.": [("killed", 2)],
    "A retired postmaster, his daughter-in-law and her baby were asphyxiated when the cellar caught fire in Vukovar.": [
        ("killed", 3)
    ],
    "General Abdul Wali and his son-in-law, a deputy minister, were assassinated outside Kandahar.": [("killed", 2)],
    "The attackers spared the women but hacked the village chief and his three brothers to death.": [("killed", 4)],
    "Patrice Nkulu, a ranger, and tracker Jean Bosco were ambushed and killed in Virunga.": [("killed", 2)],
}

# Relative clauses with a subject of their own, and possessives before the noun of an act.
WHOM = {
    "Colonel Idris, whom masked men kidnapped outside a Tripoli hotel in May, is believed to be in Zintan.": [
        ("abducted", 1)
    ],
    "The bishop, whom a death squad murdered in 1980, was beatified on Saturday.": [("killed", 1)],
    "Thirty-one hostages whom Abu Sayyaf had held for four months arrived in Manila.": [("abducted", 31)],
    "The schoolmaster's murder shocked the valley.": [("killed", 1)],
    "The reporter's abduction in broad daylight alarmed foreign correspondents in Beirut.": [("abducted", 1)],
    "Villagers spoke in whispers of the headman's killing by rebels last month.": [("killed", 1)],
    "The imam's assassination came a day after the bombing of a market in Kano.": [("killed", 1)],
    "Her brother's disappearance in 1976 was never explained.": [("missing", 1)],
    "Twelve tourists whom tribesmen seized near Marib on Monday are in good health, officials said.": [
        ("abducted", 12)
    ],
    "Relatives of the five fishermen, whom a naval patrol shot dead in 1989, marched in Trincomalee.": [("killed", 5)],
    "The editor's kidnapping has silenced half the newsrooms in Sanaa.": [("abducted", 1)],
    "Nobody has claimed the killing of the mufti, whom a sniper hit as he left prayers.": [("killed", 1)],
}

# Figures that replace or rival one told before.
REVISED = {
    "The storm killed 41 people. “60,” the toll rose.": [("killed", 41)],
    "The army said 41 rebels were killed, while the rebels admitted losing seven.": [("killed", 41), ("killed", 7)],
    "Relief workers put the number of dead at 300, three times the official figure of 100.": [
        ("killed", 300),
        ("killed", 100),
    ],
    "The defence ministry revised its count of the dead to 64 from 58.": [("killed", 64), ("killed", 58)],
    "Hospital officials cut the number of wounded to 90 from the 112 given on Monday.": [
        ("injured", 90),
        ("injured", 112),
    ],
    "Rescue chiefs at first said 30 had died in the Marawi bombardment but later lowered that to 26.": [
        ("killed", 30),
        ("killed", 26),
    ],
    "Russia said its raid killed 40 fighters. The rebels put the number at three.": [("killed", 40), ("killed", 3)],
    "State radio reported 12 soldiers killed at Asmara airport. A western diplomat put it at more than 50.": [
        ("killed", 12),
        ("killed", 50),
    ],
    "The army said it had lost six men, not 14 as the guerrillas claimed.": [("killed", 6), ("killed", 14)],
    "The coast guard said 17 migrants had drowned, correcting an earlier figure of 21.": [
        ("killed", 17),
        ("killed", 21),
    ],
    "Nine people were hurt, the mayor said; the provincial health office spoke of 15.": [
        ("injured", 9),
        ("injured", 15),
    ],
    "Officials in Dhaka raised the death toll to 81, and by nightfall it had climbed to 95.": [
        ("killed", 81),
        ("killed", 95),
    ],
    "Fire officials first gave the number of dead as 15 and then corrected themselves: 14 had died.": [
        ("killed", 15),
        ("killed", 14),
    ],
    "The Red Cross put the dead at 230, the government at 90.": [("killed", 230), ("killed", 90)],
    "The casualty list grew overnight, and on Tuesday the hospital counted 19 dead, up from 11.": [
        ("killed", 19),
        ("killed", 11),
    ],
    "Beirut radio said nine guerrillas died. Israel gave the figure as 14.": [("killed", 9), ("killed", 14)],
    "Four climbers were killed, not six as rescuers had feared.": [("killed", 4), ("killed", 6)],
    "The toll from Tuesday's raid was revised upward by three to 28.": [("killed", 28)],
    "The ministry on Monday cut its estimate of the dead to 1,800, from more than 2,400.": [
        ("killed", 1800),
        ("killed", 2400),
    ],
    "An initial count of 35 dead was corrected to 29 after bodies were found to have been counted twice.": [
        ("killed", 35),
        ("killed", 29),
    ],
    "Saigon said 61 Viet Cong were killed; the guerrillas' radio admitted to eight.": [("killed", 61), ("killed", 8)],
    "The hospital director said 44 had died, contradicting the governor, who gave a toll of 19.": [
        ("killed", 44),
        ("killed", 19),
    ],
    "The number of wounded now stands at 130, the deputy mayor of Zaporizhzhia said.": [("injured", 130)],
    "The governor had earlier spoken of one dead; he later told state television there were three fatalities.": [
        ("killed", 1),
        ("killed", 3),
    ],
}

# People of whom nothing is known, and people led away.
LOST = {
    "Gunmen dragged the priest from his rectory.": [("abducted", 1)],
    "The whereabouts of 23 students taken off a bus in Guerrero remained unknown.": [("missing", 23)],
    "There was no word on the fate of the four Italian engineers.": [("missing", 4)],
    "Nothing has been heard from the trawler's nine crewmen since Tuesday.": [("missing", 9)],
    "More than 300 men are listed as missing in the Drina valley.": [("missing", 300)],
    "Rights groups say 62 activists have disappeared in Colombo since January.": [("missing", 62)],
    "Gunmen bundled the mayor's two sons into a white van and drove off.": [("abducted", 2)],
    "Armed men walked into the clinic and marched off with two nurses.": [("abducted", 2)],
    "Rebels made off with eight schoolboys after looting the mission at Aru.": [("abducted", 8)],
    "The bandits led away 17 farmers and 40 cattle at Zurmi.": [("abducted", 17)],
    "Pirates are still holding 21 sailors aboard the tanker off Hobyo.": [("abducted", 21)],
    "Three oil workers were dragged from their speedboat and have been held in the creeks since.": [("abducted", 3)],
    "There is still no trace of the 11 peacekeepers who vanished near Bunia.": [("missing", 11)],
    "It was not known what had become of 40 orphans at the mission.": [("missing", 40)],
    "Thirty villagers remain unaccounted for after the landslide near Mocoa.": [("missing", 30)],
    "His family has had no news of the pilot since he was shot down over Laos.": [("missing", 1)],
    "Two aid workers were forced into a pickup at gunpoint in Mogadishu's Kaxda district.": [("abducted", 2)],
    "The tribesmen agreed to free the Japanese couple they had been holding since Easter.": [("abducted", 2)],
    "A gang in Port-au-Prince snatched a priest and two nuns on their way to an ordination.": [("abducted", 3)],
    "The junta never said what happened to 119 detainees who disappeared in 1975.": [("missing", 119)],
    "Contact was lost with a patrol of seven rangers near Garamba on Sunday.": [("missing", 7)],
    "Searchers gave up hope of finding the remaining nine sailors.": [("missing", 9)],
    "Two engineers were whisked away by gunmen on motorcycles near Warri.": [("abducted", 2)],
    "The nine Turks, in rebel hands since March, appeared on a video.": [("abducted", 9)],
    "Eleven policemen captured at Mitu in 1998 are still in the jungle.": [("abducted", 11)],
}

# Everybody a person-only verb is done to.
MANNER = {
    "A taxi driver was knifed to death and his passenger strangled in Karachi's Orangi district.": [
        ("killed", 1),
        ("killed", 1),
    ],
    "A street trader bled to death on the pavement after soldiers opened fire in Conakry.": [("killed", 1)],
    "Four women accused of witchcraft were burned alive in Kisii.": [("killed", 4)],
    "A deserter was put before a firing squad and shot at dawn.": [("killed", 1)],
    "Two suspected informers were found with their throats slit beside the Tigris.": [("killed", 2)],
    "Seven deserters were stood against a wall and shot.": [("killed", 7)],
    "One guard was garrotted and another had his throat cut.": [("killed", 1), ("killed", 1)],
    "A poacher was trampled to death and a ranger gored.": [("killed", 1), ("injured", 1)],
    "The nun was strangled with a rosary cord and her sacristan clubbed unconscious.": [("killed", 1), ("injured", 1)],
    "Thirty rebels were mown down as they crossed the runway at Entebbe.": [("killed", 30)],
}
TOLD = NAMED | WHOM | REVISED | LOST | MANNER


@pytest.mark.parametrize(("text", "expected"), TOLD.items())
def test_everybody_hit_is_counted_once(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert figures(text) == sorted(expected)


UNTOLD = (
    "The harvest was slaughtered by hail, and two tractors died in the mud.",
    "Prosecutors identified 14 of the accounts as belonging to the minister and his wife.",
    "The fate of the coalition was unknown after two parties walked off with three ministries.",
    "The striker stabbed home the rebound after his captain was felled.",
    "Rising rents are strangling bookshops, and three were snuffed out this year.",
    "The mayor identified two sites for the new clinic and his deputy named four more.",
    "Her appeal was killed off by a court that had buried two like it.",
    "The retailer raised its count of stores to 40 from 36 and put the figure for next year at 50.",
    "The strike choked the economy and strangled two years of growth.",
    "The proposal was butchered in committee and died a lonely death.",
    "The minister was crucified in the press after he buried the report.",
    "Analysts put the figure at seven billion dollars.",
    "The village priest was identified as a candidate for bishop.",
    "The tribunal named the winners as two nurses and a vet.",
    "Dealers raised the price to 18 dollars from 15.",
    "The missing documents were found in the car of the ambassador and his wife.",
    "Soldiers shot dead a rabid dog and two stray camels.",
    "The general's plan was strangled at birth.",
    "Police led away three protesters outside the court.",
    "There has been no sign of the troops.",
    "Officials put it at 15 metres.",
    "Thieves made off with two paintings.",
    "The suspects were taken to an undisclosed location.",
    "The whereabouts of the warlord remain a mystery.",
)


@pytest.mark.parametrize("text", UNTOLD)
def test_what_only_looks_like_it_counts_nobody(text: str) -> None:
    assert figures(text) == []


def test_a_rival_figure_has_the_one_who_gives_it_as_its_source() -> None:
    found = rows("The army said its raid killed 40 rebels. The rebels put the number at three.")
    assert [(row.count, row.attributed_to) for row in found] == [(40, "The army"), (3, "The rebels")]


def test_people_nobody_has_heard_of_are_asserted_to_be_missing() -> None:
    (row,) = rows("Nothing has been heard of the two pilots since Monday.")
    assert (str(row.outcome), row.count, str(row.modality)) == ("missing", 2, "asserted")


def test_the_kin_of_a_speaker_and_the_one_told_by_name_are_one() -> None:
    found = rows('"They took my brother from his bed," said Ana Ruiz. Gunmen had abducted Luis Ruiz, a vet, at dawn.')
    assert [(str(row.outcome), row.count) for row in found] == [("abducted", 1)]


def test_a_number_behind_a_verb_of_rising_is_exact() -> None:
    (row,) = rows("By dusk the toll had gone up to 41.")
    assert (row.count, str(row.quantifier)) == (41, "exact")
