"""Words of casualty reports: expands data/casualty_words.yml and casualty_people.yml and indexes them by first word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from ahocorasick_rs import AhoCorasick, Implementation

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.lexicon.patterns import load_patterns
from newsledger.build.lexicon.reporting import inflect
from newsledger.build.lexicon.word_classes import noun_forms
from newsledger.schema.vocabularies import Outcome, VictimClass

NOUN_CLASSES = ("demonym", "demonyms", "noun", "nouns", "thing", "things", "hostage", "hostages", "band")
TEXT_CLASSES = (
    "word", "name", "number", "comma", "colon", "semicolon", "dash", "open", "close", "mark", "stop", "poss", "title",
    "group", "strangers", "goods", "person", "people", "named", "none", "part",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase with its class; `outcome` for words of harm, `victims` for nouns of people."""

    words: tuple[str, ...]
    kind: str
    outcome: Outcome | None = None
    victims: VictimClass | None = None


def alternatives(*notations: str) -> Iterator[str]:
    """All phrases that notations with "(a|b)" stand for.

    >>> list(alternatives("lose (his|their) life"))
    ['lose his life', 'lose their life']
    """
    for notation in notations:
        match = re.search(r"\(([^()]*)\)", notation)
        if match is None:
            yield " ".join(notation.split())
        else:
            first, last = notation[: match.start()], notation[match.end() :]
            yield from alternatives(*[first + choice + last for choice in match[1].split("|")])


def nouns(noun: str) -> tuple[str, str]:
    """Singular and plural of a noun phrase whose last word inflects.

    >>> nouns("taxi driver"), nouns("gunman"), nouns("passer-by")
    (('taxi driver', 'taxi drivers'), ('gunman', 'gunmen'), ('passer-by', 'passers-by'))
    """
    irregular = load_yaml("casualty_people")["irregular"]
    for singular, plural in irregular.items():
        if noun == singular or (noun.endswith(singular) and singular in ("child", "wife")):
            return noun, noun[: len(noun) - len(singular)] + plural
    if noun.endswith("man") and not noun.endswith(("german", "human", "roman", "ottoman")):
        return noun, noun[:-2] + "en"
    return noun_forms(noun)[0], noun_forms(noun)[1]


@dataclass(slots=True)
class Node:
    """What a run of words is as an entry, and the words that lead on to longer ones."""

    entry: Entry | None = None
    following: dict[str, Node] = field(default_factory=dict)


@dataclass(frozen=True)
class CasualtyWords:
    """The lexicon: a private character for every class, and the entries word by word.

    `anchors` finds the words and phrases that make a sentence worth reading.
    """

    symbols: dict[str, str]
    words: dict[str, Node]
    titles: dict[str, VictimClass]
    anchors: AhoCorasick
    alike: tuple[frozenset[str], ...]
    fixed: dict[str, int]
    fixed_of_one: dict[str, int]
    owners_of_one: frozenset[str]
    collective: frozenset[str]
    offices: frozenset[str]
    household: frozenset[str]
    bodies_of_people: frozenset[str]


class _Builder:
    def __init__(self) -> None:
        self.taken: dict[tuple[str, ...], str] = {}
        self.words = Node()
        self.anchors: set[tuple[str, ...]] = set()

    def add(
        self,
        phrase: str,
        name: str,
        outcome: Outcome | None = None,
        victims: VictimClass | None = None,
        anchor: bool = False,
    ) -> None:
        words = tuple(re.findall(r"[\w.,'’&-]+|\S", phrase.lower()))
        if words in self.taken:
            if self.taken[words] != name and name not in NOUN_CLASSES:
                raise ValueError(f"casualty words: {phrase!r} is both {self.taken[words]} and {name}")
            return
        self.taken[words] = name
        node = self.words
        for word in words:
            node = node.following.setdefault(word, Node())
        node.entry = Entry(words, name, outcome, victims)
        if anchor:
            self.anchors.add(words)


def _add_verbs(
    builder: _Builder, verbs: list[str], irregular: dict[str, list[str]], outcome: Outcome, frame: tuple[str, str, str]
) -> None:
    """Enter the forms of some verbs: past and participle, present, gerund."""
    for verb in alternatives(*verbs):
        head, _, rest = verb.partition(" ")
        base, third, past, participle, gerund = (head, *irregular[head]) if head in irregular else _regular(head)
        tail = _tails(rest, irregular)
        forms = (
            (past, frame[0], 1),
            (participle, frame[0], 1),
            (third, frame[1], 2),
            (base, frame[1], 0),
            (gerund, frame[2], 3),
        )
        for form, name, number in forms:
            phrase = f"{form} {tail[number]}".strip()
            if tuple(phrase.split()) not in builder.taken:
                builder.add(phrase, name, outcome, anchor=True)


def _tails(rest: str, irregular: dict[str, list[str]]) -> tuple[str, str, str, str]:
    """The rest of a verb phrase in base, past, third person and gerund ("and kill" inflects, "to death" does not)."""
    if not rest.startswith("and "):
        return rest, rest, rest, rest
    verb = rest[4:]
    base, third, _, participle, gerund = (verb, *irregular[verb]) if verb in irregular else _regular(verb)
    return f"and {base}", f"and {participle}", f"and {third}", f"and {gerund}"


