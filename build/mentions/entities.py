"""Which mentions are one actor: surnames, acronyms, offices and "the ministry" joined to full names."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import first_names, phrase_words, synonyms
from newsledger.build.mentions.words import FOLDED
from newsledger.schema.vocabularies import Sector


@dataclass(slots=True)
class Entity:
    """One actor of a document, as known so far."""

    number: int
    kind: str
    names: list[str] = field(default_factory=list)
    offices: list[tuple[str, str | None]] = field(default_factory=list)
    lemma: str = ""
    country: str | None = None
    last_seen: int = -1
    gender: str | None = None
    sector: Sector | None = None

    def fullest(self) -> str:
        """The fullest name the document gives."""
        return " ".join(self.names) if self.kind == "person" else max(self.names, key=len, default="")


def office_of(office: Phrase, parts: tuple[Phrase, ...] = ()) -> str:
    """The office a role phrase names, spellings and synonyms made one; the body it heads is part of it."""
    if office.head is None:
        return ""
    lemma = office.head.lemma
    for part in parts:
        if lemma in ("chief", "head", "commander") and part.head is not None:
            lemma = f"chief of {part.head.lemma}"
    return synonyms("same_office").get(lemma, lemma)


@dataclass(slots=True)
class Entities:
    """The actors of one document."""

    known: list[Entity] = field(default_factory=list)
    persons: dict[str, list[Entity]] = field(default_factory=dict)
    keyed: dict[tuple[str, str], Entity] = field(default_factory=dict)

    def new(self, kind: str) -> Entity:
        """A further actor."""
        entity = Entity(len(self.known), kind)
        self.known.append(entity)
        return entity

    def add_full_name(self, names: list[str]) -> Entity:
        """The person with a full name; its surname and given name lead to it from now on."""
        keys = [FOLDED[n] for n in names]
        full = " ".join(keys)
        for entity in self.persons.get(keys[-1], []) if len(names) > 1 else ():
            other = [FOLDED[n] for n in entity.names]
            if _same_person(keys, other) and not (len(other) == 1 and entity.offices and _gender_of(names) == "f"):
                if len(names) > len(entity.names):
                    entity.names = names
                return entity
        entity = self.new("person")
        entity.names = names
        for key in dict.fromkeys((full, keys[-1], keys[0], " ".join(keys[1:]), _bare(keys[-1]), *keys[1:-1])):
            if len(key) > 2:
                self.persons.setdefault(key, []).append(entity)
        return entity

    def person(self, names: list[str], at: int, office: str = "") -> Entity | None:
        """The person a shorter name stands for: the last seen, else the first to come who holds the office."""
        full = " ".join(FOLDED[n] for n in names)
        found = self.persons.get(full) or self.persons.get(_bare(full))
        if not found:
            return None
        before = [e for e in found if 0 <= e.last_seen <= at]
        if before:
            return max(before, key=lambda e: e.last_seen)
        if office:
            found = [e for e in found if any(o == office for o, _ in e.offices)]
        return found[0] if found else None

    def by_office(self, office: str, country: str | None, is_exact: bool) -> Entity | None:
        """The person whose office this is: the last seen with it, of the same country where both tell one."""
        fits = []
        for entity in self.known:
            for other, of in entity.offices:
                same = other == office or (not is_exact and other.endswith(" " + office))
                if same and (country is None or of is None or of == country):
                    fits.append(entity)
        seen = [e for e in fits if e.last_seen >= 0]
        if seen:
            return max(seen, key=lambda e: e.last_seen)
        return fits[0] if fits and country is not None and len({e.number for e in fits}) == 1 else None

    def body(self, kind: str, key: str) -> Entity:
        """The body, state, group or role with a key."""
        found = self.keyed.get((kind, key))
        if found is None:
            found = self.keyed[kind, key] = self.new(kind)
        return found

    def last_role(self, lemma: str, is_plural: bool, at: int) -> Entity | None:
        """The unnamed person or people last spoken of with a noun ("an Iraqi policeman … the policeman")."""
        noun = f"{lemma} {is_plural}"
        fits = [e for e in self.known if e.lemma == noun and 0 <= e.last_seen < at]
        return max(fits, key=lambda e: e.last_seen) if fits else None

    def last_un_body(self, at: int) -> Entity | None:
        """The body of the United Nations last named, the United Nations themselves excepted."""
        own = self.keyed.get(("organisation", "United Nations"))
        fits = [e for e in self.known if 0 <= e.last_seen < at and e.sector is Sector.UNO and e is not own]
        return max(fits, key=lambda e: e.last_seen) if fits else None

    def last_body(self, lemma: str, at: int) -> Entity | None:
        """The body last named with a noun, or any group for "the group" and the like."""
        lemma = synonyms("same_body").get(lemma, lemma)
        fits = [
            e
            for e in self.known
            if 0 <= e.last_seen < at
            and e.names
            and (
                e.lemma == lemma
                or e.lemma.endswith(" " + lemma)
                or (lemma in phrase_words("generic_groups") and e.kind == "group" and not e.lemma)
                or (lemma == "agency" and e.lemma == "un agency")
            )
        ]
        return max(fits, key=lambda e: e.last_seen) if fits else None


def _gender_of(names: list[str]) -> str | None:
    """The gender a given name tells."""
    return first_names().get(names[0])


def _bare(key: str) -> str:
    """A surname without the Arabic article."""
    return key.removeprefix("al ").removeprefix("el ")


def _same_person(one: list[str], other: list[str]) -> bool:
    """Whether two names of one surname can be one person: the shorter's words all in the longer, or initials."""
    short, long = sorted((one, other), key=len)
    return all(any(w == v or (len(w) == 1 and v.startswith(w)) for v in long) for w in short)
