"""The first release: complete, checked, the same bytes when built again, and open to every reader."""

import json
import subprocess
from pathlib import Path

import duckdb
import pandas
import polars
import pytest

from newsledger.build.publish.load import verify_loads
from newsledger.release import make_release
from newsledger.verify import verify_release

ROOT = Path(__file__).parents[1]
RELEASE = ROOT / "dist" / "lebanon-2024-09"
ARTICLES = ROOT.parent / "shared" / "articles"
TABLES = sorted(json.loads((RELEASE / "manifest.json").read_text(encoding="utf-8"))["tables"])


def content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_the_release_is_proved_with_its_articles_where_they_are_at_hand() -> None:
    proof = verify_release(RELEASE, ARTICLES if ARTICLES.is_dir() else None)
    assert proof.report.exit_code == 0, [result.message for result in proof.report.failures]
    assert not ARTICLES.is_dir() or proof.spans[0] == proof.spans[1] > 50


def test_the_checksums_hold() -> None:
    done = subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=RELEASE, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_every_table_loads_with_a_fresh_cache() -> None:
    assert set(verify_loads(RELEASE)) == set(TABLES)


@pytest.mark.parametrize("table", TABLES)
def test_pandas_polars_and_duckdb_read_the_same_rows(table: str) -> None:
    files = str(RELEASE / "data" / table / "*.parquet")
    counts = {
        len(pandas.read_parquet(RELEASE / "data" / table)),
        len(polars.read_parquet(files)),
        len(duckdb.execute(f"select * from '{files}'").fetchall()),
    }
    assert len(counts) == 1


def test_no_words_of_the_articles_are_released_but_quotations() -> None:
    manifest = json.loads((RELEASE / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["rights"]["evidence"] == "offsets"
    assert all(entry["reproduced_share"] <= 0.5 for entry in manifest["articles"])


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the articles of the release are not at hand")
def test_the_release_builds_again_to_the_same_bytes(tmp_path: Path) -> None:
    outcome = make_release([ARTICLES], tmp_path)
    assert outcome.folder is not None
    again, released = content(outcome.folder), content(RELEASE)
    told = "run: newsledger build ../shared/articles"
    assert [name for name in sorted(again.keys() | released.keys()) if again.get(name) != released.get(name)] == [], (
        told
    )
