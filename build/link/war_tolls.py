"""War tolls: thousands of dead told of as background, in a sentence without a place, are those of a whole country."""

from __future__ import annotations

from newsledger.build.extract.claim import place_columns
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.setting import setting_of
from newsledger.schema.casualties import Casualty
from newsledger.schema.vocabularies import TemporalRole

MANY = 1_000


def in_country(annotated: Annotated, row: Casualty) -> Casualty:
    """A casualty, a background toll of thousands placed in the country that the text is about."""
    text = annotated.document.article.text
    number = row.count if row.count is not None else row.count_min
    if row.temporal_role is not TemporalRole.BACKGROUND or number is None or number < MANY:
        return row
    is_own = row.place_text is not None and row.place_text in text[row.sentence_start : row.sentence_end]
    country = setting_of(annotated).main_country
    if is_own or country is None:
        return row
    return row.model_copy(update=place_columns(annotated.document, country))
