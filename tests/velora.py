"""A small dataset made by hand: two articles and rows of every table whose spans are true to them."""

from __future__ import annotations

from datetime import date

from newsledger.schema.article import Article
from newsledger.schema.articles import ArticleRow
from newsledger.schema.casualties import Casualty
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.events import Event
from newsledger.schema.fields import Mention
from newsledger.schema.row import evidence_hash, row_id
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import BlockType

TEXT = (
    "Shells hit a market in Velora\n\n"
    "Velora, 3 May - Artillery fire killed at least 14 people at the grain market in Velora on Friday, the regional "
    "health office said.\n\n"
    '"We counted the dead twice, because nobody here wanted to believe the number," said Irena Doval, who runs the '
    "town clinic.\n\n"
    "The army ordered everyone north of the canal to leave by nightfall. About 3,000 people had reached Lumo by "
    "Saturday, according to the Red Crescent.\n"
)
OTHER = "A second note from Lumo. No one was hurt when a drone fell into a field, police said.\n"


def span(text: str, words: str) -> tuple[int, int]:
    """Where some words stand in a text."""
    start = text.index(words)
    return start, start + len(words)


def envelope(article: Article, words: str, sentence: str | None = None) -> dict[str, object]:
    """The columns that bind a claim to its words."""
    start, end = span(article.text, words)
    first, last = span(article.text, sentence or words)
    return {
        "article_id": article.article_id,
        "evidence_start": start,
        "evidence_end": end,
        "evidence_sha256": evidence_hash(article.text, start, end),
        "evidence_text": words,
        "sentence_start": min(first, start),
        "sentence_end": max(last, end),
        "block_type": "body",
        "rule_id": "by_hand",
    }


def article_row(article: Article, records: int) -> ArticleRow:
    """The row of an article."""
    return ArticleRow(
        article_id=article.article_id,
        sha256=article.article_id,
        source_name=article.source_name,
        n_characters=len(article.text),
        n_records=records,
        **article.metadata.model_dump(exclude={"kind"}),
    )


def killed(article: Article, event_id: str) -> Casualty:
    """A toll with a source, tied to its event."""
    words = "killed at least 14 people"
    start, end = span(article.text, words)
    return Casualty.model_validate(
        {
            "casualty_id": row_id(article.article_id, "casualties", start, end, "killed"),
            "event_id": event_id,
            "outcome": "killed",
            "count": 14,
            "count_min": 14,
            "count_max": None,
            "quantifier": "at_least",
            "count_text": "at least 14",
            "victim_text": "people",
            "attributed_to": "the regional health office",
            "attribution_kind": "official",
            "date_start": date(2019, 5, 3),
            "date_end": date(2019, 5, 3),
            "date_precision": "day",
            "date_text": "Friday",
            "date_source": "relative",
            "place_name": "Velora",
            "place_text": "Velora",
            "place_precision": "settlement",
            **envelope(article, words, "Artillery fire killed at least 14 people at the grain market"),
        }
    )


def unhurt(article: Article) -> Casualty:
    """A toll of none."""
    words = "No one was hurt"
    start, end = span(article.text, words)
    return Casualty.model_validate(
        {
            "casualty_id": row_id(article.article_id, "casualties", start, end, "injured"),
            "outcome": "injured",
            "count": 0,
            "count_min": 0,
            "count_max": 0,
            "quantifier": "exact",
            "count_text": "No one",
            "modality": "denied",
            "attributed_to": "police",
            "attribution_kind": "official",
            **envelope(article, words),
        }
    )


def quoted(article: Article) -> Statement:
    """A direct quotation."""
    words = "We counted the dead twice, because nobody here wanted to believe the number,"
    start, end = span(article.text, words)
    cue = span(article.text, "said Irena")
    return Statement.model_validate(
        {
            "statement_id": row_id(article.article_id, "statements", start, end),
            "quote_type": "direct",
            "content": words,
            "speaker": "Irena Doval",
            "speaker_text": "Irena Doval",
            "speaker_kind": "person",
            "cue": "said",
            "cue_start": cue[0],
            "cue_end": cue[0] + 4,
            **envelope(article, words),
        }
    )


def reported(article: Article) -> Statement:
    """A reported clause."""
    words = "Artillery fire killed at least 14 people at the grain market in Velora on Friday"
    start, end = span(article.text, words)
    return Statement.model_validate(
        {
            "statement_id": row_id(article.article_id, "statements", start, end),
            "quote_type": "indirect",
            "content": words,
            "speaker": "the regional health office",
            "speaker_text": "the regional health office",
            "speaker_kind": "organisation",
            **envelope(article, words),
        }
    )


def ordered(article: Article) -> Evacuation:
    """An order to leave."""
    words = "ordered everyone north of the canal to leave"
    start, end = span(article.text, words)
    return Evacuation.model_validate(
        {
            "evacuation_id": row_id(article.article_id, "evacuations", start, end, "directive"),
            "record_kind": "directive",
            "strength": "order",
            "issuer": "The army",
            **envelope(article, words),
        }
    )


def moved(article: Article) -> Evacuation:
    """People who have fled."""
    words = "About 3,000 people had reached Lumo"
    start, end = span(article.text, words)
    return Evacuation.model_validate(
        {
            "evacuation_id": row_id(article.article_id, "evacuations", start, end, "movement"),
            "record_kind": "movement",
            "count": 3000,
            "quantifier": "about",
            "unit": "person",
            "count_role": "moved",
            "destination": "Lumo",
            **envelope(article, words),
        }
    )


def event_row(article: Article) -> Event:
    """The shelling, told once."""
    start, end = span(article.text, "Artillery fire")
    mention = Mention(
        article_id=article.article_id,
        start=start,
        end=end,
        evidence_sha256=evidence_hash(article.text, start, end),
        sentence_start=start,
        sentence_end=end + 40,
        block_type=BlockType.BODY,
        extractor="rules",
        rule_id="by_hand",
    )
    return Event.model_validate(
        {
            "event_id": row_id(article.article_id, "events", start, end, "missile_or_artillery"),
            "event_type": "missile_or_artillery",
            "n_mentions": 1,
            "n_articles": 1,
            "mentions": [mention],
        }
    )
