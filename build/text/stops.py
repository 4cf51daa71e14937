"""Full stops: whether one ends a sentence, told from the word before it and the words after it."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.lexicon.function_words import word_lists

LEAD = 24
DETERMINERS = frozenset({"the", "a", "an", "one", "his", "her", "their"})
WORD_BEFORE = re.compile(r"[\w&’'\-]+(?:\.[\w&’'\-]+)*\Z")
NEXT_WORD = re.compile(r"""[ "'“‘«(\[•\-–—]*((?:[^\W_]|[$€£¥#@])(?:[\w’'\-&]|\.(?=\w))*\.?)""")
LOWER_NAME = re.compile(r"(?:al|el|as|ar|an|ad|ash|at|az|bin|ibn)[- ][A-Z]|[a-z]{1,2}[A-Z]")
INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\Z")
BEFORE_INITIAL = re.compile(r"(?:\A|[^\w])(?:[a-z][\w’'\-]*) \Z")
SAYING = re.compile(
    r"((?:[^\W_][\w.’'\-]*,? ){1,5})((?:[^\W\d_])+)(?=([.,;:]|\Z)| (?:in|on|at|as|of|during|from|through|to|[A-Z]))"
)


@cache
def _words(name: str) -> frozenset[str]:
    return word_lists("abbreviations")[name]


def ends_sentence(view: str, start: int, stop: int, stop_end: int, end: int, limit: int) -> bool:
    """Whether the stop at `stop:stop_end`, with closing marks up to `end`, ends the sentence begun at `start`."""
    following = NEXT_WORD.match(view, end, limit)
    if following is None:
        return not view.startswith((".", "…"), end + 1) and view[limit - 1] not in ".…"
    word = following[1]
    if word[0].islower():
        return _lower_name(view, following.start(1)) and not _is_abbreviation(view, start, stop, word)
    marks = view[stop:stop_end]
    quoted = any(mark in "\"'”’»‘" for mark in view[stop_end:end])
    if quoted and _is_said(view, end, limit, marks == "."):
        return False
    if marks == ".":
        opened = view[following.start() : following.start(1)].strip() != ""
        return not _joins(view, start, stop, word, opened and end == stop_end, quoted)
    if marks == "!":
        return _before(view, start, stop).lower() not in _words("exclaimed") or word.lower() in _words("starters")
    return True


def _before(view: str, start: int, stop: int) -> str:
    match = WORD_BEFORE.search(view, max(start, stop - LEAD), stop)
    return match[0] if match else ""


def _lower_name(view: str, at: int) -> bool:
    """Whether a name that keeps its small first letter (al-Sadr, iPhone) begins here."""
    return LOWER_NAME.match(view, at) is not None


def _is_abbreviation(view: str, start: int, stop: int, word: str) -> bool:
    return _joins(view, start, stop, word.capitalize(), False, False)


def _is_said(view: str, end: int, limit: int, plain: bool) -> bool:
    """Whether a name and a verb of saying carry the quotation's sentence on ("Why?" Karim asked.).

    After a plain full stop a mark must follow the verb, since a new sentence may begin there as well.
    """
    match = SAYING.match(view, end + 1, min(limit, end + 80))
    if match is None or match[2].lower() not in _words("said"):
        return False
    if plain and match[3] is None:
        return False
    return match[1].split()[0].lower() not in _words("starters") - DETERMINERS


def _joins(view: str, start: int, stop: int, word: str, opened: bool, quoted: bool) -> bool:
    """Whether a single stop belongs to an abbreviation, an initial or a list number, so that the sentence goes on."""
    before = _before(view, start, stop)
    low = before.lower()
    if not before:
        return False
    if before.isdigit() or (len(before) == 1 and not before.isalnum()):
        return view[start:stop].strip("([ ") == before and len(before) < 3
    if low in _words("never_final"):
        return True
    starts = _is_starter(word)
    if low in _words("before_number"):
        return word[0].isdigit() or word[0] == "#"
    if low in _words("months"):
        return word[0].isdigit() or (not starts and before[0].isupper() and low in ("sept", "feb", "dec", "oct", "nov"))
    if low in _words("clock"):
        goes_on = word.rstrip(".").lower() in _words("after_clock") or (word[0].isdigit() and "." in before)
        return not starts and goes_on
    if low in _words("closing"):
        return False
    if low in _words("ambiguous") and (before[0].isupper() or low in ("bn", "mln", "sq", "km")):
        return not starts and not (opened and quoted)
    return (
        INITIALS.search(before) is not None
        and INITIALS.fullmatch(before) is not None
        and _is_initial(view, start, stop, before, word, starts)
    )


def _is_initial(view: str, start: int, stop: int, before: str, word: str, starts: bool) -> bool:
    """Whether single letters with stops are somebody's initials or an acronym that goes on."""
    if "." in before:
        return not starts
    if before == "I" or before.islower():
        return before != "I" and view[start:stop].strip("([ ") == before
    lead = view[max(start, stop - LEAD) : stop - 1]
    return not starts and not (BEFORE_INITIAL.search(lead) and not word.endswith("."))


def _is_starter(word: str) -> bool:
    """Whether a capitalised word begins a sentence rather than a name; "A." is an initial."""
    return word.lower().replace("’", "'").rstrip(".") in _words("starters") and not (
        word.endswith(".") and len(word) < 3
    )
