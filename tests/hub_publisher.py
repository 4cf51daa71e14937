"""A user who publishes releases to the stand-in for the Hub, and what it then holds."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from hub_repos import Hub

from newsledger.build.publish.manifest import write_checksums
from newsledger.build.publish.sealed import read_sealed
from newsledger.build.publish.target import Published, publish, read_target

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
