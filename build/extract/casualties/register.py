"""The register of an article as far as casualties go: play and obituaries tell of none."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.extract.casualties.words import listed
from newsledger.build.extract.events.extractor import is_told_elsewhere, is_untroubled
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.text.sentences import Sentence
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import Outcome

WORDS = re.compile(r"[^\W\d_]\w*(?:[.'’-]\w+)*")


def unfit(annotated: Annotated, sentence: Sentence, finding: Finding) -> Reason | None:
    """Why an article or a sentence of its kind tells of no casualty; None if it may."""
    if _is_play(annotated, sentence) or is_told_elsewhere(annotated, finding.start):
        return Reason.FIGURATIVE
    return Reason.NOT_AN_OUTCOME if _is_deathbed(annotated, sentence, finding) else None


def _words(annotated: Annotated, start: int, end: int) -> list[str]:
    return WORDS.findall(annotated.document.view[start:end].lower())


def _is_play(annotated: Annotated, sentence: Sentence) -> bool:
    """Whether a sentence tells of sport and not of force."""
    words = set(_words(annotated, sentence.start, sentence.end))
    return len(words & listed("sport")) >= 2 and not words & listed("force")


def _is_deathbed(annotated: Annotated, sentence: Sentence, finding: Finding) -> bool:
    """Whether a known person only died, in an article and a sentence that name no cause but life."""
    if finding.outcome is not Outcome.KILLED or finding.count != 1 or not is_untroubled(annotated):
        return False
    dying, causes, few = _deaths()
    words = _words(annotated, finding.start, finding.end)
    if dying.isdisjoint(words) or words[0] in listed("strangers") or _causes_told(annotated) > few:
        return False
    return causes.isdisjoint(_words(annotated, sentence.start, sentence.end))


@cache
def _deaths() -> tuple[frozenset[str], frozenset[str], int]:
    """Words that only tell of dying, words of what kills, and how many of these an obituary may have."""
    raw = load_yaml("casualty_register")
    dying = frozenset(raw["dying"])
    return dying, (listed("force") | frozenset(raw["causes"])) - dying, raw["few"]


@lru_cache(maxsize=1)
def _causes_told(annotated: Annotated) -> int:
    """How many words of what kills an article has."""
    return sum(word in _deaths()[1] for word in _words(annotated, 0, len(annotated.document.view)))
