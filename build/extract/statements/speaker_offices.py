"""Offices: the person whom an article names before or after it lets "a provincial official" speak."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_names import SPLIT, head_noun, is_plural, plain, spelt_out
from newsledger.build.extract.statements.words import is_demonym
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within

# How far behind the cue the name may stand, near it or anywhere, and how much of its surroundings tells its bearer.
REACH = 1500
NEAR = 450
BESIDE = 55
LEAD = 45
BEFORE = 110
# How far in front of "the official" he may have been named; the holder of another office, anywhere.
BEHIND = 400
# Words with capitals and what joins them, up to a name: "Under-Secretary-General for Aid, Ana Ruiz".
OFFICE = re.compile(r"(?:(?:[A-Z][\w-]*|for|of|and|the),? )+\Z")
# Places of which somebody holds an office: "the governor of the Luhansk region".
PLACED = re.compile(r"(?<= )[A-Z][a-z][\w-]+")
WORD = re.compile(r"[^\W\d_][\w-]*")
PLAIN_WORDS = function_words("prepositions", "determiners") | speaker_nouns("plain_modifiers")
OTHERS = ("another ", "other ")


def named_later(annotated: Annotated, text: str, start: int) -> ActorMention | None:
    """The first person who is new after a phrase of office and whose description tells of the same office."""
    head = head_noun(text)
    if head not in speaker_nouns("person") or is_plural(text) or text.lower().startswith(OTHERS):
        return None
    sentence = annotated.document.sentence_at(start)
    if section("nameless").search(annotated.document.view, sentence.start, sentence.end):
        return None
    own, since = _telling(plain(text)), sentence.end
    known = {m.entity for m in within(annotated.actors, 0, start)}
    for mention in within(annotated.actors, since, since + REACH):
        new = mention.kind is ActorKind.PERSON and mention.start >= since and mention.entity not in known
        if new and (
            _holds(annotated, mention, own, head)
            or _is_told(annotated, mention, head)
            or (mention.start < since + NEAR and _is_voice(annotated, mention, own, head))
        ):
            return mention
    return None


def _holds(annotated: Annotated, mention: ActorMention, own: frozenset[str], head: str) -> bool:
    """Whether a person is told of by an office and, where it has any, by a word that tells its holder apart."""
    apart = own - {head}
    if head in speaker_nouns("unnamed"):
        return head in speaker_nouns("offices") and not apart.isdisjoint(_described(annotated, mention))
    if head in speaker_nouns("sole_offices") and head in _described(annotated, mention):
        return True
    if kin(head).isdisjoint(_title(annotated, mention)) and head not in spelt_out(_behind(annotated, mention)):
        return False
    sole = not apart or head in speaker_nouns("sole_offices")
    return sole or not akin(apart).isdisjoint(_described(annotated, mention))


def _is_told(annotated: Annotated, mention: ActorMention, head: str) -> bool:
    """Whether the article takes the same noun up with the name: "said the official, Ana Ruiz"."""
    beside = annotated.document.view[max(0, mention.start - len(head) - 6) : mention.end]
    return f"the {head}, {mention.name.split()[0]}" in beside


def _is_voice(annotated: Annotated, mention: ActorMention, own: frozenset[str], head: str) -> bool:
    """Whether a rank or trade tells who "a military spokesman" is: "Col. Ana Ruiz", not "military governor Ruiz"."""
    if head not in speaker_nouns("voices"):
        return False
    kinds = [kin(word) for word in own - {head}]
    title, role = _title(annotated, mention), head_noun(mention.role) if mention.role else None
    return any(len(kind) > 1 and not kind.isdisjoint(title) and (role is None or role in kind) for kind in kinds)


def _title(annotated: Annotated, mention: ActorMention) -> frozenset[str]:
    """The words of a person's office and rank, as they stand in front of the name."""
    view = annotated.document.view
    before = OFFICE.search(view, max(0, mention.start - BEFORE), mention.start)
    return spelt_out(f"{mention.role or ''} {before[0] if before else ''} {view[mention.start : mention.end]}")


def _behind(annotated: Annotated, mention: ActorMention) -> str:
    """What is set by a comma behind a name: "Eric Solm, secretary-general of the fund"."""
    beside = annotated.document.view[mention.end : mention.end + BESIDE]
    return beside[2:].split(",")[0] if beside.startswith(", ") else ""


def _around(annotated: Annotated, mention: ActorMention) -> str:
    """What stands beside a name in its sentence."""
    view, sentence = annotated.document.view, annotated.document.sentence_at(mention.start)
    return view[max(sentence.start, mention.start - LEAD) : min(sentence.end, mention.end + BESIDE)]


def _described(annotated: Annotated, mention: ActorMention) -> frozenset[str]:
    """The words of a person's office and of what stands beside the name in its sentence."""
    words = WORD.findall(f"{mention.role or ''} {mention.organisation or ''} {_around(annotated, mention)}")
    return frozenset(word.lower() for word in words)


def _telling(text: str) -> frozenset[str]:
    """The words of a phrase that tell one holder of an office from another; an official's nation is not enough."""
    if head_noun(text) not in speaker_nouns("unnamed"):
        return spelt_out(SPLIT.split(text)[0]) - PLAIN_WORDS
    return frozenset(word for word in spelt_out(text) - PLAIN_WORDS if not is_demonym(word))


def akin(words: frozenset[str]) -> frozenset[str]:
    """Words with those that tell of the same trades."""
    return frozenset().union(*(kin(word) for word in words))


@cache
def kin(word: str) -> frozenset[str]:
    """A word with those that tell of the same trade: ranks of the army, workers of aid."""
    return frozenset({word}).union(*(members for members in _kinds() if word in members))


@cache
def _kinds() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in sorted(speaker_nouns("kin")))


def holder_before(annotated: Annotated, text: str, start: int, since: int) -> ActorMention | None:
    """The one person named before, after an offset, who holds an office: "the council secretary-general said"."""
    head, sole = head_noun(text), head_noun(text) in speaker_nouns("sole_offices")
    definite = text[:4].lower() == "the " and head in speaker_nouns("person") and SPLIT.search(text) is None
    if text[:2].lower() == "a " or not (sole or definite):
        return None
    since = max(since, start - BEHIND) if head in speaker_nouns("unnamed") else since
    people = [m for m in within(annotated.actors, since, start) if m.kind is ActorKind.PERSON]
    places = frozenset(PLACED.findall(text))
    held = [
        m
        for m in people
        if head in _title(annotated, m) | spelt_out(_behind(annotated, m))
        and (not places or not places.isdisjoint(WORD.findall(_around(annotated, m))))
    ]
    return held[-1] if len({m.entity for m in held}) == 1 else None
