"""Hedges: every row of the data file against its examples, and the limits of scopes."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.hedges import modality_at, temporal_role_at
from newsledger.build.text.document import Document
from newsledger.schema.article import Article, ArticleMetadata
from newsledger.schema.vocabularies import Modality, TemporalRole

READERS: dict[str, Callable[[Document, int, int], StrEnum]] = {
    "modality": modality_at,
    "temporal_role": temporal_role_at,
}
ROWS = [(table, row) for table in READERS for row in load_yaml("hedges")[table]]


def read(
    marked: str, reader: Callable[[Document, int, int], StrEnum], *, published: str | None = None, title: bool = False
) -> str:
    """What a reader tells of the words in braces."""
    start, end = marked.index("{"), marked.index("}") - 1
    text = marked.replace("{", "").replace("}", "")
    metadata = ArticleMetadata.model_validate({"published_date": published, "title": text if title else None})
    return str(reader(Document.of(Article.from_bytes("a.txt", text.encode(), metadata)), start, end))


@pytest.mark.parametrize(("table", "row"), ROWS, ids=[row["example"] for _, row in ROWS])
def test_a_cue_reaches_its_example_and_not_its_counterexample(table: str, row: dict[str, Any]) -> None:
    is_headline = row.get("headline", False)
    assert read(row["example"], READERS[table], title=is_headline) == row["value"]
    assert read(row["counterexample"], READERS[table], title=is_headline) != row["value"]


@pytest.mark.parametrize(
    ("marked", "modality"),
    [
        ("Raiders {killed} nine herders near the wells, the governor said.", Modality.ASSERTED),
        ("{No casualties were reported} in the raid.", Modality.DENIED),
        ("The navy denied {shelling} the lighthouse.", Modality.DENIED),
        ("Sofia dismissed claims that its planes had {bombed} the bridge.", Modality.DENIED),
        ("None of the crew was {hurt}.", Modality.DENIED),
        ("The gang has not only {burned} homes but looted shops.", Modality.ASSERTED),
        ("It is not clear how many were {killed}.", Modality.ASSERTED),
        ("If talks fail, the army will {attack} again.", Modality.POSSIBLE),
        ("The army would {attack} if talks failed.", Modality.POSSIBLE),
        ("Ministers urged both sides to agree on a {truce}.", Modality.POSSIBLE),
        ("She called for an end to the {fighting}.", Modality.ASSERTED),
        ("The envoy will {meet} rebels who attacked the mine.", Modality.PLANNED),
        ("The envoy will meet rebels who {attacked} the mine.", Modality.ASSERTED),
        ("They plan to march, but police {arrested} the organisers.", Modality.ASSERTED),
        ("Two monks were allegedly {beaten} by guards.", Modality.ALLEGED),
        ("The regime is accused of {gassing} the village.", Modality.ALLEGED),
        ("The group claimed responsibility for the blast that {killed} six.", Modality.ASSERTED),
        ("Suspected rebels {killed} six.", Modality.ASSERTED),
        ("“The risk of war is real,” he said after the {clashes}.", Modality.ASSERTED),
    ],
)
def test_modality_follows_the_scope_of_its_cue(marked: str, modality: Modality) -> None:
    assert read(marked, modality_at) == modality


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("Shells {killed} nine people on Tuesday.", TemporalRole.CURRENT),
        ("Shells {killed} nine people on 3 May 2011.", TemporalRole.BACKGROUND),
        ("In the 1990s bombs {killed} hundreds there.", TemporalRole.BACKGROUND),
        ("Some 900 people have been {killed} since the war began.", TemporalRole.BACKGROUND),
        ("It was the worst attack since the war began: nine people {died}.", TemporalRole.CURRENT),
        ("Since Monday 40 people have been {killed}.", TemporalRole.CURRENT),
        ("The embassy will {close} its doors.", TemporalRole.FORECAST),
    ],
)
def test_temporal_role_follows_dates_and_cues(marked: str, role: TemporalRole) -> None:
    assert read(marked, temporal_role_at, published="2024-09-25") == role


def test_in_an_undated_article_a_bare_year_is_background() -> None:
    assert read("A bomb {killed} nine there in 1988.", temporal_role_at) == TemporalRole.BACKGROUND


@given(st.text(alphabet="not wilmay ifreports.,\"”'{", min_size=3, max_size=60))
def test_any_span_has_a_modality(text: str) -> None:
    document = Document.of(Article.from_bytes("a.txt", f"x {text}".encode(), ArticleMetadata()))
    if document.sentences:
        assert modality_at(document, 0, 2) in Modality
        assert temporal_role_at(document, 0, 2) in TemporalRole
