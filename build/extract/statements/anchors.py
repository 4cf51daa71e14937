"""Anchors: the words without which a unit cannot report what somebody said."""

from __future__ import annotations

import re
from functools import cache

from newsledger.build.extract.statements.units import Unit
from newsledger.build.lexicon.reporting import reporting_lexicon

LATIN_WORD = re.compile("[a-z]+")


@cache
def _anchors() -> frozenset[str]:
    lexicon = reporting_lexicon()
    return (
        frozenset(form.split()[0] for form in lexicon.by_form)
        | frozenset(lexicon.nouns)
        | {"according", "words", "per"}
    )


def has_anchor(unit: Unit) -> bool:
    """Whether a unit holds any word that can report, or the colon or dash of a headline."""
    text = unit.text
    return ":" in text or "–" in text or " - " in text or not _anchors().isdisjoint(LATIN_WORD.findall(text.lower()))
