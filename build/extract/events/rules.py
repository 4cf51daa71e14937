"""Event rules: loads, checks and compiles the rule files, and indexes their triggers and word classes by first word."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from typing import Any

from newsledger.build.extract.events.sense import GIVEN
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.word_classes import expand, word_classes
from newsledger.schema.vocabularies import EventScope, EventType, Modality, TemporalRole

BACK = "events.back."
FILES = (
    "back",
    "plain",
    "plain_civil",
    "force",
    "bombs",
    "clashes",
    "attacks",
    "ground",
    "forces",
    "control",
    "politics",
    "hardship",
    "notices",
    "aftermath",
    "public",
    "acts_violence",
    "acts_ground",
    "acts_civil",
    "acts_relief",
    "acts_nature",
)
CLASS_KEYS = ("subject", "doer", "object", "direct", "agent", "near", "context")
PATTERN_KEYS = ("next", "prev", "after", "before", "clause", "around")
TOPICS = ("local", "sense", "strict")
MENTION_CLASSES = ("armed_actor", "state_actor", "person_actor", "place", "name")
MANY = 1000
# Classes of which a capital or a pronoun right behind the trigger can be, too.
BEHIND = frozenset({"name", "people"})
KNOWN = {
    "type",
    "triggers",
    "topic",
    "weak",
    "alone",
    "outcome",
    "means_one_of",
    "or_else",
    "noun",
    "modality",
    "role",
    "scope",
    "possible",
    "commits",
    "realised",
    "standalone",
    "means",
    "passive",
    "example",
    "counterexample",
}


Patterns = tuple[tuple[str, re.Pattern[str]], ...]


class Passive(StrEnum):
    """Whether a rule written for the active holds in the passive only with its agent named, or without one, too."""

    NAMED = "named"
    SHORT = "short"


@dataclass(frozen=True, eq=False)
class EventRule:
    """A rule: the word classes that must stand around its triggers, and the patterns that must or must not match.

    `need` are the classes without one of which in its sentence no trigger can meet the rule, if there are such; of
    several such sets, the one of the fewest words. `outcome` says that its
    triggers tell what an act led to. `means_one_of` are the types of an event that a nominal may point back to, or that
    a generic trigger may tell; `or_else` those it may where none of these is told.
    """

    rule_id: str
    event_type: EventType
    topic: str
    weak: bool
    alone: bool
    outcome: bool
    means_one_of: frozenset[EventType]
    or_else: frozenset[EventType]
    noun: bool
    commits: bool
    realised: re.Pattern[str] | None
    classes: tuple[tuple[str, frozenset[str]], ...]
    need: frozenset[str] | None
    demands: Patterns
    vetoes: Patterns
    modality: Modality | None
    role: TemporalRole | None
    scope: EventScope
    possible: re.Pattern[str] | None
    standalone: re.Pattern[str] | None
    means: bool
    passive: Passive | None
    example: str
    counterexample: str

    def as_type(self, event_type: EventType) -> EventRule:
        """The same rule for another type."""
        return replace(self, event_type=event_type)


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase of the lexicon: the rules it may trigger and the word classes it belongs to."""

    phrase: str
    rules: tuple[EventRule, ...]
    classes: frozenset[str]


@dataclass
class _Draft:
    rules: list[EventRule] = field(default_factory=list)
    classes: set[str] = field(default_factory=set)


def _pattern(key: str, text: str) -> re.Pattern[str]:
    """Compile a pattern so that `prev` ends at the trigger and `next` begins right after it; the view has no "’"."""
    text = text.replace("’", "'")
    if key.endswith("prev"):
        return re.compile(f"(?:{text})$")
    if key.endswith("next"):
        return re.compile(f"(?:{text})")
    return re.compile(text)


def _size(names: frozenset[str]) -> int:
    """How many words some classes hold; far more than any other, those of what an article mentions."""
    return sum(len(word_classes()[name]) if name in word_classes() else MANY for name in names)


def _is_spared(key: str, names: frozenset[str], raw: dict[str, Any]) -> bool:
    """Whether a rule may hold without what it seeks: who acts in a short passive, the context an article gives."""
    if key == "context":
        return raw["type"] in GIVEN
    is_short = key in ("subject", "doer") and raw.get("passive") == Passive.SHORT
    return is_short or not names.isdisjoint(BEHIND)


