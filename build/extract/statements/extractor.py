"""Extractor of the table `statements`."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.extract.statements.reading import Said, read_statements
from newsledger.build.extract.statements.rows import make_statement
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.skip import Skip
from newsledger.schema.statements import Statement


def extract(annotated: Annotated) -> Iterator[Statement | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    article_id = annotated.document.article.article_id
    taken: set[tuple[int, int]] = set()
    for found in read_statements(annotated):
        if not isinstance(found, Said):
            yield Skip(
                article_id=article_id,
                table=Statement.TABLE,
                start=found.start,
                end=found.end,
                rule_id=found.rule_id,
                reason=found.reason,
            )
        elif (found.start, found.end) not in taken:
            taken.add((found.start, found.end))
            yield make_statement(annotated, found)
