"""The evacuation rules: patterns over masked sentences, compiled once from the rule files of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from typing import Any

from newsledger.build.lexicon.loader import load_yaml
from newsledger.schema.vocabularies import RecordKind, ReportingTerm, Strength

PACKAGE = "newsledger.build.extract.evacuations"
RULES = (
    *("advisory", "directives", "capacities", "constraints", "goals"),
    *("movements", "transports", "stays", "motions", "populations", "families"),
)
# The kinds that tell of people who move or have moved, and those in which people go.
MOVING = {RecordKind.MOVEMENT, RecordKind.STOCK, RecordKind.RETURN}
GOING = {RecordKind.MOVEMENT, RecordKind.RETURN, RecordKind.GOAL}
MACRO = re.compile(r"\{([a-z_]+)\}")
SUBJECTS = ("any", "people", "not_others")
# What a rule may be: its subject or agent is its issuer; it speaks to readers; it takes people out of a danger of a
# moment, who leave no home; its verb is one of everyday.
FLAGS = {"agent", "imperative", "momentary", "everyday"}
KEYS = {
    *(
        "kind",
        "anchors",
        "beside",
        "pattern",
        "register",
        "subject",
        "strength",
        "term",
        "np",
        "rank",
        "with",
        "place",
        "flags",
    ),
    *("not_before", "not_after", "not_around", "examples", "counterexamples"),
}


class Register(IntEnum):
    """What kind of document speaks, from the least to the most about leaving; a rule of one holds in those above."""

    OTHER = 0
    NEWS = 1
    REPORT = 2
    ADVISORY = 3


@dataclass(frozen=True)
class EvacuationRule:
    """One pattern and what a match means.

    It is tried in a sentence with one of its `anchors` and, where it has such, one of the words `beside` them.
    `register` is the least register in which it holds; `subject` names the noun phrase that must stand before the
    match. A match of an `np` rule gives way where it is the subject of another. A rule with `place` needs a place name
    right after the match, one with `words` needs them in it. Of overlapping matches the one of higher `rank` stands.
    """

    id: str
    kind: RecordKind
    anchors: tuple[str, ...]
    beside: frozenset[str]
    pattern: re.Pattern[str]
    register: Register
    subject: str
    strength: Strength | None
    term: ReportingTerm | None
    np: bool
    rank: int
    place: bool
    flags: frozenset[str]
    words: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    not_around: re.Pattern[str] | None
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True)
class RuleBook:
    """All rules, and the words they share."""

    rules: tuple[EvacuationRule, ...]
    not_around: re.Pattern[str]
    cues: dict[str, Strength]


def expand(pattern: str, macros: dict[str, str]) -> str:
    """Replace the macros of a pattern, which may use other macros.

    >>> expand("{a}c", {"a": "(?:{b})", "b": "x|y"})
    '(?:x|y)c'
    """
    while MACRO.search(pattern):
        pattern = MACRO.sub(lambda match: macros[match[1]], pattern)
    return pattern


def read_rule(name: str, raw: dict[str, Any]) -> EvacuationRule:
    """Check one rule of the file and compile it.

    Raises:
        ValueError: the rule has an unknown key, subject, register or flag, or no example, or no counterexample.
    """
    _check(name, raw)

    def compiled(key: str) -> re.Pattern[str] | None:
        return re.compile(expand(raw[key], macros())) if key in raw else None

    pattern = compiled("pattern")
    assert pattern is not None
    return EvacuationRule(
        f"evacuations.{name}",
        RecordKind(raw["kind"]),
        tuple(raw["anchors"]),
        frozenset(raw.get("beside", ())),
        pattern,
        Register[raw.get("register", "other").upper()],
        raw.get("subject", "any"),
        Strength(raw["strength"]) if "strength" in raw else None,
        ReportingTerm(raw["term"]) if "term" in raw else None,
        raw.get("np", False),
        raw.get("rank", 0),
        raw.get("place", False),
        frozenset(raw.get("flags", ())),
        compiled("with"),
        compiled("not_before"),
        compiled("not_after"),
        compiled("not_around"),
        tuple(raw["examples"]),
        tuple(raw["counterexamples"]),
    )


def _check(name: str, raw: dict[str, Any]) -> None:
    """Refuse a rule that is not written as a rule is."""
    if unknown := sorted(set(raw) - KEYS):
        raise ValueError(f"evacuation rules: {name} has unknown keys {unknown}")
    if not raw.get("examples") or not raw.get("counterexamples"):
        raise ValueError(f"evacuation rules: {name} needs examples and counterexamples")
    if raw.get("subject", "any") not in SUBJECTS:
        raise ValueError(f"evacuation rules: {name} has an unknown subject")
    if raw.get("register", "other").upper() not in Register.__members__:
        raise ValueError(f"evacuation rules: {name} has an unknown register")
    if not set(raw.get("flags", ())) <= FLAGS:
        raise ValueError(f"evacuation rules: {name} has an unknown flag")


@cache
def macros() -> dict[str, str]:
    """The macros of data/words.yml, by name."""
    named: dict[str, str] = load_yaml("words", PACKAGE)["macros"]
    return named


@cache
def rule_book() -> RuleBook:
    """The rules of the files of `RULES`, with the words and macros of data/words.yml."""
    words = load_yaml("words", PACKAGE)
    rules = tuple(read_rule(name, raw) for kind in RULES for name, raw in load_yaml(kind, PACKAGE).items())
    cues = {word: Strength(name) for name, listed in words["cues"].items() for word in listed}
    return RuleBook(rules, re.compile(expand(words["not_around"], macros())), cues)


@cache
def _named() -> dict[str, EvacuationRule]:
    return {rule.id: rule for rule in rule_book().rules}


def is_flagged(rule_id: str, flag: str) -> bool:
    """Whether a rule has a flag.

    >>> is_flagged("evacuations.directive.do_not", "imperative")
    True
    """
    return flag in _named()[rule_id].flags


@cache
def anchors(highest: Register) -> dict[str, tuple[int, ...]]:
    """For each anchor of rules that hold up to a register the numbers of those rules."""
    numbers: dict[str, list[int]] = {}
    for number, rule in enumerate(rule_book().rules):
        if rule.register <= highest:
            for anchor in rule.anchors:
                numbers.setdefault(anchor, []).append(number)
    return {anchor: tuple(rules) for anchor, rules in numbers.items()}


@cache
def phrase(name: str) -> re.Pattern[str]:
    """One phrase, compiled.

    >>> phrase("by_issuer").search("were told by the mayor to leave")["issuer"]
    'the mayor'
    """
    return re.compile(expand(load_yaml("phrases", PACKAGE)[name]["pattern"], macros()))
