"""Actors: persons, bodies, states, armed groups, roles and unnamed sources, with aliases resolved in the document."""

from __future__ import annotations

from newsledger.build.mentions.actor_mention import ActorKind, ActorMention
from newsledger.build.mentions.actor_nouns import made, noun_mention
from newsledger.build.mentions.entities import Entities
from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import countries
from newsledger.build.mentions.government import stands_for_government
from newsledger.build.mentions.links import Joined
from newsledger.build.mentions.persons import note_owner, note_person, person_mention
from newsledger.build.mentions.phrase_facts import code_of, undetermined
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import Reading, read
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import FOLDED, Words
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import Sector

__all__ = ["ActorKind", "ActorMention", "find_actors"]


def find_actors(document: Document) -> tuple[ActorMention, ...]:
    """Find the actors of a document, longest phrase first at each place, in text order, without overlaps."""
    reading = read(document)
    entities = Entities()
    for joined, is_person in zip(reading.joined, reading.persons, strict=True):
        if is_person and joined.main.name_last - joined.main.name_first >= 2:
            note_person(entities, reading.words, joined)
        elif joined.main.kind == "head":
            note_owner(entities, reading.words, joined.main)
    found: list[ActorMention] = []
    for joined, is_person in zip(reading.joined, reading.persons, strict=True):
        mention = _mention(reading, entities, joined, is_person)
        if mention is not None and (not found or mention.start >= found[-1].end):
            found.append(mention)
    fullest = [entity.fullest() for entity in entities.known]
    return tuple([m if m.name == fullest[m.entity] else m._replace(name=fullest[m.entity] or m.name) for m in found])


def _mention(reading: Reading, entities: Entities, joined: Joined, is_person: bool) -> ActorMention | None:
    """The mention of a joined phrase, or None when it is no actor."""
    main, words = joined.main, reading.words
    if is_person or main.kind == "name":
        return person_mention(words, entities, joined, is_person) or _acronym_mention(words, entities, joined)
    if main.kind == "head" and main.head is not None:
        return noun_mention(words, entities, joined, main.head)
    if main.kind == "body" and main.body is not None:
        kind = ActorKind.GROUP if main.body.is_group else ActorKind.ORGANISATION
        name = words.name(main.name_first, main.name_last)
        country = code_of(main.country)
        is_other = main.body.country_iso3 not in (None, country)
        entity = entities.body(kind, f"{main.body.key} {country}" if is_other else main.body.key)
        return made(words, joined, entity, kind, name, main.body.sector, country)
    if main.kind == "people":
        name = words.name(undetermined(words, main), main.last)
        entity = entities.body("role", FOLDED[name])
        return made(words, joined, entity, ActorKind.ROLE, name, Sector.CVL, code_of(main.country))
    return _state_mention(reading, entities, joined)


def _acronym_mention(words: Words, entities: Entities, joined: Joined) -> ActorMention | None:
    """A body by the acronym the document gave it in parentheses."""
    main = joined.main
    entity = entities.keyed.get(("organisation", words.texts[main.name_first]))
    if entity is None or main.name_last - main.name_first > 1:
        return None
    kind = ActorKind.GROUP if entity.kind == "group" else ActorKind.ORGANISATION
    return made(words, joined, entity, kind, words.texts[main.name_first], entity.sector, entity.country)


def _state_mention(reading: Reading, entities: Entities, joined: Joined) -> ActorMention | None:
    """A state, by its name or by the capital that stands for its government."""
    main, words = joined.main, reading.words
    if main.kind == "state" and not _is_placed(words, main) and not _is_holder(reading, main):
        country = main.country
    elif main.kind == "place" and stands_for_government(reading, main):
        country = countries().capitals[words.key(main.name_first, main.name_last)]
    else:
        return None
    name = words.name(main.name_first, main.name_last)
    entity = entities.body("state", f"{country.name if country else name} {main.kind}")
    return made(words, joined, entity, ActorKind.STATE, name, Sector.GOV, code_of(country))


def _is_holder(reading: Reading, phrase: Phrase) -> bool:
    """Whether a country only says where the place before it lies: "in Aden, Yemen"."""
    before = reading.by_last.get(phrase.first)
    if before is None or before.kind not in ("place", "name") or reading.words.gaps[phrase.first - 1] != ", ":
        return False
    return not reading.words.is_possessive(phrase.last - 1)


def _is_placed(words: Words, phrase: Phrase) -> bool:
    """Whether a country is where something is, not who does it: "in northern Mali"."""
    at = phrase.name_first - 1
    while at > 0 and words.gaps[at] == " " and (words.folded[at] == "the" or words.folded[at] in frames().directions):
        at -= 1
    if at < phrase.name_first - 1 and words.folded[phrase.name_first - 1] != "the":
        return True
    if at < 0 or words.gaps[at] != " " or words.is_possessive(phrase.last - 1):
        return False
    return words.folded[at] in phrase_words("placing")
