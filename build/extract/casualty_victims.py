"""Victims of a frame: the people before a predicate or after a verb, with everything coordinated to them."""

from __future__ import annotations

from newsledger.build.extract.casualty_parts import Part, Reading, symbols

FARTHEST = 30


def who() -> frozenset[str]:
    """Classes that can be victims."""
    return symbols("group", "strangers", "number", "person", "people", "named", "none", "nobody", "he", "they", "part", "rest", "somebody", "as_many")


def counted() -> frozenset[str]:
    """Classes that carry a number."""
    return symbols("group", "strangers", "number", "part")


def before(reading: Reading, at: int, plural: bool | None) -> list[Part]:
    """The subject of a predicate whose first part is `at`; `plural` is what its auxiliary agrees with, if that shows.

    Steps left over adjuncts; a phrase behind a preposition is no subject as long as another one stands farther left.
    """
    code = reading.code
    prepositions = symbols("of", "in", "at", "from", "by", "prep", "with", "including", "among")
    fallback: int | None = None
    j = _over_aside(code, at - 1)
    while j >= 0 and at - j <= FARTHEST:
        symbol = code[j]
        if symbol in who():
            j = _list_head(code, j)
            lead = code[j - 1] if j else ""
            if lead in symbols("all_of") or lead in symbols("part") and j >= 2 and code[j - 2] in symbols("comma", "open", "dash"):
                j -= 2
                continue
            if _is_adjunct(reading, j, prepositions):
                fallback = j if fallback is None else fallback
                j -= 2
                continue
            if lead in symbols("whose"):
                j -= 2
                continue
            if _is_apposition(code, j, at):
                j -= 2
                continue
            if plural is not None and _disagrees(reading, j, plural):
                fallback = j if fallback is None else fallback
                j -= 1
                continue
            return coordinated(reading, j)
        if reading.parts[j].low == "as" and j and reading.parts[j - 1].low in ("known", "described", "identified", "listed", "named"):
            j -= 2
            continue
        if symbol in symbols("because", "after", "semicolon", "colon", "stop", "that") or _is_other_predicate(code, j, at):
            break
        if symbol in symbols("word", "name", "thing", "things", "goods", "band", "noun", "nouns") and _is_subject(code, j, prepositions):
            break
        j -= 1
    return coordinated(reading, fallback) if fallback is not None and _may_fall_back(code, fallback, at) else []


def _over_aside(code: str, j: int) -> int:
    """Step left over what stands between commas after the people it explains ("14 marines, flown in last week, were")."""
    if j < 2 or code[j] not in symbols("comma", "close", "dash"):
        return j
    for k in range(j - 1, max(j - 18, 0), -1):
        if code[k] in symbols("comma", "open", "dash") and code[k - 1] in who() | symbols("band") and code[k - 1] not in symbols("part", "they", "number"):
            return k - 1
        if code[k] in symbols("semicolon", "harmed"):
            break
    return j


def _list_head(code: str, j: int) -> int:
    """The first of the phrases joined to one on the left, where they stand behind "including"."""
    k = j
    while k >= 2 and code[k - 1] in symbols("and", "comma") and code[k - 2] in who():
        k -= 2
    return k if k > 0 and code[k - 1] in symbols("including") else j


def _may_fall_back(code: str, at: int, end: int) -> bool:
    return not set(code[at:end]) & symbols("hedge", "harmed", "fated") and code[at - 1] not in symbols("by", "from", "prep", "in", "at") or bool(set(code[at:end]) & symbols("who"))


def _is_adjunct(reading: Reading, j: int, prepositions: frozenset[str]) -> bool:
    return j > 0 and reading.code[j - 1] in prepositions


def _is_apposition(code: str, j: int, at: int) -> bool:
    """Whether a phrase between commas explains the one before ("eleven militants, all foreigners, were")."""
    after = code[j + 1] if j + 1 < at else ""
    return j >= 2 and after in symbols("comma", "close") and code[j - 1] in symbols("comma", "open") and code[j - 2] in who()


def _is_other_predicate(code: str, j: int, at: int) -> bool:
    """Whether another word of harm stands here that does not share its subject with the one at `at`."""
    if code[j] not in symbols("harmed", "fated", "harms", "harming"):
        return False
    return not any(symbol in symbols("and", "comma") for symbol in code[j + 1 : at + 1])


def _is_subject(code: str, j: int, prepositions: frozenset[str]) -> bool:
    """Whether words that are no people are the subject: a noun with nothing but its own modifiers before it."""
    k = j
    while k >= 0 and code[k] in symbols("word", "name", "thing", "things", "goods", "band", "demonym", "the", "a", "his", "those", "adverb", "noun", "last", "poss", "all", "further", "nouns"):
        k -= 1
    if k < 0:
        return True
    return code[k] in symbols("because", "after", "that", "stop", "colon", "semicolon", "hedge", "mark")


