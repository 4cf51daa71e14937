"""Victims of a frame: the people before a predicate, with everything coordinated to them."""

from __future__ import annotations

from newsledger.build.extract.casualties.lists import WHO, coordinated
from newsledger.build.extract.casualties.parts import Part, Reading
from newsledger.build.extract.casualties.words import listed

FARTHEST = 30
LONGEST_ASIDE = 18
EXPLAINED = (WHO | {"band"}) - {"part", "they", "number"}
OF_A_NOUN = frozenset((
    "word", "name", "thing", "things", "goods", "band", "demonym", "the", "a", "his", "those", "adverb", "noun",
    "nouns", "last", "poss", "all", "further",
))  # fmt: skip
PREPOSITIONS = ("of", "in", "at", "from", "by", "prep", "with", "including", "among")


def before(reading: Reading, at: int, plural: bool | None) -> list[Part]:
    """The subject of a predicate whose first part is `at`; `plural` is what its auxiliary agrees with, if that shows.

    Steps left over adjuncts; a phrase behind a preposition is no subject as long as another one stands farther left.
    """
    kinds = reading.kinds
    fallback: int | None = None
    j = at - 1
    while j > 0 and kinds[j] == "adverb":
        j -= 1
    j = _over_aside(kinds, j)
    j -= j > 0 and reading.parts[j].low in ("but", "yet")
    while j >= 0 and at - j <= FARTHEST:
        if kinds[j] in WHO:
            j = _list_head(kinds, j)
            skip, weak = _passes(reading, j, at, plural)
            if not skip:
                own = reading.is_at(j + 1, "who") and reading.is_at(j - 1, "and") and reading.is_at(j - 2, "comma")
                return [reading.parts[j]] if own else coordinated(reading, j)
            fallback = j if weak and fallback is None else fallback
            j -= skip
        elif reading.parts[j].low == "as" and j and reading.parts[j - 1].low in listed("named_as"):
            j -= 2
        elif _ends_search(kinds, j, at):
            break
        else:
            j -= 1
    if fallback is not None and _may_fall_back(kinds, fallback, at):
        return coordinated(reading, fallback)
    return _before_relative(reading, at, plural)


def _before_relative(reading: Reading, at: int, plural: bool | None) -> list[Part]:
    """The people at the start of a clause whose relative clause runs up to the predicate ("six who … were shot")."""
    kinds = reading.kinds
    for j in range(at - 3, max(at - FARTHEST, 0), -1):
        if kinds[j] in ("semicolon", "colon", "stop", "mark"):
            return []
        if kinds[j] == "who" and kinds[j - 1] in ("group", "strangers", "people", "person"):
            opens = j == 1 or reading.is_at(j - 2, "comma", "mark", "that", "hedge", "stop")
            agrees = plural is None or not _disagrees(reading, j - 1, plural)
            return [reading.parts[j - 1]] if opens and agrees and not reading.is_at(at - 1, "and", "comma") else []
    return []


def _passes(reading: Reading, j: int, at: int, plural: bool | None) -> tuple[int, bool]:
    """How many parts to step left over people that are no subject (0: they are), and if they may be one after all."""
    kinds = reading.kinds
    if _has_clause(reading, j, at):
        return 0, False
    if reading.is_at(j - 1, "all_of", "whose"):
        return 2, False
    if j + 1 < at and reading.parts[j + 1].low == "'s" and reading.is_at(j + 2, "word", "thing", "things", "band"):
        return 1, False
    if j > 1 and reading.parts[j - 1].low == "as" and reading.parts[j - 2].low in listed("named_as"):
        return 3, False
    if reading.is_at(j - 1, "part") and reading.is_at(j - 2, "comma", "open", "dash"):
        return 2, False
    if reading.is_at(j - 1, *PREPOSITIONS):
        return 2, True
    if reading.is_at(j, "number") and reading.is_at(j - 1, "comma") and reading.is_at(j - 2, "named"):
        return 2, False
    closed = j + 1 < at and reading.is_at(j + 1, "comma", "close")
    if closed and reading.is_at(j - 1, "comma", "open") and j >= 2 and kinds[j - 2] in WHO:
        return 2, False
    if plural is not None and _disagrees(reading, j, plural):
        return 1, plural
    return 0, False


def _has_clause(reading: Reading, j: int, at: int) -> bool:
    """Whether "who" makes people the subject: a number of them right before it, any right before ", who"."""
    if reading.is_at(j + 1, "who"):
        return reading.is_at(j, "group", "strangers") and reading.parts[j].quantity is not None
    near = j + 3 == at and reading.is_at(j + 1, "comma") and reading.is_at(j + 2, "who")
    return near and not reading.is_at(j, "named")


def _ends_search(kinds: list[str], j: int, at: int) -> bool:
    """Whether no subject can stand farther left: another clause, another predicate, or a subject that is no people."""
    if kinds[j] in ("because", "after", "semicolon", "colon", "stop", "that"):
        return True
    if kinds[j] in ("who", "they") and j and kinds[j - 1] == "all_of":
        return True
    if kinds[j] in ("harmed", "fated", "harms", "harming"):
        return "and" not in kinds[j + 1 : at + 1] and "comma" not in kinds[j + 1 : at + 1]
    if kinds[j] not in ("word", "name", "thing", "things", "goods", "band", "noun", "nouns"):
        return False
    k = j
    while k >= 0 and kinds[k] in OF_A_NOUN:
        k -= 1
    if k > 0 and j == at - 1 and kinds[k] == "and" and kinds[k - 1] == "comma":
        return True
    return k < 0 or kinds[k] in ("because", "after", "that", "stop", "colon", "semicolon", "hedge", "mark")


def _over_aside(kinds: list[str], j: int) -> int:
    """Step left over what stands between commas behind the people it explains ("14 marines, flown in today, were")."""
    if j < 2 or kinds[j] not in ("comma", "close", "dash"):
        return j
    for k in range(j - 1, max(j - LONGEST_ASIDE, 0), -1):
        if kinds[k] in ("comma", "open", "dash") and kinds[k - 1] in EXPLAINED and kinds[k + 1] != "and":
            return k - 1
        if kinds[k] in ("semicolon", "harmed"):
            break
    return j


def _list_head(kinds: list[str], j: int) -> int:
    """The first of the phrases joined to one on the left, where they stand behind "including"."""
    k = j
    while k >= 2 and kinds[k - 1] in ("and", "comma") and kinds[k - 2] in WHO:
        k -= 2
    return k if k > 0 and kinds[k - 1] == "including" else j


def _may_fall_back(kinds: list[str], at: int, end: int) -> bool:
    """Whether people behind a preposition can be the subject after all."""
    between = kinds[at:end]
    if "who" in between:
        return True
    apart = any(kind in between for kind in ("hedge", "harmed", "fated"))
    return not apart and (kinds[at - 1] == "of" or kinds[at - 1] not in PREPOSITIONS)


def _disagrees(reading: Reading, j: int, plural: bool) -> bool:
    """Whether people and auxiliary differ in number."""
    part = reading.parts[j]
    if part.kind in ("none", "nobody", "rest", "part") or part.low in listed("bands"):
        return False
    if part.fixed == 1:
        return plural
    counted = part.kind in ("group", "strangers", "number")
    many = part.kind in ("people", "they") or (counted and (part.quantity is None or part.quantity.count != 1))
    return many != plural and not (plural and reading.is_at(j - 1, "and"))
