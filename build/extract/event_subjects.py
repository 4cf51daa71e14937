"""Subjects: who can act in the clause of a trigger, reporting clauses aside, pronouns read as whom they mean."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.event_frames import PARTICIPLE, PASSIVE
from newsledger.build.extract.event_match import Match
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.trie import trie_pattern
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.reading import speech_verbs
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import BlockType, EventType

THAT = re.compile(r" that ")
WORD = re.compile(r"[a-z]+")
PRONOUN = re.compile(
    r"\W*(?:(?:[Aa]nd|[Bb]ut|that|[Ww]hen|[Aa]fter|[Ww]hile|[Aa]s|because|since) )*(?:[Ii]t|[Tt]hey) "
    r"(?!(?:was|were|is|are|be|been|had been|have been|has been)\b)"
)
TOLD_IN = re.compile(r" ?(?:$|[\n.,;—–]|(?:in|by|at|near|as|after|when|during|outside|amid|on|over|from|since|for)\b)")
ADVERBS = re.compile(r" (?:(?:have|has|had|also|then|later|reportedly|on \w+day|yesterday|today) )*")
OBJECT = re.compile(r" (?!(?:in|by|when|at|near|and|after|as|during|on|to|while|with)\b)")
AGENTS = frozenset({ActorKind.GROUP, ActorKind.ORGANISATION, ActorKind.STATE})
REACH = 90


@cache
def words_of(name: str) -> re.Pattern[str]:
    """A list of event_frames.yml as a pattern."""
    return re.compile(rf"(?:{trie_pattern(load_yaml('event_frames')[name])})")


def told_from(view: str, start: int, end: int) -> int:
    """Where what is told begins in `start:end`: after "X told Y that"; `start` where nothing is reported.

    >>> view = "A police officer told the court that gunmen "
    >>> view[told_from(view, 0, len(view)) :]
    'gunmen '
    """
    for that in reversed(list(THAT.finditer(view, start, end))):
        before = view[max(start, that.start() - REACH) : that.start()]
        if any(word[0] in speech_verbs() for word in WORD.finditer(before)):
            return that.end()
    return start


def antecedent(annotated: Annotated, match: Match, start: int) -> ActorMention | None:
    """Whom "it" or "they" before a trigger means: the one who says so, else the subject of the sentence before."""
    document = annotated.document
    if PRONOUN.match(document.view, start, match.start) is None:
        return None
    sentence = document.sentence_at(match.start)
    told = [m for m in within(annotated.actors, sentence.start, start) if m.kind in AGENTS]
    if told:
        return told[-1]
    if sentence.index == 0:
        return None
    before = document.sentences[sentence.index - 1]
    named = within(annotated.actors, before.start, before.end)[:1]
    is_subject = bool(named) and document.view[before.start : named[0].start].strip(' \n“"•-') in ("", "The", "the")
    return named[0] if is_subject and named[0].kind in AGENTS else None


def is_passive(document: Document, match: Match) -> bool:
    """Whether a trigger tells what its subject suffers: after a form of "be", or in the short form of headlines."""
    trigger = document.view[match.start : match.end].lower()
    if not PARTICIPLE.match(trigger):
        return trigger.startswith(("being ", "was ", "were ", "been ", "is ", "are ", "came under "))
    if PASSIVE.search(document.view[max(0, match.start - 30) : match.start]) is not None:
        return True
    is_headline = document.block_at(match.start).kind is BlockType.HEADLINE
    words = words_of("suffered" if is_headline else "suffered_in_text")
    return words.fullmatch(trigger) is not None and TOLD_IN.match(document.view, match.end) is not None


def harms(view: str, subject: ActorMention, match: Match) -> bool:
    """Whether the verb behind a subject tells of harm it did, before a nominal ("troops killed nine in a raid")."""
    adverbs = ADVERBS.match(view, subject.end, match.start)
    verb = words_of("harms").match(view, adverbs.end(), match.start) if adverbs else None
    return verb is not None and OBJECT.match(view, verb.end()) is not None


def moves_others(match: Match, view: str) -> bool:
    """Whether a trigger of displacement says that somebody moves others ("evacuated", "drove out")."""
    if match.rule.event_type is not EventType.DISPLACEMENT:
        return True
    return words_of("moves_others").match(view[match.start : match.end].lower()) is not None