def _regular(head: str) -> tuple[str, str, str, str, str]:
    base, third, past, gerund = inflect(head)
    return base, third, past, past, gerund


def _add_harm(builder: _Builder, harm: dict[str, dict[str, list[str]]], irregular: dict[str, list[str]]) -> None:
    for name, kinds in harm.items():
        outcome = Outcome(name)
        _add_verbs(builder, kinds.get("verbs", []), irregular, outcome, ("harmed", "harms", "harming"))
        _add_verbs(builder, kinds.get("fates", []), irregular, outcome, ("fated", "fates", "fating"))
        for phrase in alternatives(*kinds.get("states", [])):
            builder.add(phrase, "state", outcome, anchor=True)
        for kind, one, many in (
            ("nouns", "loss", "losses"),
            ("bodies", "bodies", "bodies"),
            ("people", "hostage", "hostages"),
        ):
            for noun in alternatives(*kinds.get(kind, [])):
                singular, plural = nouns(noun.removesuffix("+")) if noun.endswith("+") else (noun, noun)
                if kind != "nouns" or noun.endswith("+"):
                    builder.add(singular, one, outcome, VictimClass.UNSTATED, anchor=True)
                builder.add(plural, many, outcome, VictimClass.UNSTATED, anchor=True)
        for phrase in kinds.get("acts", []):
            builder.add(phrase, "loss", outcome, anchor=True)


def _add_people(builder: _Builder, people: dict[str, Any]) -> None:
    for name in ("combatant", "civilian", "unstated"):
        for noun in people[name]:
            singular, plural = nouns(noun)
            builder.add(singular, "noun", victims=VictimClass(name))
            builder.add(plural, "nouns", victims=VictimClass(name))
        for plural in people["plurals"][name]:
            builder.add(plural, "nouns", victims=VictimClass(name))
    for noun in people["demonyms"]:
        builder.add(noun, "demonym", victims=VictimClass.UNSTATED)
        builder.add(nouns(noun)[1], "demonyms", victims=VictimClass.UNSTATED)
    for noun in people["demonym_plurals"]:
        builder.add(noun, "demonyms", victims=VictimClass.UNSTATED)
    for name, bands in people["groups"].items():
        for noun in bands:
            builder.add(noun, "band", victims=VictimClass(name))
            builder.add(nouns(noun)[1], "things")
    for noun in people["things"]:
        singular, plural = nouns(noun)
        builder.add(singular, "thing")
        builder.add(plural, "things")


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A regular expression of data/readings.yml by its name."""
    return load_patterns("newsledger.build.extract.casualties", "readings")[name].pattern


@cache
def listed(name: str) -> frozenset[str]:
    """A closed list of data/casualty_words.yml by its name.

    Raises:
        ValueError: an entry is no word (YAML reads a bare "off" as false).
    """
    words = load_yaml("casualty_words")["lists"][name]
    if not all(isinstance(word, str) for word in words):
        raise ValueError(f"casualty words: the list {name} holds what is no word")
    return frozenset(words)


@cache
def endings(name: str) -> tuple[str, ...]:
    """A closed list of data/casualty_words.yml as endings (or beginnings) that a word is looked at for."""
    return tuple(sorted(listed(name)))


def _built(data: dict[str, Any], people: dict[str, Any]) -> _Builder:
    """All words of both files, entered class by class."""
    builder = _Builder()
    for phrase in alternatives(*data["figures"]):
        builder.add(phrase, "figure")
    for name, words in data["classes"].items():
        for phrase in alternatives(*words):
            builder.add(phrase, name, anchor=name in data["anchor_classes"])
    _add_harm(builder, data["harm"], data["irregular"])
    builder.anchors.update((word,) for word in data["anchor_words"])
    _add_people(builder, people)
    return builder


def _shortest(anchors: set[tuple[str, ...]]) -> Iterator[str]:
    """The anchors that hold no word that is an anchor by itself."""
    for words in anchors:
        if len(words) == 1 or not any((word,) in anchors for word in words):
            yield " ".join(words)


@cache
def casualty_words() -> CasualtyWords:
    """The lexicon of both files, built once.

    Raises:
        ValueError: a word stands in two classes of clause words or words of harm.
    """
    data, people = load_yaml("casualty_words"), load_yaml("casualty_people")
    builder = _built(data, people)
    titles = {t.lower(): VictimClass(name) for name, words in people["titles"].items() for t in words}
    classes = {*TEXT_CLASSES, *builder.taken.values()}
    return CasualtyWords(
        symbols={name: chr(0xE000 + k) for k, name in enumerate(sorted(classes))},
        words=builder.words.following,
        titles=titles,
        anchors=AhoCorasick(sorted(_shortest(builder.anchors)), implementation=Implementation.ContiguousNFA),
        alike=tuple(frozenset(group) for group in people["alike"]),
        fixed=people["fixed"],
        fixed_of_one=people["fixed_of_one"],
        owners_of_one=frozenset(people["owners_of_one"]),
        collective=frozenset(people["collective"]),
        offices=frozenset(people["offices"]),
        household=frozenset(form for noun in people["household"] for form in nouns(noun)),
        bodies_of_people=frozenset(people["bodies_of_people"]),
    )
