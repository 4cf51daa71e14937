"""Tests of the scan for events: phrases found, classes of a sentence, what a rule needs to be tried."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.extract.events.rules import event_rules
from newsledger.build.extract.events.scan import find_hits, lower_view, scan
from newsledger.build.lexicon.word_classes import expand, word_classes
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def test_every_notation_of_the_word_classes_expands() -> None:
    assert expand("stab+~") == ("stab", "stabs", "stabbed", "stabbing")
    assert all(words for words in word_classes().values())


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("a car bomb exploded", ["car bomb", "bomb", "exploded"]),
        ("bombast from a bomb-maker, post-war", []),
        ("non-bomb café-bomb ébomb", []),
        ("bomb- bomb", ["bomb", "bomb"]),
        ("a bomb-2 bomb", ["bomb", "bomb"]),
    ],
)
def test_a_phrase_is_no_part_of_a_longer_or_hyphened_word(text: str, phrases: list[str]) -> None:
    found = [text[hit.start : hit.end] for hit in find_hits(text)]
    assert [phrase for phrase in found if phrase in ("car bomb", "bomb", "exploded", "war")] == phrases


def test_of_what_a_rule_needs_the_rarest_classes_are_asked_first() -> None:
    rules = {rule.rule_id: rule for rule in event_rules()}
    assert rules["events.air.subject_hits"].need == frozenset({"aircraft"})
    assert rules["events.air.sorties"].need is not None
    assert rules["events.air.noun"].need is None
    for rule in rules.values():
        assert rule.need is None or rule.need in {names for _, names in rule.classes}, rule.rule_id


def test_a_sentence_has_the_classes_of_its_words_and_of_its_actors_and_places() -> None:
    text = "Hezbollah shelled Beirut."
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))
    (hits,) = scan(annotated, text.lower())
    assert {"armed_actor", "place"} <= hits.classes
    assert [(text[mark.start : mark.end], "armed" in mark.classes) for mark in hits.mentions] == [
        ("Hezbollah", True),
        ("Beirut", False),
    ]


@given(st.text(max_size=200))
def test_the_lower_view_keeps_every_offset(text: str) -> None:
    assert len(lower_view(text)) == len(text)
