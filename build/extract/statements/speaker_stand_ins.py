"""Stand-ins: whether "the agency", "the statement" or "the veteran" may mean somebody who spoke before."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.speaker_names import (
    BODIES,
    SPLIT,
    Speaker,
    head_noun,
    is_body,
    is_outlet,
    plain,
    spelt_out,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.schema.vocabularies import SpeakerKind

FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madame|Lady|Queen|Princess|Sister|\w*woman|mother|wife|widow|daughter|aunt|sister|girl|actress)\b",
    re.IGNORECASE,
)
MALE = re.compile(
    r"\b(?:Mr|Lord|Sir|King|Prince|Father|Brother|\w*man|father|husband|son|uncle|brother|boy|actor|Sheikh|Mullah|Imam|"
    r"Ayatollah|Pope)\b",
    re.IGNORECASE,
)


# Somebody whom an article introduces without a name: "A group of investors".
INDEFINITE = re.compile(r"(?:an?|one|another) ", re.IGNORECASE)
ONE_OF = "one of the "


def one_of(text: str) -> str:
    """A phrase in the singular where it is one of several.

    >>> one_of("one of the aid workers"), one_of("the aid workers")
    ('aid worker', 'the aid workers')
    """
    return text[len(ONE_OF) :].removesuffix("s") if text.lower().startswith(ONE_OF) else text


def body_of(speaker: Speaker) -> Speaker | None:
    """The body that speaks, itself or through somebody of it: "a spokesman for the fund … the agency"."""
    if speaker.kind in BODIES:
        return speaker
    if speaker.organisation is None:
        return None
    return Speaker(speaker.organisation, speaker.text, speaker.start, SpeakerKind.ORGANISATION)


def is_meant(head: str, speaker: Speaker) -> bool:
    """Whether a paper may be somebody's ("the statement", "the dispatch") or an epithet tell of him ("the veteran")."""
    told = head_noun(speaker.role or speaker.text)
    if head in speaker_nouns("generic"):
        return speaker.kind in BODIES or told in speaker_nouns("voices", "offices")
    if head in speaker_nouns("dispatches"):
        return is_outlet(speaker.text)
    if head in speaker_nouns("sources"):
        return speaker.kind is SpeakerKind.ANONYMOUS and not speaker.plural
    if head not in speaker_nouns("epithets") or speaker.kind is not SpeakerKind.PERSON:
        return False
    around = f"{speaker.role or ''} {speaker.text}"
    return not ((FEMALE.search(head) and MALE.search(around)) or (MALE.fullmatch(head) and FEMALE.search(around)))


def is_called(head: str, name: str, literal: str, described: str) -> bool:
    """Whether somebody told of as `described` is meant by a head noun; a body only by the head of its own name.

    >>> is_called("army", "army units", "army units", "army units"), is_called("mayor", "Ana Ruiz", "", "mayor Ruiz")
    (False, True)
    """
    if is_body(head) and head not in (head_noun(name), head_noun(literal)):
        return False
    return head in spelt_out(described)


def tells_apart(text: str, other: str) -> bool:
    """Whether two who have no name are told apart by what stands before their noun.

    >>> tells_apart("the local source", "a security source"), tells_apart("the source", "a security source")
    (True, False)
    """
    if head_noun(text) not in speaker_nouns("unnamed") or head_noun(text) != head_noun(other):
        return False
    own, others = plain(text).lower().split()[:-1], SPLIT.split(plain(other).lower())[0].split()[:-1]
    return bool(own) and bool(others) and not set(own) & set(others)
