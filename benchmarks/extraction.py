"""Whole extraction beside a spaCy blank pipeline with sentencizer and entity ruler, in one run on one core."""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from newsledger.build.engine.local import extract_all
from newsledger.build.read.articles import read_inputs
from newsledger.release import sample_articles
from newsledger.schema.article import Article, ArticleMetadata

WORDS = 800


def articles_of(folder: Path, count: int) -> list[Article]:
    """Articles of about 800 words, made of the blocks of the folder's texts in rotation; no two blocks are the same."""
    blocks = [b for a in read_inputs([folder]).articles for b in a.text.split("\n\n") if b.strip()]
    made: list[Article] = []
    at = 0
    for number in range(count):
        chosen: list[str] = []
        while sum(len(block.split()) for block in chosen) < WORDS:
            chosen.append(blocks[at % len(blocks)])
            at += 1
        text = "\n\n".join([f"Report number {number}.", *(f"{block} ({number})" for block in chosen)])
        metadata = ArticleMetadata(published_date=date(2024, 9, 25))
        made.append(Article.from_bytes(f"{number}.txt", text.encode(), metadata))
    return made


def rate(work: Callable[[Sequence[Article]], object], articles: Sequence[Article]) -> float:
    """Articles per second of process CPU time, warmed up on the first."""
    work(articles[:1])
    start = time.process_time()
    work(articles)
    return len(articles) / (time.process_time() - start)


def spacy_pipeline() -> Callable[[Sequence[Article]], object]:
    """A blank English pipeline: tokenizer, sentencizer, entity ruler with a few hundred names."""
    import spacy

    pipeline: Any = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    ruler = pipeline.add_pipe("entity_ruler")
    text = (files("newsledger.build.lexicon") / "data" / "groups.csv").read_text(encoding="utf-8")
    rows = csv.reader(line for line in text.splitlines() if not line.startswith("#"))
    ruler.add_patterns([{"label": "NAME", "pattern": row[0]} for row in rows])
    return lambda articles: [pipeline(article.text) for article in articles]


def main() -> None:
    """Print both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    if options.articles:
        articles = articles_of(options.articles, options.count)
    else:
        with sample_articles() as folder:
            articles = articles_of(folder, options.count)
    ours = rate(extract_all, articles)
    print(f"newsledger, all tables: {ours:7.0f} articles/s of {WORDS} words, one core")
    theirs = rate(spacy_pipeline(), articles)
    print(f"spaCy blank + sentencizer + entity ruler: {theirs:7.0f} articles/s")
    print(f"ratio: {ours / theirs:.2f}")


if __name__ == "__main__":
    main()
