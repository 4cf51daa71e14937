"""A release folder: deterministic, loadable, within the rights policy, and moved into place whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
import yaml

from newsledger.build.publish import place
from newsledger.build.publish.features import features, features_yaml
from newsledger.build.publish.finish import finish
from newsledger.build.publish.licences import licence_of
from newsledger.build.publish.load import verify_loads
from newsledger.build.publish.parquet import shard, write_parquet
from newsledger.build.publish.place import publish_into, staging_folder
from newsledger.build.publish.rights import clear, first_words
from newsledger.build.publish.stage import stage
from newsledger.schema import TABLES
from newsledger.schema.arrow import arrow_schema, to_table
from newsledger.schema.article import Article
from newsledger.schema.built import Built
from newsledger.schema.content import content_sha256
from newsledger.schema.dataset import DatasetConfig, EvidencePolicy
from newsledger.schema.problem import PublisherError
from newsledger.schema.row import Claim
from newsledger.schema.statements import Statement

NO_RESULTS = (
    '{"results": [], "summary": {"checks": 0, "passed": 0, "errored": 0, '
    '"failed": {"critical": 0, "warning": 0, "info": 0}}}\n'
)


def quick(folder: Path, built: Built, config: DatasetConfig) -> Path:
    """A finished release without the checks, which take seconds to load."""
    stage(built, config, folder)
    finish(folder, built, config, NO_RESULTS, ())
    return folder


def tree(folder: Path) -> dict[str, str]:
    """Every file by its hash."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


# Parquet and bytes


