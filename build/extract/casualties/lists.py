"""Lists: the phrases of people coordinated to one, on its left and on its right."""

from __future__ import annotations

from newsledger.build.extract.casualties.parts import Part, Reading
from newsledger.build.extract.casualties.words import listed
from newsledger.schema.vocabularies import Outcome

LONGEST_ADJUNCT = 6
LONGEST_ITEM = 12
COUNTED = ("group", "strangers")
NUMBERED = ("group", "strangers", "number")
NEVER_DESCRIBING = (
    "stop", "semicolon", "be", "have", "harmed", "fated", "harms", "modal", "will", "because", "that",
)  # fmt: skip
DESCRIBING = frozenset(("word", "name", "named", "of", "from", "the", "a", "number", "adverb", "noun"))
OWN_PREDICATE = (
    "be", "get", "have", "modal", "will", "harmed", "fated", "state", "harms", "fates", "hedge", "may", "do", "who",
    "poss",
)  # fmt: skip


# Classes that can be victims.
WHO = frozenset((
    "group", "strangers", "number", "person", "people", "named", "none", "nobody", "he", "they", "part", "rest",
    "somebody", "as_many",
))  # fmt: skip


def coordinated(reading: Reading, j: int) -> list[Part]:
    """A phrase and what is joined to it on the left."""
    kinds, found = reading.kinds, [j]
    while j >= 2 and kinds[j] not in ("he", "they", "none", "nobody"):
        link, k = kinds[j - 1], j - 2
        if link == "and" and kinds[k] == "comma":
            k = _over_description(kinds, k)
        elif link != "and" and not (link == "comma" and (len(found) > 1 or _both_counted(kinds, k, j))):
            break
        k = _over_adjunct(kinds, k)
        k -= 3 * (reading.is_at(k - 1, "including") and reading.is_at(k - 2, "comma"))
        if not _joins(reading, k, j, link == "comma"):
            break
        if link == "comma" and kinds[k] == "person" and _explains(reading, k, j):
            found.pop()
        found.append(k)
        j = k
    return [reading.parts[k] for k in reversed(found)]


def _over_description(kinds: list[str], k: int) -> int:
    """Step left from a comma over what describes a person ("Maj. A. Reed, head of the post, and")."""
    for m in range(k - 1, max(k - LONGEST_ITEM - 1, 0), -1):
        if kinds[m] in NEVER_DESCRIBING:
            break
        if kinds[m] == "comma":
            return m - 1 if kinds[m - 1] in ("named", "person") and _describes(kinds[m + 1 : k]) else k - 1
    return k - 1


def _describes(kinds: list[str]) -> bool:
    """Whether what stands between two commas says who somebody is and is no clause with a subject of its own."""
    if not kinds or kinds[0] in ("who", "of", "from", "in"):
        return True
    if kinds[0] == "person":
        return len(kinds) == 1 or kinds[1] in ("of", "in", "at", "from", "prep")
    return DESCRIBING.issuperset(kinds)


def _joins(reading: Reading, k: int, j: int, comma: bool) -> bool:
    """Whether the phrase at `k` is coordinated with the one at `j`."""
    kinds = reading.kinds
    if k < 0 or kinds[k] not in WHO or kinds[k] in ("none", "nobody", "part", "they"):
        return False
    if reading.is_at(k - 1, "of", "in", "at", "from", "by", "prep", "be", "harmed", "harms", "harming", "lost", "lose"):
        return False
    if reading.is_at(k - 1, "with") and not _both_counted(kinds, k, j):
        return False
    if reading.parts[k].harm is Outcome.KILLED:
        return False
    numberless = kinds[k] == "people" and reading.parts[k].fixed is None
    return not (comma and numberless and kinds[j] in ("group", "strangers", "number", "part"))


def _both_counted(kinds: list[str], k: int, j: int) -> bool:
    return k >= 0 and kinds[k] in NUMBERED and kinds[j] in NUMBERED


def _over_adjunct(kinds: list[str], k: int) -> int:
    """Step left over one adjunct ("from the bus") between coordinated phrases."""
    m = k
    while m > 0 and k - m < 4 and kinds[m] in ("name", "word", "the", "a", "thing", "things", "his"):
        m -= 1
    if m != k and m > 0 and kinds[m] in ("in", "of", "from", "at") and kinds[m - 1] in WHO:
        return m - 1
    return k


def after(reading: Reading, at: int, *, shared: bool = False) -> list[Part]:
    """The phrase at `at` and what is joined to it on the right, up to a phrase that has a predicate of its own.

    A predicate behind is `shared` where it belongs to a noun before them all ("the bodies of a cook and his son were").
    """
    found = [at]
    while (k := _next_joined(reading, found[-1], shared)) is not None:
        found.append(k)
    return [reading.parts[k] for k in found]


def _next_joined(reading: Reading, j: int, shared: bool) -> int | None:
    """The phrase joined to the one at `j` on the right, if there is one."""
    kinds = reading.kinds
    k = over_apposition(reading, j)
    told = k != j + 1
    k = k if told else _over_adjunct_behind(reading, j + 1)
    far = not told and k != j + 1
    start = k
    while reading.is_at(start, "comma", "and", "further", "semicolon"):
        start += 1
    if start == k or not reading.is_at(start, "group", "strangers", "number", "person", "named", "people"):
        return None
    named = bears_name(reading, j) and (bears_name(reading, start) or reading.parts[start].possessive)
    if named and _joins_names(reading, start):
        return start
    if (reading.is_at(start + 1, *OWN_PREDICATE) and not shared) or (not told and _explains(reading, j, start)):
        return None
    if far and kinds[start] not in ("group", "strangers", "number"):
        return None
    return start if _is_member(reading, start, reading.is_at(start - 1, "and")) else None


