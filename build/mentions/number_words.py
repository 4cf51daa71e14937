"""Cardinal numbers, in figures and in words: where one ends and what it is worth."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern

FIGURE = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:\.\d{3})+(?![\d.])"
    r"|\d{1,3}(?: \d{3})+(?![\d,.]\d|\d)|\d+(?:\.\d+)?"
)
FRACTION = re.compile(r"(?![1-9]\d{0,2}\.\d{3}$)\d+\.\d+")
NEXT_WORD = re.compile(r" ([a-z]+)")
AND_A_HALF = re.compile(r" and a half(?: ([a-z]+))?\b")
HALF = re.compile(
    r"(?:a |one[- ])?half[- ](?:(?:of )?an? |a-)?(?=([a-z]+))|(?:a |one )?quarter[- ](?:of )?(?:a )?(?=([mb]illion)\b)"
)


@dataclass(frozen=True, slots=True)
class Cardinal:
    """A number as read; `factor` is the magnitude it ends in ("two hundred": 100), which a range may share."""

    start: int
    end: int
    value: int
    factor: int


@dataclass(frozen=True, slots=True)
class NumberCore:
    """A number before its hedges are read: a range where `low` and `high` differ, vague where both are None.

    `least` is the least that a vague word means.
    """

    start: int
    end: int
    low: int | None
    high: int | None
    least: int | None = None


@dataclass(frozen=True)
class NumberLexicon:
    """The number words of the data file and the patterns made of them."""

    small: dict[str, int]
    tens: dict[str, int]
    magnitudes: dict[str, int]
    collectives: dict[str, int]
    suffixes: dict[str, int]
    scale_after_figure: re.Pattern[str]
    word: re.Pattern[str]

    def scale(self, word: str) -> int:
        """What a scale word multiplies by; 0 when it is none."""
        return self.magnitudes.get(word) or self.collectives.get(word, 0)


@cache
def number_lexicon() -> NumberLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    multipliable = {word: data["collectives"][word] for word in data["multipliable"]}
    scales = trie_pattern([*data["magnitudes"], *multipliable])
    suffixes = trie_pattern(data["suffixes"])
    return NumberLexicon(
        small=data["units"] | data["teens"],
        tens=data["tens"],
        magnitudes=data["magnitudes"],
        collectives=multipliable,
        suffixes=data["suffixes"],
        scale_after_figure=re.compile(rf"[ -]({scales})\b| ?({suffixes})\b"),
        word=re.compile(
            rf"({trie_pattern([*data['units'], *data['teens'], *data['tens'], *data['magnitudes'], *multipliable])})\b"
        ),
    )


def figure_value(figure: str) -> int | None:
    """The value of digits with groups; None for a decimal fraction.

    >>> figure_value("1,030"), figure_value("40 000"), figure_value("1.200"), figure_value("7.5")
    (1030, 40000, 1200, None)
    """
    if figure.isdecimal():
        return int(figure)
    return None if FRACTION.fullmatch(figure) else int("".join(filter(str.isdecimal, figure)))


def read_figure(low: str, pos: int) -> Cardinal | None:
    """Read digits at `pos`, with a scale behind them ("1.2 million", "8.5m")."""
    found = FIGURE.match(low, pos)
    if found is None:
        return None
    lexicon = number_lexicon()
    scaled = lexicon.scale_after_figure.match(low, found.end())
    if scaled is not None:
        factor = lexicon.scale(scaled[1]) if scaled[1] else lexicon.suffixes[scaled[2]]
        if scaled[1] or _is_scale_suffix(low, found[0], scaled):
            plain = float(found[0].replace(",", "").replace(" ", ""))
            return Cardinal(pos, scaled.end(), round(plain * factor), factor)
    value = figure_value(found[0])
    if value is None:
        return None
    return Cardinal(pos, found.end(), value, 1000 if value and value % 1000 == 0 and len(found[0]) > 4 else 1)


def _is_scale_suffix(low: str, figure: str, scaled: re.Match[str]) -> bool:
    """Whether the letters behind a figure abbreviate a scale: "2m people" does, "hit 300m away" and "5 k" do not."""
    if scaled[0].startswith(" ") and scaled[2] not in ("bn", "mn", "mln"):
        return False
    if scaled[2] != "m" or "." in figure:
        return True
    follower = NEXT_WORD.match(low, scaled.end())
    return follower is not None and follower[1] in _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(load_yaml("numbers")["people"])


def read_words(low: str, pos: int) -> Cardinal | None:
    """Read number words at `pos`: "a hundred and five", "twenty-one", "half a dozen", "one and a half million"."""
    lexicon = number_lexicon()
    half = HALF.match(low, pos)
    if half is not None:
        word = half[1] or half[2]
        scale = lexicon.scale(word)
        if not scale:
            return None
        return Cardinal(pos, half.end() + len(word), scale // (2 if half[1] else 4), scale)
    if low.startswith(("a ", "a-"), pos):
        found = lexicon.word.match(low, pos + 2)
        return _read_sequence(low, pos, pos + 2, 1) if found is not None and lexicon.scale(found[1]) else None
    return _read_sequence(low, pos, pos, None)


def _read_sequence(low: str, start: int, pos: int, current: int | None) -> Cardinal | None:
    """Add up number words from `pos`; what cannot belong to one number ends it."""
    lexicon = number_lexicon()
    total, factor, end, ceiling = 0, 1, start, 10**12
    closed: Cardinal | None = None
    while found := lexicon.word.match(low, pos):
        word = found[1]
        scale = lexicon.scale(word)
        if scale:
            if not current or scale >= ceiling or (scale == 100 and current >= 100):
                return closed if current and closed else _cardinal(start, end, total + (current or 0), factor)
            current, total, ceiling = _multiplied(current, total, scale, ceiling)
            factor = scale
            closed = Cardinal(start, found.end(), total + (current or 0), factor)
        else:
            worth = lexicon.small.get(word) or lexicon.tens[word]
            if not _fits(current, worth):
                break
            current, factor = (current or 0) + worth, 1
        end = found.end()
        if word in lexicon.collectives:
            break
        pos = _next_word(low, end, scale, current or 0, worth_ten=word in lexicon.tens)
        fraction = AND_A_HALF.match(low, end)
        if fraction is not None and (whole := _with_half(total + (current or 0), factor, fraction, lexicon)):
            return Cardinal(start, whole[1], whole[0], whole[2])
        if pos < 0:
            break
    return _cardinal(start, end, total + (current or 0), factor)


def _cardinal(start: int, end: int, value: int, factor: int) -> Cardinal | None:
    return Cardinal(start, end, value, factor) if end > start else None


def _multiplied(current: int, total: int, scale: int, ceiling: int) -> tuple[int | None, int, int]:
    """Apply a scale word: hundreds stay open for thousands, larger scales are closed."""
    if scale in (100, 12, 20):
        return current * scale, total, ceiling
    return None, total + current * scale, scale


def _fits(current: int | None, worth: int) -> bool:
    """Whether a word worth this much can follow what has been read since the last thousand."""
    if not current:
        return True
    if current % 100 == 0:
        return worth < 100
    return worth < 10 and current % 10 == 0 and current % 100 >= 20


def _next_word(low: str, end: int, scale: int, current: int, *, worth_ten: bool) -> int:
    """Where the next number word may start, -1 if none may."""
    if low.startswith("-", end):
        return end + 1
    if scale and low.startswith(" and ", end):
        return end + 5
    if scale >= 1000 and low.startswith(", ", end):
        return end + 2
    if low.startswith(" ", end) and (scale or worth_ten or current):
        return end + 1
    return -1


def _with_half(
    number: int, factor: int, fraction: re.Match[str], lexicon: NumberLexicon
) -> tuple[int, int, int] | None:
    """The value, end and factor of "two and a half million" or "a million and a half"."""
    scale = lexicon.scale(fraction[1]) if fraction[1] else 0
    if scale and factor == 1:
        return number * scale + scale // 2, fraction.end(), scale
    if factor > 1:
        return number + factor // 2, fraction.end() - (len(fraction[1]) + 1 if fraction[1] else 0), factor
    return None


def read_cardinal(low: str, pos: int) -> Cardinal | None:
    """Read a number in figures or words at `pos` of a lower-cased text."""
    return read_figure(low, pos) if low[pos : pos + 1].isdigit() else read_words(low, pos)


def read_number(text: str) -> int | None:
    """The value of a text that is one number and nothing else.

    >>> [read_number(text) for text in ("Twenty-one", "1,030", "half a dozen", "8.5m", "one of")]
    [21, 1030, 6, 8500000, None]
    """
    low = text.strip().lower()
    if not low.isascii():
        return None
    read = read_cardinal(low, 0)
    return read.value if read is not None and read.end == len(low) else None


def read_count_words(text: str) -> int | None:
    """As `read_number`, and `a` or `an` count one, `both` two, `no` and `none` nothing.

    >>> read_count_words("an"), read_count_words("both"), read_count_words("no"), read_count_words("the")
    (1, 2, 0, None)
    """
    words = {"a": 1, "an": 1, "another": 1, "both": 2, "no": 0, "none": 0, "zero": 0}
    low = text.strip().lower()
    return words[low] if low in words else read_number(low)
