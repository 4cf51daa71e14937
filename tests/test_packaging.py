"""The package table of pyproject.toml, the source folders and the built wheel agree."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TABLE = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


def test_every_source_folder_is_packaged() -> None:
    found = {"newsledger"}
    for name, folder in TABLE["package-dir"].items():
        for init in (ROOT / folder).rglob("__init__.py"):
            found.add(".".join([name, *init.parent.relative_to(ROOT / folder).parts]))
    assert set(TABLE["packages"]) == found


@pytest.mark.parametrize("folder", ["build", "dist"])
def test_git_tracks_files_in_folders_that_ignore_lists_like_to_name(folder: str) -> None:
    listed = subprocess.run(["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("not a git checkout")
    assert listed.stdout


def test_no_file_names_an_index_host_or_a_machine_path() -> None:
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", str(out), str(ROOT)]
    subprocess.run(command, check=True, cwd=out)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    data = {
        "/".join([*name.split("."), *file.relative_to(ROOT / folder).parts])
        for name, folder in TABLE["package-dir"].items()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and file.suffix in {".yml", ".csv", ".txt", ".jsonl", ".json", ".j2", ".html", ".md"}
    }
    assert not data - packed, sorted(data - packed)[:5]


def test_the_wheel_builds_the_sample_outside_the_clone(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "site"
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "-t", str(target), str(wheel)], check=True
    )
    code = "import sys, newsledger.cli as cli; assert cli.__file__.startswith(sys.argv.pop(1)); cli.run()"
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, str(target), "build", "--out", str(tmp_path / "out")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(target)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "sample" / "data" / "casualties").is_dir()
    assert "load_dataset" in done.stdout