def test_the_same_rows_give_the_same_folder_to_the_byte(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    turned = replace(built, tables={name: rows[::-1] for name, rows in reversed(built.tables.items())})
    assert tree(quick(tmp_path / "a", built, config)) == tree(quick(tmp_path / "b", turned, config))


def test_the_hash_seed_of_python_does_not_show(tmp_path: Path) -> None:
    code = (
        "import sys, json; from newsledger.build.publish.features import features;"
        "from newsledger.build.publish.licences import licence_of; from newsledger.schema import TABLES;"
        "from newsledger.validation.rules import suite, suite_json;"
        "print([suite_json(t, suite(t)) for t in TABLES], [features(m) for m in TABLES.values()])"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-P", "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_parquet_is_sorted_by_key_and_carries_only_the_metadata_of_datasets(finished: Path) -> None:
    for name, model in TABLES.items():
        if not (finished / shard(name)).is_file():
            continue
        file = pq.ParquetFile(finished / shard(name))
        rows = file.read()
        keys = [tuple(row[key] for key in model.KEY) for row in rows.to_pylist()]
        assert keys == sorted(keys)
        assert set(rows.schema.metadata) == {b"huggingface"}
        assert file.metadata.row_group(0).column(0).compression == "ZSTD"
        assert file.metadata.row_group(0).column(0).has_offset_index
        assert rows.schema.equals(arrow_schema(model), check_metadata=False)
        assert rows.schema.field(0).metadata[b"description"]


def test_tables_without_rows_are_left_out_and_named(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    bare = replace(built, tables=built.tables | {"evacuations": []})
    folder = quick(tmp_path / "bare", bare, config)
    assert not (folder / "data" / "evacuations").exists()
    assert "evacuations" in json.loads((folder / "manifest.json").read_text())["empty_tables"]
    assert "evacuations" not in [entry["config_name"] for entry in front_matter(folder)["configs"]]
    assert "evacuations" not in verify_loads(folder)


def test_our_features_are_those_of_the_datasets_library() -> None:
    import datasets

    for name, model in TABLES.items():
        theirs = datasets.Features.from_arrow_schema(arrow_schema(model))
        assert theirs.to_dict() == features(model), name
        assert theirs._to_yaml_list() == features_yaml(model), name


def test_the_content_hash_goes_by_the_rows_not_by_the_file(built: Built) -> None:
    model = TABLES["casualties"]
    rows = to_table(model, built.tables["casualties"])
    same = content_sha256(rows.take([1, 0]), model.KEY)
    assert same == content_sha256(rows, model.KEY) != content_sha256(rows.slice(1), model.KEY)


# Card, manifest, checksums


def front_matter(folder: Path) -> dict[str, Any]:
    _, head, _ = (folder / "README.md").read_text(encoding="utf-8").split("---\n", 2)
    card: dict[str, Any] = yaml.safe_load(head)
    return card


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
    assert verify_loads(quick(tmp_path / "a" / "same", built, config))["casualties"] == 2
    fewer = replace(built, tables=built.tables | {"casualties": built.tables["casualties"][:1]})
    assert verify_loads(quick(tmp_path / "b" / "same", fewer, config))["casualties"] == 1


def test_a_wrong_count_in_the_card_is_found_on_loading(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    folder = quick(tmp_path / "wrong", built, config)
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
    folder = quick(tmp_path / "other", built, config.model_copy(update={"licence": "other"}))
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


# Rights


def test_an_excerpt_is_the_first_25_words_as_they_stand() -> None:
    long = "one\n two  " + "more words " * 30
    excerpt = first_words(long)
    assert excerpt is not None and long.startswith(excerpt) and len(excerpt.split()) == 25
    assert first_words("  short  ") == "  short  " and first_words(None) is None and first_words("") == ""


def test_the_policy_offsets_withholds_all_evidence(built: Built, config: DatasetConfig) -> None:
    cleared = clear(built, config.model_copy(update={"evidence": EvidencePolicy.OFFSETS}))
    rows = [row for table in cleared.tables.values() for row in table if isinstance(row, Claim)]
    assert rows and all(row.evidence_text is None for row in rows)
    assert any(isinstance(row, Statement) and row.content for row in rows)


def test_content_of_reported_statements_is_cut_and_of_quotations_kept(config: DatasetConfig) -> None:
    words = " ".join(f"word{number}" for number in range(40))
    article = Article.from_bytes("a.txt", (words + " end" * 400).encode())

    def statement(kind: str) -> Statement:
        return Statement.model_validate(
            {
                "statement_id": hashlib.sha256(kind.encode()).hexdigest(),
                "quote_type": kind,
                "content": words,
                "article_id": article.article_id,
                "evidence_start": 0,
                "evidence_end": len(words),
                "evidence_sha256": hashlib.sha256(words.encode()).hexdigest(),
                "evidence_text": words,
                "sentence_start": 0,
                "sentence_end": len(words),
                "block_type": "body",
                "rule_id": "x",
            }
        )

    built = Built((article,), {"statements": [statement(kind) for kind in ("direct", "partial", "indirect")]})
    rows = clear(built, config).tables["statements"]
    assert [len((row.content or "").split()) for row in rows if isinstance(row, Statement)] == [40, 25, 25]


@pytest.mark.parametrize("greatest", [0.0, 0.1, 0.25, 0.5, 1.0])
def test_above_the_greatest_share_excerpts_then_contents_go_in_id_order(
    built: Built, config: DatasetConfig, greatest: float
) -> None:
    cleared = clear(built, config.model_copy(update={"max_reproduced_share": greatest}))
    rows = [row for table in cleared.tables.values() for row in table if isinstance(row, Claim)]
    for article in built.articles:
        own = sorted((row for row in rows if row.article_id == article.article_id), key=lambda r: getattr(r, r.KEY[0]))
        withheld = [row.evidence_text is None for row in own]
        assert withheld == sorted(withheld, reverse=True)
        reported = [row for row in own if isinstance(row, Statement) and row.quote_type != "direct"]
        if any(row.content is None for row in reported):
            assert all(withheld)
        if cleared.shares[article.article_id] > greatest:
            assert all(withheld) and all(row.content is None for row in reported)
    assert any(isinstance(row, Statement) and row.quote_type == "direct" and row.content for row in rows)
    if greatest == 0.0:
        assert cleared.evidence_text_withheld == 6 and cleared.content_withheld == 1


# Into place


@pytest.fixture
def target(built: Built, config: DatasetConfig, tmp_path: Path) -> Path:
    """A place where a release of ours already lies."""
    return quick(tmp_path / "out" / "velora", built, config)


def build_into(target: Path, built: Built, config: DatasetConfig) -> None:
    with staging_folder(target) as staging:
        quick(staging, built, config)
        publish_into(staging, target)


def test_a_release_replaces_its_predecessor_whole(target: Path, built: Built, config: DatasetConfig) -> None:
    (target / "README.md").write_text("edited")
    build_into(target, built, config.model_copy(update={"version": "2"}))
    assert json.loads((target / "manifest.json").read_text())["version"] == "2"
    assert [path.name for path in target.parent.iterdir()] == ["velora"]


def test_a_first_release_makes_the_folders_it_needs(tmp_path: Path, built: Built, config: DatasetConfig) -> None:
    build_into(tmp_path / "new" / "deep" / "velora", built, config)
    assert (tmp_path / "new" / "deep" / "velora" / "manifest.json").is_file()


def test_an_empty_folder_is_taken(tmp_path: Path, built: Built, config: DatasetConfig) -> None:
    (tmp_path / "velora").mkdir()
    build_into(tmp_path / "velora", built, config)
    assert (tmp_path / "velora" / "SHA256SUMS").is_file()


@pytest.mark.parametrize(
    "prepare",
    [
        lambda folder: (folder / "thesis.docx").write_text("years of work"),
        lambda folder: (folder / "manifest.json").write_text('{"generator": "another program", "files": []}'),
        lambda folder: (folder / "manifest.json").write_text("not JSON"),
    ],
)
def test_a_folder_of_someone_elses_files_is_refused_and_left_alone(
    tmp_path: Path, built: Built, config: DatasetConfig, prepare: Callable[[Path], object]
) -> None:
    folder = tmp_path / "velora"
    folder.mkdir()
    prepare(folder)
    before = tree(folder)
    with pytest.raises(PublisherError, match="name another folder with --out"):
        build_into(folder, built, config)
    assert tree(folder) == before and [path.name for path in tmp_path.iterdir()] == ["velora"]


def test_a_stranger_among_our_files_is_refused_by_name(target: Path, built: Built, config: DatasetConfig) -> None:
    (target / "data" / "mine.csv").write_text("a,b")
    with pytest.raises(PublisherError, match=r"data/mine\.csv"):
        build_into(target, built, config)
    assert (target / "data" / "mine.csv").is_file() and (target / "manifest.json").is_file()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, built: Built, config: DatasetConfig) -> None:
    (tmp_path / "velora").write_text("a file")
    with pytest.raises(PublisherError, match="is not a folder"):
        build_into(tmp_path / "velora", built, config)


@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), ValueError("a bug"), OSError(errno.ENOSPC, "No space left on device")]
)
def test_an_interruption_while_writing_leaves_the_old_release_and_no_scraps(target: Path, error: BaseException) -> None:
    before = tree(target)
    expected = PublisherError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected), staging_folder(target) as staging:
        (staging / "half.parquet").write_bytes(b"half")
        raise error
    assert tree(target) == before and [path.name for path in target.parent.iterdir()] == ["velora"]


