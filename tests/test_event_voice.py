"""Tests of voice: where a rule written for the active looks for its classes, in the active and in the passive."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.extractor import extract
from newsledger.build.extract.events.rules import Entry, Passive, event_rules
from newsledger.build.extract.events.scan import Hit
from newsledger.build.extract.events.voice import direct_object, in_passive, is_passive
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.events import Event

NAMED = next(rule for rule in event_rules() if rule.rule_id == "events.acts.ground_taking")
SHORT = next(rule for rule in event_rules() if rule.rule_id == "events.acts.arrest_verb")


def types(text: str) -> list[str]:
    found = extract(Annotated(Document.of(Article.from_bytes("a.txt", text.encode()))))
    return [str(row.event_type) for row in found if isinstance(row, Event)]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("the nuns were later seized", "seized", True),
        ("a nun seized by bandits", "seized", True),
        ("bandits seized a nun", "seized", False),
        ("the bandits were again seizing nuns", "seizing", False),
    ],
)
def test_a_participle_is_passive_after_be_or_before_by(text: str, verb: str, expected: bool) -> None:
    at = text.index(verb)
    assert is_passive(text, Hit(at, at + len(verb), Entry(verb, (), frozenset())), 0) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seized two nuns of the order from a bus", " two nuns of the order"),
        ("seized on the road", ""),
        ("seized the dam and the mill, then left", " the dam and the mill"),
    ],
)
def test_a_direct_object_ends_where_another_phrase_begins(text: str, expected: str) -> None:
    assert text[slice(*direct_object(text, len("seized"), len(text)))] == expected


def test_in_the_passive_subject_and_object_change_places() -> None:
    assert {key for key, _ in NAMED.classes} == {"subject", "direct"}
    assert {key for key, _ in in_passive(NAMED, (0, 0))} == {"agent", "doer"}
    assert {key for key, _ in in_passive(SHORT, (0, 0))} == {"doer"}
    assert {key for key, _ in in_passive(SHORT, (4, 9))} == {"agent", "doer"}
    assert (NAMED.passive, SHORT.passive) == (Passive.NAMED, Passive.SHORT)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Masked men whisked away a planter and two foremen.", "abduction"),
        ("A planter was whisked away by masked men.", "abduction"),
        ("Raiders burned a mill at Sorga, spiriting away two engineers.", "abduction"),
        ("The town of Belar was wrested from the junta by guerrillas.", "ground_operation"),
    ],
)
def test_an_act_is_found_in_either_voice(text: str, kind: str) -> None:
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The planter spirited away two masked men.",
        "A planter was spirited off by two aunts.",
    ],
)
def test_the_classes_must_stand_on_their_sides(text: str) -> None:
    assert "abduction" not in types(text)
