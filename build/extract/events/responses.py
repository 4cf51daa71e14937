"""Responses: which event answers which, by the connective between their triggers ("in retaliation for")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsledger.build.extract.events.details import detail_pattern
from newsledger.build.extract.events.extractor import Told, id_of, triggers
from newsledger.build.extract.events.match import Match
from newsledger.build.extract.events.sense import FORCEFUL
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.vocabularies import EventType

# Words that any connective holds: a sentence without them is not searched.
CUES = (
    "respon",
    "retaliat",
    "reveng",
    "aveng",
    "repris",
    "retribut",
    "provok",
    "prompt",
    "trigger",
    "hit back",
    "struck back",
    "fired back",
    "return",
    "answer",
    "reaction",
    "drew",
    "punish",
)
ANSWERS = FORCEFUL | {
    EventType.TROOP_DEPLOYMENT,
    EventType.RESTRICTION,
    EventType.MILITARY_THREAT,
    EventType.ARREST,
    EventType.PROTEST,
}
CAUSES = ANSWERS | {EventType.RESTRICTION}


@dataclass(frozen=True)
class Response:
    """One event that answers another, by the ids their triggers give, and the words that say so."""

    event_id: str
    other_event_id: str
    words: str
    is_near: bool


def find_responses(annotated: Annotated) -> list[Response]:
    """The responses told in an article, in text order."""
    found = triggers(annotated)
    lower, sentences = found.lower, found.sentences
    cues = [cue for cue in CUES if cue in lower]
    if not cues:
        return []
    responses: list[Response] = []
    for n, told in enumerate(sentences):
        start, end = told.sentence.start, told.sentence.end
        if not any(lower.find(cue, start, end) >= 0 for cue in cues):
            continue
        words = detail_pattern("connective").search(lower, start, end)
        back = None if words else detail_pattern("reversed").search(lower, start, end)
        if words is not None:
            pair = _answering(lower, _matches(told), *words.span())
        elif back is not None:
            near = n > 0 and sentences[n - 1].sentence.index == told.sentence.index - 1
            earlier = _matches(sentences[n - 1]) if near else []
            pair = _answered(_matches(told), earlier, back.start())
        else:
            continue
        if pair is not None:
            answer, cause = (id_of(annotated, lower, match) for match in pair)
            responses.append(Response(answer, cause, (words or back or [""])[0], pair[1].start >= start))
    return responses


def _matches(told: Told) -> list[Match]:
    """The triggers of a sentence."""
    return [match for match in told.matches if isinstance(match, Match)]


def _answering(lower: str, told: Sequence[Match], start: int, end: int) -> tuple[Match, Match] | None:
    """The pair of "A in response to B", or of "In response to B, A"."""
    before = [m for m in told if m.end <= start and m.rule.event_type in ANSWERS]
    after = [m for m in told if m.start >= end and m.rule.event_type in CAUSES]
    if before and after:
        return before[-1], after[0]
    if len(after) > 1 and after[1].rule.event_type in ANSWERS and ", " in lower[after[0].end : after[1].start]:
        return after[1], after[0]
    return None


def _answered(told: Sequence[Match], earlier: Sequence[Match], start: int) -> tuple[Match, Match] | None:
    """The pair of "B, and X responded with A", where B may stand in the sentence before."""
    after = [m for m in told if m.end > start and m.rule.event_type in ANSWERS]
    before = [m for m in (*earlier, *told) if m.end <= start and m.rule.event_type in CAUSES]
    return (after[0], before[-1]) if after and before else None
