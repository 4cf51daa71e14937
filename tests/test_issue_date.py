"""Issue date: which line of a heading tells when a document was issued."""

from __future__ import annotations

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.build.mentions.issue_date import issue_date
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.events import Event

BODY = "\n\nDo not travel to Chad. Armed bands rob and kidnap travellers. You should leave by air while you can."


def article(text: str, published: str | None = None) -> Article:
    return Article.from_bytes("a.txt", text.encode(), ArticleMetadata.model_validate({"published_date": published}))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Travel Advisory: Chad (3 May 2012)" + BODY, "2012-05-03"),
        ("Travel Advisory: Chad\n\nRevised 3 May 2012" + BODY, "2012-05-03"),
        ("Travel Advisory: Chad\n\n• Reviewed: 3 May 2012, 10:20" + BODY, "2012-05-03"),
        ("Thursday, May 3, 2012" + BODY, "2012-05-03"),
        ("Travel Advisory: Chad, May 2012" + BODY, None),
        ("Travel Advisory: Chad" + BODY + "\n\nBandits killed two drivers on 3 May 2012.", None),
        ("Travel Advisory: Chad for 3 May 2012 to 9 June 2012" + BODY, None),
    ],
)
def test_a_line_of_the_heading_names_the_day_of_issue(text: str, day: str | None) -> None:
    found = issue_date(Document.of(article(text)))
    assert (str(found.first) if found else None) == day


def test_a_day_after_publication_is_no_day_of_issue() -> None:
    text = "Travel Advisory: Chad (3 May 2012)" + BODY
    assert issue_date(Document.of(article(text, "2012-05-03"))) is not None
    assert issue_date(Document.of(article(text, "2012-05-02"))) is None


def warned(text: str) -> list[str | None]:
    """The dates of the warnings of a text."""
    rows = [row for row in extract_article(article(text)).rows["events"] if isinstance(row, Event)]
    return [str(row.date_start) if row.date_start else None for row in rows if row.event_type == "warning"]


def test_a_warning_is_as_old_as_the_advisory_that_gives_it() -> None:
    assert warned("Travel Advisory: Chad\n\nRevised 3 May 2012" + BODY) == ["2012-05-03"]
    assert warned("Travel Advisory: Chad" + BODY) == [None]
