"""Text files in, articles out: what cannot be read is set aside with one sentence that says why and what to do."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsledger.build.read.metadata import SIDECARS, Sidecar, read_sidecar
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.built import SameContent, SkippedArticle
from newsledger.schema.problem import PublisherError

MAX_BYTES = 5_000_000
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Inputs:
    """What was read: articles in order of their names, what was left out and why, and remarks for the user."""

    articles: tuple[Article, ...]
    skipped: tuple[SkippedArticle, ...]
    same_content: tuple[SameContent, ...]
    warnings: tuple[str, ...] = ()


def read_inputs(paths: Sequence[Path], metadata: Path | None = None) -> Inputs:
    """Read text files, or all `.txt` files of folders, with the metadata of a sidecar.

    Raises:
        PublisherError: a path is missing, a folder holds no `.txt` file, the sidecar is malformed, or it describes a
            file that is not there.
    """
    files = _files(paths)
    sidecar = _sidecar(paths, metadata)
    _demand_described_files(sidecar, files, metadata is None)
    return _read(files, sidecar.metadata, sidecar.warnings)


def _files(paths: Sequence[Path]) -> dict[str, Path]:
    """The files to read by source name, sorted."""
    found: dict[str, Path] = {}
    for path in paths:
        try:
            files = _expand(path)
        except OSError as error:
            raise PublisherError(f"{path}: cannot be read ({error.strerror}); check the permissions.") from error
        for file in files:
            if found.setdefault(file.name, file).resolve() != file.resolve():
                raise PublisherError(f"{file}: another input is also named {file.name}; rename one of the two.")
    return dict(sorted(found.items()))


def _expand(path: Path) -> list[Path]:
    if not path.exists():
        raise PublisherError(f"{path}: no such file or folder; give a text file or a folder of .txt files.")
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise PublisherError(f"{path}: is neither a file nor a folder; give a text file or a folder of .txt files.")
    files = sorted(file for file in path.glob("*.txt") if file.is_file() and not file.name.startswith("."))
    if not files:
        others = sum(1 for _ in path.iterdir())
        raise PublisherError(f"{path}: no .txt file in this folder ({others} other entries); put the articles there.")
    return files


def _sidecar(paths: Sequence[Path], metadata: Path | None) -> Sidecar:
    if metadata is not None:
        return read_sidecar(metadata)
    folders = {path if path.is_dir() else path.parent for path in paths}
    merged = Sidecar()
    for folder in sorted(folders):
        beside = [folder / name for name in SIDECARS if (folder / name).is_file()]
        if len(beside) > 1:
            raise PublisherError(f"{folder}: both {beside[0].name} and {beside[1].name} stand here; keep one of them.")
        if beside:
            merged = merged.merge(read_sidecar(beside[0]))
    return merged


def _demand_described_files(sidecar: Sidecar, files: Mapping[str, Path], beside: bool) -> None:
    """A sidecar line for a file that is not there is a mistake; beside single files it may name their neighbours."""
    for name, place in sidecar.places.items():
        if name not in files and not (beside and (place.file.parent / name).is_file()):
            raise PublisherError(f"{place}: describes {name!r}, which is not there; add the file or remove the line.")


def _read(files: Mapping[str, Path], metadata: Mapping[str, ArticleMetadata], warnings: Iterable[str]) -> Inputs:
    articles: dict[str, Article] = {}
    skipped: list[SkippedArticle] = []
    same: list[SameContent] = []
    for name, file in files.items():
        article = _article(name, file, metadata.get(name))
        if isinstance(article, SkippedArticle):
            skipped.append(article)
        elif article.article_id in articles:
            same.append(SameContent(name, articles[article.article_id].source_name, article.article_id))
        else:
            articles[article.article_id] = article
    return Inputs(tuple(articles.values()), tuple(skipped), tuple(same), tuple(warnings))


def _article(name: str, file: Path, metadata: ArticleMetadata | None) -> Article | SkippedArticle:
    """One article, or why its file gives none."""
    if any("\ud800" <= letter <= "\udfff" for letter in name):
        told = os.fsencode(name).decode("utf-8", "backslashreplace")
        return SkippedArticle(told, "its name is not UTF-8; rename the file")
    try:
        size = file.stat().st_size
        raw = file.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return SkippedArticle(name, f"cannot be read ({error.strerror}); check the file's permissions")
    if size > MAX_BYTES:
        return SkippedArticle(name, f"{size:,} bytes, more than the {MAX_BYTES:,} an article may have; split the file")
    if raw[:4] in (b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff\xe0"):
        return SkippedArticle(name, "is a binary file, not text; export its text as UTF-8")
    try:
        article = Article.from_bytes(name, raw, metadata)
    except UnicodeDecodeError as error:
        return SkippedArticle(name, f"not UTF-8 at byte {error.start}; convert the file to UTF-8")
    if control := CONTROL.search(article.text):
        code = f"U+{ord(control[0]):04X}"
        return SkippedArticle(
            name, f"control character {code} at offset {control.start()}; remove it or export as text"
        )
    if not article.text.strip("\ufeff \t\r\n\f"):
        return SkippedArticle(name, "holds no text; remove the file or fill it")
    return article
