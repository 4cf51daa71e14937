"""The register of an article: what kind of document it is, as far as people who leave or shelter go."""

from __future__ import annotations

from functools import cache, lru_cache

from newsledger.build.extract.evacuations.rules import Register, phrase
from newsledger.build.extract.evacuations.words import read_words
from newsledger.build.lexicon.loader import load_yaml
from newsledger.build.mentions.annotated import Annotated

POSSESSIVE = ("'s", "’s")
# Of an advisory, at least this share of the sentences address its readers, and at least so many.
SHARE, FEWEST = 0.2, 2


@cache
def register_words() -> dict[Register, frozenset[str]]:
    """The words of news of conflict or disaster, and of reports on people who leave or shelter."""
    raw = load_yaml("evacuation_registers")["words"]
    return {Register[name.upper()]: frozenset(words) for name, words in raw.items()}


@cache
def least_words(register: Register, length: int) -> int:
    """How many different words of a register a text of `length` words must have: more in a longer one.

    >>> least_words(Register.REPORT, 30), least_words(Register.REPORT, 700)
    (3, 5)
    """
    fewest, most, per = load_yaml("evacuation_registers")["least"][register.name.lower()]
    return int(min(most, max(fewest, length // per)))


@lru_cache(maxsize=1)
def told_registers(annotated: Annotated) -> frozenset[Register]:
    """The registers of which an article has enough different words."""
    words = read_words(annotated.document.view).texts
    distinct = {word[:-2] if word[-2:] in POSSESSIVE else word for word in set(words)}
    told = set()
    for register, known in register_words().items():
        lacking = least_words(register, len(words)) - len(known & distinct)
        if lacking <= 0 or (lacking == 1 and register is Register.NEWS and in_war_country(annotated)):
            told.add(register)
    return frozenset(told)


def in_war_country(annotated: Annotated) -> bool:
    """Whether a place of the article lies in a country of wars or mass displacement."""
    countries = load_yaml("evacuation_registers")["war_countries"]
    return not {place.country_iso3 for place in annotated.places}.isdisjoint(countries)


@lru_cache(maxsize=1)
def names_adviser(annotated: Annotated) -> bool:
    """Whether an article of danger or of leaving names who issues advisories and orders to leave."""
    return bool(told_registers(annotated)) and phrase("adviser").search(annotated.document.view) is not None


def is_advisory(annotated: Annotated) -> bool:
    """Whether an article is an advisory: by its heading, or as it names an adviser and often addresses readers."""
    document = annotated.document
    if phrase("advisory_heading").search(document.view):
        return True
    if not names_adviser(annotated):
        return False
    addressed = phrase("addressed")
    found = [
        sentence
        for sentence in document.sentences
        if (match := addressed.search(document.view, sentence.start, sentence.end))
        and document.quote_at(match.start()) is None
    ]
    return len(found) >= max(FEWEST, SHARE * len(document.sentences))


@lru_cache(maxsize=1)
def register_of(annotated: Annotated) -> Register:
    """The register of an article."""
    if is_advisory(annotated):
        return Register.ADVISORY
    return max(told_registers(annotated), default=Register.OTHER)


@lru_cache(maxsize=1)
def quotes_advice(annotated: Annotated) -> bool:
    """Whether an article names an adviser and one of its quotations addresses those who may have to leave."""
    view = annotated.document.view
    if not names_adviser(annotated) or Register.REPORT not in told_registers(annotated):
        return False
    return any(phrase("addressed").search(view, quote.start, quote.end) for quote in annotated.document.quotes)


def highest_register(annotated: Annotated) -> Register:
    """The highest register that words of an article can have."""
    return Register.ADVISORY if quotes_advice(annotated) else register_of(annotated)


def register_at(annotated: Annotated, offset: int) -> Register:
    """The register of the words at an offset: a quotation of advice is an advisory of its own."""
    if quotes_advice(annotated) and annotated.document.quote_at(offset) is not None:
        return Register.ADVISORY
    return register_of(annotated)
