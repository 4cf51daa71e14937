"""Numbers that count no things: years, ages, measures, money, labels, dates, scores and addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import load_yaml

# Digits that are no plain number: a decimal, time, date, ordinal, fraction, telephone number or part of a compound.
NO_PLAIN_FIGURE = re.compile(
    r"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d)"
    r"|\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\b\.?|hrs?\b|hours\b|gmt\b|utc\b|local time)"
    r"|\d{1,2}:\d{2}(?::\d{2})?|\d+(?:st|nd|rd|th)\b|(?!1(?:00)+s)\d+[’']?s\b|\d+(?:/\d+)+"
    r"|\d{2,4}-\d{3,4}(?:-\d{2,4})+|\d{1,3}(?:\.\d+){2,}(?<!\.\d{3})"
    r"|\d+(?:\.\d+)?(?: ?%|°)|\d[\d,.]*\d?-(?!(?:plus|odd|to|or|ish)\b)[a-z]\w*(?:-\w+)*"
    r"|\d+\.(?!\d{3}(?!\d))\d+"
    r"(?!\d| (?:hundred|thousand|million|billion|lakh|crore)|-(?:million|billion)|[mk]\b|bn\b|mn\b)"
    r"|[0-9]\d{3}(?: hours| hrs|h| gmt| utc)\b|\d+(?!(?:k|m|mn|mln|bn|s)\b)[a-z]+\d*"
)
TELEPHONE = re.compile(r"[\d() .-]*\d")
MONTH_NAMES = (
    r"Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?"
)
MONTH = rf"(?:{MONTH_NAMES}|{MONTH_NAMES.upper()})"
TH = r"(?:st|nd|rd|th)?"
DAY_LINK = r"(?:,? and |, | ?[-–] ?| to | or | through | until )"
MONTH_BEFORE = re.compile(rf"\b{MONTH}\.? (?:\d{{1,2}}{TH}{DAY_LINK})*$")
DAY_AND_MONTH_BEFORE = re.compile(rf"\b\d{{1,2}}[ -]{MONTH}\.?[ -]$")
MONTH_BEHIND = re.compile(
    rf"(?:{DAY_LINK}\d{{1,2}}{TH}(?!\d))*[ -](?:of )?{MONTH}\b(?!\.? (?:[1-9]|[12]\d|3[01])(?!\d))"
)
WORD_BEHIND = re.compile(r" ?(%|°|[a-z][a-z.’'/-]*)")
OPENING_MARKS = '([“"‘'
LIST_LINKS = (", ", " and ", " or ", " to ", "-")
AGE_WORDS = frozenset(("aged", "age", "ages", "turned", "turning", "between", "under", "over", "below", "above", "the"))
LISTED_BEFORE = re.compile(r"(?:\d+(?:, | and | or | to |-))+$")
APPOSITION = re.compile(r"(\b(?:in|at|near|from|to|and)\s)?(\w[\w’'-]*)(, | \()$", re.I)
SCORE_WORDS = re.compile(
    r"\b(?:won|lost|beat|beaten|drew|draw|win|wins|victory|defeat|score|leads?|led|votes?|voted|margin|majority"
    r"|trail|trailed|thrash\w*)\b"
)
COUNTING = re.compile(
    r"\b(?:at least|more than|fewer than|less than|nearly|almost|some|up to|as many as|over|an estimated|about|around"
    r"|roughly|approximately|killed|killing|kills|wounded|wounding|injured|injuring|left|leaving|evacuated|displaced"
    r"|displacing|arrested|detained|freed|toll of|total of|another|further) $"
)
SINCE = re.compile(r"\b(?:since|in|by|until|from|before|after) (?:\w+ ){1,2}$")
COUNTED_BEHIND = re.compile(r"[\d,.]+ (?:[a-z]+ ){0,2}[a-z]+(?:s|en|le)\b")
GLUED_BEHIND = re.compile(r"\.\d|/\w|:\d")
HYPHEN_BEHIND = re.compile(r"-(?!(?:plus|odd|ish)\b|\W (?!and ))")


@dataclass(frozen=True)
class VetoLexicon:
    """Word lists of what is no count."""

    measures: frozenset[str]
    gaps: frozenset[str]
    labels: frozenset[str]
    label_names: frozenset[str]
    currency_marks: frozenset[str]
    currency_codes: frozenset[str]
    people: frozenset[str]
    year_before: frozenset[str]
    one_after: frozenset[str]
    one_before: frozenset[str]
    street: re.Pattern[str]
    age_before: re.Pattern[str]


@cache
def veto_lexicon() -> VetoLexicon:
    """The lexicon, built once."""
    data = load_yaml("numbers")
    words = {
        key: frozenset(data[key])
        for key in (
            "measures",
            "labels",
            "label_names",
            "currency_codes",
            "people",
            "year_before",
            "one_after",
            "one_before",
        )
    }
    return VetoLexicon(
        **words,
        gaps=frozenset(data["measure_gap"]),
        currency_marks=frozenset(data["currency_before"]),
        street=re.compile(data["street"]),
        age_before=re.compile(data["age_before"]),
    )


def figure_end_if_no_number(low: str, pos: int) -> int | None:
    """Where digits end that are no plain number; None when they may be one.

    >>> [figure_end_if_no_number(text, 0) for text in ("7th brigade", "20-30 people", "5-year-old")]
    [3, None, 10]
    """
    if low[pos - 1 : pos] == "+":
        found = TELEPHONE.match(low, pos)
        return found.end() if found else pos + 1
    found = NO_PLAIN_FIGURE.match(low, pos)
    return found.end() if found else None


def counts_nothing(view: str, low: str, start: int, end: int, value: int) -> bool:
    """Whether the number at `start:end` is part of a name, label, compound, measure, date, age, year or address."""
    before = low[max(0, start - 48) : start]
    return (
        _is_glued(low, start, end)
        or is_measure(low, end)
        or is_label(view, before, start, low[start].isdigit())
        or _is_date_or_year(view, low, start, end, value)
        or _is_age(view, before, low, start, end, value)
        or (low[start].isdigit() and veto_lexicon().street.match(view, end) is not None)
    )


def _is_glued(low: str, start: int, end: int) -> bool:
    """Whether a letter, digit, hyphen or currency mark makes the number part of a longer word."""
    if start and low[start - 1] != " " and _is_glued_before(low[start - 1], low[start - 2 : start - 1]):
        return True
    behind = low[end : end + 1]
    if behind == " ":
        return False
    if behind == "-":
        return HYPHEN_BEHIND.match(low, end) is not None
    is_possessive = behind in ("’", "'") and low.startswith("s", end + 1)
    return behind.isalnum() or is_possessive or GLUED_BEHIND.match(low, end) is not None


def _is_glued_before(previous: str, second: str) -> bool:
    """Whether the character before a number joins it to what precedes."""
    if previous in veto_lexicon().currency_marks or previous.isalnum() or previous in "/_@#":
        return True
    return previous in "-–,:." and second.isalnum()


def is_measure(low: str, end: int) -> bool:
    """Whether a unit, currency or share follows: "20 more days", "300 square miles", "40 per cent".

    >>> is_measure("12 nautical miles", 2), is_measure("12 men", 2)
    (True, False)
    """
    lexicon = veto_lexicon()
    for _ in range(4):
        found = WORD_BEHIND.match(low, end)
        if found is None:
            return False
        word = found[1].rstrip(".'’-")
        head = word.partition("-")[0]
        if found[1] in lexicon.measures or word in lexicon.measures:
            return True
        if word not in lexicon.gaps and head not in lexicon.gaps:
            return False
        end = found.end()
    return False


def word_before(before: str) -> str:
    """The last word of a text that ends in a space, without opening marks; empty when it does not.

    >>> word_before("on (Highway "), word_before("F-")
    ('Highway', '')
    """
    if not before.endswith(" "):
        return ""
    return before[:-1].rpartition(" ")[2].lstrip(OPENING_MARKS)


def is_label(view: str, before: str, start: int, is_figure: bool) -> bool:
    """Whether the word before the number makes it a label: "Highway 9", "Resolution 1701", "Channel Four", "Rs 500"."""
    listed = LISTED_BEFORE.search(before) if is_figure and before.endswith(LIST_LINKS) else None
    if listed is not None and not COUNTED_BEHIND.match(view, start):
        start, before = start - len(listed[0]), before[: listed.start()]
    lexicon, word = veto_lexicon(), word_before(before).lstrip("-–—'’")
    if not word:
        return False
    if word in lexicon.currency_codes or word.endswith("$"):
        return is_figure
    if word in lexicon.labels:
        return is_figure or word not in ("no", "no.")
    return word in lexicon.label_names and view[start - 1 - len(word)].isupper()


def _is_date_or_year(view: str, low: str, start: int, end: int, value: int) -> bool:
    """Whether digits are a day of a month or a year."""
    if not low[start].isdigit():
        return False
    if end - start <= 2 and value > 31:
        return DAY_AND_MONTH_BEFORE.search(view, max(0, start - 18), start) is not None and not _counts_people(low, end)
    if end - start <= 2:
        if MONTH_BEHIND.match(view, end):
            return True
        return MONTH_BEFORE.search(view, max(0, start - 32), start) is not None and not _counts_people(low, end)
    return end - start == 4 and low[start:end].isdigit() and 1000 <= value <= 2100 and is_year(low, start, end, value)


def _counts_people(low: str, end: int) -> bool:
    """Whether a noun for people follows."""
    follower = WORD_BEHIND.match(low, end)
    return follower is not None and follower[1] in veto_lexicon().people


def is_year(low: str, start: int, end: int, value: int) -> bool:
    """Whether four digits are a year, by the words around them."""
    lexicon = veto_lexicon()
    follower = WORD_BEHIND.match(low, end)
    if follower and low[end] == " " and follower[1].rstrip(".,") in lexicon.people:
        return False
    word = word_before(low[max(0, start - 24) : start]).rstrip(",")
    if 1900 <= value <= 2100:
        return not _has_counting_word(low, start)
    if word in lexicon.year_before and value >= 1500:
        return not (follower and low[end] == " " and follower[1].endswith("s"))
    return False


def _has_counting_word(low: str, start: int) -> bool:
    """Whether a hedge or a verb of harm stands before the digits ("killed 2000", but not "since around 2000")."""
    window = low[max(0, start - 32) : start]
    return COUNTING.search(window) is not None and SINCE.search(window) is None


def _is_age(view: str, before: str, low: str, start: int, end: int, value: int) -> bool:
    """Whether the number is somebody's age: "aged 34", "Khan, 27, said", "Khan (27)"."""
    if value > 120:
        return False
    if not AGE_WORDS.isdisjoint(before.split()[-4:]) and veto_lexicon().age_before.search(before):
        return True
    if not before.endswith((", ", " (")):
        return False
    last_two = before.rfind(" ", 0, before.rfind(" ", 0, -2)) + 1
    found = APPOSITION.search(before, last_two)
    if found is None or found[1] or found[2][:1].isdigit():
        return False
    follower = low[end : end + 2]
    is_name = view[start - len(found[3]) - len(found[2])].isupper()
    if found[3] == ", ":
        return (follower == ", " and (is_name or low[start].isdigit())) or (is_name and follower[:1] in (".", ";"))
    return is_name and follower[:1] == ")"


def is_pronoun_one(low: str, start: int, end: int) -> bool:
    """Whether "one" stands for no count: "one of", "no one", "one another", "one can see"."""
    lexicon = veto_lexicon()
    follower = WORD_BEHIND.match(low, end)
    if follower and re.split(r"[.,’']", follower[1])[0] in lexicon.one_after:
        return True
    word = word_before(low[max(0, start - 24) : start])
    if word in ("no", "any", "every", "each", "which"):
        return True
    return word in lexicon.one_before and not (follower and follower[1] in lexicon.people)


def is_score(low: str, start: int, first: int, second: int) -> bool:
    """Whether two joined figures are the result of a match or a vote."""
    return first >= second or SCORE_WORDS.search(low[max(0, start - 40) : start]) is not None
