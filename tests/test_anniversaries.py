"""A loose count of years takes the one day that the article names elsewhere."""

from datetime import date

import pytest

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata

LEAD = "Nearly two years since rebels seized the dam, the valley is dark."


@pytest.mark.parametrize(
    ("rest", "day"),
    [
        ("The lights went out on 3 March 2013.", date(2013, 3, 3)),
        ("The lights went out on 3 March 2009.", None),
        ("The lights went out on 3 March 2013. The pumps stopped on 9 March 2013.", None),
        ("Nobody remembers the day.", None),
    ],
)
def test_the_only_fitting_day_is_taken(rest: str, day: date | None) -> None:
    metadata = ArticleMetadata(published_date=date(2015, 2, 20))
    annotated = Annotated(Document.of(Article.from_bytes("a", f"{LEAD}\n\n{rest}".encode(), metadata)))
    assert annotated.dates[0].first == day


def test_without_a_published_date_nothing_is_reckoned() -> None:
    text = f"{LEAD}\n\nThe lights went out on 3 March 2013."
    annotated = Annotated(Document.of(Article.from_bytes("a", text.encode())))
    assert annotated.dates[0].first is None
