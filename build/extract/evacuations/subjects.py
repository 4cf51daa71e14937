"""Who moves: the noun phrase before a predicate in a masked sentence, and what kind of mover it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from newsledger.build.extract.evacuations.rules import phrase


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


KINDS = {
    "P": Mover.PEOPLE,
    "R": Mover.PEOPLE,
    "H": Mover.PEOPLE,
    "S": Mover.PERSON,
    "F": Mover.FORCES,
    "O": Mover.OTHERS,
}
# A noun that another one follows is no head: a woman bomber is a bomber.
HEAD = re.compile(r" ([FO])_+\b")
ADJACENT = re.compile(r"\b([PRHS])_+ $")
PARTICIPLE = re.compile(r"(?!fled|f_)(?:[a-z]+ed|[a-z]+ing|stuck|cut)\b")
PASSIVE = re.compile(r"\b(?:was|were|been|being|are|is) (?:[a-z]+ly |then |also |now )?$")
BRACKET = re.compile(r"(?<=_) \([^()]{1,30}\)(?= )")
RELATIVE = re.compile(r"(?:[a-z]+ed|has|have|had|was|were|lost|saw|bore|took|left|felt)\b")
ONE = re.compile(r"\b(?:he|she|i)\b")


def mover_of_count(masked: str, at: int, end: int) -> Mover:
    """What a number at the head of a noun phrase counts: the noun it governs, or people when it stands alone.

    >>> mover_of_count("N________ of O___ have", 0, 17).value, mover_of_count("N________ ", 0, 10).value
    ('others', 'people')
    """
    if noun := phrase("counted").match(masked, at, end):
        return KINDS[noun[1]]
    bare = phrase("bare_count").match(masked, at, end + 1)
    rest = masked[bare.end() : end].strip() if bare else "?"
    return Mover.PEOPLE if not rest or rest.startswith(("in ", "from ", "of ", "who", "on ", "at ")) else Mover.UNKNOWN


def read_mover(masked: str, start: int, end: int) -> Subject | None:
    """The first mover named in `masked[start:end]`; an army together with civilians counts as people."""
    first = phrase("classed").search(masked, start, end)
    if first is None:
        if (word := phrase("pronoun").search(masked, start, end)) is not None:
            return Subject(word.start(), end, Mover.PEOPLE)
        one = ONE.search(masked, start, end)
        return Subject(start, end, Mover.PERSON if one[0] == "i" else Mover.UNKNOWN) if one else None
    letter = (HEAD.match(masked, first.end(), end) or first)[1]
    mover = mover_of_count(masked, first.start(), end) if letter == "N" else KINDS[letter]
    if mover is Mover.FORCES and phrase("forces_and_people").search(masked, first.end(), end):
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
    end = phrase("trail").search(masked, 0, predicate).start()  # type: ignore[union-attr]
    if masked[:end].endswith(")") and (opening := masked.rfind("(", 0, end)) > 0:
        return opening
    return end


def before_aside(masked: str, end: int, predicate: int) -> Subject | None:
    """The people before an aside between commas or dashes that stands right before the predicate.

    >>> masked = "N_ P_____, all of them weak, crossed"
    >>> before_aside(masked, 27, 29).end
    9
    """
    aside = phrase("aside").search(masked, 0, end) if masked[end:predicate].lstrip()[:1] in (",", "–", "—") else None
    if aside is None:
        return None
    stops = list(phrase("boundary").finditer(masked, 0, aside.start()))
    start = stops[-1].end() if stops else 0
    subject = read_mover(masked, start, aside.start())
    if subject is None or subject.mover is not Mover.PEOPLE:
        return None
    return Subject(subject.start, aside.start(), Mover.PEOPLE)


def find_subject(masked: str, predicate: int) -> Subject:
    """The subject of the predicate that begins at `predicate`: in its clause, else in one joined to it by a comma.

    >>> find_subject("P________ of the valley have fled", 28).mover.value
    'people'
    >>> find_subject("after the raid F_____ fled", 22).mover.value
    'forces'
    """
    masked = BRACKET.sub(lambda bracket: "_" * len(bracket[0]), masked[:predicate]) + masked[predicate:]
    end = before_predicate(masked, predicate)
    if (aside := before_aside(masked, end, predicate)) is not None:
        return aside
    stops = list(phrase("boundary").finditer(masked, 0, end))
    last = end
    for stop in [*reversed(stops[-3:]), None]:
        start = stop.end() if stop else 0
        if stop is not None and stop[0] == "that " and RELATIVE.match(masked, start):
            continue
        if masked[start:last].strip(" ,") and (subject := read_mover(masked, start, last)) is not None:
            if subject.mover in (Mover.FORCES, Mover.OTHERS) and (people := adjacent_people(masked, predicate)):
                return people
            own = phrase("own_clause").match(masked, start, end)
            if own is not None and (later := read_mover(masked, own.end(), end)) is not None:
                subject = later
            return Subject(subject.start, end, subject.mover)
        last = start
        if stop is not None and not stop[0].startswith((",", "-", "–", "—", "(")) and masked[start:end].strip(" ,"):
            break
    return Subject(stops[-1].end() if stops else 0, end, Mover.UNKNOWN)


def find_sufferers(masked: str, predicate: int) -> Subject | None:
    """The people who are the subject of a passive, for a rule that takes actives and passives."""
    named = masked[predicate].isupper()
    if named or PASSIVE.search(masked, max(0, predicate - 40), predicate) is None:
        return None
    subject = find_subject(masked, predicate)
    return subject if subject.mover in (Mover.PEOPLE, Mover.PERSON) else None
