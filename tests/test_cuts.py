"""Cuts found in one pass agree with searching each stretch by itself."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.text.cuts import Cuts

PATTERN = re.compile(r"; |, (?=(but )|(and ))|—|\. ")
TEXT = "the shelling stopped; talks, and then fighting, but no truce — nothing. They left"


def test_a_cut_knows_how_far_it_had_to_look() -> None:
    cuts = Cuts.of(PATTERN, "rain, and wind")
    assert cuts == Cuts([4], [6], [10])
    assert cuts.start_after(0, 14) == 4
    assert cuts.start_after(0, 9) == 9, "what it looks ahead at lies outside"


def test_nothing_cuts_an_empty_text() -> None:
    cuts = Cuts.of(PATTERN, "")
    assert (cuts.end_before(0, 0), cuts.start_after(0, 0), cuts.between(0, 0)) == (0, 0, [])


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_a_lookup_gives_what_a_search_of_the_stretch_gives(one: int, other: int) -> None:
    floor, ceiling = sorted((one, other))
    found = [(m.start(), m.end()) for m in PATTERN.finditer(TEXT, floor, ceiling)]
    cuts = Cuts.of(PATTERN, TEXT)
    assert cuts.between(floor, ceiling) == [end for _, end in found]
    assert cuts.start_after(floor, ceiling) == (found[0][0] if found else ceiling)
    assert cuts.end_before(floor, ceiling) == (found[-1][1] if found else floor)
