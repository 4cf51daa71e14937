"""Targets of events: who or what was hit, taken, driven out, helped, fought or met, be it an actor or a thing."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.build.extract.events.objects import phrase_from, phrase_until
from newsledger.schema.article import Article
from newsledger.schema.events import Event


def parties(text: str, event_type: str) -> list[tuple[str | None, str | None]]:
    found = extract_article(Article.from_bytes("a.txt", text.encode())).rows["events"]
    return [(e.actor, e.target) for e in found if isinstance(e, Event) and e.event_type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "target"),
    [
        ("Gunmen attacked two army checkpoints near Kono on Monday.", "armed_attack", "army checkpoints"),
        ("A bus with pupils in it was hit by a rocket near Kono.", "missile_or_artillery", "bus"),
        ("Rebels opened fire on a fuel convoy near Kono on Monday.", "armed_attack", "fuel convoy"),
        ("Troops retook the port of Mocha from the Houthis on Monday.", "ground_operation", "Houthis"),
        ("The garrison town fell to the rebels on Monday.", "ground_operation", "garrison town"),
        ("Scores of families fled as armed men burnt the market in Kono.", "displacement", "families"),
        ("The Red Cross handed out blankets to displaced families in Kono.", "aid_delivery", "displaced families"),
        ("Police arrested a bus driver over the bombing in Kono.", "arrest", "bus driver"),
        ("Soldiers fought a gun battle with separatists near Kono on Monday.", "armed_clash", "separatists"),
        ("Raiders shelled civil and army posts near Kono on Monday.", "missile_or_artillery", "civil and army posts"),
        ("Three militants were killed in a clash with security forces in Kono.", "armed_clash", "militants"),
        ("Police used tear gas against demonstrators in Kono on Monday.", "riot", "Police"),
        ("Troops hunted for Tamil families fleeing towards Kono.", "displacement", "Tamil families"),
        ("Government troops and rebels exchanged fire near Kono on Monday.", "armed_clash", "rebels"),
        ("The navy battled a flotilla of rebel boats off Kono on Monday.", "armed_clash", "flotilla of rebel boats"),
        ("Nine boys abducted to the forest by rebels near Kono were freed.", "abduction", "boys"),
        ("Some 900 displaced families received food rations in Kono.", "aid_delivery", "displaced families"),
        ("Gunmen attacked a village close to Kono on Monday.", "armed_attack", "village"),
        ("Students marched in Kono on Monday against the junta.", "protest", "junta"),
    ],
)
def test_who_or_what_an_event_befell_is_its_target(text: str, event_type: str, target: str) -> None:
    assert target in [found for _, found in parties(text, event_type)]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("An earthquake killed nine villagers near Kono on Monday.", "disaster"),
        ("The government deployed 300 soldiers to Kono on Monday.", "troop_deployment"),
        ("Rebels launched an attack at dawn on Monday.", "armed_attack"),
        ("Fighting went on in Liberia on Monday as aid workers from the Red Cross left.", "armed_clash"),
        ("Thousands marched to the palace in Kono on Monday.", "protest"),
    ],
)
def test_a_place_a_time_or_a_means_is_no_target(text: str, event_type: str) -> None:
    found = parties(text, event_type)
    assert found
    assert {target for _, target in found} == {None}


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("the abandoned army base near Kono", "abandoned army base"),
        ("two cars parked outside", "cars"),
        ("his village last year", "village"),
        ("US troops in Kono", "US troops"),
        ("a wedding hall", "wedding hall"),
    ],
)
def test_a_noun_phrase_ends_where_its_nouns_end(text: str, phrase: str) -> None:
    found = phrase_from(text, 0, len(text))
    assert found is not None
    assert text[slice(*found)] == phrase


@pytest.mark.parametrize(
    ("text", "verb", "phrase"),
    [
        ("A bus with soldiers in it was hit", "hit", "bus"),
        ("scores of people fled", "fled", "people"),
        ("The people elsewhere in Mali who have fled", "fled", "people"),
        ("Nearby homes went up in flames", "went", "Nearby homes"),
    ],
)
def test_the_subject_of_a_verb_is_its_first_noun_phrase(text: str, verb: str, phrase: str) -> None:
    found = phrase_until(text, 0, text.index(verb))
    assert found is not None
    assert text[slice(*found)] == phrase
