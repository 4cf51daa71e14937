"""Background: figures told beside the news, by the frame they stand in (an earlier attack, a whole war's toll)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.lexicon.loader import load_yaml
from newsledger.schema.vocabularies import Outcome

CLAUSE_MARKS = ("; ", " – ", " — ", ", while ", ", and ", ", but ")


@dataclass(frozen=True)
class BackgroundRule:
    """A frame of background: where its pattern is looked for, and which figures it is meant for."""

    name: str
    pattern: re.Pattern[str]
    before: bool
    later: bool
    least: int
    outcome: Outcome | None
    example: str
    counterexample: str


@cache
def background_rules() -> tuple[BackgroundRule, ...]:
    """All rules, in the order of the file."""
    return tuple(
        BackgroundRule(
            name=raw["name"],
            pattern=re.compile(raw["pattern"]),
            before={"before": True, "sentence": False}[raw["where"]],
            later=raw.get("later", False),
            least=raw.get("least", 0),
            outcome=Outcome(raw["outcome"]) if "outcome" in raw else None,
            example=raw["example"],
            counterexample=raw["counterexample"],
        )
        for raw in load_yaml("casualty_background")["rules"]
    )


@cache
def _patterns() -> dict[tuple[bool, bool, int, Outcome | None], re.Pattern[str]]:
    """The patterns of all rules that are meant for the same figures and looked for in the same place, as one."""
    found: dict[tuple[bool, bool, int, Outcome | None], list[str]] = {}
    for rule in background_rules():
        found.setdefault((rule.before, rule.later, rule.least, rule.outcome), []).append(rule.pattern.pattern)
    return {key: re.compile("|".join(patterns)) for key, patterns in found.items()}


def is_background(finding: Finding, sentence: str, start: int, later: bool) -> bool:
    """Whether a frame tells a figure as background; `sentence` is in lower case and begins at `start`.

    `later` says that the article has told another figure before.
    """
    first = max(finding.start - start, 0)
    people = finding.count or finding.count_min or 0
    for (before, behind_another, least, outcome), pattern in _patterns().items():
        if (behind_another and not later) or people < least or outcome not in (None, finding.outcome):
            continue
        left = 0 if before else max([sentence.rfind(mark, 0, first) for mark in CLAUSE_MARKS]) + 1
        if pattern.search(sentence[left : first if before else None]):
            return True
    return False
