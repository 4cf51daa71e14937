"""Mentions looked up by stretch, number words found by the automaton, pointers to places: as a plain scan has it."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.mentions.annotated import Annotated, Mentions, last_within, within
from newsledger.build.mentions.context import pointed_to
from newsledger.build.mentions.numbers import anchor_starts, quantity_lexicon
from newsledger.build.text.document import Document
from newsledger.schema.article import Article

TEXT = "Someone told noone that ninety-one men, not one of them a hundredweight, and 1,200 others left on the 7th."


class Stretch(NamedTuple):
    start: int
    end: int


@given(st.lists(st.integers(1, 4), max_size=12), st.integers(0, 30), st.integers(0, 30))
def test_a_lookup_gives_the_mentions_that_lie_wholly_inside(lengths: list[int], one: int, other: int) -> None:
    ends = list(accumulate(lengths))
    mentions = Mentions([Stretch(end - length, end) for length, end in zip(lengths, ends, strict=True)][::2])
    start, end = sorted((one, other))
    inside = tuple(m for m in mentions if start <= m.start and m.end <= end)
    assert within(mentions, start, end) == inside
    last = last_within(mentions, start, end)
    assert (mentions[last] if last is not None else None) == (inside[-1] if inside else None)


def test_the_automaton_misses_no_number_word() -> None:
    matches = [match.start() for match in quantity_lexicon().anchor.finditer(TEXT.lower())]
    assert matches and set(matches) <= set(anchor_starts(TEXT.lower()))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Goma lies by the lake. Shells fell in the city.", "Goma"),
        ("Goma lies by the lake. Shells fell at the school and in the city.", "Goma"),
        ("Goma lies by the lake. Shells fell at the school.", None),
        ("Shells fell in the city. Goma lies by the lake.", None),
    ],
)
def test_a_pointer_means_the_last_place_before_it_of_its_kind(text: str, meant: str | None) -> None:
    found = pointed_to(Annotated(Document.of(Article.from_bytes("a.txt", text.encode()))), 0, len(text))
    assert (found.name if found else None) == meant
