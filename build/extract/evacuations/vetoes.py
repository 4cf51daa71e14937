"""What speaks against a match: words around it, movers that are no civilians, errands of every day."""

from __future__ import annotations

import re
from functools import lru_cache

from newsledger.build.extract.evacuations.rules import MOVING, EvacuationRule, Register, phrase, rule_book
from newsledger.build.extract.evacuations.subjects import Mover, mover_of_count
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import RecordKind

BEFORE = 60
AFTER = 60
NEAR = 30
STOP = re.compile(r"[,.;:]| and | as | when | where ")
LETTER = re.compile(r"\b([PRHSFON])_+")


def realised(before: str) -> str:
    """The words before a match without an infinitive's "to" that a finite verb makes a fact.

    >>> realised("thousands of people continue to ")
    'thousands of people continue '
    """
    return phrase("realised").sub("", before)


def around(rule: EvacuationRule, sentence: str, match: re.Match[str]) -> bool:
    """Whether the words around a match veto it; `sentence` is the masked or the plain sentence."""
    if rule.not_before is not None:
        before = sentence[max(0, match.start() - BEFORE) : match.start()]
        if rule.not_before.search(realised(before) if rule.kind in MOVING else before):
            return True
    if rule.not_after is not None and rule.not_after.search(sentence[match.end() : match.end() + AFTER]):
        return True
    return rule.not_around is not None and rule.not_around.search(sentence) is not None


@lru_cache(maxsize=1)
def is_figurative(plain: str) -> bool:
    """Whether a sentence is of sport, business or the arts."""
    return rule_book().not_around.search(plain) is not None


def moves_others(masked: str, match: re.Match[str]) -> bool:
    """Whether the words of a match name fighters or outsiders and no civilians."""
    letters = list(LETTER.finditer(masked, match.start(), match.end()))
    people = any(
        letter[1] in "PRHS"
        or (letter[1] == "N" and mover_of_count(masked, letter.start(), len(masked)) is Mover.PEOPLE)
        for letter in letters
    )
    return not people and any(letter[1] in "FO" for letter in letters)


def of_mob(masked: str, match: re.Match[str]) -> bool:
    """Whether a move is that of people who come in anger or to do harm."""
    start = match.start()
    if phrase("assault").match(masked, start):
        return True
    mobs = phrase("mob").finditer(masked, max(0, start - BEFORE), match.end() + AFTER)
    return any(mob.start() <= start <= mob.end() for mob in mobs)


def imagined(masked: str, match: re.Match[str]) -> bool:
    """Whether a move is only thought of, taken up from before, or of people in general."""
    start = match.start()
    before = masked[max(0, start - BEFORE) : start]
    if phrase("unrealised").search(before) or ("N_" not in match[0] and phrase("taken_up").search(before)):
        return True
    return phrase("anybody").search(masked[:start]) is not None and "L_" not in masked[start : match.end() + AFTER]


def untold(rule: EvacuationRule, masked: str, plain: str, match: re.Match[str], register: Register) -> bool:
    """Whether a move or a stay is not told as a fact: denied, helped along, of those aided, spoken to readers."""
    start = match.start()
    before = plain[max(0, start - BEFORE) : start]
    if phrase("negated").search(before) or phrase("caused").search(masked[max(0, start - BEFORE) : start]):
        return True
    if rule.kind is RecordKind.MOVEMENT and (
        phrase("recipients").search(before) or imagined(masked, match) or of_mob(masked, match)
    ):
        return True
    if register is Register.ADVISORY and phrase("participle").match(plain, start):
        return phrase("auxiliary").search(before) is None
    ending = STOP.search(plain, match.end())
    reach = min(ending.start() if ending else len(plain), match.end() + NEAR)
    return phrase("everyday").search(plain, start, reach) is not None


def veto(rule: EvacuationRule, masked: str, plain: str, match: re.Match[str], register: Register) -> Reason | None:
    """Why a match gives no row, whoever its subject is; None when nothing speaks against it."""
    if is_figurative(plain):
        return Reason.FIGURATIVE
    if rule.words is not None and not rule.words.search(plain[match.start() : match.end()]):
        return Reason.NOT_TO_SAFETY
    if around(rule, masked, match) or around(rule, plain, match):
        return Reason.NOT_TO_SAFETY
    if rule.kind not in MOVING:
        return None
    if untold(rule, masked, plain, match, register):
        return Reason.NOT_TO_SAFETY
    return Reason.NOT_PEOPLE if rule.subject == "any" and moves_others(masked, match) else None
