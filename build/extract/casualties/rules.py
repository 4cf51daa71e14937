"""Rules of casualty frames: loads, checks and compiles those of data/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from newsledger.build.extract.casualties.words import casualty_words
from newsledger.build.lexicon.loader import load_yaml
from newsledger.schema.vocabularies import CountKind, Outcome, Quantifier

# The files of rules, in the order they are tried.
FILES = ("phrases", "none", "tolls", "nouns", "members", "losses", "verbs", "fates", "vague")
AHEAD = re.compile(r"\(\?[=!](?:[^()]|\([^()]*\))*\)")
GROUP = re.compile(r"\(\?P<(\w+)>")
MEMBERS = re.compile(r"\[([^^\]]+)\]")
CLASS = re.compile(r"<(\^?)([\w|]+)>")
FLAGS = (
    "one", "single", "joint", "numberless", "list", "people", "headline", "chain", "lives", "verb", "same", "kin",
    "captor", "hospital", "fighters", "whole", "fresh", "bodily", "phrase", "among", "taken_out", "whose",
)  # fmt: skip
HARM = ("harm", "harm2", "harm3", "sick")
READINGS = ("toll", "nothing", "vague", "subject", "beside", "object", "marked")
COLUMNS = ("outcome", "kind", "quantifier", "words", "people_words")
KNOWN = frozenset(("name", "pattern", "read", "example", "counterexample", *COLUMNS, *FLAGS))


@dataclass(frozen=True)
class CasualtyRule:
    """A frame: the pattern over the parts of a sentence, how it is read, and what it fixes.

    `harm` are the groups that may hold its word of harm, `anchors` the classes of that word; without one of them the
    pattern cannot match. `words` are the only verb forms it reads as its word of harm, `people_words` the only ones
    that may name its people (none: any).
    """

    name: str
    pattern: re.Pattern[str]
    harm: tuple[str, ...]
    anchors: frozenset[str]
    read: str
    outcome: Outcome | None
    kind: CountKind
    quantifier: Quantifier | None
    flags: frozenset[str]
    words: frozenset[str]
    people_words: frozenset[str]
    example: str
    counterexample: str

    @property
    def rule_id(self) -> str:
        """The id that rows carry."""
        return f"casualties.{self.name}"

    @property
    def is_sick(self) -> bool:
        """Whether its word of harm are people who must be named by what befell them."""
        return "sick" in self.harm and self.read != "toll"

    def has(self, flag: str) -> bool:
        """Whether the rule sets a flag."""
        return flag in self.flags


def compile_pattern(text: str, fragments: dict[str, str]) -> re.Pattern[str]:
    """Compile a pattern over parts.

    Raises:
        ValueError: it names a class or fragment that does not exist.
    """
    symbols = casualty_words().symbols
    for _ in range(3):
        text = re.sub(r"\$([a-z_]+)", lambda m: fragments[m[1]], text)

    def one(match: re.Match[str]) -> str:
        if unknown := [name for name in match[2].split("|") if name not in symbols]:
            raise ValueError(f"casualty rules: unknown classes {unknown}")
        return f"[{match[1]}{''.join(symbols[name] for name in match[2].split('|'))}]"

    groups: list[str] = []

    def keep(match: re.Match[str]) -> str:
        groups.append(match[0])
        return f"\x00{len(groups) - 1}\x00"

    text = re.sub(r"\(\?P<\w+>", keep, text)
    text = CLASS.sub(one, text).replace(" ", "")
    return re.compile(re.sub(r"\x00(\d+)\x00", lambda m: groups[int(m[1])], text))


def _harm(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The groups for the word of harm, or that for the people if the rule has none."""
    return tuple(name for name in HARM if name in pattern.groupindex) or ("who",)


def _anchors(pattern: re.Pattern[str]) -> frozenset[str]:
    """The classes named in the groups for the word of harm, but for what is looked for behind it."""
    text, found = AHEAD.sub("", pattern.pattern), set[str]()
    names = {symbol: name for name, symbol in casualty_words().symbols.items()}
    for match in GROUP.finditer(text):
        if match[1] in _harm(pattern):
            depth, end = 1, match.end()
            while depth:
                depth += {"(": 1, ")": -1}.get(text[end], 0)
                end += 1
            found.update(names[symbol] for symbol in "".join(MEMBERS.findall(text[match.end() : end])))
    return frozenset(found)


def _rule(raw: dict[str, Any], fragments: dict[str, str]) -> CasualtyRule:
    if unknown := set(raw) - KNOWN:
        raise ValueError(f"casualty rule {raw.get('name')}: unknown keys {sorted(unknown)}")
    if raw["read"] not in READINGS:
        raise ValueError(f"casualty rule {raw['name']}: unknown reading {raw['read']}")
    pattern = compile_pattern(raw["pattern"], fragments)
    return CasualtyRule(
        name=raw["name"],
        pattern=pattern,
        harm=_harm(pattern),
        anchors=_anchors(pattern),
        read=raw["read"],
        outcome=Outcome(raw["outcome"]) if "outcome" in raw else None,
        kind=CountKind(raw.get("kind", "flow")),
        quantifier=Quantifier(raw["quantifier"]) if "quantifier" in raw else None,
        flags=frozenset(flag for flag in FLAGS if raw.get(flag)),
        words=frozenset(raw.get("words", ())),
        people_words=frozenset(raw.get("people_words", ())),
        example=raw["example"],
        counterexample=raw["counterexample"],
    )


@cache
def casualty_rules() -> tuple[CasualtyRule, ...]:
    """All rules, in the order they are tried."""
    fragments = load_yaml("patterns", __package__)["fragments"]
    return tuple(_rule(raw, fragments) for name in FILES for raw in load_yaml(name, __package__)["rules"])


@cache
def _by_anchor() -> dict[str, list[int]]:
    """The numbers of the rules by the classes of their word of harm."""
    found: dict[str, list[int]] = {}
    for number, rule in enumerate(casualty_rules()):
        for name in rule.anchors:
            found.setdefault(name, []).append(number)
    return found


def rules_for(kinds: list[str]) -> list[CasualtyRule]:
    """The rules whose word of harm can stand among parts of some classes, in the order they are tried."""
    rules, known = casualty_rules(), _by_anchor()
    numbers = set[int]().union(*[known[kind] for kind in known.keys() & kinds])
    return [rules[number] for number in sorted(numbers)]


@cache
def shape(name: str) -> re.Pattern[str]:
    """A pattern over parts that is no rule, by its name in the data."""
    data = load_yaml("patterns", __package__)
    return compile_pattern(data["shapes"][name], data["fragments"])
