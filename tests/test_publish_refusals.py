"""What publishing to the Hub refuses or keeps: tokens, strangers' files, visibility, tags, injured releases."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import huggingface_hub.utils._auth as hub_auth
import pytest
from hub_publisher import REPO, Publisher, content, held, release_like
from hub_repos import READER, TOKEN
from huggingface_hub import HfApi, constants

from newsledger.build.publish.hub_errors import redact
from newsledger.build.publish.manifest import write_checksums
from newsledger.build.publish.sealed import read_sealed
from newsledger.build.publish.target import Status
from newsledger.schema.problem import PublisherError


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
