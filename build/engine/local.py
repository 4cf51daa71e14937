"""Extraction on this machine, in one process or several: same rows, same order."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor

from newsledger.build.engine.article import Extracted, extract_article
from newsledger.build.engine.collector import collect_rarely, rare_collections
from newsledger.schema.article import Article
from newsledger.schema.built import SkippedArticle

CHUNK = 16


def extract_all(
    articles: Sequence[Article], workers: int = 1, progress: Callable[[int], None] | None = None
) -> list[Extracted]:
    """Extract every article, in the order given."""
    done: list[Extracted] = []
    if workers <= 1 or len(articles) <= CHUNK:
        with rare_collections():
            _collect(map(guarded, articles), done, progress)
        return done
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=collect_rarely) as pool:
        _collect(pool.map(guarded, articles, chunksize=CHUNK), done, progress)
    return done


def guarded(article: Article) -> Extracted:
    """Extract one article; a fault in a rule costs that article, never the build, and is reported as its skip."""
    try:
        return extract_article(article)
    except Exception as error:
        reason = f"extraction failed ({type(error).__name__}: {error}); please report it with the article"
        return Extracted({}, failure=SkippedArticle(article.source_name, reason))


def _collect(results: Iterable[Extracted], done: list[Extracted], progress: Callable[[int], None] | None) -> None:
    for result in results:
        done.append(result)
        if progress is not None:
            progress(1)
