"""One article through all stages: document, mentions, extractors, links."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from newsledger.build.extract import casualties, evacuations, events, statements
from newsledger.build.link.article import link_article
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.row import Row
from newsledger.schema.skip import Skip

EXTRACTORS: dict[str, Callable[[Annotated], Iterator[Row | Skip]]] = {
    "casualties": casualties.extract,
    "evacuations": evacuations.extract,
    "events": events.extract,
    "statements": statements.extract,
}


def extract_article(article: Article) -> tuple[dict[str, list[Row]], tuple[Skip, ...]]:
    """The rows of one article by table, linked within the article, and the candidates that gave none."""
    annotated = Annotated(Document.of(article))
    rows: dict[str, list[Row]] = {}
    skips: list[Skip] = []
    for table, extract in EXTRACTORS.items():
        found = list(extract(annotated))
        rows[table] = [row for row in found if isinstance(row, Row)]
        skips.extend(skip for skip in found if isinstance(skip, Skip))
    return link_article(annotated, rows), tuple(skips)
