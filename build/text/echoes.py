"""Echoes: paragraphs that tell the same words again, exactly, nearly, or as the caption of a longer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from newsledger.build.lexicon.function_words import word_lists
from newsledger.build.text.paragraphs import is_closed
from newsledger.schema.vocabularies import BlockType

SHORTEST = 20
SHORTEST_CONTAINED = 30
ENDS = 12
NEAR = 95.0
ALIKE = 75.0
CURLY = re.compile(rb"\xe2\x80.")
ASCII_MARKS = bytes(c for c in range(128) if not chr(c).isalnum())
WORD = re.compile(r"\w+")
TOLD_ONCE = (BlockType.BOILERPLATE, BlockType.DATELINE)


def key(text: str) -> bytes:
    """Letters and digits of a text in lower case.

    >>> key("The U.N. said: “No”") == key("The UN said, 'No'")
    True
    """
    return CURLY.sub(b"", text.lower().encode("utf-8", "replace")).translate(None, ASCII_MARKS)


def find_echoes(texts: Sequence[str], kinds: Sequence[BlockType]) -> list[int | None]:
    """For each paragraph the one it repeats: an earlier one, or any longer one that holds all of it."""
    keys = [b"" if kind in TOLD_ONCE else key(text) for text, kind in zip(texts, kinds, strict=True)]
    seen: dict[bytes, int] = {}
    ends: dict[bytes, list[int]] = {}
    echoes: list[int | None] = [None] * len(texts)
    for number, own in enumerate(keys):
        if len(own) < SHORTEST:
            continue
        if own in seen:
            root = seen[own]
            earlier = echoes[root]
            echoes[number] = root if earlier is None else earlier
            continue
        seen[own] = number
        for end in dict.fromkeys((own[:ENDS], own[-ENDS:])):
            alike = ends.setdefault(end, [])
            for near in alike:
                if echoes[number] is None and _is_near(texts[near], texts[number], keys[near], own):
                    echoes[number] = near if echoes[near] is None else echoes[near]
            alike.append(number)
    _find_contained(texts, keys, echoes)
    return echoes


def _is_near(first: str, second: str, first_key: bytes, second_key: bytes) -> bool:
    """Whether two paragraphs differ by a slip only: no number, no negation, no name exchanged for another."""
    if fuzz.ratio(first_key, second_key, score_cutoff=NEAR) < NEAR:
        return False
    left, right = Counter(WORD.findall(first)), Counter(WORD.findall(second))
    lost, gained = left - right, right - left
    telling = word_lists("echo_words")["telling"]
    if any(word[0].isdigit() or word.lower() in telling for word in (*lost, *gained)):
        return False
    return not (any(w[0].isupper() for w in lost) and any(w[0].isupper() for w in gained))


def _find_contained(texts: Sequence[str], keys: Sequence[bytes], echoes: list[int | None]) -> None:
    """Tie lines without a final stop to the paragraph that holds all their words."""
    whole = b"\n".join(keys)
    for number, own in enumerate(keys):
        if echoes[number] is not None or len(own) < SHORTEST_CONTAINED or is_closed(texts[number]):
            continue
        if whole.count(own) < 2:
            continue
        holder = next((n for n, other in enumerate(keys) if len(other) > len(own) and own in other), None)
        if holder is not None:
            root = holder if echoes[holder] is None else echoes[holder]
            _redirect(echoes, number, root if root is not None and root != number else holder)


def _redirect(echoes: list[int | None], number: int, holder: int) -> None:
    """Let a paragraph, and all that repeat it, repeat `holder`."""
    for other, root in enumerate(echoes):
        if root == number and other != holder:
            echoes[other] = holder
    echoes[number] = holder
    if echoes[holder] == number:
        echoes[holder] = None


def find_words(words: str, view: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the same words stand within `start:end`, whatever marks and spaces stand between them."""
    wanted = WORD.findall(words)
    if not wanted:
        return None
    pattern = r"\b" + r"[\W_]+".join(map(re.escape, wanted)) + r"\b"
    match = re.compile(pattern, re.IGNORECASE).search(view, start, end)
    return match.span() if match else None


def closest(sentence: str, view: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The span whose words are most like a sentence, if any is like enough."""
    scored = [(fuzz.ratio(sentence, view[start:end]), -start, (start, end)) for start, end in spans]
    best = max(scored, default=None)
    return best[2] if best is not None and best[0] >= ALIKE else None
