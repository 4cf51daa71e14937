"""Speakers in noun phrases: the fullest name of somebody named in a phrase, beside it, or told of by role."""

from __future__ import annotations

from dataclasses import replace

from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_cast import Cast, body_kin, is_stand_in
from newsledger.build.extract.statements.speaker_names import (
    BODIES,
    CALLED,
    ISSUED,
    SENT_BY,
    SPLIT,
    Speaker,
    head_noun,
    is_bare_role,
    is_body,
    is_named,
    is_outlet,
    is_paper,
    is_person_role,
    is_plural,
    is_proper,
    is_role,
    kind_of,
    kind_told,
    member_named,
    members,
    name_beside,
    names_outlet,
    own_name,
    plain,
    proper_names,
    role_with_rank,
    with_surname,
)
from newsledger.build.extract.statements.speaker_pronouns import (
    KINDS,
    head_mention,
    holder_of,
    last_called,
    overlapping,
    owns,
    role_of,
)
from newsledger.build.extract.statements.speaker_spellings import acronym, as_written
from newsledger.build.extract.statements.speaker_stand_ins import (
    INDEFINITE,
    body_of,
    is_called,
    is_meant,
    one_of,
    tells_apart,
)
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.vocabularies import SpeakerKind


def coordinated(annotated: Annotated, start: int, end: int) -> str | None:
    """The names of several who speak together: "Kenya, Uganda and Chad", "Minister Ana Ruiz and Gen. Omar Sy"."""
    view = annotated.document.view
    stop = start + len(SPLIT.split(view[start:end])[0])
    joint = view.find(" and ", start, stop)
    inside = [m for m in overlapping(annotated, start, stop) if not owns(view, m)]
    first, second = [m for m in inside if m.end <= joint], [m for m in inside if m.start > joint]
    if not first or not second or len(first) + len(second) < len(inside) or first[0].entity == second[-1].entity:
        return None
    whole = first[0].start <= start + 4 and second[-1].end == stop
    people = all(m.kind is ActorKind.PERSON for m in inside) and len(inside) == 2
    return " and ".join(m.name for m in inside) if people else plain(view[start:end].strip()) if whole else None


def is_modifier(lead: str) -> bool:
    """Whether a common noun only describes the name behind it: "the rebel Front for Unity"."""
    return lead.split()[-1].islower() and SPLIT.search(lead) is None


