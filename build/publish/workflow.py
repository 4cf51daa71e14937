"""The release workflow that `newsledger init --ci` writes into the GitHub repository of a user's articles."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from newsledger.build.publish.templates import fill
from newsledger.schema.problem import PublisherError

WORKFLOW = Path(".github", "workflows", "release.yml")


def write_workflow(articles: Path, name: str) -> Path:
    """Write the workflow into the git repository that holds a folder of articles, else into that folder itself.

    Raises:
        PublisherError: there is one already, or it cannot be written.
    """
    folder = articles.resolve()
    root = next((parent for parent in (folder, *folder.parents) if (parent / ".git").exists()), folder)
    file = root / WORKFLOW
    if file.exists():
        raise PublisherError(f"{file}: exists already; edit it, or remove it first.")
    text = fill(
        "release.yml.j2", dataset=name, articles=folder.relative_to(root).as_posix(), version=version("newsledger")
    )
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        raise PublisherError(f"{file}: cannot be written ({error.strerror}); check the permissions.") from error
    return file
