"""Actors named by the article where a common noun tells them, and actors told beside the clause."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.schema.article import Article
from newsledger.schema.events import Event


def actors(text: str, event_type: str) -> list[str | None]:
    found = extract_article(Article.from_bytes("a.txt", text.encode())).rows
    events = [row for rows in found.values() for row in rows if isinstance(row, Event)]
    return [event.actor for event in events if event.event_type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("The FARC has roamed the valley for years. The FARC denied it. Rebels attacked a mission near Kono on Monday.",
         "armed_attack", "FARC rebels"),
        ("The Houthis hold the port. Rebels attacked a mission near Kono on Monday.", "armed_attack", "Houthi rebels"),
        ("General Mario Rojas said his forces had captured the town of Kono on Monday.",
         "ground_operation", "Mario Rojas’s forces"),
        ("Fighters of the Lord's Resistance Army attacked a mission near Kono on Monday.",
         "armed_attack", "Fighters of the Lord's Resistance Army"),
    ],
)  # fmt: skip
def test_a_common_noun_takes_the_name_it_stands_for(text: str, event_type: str, actor: str) -> None:
    assert actors(text, event_type) == [actor]


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("The FARC and the ELN roam the valley. Rebels attacked a mission near Kono on Monday.",
         "armed_attack", "Rebels"),
        ("The FARC roams the valley. Chadian rebels of no known name attacked a mission near Kono on Monday.",
         "armed_attack", "FARC rebels"),
        ("Another four bandits died. Leftist rebels attacked a mission near Kono on Monday.",
         "armed_attack", "Leftist rebels"),
        ("The FARC roams the valley. Government troops attacked a mission near Kono on Monday.",
         "armed_attack", "Government troops"),
    ],
)  # fmt: skip
def test_where_two_groups_are_named_or_the_state_acts_nobody_is_renamed(text: str, event_type: str, actor: str) -> None:
    assert actors(text, event_type) == [actor]


@pytest.mark.parametrize(
    ("text", "event_type", "actor"),
    [
        ("On Friday the junta announced an amnesty for 200 prisoners.", "agreement", "junta"),
        ("A bomb killed a judge in Basra on Monday, in a blast the mayor blamed on the separatist group ETA.",
         "bombing", "ETA"),
        ("A car bomb killed a judge in Basra on Monday. Hezbollah claimed responsibility.", "bombing", "Hezbollah"),
        ("Some 300 rebels stormed over the river and beat back a patrol in the fiercest clash of the year.",
         "armed_clash", "rebels"),
        ("Farmers left before the takeover on Tuesday of the airfield by the Taliban.", "ground_operation", "Taliban"),
        ("Al Shabaab fighters killed over 60 people in Kono on Monday.", "armed_attack", "Al Shabaab fighters"),
        ("Bandits attack two villages near Kono", "armed_attack", "Bandits"),
        ("Since the start of Sudan's offensive in Kordofan nine people have died.", "ground_operation", "Sudan"),
        ("Nine soldiers died in a suicide attack by Taliban supporters near Kono.", "bombing", "Taliban supporters"),
        ("Fierce clashes between herders and farmers near Kono left nine dead.", "armed_clash", "herders"),
        ("Nine died in a gunbattle between warring clans in Kono.", "armed_clash", "warring clans"),
        ("The curfew followed Hamas-led attacks on Israel.", "armed_attack", "Hamas"),
        ("US jets bombed a bridge near Kono.", "air_strike", "United States"),
        ("Kenyan police say a suicide bomber blew himself up near a bank in Garissa.", "bombing", "suicide bomber"),
        ("Rebels blew up a bridge near Kono on Monday.", "bombing", "Rebels"),
        ("Two nuns were killed by militiamen on Monday in an ambush near Kono.", "armed_attack", "militiamen"),
        ("Nine farmers died in a guerrilla attack near Kono.", "armed_attack", "guerrillas"),
        ("Rebels dressed as soldiers attacked a mission near Kono.", "armed_attack", "Rebels"),
        ("Suspected bandits killed at least nine people near Kono.", "armed_attack", "Suspected bandits"),
    ],
)  # fmt: skip
def test_the_actor_told_beside_the_clause_is_found(text: str, event_type: str, actor: str) -> None:
    assert actor in actors(text, event_type)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("A car bomb killed a judge in Basra on Monday. No group claimed responsibility.", "bombing"),
        ("Shell hits market in Basra", "missile_or_artillery"),
        ("Police said the bomb exploded near a bank in Basra.", "bombing"),
        ("Nine soldiers died in a fierce clash near Kono on Monday.", "armed_clash"),
    ],
)
def test_who_suffers_what_is_fired_and_nobody_are_no_actors(text: str, event_type: str) -> None:
    assert set(actors(text, event_type)) <= {None}
