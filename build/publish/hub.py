"""Publish a release to a dataset repository of the Hugging Face Hub: one commit against the head seen, then a tag."""

from __future__ import annotations

import json
import os
import tempfile
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from huggingface_hub import CommitOperationAdd, CommitOperationCopy, CommitOperationDelete, HfApi, get_token
from huggingface_hub.errors import RepositoryNotFoundError
from huggingface_hub.hf_api import RepoFile
from huggingface_hub.utils.tqdm import disable_progress_bars

from newsledger.build.publish.hub_errors import CONFLICT, LOGIN, TROUBLES, Stage, in_a_sentence, redact, status_of
from newsledger.build.publish.sealed import Plan, Sealed, named
from newsledger.build.publish.target import Published, Status, Target
from newsledger.schema.dataset import EvidencePolicy
from newsledger.schema.manifest import CHECKSUMS, FILE_NAME, GENERATOR
from newsledger.schema.problem import PublisherError

KIND = "dataset"
OF_THE_HUB = ".gitattributes"
OVERWRITTEN = "README.md"


@dataclass(frozen=True)
class Content:
    """A file of the repository: the name git gives it, and its SHA-256 when it is stored apart."""

    git_sha1: str
    sha256: str | None


@dataclass(frozen=True)
class Remote:
    """A dataset repository as it is now; `head` is its newest commit."""

    head: str
    private: bool
    tags: dict[str, str]
    files: dict[str, Content]


@dataclass(frozen=True)
class Hub:
    """One dataset repository, and the token to reach it with, which never leaves this object."""

    repo: str
    api: HfApi
    token: str | None

    def remote(self) -> Remote | None:
        """The repository as it is now, None when there is none that the token can see."""
        try:
            info = self.api.repo_info(self.repo, repo_type=KIND)
        except RepositoryNotFoundError as error:
            if status_of(error) == 401 and self.token:
                raise
            return None
        refs = self.api.list_repo_refs(self.repo, repo_type=KIND)
        head = str(info.sha)
        tags = {tag.name: tag.target_commit for tag in refs.tags}
        return Remote(head, bool(info.private), tags, self.files(head))

    def files(self, revision: str) -> dict[str, Content]:
        """The files of one revision."""
        tree = self.api.list_repo_tree(self.repo, repo_type=KIND, revision=revision, recursive=True)
        return {
            entry.path: Content(entry.blob_id, entry.lfs.sha256 if entry.lfs else None)
            for entry in tree
            if isinstance(entry, RepoFile)
        }

    def manifest(self, revision: str) -> dict[str, object]:
        """The manifest of the release that a revision holds, empty when it is not one of newsledger's."""
        with tempfile.TemporaryDirectory(prefix="newsledger-") as cache:
            path = self.api.hf_hub_download(self.repo, FILE_NAME, repo_type=KIND, revision=revision, cache_dir=cache)
            try:
                manifest = json.loads(Path(path).read_bytes())
            except ValueError:
                return {}
        return manifest if isinstance(manifest, dict) and manifest.get("generator") == GENERATOR else {}


def publish_to_hub(release: Sealed, target: Target, tag: str, private: bool | None, dry_run: bool) -> Published:
    """Publish a release to the Hub.

    Raises:
        PublisherError: no token, no right, a tag of that name on other content, another dataset's repository, a
            concurrent publication, or a Hub that fails; what `main` and the tags hold stays whole.
    """
    disable_progress_bars()
    hub = _open(target.address, dry_run)
    with in_a_sentence(hub.repo, Stage.READ, hub.token):
        remote = hub.remote()
        plan = _plan(hub, release, remote, private, tag)
    asked = Published(Status.PLANNED, target, release.manifest.version, f"hf://datasets/{hub.repo}@{tag}", plan, tag)
    asked = replace(asked, creates=remote is None, warnings=_remarks(release, remote, private))
    if remote and tag in remote.tags:
        return replace(asked, status=Status.UNCHANGED, commit=remote.tags[tag])
    if dry_run:
        return asked
    remote = remote or _create(hub, private)
    commit, told = _commit(hub, release, plan, remote.head) if plan else (remote.head, ())
    _tag(hub, release, tag, commit)
    status = Status.PUBLISHED if plan else Status.TAGGED
    return replace(asked, status=status, commit=commit, warnings=(*asked.warnings, *told))


