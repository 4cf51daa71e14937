"""How an extractor makes a row from one span: id, evidence, sentence, repeats, date, place, modality."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from newsledger.build.extract.confidence import tier
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.dates import DateMention
from newsledger.build.mentions.hedges import modality_at, temporal_role_at
from newsledger.build.mentions.places import PlaceMention
from newsledger.build.mentions.when import when
from newsledger.build.mentions.where import where
from newsledger.build.text.document import Document
from newsledger.schema.fields import Span
from newsledger.schema.row import Claim, evidence_hash, row_id
from newsledger.schema.vocabularies import Confidence

C = TypeVar("C", bound=Claim)


def date_columns(document: Document, mention: DateMention | None) -> dict[str, Any]:
    """The date block of a row."""
    if mention is None:
        return {}
    first: date | None = mention.first
    return {
        "date_start": first,
        "date_end": mention.last,
        "date_precision": mention.precision,
        "date_text": document.article.text[mention.start : mention.end],
        "date_source": mention.source,
    }


def place_columns(document: Document, mention: PlaceMention | None) -> dict[str, Any]:
    """The place block of a row."""
    if mention is None:
        return {}
    return {
        "place_name": mention.name,
        "place_text": document.article.text[mention.start : mention.end],
        "place_precision": mention.precision,
        "country_iso3": mention.country_iso3,
        "geonames_id": mention.geonames_id,
        "latitude": mention.latitude,
        "longitude": mention.longitude,
    }


def repeats(document: Document, start: int, end: int) -> list[Span]:
    """Where a repeated block (a caption told twice) tells the same words again."""
    return [Span(start=first, end=last) for first, last in document.echoes(start, end)]


def make_claim(
    model: type[C], annotated: Annotated, start: int, end: int, rule_id: str, discriminator: str, **columns: Any
) -> C:
    """Build a row of `model` whose evidence is `start:end`.

    `discriminator` tells apart rows of one table on one span (an outcome, a record kind; empty if none can share
    a span). Date, place, modality and temporal role are read from the text around the span unless given in `columns`.
    The confidence is the tier of the rule; what an extractor already doubts stays low.
    """
    document = annotated.document
    text = document.article.text
    sentence = document.sentence_at(start)
    key = {model.KEY[0]: row_id(document.article.article_id, model.TABLE, start, end, discriminator)}
    base: dict[str, Any] = {
        "article_id": document.article.article_id,
        "evidence_start": start,
        "evidence_end": end,
        "evidence_sha256": evidence_hash(text, start, end),
        "evidence_text": text[start:end],
        "sentence_start": min(sentence.start, start),
        "sentence_end": max(sentence.end, end),
        "block_type": document.block_at(start).kind,
        "also": repeats(document, start, end),
        "rule_id": rule_id,
    }
    if columns.get("confidence") is not Confidence.LOW:
        columns["confidence"] = tier(rule_id)
    if "date_start" not in columns:
        base |= date_columns(document, when(annotated, start, end))
    if "place_name" not in columns:
        base |= place_columns(document, where(annotated, start, end))
    if "modality" not in columns:
        base["modality"] = modality_at(document, start, end)
    if "temporal_role" not in columns:
        base["temporal_role"] = temporal_role_at(document, start, end)
    return model(**(key | base | columns))
