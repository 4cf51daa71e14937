"""What each paragraph is: told from its own wording first, then from its neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from newsledger.build.lexicon.function_words import word_lists
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.text.datelines import is_dateline
from newsledger.build.text.paragraphs import ALNUM, BULLET, dangles, is_closed, is_titled, runs_on_lower
from newsledger.schema.vocabularies import BlockType

LATIN = re.compile(r"[^\W\d_]")
INNER_STOP = re.compile(r"[a-z\d)][.!?][”\"’']? +[A-Z“\"‘]")
CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
LONGEST = 400
LONGEST_LINE = 250
HEADLINE_WORDS = 30
LINK_WORDS = 16
LABEL_WORDS = 4
FURNITURE_WORDS = 12
PUNCTUATED_SHARE = 0.6
STEM = 5


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], BlockType], ...]:
    """The patterns that match from the beginning of a paragraph, those with and those without case."""
    sections = load_yaml("block_patterns")
    found = []
    for case in (False, True):
        for kind in (BlockType.BOILERPLATE, BlockType.RELATED_LINK, BlockType.CAPTION):
            rules = [r["pattern"] for r in sections[kind] if r.get("case", False) is case and not r.get("search")]
            if rules:
                found.append((re.compile("|".join(rules), 0 if case else re.IGNORECASE), kind))
    return tuple(found)


@cache
def _searches() -> re.Pattern[str]:
    return re.compile(
        "|".join(rule["pattern"] for rule in load_yaml("block_patterns")["caption"] if rule.get("search"))
    )


@cache
def _cues() -> tuple[str, ...]:
    return tuple(load_yaml("block_patterns")["anywhere_boilerplate"])


def own_kind(text: str) -> BlockType | None:
    """The kind that a paragraph's own wording gives away, if it does."""
    if len(text) > LONGEST:
        return None
    if not ALNUM.search(text):
        return BlockType.BOILERPLATE
    low = text.lower()
    for cue in _cues():
        if cue in low:
            return BlockType.BOILERPLATE
    if low.rstrip(":. ") in word_lists("block_words")["list_labels"]:
        return BlockType.RELATED_LINK
    for pattern, kind in _patterns() if len(text) <= LONGEST_LINE else _patterns()[:1]:
        if pattern.match(text):
            return kind
    if is_dateline(text):
        return BlockType.DATELINE
    return BlockType.CAPTION if not is_closed(text) and _searches().search(text) else None


def is_open(text: str) -> bool:
    """Whether a paragraph is a line without final punctuation, and neither cut off nor several sentences."""
    return (
        not is_closed(text)
        and text[-1] not in ",-–—("
        and not text[0].islower()
        and not BULLET.match(text)
        and not INNER_STOP.search(text)
        and not dangles(text)
    )


def find_kinds(texts: Sequence[str], title: str | None = None) -> list[BlockType]:
    """The kind of every paragraph of an article."""
    known = [own_kind(text) for text in texts]
    _mark_title(texts, known, title)
    lines = [kind is None and is_open(text) for text, kind in zip(texts, known, strict=True)]
    first = _mark_headlines(texts, known, lines)
    _mark_furniture(texts, known)
    if _is_punctuated(texts[first:], known[first:]):
        for number in range(first, len(texts)):
            if known[number] is None and lines[number]:
                known[number] = _interstitial(texts, known, number)
    return [BlockType.BODY if kind is None else kind for kind in known]


def _mark_title(texts: Sequence[str], known: list[BlockType | None], title: str | None) -> None:
    """Mark the headline that the metadata names."""
    wanted = _key(title or "")
    for number, text in enumerate(texts[:4]):
        if (
            wanted
            and len(text) <= len(wanted) * 2
            and _key(text) == wanted
            and known[number] is not BlockType.BOILERPLATE
        ):
            known[number] = BlockType.HEADLINE


def _key(text: str) -> str:
    return "".join(CONTENT_WORD.findall(text.lower()))


def _mark_headlines(texts: Sequence[str], known: list[BlockType | None], lines: Sequence[bool]) -> int:
    """Mark the headline and the lines under it; returns where the body begins."""
    marked = 0
    for number, text in enumerate(texts):
        if known[number] is BlockType.HEADLINE:
            marked += 1
        elif known[number] is None:
            asks = (
                not marked
                and text[-1] in "?!"
                and text[0] not in "“\"‘'"
                and number + 1 < len(texts)
                and not INNER_STOP.search(text)
            )
            if marked >= 3 or not (lines[number] or asks) or len(text.split()) > HEADLINE_WORDS:
                return number
            known[number] = BlockType.HEADLINE
            marked += 1
    return len(texts)


def _mark_furniture(texts: Sequence[str], known: list[BlockType | None]) -> None:
    """Mark page headers and footers: lines that interrupt a sentence, or that stand three times."""
    counts = Counter([text for text, kind in zip(texts, known, strict=True) if kind is None])
    for number, text in enumerate(texts):
        if known[number] is not None or is_closed(text) or text.count(" ") >= FURNITURE_WORDS:
            continue
        interrupts = (
            0 < number < len(texts) - 1 and is_titled(text) and runs_on_lower(texts[number - 1], texts[number + 1])
        )
        if interrupts or (counts[text] >= 3 and not BULLET.match(text)):
            known[number] = BlockType.BOILERPLATE


def _is_punctuated(texts: Sequence[str], known: Sequence[BlockType | None]) -> bool:
    """Whether most paragraphs end in punctuation, so that a line without it means something."""
    open_texts = [text for text, kind in zip(texts, known, strict=True) if kind is None]
    ends = [is_closed(text) for text in open_texts]
    if sum(ends) >= PUNCTUATED_SHARE * len(ends):
        return bool(ends)
    long = [end for text, end in zip(open_texts, ends, strict=True) if text.count(" ") >= LINK_WORDS]
    return bool(long) and sum(long) >= 0.8 * len(long)


def _interstitial(texts: Sequence[str], known: Sequence[BlockType | None], number: int) -> BlockType | None:
    """Whether an open line inside the body heads what follows or links elsewhere; None if it is too long."""
    text = texts[number]
    words = text.split()
    if len(words) > LINK_WORDS or (len(words) < 2 and not text.isupper()):
        return None
    if not LATIN.search(text) or runs_on_lower(texts[number - 1], text):
        return None
    if text.isupper() or len(words) <= LABEL_WORDS:
        return BlockType.HEADLINE
    following = [
        t for t, k in zip(texts[number + 1 : number + 4], known[number + 1 : number + 4], strict=True) if k is None
    ]
    return BlockType.HEADLINE if _heads(text, " ".join(following[:2])) else BlockType.RELATED_LINK


def _heads(line: str, following: str) -> bool:
    """Whether the text after a line takes up half of its longer words."""
    small = word_lists("block_words")["small"]
    wanted = {word[:STEM] for word in CONTENT_WORD.findall(line.lower()) if word not in small}
    given = {word[:STEM] for word in CONTENT_WORD.findall(following.lower())}
    return len(wanted & given) >= max(2, len(wanted) / 2)
