"""`evaluate` gives the numbers of the gold standard's own scorer, and says what was missed."""

import json
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsledger.build.evaluate.matching import iou
from newsledger.build.evaluate.records import Record, read_gold, read_release
from newsledger.build.evaluate.scores import score
from newsledger.build.text.names import same_name
from newsledger.schema.problem import PublisherError
from newsledger.told_scores import mistake_lines, scores_as_dict

SCORER = Path(__file__).parents[2] / "shared" / "gold" / "score.py"
TEXT = "Ten miners died, police said. Soldiers shelled the ridge on Monday."


def test_a_short_span_nearly_covered_counts_as_found() -> None:
    whole, part = Record(((0, 100),), {}), Record(((0, 40),), {})
    assert iou(whole, part) == pytest.approx(0.4)
    assert iou(whole, Record(((0, 30),), {})) == 0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("the police", "Police", True), (None, None, True), ("Ann Lee", None, False), ("Ann Lee", "Bo Chan", False)],
)
def test_names_match_on_half_of_the_shorter_ones_words(a: str | None, b: str | None, same: bool) -> None:
    assert same_name(a, b) is same


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "release"
    rows = {
        "articles": [{"article_id": "a" * 64, "source_name": "one.txt"}],
        "casualties": [_row(0, 15, outcome="killed", count=10), _row(30, 38, outcome="injured", count=3)],
        "statements": [_row(0, 15, quote_type="indirect", speaker="police", cue="said")],
    }
    for table, content in rows.items():
        (folder / "data" / table).mkdir(parents=True)
        pq.write_table(pa.Table.from_pylist(content), folder / "data" / table / "train-00000-of-00001.parquet")
    return folder


def _row(start: int, end: int, **values: object) -> dict[str, object]:
    columns = ("count_min", "count_max", "quantifier", "date_start", "place_name", "attributed_to", "speaker_text")
    empty: dict[str, object] = dict.fromkeys(columns)
    return {"article_id": "a" * 64, "evidence_start": start, "evidence_end": end, "also": [], **empty, **values}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    content = {
        "casualties": [{"text": "Ten miners died", "start": 0, "end": 15, "outcome": "killed", "count": 10}],
        "statements": [{"start": 0, "end": 15, "type": "indirect", "speaker": "the police", "cue": "said"}],
        "events": [{"text": "Soldiers shelled", "start": 30, "end": 46, "type": "missile_or_artillery"}],
    }
    (folder / "one.json").write_text(json.dumps(content), encoding="utf-8")
    return folder


def test_scores_count_matches_misses_and_false_alarms(release: Path, gold: Path) -> None:
    scores = score(read_release(release), read_gold(gold))
    assert (scores.counts["casualties"].precision, scores.counts["casualties"].recall) == (0.5, 1.0)
    assert scores.accuracies["statements.speaker"] == [1, 1]
    lines = list(mistake_lines(scores, {"one.txt": TEXT}))
    assert any(line.startswith("miss") and "⟦Soldiers shelled⟧" in line for line in lines)
    assert any(line.startswith("false alarm") and "injured 3" in line for line in lines)


def test_the_numbers_are_those_of_the_gold_scorer(release: Path, gold: Path, tmp_path: Path) -> None:
    if not SCORER.exists():
        pytest.skip("the gold scorer is not at hand")
    out = tmp_path / "scores.json"
    command = [sys.executable, str(SCORER), "--gold", str(gold), "--release", str(release), "--json", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    theirs = json.loads(out.read_text())
    ours = scores_as_dict(score(read_release(release), read_gold(gold)))
    told = ours["scores"] | {k: {"acc": v["accuracy"], "n": v["n"]} for k, v in ours["accuracies"].items()}  # type: ignore
    assert told == theirs


def test_a_folder_without_gold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match="no gold annotation"):
        read_gold(tmp_path)


def test_a_broken_annotation_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('{"casualties": [{"start": 1}]}')
    with pytest.raises(PublisherError, match=r"x\.json: not a gold annotation"):
        read_gold(tmp_path)
