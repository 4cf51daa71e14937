"""Modality of an event: the hedges around its trigger, and what the trigger itself takes for granted."""

from __future__ import annotations

import re

from newsledger.build.extract.events.match import Match
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.hedges import modality_at
from newsledger.schema.vocabularies import Modality

# A nominal trigger that is taken for granted, and one that is only feared.
GIVEN = re.compile(
    r"\b(?:during|after|following|attended|at|(?:hours|days|weeks|months|years) of) (?:the |an? )?(?:\w+ )?$|"
    r"\b(?:due to|because of|owing to|amid|fle(?:e|d|eing)) (?:the |an? )?"
    r"(?:(?:renewed|recent|ongoing|heavy|intensive|intense|fierce|continued|further|latest|deadly|armed|new) ){0,3}$"
)
AT_RISK = re.compile(
    r"\b(?:risks?|danger|threat|possibility|potential|likelihood|fears?|prospect) (?:of|for) (?:\w+ ){0,2}$|"
    r"\bpotential $"
)
# A negation that does not reach the trigger ("do not travel due to unrest").
BEYOND_NEGATION = re.compile(r"\b(?:not|no|never|nor)\b.*\b(?:due to|because of|owing to|amid|despite|after|given)\b")
# What may come to pass, told after a nominal trigger ("protests can occur").
MAY_OCCUR = re.compile(
    r"[^,;.]{0,40}?\b(?:can|could|may|might) (?:\w+ )?"
    r"(?:occur|happen|take place|break out|erupt|turn|begin|follow|be)\b"
)
# A trigger that says itself what is not ("not functioning").
NEGATIVE = re.compile(r"\b(?:not|no|without|out of|ceased|stopped)\b")
TRIGGER = "\N{BULLET}"
UNREALISED = (Modality.POSSIBLE, Modality.PLANNED)


def modality_of(annotated: Annotated, lower: str, match: Match) -> Modality:
    """How far the text commits itself to an event: its rule's word, else the hedges around its trigger."""
    if match.rule.modality is not None:
        return match.rule.modality
    told = modality_at(annotated.document, match.start, match.end)
    if told is Modality.ASSERTED:
        return Modality.POSSIBLE if _is_only_possible(annotated, lower, match) else told
    before = lower[max(match.clause_start, match.start - 50) : match.start]
    if told in UNREALISED and _is_given(match, told, before):
        return Modality.ASSERTED
    return Modality.ASSERTED if told is Modality.DENIED and _is_beyond(annotated, lower, match) else told


def _is_given(match: Match, told: Modality, before: str) -> bool:
    """Whether an event is taken for granted though a hedge stands by it ("may have fled the fighting")."""
    given = GIVEN.search(before) is not None and (match.rule.noun or told is Modality.POSSIBLE)
    return given or (told is Modality.POSSIBLE and match.rule.commits)


def _is_beyond(annotated: Annotated, lower: str, match: Match) -> bool:
    """Whether a negation is the trigger's own or does not reach it."""
    if NEGATIVE.search(lower[match.start : match.end]):
        return True
    start = annotated.document.sentence_at(match.start).start
    return BEYOND_NEGATION.search(lower[start : match.start]) is not None


def _is_only_possible(annotated: Annotated, lower: str, match: Match) -> bool:
    """Whether a risk is told, or a rule asks for more than a bare mention (a truce called for)."""
    rule = match.rule
    left = lower[max(match.clause_start, match.start - 80) : match.start]
    if AT_RISK.search(left) or (rule.noun and MAY_OCCUR.match(lower, match.end, match.clause_end)):
        return True
    sentence = annotated.document.sentence_at(match.start)
    if rule.realised is not None and not rule.realised.search(lower[sentence.start : sentence.end]):
        return True
    right = lower[match.end : min(match.clause_end, match.end + 60)]
    return rule.possible is not None and rule.possible.search(f"{left}{TRIGGER}{right}") is not None
