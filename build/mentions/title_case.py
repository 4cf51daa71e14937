"""Title case: words with a capital only because their headline writes every word so."""

from __future__ import annotations

from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.words import Words

LONG = 4
SHARE = 0.8


def is_title_word(words: Words, phrase: Phrase) -> bool:
    """Whether a name stands in a line in title case alone, and so may be no name ("Rebels Occupy Town")."""
    first, last = _line(words, phrase)
    long = [words.capitals[at] for at in range(first, last) if len(words.texts[at]) >= LONG]
    if len(long) < LONG or sum(long) < SHARE * len(long):
        return False
    return not all(_is_told_again(words, at, first, last) for at in range(phrase.name_first, phrase.name_last))


def _line(words: Words, phrase: Phrase) -> tuple[int, int]:
    """The first word of the line of a phrase, and the word after its last."""
    first, last = phrase.first, phrase.last
    while first > 0 and "\n" not in words.gaps[first - 1]:
        first -= 1
    while last < len(words.starts) and "\n" not in words.gaps[last - 1]:
        last += 1
    return first, last


def _is_told_again(words: Words, at: int, first: int, last: int) -> bool:
    """Whether a word of a line stands in capitals in another line too."""
    text = words.texts[at]
    return text in words.texts[:first] or text in words.texts[last:]
