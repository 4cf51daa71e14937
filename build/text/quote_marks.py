"""Quotation marks: where each one stands in its surroundings, and which apostrophes are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsledger.build.lexicon.function_words import word_lists

# Single marks between two letters are apostrophes and left out.
MARK_CHARACTER = re.compile(r"[“”„‟«»\"‚‛‹›‘’']")
MARK = re.compile(r"‘‘(?!‘)|''(?!')|’’(?!’)|[“”„‟«»\"‚‛‹›]|[‘’'](?!(?<=\w[‘’'])\w)")
DOUBLE = {"“": "“", "”": "“", "„": "“", "‟": "“", "‘‘": "“", "''": "“", "’’": "“", '"': '"', "«": "«", "»": "«"}
WORD = re.compile(r"\w+")
YEARS = re.compile(r"\d0s\b|\d\d\b(?!%|[.,:]?\d)")
OPENING = "([{—–-/“\"‘'«„"
BREAKING = ',:;(“"—–'
STOPS = ".,!?…;"


@dataclass(slots=True)
class Mark:
    """One quotation mark with its neighbours; `before` and `after` are spaces at the ends of a block."""

    start: int
    end: int
    text: str
    before: str
    after: str

    @property
    def double(self) -> str:
        """The family of a double mark; empty for single marks."""
        return DOUBLE.get(self.text, "")

    @property
    def opens(self) -> bool:
        """Whether a word begins right after the mark and none ends right before it."""
        before, after = self.before, self.after
        return after != " " and (before == " " or before in OPENING) and after not in ",;:)]"

    @property
    def closes(self) -> bool:
        """Whether something ends right before the mark and no word begins right after it."""
        return self.before != " " and not self.after.isalnum()


def find_marks(view: str, start: int, end: int) -> list[Mark]:
    """All quotation marks of a block, apostrophes inside words excepted."""
    found: list[Mark] = []
    for character in MARK_CHARACTER.finditer(view, start, end):
        match = MARK.match(view, character.start(), end)
        if match is None or (found and character.start() < found[-1].end):
            continue
        a, b = match.span()
        before = view[a - 1] if a > start else " "
        after = view[b] if b < end else " "
        found.append(Mark(a, b, match[0], before, after))
    return found


def is_elision(view: str, mark: Mark, block_start: int) -> bool:
    """Whether a single mark at the beginning of a word stands for lost letters ('em, '90s)."""
    if YEARS.match(view, mark.end):
        lead = view[block_start : mark.start].rstrip()
        return bool(lead) and lead[-1] not in BREAKING
    word = WORD.match(view, mark.end)
    return word is not None and word[0].lower() in word_lists("quote_words")["elisions"]


def is_possessive(view: str, mark: Mark, later: list[Mark], block_end: int) -> bool:
    """Whether a single mark after an s marks a possessive, because a better closing mark follows.

    The mark itself closes when no other closing mark comes before the next opening one, or only one just as doubtful.
    """
    if not is_doubtful(view, mark, block_end):
        return False
    for other in later:
        if other.double:
            continue
        if other.opens and not other.closes:
            return False
        if other.closes and not is_doubtful(view, other, block_end):
            return True
    return False


def is_doubtful(view: str, mark: Mark, block_end: int) -> bool:
    """Whether a mark stands like that of a plural possessive: after an s and before a word."""
    after = view[mark.end : min(mark.end + 2, block_end)]
    return mark.before in "sSzx" and len(after) == 2 and after[0] == " " and (after[1].isalnum() or after[1] in "‘“\"'")
