"""Every native type has a crosswalk row, and every target it names exists."""

from dataclasses import replace

import pytest

from newsledger.build.link.crosswalk import crosswalk
from newsledger.build.link.targets import problems, vocabularies
from newsledger.schema.events import CrosswalkRelation
from newsledger.schema.vocabularies import EventType


def test_every_target_exists_in_its_vocabulary() -> None:
    assert set(crosswalk()) == set(EventType)
    assert problems(crosswalk().values()) == []


def test_every_vocabulary_names_source_and_licence() -> None:
    assert all(book.source and book.licence for book in vocabularies().values())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"acled_sub_event_type": "Air strike"}, "ACLED Explosions/Remote violence has no 'Air strike'"),
        ({"acled_event_type": "Explosions"}, "ACLED has no type 'Explosions'"),
        ({"plover_mode": "assassinate"}, "PLOVER ASSAULT has no 'assassinate'"),
        ({"cameo_code": "1951"}, "CAMEO has no '1951'"),
        ({"ucdp": "4"}, "UCDP has no '4'"),
        ({"idmc_term": "Fled"}, "IDMC has no 'Fled'"),
        ({"relation": CrosswalkRelation.NONE}, "does not fit ACLED term"),
    ],
)
def test_a_target_that_does_not_exist_is_named(change: dict[str, str], words: str) -> None:
    (found,) = problems([replace(crosswalk()[EventType.AIR_STRIKE], **change)])  # type: ignore[arg-type]
    assert found.startswith("air_strike: ")
    assert words in found
