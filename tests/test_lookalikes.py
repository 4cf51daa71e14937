"""Tests of articles that only sound like war: sport, business, technology, arts, weather and labour disputes."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import EXTRACTORS
from newsledger.build.link.article import link_article
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.skip import Skip

COLUMNS = {"casualties": "outcome", "statements": "speaker_text", "evacuations": "record_kind", "events": "event_type"}


def told(text: str) -> dict[str, list[str]]:
    """Outcomes, kinds and types of the rows of an article, by table."""
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    found = {table: [row for row in EXTRACTORS[table](annotated) if not isinstance(row, Skip)] for table in COLUMNS}
    linked = link_article(annotated, found)
    return {table: [str(getattr(row, column)) for row in linked[table]] for table, column in COLUMNS.items()}


CUP = """Rovers survive late bombardment

The visitors were under siege for most of the second half as the hosts launched wave after wave of attacks.
Their striker fired a rocket into the top corner before the break and a second missile flew wide.
The captain, injured in a collision with the goalkeeper, was carried off and may miss the rest of the season.
"We were shot to pieces in midfield," said the coach. Both teams meet again in the league on Sunday.
"""
TAKEOVER = """Raiders lay siege to Brantley Mills

Shareholders of the textile group will meet on Monday after a hostile takeover bid by its rival.
The board said it would fight the offer to the end. Analysts said a price war had crippled the retailers.
The chief executive, who survived an ambush by investors last year, has called for talks on a truce.
"""
RANSOM = """Hospitals hit by ransomware

The attack knocked out the computers of three clinics overnight. Hackers demanded a ransom and said
they had taken the records of 9,000 patients. The group struck a retailer last month, security firms said.
The attackers used malware known since spring. No data was destroyed in the attack on the servers, a manager said.
"""
LABOUR = """Ferry crews walk out

The strike by deck hands entered its third day on Friday. The union said the strikes would go on until pay was raised.
The company called the strike irresponsible. Passengers waited on the quay. Managers and the union had met once.
The strike is about rosters, said a steward. A new offer is due on Monday.
"""
BUSHFIRE = """Hundreds of firefighters were battling blazes in the hills on Sunday.

Two fires burning near the reservoir were still within containment lines, the fire service said.
Helicopters dropped water on the hottest front and planes bombed the ridge with retardant.
Gale force winds left large areas without power. Thirty homes were destroyed in the blaze.
"""
GAME = """Review: Iron Front 3

The gameplay is what you expect: you kill soldiers, blow up tanks and storm a village before breakfast.
Players were ambushed by snipers in the best mission. The multiplayer mode, with twelve maps, is a riot.
Guerrillas attacked my base three times. On the console the graphics of the explosions are a marvel.
"""
FILM = """The finest war movie of the year

Set in the winter of the siege, the film opens with a battle in which dozens of soldiers are killed on a beach.
The director, who has won two Oscars, never looks away. Two brothers of the hero have been killed in the war.
The plot is thin, but the audience will not mind. Running time: 140 minutes. It is in cinemas from Friday.
"""
PILOTS = """Flights cancelled as pilots walk out

The pilots are set to strike again next month if their demands are not met, the pilots' union said on Monday.
The union said the strikes were a last resort. The airline called the strike a disgrace and offered a pay rise.
"""


CAMPAIGN = """Landslide looms as rivals fight for battleground states

