"""Title case: words with a capital only because their headline writes every word so."""

from __future__ import annotations

from itertools import pairwise

from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.words import Words

LONG = 4
SHARE = 0.8


def title_lines(words: Words) -> tuple[tuple[int, int], ...]:
    """The lines in title case: the first word of each, and the word after its last."""
    ends = [at for at, gap in enumerate(words.gaps, start=1) if "\n" in gap]
    return tuple([(first, last) for first, last in pairwise([0, *ends]) if _is_title(words, first, last)])


def _is_title(words: Words, first: int, last: int) -> bool:
    """Whether most of the longer words of a line have a capital."""
    pairs = zip(words.texts[first:last], words.capitals[first:last], strict=True)
    long = [is_capital for text, is_capital in pairs if text[LONG - 1 :]]
    return len(long) >= LONG and sum(long) >= SHARE * len(long)


def is_title_word(words: Words, phrase: Phrase, lines: tuple[tuple[int, int], ...]) -> bool:
    """Whether a name stands only in one of the lines in title case, and so may be no name ("Rebels Occupy Town")."""
    for first, last in lines:
        if first <= phrase.first < last:
            return not all(_is_told_again(words, at, first, last) for at in range(phrase.name_first, phrase.name_last))
    return False


def _is_told_again(words: Words, at: int, first: int, last: int) -> bool:
    """Whether a word of a line stands in capitals in another line too."""
    text = words.texts[at]
    return text in words.texts[:first] or text in words.texts[last:]
