"""Paragraphs: lines joined where a text is hard-wrapped or breaks off in mid sentence, and split elsewhere."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import NamedTuple

from newsledger.build.lexicon.function_words import word_lists

BULLET = re.compile(r"(?:[•▪●‣◦·*►■]|[-–—](?= )|\(?\d{1,2}[.)](?= )|\(?[a-zivx]{1,4}\)(?= )|o(?= [A-Z])) *\S")
CLOSING = "\"'”’»)]"
STOPS = frozenset(".!?…:;")
ALNUM = re.compile(r"[^\W_]")
ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}\Z")
LOWER_WORD = re.compile(r"(?<![\w'’-])[a-z]{4}")
WIDEST_WRAP = 100
SHORTEST_WRAP = 40
SPACED_SHARE = 0.3
SLACK = 10
CONTINUED = 50
WRAPPED_SHARE = 0.1


class Line(NamedTuple):
    """One line with words on it; `length` is its width on the page, `gap` tells whether an empty line precedes it."""

    start: int
    end: int
    indent: int
    length: int
    gap: bool
    text: str


def find_lines(clean: str) -> list[Line]:
    """All lines that are not blank."""
    found: list[Line] = []
    position, gap = 0, False
    for raw in clean.split("\n"):
        text = raw.strip()
        if text:
            indent, width = raw.find(text[0]), len(text)
            start = position + indent
            found.append(Line(start, start + width, indent, indent + width, gap and bool(found), text))
            gap = False
        else:
            gap = True
        position += len(raw) + 1
    return found


def find_paragraphs(clean: str) -> list[tuple[int, int]]:
    """The spans of all paragraphs."""
    lines = find_lines(clean)
    layout = _Layout(lines)
    spans: list[tuple[int, int]] = []
    first: Line | None = None
    for number, line in enumerate(lines):
        if spans and first is not None and layout.joins(first, lines[number - 1], line):
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
            first = line
    return spans


class _Layout:
    """How a text breaks its lines."""

    def __init__(self, lines: list[Line]) -> None:
        pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.length <= WIDEST_WRAP >= b.length]
        runs_on = [b.gap for a, b in pairs if a.length >= SHORTEST_WRAP and breaks_off(a.text, b.text)]
        close = [b.gap for _, b in pairs].count(False)
        self.wrapped = close > 0 and runs_on.count(False) >= max(1, WRAPPED_SHARE * close)
        self.spaced = runs_on.count(True) >= max(3, SPACED_SHARE * (len(pairs) - close))
        self.base = Counter([line.indent for line in lines]).most_common(1)[0][0] if lines else 0
        self.width = max([line.length for line in lines if line.length <= WIDEST_WRAP], default=0)

    def joins(self, first: Line, before: Line, line: Line) -> bool:
        """Whether a line goes on the paragraph that began with `first` and has come to `before`."""
        goes_on = runs_on_lower(before.text, line.text)
        if not goes_on and (line.length > WIDEST_WRAP or before.length > WIDEST_WRAP):
            return False
        if not ALNUM.search(line.text) or not ALNUM.search(before.text) or BULLET.match(line.text):
            return False
        if goes_on:
            long = len(before.text) >= CONTINUED and not is_titled(before.text)
            return not line.gap or long or before.start > first.start or dangles(before.text)
        if line.gap:
            return self.spaced and self._full(before, line) and not is_closed(before.text)
        return self.wrapped and self._flows(first, before, line)

    def _flows(self, first: Line, before: Line, line: Line) -> bool:
        indented = line.indent > max(self.base, before.indent - 1 if before is first else before.indent)
        if (indented and not BULLET.match(first.text)) or (line.text.isupper() and is_closed(before.text)):
            return False
        if self._full(before, line):
            return True
        heading = before is first and (before.text.isupper() or not is_closed(before.text))
        return not is_closed(before.text) and not heading

    def _full(self, before: Line, line: Line) -> bool:
        """Whether the first word of a line would hardly have fitted on the line before it."""
        return before.length + 1 + len(line.text.split(" ", 1)[0]) > self.width - SLACK


def is_closed(text: str) -> bool:
    """Whether a piece of text ends in a stop or colon, closing marks aside.

    >>> is_closed("“They fled.”"), is_closed("Clashes in Grozny")
    (True, False)
    """
    return text[-1:] in STOPS or text.rstrip(CLOSING)[-1:] in STOPS


def runs_on_lower(before: str, after: str) -> bool:
    """Whether a piece of text breaks off and the next one goes on in lower case.

    >>> runs_on_lower("Some 40 families fled to the", "provincial capital."), runs_on_lower("They fled.", "iPhone")
    (True, False)
    """
    if not after[0].islower() or after.startswith(("http", "www.")) or BULLET.match(after):
        return False
    return not is_closed(before) or ACRONYM.search(before) is not None


def breaks_off(before: str, after: str) -> bool:
    """Whether a piece of text visibly breaks off in mid sentence before the next one."""
    return not is_closed(before) and not BULLET.match(after) and (after[0].islower() or dangles(before))


def is_titled(text: str) -> bool:
    """Whether every longer word begins with a capital, as in names and in headings.

    >>> is_titled("Office of the Special Envoy for Syria (OSES)"), is_titled("The envoy returned")
    (True, False)
    """
    return not LOWER_WORD.search(text)


def dangles(text: str) -> bool:
    """Whether a piece of text ends in a comma, a hyphen or a word that needs another one after it."""
    last = text.rsplit(" ", 1)[-1]
    return last[-1] in ",-–—(" or last.lower() in word_lists("block_words")["dangling"]
