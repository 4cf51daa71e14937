"""The day of the story: what it dates, and what keeps out of it."""

from __future__ import annotations

import pytest

from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.when import when
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata

LEAD = "Gunmen stormed a bank in Tacna on Monday.\n\n"
FILL = "The bank is the oldest in the valley.\n\nIts owners live abroad.\n\n"


def dated(marked: str) -> str | None:
    """The first day of the date of the words in braces, in an article published on Wednesday 25 September 2024."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    metadata = ArticleMetadata.model_validate({"published_date": "2024-09-25"})
    found = when(Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), metadata))), start, end)
    return str(found.first) if found is not None and found.first is not None else None


@pytest.mark.parametrize(
    "marked",
    [
        LEAD + FILL + "A clerk said two guards had been {killed}.",
        LEAD + FILL + "Two guards had died of their {wounds}, doctors said.",
        "A bank in Tacna was stormed, police said on Monday.\n\n" + FILL + "Two guards were {killed}.",
        LEAD + FILL + "At the Door\n\nThe clerk said two guards had been {killed}.",
        "Gunmen stormed a bank in Tacna on Monday.\n\nA guard is {missing}.",
        LEAD + FILL + "A guard is believed to have been {killed}, a clerk said.",
        LEAD + FILL + "We have so far found two {bodies}, a clerk said.",
        LEAD + FILL + "The remains of two guards were {found}.",
        "Gunmen stormed a bank on Monday. It came a week after a raid.\n\n"
        + FILL
        + "A guard was {killed}, police said.",
        LEAD + FILL + "Up to ten guards may have been {killed}.",
        LEAD + FILL + "The toll could rise to ten {dead}.",
        LEAD + FILL + "Two guards had been {killed}, according to a clerk.",
        LEAD + FILL + "Two guards were {hurt} during the robbery.",
    ],
)
def test_the_only_day_of_the_news_dates_what_was_reported(marked: str) -> None:
    assert dated(marked) == "2024-09-23"


@pytest.mark.parametrize(
    "marked",
    [
        LEAD + FILL + "Two guards had been {killed} there.",
        LEAD + FILL + "A clerk said guards had been {killed} there for years.",
        LEAD + FILL + "A clerk said robbers might {kill} again.",
        LEAD + FILL + "It opened early.\n\nGuards are {striking} over pay.",
        LEAD + FILL + "Police took two men on Tuesday.\n\n" + FILL + "A clerk said a guard had been {killed}.",
        FILL + FILL + LEAD + "A clerk said two guards had been {killed}.",
        "Meanwhile, gunmen stormed a bank on Monday.\n\n" + FILL + "A clerk said a guard had been {killed}.",
        "LIMA (AP) - " + LEAD + "LUANDA (AP) - A transit camp burned in the hills near the frontier.\n\n"
        "BEIRA (AP) - A foreman said two miners had been {killed} in a shaft.",
        LEAD + "1. A transit camp burned in the hills near the frontier.\n\n"
        "2. A foreman said two miners had been {killed} in a shaft.",
    ],
)
def test_other_times_and_other_stories_stay_undated(marked: str) -> None:
    assert dated(marked) is None
