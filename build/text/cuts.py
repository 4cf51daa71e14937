"""Cuts: where a pattern divides a whole text, found in one pass and looked up for any stretch of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple


class Cuts(NamedTuple):
    """Where a pattern matches a text: where each match begins, where it ends, and how far the pattern had to look."""

    starts: list[int]
    ends: list[int]
    looks: list[int]

    @classmethod
    def of(cls, pattern: re.Pattern[str], text: str) -> Cuts:
        """Find all cuts; where the pattern looks ahead, its groups hold what it looks at.

        >>> Cuts.of(re.compile("; |, (?=(but)|(and))"), "they ran, and; they hid")
        Cuts(starts=[8, 13], ends=[10, 15], looks=[13, 15])
        """
        found = [(*match.regs[0], match.regs[match.lastindex or 0][1]) for match in pattern.finditer(text)]
        return cls(*map(list, zip(*found, strict=True))) if found else cls([], [], [])

    def end_before(self, floor: int, ceiling: int) -> int:
        """The end of the last cut in `floor:ceiling`, or `floor`."""
        last = bisect_right(self.ends, ceiling) - 1
        while last >= 0 and self.looks[last] > ceiling:
            last -= 1
        return self.ends[last] if last >= 0 and self.starts[last] >= floor else floor

    def start_after(self, floor: int, ceiling: int) -> int:
        """The start of the first cut in `floor:ceiling`, or `ceiling`."""
        for at in range(bisect_left(self.starts, floor), bisect_right(self.ends, ceiling)):
            if self.looks[at] <= ceiling:
                return self.starts[at]
        return ceiling

    def between(self, floor: int, ceiling: int) -> list[int]:
        """The ends of the cuts in `floor:ceiling`."""
        inside = range(bisect_left(self.starts, floor), bisect_right(self.ends, ceiling))
        return [self.ends[at] for at in inside if self.looks[at] <= ceiling]
