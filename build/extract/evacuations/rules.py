"""The evacuation rules: patterns over masked sentences, compiled once from the rule files of the table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml
from ahocorasick_rs import AhoCorasick

from newsledger.schema.vocabularies import RecordKind, ReportingTerm, Strength

RULES = (
    *("advisory", "directives", "capacities", "constraints", "goals"),
    *("movements", "transports", "stays", "motions", "populations", "families"),
)
# The kinds that tell of people who move or have moved, and those in which people go.
MOVING = {RecordKind.MOVEMENT, RecordKind.STOCK, RecordKind.RETURN}
GOING = {RecordKind.MOVEMENT, RecordKind.RETURN, RecordKind.GOAL}
MACRO = re.compile(r"\{([a-z_]+)\}")
# How a place is written: leading words, a name, a common noun.
FRAGMENTS = {
    "lead": r"(?:(?:the |their |our |his |her |its )?"
    r"(?:(?!(?:from|to|into|in|for|by|and|within|at|on|after|with|who|which|that|where|back|home|go|reach|return|leave|receive|"
    r"enter|cross|flee|get|help|find|move|come|take|leaving|entering|reaching|returning) )[a-z-]+ ){0,3}?)",
    "name": r"(?:[A-Z][\w’'.-]*(?:(?: (?:of|the|al|el|de|del|la|du))*[ -](?:[a-z]{1,3}-)?[A-Z][\w’'.-]*)*)",
    "common": r"(?:homes?|houses?|villages?|city|country|area|camps?|region|border|valley|capital|town|territory|"
    r"schools?|buildings?|enclave|neighbourhoods?|provinces?|states?|governorates|countries|church|shelters?|districts?)",
}
SUBJECTS = ("any", "people", "not_others")
# What a rule may be: its subject or agent is its issuer; it speaks to readers; it takes people out of a danger of a
# moment, who leave no home; its verb is one of everyday.
FLAGS = {"agent", "imperative", "momentary", "everyday"}
KEYS = {
    *("kind", "anchors", "pattern", "register", "subject", "strength", "term", "np", "rank", "with", "place", "flags"),
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

    `register` is the least register in which it holds; `subject` names the noun phrase that must stand before the
    match. A match of an `np` rule gives way where it is the subject of another. A rule with `place` needs a place name
    right after the match, one with `words` needs them in it. Of overlapping matches the one of higher `rank` stands.
    """

    id: str
    kind: RecordKind
    anchors: tuple[str, ...]
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


def read_rule(name: str, raw: dict[str, Any], macros: dict[str, str]) -> EvacuationRule:
    """Check one rule of the file and compile it.

    Raises:
        ValueError: the rule has an unknown key, subject, register or flag, or no example, or no counterexample.
    """
    _check(name, raw)

    def compiled(key: str) -> re.Pattern[str] | None:
        return re.compile(expand(raw[key], macros)) if key in raw else None

    pattern = compiled("pattern")
    assert pattern is not None
    return EvacuationRule(
        f"evacuations.{name}",
        RecordKind(raw["kind"]),
        tuple(raw["anchors"]),
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


def _read(name: str) -> dict[str, Any]:
    text = files(__package__).joinpath(f"data/{name}").read_text(encoding="utf-8")
    content: dict[str, Any] = yaml.safe_load(text)
    return content


@cache
def rule_book() -> RuleBook:
    """The rules of the files of `RULES`, with the words and macros of data/words.yml."""
    raw = _read("words.yml")
    macros: dict[str, str] = raw["macros"]
    stated = [(name, rule) for kind in RULES for name, rule in _read(f"{kind}.yml").items()]
    rules = tuple(read_rule(name, rule, macros) for name, rule in stated)
    cues = {word: Strength(name) for name, words in raw["cues"].items() for word in words}
    return RuleBook(rules, re.compile(expand(raw["not_around"], macros)), cues)


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
def anchor_automaton() -> tuple[AhoCorasick, tuple[tuple[bool, frozenset[int]], ...]]:
    """One automaton over all anchors; for each, whether it is only a beginning (`*`), and the numbers of its rules."""
    numbers: dict[str, set[int]] = {}
    for number, rule in enumerate(rule_book().rules):
        for anchor in rule.anchors:
            numbers.setdefault(anchor, set()).add(number)
    found = tuple((anchor.endswith("*"), frozenset(rules)) for anchor, rules in numbers.items())
    return AhoCorasick([anchor.rstrip("*") for anchor in numbers]), found


@cache
def phrases() -> dict[str, dict[str, Any]]:
    """The phrases of data/phrases.yml with their examples.

    Raises:
        ValueError: a phrase lacks a pattern or its examples.
    """
    raw: dict[str, dict[str, Any]] = _read("phrases.yml")
    if wrong := [name for name, entry in raw.items() if set(entry) != {"pattern", "examples", "counterexamples"}]:
        raise ValueError(f"phrases.yml: {wrong} need a pattern, examples and counterexamples")
    return raw


@cache
def phrase(name: str) -> re.Pattern[str]:
    """One phrase, compiled.

    >>> phrase("by_issuer").search("were told by the mayor to leave")["issuer"]
    'the mayor'
    """
    return re.compile(expand(phrases()[name]["pattern"], FRAGMENTS))
