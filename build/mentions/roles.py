"""Role nouns, titles and the other words a noun phrase for an actor is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.words import fold
from newsledger.schema.vocabularies import Sector


@dataclass(frozen=True, slots=True)
class Head:
    """The noun a phrase turns on. `family` is role, anonymous, group, organisation or plural (a bunch of people)."""

    lemma: str
    family: str
    sector: Sector | None
    is_plural: bool
    is_weak: bool
    is_anonymous: bool
    is_site: bool


@dataclass(frozen=True)
class Titles:
    """Words around personal names."""

    titles: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    particles: frozenset[str]
    not_names: frozenset[str]


def plural_of(noun: str) -> str:
    """The regular plural of a noun phrase; "of" and "in" keep it on the first noun.

    >>> plural_of("army chief"), plural_of("deputy"), plural_of("member of the rebels"), plural_of("press attaché")
    ('army chiefs', 'deputies', 'members of the rebels', 'press attachés')
    """
    head, link, rest = noun.partition(" of ")
    if link:
        return plural_of(head) + link + rest
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "sh", "ch", "x")) else "s")


def _irregular(noun: str, irregular: dict[str, str]) -> str:
    """The plural of a noun by the table of its last word, else the regular one."""
    if noun in irregular:
        return irregular[noun]
    rest, space, last = noun.rpartition(" ")
    return rest + space + irregular[last] if last in irregular else plural_of(noun)


def _portfolios() -> list[tuple[str, str, str]]:
    """Ministries and ministers of something: form, lemma ("health ministry") and family."""
    words = load_yaml("phrase_words")
    found = []
    for head in words["portfolio_heads"]:
        family = "organisation" if head in ("ministry", "department") else "role"
        for portfolio in words["portfolios"]:
            bare = portfolio.removeprefix("the ")
            found.append((f"{head} of {portfolio}", f"{bare} {head}", family))
    return found


# Bodies whose name is plural as it stands: they need no article ("Security forces fired ...").
PLURAL_BODIES = ("police", "troops", "forces", "security services", "border guards")


@cache
def heads() -> dict[str, Head]:
    """Every head noun, singular and plural, by lexicon key."""
    data = load_yaml("roles")
    irregular: dict[str, str] = data["irregular"]
    weak = {fold(w) for w in data["weak"]}
    anonymous = {fold(form) for noun in data["anonymous_heads"] for form in (noun, _irregular(noun, irregular))}
    sites = {fold(s) for s in data["sites"]}
    found: dict[str, Head] = {}

    def add(form: str, lemma: str, family: str, code: str, is_plural: bool) -> None:
        key = fold(form)
        if key in found:
            return
        sector = None if code == "-" else Sector(code)
        is_weak = key in weak or (fold(lemma) in weak and not is_plural)
        found[key] = Head(lemma, family, sector, is_plural, is_weak, key in anonymous, fold(lemma) in sites)

    for family, table in (("group", "group_heads"), ("role", "role_heads"), ("organisation", "org_heads")):
        for code, nouns in data[table].items():
            for noun in nouns:
                add(noun, noun, family, code, noun.endswith(PLURAL_BODIES))
                add(_irregular(noun, irregular), noun, family, code, True)
    for code, nouns in data["plural_heads"].items():
        for noun in nouns:
            add(noun, noun, "plural", code, True)
    for form, lemma, family in _portfolios():
        add(form, lemma, family, "GOV", False)
    for noun in data["anonymous_heads"]:
        add(noun, noun, "anonymous", "-", noun.startswith("people"))
        add(_irregular(noun, irregular), noun, "anonymous", "-", True)
    return found


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The closed lists of roles.yml (modifiers, determiners, inert nouns) as lexicon keys."""
    data = load_yaml("roles")
    return {name: frozenset(fold(w) for w in data[name]) for name in ("modifiers", "determiners", "inert")}


@cache
def phrase_words(name: str) -> frozenset[str]:
    """A closed list of phrase_words.yml, its words as they stand there."""
    return frozenset(load_yaml("phrase_words")[name])


@cache
def synonyms(name: str) -> dict[str, str]:
    """A table of phrase_words.yml from a wording to the one kept for it."""
    return dict(load_yaml("phrase_words")[name])


@cache
def titles() -> Titles:
    """Titles, particles and words that are no names."""
    data = load_yaml("titles")
    sets = {name: frozenset(words) for name, words in data.items()}
    return Titles(
        frozenset(t.rstrip(".") for t in sets["titles"]),
        frozenset(t.rstrip(".").lower() for t in sets["female"]),
        frozenset(t.rstrip(".").lower() for t in sets["male"]),
        sets["particles"],
        sets["not_names"],
    )


@cache
def first_names() -> dict[str, str | None]:
    """First names with the gender they tell."""
    data = load_yaml("first_names")
    return dict.fromkeys(data["both"]) | dict.fromkeys(data["female"], "f") | dict.fromkeys(data["male"], "m")
