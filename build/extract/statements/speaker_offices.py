"""Offices: the person whom an article names only after, or long before, it lets "a provincial official" speak."""

from __future__ import annotations

import re

from newsledger.build.extract.statements.homographs import DEMONYMS
from newsledger.build.extract.statements.speaker_names import SPLIT, head_noun, is_plural, plain, spelt_out
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within

# How far behind the cue the name may stand, and how much of its surroundings tells who its bearer is.
REACH = 1500
BESIDE = 55
LEAD = 45
BEFORE = 110
# Words with capitals and what joins them, up to a name: "Under-Secretary-General for Aid, Ana Ruiz".
OFFICE = re.compile(r"(?:(?:[A-Z][\w-]*|for|of|and|the),? )+\Z")
WORD = re.compile(r"[^\W\d_][\w-]*")
PLAIN_WORDS = function_words("prepositions", "determiners") | {"and", "senior", "top", "high-ranking", "ranking", "new"}


def named_later(annotated: Annotated, text: str, start: int) -> ActorMention | None:
    """The first person who is new after a phrase of office and whose description shares words with it."""
    head = head_noun(text)
    if head not in speaker_nouns("offices") or is_plural(text) or text[:8].lower() == "another ":
        return None
    own, since = _telling(plain(text), head), annotated.document.sentence_at(start).end
    needed = 1 if head in speaker_nouns("sole_offices", "unnamed") else min(2, len(own))
    known = {m.entity for m in within(annotated.actors, 0, start)}
    for mention in within(annotated.actors, since, since + REACH):
        new = mention.kind is ActorKind.PERSON and mention.start >= since and mention.entity not in known
        if new and own and len(own & _described(annotated, mention)) >= needed:
            return mention
    return None


def _described(annotated: Annotated, mention: ActorMention) -> frozenset[str]:
    """The words of a person's office and of what stands beside the name in its sentence."""
    view, sentence = annotated.document.view, annotated.document.sentence_at(mention.start)
    around = view[max(sentence.start, mention.start - LEAD) : min(sentence.end, mention.end + BESIDE)]
    words = WORD.findall(f"{mention.role or ''} {mention.organisation or ''} {around}")
    return frozenset(word.lower() for word in words)


def _telling(text: str, head: str) -> frozenset[str]:
    """The words of a phrase that tell one holder of an office from another."""
    if head not in speaker_nouns("unnamed"):
        return spelt_out(SPLIT.split(text)[0]) - PLAIN_WORDS
    return frozenset(w for w in spelt_out(text) - PLAIN_WORDS - speaker_nouns("unnamed") if not w.endswith(DEMONYMS))


def holder_before(annotated: Annotated, text: str, start: int) -> ActorMention | None:
    """The one person named before who holds an office: "the council secretary-general said"."""
    head = head_noun(text)
    if head not in speaker_nouns("sole_offices") or text[:2].lower() == "a ":
        return None
    people = [m for m in within(annotated.actors, 0, start) if m.kind is ActorKind.PERSON]
    held = [m for m in people if head in spelt_out(f"{m.role or ''} {_set_beside(annotated, m)}")]
    return held[-1] if len({m.entity for m in held}) == 1 else None


def _set_beside(annotated: Annotated, mention: ActorMention) -> str:
    """The office set in front of a name or, by a comma, behind it: "Eric Solm, secretary-general of the fund"."""
    view = annotated.document.view
    before = OFFICE.search(view, max(0, mention.start - BEFORE), mention.start)
    beside = view[mention.end : mention.end + BESIDE]
    behind = beside[2:].split(",")[0] if beside.startswith(", ") else ""
    return f"{before[0] if before else ''} {behind}"
