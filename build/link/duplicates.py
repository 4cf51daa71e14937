"""Near-duplicate articles: the same report under another name, with few words changed."""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence

from newsledger.schema.article import Article

SHARED = 0.8
SHINGLE = 5
SKETCH = 8


def near_duplicates(articles: Sequence[Article]) -> dict[str, str]:
    """Which article nearly repeats which: at least four fifths of the five-word shingles of the two in common.

    The one published first (then the smaller id) is the original. Candidates share one of their smallest shingle
    hashes, so that the cost grows with the number of articles, not of pairs.
    """
    order = sorted(articles, key=lambda a: (str(a.metadata.published_date or "9999"), a.article_id))
    shingles: dict[str, frozenset[int]] = {}
    buckets: dict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for article in order:
        own = shingles[article.article_id] = _shingles(article.text)
        for key in sorted(own)[:SKETCH]:
            for other in buckets[key]:
                theirs = shingles[other]
                if article.article_id not in found and len(own & theirs) >= SHARED * len(own | theirs):
                    found[article.article_id] = found.get(other, other)
            buckets[key].append(article.article_id)
    return found


def _shingles(text: str) -> frozenset[int]:
    """CRC-32 of every run of five words."""
    words = re.findall(r"\w+", text.lower())
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1)))
    return frozenset(zlib.crc32(run.encode()) for run in runs)
