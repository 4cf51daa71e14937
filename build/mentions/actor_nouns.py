"""Actors told by a noun: offices, unnamed people, ministries, armies, and what "the ministry" points back to."""

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
    has_only_country,
    is_bare,
    undetermined,
)
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import Head, phrase_words, synonyms
from newsledger.build.mentions.words import FOLDED, Words
from newsledger.schema.vocabularies import Sector


def made(
    words: Words,
    joined: Joined,
    entity: Entity,
    kind: ActorKind,
    name: str,
    sector: Sector | None = None,
    country: str | None = None,
) -> ActorMention:
    """A mention of an entity, which learns its name from it."""
    main = joined.main
    if name not in entity.names:
        entity.names.append(name)
    entity.last_seen = main.first
    entity.sector = entity.sector or sector
    holders = joined.parts if kind is not ActorKind.ROLE else (*joined.parts, main)
    return ActorMention(
        words.starts[joined.first],
        end_of(words, joined),
        name,
        kind,
        name if kind is ActorKind.ROLE else None,
        body_among(words, holders),
        sector,
        country or code_of(country_among(joined.parts)),
        main.is_plural,
        entity.number,
        entity.gender,
    )


def end_of(words: Words, joined: Joined) -> int:
    """Where a phrase ends; an acronym in parentheses belongs to it."""
    end = words.ends[joined.last - 1]
    return end if joined.acronym is None else words.view.find(")", end) + 1


def noun_mention(words: Words, entities: Entities, joined: Joined, head: Head) -> ActorMention | None:
    """The mention of a phrase that turns on a role or body noun."""
    if head.lemma in phrase_words("mute_sites"):
        return None
    main = joined.main
    if head.family == "organisation" or (head.family == "plural" and head.lemma in phrase_words("body_plurals")):
        return _body_mention(words, entities, joined, head)
    if head.family in ("role", "anonymous") and not head.is_plural and main.is_definite:
        holder = _holder(entities, joined, head)
        if holder is not None:
            return _held(words, joined, head, holder)
    return _role_mention(words, entities, joined, head)


def _holder(entities: Entities, joined: Joined, head: Head) -> Entity | None:
    """The person who holds an office: "the president", "the chief of Israel's army"."""
    if head.lemma in phrase_words("unnamed"):
        return None
    phrases = (joined.main, *joined.parts)
    country = country_key(country_among(phrases))
    return entities.by_office(office_of(joined.main, joined.parts), country, not is_bare(joined))


def _held(words: Words, joined: Joined, head: Head, holder: Entity) -> ActorMention:
    """The mention of a person by office."""
    holder.last_seen = joined.main.first
    return ActorMention(
        words.starts[joined.first],
        words.ends[joined.last - 1],
        " ".join(holder.names),
        ActorKind.PERSON,
        _full_name(words, joined),
        body_among(words, (*joined.parts, joined.main)),
        head.sector,
        code_of(country_among((joined.main, *joined.parts))),
        False,
        holder.number,
        holder.gender,
    )


def _full_name(words: Words, joined: Joined) -> str:
    """The phrase without its determiner, with what hangs on of, for and in."""
    last = joined.parts[-1].last if joined.parts else joined.main.last
    return words.name(undetermined(words, joined.main), last)


def _role_mention(words: Words, entities: Entities, joined: Joined, head: Head) -> ActorMention:
    """Unnamed people: a role, a group of fighters, a source; "the policeman" is the one spoken of before."""
    main = joined.main
    name = _full_name(words, joined)
    bare = is_bare(joined)
    earlier = entities.last_role(head.lemma, head.is_plural, main.first) if bare and main.is_definite else None
    kind = ActorKind(earlier.kind) if earlier else _kind(head, head.is_anonymous and bare)
    entity = earlier or entities.body(kind, FOLDED[name])
    entity.lemma = f"{head.lemma} {head.is_plural}"
    if not head.is_plural:
        entity.gender = entity.gender or gender_of(words, joined)
    sector = head.sector or next((p.body.sector for p in joined.parts if p.body), None)
    return made(words, joined, entity, kind, name, sector, code_of(main.country))


def _kind(head: Head, is_unnamed: bool) -> ActorKind:
    """What kind of actor a role noun is."""
    if head.lemma in phrase_words("unnamed") or (is_unnamed and head.family != "group"):
        return ActorKind.ANONYMOUS
    return ActorKind.GROUP if head.family == "group" else ActorKind.ROLE


def _body_mention(words: Words, entities: Entities, joined: Joined, head: Head) -> ActorMention:
    """A body by its noun: a named one, or "the ministry" that points back to one."""
    main = joined.main
    entity = _pointed_to(words, entities, joined, head)
    points_back = entity is not None
    entity = entity or _named_body(words, entities, joined, head)
    kind = ActorKind.GROUP if entity.kind == "group" else ActorKind.ORGANISATION
    name = max(entity.names, key=len) if points_back and entity.names else _full_name(words, joined)
    entity.country = entity.country or code_of(main.country)
    sector = head.sector or entity.sector
    return made(words, joined, entity, kind, name, sector, code_of(main.country) or entity.country)


def _pointed_to(words: Words, entities: Entities, joined: Joined, head: Head) -> Entity | None:
    """The body that "the ministry" or "the UN agency" means."""
    main = joined.main
    if not main.is_definite or words.folded[main.first] not in ("the", "this", "that"):
        return None
    if is_bare(joined):
        return entities.last_body(head.lemma, main.first)
    return (
        entities.last_un_body(main.first) if head.lemma == "agency" and _is_of_un(main) and not joined.parts else None
    )


def _is_of_un(phrase: Phrase) -> bool:
    """Whether a phrase is "the UN …" and nothing more."""
    others = [t for t in phrase.tags if t.tag not in (Tag.DETERMINER, Tag.HEAD)]
    return len(others) == 1 and phrase.country is None and others[0].tag in (Tag.BODY, Tag.MODIFIER)


def _named_body(words: Words, entities: Entities, joined: Joined, head: Head) -> Entity:
    """The body of a name or description; an acronym in parentheses leads to it from now on."""
    main = joined.main
    lemma = synonyms("same_body").get(head.lemma, head.lemma)
    by_country = has_only_country(main) and not joined.parts
    entity = entities.body(
        "organisation", f"{country_key(main.country)} {lemma}" if by_country else FOLDED[_full_name(words, joined)]
    )
    entity.lemma = entity.lemma or lemma
    if joined.acronym is not None:
        for kind in ("organisation", "group"):
            entities.keyed.setdefault((kind, joined.acronym), entity)
    return entity
