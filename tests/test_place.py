"""A release is moved into place whole or not at all, and never over files of somebody else."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from releases import release, tree

from newsledger.build.publish import place
from newsledger.build.publish.parquet import write_parquet
from newsledger.build.publish.place import publish_into, staging_folder
from newsledger.schema import TABLES
from newsledger.schema.built import Built
from newsledger.schema.dataset import DatasetConfig
from newsledger.schema.problem import PublisherError


@pytest.fixture
def target(built: Built, config: DatasetConfig, tmp_path: Path) -> Path:
    """A place where a release of ours already lies."""
    return release(built, config, tmp_path / "out" / "velora")


def build_into(target: Path, built: Built, config: DatasetConfig) -> None:
    with staging_folder(target) as staging:
        release(built, config, staging)
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
        release(built, config, staging)
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
