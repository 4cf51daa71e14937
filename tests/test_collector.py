"""Tests of holding off cycle collections."""

from __future__ import annotations

import gc

import pytest

from newsledger.build.engine.article import extract_article
from newsledger.build.engine.collector import RARE, rare_collections
from newsledger.schema.article import Article, ArticleMetadata

TEXT = (
    "Shells kill four in Bor\n\n"
    "Four people were killed in Bor on Monday, police said. “We heard two blasts,” said Ana Petrova, a nurse.\n\n"
    "She said the army had ordered families to leave. They denied it, officials told reporters."
)


def test_collections_are_rare_inside_and_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with rare_collections():
        assert gc.get_threshold()[0] == RARE
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0


def test_a_fault_does_not_leave_collections_rare() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="fault"), rare_collections():
        raise ValueError("fault")
    assert gc.get_threshold() == before


FEW = 500


def test_extraction_leaves_few_cycles_behind() -> None:
    article = Article.from_bytes("one.txt", TEXT.encode(), ArticleMetadata())
    extract_article(article)
    gc.collect()
    gc.disable()
    try:
        extract_article(article)
        assert gc.collect() <= FEW
    finally:
        gc.enable()
