"""One article through all stages: document, mentions, extractors, links."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsledger.build.extract.casualties import extractor as casualties
from newsledger.build.extract.confidence import tier
from newsledger.build.extract.evacuations import extractor as evacuations
from newsledger.build.extract.events import extractor as events
from newsledger.build.extract.statements import extractor as statements
from newsledger.build.link.article import link_article
from newsledger.build.link.stances import Stance, find_stances
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article
from newsledger.schema.built import SkippedArticle
from newsledger.schema.events import Event
from newsledger.schema.row import Row
from newsledger.schema.skip import Skip
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import Confidence

EXTRACTORS: dict[str, Callable[[Annotated], Iterator[Row | Skip]]] = {
    "casualties": casualties.extract,
    "evacuations": evacuations.extract,
    "events": events.extract,
    "statements": statements.extract,
}


@dataclass(frozen=True)
class Extracted:
    """What one article gave: rows by table, skips, the stances its statements take; or why it gave nothing."""

    rows: dict[str, list[Row]]
    skips: tuple[Skip, ...] = ()
    stances: tuple[Stance, ...] = ()
    failure: SkippedArticle | None = None


def extract_article(article: Article) -> Extracted:
    """The rows of one article, linked within the article, and the candidates that gave none."""
    annotated = Annotated(Document.of(article))
    rows: dict[str, list[Row]] = {}
    skips: list[Skip] = []
    for table, extract in EXTRACTORS.items():
        found = list(extract(annotated))
        rows[table] = [row for row in found if isinstance(row, Row)]
        skips.extend(skip for skip in found if isinstance(skip, Skip))
    linked = link_article(annotated, rows)
    linked["events"] = [_graded(event) for event in linked["events"] if isinstance(event, Event)]
    said = [row for row in linked["statements"] if isinstance(row, Statement)]
    return Extracted(linked, tuple(skips), tuple(find_stances(annotated, said)))


def _graded(event: Event) -> Event:
    """An event with the confidence tier of its main mention's rule; what its extractor already doubts stays low."""
    measured = tier(event.mentions[0].rule_id)
    is_settled = event.confidence in (Confidence.LOW, measured)
    return event if is_settled else event.model_copy(update={"confidence": measured})
