"""Tellers: which places only say where somebody is who tells of another."""

from __future__ import annotations

import pytest

from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.mentions.places import find_places
from newsledger.build.mentions.tellers import teller_frames
from newsledger.build.text.document import Document
from newsledger.schema.article import Article


@pytest.mark.parametrize("frame", teller_frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_no_counterexample(frame: Pattern) -> None:
    assert frame.failures() == []


@pytest.mark.parametrize(
    ("text", "is_tellers"),
    [
        ("Six died, the mayor told Reuters from Goma.", True),
        ("Six died, said a nurse in Goma.", True),
        ("Six died, said a nurse in Goma who fled.", False),
        ("A doctor in Goma said six died.", True),
        ("A doctor in Goma fled.", False),
        ("Those who fled to Goma said six died.", True),
        ("Those who fled to Goma died.", False),
        ("Sosa, the police chief of Goma, said six died.", True),
        ("Sosa, the police chief of Goma, died.", False),
        ("The colonel, who leads a garrison in Goma, said six died.", True),
        ("The militia, based in Goma, shot six.", True),
        ("He confirmed the attack in Goma.", True),
        ("He led the attack in Goma.", False),
    ],
)
def test_a_place_of_one_who_tells_is_governed_by_telling(text: str, is_tellers: bool) -> None:
    (place,) = find_places(Document.of(Article.from_bytes("a.txt", text.encode())))
    assert (place.governor == "telling") is is_tellers
