"""Quotations: one state machine over curly, straight, low, angle and single marks, across paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from newsledger.build.text.blocks import Block
from newsledger.build.text.quote_marks import (
    MARK_CHARACTER,
    STOPS,
    Mark,
    find_marks,
    is_doubtful,
    is_elision,
    is_possessive,
)
from newsledger.schema.vocabularies import BlockType

LONGEST_DOUBTFUL = 60
MOST_UNMARKED = 3
CURLY_OPENING = ("“", "„", "‟", "‘‘")
CURLY_CLOSING = ("”", "’’")
# Opening and closing marks that hasty typing mixes.
MIXED = ({'"', "”"}, {"“", '"'}, {'"', "''"})


@dataclass(frozen=True, slots=True)
class Quote:
    """An outermost quotation within one block.

    `start:end` is the inside; `outer_start:outer_end` includes the marks that stand there. `closed` is false when no
    closing mark stands in the block; `continues` is true when it carries on one left open in the block before.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    block: int
    closed: bool = True
    continues: bool = False


@dataclass
class _Reader:
    """Reads block after block and keeps which quotation the last paragraph left open."""

    view: str
    blocks: Sequence[Block]
    found: list[Quote] = field(default_factory=list)
    carried: str = ""
    unmarked: list[int] = field(default_factory=list)

    def read(self, number: int) -> None:
        """Read one block; only body paragraphs carry a quotation on."""
        block = self.blocks[number]
        marks = find_marks(self.view, block.start, block.end)
        if block.kind is not BlockType.BODY:
            self._read_marks(number, marks, "")
        elif marks:
            self.carried = self._read_marks(number, marks, self.carried)
            self.unmarked.clear()
        elif self.carried:
            self.unmarked.append(number)
            if len(self.unmarked) > MOST_UNMARKED or self.carried in "‘'’":
                self.carried = ""
                self.unmarked.clear()

    def _read_marks(self, number: int, marks: list[Mark], carried: str) -> str:
        """Find the quotations of a block; returns the mark that stays open, if one does."""
        at, first, left_open = 0, True, ""
        while at < len(marks):
            mark = marks[at]
            if mark.double:
                at, left_open = self._read_double(number, marks, at, carried if first else "")
                first = False
            else:
                at, left_open = self._read_single(number, marks, at, carried)
        return left_open

    def _read_double(self, number: int, marks: list[Mark], at: int, carried: str) -> tuple[int, str]:
        mark, block = marks[at], self.blocks[number]
        if not _opens_double(marks, at):
            if mark.double == carried and mark.closes:
                for between in self.unmarked:
                    middle = self.blocks[between]
                    self.found.append(Quote(middle.start, middle.end, middle.start, middle.end, between, False, True))
                self.found.append(Quote(block.start, mark.start, block.start, mark.end, number, True, True))
            return at + 1, ""
        continues = mark.double == carried and mark.start == block.start and not self.unmarked
        closing = _double_closer(self.view, marks, at)
        if closing is None or not _closes_double(self.view, mark, marks[closing]):
            mixed = _mixed_closer(marks, at, closing)
            if mixed is not None:
                self.found.append(
                    Quote(mark.end, marks[mixed].start, mark.start, marks[mixed].end, number, True, continues)
                )
                return mixed + 1, ""
        if closing is not None and _closes_double(self.view, mark, marks[closing]):
            end = marks[closing]
            self.found.append(Quote(mark.end, end.start, mark.start, end.end, number, True, continues))
            return closing + 1, ""
        if closing is not None:
            end_at = mark.end + len(self.view[mark.end : marks[closing].start].rstrip())
            self.found.append(Quote(mark.end, end_at, mark.start, end_at, number, False, continues))
            return closing, ""
        self.found.append(Quote(mark.end, block.end, mark.start, block.end, number, False, continues))
        return len(marks), mark.double

    def _read_single(self, number: int, marks: list[Mark], at: int, carried: str) -> tuple[int, str]:
        mark, block = marks[at], self.blocks[number]
        if not mark.opens or is_elision(self.view, mark, block.start):
            return at + 1, ""
        continues = mark.text == carried and mark.start == block.start
        closing = _single_closer(self.view, marks, at, block.end)
        if closing is not None:
            end = marks[closing]
            self.found.append(Quote(mark.end, end.start, mark.start, end.end, number, True, continues))
            return closing + 1, ""
        if self._stays_open(number, mark, marks[at + 1 :]):
            self.found.append(Quote(mark.end, block.end, mark.start, block.end, number, False, continues))
            return len(marks), mark.text
        return at + 1, ""

    def _stays_open(self, number: int, mark: Mark, later: list[Mark]) -> bool:
        """Whether a single quotation without its closing mark goes on in the next paragraph, which opens alike."""
        lead = self.view[self.blocks[number].start : mark.start].rstrip()
        following = next((block for block in self.blocks[number + 1 :] if block.kind is BlockType.BODY), None)
        return (
            following is not None
            and self.view[following.start] == mark.text
            and not any(other.double for other in later)
            and (not lead or lead[-1] in STOPS + ":")
        )


