"""The card, the manifest and the checksums of a release say what is in it, exactly."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from releases import front_matter, release, rows_of, tree

from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.load import verify_loads
from newsledger.build.publish.measured import measured
from newsledger.build.publish.parquet import shard
from newsledger.build.publish.templates import percent
from newsledger.schema import TABLES
from newsledger.schema.arrow import arrow_schema
from newsledger.schema.article import Article
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError


def test_every_config_loads_with_the_rows_the_manifest_states(finished: Path) -> None:
    stated = json.loads((finished / "manifest.json").read_text())["tables"]
    assert verify_loads(finished) == {name: entry["rows"] for name, entry in stated.items()}
    assert stated["quality_results"]["rows"] > 100


def test_the_sizes_in_the_card_are_exact(finished: Path, tmp_path: Path) -> None:
    import datasets

    for info in front_matter(finished)["dataset_info"]:
        loaded = datasets.load_dataset(
            str(finished), info["config_name"], split="train", cache_dir=str(tmp_path), verification_mode="no_checks"
        )
        [split] = info["splits"]
        assert (split["num_examples"], split["num_bytes"]) == (loaded.num_rows, loaded.info.dataset_size)
        assert info["download_size"] == (finished / shard(info["config_name"])).stat().st_size


def test_other_tools_read_the_same_rows(finished: Path) -> None:
    import duckdb
    import pandas as pd
    import polars as pl

    path = str(finished / shard("casualties"))
    ids = pq.read_table(path)["casualty_id"].to_pylist()
    assert pd.read_parquet(path)["casualty_id"].tolist() == ids
    assert pl.read_parquet(path)["casualty_id"].to_list() == ids
    assert [row[0] for row in duckdb.execute("select casualty_id from read_parquet(?)", [path]).fetchall()] == ids


def test_a_release_that_replaces_another_of_the_same_name_is_verified_afresh(
    built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    assert verify_loads(release(built, config, tmp_path / "a" / "same"))["casualties"] == 2
    fewer = replace(built, tables=built.tables | {"casualties": built.tables["casualties"][:1]})
    assert verify_loads(release(fewer, config, tmp_path / "b" / "same"))["casualties"] == 1


def test_a_wrong_count_in_the_card_is_found_on_loading(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    folder = release(built, config, tmp_path / "wrong")
    card = folder / "README.md"
    card.write_text(card.read_text(encoding="utf-8").replace("num_examples: 2", "num_examples: 7"), encoding="utf-8")
    with pytest.raises(PublisherError, match="does not load"):
        verify_loads(folder)


def test_one_config_is_the_default(finished: Path) -> None:
    configs = front_matter(finished)["configs"]
    assert [entry["config_name"] for entry in configs if entry.get("default")] == ["events"]


def test_the_card_uses_the_vocabularies_of_the_hub(finished: Path) -> None:
    import datasets

    folder = Path(datasets.__file__).parent / "utils" / "resources"
    card = front_matter(finished)
    sizes = json.loads((folder / "size_categories.json").read_text())
    assert set(card["size_categories"]) <= set(sizes)
    assert set(card["language"]) <= set(json.loads((folder / "languages.json").read_text()))
    creators = json.loads((folder / "creators.json").read_text())
    assert set(card["annotations_creators"]) <= set(creators["annotations"])
    assert set(card["language_creators"]) <= set(creators["language"])
    assert set(card["multilinguality"]) <= set(json.loads((folder / "multilingualities.json").read_text()))


def test_the_card_says_what_a_reader_needs(finished: Path) -> None:
    text = (finished / "README.md").read_text(encoding="utf-8")
    for words in ("# The shelling of Velora", "load_dataset(", "A row is a claim", "## Limits", "## Rights", "bibtex"):
        assert words in text
    assert "7 of 7 evidence spans (100 %)" in text
    for column in arrow_schema(TABLES["casualties"]).names:
        assert f"`{column}`" in text


def test_a_licence_of_ones_own_is_named_and_linked(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    folder = release(built, config.model_copy(update={"licence": "other"}), tmp_path / "other")
    card = front_matter(folder)
    assert card["license"] == "other"
    assert card["license_name"] and card["license_link"] == "LICENSE"


def test_an_unknown_licence_is_refused_with_the_id_to_write() -> None:
    with pytest.raises(PublisherError, match=r"write `cc-by-4\.0`"):
        licence_of("CC-BY-4.0")


def test_the_manifest_tells_what_was_left_out(finished: Path, built: Built) -> None:
    manifest = json.loads((finished / "manifest.json").read_text())
    assert manifest["skipped_articles"] == [{"source_name": "empty.txt", "reason": "the file is empty"}]
    assert manifest["same_content"][0]["source_name"] == "copy.txt"
    assert {entry["article_id"] for entry in manifest["articles"]} == {a.article_id for a in built.articles}
    assert manifest["declined_candidates"] == 1 and manifest["writer"].startswith("pyarrow ")
    assert all(0 <= entry["reproduced_share"] <= 0.5 for entry in manifest["articles"])


def test_skips_hold_offsets_and_a_reason_but_no_words(finished: Path) -> None:
    [line] = (finished / "skips.jsonl").read_text().splitlines()
    assert set(json.loads(line)) == {"article_id", "table", "start", "end", "rule_id", "reason"}


def test_sha256sum_accepts_the_checksums(finished: Path) -> None:
    run = subprocess.run(["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=finished, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout
    listed = [line.split("  ", 1)[1] for line in (finished / "SHA256SUMS").read_text().splitlines()]
    assert listed == sorted(set(tree(finished)) - {"SHA256SUMS"})


def test_nothing_in_the_release_names_the_machine(finished: Path) -> None:
    for path in finished.rglob("*"):
        if path.is_file():
            assert str(Path.home()).encode() not in path.read_bytes()
            assert str(finished.parent).encode() not in path.read_bytes()


def test_the_example_row_is_checked_as_the_card_says(
    finished: Path, articles: tuple[Article, ...], tmp_path: Path
) -> None:
    text = (finished / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", text.split("### One row")[1].split("## How to load")[0], re.M))
    [row] = [
        row for row in rows_of(finished, "casualties") if row["rule_id"] == shown["rule_id"] and row["count"] == 14
    ]
    assert {name: str(row[name]) for name in shown} == shown
    for article in articles:
        (tmp_path / article.source_name).write_bytes(article.text.encode())
    [snippet] = [code for code in re.findall(r"```python\n(.+?)```", text, re.S) if "sha256" in code]
    code = snippet.replace('Path("', f'Path("{tmp_path}/').replace("sha256(words", "digest = sha256(words")
    found: dict[str, Any] = {}
    exec(code, found)
    assert found["digest"] == row["evidence_sha256"]


def test_a_release_without_claims_has_no_example(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    bare = replace(built, tables={"articles": built.tables["articles"]})
    assert "### One row" not in (release(bare, config, tmp_path / "bare") / "README.md").read_text(encoding="utf-8")


def test_the_card_states_what_was_measured_on_unseen_articles(finished: Path) -> None:
    text = (finished / "README.md").read_text(encoding="utf-8")
    assert {figure.table for figure in measured()} == {"casualties", "statements", "evacuations", "events"}
    for figure in measured():
        assert 0 < figure.recall <= 1 and 0 < figure.precision <= 1 and figure.articles > 10
        assert f"| `{figure.table}` | {percent(figure.precision)} | {percent(figure.recall)} |" in text
