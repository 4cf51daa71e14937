"""Pronouns: which speakers he, she, they and it can stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsledger.build.extract.speaker_names import Speaker
from newsledger.schema.vocabularies import SpeakerKind

SINGULAR = frozenset(("he", "she", "him", "her", "his", "i", "me"))
PLURAL = frozenset(("they", "them", "their", "we", "us", "both", "two", "others"))
NEUTER = frozenset(("it", "its"))
PRONOUNS = SINGULAR | PLURAL | NEUTER
FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madame|Lady|Queen|Princess|Sister|\w*woman|mother|wife|widow|daughter|aunt|sister|girl|actress)\b",
    re.IGNORECASE,
)
MALE = re.compile(
    r"\b(?:Mr|Lord|Sir|King|Prince|Father|Brother|\w*man|father|husband|son|uncle|brother|boy|actor|Sheikh|Mullah|Imam|"
    r"Ayatollah|Pope)\b",
    re.IGNORECASE,
)
BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.STATE)


def fits(pronoun: str, speaker: Speaker, strict: bool, genders: Mapping[str | None, bool]) -> bool:
    """Whether a pronoun can stand for a speaker; `strict` keeps "they" to people."""
    if pronoun in SINGULAR:
        if speaker.plural or speaker.kind not in (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS):
            return False
        around = f"{speaker.role or ''} {speaker.text}"
        female = pronoun in ("she", "her")
        if speaker.name in genders and pronoun not in ("i", "me"):
            return genders[speaker.name] == female
        if speaker.gender and pronoun not in ("i", "me"):
            return (speaker.gender == "f") == female
        if pronoun in ("she", "her"):
            return not MALE.search(around)
        return not (pronoun in ("he", "him", "his") and FEMALE.search(around))
    if pronoun in PLURAL:
        return speaker.plural or (not strict and speaker.kind in BODIES)
    return speaker.kind in BODIES and not speaker.plural
