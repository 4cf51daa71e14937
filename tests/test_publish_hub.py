"""Publishing to the Hub, against a stand-in: one commit and a tag, again without effect, and never half of it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import huggingface_hub.utils._auth as hub_auth
import pytest
from hub_repos import READER, TOKEN, Hub, Repo
from hub_server import serve
from huggingface_hub import HfApi, constants

from newsledger.build.publish.hub_errors import redact
from newsledger.build.publish.manifest import write_checksums
from newsledger.build.publish.previous import fetch_previous
from newsledger.build.publish.sealed import read_sealed
from newsledger.build.publish.target import Published, Status, publish, read_target
from newsledger.schema.problem import PublisherError
from newsledger.told_publish import publish_release

REPO = "acme/velora"
COMMIT = f"/api/datasets/{REPO}/commit/"
TAG = f"/api/datasets/{REPO}/tag/"


@dataclass
class Publisher:
    """A user who publishes releases to a stand-in."""

    hub: Hub

    def __call__(
        self, release: Path, tag: str | None = None, private: bool | None = None, dry_run: bool = False
    ) -> Published:
        return publish(read_sealed(release), read_target(REPO), tag, private, dry_run)


@pytest.fixture
def hub() -> Iterator[Hub]:
    with serve() as running:
        yield running


@pytest.fixture
def push(hub: Hub, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Publisher:
    """Publish in this process; what huggingface_hub reads at import is set on its constants."""
    monkeypatch.setattr(constants, "ENDPOINT", hub.url)
    monkeypatch.setattr(constants, "HUGGINGFACE_CO_URL_TEMPLATE", hub.url + "/{repo_id}/resolve/{revision}/{filename}")
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setattr(constants, "HF_TOKEN_PATH", str(tmp_path / "no-token"))
    monkeypatch.delenv("HF_OIDC_RESOURCE", raising=False)
    monkeypatch.setattr("huggingface_hub.utils._http.time.sleep", lambda seconds: None)
    monkeypatch.setenv("HF_TOKEN", TOKEN)
    return Publisher(hub)


@pytest.fixture
def second(finished: Path, tmp_path: Path) -> Path:
    """The next version: one file changed, one new, one gone."""
    return release_like(finished, tmp_path / "second", "2019.5.1")


def release_like(release: Path, folder: Path, version: str, note: str = "More.\n") -> Path:
    """A sealed copy of a release with another version and a few other files."""
    shutil.copytree(release, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "README.md").write_text((folder / "README.md").read_text(encoding="utf-8") + note, encoding="utf-8")
    (folder / "skips.jsonl").unlink()
    (folder / "NOTES.md").write_text(note, encoding="utf-8")
    manifest["version"] = version
    manifest["files"].append({"path": "NOTES.md", "bytes": len(note), "sha256": "0" * 64})
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    write_checksums(folder)
    return folder


def content(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def held(hub: Hub, revision: str = "main") -> dict[str, bytes]:
    """What the repository holds, without the file that the Hub itself put there."""
    repo = hub.repos[REPO]
    return {path: data for path, data in repo.commits[repo.at(revision)].items() if path != ".gitattributes"}


def test_a_first_publication_makes_the_repository_one_commit_and_a_tag(push: Publisher, finished: Path) -> None:
    done = push(finished)
    assert (done.status, done.tag, done.creates) == (Status.PUBLISHED, "v2019.5.0", True)
    assert len(push.hub.repos[REPO].commits) == 2
    assert held(push.hub) == held(push.hub, "v2019.5.0") == content(finished)
    assert push.hub.repos[REPO].tags == {"v2019.5.0": done.commit}


def test_publishing_again_changes_nothing(push: Publisher, finished: Path) -> None:
    first = push(finished)
    before = push.hub.writes()
    again = push(finished)
    assert (again.status, again.commit, bool(again.plan)) == (Status.UNCHANGED, first.commit, False)
    assert push.hub.writes() == before


def test_a_new_version_is_one_commit_that_deletes_what_vanished(push: Publisher, finished: Path, second: Path) -> None:
    push(finished)
    done = push(second)
    assert done.status is Status.PUBLISHED
    assert done.plan.added == ("NOTES.md",)
    assert done.plan.changed == ("README.md", "SHA256SUMS", "manifest.json")
    assert done.plan.deleted == ("skips.jsonl",)
    assert len(push.hub.repos[REPO].commits) == 3
    assert held(push.hub) == content(second)
    assert held(push.hub, "v2019.5.0") == content(finished)


def test_an_older_version_published_again_leaves_the_newer_one_on_main(
    push: Publisher, finished: Path, second: Path
) -> None:
    push(finished)
    push(second)
    assert push(finished).status is Status.UNCHANGED
    assert held(push.hub) == content(second)


def test_a_dry_run_lists_what_it_would_do_and_writes_nothing(push: Publisher, finished: Path, second: Path) -> None:
    planned = push(finished, dry_run=True)
    assert (planned.status, planned.creates, set(planned.plan.added)) == (Status.PLANNED, True, set(content(finished)))
    assert push.hub.writes() == []
    push(finished)
    before = push.hub.writes()
    assert push(second, dry_run=True).plan.deleted == ("skips.jsonl",)
    assert push.hub.writes() == before


def test_a_dry_run_needs_no_token(push: Publisher, finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_TOKEN")
    assert push(finished, dry_run=True).status is Status.PLANNED


def test_a_concurrent_publication_wins_and_the_later_one_says_so(push: Publisher, finished: Path, second: Path) -> None:
    push(finished)
    theirs = content(finished) | {"README.md": b"theirs"}
    push.hub.before("POST", COMMIT, lambda: push.hub.repos[REPO].put(theirs))
    with pytest.raises(PublisherError, match=r"somebody else published there at the same time.*same command again"):
        push(second)
    assert held(push.hub) == theirs
    assert set(push.hub.repos[REPO].tags) == {"v2019.5.0"}


def test_two_publications_of_the_same_release_at_once_are_one(push: Publisher, finished: Path) -> None:
    push.hub.before("POST", COMMIT, lambda: push.hub.repos[REPO].put(content(finished)))
    done = push(finished)
    assert held(push.hub, "v2019.5.0") == content(finished)
    assert len(push.hub.repos[REPO].commits) == 2
    assert done.commit == push.hub.repos[REPO].main


def test_a_tag_on_other_content_is_never_moved(push: Publisher, finished: Path, tmp_path: Path) -> None:
    first = push(finished)
    other = release_like(finished, tmp_path / "other", "2019.5.0")
    with pytest.raises(PublisherError, match=r"published already with other content.*new `version` in dataset.yml"):
        push(other)
    assert push.hub.repos[REPO].tags == {"v2019.5.0": first.commit}
    assert held(push.hub) == content(finished)


@pytest.mark.parametrize("same", [True, False])
def test_a_tag_that_appears_meanwhile_is_looked_at(push: Publisher, finished: Path, same: bool) -> None:
    repo = REPO

    def set_it() -> None:
        there = push.hub.repos[repo]
        there.tags["v2019.5.0"] = there.main if same else next(iter(there.commits))

    push.hub.before("POST", TAG, set_it)
    if same:
        assert push(finished).status is Status.PUBLISHED
    else:
        with pytest.raises(PublisherError, match=r"published already with other content"):
            push(finished)


@pytest.mark.parametrize("request_path", [COMMIT, "/lfs/objects/batch", "/preupload/"])
def test_a_server_error_on_the_way_leaves_the_earlier_release_whole(
    request_path: str, push: Publisher, finished: Path, second: Path
) -> None:
    push(finished)
    (second / "data" / "more.parquet").write_bytes(b"PAR1")
    write_checksums(second)
    push.hub.fail("POST", request_path, 500, "Internal Error", times=9)
    with pytest.raises(PublisherError, match=r"500.*earlier release is whole; run the same command again"):
        push(second)
    assert held(push.hub) == content(finished)
    assert set(push.hub.repos[REPO].tags) == {"v2019.5.0"}
    push.hub.troubles.clear()
    assert push(second).status is Status.PUBLISHED
    assert held(push.hub, "v2019.5.1") == content(second)


def test_a_commit_whose_answer_is_lost_is_found_and_tagged(push: Publisher, finished: Path) -> None:
    def commit_and_fail() -> None:
        push.hub.repos[REPO].commit({**push.hub.repos[REPO].files, **content(finished)})

    push.hub.before("POST", COMMIT, commit_and_fail)
    push.hub.fail("POST", COMMIT, 504)
    assert push(finished).status is Status.PUBLISHED
    assert held(push.hub, "v2019.5.0") == content(finished)


def test_a_commit_without_its_tag_is_finished_by_the_next_run(push: Publisher, finished: Path) -> None:
    push.hub.fail("POST", TAG, 503)
    with pytest.raises(PublisherError, match=r"tag is not set; run the same command again, it only sets the tag"):
        push(finished)
    assert push.hub.repos[REPO].tags == {}
    commits = len(push.hub.repos[REPO].commits)
    assert push(finished).status is Status.TAGGED
    assert len(push.hub.repos[REPO].commits) == commits
    assert held(push.hub, "v2019.5.0") == content(finished)


def test_the_release_before_a_version_is_fetched_even_when_that_version_is_half_published(
    push: Publisher, finished: Path, second: Path, tmp_path: Path
) -> None:
    push.hub.repos[REPO] = Repo(private=False)
    push.hub.repos[REPO].commit({".gitattributes": b""})
    assert fetch_previous(REPO, "2019.5.0", tmp_path / "none") is None
    push(finished)
    push.hub.fail("POST", TAG, 503)
    with pytest.raises(PublisherError, match="only sets the tag"):
        push(second)
    assert fetch_previous(REPO, "2019.5.1", tmp_path / "before") == "v2019.5.0"
    assert content(tmp_path / "before") == content(finished)
    assert fetch_previous(REPO, "2019.5.0", tmp_path / "first") is None
    with pytest.raises(PublisherError, match="is not on the Hub, or private"):
        fetch_previous("acme/elsewhere", "1", tmp_path / "nowhere")


def test_an_interruption_between_commit_and_tag_is_resumed(
    push: Publisher, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as during, pytest.raises(KeyboardInterrupt):
        during.setattr(HfApi, "create_tag", interrupt)
        push(finished)
    assert push(finished).status is Status.TAGGED


def test_without_a_token_nothing_is_asked_of_the_hub(
    push: Publisher, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    with pytest.raises(PublisherError, match=r"no token for the Hub.*hf auth login"):
        push(finished)
    assert push.hub.log == []


@pytest.mark.parametrize(
    ("token", "exists", "told"),
    [
        ("hf_unknown", True, "does not accept the token"),
        ("hf_unknown", False, "does not accept the token"),
        (READER, True, "no right to write to it"),
        (READER, False, "no right to create it"),
    ],
)
def test_a_token_without_the_right_is_told_in_one_sentence(
    token: str, exists: bool, told: str, push: Publisher, finished: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if exists:
        push(finished)
    monkeypatch.setenv("HF_TOKEN", token)
    with pytest.raises(PublisherError, match=told) as problem:
        push(second)
    assert token not in str(problem.value)
    assert not exists or held(push.hub) == content(finished)


def test_an_unreachable_hub_is_one_sentence(push: Publisher, finished: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "ENDPOINT", "http://127.0.0.1:1")
    with pytest.raises(PublisherError, match=r"could not be reached \(ConnectError\)\. Nothing was published"):
        push(finished)


def test_a_trusted_publisher_needs_no_stored_token(
    push: Publisher, finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_TOKEN")
    monkeypatch.setenv("HF_OIDC_RESOURCE", f"datasets/{REPO}")
    monkeypatch.setenv("HF_OIDC_ID_TOKEN", "identity-of-the-workflow")
    monkeypatch.setattr(hub_auth, "_OIDC_TOKEN_CACHE", None)
    assert push(finished).status is Status.PUBLISHED
    monkeypatch.setattr(hub_auth, "_OIDC_TOKEN_CACHE", None)
    monkeypatch.setenv("HF_OIDC_ID_TOKEN", "identity-of-another")
    with pytest.raises(PublisherError, match=r"does not know this workflow as a trusted publisher") as problem:
        push(finished)
    assert "identity-of-another" not in str(problem.value)


def test_another_datasets_repository_is_left_alone(push: Publisher, finished: Path, second: Path) -> None:
    push(finished)
    manifest = json.loads((second / "manifest.json").read_text(encoding="utf-8"))
    (second / "manifest.json").write_text(json.dumps(manifest | {"dataset": "lumo-2020"}), encoding="utf-8")
    write_checksums(second)
    with pytest.raises(PublisherError, match=r"holds the dataset velora-2019-05, not lumo-2020"):
        push(second)
    assert held(push.hub) == content(finished)


def test_files_that_no_release_put_there_are_never_deleted(push: Publisher, finished: Path, second: Path) -> None:
    push(finished)
    push.hub.repos[REPO].commit(push.hub.repos[REPO].files | {"thesis.docx": b"years of work"})
    with pytest.raises(PublisherError, match=r"holds thesis.docx, which no release of newsledger put there"):
        push(second)
    assert "thesis.docx" in held(push.hub)


def test_a_file_that_the_hub_leaves_out_is_noticed_before_the_tag(push: Publisher, finished: Path) -> None:
    push(finished, dry_run=True)
    api = HfApi(endpoint=push.hub.url, token=TOKEN)
    api.create_repo(REPO, repo_type="dataset")
    push.hub.repos[REPO].commit({"README.md": b"", ".gitattributes": b""})
    push.hub.before("POST", "/preupload/", lambda: push.hub.repos[REPO].files.update({".gitignore": b"*.jsonl"}))
    with pytest.raises(PublisherError, match=r"without .*jsonl"):
        push(finished)
    assert push.hub.repos[REPO].tags == {}


@pytest.mark.parametrize("private", [None, True, False])
def test_a_new_repository_is_as_private_as_asked(private: bool | None, push: Publisher, finished: Path) -> None:
    done = push(finished, private=private)
    assert push.hub.repos[REPO].private is bool(private)
    assert bool(done.warnings) is not bool(private), "a public release with excerpts is remarked on"


def test_an_existing_repository_keeps_its_visibility(push: Publisher, finished: Path, second: Path) -> None:
    push(finished, private=False)
    with pytest.raises(PublisherError, match=r"is public, and --private only says how a new repository is made"):
        push(second, private=True)
    assert held(push.hub) == content(finished)


def test_a_tag_must_name_the_version(push: Publisher, finished: Path) -> None:
    with pytest.raises(PublisherError, match=r"--tag v7: the release has version 2019.5.0, so its tag is v2019.5.0"):
        push(finished, tag="v7")
    assert push(finished, tag="2019.5.0").tag == "2019.5.0"


@pytest.mark.parametrize(
    ("injure", "told"),
    [
        (lambda folder: (folder / "README.md").write_text("other"), "README.md is not as SHA256SUMS states it"),
        (lambda folder: (folder / "LICENSE").unlink(), "LICENSE is missing"),
        (lambda folder: (folder / "stray.csv").write_text("a"), "stray.csv is not listed"),
        (lambda folder: (folder / "SHA256SUMS").unlink(), "holds no finished release"),
        (lambda folder: (folder / "manifest.json").write_text("{}"), "not what newsledger wrote"),
    ],
)
def test_an_injured_release_is_refused(
    injure: Callable[[Path], object], told: str, push: Publisher, finished: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(finished, tmp_path / "copy"))
    injure(copy)
    with pytest.raises(PublisherError, match=told):
        push(copy)
    assert push.hub.log == []


@pytest.mark.parametrize("version", ["1/2", "a b", "1..2", "1.lock", "", "-1", "v1~2"])
def test_a_version_that_is_no_tag_is_refused(version: str, finished: Path, tmp_path: Path) -> None:
    with pytest.raises(PublisherError, match=r"cannot be a tag"):
        read_sealed(release_like(finished, tmp_path / "copy", version))


def test_words_of_the_hub_are_told_without_the_token(push: Publisher, finished: Path) -> None:
    push.hub.fail("GET", "/refs", 418, f"bad header: Bearer {TOKEN}", times=9)
    with pytest.raises(PublisherError) as problem:
        push(finished)
        push(finished)
    assert "418" in str(problem.value)
    assert TOKEN not in str(problem.value)
    assert TOKEN not in redact(f"x{TOKEN}y", TOKEN)
    assert TOKEN not in repr(replace(push).__dict__)


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
