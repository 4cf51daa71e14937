"""A user's own copies of a release's articles, found by their bytes; their names only help to say what is amiss."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from newsledger.schema.problem import PublisherError


@dataclass(frozen=True)
class Copies:
    """The texts at hand by article id, the articles that are absent, and files that should be one and are not."""

    texts: dict[str, str]
    absent: tuple[str, ...]
    differing: tuple[str, ...]


def copies_of(release: Path, articles: Path) -> Copies:
    """Find the articles of a release in a folder of text files (or in one file).

    Raises:
        PublisherError: there is no such folder, it holds no `.txt` file, or the release has no table of articles.
    """
    names = _released(release)
    found: dict[str, str] = {}
    present: dict[str, str] = {}
    for file in _files(articles):
        raw = file.read_bytes()
        digest = hashlib.sha256(raw).hexdigest()
        present[file.name] = digest
        if digest in names:
            found[digest] = raw.decode("utf-8")
    absent = {digest: name for digest, name in names.items() if digest not in found}
    differing = sorted(name for name in absent.values() if name in present)
    return Copies(found, tuple(sorted(set(absent.values()) - set(differing))), tuple(differing))


def _released(release: Path) -> dict[str, str]:
    """The names of a release's articles by id."""
    import pyarrow as pa

    from newsledger.build.publish.parquet import read_parquet

    try:
        rows = read_parquet(release, "articles")
        if rows is not None:
            return dict(zip(rows["article_id"].to_pylist(), rows["source_name"].to_pylist(), strict=True))
    except (pa.ArrowException, OSError, KeyError) as error:
        told = " ".join(str(error).split())[:120]
        raise PublisherError(
            f"{release}: its table of articles cannot be read ({told}); get the release anew."
        ) from error
    raise PublisherError(f"{release}: holds no table of articles; name the folder of one dataset.")


def _files(articles: Path) -> list[Path]:
    if articles.is_file():
        return [articles]
    files = sorted(path for path in articles.glob("*.txt") if path.is_file()) if articles.is_dir() else []
    if not files:
        raise PublisherError(f"{articles}: no .txt file there; name the folder that holds your copies of the articles.")
    return files
