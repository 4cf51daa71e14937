"""Ranges, updates, scores and shares: what two joined numbers mean."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.number_vetoes import is_score
from newsledger.build.mentions.number_words import Cardinal, NumberCore, read_cardinal

BETWEEN = re.compile(
    r"(?:anything |anywhere |somewhere )?between (?:about |around |some |roughly |approximately |an estimated )?$"
)
FROM = re.compile(
    r"((?:anything |anywhere |ranging |estimated |estimates? (?:range |ranging )?)?)"
    r"from (?:about |around |some |roughly )?$"
)
LINK = re.compile(
    r" to (?:(?:about |around |a maximum of |as many as |perhaps )(?=\d))?|-to-| or (?:even |perhaps |maybe )?"
    r"|-(?=\d)| ?[–—] ?(?=\d)| and (?:about |around |some )?| - (?=\d)"
)
YEARS = re.compile(r"(?:1[5-9]|20)\d\d\W+(?:to |and |or )?(?:\d{2}|(?:1[5-9]|20)\d\d)")
SHARE = re.compile(
    r" (?:in|out of) (every )?(?:two|three|four|five|six|ten|20|10|100|a hundred)\b"
    r"(?! (?:separate|attacks|incidents|different|other|days))"
)
SHARE_STARTS = frozenset(("one", "1", "nine", "four", "eight"))
WINDOW = 60


@cache
def _update_words() -> frozenset[str]:
    return frozenset(load_yaml("numbers")["update_words"])


def read_range(low: str, first: Cardinal, floor: int, end: int) -> NumberCore | int:
    """The number, widened to a range where a second one is joined to it; where to read on when the two are a score.

    >>> from newsledger.build.mentions.number_words import read_figure
    >>> text = "anything from 30 to 50 men"
    >>> core = read_range(text, read_figure(text, 14), 0, len(text))
    >>> (text[core.start:core.end], core.low, core.high)
    ('anything from 30 to 50', 30, 50)
    """
    alone = NumberCore(first.start, first.end, first.value, first.value)
    link = LINK.match(low, first.end, end)
    second = read_cardinal(low, link.end()) if link else None
    if link is None or second is None:
        return alone
    joint, value = link[0].strip(), _scaled_alike(first, second)
    if _are_score(low, first.start, joint, value, second.value):
        return second.end
    between = BETWEEN.search(low, max(floor, first.start - WINDOW), first.start)
    source = FROM.search(low, max(floor, first.start - WINDOW), first.start)
    is_loose = (joint.startswith("and") and not between) or (joint.startswith("or") and second.value > 3 * value + 2)
    if value >= second.value or is_loose or (source and not source[1] and _tells_update(low, source.start())):
        return alone
    opening = between or source
    return NumberCore(opening.start() if opening else first.start, second.end, value, second.value)


def _are_score(low: str, start: int, joint: str, first: int, second: int) -> bool:
    """Whether two joined numbers are the result of a match or a vote."""
    if joint in ("-", "–", "—"):
        return low[start].isdigit() and is_score(low, start, first, second)
    return joint.startswith("to") and first > second and is_score(low, start, 0, 1)


def _scaled_alike(first: Cardinal, second: Cardinal) -> int:
    """The first number of "two to three hundred" or "10-15,000", which leaves its scale to the second."""
    mantissa = second.value // second.factor
    if first.factor == 1 and second.factor > 1 and first.value < mantissa and first.value < second.factor:
        return first.value * second.factor
    return first.value


def _tells_update(low: str, source: int) -> bool:
    """Whether the words before "from" tell of a change, so that two figures follow, not a range."""
    return not _update_words().isdisjoint(low[max(0, source - WINDOW) : source].replace(",", " ").split())


def share_end(low: str, core: NumberCore) -> int:
    """Where a share ends: "one in three", "nine out of ten", "two in every five"; 0 when the number is none."""
    found = SHARE.match(low, core.end)
    if found is None or not (found[1] or low[core.start : core.end] in SHARE_STARTS):
        return 0
    return found.end()
