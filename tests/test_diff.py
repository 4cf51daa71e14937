"""The difference of two releases, told in words, as JSON and as a changelog."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from releases import edit_text, release

from newsledger.build.publish.changelog import changelog, entry
from newsledger.build.publish.changes import Differences, differences
from newsledger.build.publish.sides import side_of_release
from newsledger.build.publish.tombstones import tombstones
from newsledger.schema.built import Built
from newsledger.schema.changes import ChangeReason
from newsledger.schema.dataset import DatasetConfig
from newsledger.told_diff import tell_differences


def test_the_diff_of_two_releases_is_told_in_words_and_as_json(
    built: Built, config: DatasetConfig, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    less = replace(built, tables={**built.tables, "casualties": built.tables["casualties"][:1]})
    one = release(less, config, tmp_path / "1")
    two = release(built, config.model_copy(update={"version": "2"}), tmp_path / "2")
    found = differences(side_of_release(one), side_of_release(two))
    assert tell_differences(found, every=True, as_json=False) == 0
    told = capsys.readouterr().out
    assert "velora-2019-05 2019.5.0 to velora-2019-05 2" in told and "+ casualties " in told
    tell_differences(found, every=True, as_json=True)
    content = json.loads(capsys.readouterr().out)
    assert content["tables"]["casualties"] == {"added": 1, "modified": 0, "deleted": 0, "unchanged": 1}
    assert len(content["changes"]) == 1 and content["breaking"] == []
    same = differences(side_of_release(one), side_of_release(one))
    tell_differences(same, every=False, as_json=False)
    assert "No row differs." in capsys.readouterr().out and same.changes == ()


def test_a_value_of_another_type_is_compared_as_a_value(built: Built, config: DatasetConfig, tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    one = release(built, config, tmp_path / "1")
    two = Path(shutil.copytree(one, tmp_path / "2"))
    path = two / "data" / "casualties" / "train-00000-of-00001.parquet"
    rows = pq.read_table(path)
    at = rows.column_names.index("evidence_start")
    pq.write_table(rows.set_column(at, "evidence_start", rows["evidence_start"].cast(pa.int64())), path)
    assert differences(side_of_release(one), side_of_release(two)).changes == ()


def test_a_changelog_without_earlier_entries_and_one_of_a_stranger(
    built: Built, config: DatasetConfig, tmp_path: Path
) -> None:
    one = release(built, config, tmp_path / "1")
    two = release(built, config.model_copy(update={"version": "2"}), tmp_path / "2", one)
    found = differences(side_of_release(one), side_of_release(two))
    assert entry(found) == "## 2 (since 2019.5.0)\n\n- No row differs.\n"
    edit_text(two, "CHANGELOG.md", "- No row differs.", "- Words.\n\n## About\n\nold")
    again = Differences(side_of_release(two), found.new, found.tables, found.changes, {})
    assert changelog(again, config).endswith("## About\n\nold\n")
    assert tombstones(again) == []
    assert ChangeReason.LINKED_ANEW not in {change.reason for change in found.changes}
