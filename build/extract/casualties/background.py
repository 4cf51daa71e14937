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


def is_background(finding: Finding, sentence: str, start: int, later: bool) -> bool:
    """Whether a frame tells a figure as background; `sentence` is in lower case and begins at `start`.

    `later` says that the article has told another figure before.
    """
    first = max(finding.start - start, 0)
    left = max(sentence.rfind(mark, 0, first) for mark in CLAUSE_MARKS) + 1
    people = finding.count or finding.count_min or 0
    for rule in background_rules():
        if (rule.later and not later) or people < rule.least or rule.outcome not in (None, finding.outcome):
            continue
        if rule.pattern.search(sentence[:first] if rule.before else sentence[left:]):
            return True
    return False
