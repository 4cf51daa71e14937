"""Tests of the scan for evacuations: words masked for the rules, and which rules a sentence calls for."""

from __future__ import annotations

import pytest

from newsledger.build.extract.evacuations.frames import anchored
from newsledger.build.extract.evacuations.rules import Register
from newsledger.build.extract.evacuations.words import read_words
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


def annotated(text: str) -> Annotated:
    return Annotated(Document.of(Article.from_bytes("a.txt", text.encode())))


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("a refugee camp", "a refugee camp"),
        ("the refugee families", "the refugee H_______"),
        ("a refugee fled", "a S______ fled"),
        ("lebanese displaced by war", "P_______ displaced by war"),
        ("lebanese wine", "lebanese wine"),
    ],
)
def test_the_mask_hides_the_nouns_that_name_people(text: str, masked: str) -> None:
    assert read_words(text).masked == masked


def test_a_rule_is_tried_where_a_word_of_each_list_stands() -> None:
    told = {
        sentence.start: {rule.id for rule in rules}
        for sentence, rules in anchored(annotated("They left in an hour.\n\nThey had an hour to leave."), Register.NEWS)
    }
    assert ["evacuations.directive.deadline" in rules for rules in told.values()] == [False, True]


def test_no_rule_of_a_higher_register_is_tried() -> None:
    text = "Refugees should leave the camps: aid workers were told to evacuate."
    for highest in Register:
        tried = {rule.register for _, rules in anchored(annotated(text), highest) for rule in rules}
        assert tried and max(tried) <= highest
