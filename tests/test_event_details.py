"""Scope, weapon and responses of events, as the clause of the trigger tells them."""

from datetime import date

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.build.extract.events.details import WEAPON, detail_rules
from newsledger.build.lexicon.patterns import Pattern
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.event_links import EventLink, EventRelation
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import EventScope

RULES = [rule for rules in detail_rules().values() for rule in rules]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_matches_its_examples_and_not_its_counterexamples(rule: Pattern) -> None:
    assert rule.failures() == []


def told(text: str) -> tuple[list[Event], list[EventLink]]:
    article = Article.from_bytes("a.txt", text.encode(), ArticleMetadata(published_date=date(1996, 5, 15)))
    rows = extract_article(article).rows
    return (
        [row for row in rows["events"] if isinstance(row, Event)],
        [row for row in rows["event_links"] if isinstance(row, EventLink)],
    )


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A car bomb exploded outside a bank in Medellin on Monday.", EventScope.INCIDENT),
        ("Warplanes bombed towns and villages across the province on Monday.", EventScope.MULTI_SITE),
        ("Air strikes hit Chechnya on Monday.", EventScope.MULTI_SITE),
        ("Twin suicide bombings killed nine people in Grozny.", EventScope.MULTI_SITE),
        ("The army launched an offensive against rebels in Kivu.", EventScope.CAMPAIGN),
        ("Shelling of the town of Bihac entered its fourth day.", EventScope.CAMPAIGN),
        ("Gunmen shot dead a judge in Cali.", EventScope.INCIDENT),
    ],
)
def test_the_scope_follows_sites_and_days(text: str, scope: EventScope) -> None:
    assert scope in {event.event_scope for event in told(text)[0]}


@pytest.mark.parametrize(
    ("text", "weapon"),
    [
        ("Rebels fired Katyusha rockets and mortar shells at the airport.", "Katyusha rockets and mortar shells"),
        ("A car bomb exploded outside a bank in Medellin on Monday.", "car bomb"),
        ("Attackers hacked six villagers to death with machetes near Bunia.", "machetes"),
        ("An explosive drone struck a fuel depot near Odesa.", "explosive drone"),
        ("Gunmen attacked a village near Jos and killed nine people.", None),
    ],
)
def test_the_weapon_is_given_as_written(text: str, weapon: str | None) -> None:
    assert weapon in {event.weapon_text for event in told(text)[0]}


def test_talks_about_weapons_have_none() -> None:
    assert all(
        event.weapon_text is None
        for event in told("Envoys of both states held talks on missiles in Oslo on Monday.")[0]
    )


def test_no_weapon_is_part_of_a_longer_word() -> None:
    assert WEAPON.findall("two mortar shells, a car bomb") == ["mortar shells", "car bomb"]
    assert WEAPON.findall("shellfish, bombast, a bomb-maker and a non-missile") == []


@pytest.mark.parametrize(
    ("text", "answer", "cause"),
    [
        (
            "Jets bombed a camp near Tyre in retaliation for a rocket attack on Metulla.",
            "air_strike",
            "missile_or_artillery",
        ),
        ("In response to the ambush, the army shelled three villages in Kivu.", "missile_or_artillery", "armed_attack"),
        (
            "A car bomb killed six policemen in Lahore. Security forces retaliated by arresting dozens of students.",
            "arrest",
            "bombing",
        ),
        (
            "Rebels fired mortar rounds at the barracks, and troops responded with artillery fire on the hills.",
            "missile_or_artillery",
            "missile_or_artillery",
        ),
    ],
)
def test_a_response_links_the_answer_to_its_cause(text: str, answer: str, cause: str) -> None:
    events, links = told(text)
    kinds = {event.event_id: str(event.event_type) for event in events}
    (link,) = links
    assert link.relation is EventRelation.RESPONSE_TO
    assert (kinds[link.event_id], kinds[link.other_event_id]) == (answer, cause)


@pytest.mark.parametrize(
    "text",
    [
        "The minister responded to questions about the shelling of the port.",
        "Jets bombed a camp near Tyre after a rocket hit Metulla.",
        "Guerrillas attacked the post. The weather returned to normal.",
    ],
)
def test_no_response_is_read_without_its_words(text: str) -> None:
    assert told(text)[1] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Rebel forces have been redeployed along the Awash river.", "Rebel forces"),
        ("Coalition forces launched air strikes near Hodeidah on Tuesday.", "Coalition forces"),
        ("Thousands of villagers watched an army offensive in Kachin.", "army"),
        (
            "The Moro Islamic Liberation Front, or MILF, launched an offensive in Cotabato.",
            "Moro Islamic Liberation Front (MILF)",
        ),
        ("Security forces were ambushed in Quetta.", None),
    ],
)
def test_the_actor_is_read_from_the_clause(text: str, actor: str | None) -> None:
    assert [event.actor for event in told(text)[0]] == [actor]
