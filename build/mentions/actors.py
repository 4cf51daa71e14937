"""Actors: persons, organisations, states, armed groups, roles and anonymous sources, with aliases resolved in the document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsledger.build.mentions.entities import Entities, Entity, name_words, office_of
from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.build.mentions.government import stands_for_government
from newsledger.build.mentions.links import Joined
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.reading import Reading, read, speech_verbs
from newsledger.build.mentions.roles import first_names, phrase_words, synonyms, titles
from newsledger.build.mentions.tags import Tag
from newsledger.build.mentions.words import Words, fold
from newsledger.build.text.document import Document
from newsledger.schema.vocabularies import Sector


class ActorKind(StrEnum):
    """What kind of actor a mention names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"
    ROLE = "role"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A noun phrase that can act, speak or suffer.

    `start:end` is the whole phrase as written, title and article ("the") included. `name` is the fullest name the document gives for the
    same actor, without title ("Herzi Halevi" for "the chief of Israel's army" where the text says so). `entity` is the same
    number for all mentions of one actor. `gender` is "m" or "f" where a title or given name tells it.
    """

    start: int
    end: int
    name: str
    kind: ActorKind
    role: str | None
    organisation: str | None
    sector: Sector | None
    country_iso3: str | None
    is_plural: bool
    entity: int
    gender: str | None = None


def find_actors(document: Document) -> tuple[ActorMention, ...]:
    """Find the actors of a document, longest phrase first at each place, in text order, without overlaps."""
    reading = read(document)
    words = reading.words
    entities = Entities(words)
    for joined, person in zip(reading.joined, reading.persons, strict=True):
        if person and joined.main.name_last - joined.main.name_first >= 2:
            _note_person(entities, words, joined)
        elif joined.main.kind == "head":
            _note_owner(entities, words, joined.main)
    found: list[ActorMention] = []
    for joined, person in zip(reading.joined, reading.persons, strict=True):
        mention = _mention(reading, entities, joined, person)
        if mention is not None and (not found or mention.start >= found[-1].end):
            found.append(mention)
    return tuple(_with_names(entities, found))


def _with_names(entities: Entities, found: list[ActorMention]) -> list[ActorMention]:
    """The mentions with the fullest name of their entity."""
    fullest = {
        e.number: " ".join(e.names) if e.kind == "person" else max(e.names, key=len, default="") for e in entities.known
    }
    return [
        m if m.name == (name := fullest[m.entity] or m.name) else ActorMention(m.start, m.end, name, *_rest(m))
        for m in found
    ]


def _rest(
    m: ActorMention,
) -> tuple[ActorKind, str | None, str | None, Sector | None, str | None, bool, int, str | None]:
    return m.kind, m.role, m.organisation, m.sector, m.country_iso3, m.is_plural, m.entity, m.gender


def _note_person(entities: Entities, words: Words, joined: Joined) -> Entity:
    """Register a full name with the offices the phrase gives it."""
    entity = entities.add_full_name(name_words(words, joined))
    country = joined.main.country or next((r.country for r in joined.roles if r.country), None)
    offices = [*joined.roles, *([joined.main] if joined.main.head else [])]
    for office in offices:
        note = (office_of(words, office, joined.parts), _iso3(office.country or country))
        if note not in entity.offices:
            entity.offices.append(note)
    entity.gender = entity.gender or _gender(words, joined)
    return entity


def _note_owner(entities: Entities, words: Words, phrase: Phrase) -> None:
    """Register the person whose full name owns a phrase: "Margaret Thatcher's party"."""
    names: list[str] = []
    for tag in phrase.tags:
        if tag.tag is not Tag.NAME:
            names = []
            continue
        names.append(words.texts[tag.first])
        if words.is_possessive(tag.last - 1):
            if len(names) >= 2 and names[0] in first_names().gender:
                entities.add_full_name(names).gender = first_names().gender[names[0]]
            names = []


def _iso3(country: Country | None) -> str | None:
    return country.country_iso3 or country.name if country else None


def _gender(words: Words, joined: Joined) -> str | None:
    """The gender a title, office or given name tells."""
    special = titles()
    for phrase in (joined.main, *joined.roles):
        for tag in phrase.tags:
            if tag.tag in (Tag.TITLE, Tag.HEAD):
                last = words.texts[tag.last - 1].lower()
                if last in special.female:
                    return "f"
                if last in special.male:
                    return "m"
    return first_names().gender.get(words.texts[joined.main.name_first])


def _mention(reading: Reading, entities: Entities, joined: Joined, person: bool) -> ActorMention | None:
    """The mention of a joined phrase, or None when it is no actor."""
    main = joined.main
    if person or main.kind == "name":
        return _person_mention(reading, entities, joined, person)
    if main.kind == "head":
        return _head_mention(reading, entities, joined)
    if main.kind == "body" and main.body is not None:
        kind = ActorKind.GROUP if main.body.is_group else ActorKind.ORGANISATION
        entity = entities.body("group" if main.body.is_group else "organisation", main.body.key)
        return _made(
            reading,
            joined,
            entity,
            kind,
            _name(reading.words, main.name_first, main.name_last),
            main.body.sector,
            main.body.country_iso3,
        )
    if main.kind == "people":
        words = reading.words
        name = _name(words, _undetermined(words, main), main.last)
        return _made(
            reading, joined, entities.body("role", fold(name)), ActorKind.ROLE, name, Sector.CVL, _iso3(main.country)
        )
    if main.kind == "state" and _is_placed(reading, main):
        return None
    if main.kind == "state" or (main.kind == "place" and stands_for_government(reading, main)):
        country = main.country
        if main.kind == "place":
            country = countries().capitals[fold(_name(reading.words, main.name_first, main.name_last))]
        name = _name(reading.words, main.name_first, main.name_last)
        entity = entities.body("state", f"{country.name if country else name} {main.kind}")
        return _made(
            reading, joined, entity, ActorKind.STATE, name, Sector.GOV, country.country_iso3 if country else None
        )
    return None


def _is_placed(reading: Reading, phrase: Phrase) -> bool:
    """Whether a country is where something is, not who does it: "in northern Mali"."""
    words = reading.words
    at = phrase.name_first - 1
    while at > 0 and words.folded[at] in frames().directions | {"the"} and words.gaps[at] == " ":
        at -= 1
    return (
        at >= 0 and words.gaps[at] == " " and words.folded[at] in PLACING and not words.is_possessive(phrase.last - 1)
    )


PLACING = frozenset(
    ("in", "at", "near", "across", "inside", "outside", "throughout", "within", "into", "around", "over")
)


def _name(words: Words, first: int, last: int) -> str:
    return " ".join(words.view[words.starts[first] : words.ends[last - 1]].split())


def _undetermined(words: Words, phrase: Phrase) -> int:
    """The first word of a phrase after its determiner."""
    at = phrase.first
    while at < phrase.name_last - 1 and words.folded[at] in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "some",
        "so called",
    ):
        at += 1
    return at


def _person_mention(reading: Reading, entities: Entities, joined: Joined, person: bool) -> ActorMention | None:
    """A person by full name, or by a surname the document has introduced."""
    words, main = reading.words, joined.main
    names = name_words(words, joined)
    if person and len(names) >= 2:
        entity: Entity | None = _note_person(entities, words, joined)
    else:
        entity = entities.person(names, main.first, _own_office(words, joined))
        if entity is None and person and (main.kind == "person" or _speaks(words, main)):
            entity = entities.add_full_name(names)
            _note_offices(entities, words, joined, entity)
        elif entity is not None and main.kind == "name" and main.name_first > main.first:
            return None
    if entity is None:
        return None
    office = [_name(words, r.first, r.last) for r in joined.roles]
    if (
        end := max((t.last for t in main.tags if t.tag is Tag.HEAD and t.first < main.name_first), default=0)
    ) > main.first:
        office.append(_name(words, main.first, end))
    body = next((b for p in (*joined.parts, *joined.roles, main) if (b := _body_name(words, p))), None)
    sector = next((p.head.sector for p in (*joined.roles, main) if p.head and p.head.sector), None)
    country = main.country or next((r.country for r in joined.roles if r.country), None)
    entity.last_seen = main.first
    entity.gender = entity.gender or _gender(words, joined)
    return ActorMention(
        words.starts[joined.first],
        words.ends[joined.last - 1],
        " ".join(entity.names),
        ActorKind.PERSON,
        ", ".join(office) or None,
        body,
        sector,
        _code(country),
        False,
        entity.number,
        entity.gender,
    )


def _note_offices(entities: Entities, words: Words, joined: Joined, entity: Entity) -> None:
    """Register the offices of a person known by surname alone ("President Reagan")."""
    for office in (joined.main, *joined.roles):
        if office.head is not None:
            entity.offices.append((office_of(words, office, joined.parts), _iso3(office.country)))


def _own_office(words: Words, joined: Joined) -> str:
    """The office that stands with a surname ("President Reagan"), or an empty text."""
    return office_of(words, joined.main, joined.parts) if joined.main.kind == "person" else ""


def _speaks(words: Words, main: Phrase) -> bool:
    return (
        main.last < len(words.starts) and words.gap(main.last - 1) == " " and words.folded[main.last] in speech_verbs()
    )


def _code(country: Country | None) -> str | None:
    return country.country_iso3 if country else None


def _body_name(words: Words, phrase: Phrase) -> str | None:
    """The organisation a phrase holds."""
    for tag in phrase.tags:
        if tag.tag is Tag.BODY:
            return _name(words, tag.first, tag.last)
    if phrase.head is not None and phrase.head.family == "organisation" and phrase.kind == "head":
        return _name(words, _undetermined(words, phrase), phrase.last)
    return None


def _made(
    reading: Reading,
    joined: Joined,
    entity: Entity,
    kind: ActorKind,
    name: str,
    sector: Sector | None,
    country: str | None,
    role: str | None = None,
) -> ActorMention:
    """A mention that is no person; the entity learns its name."""
    words, main = reading.words, joined.main
    if name not in entity.names:
        entity.names.append(name)
    entity.last_seen = main.first
    end = words.ends[joined.last - 1]
    if joined.acronym is not None:
        end = words.view.find(")", end) + 1
    body = next(
        (b for p in (*joined.parts, main) if p is not main or kind is ActorKind.ROLE if (b := _body_name(words, p))),
        None,
    )
    code = country or next((_code(p.country) for p in joined.parts if p.country), None)
    return ActorMention(
        words.starts[joined.first],
        end,
        name,
        kind,
        role,
        body,
        sector,
        code,
        main.is_plural,
        entity.number,
        entity.gender,
    )


def _head_mention(reading: Reading, entities: Entities, joined: Joined) -> ActorMention | None:
    """A phrase that turns on a role or body noun."""
    words, main = reading.words, joined.main
    head = main.head
    if head is None or head.lemma in phrase_words("mute_sites"):
        return None
    name = _name(words, _undetermined(words, main), joined.parts[-1].last if joined.parts else main.last)
    sector = head.sector or next((p.body.sector for p in joined.parts if p.body), None) or _body_sector(main)
    code = _code(main.country)
    bare = not joined.parts and all(t.tag in (Tag.DETERMINER, Tag.HEAD) for t in main.tags) and len(main.tags) <= 2
    if head.family == "organisation" or (head.lemma in phrase_words("body_plurals") and head.family == "plural"):
        return _body_mention(reading, entities, joined, name, sector, bare)
    if head.family in ("role", "anonymous") and not head.is_plural and main.is_definite:
        entity = entities.by_office(
            office_of(words, main, joined.parts),
            _iso3(main.country) or next((_iso3(p.country) for p in joined.parts if p.country), None),
            not bare,
        )
        if entity is not None and head.lemma not in phrase_words("unnamed"):
            mention = _made(
                reading, joined, entities.body("role", fold(name)), ActorKind.ROLE, name, sector, code, name
            )
            entity.last_seen = main.first
            return ActorMention(
                mention.start,
                mention.end,
                " ".join(entity.names),
                ActorKind.PERSON,
                name,
                mention.organisation,
                sector,
                mention.country_iso3,
                False,
                entity.number,
                entity.gender,
            )
    kind = _role_kind(head.lemma, head.family, head.is_anonymous and bare)
    earlier = entities.last_role(head.lemma, head.is_plural, main.first) if bare and main.is_definite else None
    entity = earlier or entities.body(kind.value, fold(name))
    entity.lemma = f"{head.lemma} {head.is_plural}"
    entity.gender = entity.gender or _gender(words, joined) if not head.is_plural else None
    if earlier is not None:
        kind = ActorKind(earlier.kind)
    return _made(reading, joined, entity, kind, name, sector, code, name if kind is ActorKind.ROLE else None)


def _role_kind(lemma: str, family: str, is_unnamed: bool) -> ActorKind:
    if lemma in phrase_words("unnamed") or (is_unnamed and family != "group"):
        return ActorKind.ANONYMOUS
    return ActorKind.GROUP if family == "group" else ActorKind.ROLE


def _body_sector(phrase: Phrase) -> Sector | None:
    return phrase.body.sector if phrase.body else None


def _body_mention(
    reading: Reading, entities: Entities, joined: Joined, name: str, sector: Sector | None, bare: bool
) -> ActorMention | None:
    """An organisation by its noun: a named one, or "the ministry" that points back to one."""
    words, main = reading.words, joined.main
    head = main.head
    if head is None:
        return None
    lemma = synonyms("same_body").get(head.lemma, head.lemma)
    points_back = bare and main.is_definite and words.folded[main.first] in ("the", "this", "that")
    entity = entities.last_body(head.lemma, main.first) if points_back else None
    if entity is None:
        if joined.others:
            lemma = ""
        key = (
            f"{_iso3(main.country)} {lemma}"
            if main.country and _only_country(main) and not joined.parts
            else fold(name)
        )
        entity = entities.keyed.get(("organisation", f"acronym {fold(joined.acronym)}")) if joined.acronym else None
        entity = entity or entities.body("organisation", key)
        entity.lemma = entity.lemma or lemma
        if joined.acronym:
            for kind in ("organisation", "group"):
                if (kind, joined.acronym) not in entities.keyed:
                    entities.keyed[kind, joined.acronym] = entity
    kind = ActorKind.GROUP if entity.kind == "group" else ActorKind.ORGANISATION
    if entity.names and bare:
        entity.last_seen = main.first
        return ActorMention(
            words.starts[joined.first],
            words.ends[joined.last - 1],
            max(entity.names, key=len),
            kind,
            None,
            None,
            sector,
            entity.country,
            main.is_plural,
            entity.number,
        )
    entity.country = entity.country or _code(main.country)
    return _made(reading, joined, entity, kind, name, sector, _code(main.country))


def _only_country(phrase: Phrase) -> bool:
    """Whether nothing but a country and a determiner stand before the noun."""
    return all(t.tag in (Tag.DETERMINER, Tag.ADJECTIVE, Tag.COUNTRY, Tag.HEAD) for t in phrase.tags)
