"""What the project promises on hand-annotated articles; skipped where those are not at hand."""

from pathlib import Path

import pytest

from newsledger.build.evaluate.records import Record, read_gold, read_release
from newsledger.build.evaluate.scores import Scores, score
from newsledger.release import make_release

SHARED = Path(__file__).parents[2] / "shared"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the annotated articles are not at hand")


@pytest.fixture(scope="module")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The two article sets, built."""
    out = tmp_path_factory.mktemp("gold")
    built = {}
    for split, folder in (("seeds", "articles"), ("dev", "corpus")):
        outcome = make_release([SHARED / folder], out / split)
        assert outcome.report.exit_code == 0
        assert outcome.folder is not None
        built[split] = outcome.folder
    return built


@pytest.fixture(scope="module")
def scores(releases: dict[str, Path]) -> dict[str, Scores]:
    """Both sets, scored."""
    return {
        split: score(read_release(folder), read_gold(SHARED / "gold" / split)) for split, folder in releases.items()
    }


@pytest.mark.parametrize(
    ("split", "measure", "least"),
    [
        ("seeds", "casualties", 1.0),
        ("seeds", "statements", 0.95),
        ("seeds", "evacuations", 0.85),
        ("seeds", "events", 0.80),
        ("dev", "statements.direct", 0.95),
        ("dev", "statements.reported", 0.80),
        ("dev", "evacuations", 0.75),
        ("dev", "events", 0.70),
    ],
)
def test_f1_holds(scores: dict[str, Scores], split: str, measure: str, least: float) -> None:
    assert scores[split].counts[measure].f1 >= least


def test_casualties_of_the_development_corpus_hold(scores: dict[str, Scores]) -> None:
    count = scores["dev"].counts["casualties"]
    assert count.precision >= 0.95
    assert count.recall >= 0.90


@pytest.mark.parametrize(
    ("split", "attribute", "least"),
    [
        ("seeds", "casualties.quantifier", 1.0),
        ("seeds", "casualties.attributed_to", 1.0),
        ("seeds", "statements.speaker", 0.95),
        ("dev", "statements.speaker", 0.92),
        ("dev", "casualties.attributed_to", 0.90),
        ("dev", "casualties.date", 0.93),
        ("dev", "events.date", 0.93),
        ("dev", "events.place", 0.80),
    ],
)
def test_an_attribute_holds(scores: dict[str, Scores], split: str, attribute: str, least: float) -> None:
    right, of = scores[split].accuracies[attribute]
    assert right / of >= least


def casualties(releases: dict[str, Path], prefix: str) -> list[Record]:
    return next(rows["casualties"] for name, rows in read_release(releases["seeds"]).items() if name.startswith(prefix))


def test_both_tolls_of_one_monday_stand_side_by_side(releases: dict[str, Path]) -> None:
    killed = [
        r for r in casualties(releases, "001") if r.get("outcome") == "killed" and r.get("date_start") == "2024-09-23"
    ]
    assert sorted(r.get("count") for r in killed) == [100, 500]


def test_the_toll_of_a_year_before_is_background(releases: dict[str, Path]) -> None:
    (old,) = [r for r in casualties(releases, "001") if r.get("count") == 1200]
    assert (old.get("temporal_role"), old.get("date_start")) == ("background", "2023-10-07")


def test_a_force_size_is_no_casualty(releases: dict[str, Path]) -> None:
    assert 40_000 not in [r.get("count") for r in casualties(releases, "001")]
