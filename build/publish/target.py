"""Where a release is published to: a dataset repository on the Hugging Face Hub, a folder, or an object store."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from newsledger.build.publish.sealed import Plan, Sealed
from newsledger.schema.problem import PublisherError

REPO = re.compile(r"[A-Za-z0-9][\w.-]{0,95}/[A-Za-z0-9][\w.-]{0,95}", re.ASCII)
HUB_PREFIXES = ("hf://datasets/", "https://huggingface.co/datasets/")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")


class Kind(StrEnum):
    """The kinds of target."""

    HUB = "hub"
    FOLDER = "folder"
    STORE = "store"


class Status(StrEnum):
    """What publishing came to; `tagged` means that the data was there already and only the tag was missing."""

    PLANNED = "planned"
    PUBLISHED = "published"
    TAGGED = "tagged"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Target:
    """One target; the address is `owner/name` on the Hub, else a path or a URL."""

    kind: Kind
    address: str


@dataclass(frozen=True)
class Published:
    """What was done, or for a dry run would be, and where the version is now."""

    status: Status
    target: Target
    version: str
    where: str
    plan: Plan
    tag: str | None = None
    commit: str | None = None
    creates: bool = False
    warnings: tuple[str, ...] = ()


def read_target(to: str) -> Target:
    """Which target a `--to` means: `owner/name` is a Hub dataset, `scheme://` a store, everything else a folder.

    >>> read_target("acme/news").kind, read_target("./acme/news").kind, read_target("out").kind
    (<Kind.HUB: 'hub'>, <Kind.FOLDER: 'folder'>, <Kind.FOLDER: 'folder'>)
    >>> read_target("hf://datasets/acme/news/").address, read_target("s3://bucket/releases").kind
    ('acme/news', <Kind.STORE: 'store'>)

    Raises:
        PublisherError: it is empty, no dataset of the Hub, or could be a repository and a folder alike.
    """
    for prefix in HUB_PREFIXES:
        if to.startswith(prefix):
            repo = to.removeprefix(prefix).rstrip("/")
            if not REPO.fullmatch(repo):
                raise PublisherError(f"--to {to}: names no dataset; write {prefix}OWNER/NAME.")
            return Target(Kind.HUB, repo)
    scheme = SCHEME.match(to)
    if scheme and scheme[1] in ("hf", "http", "https"):
        raise PublisherError(f"--to {to}: cannot be published to; name OWNER/NAME on the Hub, a folder or s3://….")
    if scheme:
        return Target(Kind.FOLDER if scheme[1] == "file" else Kind.STORE, to)
    if not to.strip():
        raise PublisherError("--to: is empty; name OWNER/NAME on the Hub, a folder or s3://….")
    if not REPO.fullmatch(to):
        return Target(Kind.FOLDER, to)
    if Path(to).is_dir():
        raise PublisherError(f"--to {to}: is a folder here; write ./{to} for it, or hf://datasets/{to} for the Hub.")
    return Target(Kind.HUB, to)


def demand_access(target: Target) -> None:
    """Fail early, before the checks of a release, when the target cannot be written anyway.

    Raises:
        PublisherError: the target is on the Hub, and there is no token.
    """
    if target.kind is Kind.HUB:
        from newsledger.build.publish.hub import demand_token

        demand_token(target.address)


def publish(
    release: Sealed, target: Target, tag: str | None = None, private: bool | None = None, dry_run: bool = False
) -> Published:
    """Bring a release to its target, whole or not at all; the same release again changes nothing.

    Raises:
        PublisherError: an option unfit for the target, or the target refuses, conflicts or cannot be reached.
    """
    if target.kind is Kind.HUB:
        from newsledger.build.publish.hub import publish_to_hub

        return publish_to_hub(release, target, _fit_tag(release, tag), private, dry_run)
    from newsledger.build.publish.storage import publish_to_storage

    if tag is not None or private is not None:
        option = "--tag" if tag is not None else "--private/--public"
        raise PublisherError(f"{option}: is for the Hub only; {target.address} keeps each version in a folder.")
    return publish_to_storage(release, target, dry_run)


def _fit_tag(release: Sealed, tag: str | None) -> str:
    """The tag to set: by default `v` and the version; another one must name the version too."""
    version = release.manifest.version
    if tag is None or tag in (release.tag, version):
        return tag or release.tag
    raise PublisherError(
        f"--tag {tag}: the release has version {version}, so its tag is {release.tag}; leave --tag out, or set "
        f"`version` in dataset.yml and build again. Nothing was published."
    )