def _rule(rule_id: str, raw: dict[str, Any]) -> EventRule:
    allowed = KNOWN | set(CLASS_KEYS) | set(PATTERN_KEYS) | {f"not_{key}" for key in PATTERN_KEYS}
    if unknown := set(raw) - allowed:
        raise ValueError(f"event rule {rule_id}: unknown keys {sorted(unknown)}")
    known = {*word_classes(), *MENTION_CLASSES}
    classes = tuple((key, frozenset(raw[key])) for key in CLASS_KEYS if key in raw)
    if strange := {name for _, names in classes for name in names} - known:
        raise ValueError(f"event rule {rule_id}: unknown word classes {sorted(strange)}")
    if raw.get("topic", "local") not in TOPICS:
        raise ValueError(f"event rule {rule_id}: unknown topic {raw['topic']}")
    return EventRule(
        rule_id=f"events.{rule_id}",
        event_type=EventType(raw["type"]),
        topic=raw.get("topic", "local"),
        weak=bool(raw.get("weak", False)),
        alone=bool(raw.get("alone", False)),
        outcome=bool(raw.get("outcome", raw.get("alone", False))),
        means_one_of=frozenset(map(EventType, raw.get("means_one_of", ()))),
        or_else=frozenset(map(EventType, raw.get("or_else", ()))),
        commits=bool(raw.get("commits", False)),
        realised=re.compile(raw["realised"]) if "realised" in raw else None,
        noun=bool(raw.get("noun", False)),
        classes=classes,
        need=min((names for key, names in classes if not _is_spared(key, names, raw)), key=_size, default=None),
        demands=tuple((key, _pattern(key, raw[key])) for key in PATTERN_KEYS if key in raw),
        vetoes=tuple((key, _pattern(key, raw[f"not_{key}"])) for key in PATTERN_KEYS if f"not_{key}" in raw),
        modality=Modality(raw["modality"]) if "modality" in raw else None,
        role=TemporalRole(raw["role"]) if "role" in raw else None,
        scope=EventScope(raw.get("scope", "incident")),
        possible=re.compile(raw["possible"]) if "possible" in raw else None,
        standalone=re.compile(raw["standalone"]) if "standalone" in raw else None,
        means=bool(raw.get("means", False)),
        passive=Passive(raw["passive"]) if "passive" in raw else None,
        example=raw["example"],
        counterexample=raw["counterexample"],
    )


@cache
def _raw_rules() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The rules as they are written, in the order of their files."""
    return tuple(item for name in FILES for item in load_yaml(name, "newsledger.build.extract.events").items())


@cache
def event_rules() -> tuple[EventRule, ...]:
    """All event rules, in the order of their files."""
    return tuple(_rule(rule_id, raw) for rule_id, raw in _raw_rules())


def _triggers() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for rule_id, raw in _raw_rules():
        forms = (form.lower() for entry in raw["triggers"] for form in expand(entry))
        found[f"events.{rule_id}"] = tuple(dict.fromkeys(forms))
    return found


@cache
def lexicon() -> dict[str, tuple[Entry, ...]]:
    """Every trigger phrase and class word by its first word, longest phrase first."""
    drafts: dict[str, _Draft] = {}
    triggers = _triggers()
    for rule in event_rules():
        for phrase in triggers[rule.rule_id]:
            drafts.setdefault(phrase, _Draft()).rules.append(rule)
    for name, words in word_classes().items():
        for word in words:
            drafts.setdefault(word, _Draft()).classes.add(name)
    index: dict[str, list[Entry]] = {}
    for phrase, draft in drafts.items():
        first = FIRST_WORD.match(phrase)
        if first is None:
            raise ValueError(f"event lexicon: {phrase!r} does not begin with a word")
        index.setdefault(first[0], []).append(Entry(phrase, tuple(draft.rules), frozenset(draft.classes)))
    return {word: tuple(sorted(entries, key=lambda e: (-len(e.phrase), e.phrase))) for word, entries in index.items()}


FIRST_WORD = re.compile(r"[^\W_]+")
