"""What the stand-in for the Hub holds: dataset repositories in memory, the requests so far, and troubles to come."""

from __future__ import annotations

import fnmatch
import hashlib
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

TOKEN = "hf_standInTokenThatMayWrite"
READER = "hf_standInTokenThatMayRead"
IN_LFS = "*.parquet"


class AnswerError(Exception):
    """An answer that ends a request early, such as an error of the Hub."""

    def __init__(self, status: int, code: str = "", message: str = "") -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


@dataclass
class Repo:
    """One dataset repository: every commit's files, what main is, and the tags."""

    private: bool
    commits: dict[str, dict[str, bytes]] = field(default_factory=dict)
    main: str = ""
    tags: dict[str, str] = field(default_factory=dict)

    def commit(self, files: dict[str, bytes]) -> str:
        """Put a new commit on main."""
        self.main = hashlib.sha1(f"{len(self.commits)} {self.main}".encode()).hexdigest()
        self.commits[self.main] = dict(files)
        return self.main

    def put(self, files: dict[str, bytes]) -> None:
        """Commit as somebody else does meanwhile."""
        self.commit(files)

    @property
    def files(self) -> dict[str, bytes]:
        """What main holds."""
        return self.commits[self.main]

    def at(self, revision: str) -> str:
        """The commit of a branch, tag or commit id."""
        sha = self.main if revision in ("main", "refs/heads/main") else self.tags.get(revision, revision)
        if sha not in self.commits:
            raise AnswerError(404, "RevisionNotFound", f"Invalid rev id: {revision}")
        return sha


@dataclass
class Hub:
    """All repositories, the log of requests, and the troubles to be met."""

    url: str = ""
    repos: dict[str, Repo] = field(default_factory=dict)
    stored: dict[str, bytes] = field(default_factory=dict)
    log: list[tuple[str, str]] = field(default_factory=list)
    troubles: list[tuple[str, str, Callable[[], None]]] = field(default_factory=list)
    lock: threading.RLock = field(default_factory=threading.RLock)

    def before(self, method: str, path: str, do: Callable[[], None]) -> None:
        """Do something once, before the next request whose path matches a pattern."""
        self.troubles.append((method, path, do))

    def fail(self, method: str, path: str, status: int, message: str = "", times: int = 1) -> None:
        """Answer the next requests whose path matches a pattern with an error, and do nothing."""

        def refuse() -> None:
            raise AnswerError(status, "", message)

        for _ in range(times):
            self.before(method, path, refuse)

    def writes(self) -> list[str]:
        """The requests so far that change a repository."""
        return [path for method, path in self.log if method == "POST" and re.search(r"/(commit|tag)/|/create$", path)]


def entry(path: str, content: bytes) -> dict[str, Any]:
    """A file as the tree and paths-info requests tell it."""
    told: dict[str, Any] = {"type": "file", "path": path, "size": len(content), "oid": git_sha1(content)}
    if fnmatch.fnmatch(path, IN_LFS):
        digest = hashlib.sha256(content).hexdigest()
        pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{digest}\nsize {len(content)}\n".encode()
        told |= {"oid": git_sha1(pointer), "lfs": {"oid": digest, "size": len(content), "pointerSize": len(pointer)}}
    return told


def git_sha1(content: bytes) -> str:
    """The name git gives a blob."""
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def entries(files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """Files and directories of a commit by path."""
    found = {path: entry(path, content) for path, content in sorted(files.items())}
    for path in sorted(files):
        parts = path.split("/")[:-1]
        for depth in range(1, len(parts) + 1):
            folder = "/".join(parts[:depth])
            found[folder] = {"type": "directory", "path": folder, "size": 0, "oid": git_sha1(folder.encode())}
    return found


def content_oid(told: dict[str, Any]) -> str:
    """The name of a file's content, as the ETag gives it."""
    return str(told["lfs"]["oid"] if "lfs" in told else told["oid"])
