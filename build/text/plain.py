"""Characters that stand for a plain one: odd spaces, line ends, mis-decoded quotation marks."""

from __future__ import annotations

import re

_SPACES = (
    "\t\x1c\x1d\x1e\x1f\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f"
    "\u3000\ufeff"
)
_BREAKS = "\v\f\x85\u2028\u2029"
_OTHERS = {
    "`": "‘",
    "´": "’",
    "\u2032": "'",
    "\u2033": '"',
    "\u2036": '"',
    "\u301d": '"',
    "\u301e": '"',
    "\uff02": '"',
    "\u2010": "-",
    "\u2011": "-",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "\x96": "–",
    "\x97": "—",
}
REPLACED = tuple({**dict.fromkeys(_SPACES, " "), **dict.fromkeys(_BREAKS, "\n"), **_OTHERS}.items())
ASCII_REPLACED = tuple((odd, plain) for odd, plain in REPLACED if odd.isascii())
CARRIAGE_RETURN = re.compile(r"\r(?!\n)")


def plain(text: str) -> str:
    r"""A text of the same length with every kind of space a space and every kind of line end one line break.

    >>> plain("a\u00a0b\r\nc\rd")
    'a b \nc\nd'
    """
    for odd, replacement in ASCII_REPLACED if text.isascii() else REPLACED:
        if odd in text:
            text = text.replace(odd, replacement)
    if "\r" in text:
        text = CARRIAGE_RETURN.sub("\n", text).replace("\r", " ")
    return text
