"""Speakers: the fullest name behind a cue's noun phrase, pronoun or role, by the speakers and actors named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property

from newsledger.build.extract.speaker_names import (
    ISSUED,
    Speaker,
    acronym,
    head_noun,
    is_bare_role,
    is_body,
    is_named,
    is_paper,
    is_person_role,
    is_plural,
    is_proper,
    is_role,
    kind_of,
    name_beside,
    own_name,
    plain,
    role_with_rank,
    spelt_before,
    spelt_out,
    with_surname,
    without_count,
)
from newsledger.build.extract.speaker_pronouns import BODIES, NEUTER, PLURAL, PRONOUNS, SINGULAR, fits
from newsledger.build.extract.statement_nouns import Subject
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.text.sentences import Sentence
from newsledger.schema.vocabularies import SpeakerKind

KINDS = {
    ActorKind.PERSON: SpeakerKind.PERSON,
    ActorKind.ORGANISATION: SpeakerKind.ORGANISATION,
    ActorKind.STATE: SpeakerKind.STATE,
    ActorKind.GROUP: SpeakerKind.GROUP,
    ActorKind.ROLE: SpeakerKind.PERSON,
    ActorKind.ANONYMOUS: SpeakerKind.ANONYMOUS,
}
# A preposition right before a mention: no subject, so no antecedent.
BY = re.compile(r"\b(?:by|with|of|to|from|for|against|at|in|on|between|under|behind)\s+$")


class SpeakerChain:
    """The speakers of one article in the order they are met; resolves each new one by those before."""

    def __init__(self, annotated: Annotated, subjects: Callable[[int], list[Subject]] | None = None) -> None:
        self.subjects = subjects or (lambda offset: [])
        self.annotated = annotated
        self.view = annotated.document.view
        self.said: list[Speaker] = []
        self.genders: dict[str | None, bool] = {}

    @cached_property
    def _proper(self) -> dict[int, str]:
        """The proper name of each body that the article also describes ("the UN agency for refugees, UNHCR")."""
        found: dict[int, str] = {}
        for mention in self.annotated.actors:
            if mention.kind is ActorKind.ORGANISATION and not is_proper(mention.name):
                name = plain(self.view[mention.start : mention.end])
                if is_proper(name) and len(name) > len(found.get(mention.entity, "")):
                    found[mention.entity] = name
        return found

    def resolve(self, subject: Subject, since: int | None = None) -> Speaker | None:
        """Read the speaker of a subject; nobody named after `since` can be meant by a pronoun."""
        start, end = subject.start, subject.end
        text = self.view[start:end].strip()
        if text.lower() in PRONOUNS:
            found = self._antecedent(text.lower(), start, since if since is not None else start)
            found = found or self._postcedent(start)
            speaker: Speaker | None = replace(found, text=text, start=start) if found else None
            if speaker is None:
                return Speaker(None, text, start, None)
            if text.lower() in SINGULAR:
                self.genders.setdefault(speaker.name, text.lower() in ("she", "her"))
        else:
            speaker = self._named(start, end, subject.apposition) or self._described(text, start)
        if speaker is not None:
            self.said.append(speaker)
        return speaker

    def _named(self, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        text = self.view[start:end].strip()
        if m := ISSUED.match(text):
            author = self._named(start + m.end(), end, apposition) or self._described(text[m.end() :], start + m.end())
            return replace(author, text=text, start=start) if author else None
        mention = self._head(start, end)
        named = mention is not None and mention.kind is ActorKind.PERSON
        if not named and (beside := self._set_beside(text, start, end, apposition)):
            return beside
        if mention is None:
            return None
        if mention.kind is ActorKind.PERSON and mention.end < end and is_paper(self.view[mention.end : end]):
            return None
        speaker = self._of(mention, text, start)
        if mention.kind is ActorKind.PERSON:
            return replace(speaker, name=with_surname(speaker.name or "", self.view, mention.end, end))
        if is_bare_role(text):
            return self._by_role(text, start) or speaker
        rest = self.view[mention.end : end].strip()
        if rest[:1].isupper() and is_proper(rest) and self.view[start : mention.end].split()[-1].islower():
            return replace(speaker, name=rest, entity=None)
        if (mention.start <= start + 4 and mention.end >= end) or not is_role(text):
            return speaker
        return replace(speaker, name=plain(text), entity=None, kind=self._kind(speaker, text))

    def _set_beside(self, text: str, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        """The person named in the apposition of a role: "the envoy, Gen. X"."""
        if apposition is None:
            return None
        role = plain(text)
        person = next(
            (m for m in self._overlapping(*apposition) if m.kind is ActorKind.PERSON and not self._owns(m)), None
        )
        if person is not None:
            found = self._of(person, text, start)
            beside = role_with_rank(role, self.view[start : person.end], person.name)
            return replace(found, role=found.role if person.role else beside)
        name = name_beside(self.view, *apposition)
        if name and (is_person_role(text) or not own_name(self.view, start, end)):
            return Speaker(name, text, start, SpeakerKind.PERSON, role)
        return None

    def _head(self, start: int, end: int) -> ActorMention | None:
        inside = [m for m in self._overlapping(start, end) if not self._owns(m)]
        people = [m for m in inside if m.kind is ActorKind.PERSON]
        return next(iter(people or inside), None)

    def _overlapping(self, start: int, end: int) -> list[ActorMention]:
        near = within(self.annotated.actors, max(0, start - 120), end + 120)
        return [m for m in near if m.start < end and m.end > start]

    def _owns(self, mention: ActorMention) -> bool:
        return self.view[mention.end : mention.end + 2] in ("'s", "’s", "' ", "’ ")

    def _of(self, mention: ActorMention, text: str, start: int) -> Speaker:
        speaker = Speaker(
            self._literal(mention, without_count(self._proper.get(mention.entity, mention.name), text), text),
            text,
            start,
            KINDS[mention.kind],
            self._role(mention),
            mention.organisation,
            mention.entity,
            mention.is_plural,
            mention.gender,
        )
        return replace(speaker, kind=self._kind(speaker, text)) if mention.kind is ActorKind.ROLE else speaker

    def _literal(self, mention: ActorMention, name: str, text: str) -> str:
        """The name as the article has it: in full where it is spelt out, never one the article does not use."""
        if (short := acronym(name)) and (full := spelt_before(self.view, short)):
            return full
        if mention.kind is not ActorKind.ORGANISATION or name in self.view or not text[:3].lower().startswith("the"):
            return name
        return plain(text)

    def _role(self, mention: ActorMention) -> str | None:
        """The role of a mention, with the rank of a person."""
        if mention.kind is not ActorKind.PERSON:
            return mention.role
        return role_with_rank(mention.role, self.view[mention.start : mention.end], mention.name)

    def _kind(self, speaker: Speaker, text: str) -> SpeakerKind | None:
        return SpeakerKind.ANONYMOUS if head_noun(text) in speaker_nouns("unnamed") else speaker.kind

    def _described(self, text: str, start: int) -> Speaker | None:
        """A phrase no actor stands in: a name of its own, a role told before, or the phrase itself."""
        if not text.split():
            return None
        if is_bare_role(text) and (known := self._by_role(text, start)):
            return known
        if (short := acronym(text)) and (known := self._by_acronym(short, text, start)):
            return known
        name = own_name(self.view, start, start + len(text))
        if name and text.rstrip().endswith(name) and text[0].isupper() and not is_role(text):
            return Speaker(self._fuller(name), text, start, kind_of(text))
        return Speaker(plain(text), text, start, kind_of(text), plural=is_plural(text))

    def _by_acronym(self, short: str, text: str, start: int) -> Speaker | None:
        """The person whose office an article has shortened: "Inspector General (IG) Ana Ruiz … the IG"."""
        at = self.view.find(f"({short}) ", 0, start)
        after = at + len(short) + 3
        for mention in within(self.annotated.actors, at, after + 60) if at > 0 else ():
            if mention.kind is ActorKind.PERSON and mention.end > after >= mention.start - 1:
                return self._of(mention, text, start)
        return None

    def _fuller(self, name: str) -> str:
        last = name.split()[-1]
        for speaker in self.said:
            if speaker.name and speaker.name.split()[-1] == last and len(speaker.name) > len(name):
                return speaker.name
        return name

    def _by_role(self, text: str, at: int) -> Speaker | None:
        """Whom "the minister" or "the agency" means: who was named before with that noun, else who spoke last."""
        head = head_noun(text)
        if head == "diplomats":
            head = "embassy"
        elif " " not in text:
            return None
        if head in speaker_nouns("any_body") and self.said and self.said[-1].kind in BODIES:
            return replace(self.said[-1], text=text, start=at)
        body = is_body(head)
        for speaker in reversed(self.said):
            if body and speaker.kind not in BODIES:
                continue
            described = f"{speaker.role or ''} {speaker.name or ''} {speaker.text} {speaker.organisation or ''}"
            if head in spelt_out(described) and speaker.text.lower() != text.lower():
                return replace(speaker, text=text, start=at)
        for mention in reversed(within(self.annotated.actors, 0, at)):
            if body and KINDS[mention.kind] not in BODIES:
                continue
            described = f"{mention.role or ''} {self.view[mention.start : mention.end]} {mention.name}"
            if head in spelt_out(described) and mention.name.lower() not in (text.lower(), plain(text).lower()):
                return self._of(mention, text, at)
        return self._generic(head, text, at)

    def _generic(self, head: str, text: str, at: int) -> Speaker | None:
        if head in speaker_nouns("generic"):
            found = next((s for s in reversed(self.said) if s.kind in BODIES), None)
        elif head in speaker_nouns("epithets"):
            found = next((s for s in reversed(self.said) if s.kind is SpeakerKind.PERSON), None)
        else:
            found = None
        return replace(found, text=text, start=at) if found else None

    def _antecedent(self, pronoun: str, at: int, since: int) -> Speaker | None:
        """Walk back sentence by sentence: who spoke there, else who is its first fitting actor."""
        sentence = self.annotated.document.sentence_at(min(at, since))
        for strict in (True, False):
            for span in self._told_before(sentence.index, 20 if pronoun in SINGULAR else 5):
                for speaker in self._candidates(span.start, min(span.end, since)):
                    if fits(pronoun, speaker, strict, self.genders) and (
                        speaker in self.said or not strict or is_named(speaker)
                    ):
                        return speaker
            if found := self._subject_before(pronoun, at):
                return found
        fallback = next((s for s in reversed(self.said) if fits(pronoun, s, False, self.genders)), None)
        alone = pronoun in PLURAL and fallback is None and self.said and not is_named(self.said[-1])
        return self.said[-1] if alone else fallback

    def _told_before(self, index: int, reach: int) -> list[Sentence]:
        """The last sentences up to one, the nearest first; those inside quotations do not count."""
        document = self.annotated.document
        spans = document.sentences[max(0, index - reach) : index + 1][::-1]
        quotes = [document.quote_at(span.start + 1) for span in spans]
        told = [s for s, q in zip(spans, quotes, strict=True) if s.index == index or q is None or q.end < s.end - 2]
        return list(spans) if reach < 6 else told[:6]

    def _candidates(self, start: int, end: int) -> Iterator[Speaker]:
        """The speakers of a stretch, the last first, then its other actors in text order."""
        yield from reversed([s for s in self.said if start <= s.start < end])
        for mention in within(self.annotated.actors, start, end):
            quoted = self.annotated.document.quote_at(mention.start) is not None
            if not quoted and not self._owns(mention) and not BY.search(self.view, max(0, start - 1), mention.start):
                text = self.view[mention.start : mention.end]
                known = (
                    self._by_role(text, mention.start)
                    if mention.kind is ActorKind.ROLE and is_bare_role(text)
                    else None
                )
                yield known or self._of(mention, text, mention.start)

    def _subject_before(self, pronoun: str, at: int) -> Speaker | None:
        """The subject of an earlier sentence, where no actor fits."""
        for subject in self.subjects(at):
            text = self.view[subject.start : subject.end]
            if text.lower() in PRONOUNS:
                continue
            speaker = self._named(subject.start, subject.end, subject.apposition)
            speaker = speaker or self._described(text, subject.start)
            if speaker is None or (pronoun in SINGULAR and not is_named(speaker) and not is_role(text)):
                continue
            plural = " and " in text or speaker.plural
            fitting = replace(speaker, plural=plural)
            if pronoun in NEUTER or (plural == (pronoun in PLURAL) and fits(pronoun, fitting, True, self.genders)):
                return replace(fitting, kind=SpeakerKind.ORGANISATION) if pronoun in NEUTER else fitting
        return None

    def _postcedent(self, start: int) -> Speaker | None:
        """The person a leading "his" looks forward to in the same sentence."""
        end = self.annotated.document.sentence_at(start).end
        for mention in within(self.annotated.actors, start, end):
            if mention.kind is ActorKind.PERSON:
                return self._of(mention, self.view[mention.start : mention.end], mention.start)
        return None