def token_for(repo: str) -> str | None:
    """The user's token: from a trusted publisher, HF_TOKEN, or `hf auth login`.

    Raises:
        PublisherError: a trusted publisher is asked for, and gives none.
    """
    with in_a_sentence(repo, Stage.READ, os.environ.get("HF_TOKEN")):
        return get_token()


def demand_token(repo: str) -> None:
    """Make sure of a token before any work is done.

    Raises:
        PublisherError: there is none.
    """
    if token_for(repo) is None:
        raise PublisherError(f"{repo}: there is no token for the Hub; {LOGIN}. Nothing was published.")


def _open(repo: str, dry_run: bool) -> Hub:
    """The repository with the user's token; only a dry run does without one."""
    if not dry_run:
        demand_token(repo)
    token = token_for(repo)
    return Hub(repo, HfApi(token=token or False, library_name="newsledger"), token)


def _plan(hub: Hub, release: Sealed, remote: Remote | None, private: bool | None, tag: str) -> Plan:
    """What the commit must do.

    Raises:
        PublisherError: the repository is not this dataset's, not as private as asked, or has the tag on other content.
    """
    if remote is None:
        return Plan(added=tuple(sorted(release.files)))
    if private is not None and remote.private != private:
        now, option = ("private", "--public") if remote.private else ("public", "--private")
        raise PublisherError(
            f"{hub.repo}: is {now}, and {option} only says how a new repository is made; change it in its settings on "
            "the Hub, or leave the option out. Nothing was published."
        )
    if tag in remote.tags:
        _demand_same_tag(hub, release, tag, remote.tags[tag])
        return Plan()
    plan = _difference(release, remote.files)
    _demand_own(hub, release, remote, plan)
    return plan


def _difference(release: Sealed, there: dict[str, Content]) -> Plan:
    """Which files of a release a revision lacks, holds otherwise, or holds too many."""
    added = [path for path in release.files if path not in there]
    changed = [path for path in release.files if path in there and not _same(release, path, there[path])]
    deleted = [path for path in there if path not in release.files and path != OF_THE_HUB]
    return Plan(tuple(sorted(added)), tuple(sorted(changed)), tuple(sorted(deleted)))


def _same(release: Sealed, path: str, there: Content) -> bool:
    if there.sha256 is not None:
        return there.sha256 == release.files[path]
    return there.git_sha1 == release.git_sha1(path)


def _demand_same_tag(hub: Hub, release: Sealed, tag: str, commit: str) -> None:
    """A tag is never moved: it is on this very release, or the release needs another version."""
    other = _difference(release, hub.files(commit))
    if other:
        paths = named([*other.changed, *other.added, *other.deleted])
        raise PublisherError(
            f"{hub.repo}: {tag} is published already with other content ({paths}), and a version never changes; give "
            "the release a new `version` in dataset.yml, build and publish again. Nothing was published."
        )


def _demand_own(hub: Hub, release: Sealed, remote: Remote, plan: Plan) -> None:
    """Nothing is overwritten or deleted but what an earlier release of the same dataset put there."""
    manifest = hub.manifest(remote.head) if FILE_NAME in remote.files else {}
    name = release.manifest.dataset
    if manifest and manifest.get("dataset") != name:
        raise PublisherError(
            f"{hub.repo}: holds the dataset {manifest.get('dataset')}, not {name}; publish each dataset to a "
            "repository of its own. Nothing was published."
        )
    listed = manifest.get("files")
    entries = listed if isinstance(listed, list) else []
    own = {FILE_NAME, CHECKSUMS} if manifest else set[str]()
    own |= {OVERWRITTEN} | {str(entry.get("path")) for entry in entries if isinstance(entry, dict)}
    strange = [path for path in (*plan.changed, *plan.deleted) if path not in own]
    if strange:
        raise PublisherError(
            f"{hub.repo}: holds {named(strange)}, which no release of newsledger put there; remove it on the Hub, or "
            "publish to another repository. Nothing was published."
        )