def _disagrees(reading: Reading, j: int, plural: bool) -> bool:
    part = reading.parts[j]
    code = reading.code
    if part.symbol in symbols("none", "nobody", "rest", "part"):
        return False
    many = part.symbol in symbols("people", "they") or part.symbol in counted() and not (part.quantity is not None and part.quantity.count == 1)
    joined = j > 1 and code[j - 1] in symbols("and")
    return many != plural and not (plural and joined)


def coordinated(reading: Reading, j: int) -> list[Part]:
    """A phrase and what is joined to it on the left."""
    code = reading.code
    found = [j]
    while j >= 2 and code[j] not in symbols("he", "they", "none", "nobody"):
        link = code[j - 1]
        k = j - 2
        if link in symbols("and") and code[k] in symbols("comma"):
            k -= 1
        elif link not in symbols("and") and not (link in symbols("comma") and (len(found) > 1 or _both_counted(reading, k, j))):
            break
        k = _over_adjunct(code, k)
        if k < 0 or code[k] not in who() or code[k] in symbols("none", "nobody", "part", "they"):
            break
        if k > 0 and code[k - 1] in symbols("of", "in", "at", "from", "by", "prep", "with", "be"):
            break
        if code[k] in symbols("people") and code[j] in counted() and link in symbols("comma"):
            break
        if code[j] in symbols("named") and link in symbols("comma") and code[k] in symbols("person"):
            found.pop()
        found.append(k)
        j = k
    return [reading.parts[k] for k in reversed(found)]


def _both_counted(reading: Reading, k: int, j: int) -> bool:
    return k >= 0 and reading.code[k] in symbols("group", "number", "strangers") and reading.code[j] in symbols("group", "number", "strangers")


def _over_adjunct(code: str, k: int) -> int:
    """Step left over one adjunct ("from the bus") between coordinated phrases."""
    m = k
    while m > 0 and k - m < 4 and code[m] in symbols("name", "word", "the", "a", "thing", "things", "his"):
        m -= 1
    if m != k and m > 0 and code[m] in symbols("in", "of", "from", "at") and code[m - 1] in who():
        return m - 1
    return k


def after(reading: Reading, at: int) -> list[Part]:
    """The phrase at `at` and what is joined to it on the right, up to a phrase that has a predicate of its own."""
    code = reading.code
    found = [at]
    j = at
    while True:
        k = _next_joined(reading, j)
        if k is None:
            break
        found.append(k)
        j = k
    return [reading.parts[k] for k in found]


def _next_joined(reading: Reading, j: int) -> int | None:
    code = reading.code
    k = j + 1
    limit = k
    while limit < len(code) and limit - k < 6 and code[limit] in symbols("in", "of", "from", "at", "name", "word", "the", "a", "thing", "adverb", "demonym"):
        limit += 1
    start = limit if limit < len(code) and code[limit] in symbols("and") and limit > k and code[k] in symbols("in", "of", "from", "at") else k
    if code[j] in symbols("named") and start < len(code) and code[start] in symbols("comma"):
        return None
    if code[j] in symbols("person") and start + 1 < len(code) and code[start] in symbols("comma") and code[start + 1] in symbols("named", "name", "title"):
        return None
    links = 0
    while start < len(code) and code[start] in symbols("comma", "and", "further"):
        links += 1
        start += 1
    if not links or start >= len(code) or code[start] not in symbols("group", "strangers", "number", "person", "named", "people"):
        return None
    joined_by_and = code[start - 1] in symbols("and")
    following = code[start + 1] if start + 1 < len(code) else ""
    if following in symbols("be", "get", "have", "modal", "will", "harmed", "fated", "state", "harms", "fates", "hedge", "may", "do", "who", "poss"):
        return None
    if start > k + 1 + links - 1 and start - links != j + 1 and code[start] not in counted():
        return None
    if code[start] in symbols("people", "named") and not (joined_by_and and following in symbols("in", "comma", "stop", "at", "because", "from", "semicolon") | {""}):
        return None
    if code[start] in symbols("person") and not joined_by_and and following not in symbols("comma", "and", "in", "of", "stop"):
        return None
    if code[start] in symbols("person") and reading.parts[start].definite and not reading.parts[start].possessive and following in symbols("word"):
        return None
    if code[start] in symbols("number") and following in symbols("word", "name", "thing", "things", "band"):
        return None
    return start
