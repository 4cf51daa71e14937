"""Who moves: the noun phrase before a predicate in a masked sentence, and what kind of mover it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Mover(StrEnum):
    """What kind of subject a predicate of movement has."""

    PEOPLE = "people"
    PERSON = "person"
    FORCES = "forces"
    OTHERS = "others"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject of a predicate; `start:end` are offsets in the masked sentence."""

    start: int
    end: int
    mover: Mover


KINDS = {"P": Mover.PEOPLE, "R": Mover.PEOPLE, "H": Mover.PEOPLE, "S": Mover.PERSON, "F": Mover.FORCES, "O": Mover.OTHERS}
# What may stand between a subject and its predicate.
TRAIL = re.compile(
    r"(?:[\s,–-]+(?:has|have|had|having|is|are|was|were|been|being|be|get|got|also|already|reportedly|[a-z]+ly|now|then|since|just|to|not|yet|"
    r"still|all|both|themselves|who|which|that|recently|later|once|and|or|did|do|began|begun|begin|started|start|continued?|continues|"
    r"managed|ago|again|there|instead|either|alone|alike|whom|hastily|today|yesterday|overnight|may|might|could|would|will|can|should|must)\b|[\s,]+)*$"
)
BOUNDARY = re.compile(
    r"[;:—–“”\"(]|- |, (?!who\b|whom\b|including\b|mostly\b|mainly\b|many\b|most\b|some\b|among\b|half\b)|"
    r"\b(?:after|as|when|while|because|that|said|says|but|where|if|before|although|though|until|whereas|than|so|followed by|killed|killing) "
)
CLASSED = re.compile(r"\b([PRHSFON])_+(?![’']?s? (?:[PH]_+|homes?|houses?)| (?:shelling|fire|attacks?|bombing|bombardment|offensive|advance|headquarters|said))")
# A finite verb before an "and" that another noun phrase follows: the subject stands after the "and".
OWN_CLAUSE = re.compile(r".*\b(?:was|were|has|have|had|is|are|fled|left|said|took|began|went|came|[a-z]{3,}ed)\b.*(?:,| and| but) (?=(?:[\w-]+ ){0,3}?[NPRHSFO]_)")
ADJACENT = re.compile(r"\b([PRHS])_+ $")
PARTICIPLE = re.compile(r"(?!fled|f_)(?:[a-z]+ed|[a-z]+ing|stuck|cut)\b")
PRONOUN = re.compile(r"\b(?:they|we|many|some|most|others|those|everyone|everybody|half|all|us|them|both|people|none|nobody|no one|anyone|you|two-thirds|majority|cars|vehicles|minibuses|tractors|carts|arrivals|newcomers|wounded|homeless|elderly|displaced|returnees|neighbourhoods|neighborhoods)\b")
ONE = re.compile(r"\b(?:he|she|i)\b")
BARE_COUNT = re.compile(r"N_+(?: (?:of (?:them|those|whom|the|its|their|this|these|[a-z’']+[’']s)|more|others?|of|alone|have|had|has|are|were|the|from|in|on|in all|a day|per day|the [a-z]+|[a-z]+ly))*(?: |$|,)")
COUNTED = re.compile(r"N_+(?: (?!in\b|from\b|at\b|by\b|on\b|have\b|had\b|were\b|has\b|are\b)[\w.’'-]+){0,4}? ([PRHSFO])_")


def mover_of_count(masked: str, at: int, end: int) -> Mover:
    """What a number at the head of a noun phrase counts: the noun it governs, or people when it stands alone.

    >>> mover_of_count("N________ of O___ have", 0, 17).value, mover_of_count("N________ ", 0, 10).value
    ('others', 'people')
    """
    if noun := COUNTED.match(masked, at, end):
        return KINDS[noun[1]]
    bare = BARE_COUNT.match(masked, at, end + 1)
    rest = masked[bare.end() : end].strip() if bare else "?"
    return Mover.PEOPLE if not rest or rest.startswith(("in ", "from ", "of ", "who", "on ", "at ")) else Mover.UNKNOWN


def read_mover(masked: str, start: int, end: int) -> Subject | None:
    """The first mover named in `masked[start:end]`; an army together with civilians counts as people."""
    first = CLASSED.search(masked, start, end)
    if first is None:
        if (word := PRONOUN.search(masked, start, end)) is not None:
            return Subject(word.start(), end, Mover.PEOPLE)
        return Subject(start, end, Mover.UNKNOWN) if ONE.search(masked, start, end) else None
    letter = first[1]
    mover = mover_of_count(masked, first.start(), end) if letter == "N" else KINDS[letter]
    if mover is Mover.FORCES and re.search(r"\b(?:and|alongside|along with|as well as) (?:[\w-]+ ){0,3}?[PRH]_", masked[first.end() : end]):
        mover = Mover.PEOPLE
    return Subject(start, end, mover)


def adjacent_people(masked: str, predicate: int) -> Subject | None:
    """The people that a participle follows directly ("nationals stranded in"), whoever acts earlier in the clause."""
    noun = ADJACENT.search(masked, max(0, predicate - 40), predicate)
    if noun is None or not PARTICIPLE.match(masked, predicate):
        return None
    return Subject(noun.start(), noun.end(), KINDS[noun[1]])


def before_predicate(masked: str, predicate: int) -> int:
    """Where the noun phrase before a predicate ends: auxiliaries, adverbs and a bracket after it left out."""
    end = TRAIL.search(masked, 0, predicate).start()  # type: ignore[union-attr]
    if masked[:end].endswith(")") and (opening := masked.rfind("(", 0, end)) > 0:
        return opening
    return end


def find_subject(masked: str, predicate: int) -> Subject:
    """The subject of the predicate that begins at `predicate`: in its clause, else in one joined to it by a comma.

    >>> find_subject("P________ of the valley have fled", 28).mover.value
    'people'
    >>> find_subject("after the raid F_____ fled", 22).mover.value
    'forces'
    """
    end = before_predicate(masked, predicate)
    stops = list(BOUNDARY.finditer(masked, 0, end))
    last = end
    for stop in [*reversed(stops[-3:]), None]:
        start = stop.end() if stop else 0
        if masked[start:last].strip(" ,") and (subject := read_mover(masked, start, last)) is not None:
            if subject.mover in (Mover.FORCES, Mover.OTHERS) and (people := adjacent_people(masked, predicate)):
                return people
            own = OWN_CLAUSE.search(masked, start, end)
            if own is not None and (later := read_mover(masked, own.end(), end)) is not None:
                subject = later
            return Subject(subject.start, end, subject.mover)
        last = start
        if stop is not None and not stop[0].startswith((",", "-", "–", "—", "(")) and masked[start:end].strip(" ,"):
            break
    return Subject(stops[-1].end() if stops else 0, end, Mover.UNKNOWN)