def bears_name(reading: Reading, k: int) -> bool:
    """Whether a part is a person told by name, with or without a noun before it ("the cook Rosa Abello")."""
    if reading.is_at(k, "named"):
        return True
    part = reading.parts[k] if reading.is_at(k, "person") else None
    if part is None or part.head is None:
        return False
    last = reading.annotated.document.article.text[slice(*part.head)].split()[-1]
    return last[:1].isupper() and last.lower() != part.low.split()[-1]


def _joins_names(reading: Reading, k: int) -> bool:
    """Whether a list of names goes on from a name up to its "and", or ends with it."""
    if reading.is_at(k - 1, "and"):
        return not reading.is_at(k + 1, *OWN_PREDICATE)
    for m in range(k + 1, min(k + LONGEST_ITEM, len(reading.parts))):
        if reading.is_at(m, "and"):
            return reading.is_at(m + 1, "named", "person", "people", "group", "strangers")
        if not reading.is_at(m, "comma", "named", "person", "people", "group", "word", "of", "a", "the"):
            return False
    return False


def over_apposition(reading: Reading, j: int) -> int:
    """The part behind what tells between commas who a person is, or what the name is ("her driver, Ana Ruiz, and")."""
    k = j + 2
    if not reading.is_at(j + 1, "comma") or not reading.is_at(j, "person", "named"):
        return j + 1
    if not bears_name(reading, j):
        titled = reading.is_at(k, "person") and reading.parts[k].bare
        name = reading.is_at(k, "named") or (titled and bears_name(reading, k))
        return k + 1 if name else j + 1
    if reading.is_at(k, "person"):
        if reading.parts[k].possessive or bears_name(reading, k):
            return j + 1
        k += 1
    elif not reading.is_at(k, "word", "a", "the"):
        return j + 1
    limit = k + LONGEST_ITEM
    while k < limit and k < len(reading.parts) and not reading.is_at(k, "comma", "and", *NEVER_DESCRIBING):
        k += 1
    return k if reading.is_at(k, "comma") else j + 1


def _end_of_item(reading: Reading, k: int) -> int | None:
    """The semicolon that ends an item of a list of numbers ("nine Koreans on their way home; four Danes")."""
    for m in range(k, min(k + LONGEST_ITEM, len(reading.parts))):
        if reading.is_at(m, "semicolon"):
            return m if reading.is_at(m + 1, *COUNTED) or reading.is_at(m + 2, *COUNTED) else None
        if reading.is_at(m, "harmed", "fated", "because", "be", "have", "stop"):
            return None
    return None


def _over_adjunct_behind(reading: Reading, k: int) -> int:
    """Step right over one adjunct ("in the north", "identified as Nur") when "and" follows it."""
    limit = k
    item = _end_of_item(reading, k)
    if item is not None:
        return item
    if k < len(reading.parts) and reading.parts[k].low in listed("naming"):
        limit += 1 + (k + 1 < len(reading.parts) and reading.parts[k + 1].low == "as")
        while reading.is_at(limit, "name", "title", "named"):
            limit += 1
        return limit if reading.is_at(limit, "and") else k
    adjunct = ("in", "of", "from", "at", "name", "word", "the", "a", "thing", "adverb", "demonym")
    while limit - k < LONGEST_ADJUNCT and reading.is_at(limit, *adjunct):
        limit += 1
    joined = reading.is_at(limit, "and") or (reading.is_at(limit, "comma") and reading.is_at(limit + 1, "group"))
    return limit if joined and reading.is_at(k, "in", "of", "from", "at") else k


def _explains(reading: Reading, j: int, start: int) -> bool:
    """Whether a phrase behind a comma says who the one before is ("the police chief, General Raziq")."""
    if not reading.is_at(start - 1, "comma"):
        return False
    name = reading.is_at(start, "named", "name", "title") or (
        reading.is_at(start, "person") and reading.parts[start].bare
    )
    if bears_name(reading, j) and bears_name(reading, start):
        return reading.is_at(j, "named")
    return reading.is_at(j, "named") or (reading.is_at(j, "person") and name)


def _is_member(reading: Reading, start: int, joined_by_and: bool) -> bool:
    """Whether a phrase behind a comma or "and" belongs to the list before it and begins no clause of its own."""
    part, last = reading.parts[start], start + 1 == len(reading.parts)
    if part.kind in ("people", "named"):
        closed = last or reading.is_at(start + 1, "in", "comma", "stop", "at", "because", "after", "from", "semicolon")
        return joined_by_and and closed
    if part.kind == "person":
        if part.bare and not joined_by_and and not reading.is_at(start - 2, "person", "named"):
            return False
        if not joined_by_and and not (last or reading.is_at(start + 1, "comma", "and", "in", "of", "stop")):
            return False
        return not (part.definite and not part.possessive and reading.is_at(start + 1, "word"))
    if part.kind != "number" or last:
        return True
    degree = reading.parts[start + 1].low in listed("degrees")
    return not (degree or reading.is_at(start + 1, "word", "name", "thing", "things", "band"))
