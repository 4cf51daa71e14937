"""The tables of a release: the same rows give the same bytes, other tools read them, rights are kept."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from releases import front_matter, release, tree

from newsledger.build.publish.features import features, features_yaml
from newsledger.build.publish.load import verify_loads
from newsledger.build.publish.parquet import shard
from newsledger.build.publish.rights import clear, first_words
from newsledger.schema import TABLES
from newsledger.schema.arrow import arrow_schema, to_table
from newsledger.schema.article import Article
from newsledger.schema.built import Built
from newsledger.schema.content import content_sha256
from newsledger.schema.dataset import DatasetConfig, EvidencePolicy
from newsledger.schema.row import Claim
from newsledger.schema.statements import Statement


def test_the_same_rows_give_the_same_folder_to_the_byte(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    turned = replace(built, tables={name: rows[::-1] for name, rows in reversed(built.tables.items())})
    assert tree(release(built, config, tmp_path / "a")) == tree(release(turned, config, tmp_path / "b"))


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
    folder = release(bare, config, tmp_path / "bare")
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