class PhraseReader:
    """Reads who a noun phrase names: somebody in it or beside it, or one of those who spoke before."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.view = annotated.document.view
        self.said: list[Speaker] = []
        self.proper = proper_names(annotated.actors, self.view)
        self.cast = Cast(annotated)

    def read(self, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        """The speaker whom the phrase `start:end` names or describes."""
        return self._named(start, end, apposition) or self._described(self.view[start:end].strip(), start)

    def _named(self, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        text = self.view[start:end].strip()
        if (short := acronym(text)) and (holder := holder_of(self.annotated, short, start)):
            return self.of(holder, text, start)
        if m := section("self_named").search(text):
            return Speaker(m["who"], text, start, SpeakerKind.GROUP)
        if m := ISSUED.match(text):
            author = self._named(start + m.end(), end, apposition) or self._described(text[m.end() :], start + m.end())
            return replace(author, text=text, start=start) if author else None
        if (m := CALLED.search(text)) and (name := own_name(self.view, start + m.end(), end)):
            lead = text[: m.start()].strip()
            body = kind_of(lead) is SpeakerKind.ORGANISATION
            return Speaker(name, text, start, SpeakerKind.ORGANISATION if body else SpeakerKind.PERSON, plain(lead))
        if several := coordinated(self.annotated, start, end):
            return Speaker(several, text, start, SpeakerKind.GROUP, plural=True)
        mention = head_mention(self.annotated, start, end)
        named = mention is not None and mention.kind is ActorKind.PERSON
        if not named and (beside := self._set_beside(text, start, end, apposition)):
            return beside
        if mention is None or (is_outlet(text) and names_outlet(self.view[start : mention.start], named)):
            return None
        if mention.kind is ActorKind.PERSON:
            return self._person(mention, text, start, end)
        return self._body(mention, text, start, end)

    def _person(self, mention: ActorMention, text: str, start: int, end: int) -> Speaker | None:
        rest = self.view[mention.end : end]
        speaker = None if is_paper(rest) else self.of(mention, text, start)
        return replace(speaker, name=with_surname(speaker.name or "", rest)) if speaker else None

    def _body(self, mention: ActorMention, text: str, start: int, end: int) -> Speaker:
        speaker = self.of(mention, text, start)
        if name := member_named(text):
            return Speaker(name, text, start, SpeakerKind.PERSON, text.removesuffix(name).strip())
        if is_bare_role(text) or is_stand_in(text):
            return self._pointed_at(text, start) or speaker
        rest = self.view[mention.end : end].strip()
        if rest[:1].isupper() and is_proper(rest) and is_modifier(self.view[start : mention.end]):
            return replace(speaker, name=rest, entity=None)
        if (mention.start <= start + 4 and mention.end >= end) or not is_role(text):
            return speaker
        return replace(speaker, name=plain(text), entity=None, kind=kind_told(speaker, text))

    def _set_beside(self, text: str, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        """The person named in the apposition of a role: "the envoy, Gen. X", or who sent a paper."""
        if apposition is None or self.view.startswith("including ", apposition[0]):
            return None
        if m := SENT_BY.match(self.view, *apposition):
            author = self._named(m.end(), apposition[1], None)
            return replace(author, text=text, start=start) if author else None
        role = plain(text)
        people = [m for m in overlapping(self.annotated, *apposition) if m.kind is ActorKind.PERSON]
        person = next((m for m in people if not owns(self.view, m)), None)
        if person is not None:
            found = self.of(person, text, start)
            beside = role_with_rank(role, self.view[start : person.end], person.name)
            return replace(found, role=found.role if person.role else beside)
        name, head = name_beside(self.view, *apposition), head_noun(text)
        body = is_outlet(text) or ((is_body(head) or bool(body_kin(head))) and head not in speaker_nouns("person"))
        if body and not is_outlet(text) and (known := self._body_beside(text, start, apposition)):
            return known
        common = body and (text[1:].islower() or self.cast.names(name)) and name
        if name and (is_person_role(text) or common or not own_name(self.view, start, end)):
            armed = not speaker_nouns("armed_modifiers").isdisjoint(text.lower().split())
            kind = SpeakerKind.GROUP if armed else SpeakerKind.ORGANISATION
            return Speaker(name, text, start, kind if body else SpeakerKind.PERSON, role)
        return self._body_beside(text, start, apposition)

    def _body_beside(self, text: str, start: int, apposition: tuple[int, int]) -> Speaker | None:
        """The body named in the apposition of a common noun: "the largest party, the People's Front"."""
        if not is_body(head_noun(text)):
            return None
        bodies = [m for m in overlapping(self.annotated, *apposition) if KINDS[m.kind] in BODIES]
        named = next((m for m in bodies if m.start <= apposition[0] + 4 and m.name[:1].isupper()), None)
        return self.of(named, text, start) if named and plain(text)[:1].islower() else None

    def of(self, mention: ActorMention, text: str, start: int) -> Speaker:
        """The speaker that an actor mention is, told of by `text`."""
        name = self.proper.get(mention.entity, mention.name)
        speaker = Speaker(
            as_written(self.view, name, text, mention.kind is ActorKind.ORGANISATION),
            text,
            start,
            KINDS[mention.kind],
            role_of(self.view, mention),
            mention.organisation,
            mention.entity,
            mention.is_plural,
            mention.gender,
        )
        if mention.kind is ActorKind.ROLE:
            return replace(speaker, kind=kind_told(speaker, text))
        unknown = mention.kind is ActorKind.PERSON and not (mention.gender or speaker.role)
        return replace(speaker, kind=SpeakerKind.ORGANISATION) if unknown and self.cast.names(speaker.name) else speaker

    def _described(self, text: str, start: int) -> Speaker | None:
        """A phrase no actor stands in: a name of its own, a role told before, or the phrase itself."""
        if not text.split():
            return None
        if known := self._pointed_at(text, start):
            return known
        name = own_name(self.view, start, start + len(text))
        whole = (text[0].isupper() or is_outlet(text)) and text.rstrip().endswith(name or " ")
        if name and whole and not is_role(text):
            known = next((s for s in self.said if s.name == name), None)
            body = SpeakerKind.ORGANISATION if self.cast.names(name) else None
            kind = known.kind if known else body or kind_of(text)
            return Speaker(as_written(self.view, self._fuller(name), text, False), text, start, kind)
        return Speaker(plain(text), text, start, kind_of(text), plural=is_plural(text))

    def _fuller(self, name: str) -> str:
        last, told = name.split()[-1], [s.name for s in self.said if s.name]
        return next((n for n in told if n.split()[-1] == last and len(n) > len(name)), name)

    def _pointed_at(self, text: str, at: int) -> Speaker | None:
        """Whom a definite description points back to, or ahead."""
        if is_bare_role(text):
            return self.by_role(text, at)
        return self._of_cast(text, at) if is_stand_in(text) else None

    def by_role(self, text: str, at: int) -> Speaker | None:
        """Whom "the minister" or "the agency" means: who was named before with that noun, else who spoke last."""
        head = head_noun(text)
        if text.lower().startswith("the same ") and self.said:
            return replace(self.said[-1], text=text, start=at)
        if head in members():
            head = members()[head]
        elif " " not in text:
            return None
        spoken = self._spoken_body(head, text, at) if is_body(head) or head in speaker_nouns("media") else None
        if spoken is not None:
            return spoken
        called = self._called(head, text, at)
        if called is not None and is_named(called):
            return called
        return self._of_cast(text, at) or called or self._generic(head, text, at)

    def _spoken_body(self, head: str, text: str, at: int) -> Speaker | None:
        """The body that "the company", "the agency" or "the radio" means whatever its own name says."""
        nameless = (s for s in self.said[:-4:-1] if INDEFINITE.match(s.text) and head_noun(s.text) == head)
        if last := next(nameless, None):
            return replace(last, text=text, start=at)
        if body := self._of_cast(text, at):
            return body
        if head in speaker_nouns("any_body") and self.said and (body := body_of(self.said[-1])):
            return replace(body, text=text, start=at)
        outlets = (s for s in reversed(self.said) if head in speaker_nouns("media") and is_outlet(s.text))
        outlet = next(outlets, None)
        return replace(outlet, text=text, start=at) if outlet else None

    def _called(self, head: str, text: str, at: int) -> Speaker | None:
        """Who spoke or was named before with the same noun."""
        bodied = is_body(head)
        for speaker in reversed(self.said):
            described = f"{speaker.role or ''} {speaker.name or ''} {one_of(speaker.text)} {speaker.organisation or ''}"
            fit = speaker.kind in BODIES if bodied else speaker.plural or not is_plural(text)
            if (
                fit
                and not tells_apart(text, speaker.text)
                and is_called(head, speaker.name or "", speaker.text, described)
                and speaker.text.lower() != text.lower()
            ):
                return replace(speaker, text=text, start=at)
        mention = last_called(self.annotated, head, (text.lower(), plain(text).lower()), at)
        return self.of(mention, text, at) if mention else None

    def _of_cast(self, text: str, at: int) -> Speaker | None:
        """The named body that a common noun of bodies stands for."""
        if not body_kin(head_noun(text)):
            return None
        told = [speaker.name or "" for speaker in self.said[:-4:-1]]
        body = self.cast.meant(text, at, told)
        if body is None:
            return None
        fuller = next((name for name in (*told, plain(text)) if name.startswith(f"{body.name} ")), body.name)
        return Speaker(fuller, text, at, body.kind)

    def _generic(self, head: str, text: str, at: int) -> Speaker | None:
        """Who wrote "the statement", or is "the veteran": the nearest who spoke before and can be meant."""
        found = next((s for s in reversed(self.said) if is_meant(head, s)), None)
        return replace(found, text=text, start=at) if found else None
