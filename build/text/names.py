"""Names as words: when two written names may be one."""

from __future__ import annotations

import re

NAME_SHARE = 0.5
STOP = frozenset({"the", "a", "an", "of", "in", "and", "s", "us", "u"})


def name_words(name: str | None) -> set[str]:
    """The telling words of a name.

    >>> sorted(name_words("the U.S. Embassy in Beirut"))
    ['beirut', 'embassy', 'states', 'united']
    """
    text = re.sub(r"[’']s\b", "", (name or "").lower())
    text = text.replace("u.s.", "united states").replace("u.n.", "united nations")
    return {word for word in re.findall(r"[a-z0-9]+", text) if word not in STOP}


def same_name(a: str | None, b: str | None) -> bool:
    """Whether two names share at least half of the shorter one's words; two missing names are the same.

    >>> same_name("Lt. Gen. Herzi Halevi", "Herzi Halevi"), same_name("Biden", None)
    (True, False)
    """
    if not a or not b:
        return not a and not b
    x, y = name_words(a), name_words(b)
    return bool(x and y) and len(x & y) / min(len(x), len(y)) >= NAME_SHARE