The governor is ahead in the polls in four battleground states that he lost narrowly and hopes to recapture.
A landslide of this magnitude would sweep the Democrats from office, pollsters said before Tuesday's debate.
The candidates have bombarded voters with advertisements. Turnout in the primary was low.
"""


@pytest.mark.parametrize("text", [CAMPAIGN, FILM, PILOTS, CUP, TAKEOVER, RANSOM, LABOUR, BUSHFIRE, GAME])
def test_articles_that_only_sound_like_war_tell_of_no_violence(text: str) -> None:
    violent = {
        *("air_strike", "missile_or_artillery", "bombing", "armed_clash", "armed_attack", "ground_operation"),
        *("interception", "property_destruction", "troop_deployment", "military_threat", "abduction"),
    }
    assert violent.isdisjoint(told(text)["events"])
    assert told(text)["casualties"] == []
    assert told(text)["evacuations"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Rebels fired shells at the stadium. Two footballers and a soldier were killed and a coach was wounded.",
        "A bomb exploded in the stock exchange on Friday, killing nine brokers. Shares fell.",
        "Rebels attacked the film festival in Doro. Soldiers and militants fought in the theatre and killed an actor.",
    ],
)
def test_violence_among_athletes_brokers_and_actors_is_told(text: str) -> None:
    rows = told(text)
    assert "killed" in rows["casualties"]
    assert {"missile_or_artillery", "bombing", "armed_attack", "armed_clash"} & set(rows["events"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army planes bombed a school close to the barracks.", "service_disruption"),
        ("Talks were held near a detention centre for rebels.", "arrest"),
        ("Envoys visited the detention camp of the junta.", "arrest"),
        ("Fires burning in the city were seen from the border.", "property_destruction"),
        ("The smear has destroyed his life, the minister told reporters outside the office.", "property_destruction"),
        ("The fair was a demonstration of interest in the government's new trains.", "protest"),
        ("The minister spoke against mandatory detention of people who cross the border.", "arrest"),
        ("The helicopter was struck by turbulence near the base.", "air_strike"),
        ("A bribery scandal has badly damaged the governor's office.", "property_destruction"),
        ("It was a storm of a previously unknown magnitude for the border town.", "service_disruption"),
        ("The losses were brought home to us all, the minister told the people.", "displacement"),
        ("The sale of the airport bus company was expected to close in April.", "service_disruption"),
    ],
)
def test_words_that_only_name_places_or_nearness_are_no_events(text: str, expected: str) -> None:
    assert expected not in told(text)["events"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The airport was closed to all flights after the rebel raid.", "service_disruption"),
        ("The junta ordered the detention of nine opposition leaders.", "arrest"),
        ("Soldiers burned forty houses in the village of Teka.", "property_destruction"),
    ],
)
def test_the_same_words_with_an_actor_and_a_victim_are_events(text: str, expected: str) -> None:
    assert expected in told(text)["events"]


@pytest.mark.parametrize(
    "text",
    [
        "A body of engineers advised the town after the floods.",
        "The club's founder died on Monday. He built the hall, taught singers and wrote two books. "
        "His shop stood by the river. Neighbours brought flowers. The family asked for quiet. A service is planned.",
    ],
)
def test_bodies_of_experts_and_obituaries_are_no_casualties(text: str) -> None:
    assert told(text)["casualties"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The body of an engineer was found after the floods.",
        "The club's founder died on Monday in a fire. He built the hall. His shop stood by the river. "
        "Neighbours brought flowers. The family asked for quiet. A service is planned.",
        "The mayor died on Monday. Gunmen had shot him on Sunday. Soldiers sealed the road. He was 51. "
        "Rebels hold the hills. A curfew was called.",
    ],
)
def test_the_body_of_one_and_deaths_with_a_cause_are(text: str) -> None:
    assert "killed" in told(text)["casualties"]


@pytest.mark.parametrize(
    "text",
    [
        "The airline will open new routes to the coast. It will carry tourists at low fares. Flights begin in May. "
        "Its chief executive was cheerful. Staff wore green. Tickets are on sale.",
        "The plane was to collect a girl and take her to the capital for an operation. It was late. The pilot waited. "
        "Fog lay on the runway. Her parents drank tea. She is well.",
    ],
)
def test_travel_where_nothing_threatens_is_no_evacuation(text: str) -> None:
    assert told(text)["evacuations"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Boats were sent to take villagers to the capital as the flood rose. It was late. Pilots waited. Fog lay low. "
        "Families drank tea. All are well.",
        "The Foreign Office advises against all travel to the province. Leave now by commercial flights. "
        "Roads are poor. Maps are old. Fuel is dear. Guides are few.",
    ],
)
def test_leaving_a_danger_or_on_advice_is(text: str) -> None:
    assert told(text)["evacuations"]


@pytest.mark.parametrize(
    "headline",
    ["Never count out a champion: wily veterans strike again", "Rugby Weekly: punches, brawls and a captain's battle"],
)
def test_a_headline_that_is_a_clause_or_a_serial_names_no_speaker(headline: str) -> None:
    assert told(f"{headline}\n\nThe match was close. Nobody was surprised.\n")["statements"] == []


def test_a_headline_with_a_speaker_does() -> None:
    text = "Army chief: troops will leave the valley by May\n\nThe army has held the valley since the war.\n"
    assert told(text)["statements"] == ["Army chief"]


def test_elections_are_no_landslides_and_collapsed_factories_are_disasters() -> None:
    assert "disaster" not in told(CAMPAIGN)["events"]
    collapse = told("Nine workers were killed when a cement factory collapsed in the port of Lomba, police said.")
    assert collapse["events"] == ["disaster"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Army rescue teams have pulled out 40 people alive from the ruins of the town.", False),
        ("The army has pulled out of the border town.", True),
    ],
)
def test_rescuers_who_pull_people_out_are_not_withdrawn(text: str, expected: bool) -> None:
    assert ("troop_deployment" in told(text)["events"]) is expected


def test_violence_in_a_campaign_is_told() -> None:
    text = (
        "Gunmen killed a candidate and four soldiers at a rally on Sunday. The election is due in May. "
        "Polls had put him ahead of his rival. Police found the rebels' car. Troops were sent to the town."
    )
    assert "armed_attack" in told(text)["events"]


def test_a_bulletin_of_storms_still_tells_of_fighting_elsewhere() -> None:
    text = (
        "A cyclone flooded the coast and heavy rain closed schools. Gale force winds tore off roofs.\n\n"
        "In the north, rebels attacked an army base at dawn and killed six soldiers, the military said.\n"
    )
    assert "armed_attack" in told(text)["events"]
