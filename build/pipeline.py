"""From articles to rows: read, extract, link, sort; the only composer, no rule lives here."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from newsledger.build.engine.local import extract_all
from newsledger.build.link.corpus import link_corpus
from newsledger.build.link.corrected import apply_corrections
from newsledger.build.link.duplicates import near_duplicates
from newsledger.build.link.known_ids import keep_known
from newsledger.build.link.registers import articles_of
from newsledger.build.read.articles import Inputs
from newsledger.build.read.corrections import Corrections
from newsledger.schema import TABLES
from newsledger.schema.article import Article
from newsledger.schema.articles import ArticleRow
from newsledger.schema.built import Built
from newsledger.schema.row import Row


def build(
    inputs: Inputs,
    workers: int = 1,
    progress: Callable[[int], None] | None = None,
    known: Collection[str] = (),
    corrections: Corrections | None = None,
) -> Built:
    """Extract and link every article; `known` are event ids of the previous release, which survive a join.

    The result does not depend on the order of the articles or the number of workers. `progress` is told how
    many articles are done. Corrections are put into the extracted rows, before these are linked.

    Raises:
        PublisherError: a correction does not fit its row.
    """
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    extracted = extract_all(inputs.articles, workers, progress)
    for result in extracted:
        for name, rows in result.rows.items():
            tables[name].extend(rows)
    failed = {result.failure.source_name for result in extracted if result.failure}
    articles = tuple(article for article in inputs.articles if article.source_name not in failed)
    published = {article.article_id: article.metadata.published_date for article in articles}
    stances = [stance for result in extracted for stance in result.stances]
    tables, unused = apply_corrections(keep_known(tables, known), corrections.lines if corrections else ())
    tables = link_corpus(tables, stances, published, known)
    tables["articles"] = list(_article_rows(articles, tables))
    ordered = {name: sorted(rows, key=_key) for name, rows in tables.items()}
    skipped = [*inputs.skipped, *(result.failure for result in extracted if result.failure)]
    return Built(
        articles=articles,
        tables=ordered,
        skips=tuple(skip for result in extracted for skip in result.skips),
        skipped_articles=tuple(sorted(skipped, key=lambda skip: skip.source_name)),
        same_content=inputs.same_content,
        corrections=corrections.text if corrections else None,
        unused_corrections=tuple(unused),
    )


def _key(row: Row) -> tuple[str, ...]:
    return tuple(str(getattr(row, key)) for key in row.KEY)


def _article_rows(articles: Sequence[Article], tables: dict[str, list[Row]]) -> list[ArticleRow]:
    """The table `articles`, with the number of rows each article gave."""
    counts = dict.fromkeys((article.article_id for article in articles), 0)
    for rows in tables.values():
        for row in rows:
            for article_id in articles_of(row):
                counts[article_id] += 1
    duplicate_of = near_duplicates(articles)
    return [_article_row(article, counts, duplicate_of) for article in articles]


def _article_row(article: Article, counts: dict[str, int], duplicate_of: dict[str, str]) -> ArticleRow:
    stated = article.metadata.model_dump(exclude={"kind"})
    return ArticleRow(
        article_id=article.article_id,
        sha256=article.article_id,
        source_name=article.source_name,
        n_characters=len(article.text),
        n_records=counts[article.article_id],
        duplicate_of=duplicate_of.get(article.article_id),
        **stated,
    )
