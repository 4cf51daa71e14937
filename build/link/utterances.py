"""Utterances: variants of one quotation, across articles or within one, share an `utterance_id`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rapidfuzz.fuzz import partial_ratio_alignment

from newsledger.build.text.names import same_name
from newsledger.schema.row import row_id
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import QuoteEdit, QuoteType

LIKE = 90.0
FEWEST = 6
SHINGLE = 4


def share_utterances(statements: Sequence[Statement]) -> list[Statement]:
    """Give direct quotations of one speaker that say the same words one id: the smallest of theirs.

    Words in brackets are the editor's and do not count; an ellipsis may stand for words left out. A variant that
    lacks words of a longer one is marked as cut.
    """
    words = {row.statement_id: spoken(row.content or "") for row in statements if row.quote_type is QuoteType.DIRECT}
    rows = {row.statement_id: row for row in statements}
    group_of = {key: frozenset({key}) for key in words}
    cut: set[str] = set()
    for a, b in _candidates(words):
        if not same_name(rows[a].speaker, rows[b].speaker) or not alike(words[a], words[b]):
            continue
        union = group_of[a] | group_of[b]
        group_of |= dict.fromkeys(union, union)
        if len(words[a]) != len(words[b]):
            cut.add(min((a, b), key=lambda key: (len(words[key]), key)))
    return [_shared(row, group_of.get(row.statement_id), row.statement_id in cut) for row in statements]


def spoken(content: str) -> tuple[str, ...]:
    """The words spoken, in lower case, without the editor's bracketed ones.

    >>> spoken("I am using it … to get this [ceasefire] done.")
    ('i', 'am', 'using', 'it', 'to', 'get', 'this', 'done')
    """
    text = re.sub(r"\[[^\]]*\]|\([^)]*\)", " ", content.lower()).replace("’", "'").replace("‘", "'")
    return tuple(re.findall(r"\w+(?:'\w+)?", text))


def alike(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether the shorter is, but for few words, part of the longer."""
    if a == b:
        return True
    short, long = sorted((" ".join(a), " ".join(b)), key=len)
    if min(len(a), len(b)) < FEWEST:
        return short == long
    found = partial_ratio_alignment(short, long)
    return (found is not None and found.score >= LIKE) or _mostly_within(a, b)


def _mostly_within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Nine tenths of the shorter one's four-word runs stand in the longer one."""
    short, long = sorted((set(_shingles(a)), set(_shingles(b))), key=len)
    return bool(short) and len(short & long) >= 0.9 * len(short)


def _shingles(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for at in range(max(1, len(words) - SHINGLE + 1)):
        yield tuple(words[at : at + SHINGLE])


def _candidates(words: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Pairs of quotations that share a run of four words, smaller id first."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in sorted(words):
        for shingle in dict.fromkeys(_shingles(words[key])):
            blocks[shingle].append(key)
    return sorted({pair for block in blocks.values() for pair in combinations(block, 2)})


def _shared(row: Statement, group: frozenset[str] | None, is_cut: bool) -> Statement:
    if group is None:
        return row
    edits = sorted({*row.edits, *([QuoteEdit.CUT] if is_cut else [])})
    return row.model_copy(update={"utterance_id": row_id("utterances", min(group)), "edits": edits})
