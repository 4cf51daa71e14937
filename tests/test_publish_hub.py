"""Publishing to the Hub, against a stand-in: one commit and a tag, again without effect, and never half of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hub_publisher import COMMIT, REPO, TAG, Publisher, content, held, release_like
from hub_repos import Repo
from huggingface_hub import HfApi

from newsledger.build.publish.manifest import write_checksums
from newsledger.build.publish.previous import fetch_previous
from newsledger.build.publish.target import Status
from newsledger.schema.problem import PublisherError


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