def _remarks(release: Sealed, remote: Remote | None, private: bool | None) -> tuple[str, ...]:
    """What a careful person would say before the data is public."""
    public = not (remote.private if remote else private)
    if not public or release.manifest.rights.evidence != EvidencePolicy.EXCERPT:
        return ()
    return (
        "the release carries excerpts of the articles (evidence: excerpt) and the repository is public; "
        "set `evidence: offsets` in dataset.yml to publish none of their words.",
    )


def _create(hub: Hub, private: bool | None) -> Remote:
    """Make the repository, as private as asked; if not asked, as the Hub makes it: public, or as an owner set it."""
    with in_a_sentence(hub.repo, Stage.CREATE, hub.token):
        hub.api.create_repo(hub.repo, repo_type=KIND, private=private)
        remote = hub.remote()
    if remote is None:
        raise PublisherError(f"{hub.repo}: was made, but cannot be seen yet; run the same command again.")
    return remote


def _commit(hub: Hub, release: Sealed, plan: Plan, head: str) -> tuple[str, tuple[str, ...]]:
    """One commit of all that is new, changed or gone, on the head seen; its id, and the Hub's remarks on the card."""
    operations: list[CommitOperationAdd | CommitOperationCopy | CommitOperationDelete] = [
        *(CommitOperationAdd(path, str(release.folder / path)) for path in (*plan.added, *plan.changed)),
        *(CommitOperationDelete(path, is_folder=False) for path in plan.deleted),
    ]
    name, version = release.manifest.dataset, release.manifest.version
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("ignore")
        warnings.simplefilter("always", UserWarning)
        try:
            made = hub.api.create_commit(
                hub.repo,
                operations,
                commit_message=f"Release {name} {version}",
                repo_type=KIND,
                parent_commit=head,
            )
            commit = made.oid
        except TROUBLES as error:
            commit = _landed(hub, release, error)
    with in_a_sentence(hub.repo, Stage.CHECK, hub.token):
        missing = _difference(release, hub.files(commit))
    if missing:
        paths = named([*missing.added, *missing.changed, *missing.deleted])
        raise PublisherError(
            f"{hub.repo}: the Hub committed the release without {paths} (is it in the repository's .gitignore?), so it "
            "has no tag; mend that and run the same command again."
        )
    return commit, _told(caught, hub.token)


def _told(caught: Iterable[warnings.WarningMessage], token: str | None) -> tuple[str, ...]:
    return tuple(redact(" ".join(str(warning.message).split()), token) for warning in caught)


def _landed(hub: Hub, release: Sealed, error: BaseException) -> str:
    """The commit that holds the release although the Hub reported a trouble: its answer was lost, or another did it.

    Raises:
        PublisherError: there is none; the head is what it was, or somebody else's.
    """
    answered = status_of(error)
    if answered is None or answered in CONFLICT or answered >= 500:
        with in_a_sentence(hub.repo, Stage.CHECK, hub.token):
            remote = hub.remote()
        if remote and not _difference(release, remote.files):
            return remote.head
    with in_a_sentence(hub.repo, Stage.COMMIT, hub.token):
        raise error


def _tag(hub: Hub, release: Sealed, tag: str, commit: str) -> None:
    """Set the tag; one that somebody set meanwhile must be on the same content."""
    with in_a_sentence(hub.repo, Stage.TAG, hub.token):
        try:
            hub.api.create_tag(hub.repo, tag=tag, revision=commit, repo_type=KIND)
        except TROUBLES as error:
            remote = hub.remote()
            if remote is None or tag not in remote.tags:
                raise error
            _demand_same_tag(hub, release, tag, remote.tags[tag])
