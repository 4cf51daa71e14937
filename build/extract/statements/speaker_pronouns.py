"""Pronouns and short forms: which speakers he, she, they and it, or an acronym, can stand for."""

from __future__ import annotations

from collections.abc import Mapping

from newsledger.build.extract.statements.speaker_names import (
    BODIES,
    SPLIT,
    Speaker,
    head_noun,
    is_body,
    is_named,
    is_person_role,
    is_proper,
    role_with_rank,
    spelt_out,
)
from newsledger.build.extract.statements.speaker_stand_ins import FEMALE, MALE, is_called
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.text.document import Document
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import SpeakerKind

SINGULAR = frozenset(("he", "she", "him", "her", "his", "i", "me"))
PLURAL = frozenset(("they", "them", "their", "we", "us", "both", "two", "others"))
# Of those told of before, only so many speak.
PARTS = frozenset(("some", "many", "most"))
NEUTER = frozenset(("it", "its"))
PRONOUNS = SINGULAR | PLURAL | NEUTER
KINDS = {
    ActorKind.PERSON: SpeakerKind.PERSON,
    ActorKind.ORGANISATION: SpeakerKind.ORGANISATION,
    ActorKind.STATE: SpeakerKind.STATE,
    ActorKind.GROUP: SpeakerKind.GROUP,
    ActorKind.ROLE: SpeakerKind.PERSON,
    ActorKind.ANONYMOUS: SpeakerKind.ANONYMOUS,
}


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
    return speaker.kind in BODIES and (not speaker.plural or (is_proper(speaker.name or "") and is_named(speaker)))


def told_before(document: Document, index: int, reach: int) -> list[Sentence]:
    """The last sentences up to one, the nearest first; over a long reach those inside quotations do not count."""
    spans = document.sentences[max(0, index - reach) : index + 1][::-1]
    quotes = [document.quote_at(span.start + 1) for span in spans]
    told = [s for s, q in zip(spans, quotes, strict=True) if s.index == index or q is None or q.end < s.end - 2]
    return list(spans) if reach < 6 else told[:6]


def first_person(annotated: Annotated, start: int, end: int) -> ActorMention | None:
    """The first person named in a stretch."""
    people = (m for m in within(annotated.actors, start, end) if m.kind is ActorKind.PERSON and m.start >= start)
    return next(people, None)


def holder_of(annotated: Annotated, short: str, before: int) -> ActorMention | None:
    """The person whose office an article has shortened: "Inspector General (IG) Ana Ruiz … the IG"."""
    at = annotated.document.view.find(f"({short}) ", 0, before)
    return first_person(annotated, at + 1, at + 60) if at >= 0 else None


def first_authority(annotated: Annotated) -> ActorMention | None:
    """The first body that may speak with its own voice in an advisory: an embassy, a ministry."""
    named = (m for m in annotated.actors if m.kind is ActorKind.ORGANISATION and m.name[:1].isupper())
    return next((m for m in named if not spelt_out(m.name).isdisjoint(speaker_nouns("authorities"))), None)


def last_called(annotated: Annotated, head: str, same: tuple[str, str], before: int) -> ActorMention | None:
    """The nearest actor before an offset whom a head noun names and the phrase itself (`same`) does not."""
    body = is_body(head)
    for mention in reversed(within(annotated.actors, 0, before)):
        literal = annotated.document.view[mention.start : mention.end]
        if mention.name.lower() in same or (body and KINDS[mention.kind] not in BODIES):
            continue
        if is_called(head, mention.name, literal, f"{mention.role or ''} {literal} {mention.name}"):
            return mention
    return None


def overlapping(annotated: Annotated, start: int, end: int) -> list[ActorMention]:
    """The actors that share a word with a stretch."""
    return [m for m in within(annotated.actors, max(0, start - 120), end + 120) if m.start < end and m.end > start]


def head_mention(annotated: Annotated, start: int, end: int) -> ActorMention | None:
    """The actor whom a phrase is about: a person in it before any body, none that only its office is over."""
    view = annotated.document.view
    of = SPLIT.search(view, start, end)
    if of and of[0].endswith(" by ") and is_body(head_noun(view[start:end])):
        end = of.start()
    stop = of.start() if of and is_person_role(view[start:end]) else end
    near = (m for m in overlapping(annotated, start, end) if m.start < stop or m.end >= end)
    inside = [m for m in near if not owns(view, m)]
    people = [m for m in inside if m.kind is ActorKind.PERSON]
    return next(iter(people or inside), None)


def owns(view: str, mention: ActorMention) -> bool:
    """Whether a mention is a possessive, so that somebody or something else is meant."""
    return view[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ ")


def role_of(view: str, mention: ActorMention) -> str | None:
    """The role of a mention, with the rank of a person."""
    if mention.kind is not ActorKind.PERSON:
        return mention.role
    return role_with_rank(mention.role, view[mention.start : mention.end], mention.name)


def may_speak(document: Document, mention: ActorMention) -> bool:
    """Whether a pronoun may stand for a mention: none in a quotation, no owner, no agency in brackets, no ship."""
    view = document.view
    bracketed = view[mention.start - 1 : mention.start] == "(" and view[mention.end : mention.end + 1] == ")"
    ship = mention.name.split()[0].lower() in speaker_nouns("ships")
    return not (bracketed or ship or owns(view, mention) or document.quote_at(mention.start) is not None)
