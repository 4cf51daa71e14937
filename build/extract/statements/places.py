"""Places behind a cue: where the readers of its frames look for what is said."""

from __future__ import annotations

from typing import NamedTuple

from newsledger.build.extract.statements.units import Unit
from newsledger.build.extract.statements.words import Words
from newsledger.build.lexicon.reporting import ReportingVerb

# The frame that takes what is said, where it begins, and where its cue ends.
Found = tuple[str, int, int] | None


class Place(NamedTuple):
    """What stands behind a cue and its adjuncts: from `begin` to `limit`, in words from `k` to `stop`.

    `low` is the word that begins there, if one does.
    """

    unit: Unit
    words: Words
    verb: ReportingVerb
    cue_end: int
    begin: int
    limit: int
    low: str
    k: int
    stop: int
