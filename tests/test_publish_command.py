"""The command `newsledger publish` against the stand-in, and what readers get back from it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hub_publisher import REPO, Publisher, content, held
from hub_repos import TOKEN, Hub
from releases import edit_text, seal

from newsledger.build.publish.manifest import write_checksums
from newsledger.told_publish import publish_release


def command(hub: Hub, home: Path, *words: str | Path, token: str | None = TOKEN) -> subprocess.CompletedProcess[str]:
    """Run the command line in a process of its own, whose Hub is the stand-in."""
    return run(hub, home, [sys.executable, "-m", "newsledger", *map(str, words)], token)


def run(hub: Hub, home: Path, words: list[str], token: str | None = TOKEN) -> subprocess.CompletedProcess[str]:
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "HUGGING"))}
    ours |= {"HF_ENDPOINT": hub.url, "HF_HOME": str(home), "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}
    ours |= {"HF_UPDATE_DOWNLOAD_COUNTS": "0", "HF_DEBUG": "1"} | ({"HF_TOKEN": token} if token else {})
    return subprocess.run(words, capture_output=True, text=True, env=ours, cwd=home)


READ_BACK = """
import sys, pandas
from datasets import load_dataset
repo, tag, out = sys.argv[1:]
loaded = load_dataset(repo, "casualties", revision=tag, split="train")
streamed = list(load_dataset(repo, "casualties", revision=tag, split="train", streaming=True))
read = pandas.read_parquet(f"hf://datasets/{repo}@{tag}/data/casualties/train-00000-of-00001.parquet")
assert loaded.to_list() == streamed, (loaded[0], streamed[0])
assert sorted(read["casualty_id"]) == sorted(row["casualty_id"] for row in streamed)
print(len(streamed), *sorted(read["victim_text"].dropna()))
"""


def test_the_command_publishes_and_every_reader_gets_the_tagged_version(
    hub: Hub, finished: Path, second: Path, tmp_path: Path
) -> None:
    done = command(hub, tmp_path, "publish", finished, "--to", REPO)
    assert done.returncode == 0, done.stderr
    assert f"Published velora-2019-05 2019.5.0 to {REPO} (a new dataset repository), tag v2019.5.0" in done.stdout
    assert f"load_dataset('{REPO}', 'casualties', revision='v2019.5.0')" in done.stdout
    assert TOKEN not in done.stdout + done.stderr
    publishing = Path(shutil.copytree(hub_files(hub, tmp_path), tmp_path / "checked"))
    assert content(publishing) == content(finished)
    read = run(hub, tmp_path, [sys.executable, "-c", READ_BACK, REPO, "v2019.5.0", str(tmp_path)], None)
    assert read.returncode == 0, read.stderr[-3000:]
    assert read.stdout == "2 people\n"


def hub_files(hub: Hub, folder: Path) -> Path:
    """The files of main, written out."""
    for path, data in held(hub).items():
        (folder / "main" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "main" / path).write_bytes(data)
    return folder / "main"


def test_a_release_whose_gate_fails_is_refused(
    push: Publisher, finished: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(finished, tmp_path / "copy"))
    promises = copy / "dataset.yml"
    promises.write_text(promises.read_text(encoding="utf-8") + "assertions: {rows: {casualties: {min: 1000}}}\n")
    write_checksums(copy)
    assert publish_release(copy, REPO, tag=None, private=None, dry_run=False, as_json=True) == 3
    assert json.loads(capsys.readouterr().out)["status"] == "refused"
    assert publish_release(copy, REPO, tag=None, private=None, dry_run=True, as_json=False) == 3
    told = capsys.readouterr().err
    assert "casualties" in told
    assert "Not published: the checks above failed" in told
    assert push.hub.log == []


def test_a_card_that_the_data_does_not_give_is_refused_though_its_seals_are_whole(
    push: Publisher, finished: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = Path(shutil.copytree(finished, tmp_path / "copy"))
    edit_text(copy, "README.md", "The press is not a census", "The press is a census")
    seal(copy, content=False)
    assert publish_release(copy, REPO, tag=None, private=None, dry_run=False, as_json=False) == 3
    assert "README.md" in capsys.readouterr().err and push.hub.log == []


def test_what_is_done_is_told_to_people_and_to_machines(
    push: Publisher, finished: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def tell(dry_run: bool, as_json: bool) -> str:
        assert publish_release(finished, REPO, None, None, dry_run, as_json) == 0
        told = capsys.readouterr()
        assert TOKEN not in told.out + told.err
        return told.out

    assert "Dry run, nothing was changed. It would publish velora-2019-05 2019.5.0" in tell(True, False)
    assert json.loads(tell(True, True))["status"] == "planned"
    assert json.loads(tell(False, True))["status"] == "published"
    assert tell(False, False).startswith("Nothing to do, this is published already: velora-2019-05 2019.5.0")


def test_the_command_tells_a_missing_token_in_one_sentence_before_any_work(
    hub: Hub, finished: Path, tmp_path: Path
) -> None:
    done = command(hub, tmp_path, "publish", finished, "--to", REPO, token=None)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1].startswith(f"newsledger: {REPO}: there is no token for the Hub")
    assert hub.log == []
