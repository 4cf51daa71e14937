"""Fetch the release before a version from the Hub; the release workflows run this file."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from huggingface_hub import HfApi, get_token
from huggingface_hub.utils.tqdm import disable_progress_bars

from newsledger.build.publish.hub import KIND, OF_THE_HUB, Hub
from newsledger.build.publish.hub_errors import Stage, in_a_sentence
from newsledger.build.publish.sealed import read_sealed
from newsledger.schema.problem import PublisherError


def fetch_previous(repo: str, version: str, folder: Path) -> str | None:
    """Download the newest tagged release other than this version; its tag, None when there is none.

    A version being finished after an interruption is on the main branch already: it is not the one before itself.

    Raises:
        PublisherError: the repository cannot be seen, the Hub fails, or what it holds is not whole.
    """
    disable_progress_bars()
    with in_a_sentence(repo, Stage.READ, token := get_token()):
        hub = Hub(repo, HfApi(token=token or False, library_name="newsledger"), token)
        remote = hub.remote()
        if remote is None:
            raise PublisherError(f"{repo}: is not on the Hub, or private; make it first, or let no release be fetched.")
        tags = {commit: tag for tag, commit in remote.tags.items() if tag not in (version, f"v{version}")}
        commits = [commit.commit_id for commit in hub.api.list_repo_commits(repo, repo_type=KIND)] if tags else []
        newest = next((commit for commit in commits if commit in tags), None)
        if newest is None:
            return None
        hub.api.snapshot_download(repo, repo_type=KIND, revision=newest, local_dir=folder)
    shutil.rmtree(folder / ".cache", ignore_errors=True)
    (folder / OF_THE_HUB).unlink(missing_ok=True)
    read_sealed(folder)
    return tags[newest]


if __name__ == "__main__":
    try:
        print(fetch_previous(sys.argv[1], sys.argv[2], Path(sys.argv[3])) or "There is no earlier release.")
    except PublisherError as problem:
        sys.exit(f"newsledger: {problem}")
