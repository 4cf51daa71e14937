"""Dates lent to events: which mention of a joined event the date comes from."""

from __future__ import annotations

import pytest

from newsledger.build.extract.events.extractor import extract
from newsledger.build.lexicon.patterns import Pattern
from newsledger.build.link.join import merge_into
from newsledger.build.link.lending import lending_frames, lent
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.events import Event


def lent_date(text: str, main: str, other: str) -> str | None:
    """The first day lent to the event told at the words `main`, joined with the one told at `other`."""
    metadata = ArticleMetadata.model_validate({"published_date": "2024-09-25"})
    annotated = Annotated(Document.of(Article.from_bytes("a.txt", text.encode(), metadata)))
    events = [row for row in extract(annotated) if isinstance(row, Event)]

    def told_at(words: str) -> Event:
        at = text.index(words)
        return next(e for e in events if e.mentions[0].sentence_start <= at < e.mentions[0].sentence_end)

    day = lent(annotated, merge_into(told_at(main), [told_at(other)])).get("date_start")
    return None if day is None else str(day)


FILL = "The town is old.\n\nIts mills are shut.\n\nIts river is dry.\n\nIts bridge is new.\n\nIts park is small.\n\n"


def test_a_main_mention_takes_the_day_told_around_it_not_that_of_another_mention() -> None:
    text = "Rebels marched on Baga on Saturday.\n\nRebels shelled the port.\n\nRebels shelled it again on Sunday."
    assert lent_date(text, "shelled the port", "shelled it again") == "2024-09-21"


def test_a_main_mention_without_a_day_takes_that_of_a_later_mention() -> None:
    text = (
        "Rebels often shelled the port.\n\n" + FILL + "Envoys met on Friday.\n\nMayors met on Saturday.\n\n" + FILL
    ) + "Rebels came on Sunday. Rebels shelled the port."
    assert lent_date(text, "often shelled", "shelled the port.\n\nThe town") is None
    assert lent_date(text, "often shelled", "Rebels shelled the port.") == "2024-09-22"


@pytest.mark.parametrize("frame", lending_frames().values(), ids=lambda frame: frame.name)
def test_each_frame_matches_its_examples_and_no_counterexample(frame: Pattern) -> None:
    assert frame.failures() == []
