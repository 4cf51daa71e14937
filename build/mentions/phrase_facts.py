"""What the words of a phrase tell of an actor: its name, country, gender, organisation."""

from __future__ import annotations

from collections.abc import Iterable

from newsledger.build.mentions.entries import Tag
from newsledger.build.mentions.gazetteer import Country
from newsledger.build.mentions.links import Joined
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import first_names, phrase_words, titles
from newsledger.build.mentions.words import Words


def undetermined(words: Words, phrase: Phrase) -> int:
    """The first word of a phrase after its determiner."""
    at, dropped = phrase.first, phrase_words("dropped")
    while at < phrase.name_last - 1 and words.folded[at] in dropped:
        at += 1
    return at


def code_of(country: Country | None) -> str | None:
    """The ISO code of a country."""
    return country.country_iso3 if country else None


def country_key(country: Country | None) -> str | None:
    """What tells countries apart: the code, or the name of one that has none."""
    return country.country_iso3 or country.name if country else None


def country_among(phrases: Iterable[Phrase]) -> Country | None:
    """The first country that one of several phrases names or implies."""
    for phrase in phrases:
        if phrase.country is not None:
            return phrase.country
    return None


def gender_of(words: Words, joined: Joined) -> str | None:
    """The gender a title, office or given name tells."""
    special = titles()
    for phrase in (joined.main, *joined.roles):
        for tag in phrase.tags:
            if tag.tag not in (Tag.TITLE, Tag.HEAD):
                continue
            last = words.texts[tag.last - 1].lower()
            if last in special.female:
                return "f"
            if last in special.male:
                return "m"
    return first_names().get(words.texts[joined.main.name_first])


def body_in(words: Words, phrase: Phrase) -> str | None:
    """The organisation a phrase holds."""
    for tag in phrase.tags:
        if tag.tag is Tag.BODY:
            return words.name(tag.first, tag.last)
    if phrase.head is not None and phrase.head.family == "organisation" and phrase.kind == "head":
        return words.name(undetermined(words, phrase), phrase.last)
    return None


def body_among(words: Words, phrases: Iterable[Phrase]) -> str | None:
    """The first organisation that one of several phrases holds."""
    for phrase in phrases:
        if (body := body_in(words, phrase)) is not None:
            return body
    return None


def is_bare(joined: Joined) -> bool:
    """Whether a phrase is a noun with no more than a determiner ("the ministry")."""
    tags = joined.main.tags
    return not joined.parts and not tags[2:] and tags[0].tag in BARE and tags[-1].tag in BARE


BARE = frozenset((Tag.DETERMINER, Tag.HEAD))


def has_only_country(phrase: Phrase) -> bool:
    """Whether nothing but a country and a determiner stand before the noun ("the Lebanese army")."""
    allowed = (Tag.DETERMINER, Tag.ADJECTIVE, Tag.COUNTRY, Tag.HEAD)
    return phrase.country is not None and all(t.tag in allowed for t in phrase.tags)