def _opens_double(marks: list[Mark], at: int) -> bool:
    """Whether a double mark met outside a quotation opens one."""
    mark = marks[at]
    if mark.text in CURLY_OPENING or mark.text == "«":
        return mark.opens or not mark.closes
    if mark.text in CURLY_CLOSING or mark.text == "»":
        return mark.opens and not mark.closes and _another_follows(marks, at)
    if mark.opens:
        return True
    glued = mark.after.isalnum() and not mark.before.isdigit()
    return (glued or mark.before == mark.after == " ") and _another_follows(marks, at)


def _another_follows(marks: list[Mark], at: int) -> bool:
    return any(marks[i].double == marks[at].double for i in range(at + 1, len(marks)))


def _closes_double(view: str, opening: Mark, mark: Mark) -> bool:
    """Whether a double mark met inside a quotation closes rather than opens."""
    one_way = mark.opens and not mark.closes
    if mark.text == "«":
        return opening.text == "»"
    if mark.text in CURLY_OPENING:
        return mark.closes and not mark.opens
    if one_way and mark.text in ('"', "''") and mark.after.islower():
        return view[: mark.start].rstrip()[-1:] in STOPS if mark.before == " " else False
    return not one_way


def _double_closer(view: str, marks: list[Mark], at: int) -> int | None:
    """The mark that ends the quotation opened at `at`: its closing mark, or an opening mark met while it is open."""
    opening, depth = marks[at], 1
    for i in range(at + 1, len(marks)):
        if marks[i].double != opening.double:
            continue
        if _closes_double(view, opening, marks[i]):
            depth -= 1
            if depth == 0:
                return i
        elif _is_nested(view, opening, marks[i:]):
            depth += 1
        else:
            return i
    return None


def _mixed_closer(marks: list[Mark], at: int, before: int | None) -> int | None:
    """The curly mark that closes a quotation opened by a straight one, or the other way round."""
    for i in range(at + 1, len(marks) if before is None else before):
        if marks[i].double and marks[i].double != marks[at].double:
            pair = {marks[at].text, marks[i].text}
            return i if pair in MIXED and marks[i].closes and not marks[i].opens else None
    return None


def _is_nested(view: str, opening: Mark, rest: list[Mark]) -> bool:
    """Whether enough closing marks follow for a second opening mark to stand inside the first one's quotation."""
    closing = [_closes_double(view, opening, mark) for mark in rest if mark.double == opening.double]
    return sum(closing) * 2 > len(closing)


def _single_closer(view: str, marks: list[Mark], at: int, block_end: int) -> int | None:
    """The mark that closes the single quotation opened at `at`, if one does."""
    opening, doubles = marks[at], 0
    for i in range(at + 1, len(marks)):
        mark = marks[i]
        if mark.double:
            doubles += 1
        elif mark.opens and not mark.closes:
            if not is_elision(view, mark, opening.start) and doubles % 2 == 0:
                return None
        elif _may_close(view, mark) and doubles % 2 == 0 and not is_possessive(view, mark, marks[i + 1 :], block_end):
            far = mark.start - opening.end > LONGEST_DOUBTFUL
            return None if far and is_doubtful(view, mark, block_end) else i
    return None


def _may_close(view: str, mark: Mark) -> bool:
    """Whether a single mark ends a word, the second one of 'n' excepted."""
    short_and = mark.before in "nN" and view[mark.start - 2 : mark.start - 1] in ("'", "’", "‘")
    return mark.closes and not short_and


def find_quotes(view: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Find the outermost quotations of every block."""
    if MARK_CHARACTER.search(view) is None:
        return ()
    reader = _Reader(view, blocks)
    for number in range(len(blocks)):
        reader.read(number)
    return tuple(sorted(reader.found, key=lambda quote: quote.start))
