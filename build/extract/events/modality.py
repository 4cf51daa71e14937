"""Modality of an event: the hedges around its trigger, and what the trigger itself takes for granted."""

from __future__ import annotations

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.match import Match
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.hedges import modality_at
from newsledger.schema.vocabularies import Modality

GIVEN = pattern("given")
AT_RISK = pattern("at_risk")
BEYOND_NEGATION = pattern("beyond_negation")
MAY_OCCUR = pattern("may_occur")
NEGATIVE = pattern("negative")
TRIGGER = "\N{BULLET}"
UNREALISED = (Modality.POSSIBLE, Modality.PLANNED)


def modality_of(annotated: Annotated, lower: str, match: Match) -> Modality:
    """How far the text commits itself to an event: its rule's word, else the hedges around its trigger."""
    if match.rule.modality is not None:
        return match.rule.modality
    told = modality_at(annotated.document, match.start, match.end)
    if told is Modality.ASSERTED:
        return Modality.POSSIBLE if _is_only_possible(lower, match) else told
    before = lower[max(match.clause_start, match.start - 50) : match.start]
    if told in UNREALISED and _is_given(match, told, before):
        return Modality.ASSERTED
    return Modality.ASSERTED if told is Modality.DENIED and _is_beyond(lower, match) else told


def _is_given(match: Match, told: Modality, before: str) -> bool:
    """Whether an event is taken for granted though a hedge stands by it ("may have fled the fighting")."""
    given = GIVEN.search(before) is not None and (match.rule.noun or told is Modality.POSSIBLE)
    return given or (told is Modality.POSSIBLE and match.rule.commits)


def _is_beyond(lower: str, match: Match) -> bool:
    """Whether a negation is the trigger's own or does not reach it."""
    if NEGATIVE.search(lower[match.start : match.end]):
        return True
    return BEYOND_NEGATION.search(lower[match.sentence.start : match.start]) is not None


def _is_only_possible(lower: str, match: Match) -> bool:
    """Whether a risk is told, or a rule asks for more than a bare mention (a truce called for)."""
    rule = match.rule
    left = lower[max(match.clause_start, match.start - 80) : match.start]
    if AT_RISK.search(left) or (rule.noun and MAY_OCCUR.match(lower, match.end, match.clause_end)):
        return True
    sentence = match.sentence
    if rule.realised is not None and not rule.realised.search(lower[sentence.start : sentence.end]):
        return True
    right = lower[match.end : min(match.clause_end, match.end + 60)]
    return rule.possible is not None and rule.possible.search(f"{left}{TRIGGER}{right}") is not None
