"""Persons: full names with their offices, and the surnames that stand for them later."""

from __future__ import annotations

from newsledger.build.mentions.actor_mention import ActorKind, ActorMention
from newsledger.build.mentions.entities import Entities, Entity, office_of
from newsledger.build.mentions.entries import Tag
from newsledger.build.mentions.links import Joined
from newsledger.build.mentions.phrase_facts import (
    body_among,
    code_of,
    country_among,
    country_key,
    gender_of,
    undetermined,
)
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import speech_verbs
from newsledger.build.mentions.roles import first_names
from newsledger.build.mentions.words import Words


def name_words(words: Words, joined: Joined) -> list[str]:
    """The words of a person's name, as written."""
    return list(words.texts[joined.main.name_first : joined.main.name_last])


def note_person(entities: Entities, words: Words, joined: Joined) -> Entity:
    """Register a full name with the offices the phrase gives it."""
    entity = entities.add_full_name(name_words(words, joined))
    _note_offices(entity, joined)
    entity.gender = entity.gender or gender_of(words, joined)
    return entity


def note_owner(entities: Entities, words: Words, phrase: Phrase) -> None:
    """Register the person whose full name owns a phrase: "Margaret Thatcher's party"."""
    names: list[str] = []
    is_titled = False
    for tag in phrase.tags:
        if tag.tag is not Tag.NAME:
            names, is_titled = [], tag.tag in (Tag.TITLE, Tag.HEAD)
            continue
        names.append(words.texts[tag.first])
        if words.is_possessive(tag.last - 1):
            if len(names) >= 2 and (is_titled or names[0] in first_names()):
                entities.add_full_name(names).gender = first_names().get(names[0])
            names = []


def _note_offices(entity: Entity, joined: Joined) -> None:
    """Register the offices that stand with a name."""
    country = country_among((joined.main, *joined.roles))
    for office in (*joined.roles, joined.main):
        if office.head is not None:
            note = (office_of(office, joined.parts), country_key(office.country or country))
            if note not in entity.offices:
                entity.offices.append(note)


def person_mention(words: Words, entities: Entities, joined: Joined, is_person: bool) -> ActorMention | None:
    """A person by full name, or by a surname the document has introduced."""
    entity = _entity(words, entities, joined, is_person)
    if entity is None:
        return None
    main = joined.main
    country = country_among((main, *joined.roles))
    entity.last_seen = main.first
    entity.gender = entity.gender or gender_of(words, joined)
    return ActorMention(
        words.starts[joined.first],
        words.ends[joined.last - 1],
        " ".join(entity.names),
        ActorKind.PERSON,
        _role_text(words, joined),
        body_among(words, (*joined.parts, *joined.roles, main)),
        next((p.head.sector for p in (*joined.roles, main) if p.head and p.head.sector), None),
        code_of(country),
        False,
        entity.number,
        entity.gender,
    )


def _entity(words: Words, entities: Entities, joined: Joined, is_person: bool) -> Entity | None:
    """The person a phrase names; a new one where a title or a verb of saying makes an unknown surname a person."""
    main = joined.main
    names = name_words(words, joined)
    if is_person and len(names) >= 2:
        return note_person(entities, words, joined)
    office = office_of(main, joined.parts) if main.kind == "person" else ""
    entity = entities.person(names, main.first, office)
    if entity is None and is_person and (main.kind == "person" or _speaks(words, main)):
        entity = entities.add_full_name(names)
        _note_offices(entity, joined)
        return entity
    is_thing = main.kind == "name" and main.name_first > main.first
    return None if is_thing else entity


def _role_text(words: Words, joined: Joined) -> str | None:
    """The offices of a person, as written."""
    main = joined.main
    texts = [words.name(undetermined(words, role), _role_end(joined, role)) for role in joined.roles]
    end = max((t.last for t in main.tags if t.tag is Tag.HEAD and t.first < main.name_first), default=0)
    if end > main.first:
        texts.append(words.name(main.first, end))
    return ", ".join(texts) or None


def _role_end(joined: Joined, role: Phrase) -> int:
    """Where an office phrase ends with what hangs on it ("head of the UN mission in X")."""
    is_before = role.first < joined.main.first
    hanging = [p.last for p in joined.parts if p.first >= role.last and (p.first < joined.main.first) == is_before]
    return max(hanging, default=role.last)


def _speaks(words: Words, main: Phrase) -> bool:
    """Whether a verb of saying follows."""
    return (
        main.last < len(words.starts) and words.gaps[main.last - 1] == " " and words.folded[main.last] in speech_verbs()
    )