def test_a_failed_first_build_leaves_no_folder_behind(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), staging_folder(tmp_path / "out" / "velora"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.EACCES, "Permission denied")])
def test_a_failure_between_the_two_renames_restores_the_old_release(
    target: Path, built: Built, config: DatasetConfig, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    before, rename = tree(target), Path.rename

    def fail_on_the_new_one(self: Path, to: Path) -> Path:
        if ".staging-" in self.name:
            raise error
        return rename(self, to)

    with staging_folder(target) as staging:
        quick(staging, built, config)
        monkeypatch.setattr(Path, "rename", fail_on_the_new_one)
        with pytest.raises(KeyboardInterrupt if isinstance(error, KeyboardInterrupt) else PublisherError):
            publish_into(staging, target)
    assert tree(target) == before and [path.name for path in target.parent.iterdir()] == ["velora"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_a_clear_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(PublisherError, match="cannot be written"), staging_folder(tmp_path / "velora"):
        pass
    tmp_path.chmod(0o700)


def test_an_unwritable_place_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(PublisherError, match="cannot be"), staging_folder(tmp_path / "file" / "velora"):
        pass


def test_a_full_disk_is_a_clear_error(target: Path, monkeypatch: pytest.MonkeyPatch, built: Built) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(PublisherError, match="No space left on device"), staging_folder(target) as staging:
        write_parquet(staging, TABLES["casualties"], built.tables["casualties"])
    assert (target / "manifest.json").is_file()


def test_the_module_that_moves_releases_never_follows_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real"
    shutil.copytree(Path(place.__file__).parent, real)
    (tmp_path / "velora").symlink_to(real)
    with pytest.raises(PublisherError), staging_folder(tmp_path / "velora"):
        pass
    assert (real / "place.py").is_file()
