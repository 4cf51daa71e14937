"""Speakers: the fullest name behind a cue's noun phrase, pronoun or role, by the speakers and actors named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_names import (
    BODIES,
    ISSUED,
    SENT_BY,
    Speaker,
    head_noun,
    is_bare_role,
    is_body,
    is_modifier,
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
    told_of,
    with_surname,
)
from newsledger.build.extract.statements.speaker_offices import holder_before, named_later
from newsledger.build.extract.statements.speaker_pronouns import (
    KINDS,
    NEUTER,
    PARTS,
    PLURAL,
    PRONOUNS,
    SINGULAR,
    first_authority,
    first_person,
    fits,
    head_mention,
    holder_of,
    last_called,
    may_speak,
    overlapping,
    owns,
    role_of,
    told_before,
)
from newsledger.build.extract.statements.speaker_spellings import acronym, as_written, body_described
from newsledger.build.extract.statements.speaker_stand_ins import body_of, is_called, is_meant, tells_apart
from newsledger.build.lexicon.function_words import speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import SpeakerKind

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
        self.proper = proper_names(annotated.actors, self.view)

    def resolve(self, subject: Subject, since: int | None = None) -> Speaker | None:
        """Read the speaker of a subject; nobody named after `since` can be meant by a pronoun."""
        channel = section("channels").search(self.view, subject.start, subject.end)
        start, end = subject.start, channel.start() if channel and channel.start() > subject.start else subject.end
        text = self.view[start:end].strip()
        if part := self._antecedent("they", start, start) if text.lower() in PARTS else None:
            speaker: Speaker | None = replace(part, text=text, start=start)
        elif text.lower() in PRONOUNS:
            found = self._antecedent(text.lower(), start, start if since is None else since) or self._postcedent(start)
            speaker = replace(found, text=text, start=start) if found else None
            if speaker is None:
                return Speaker(None, text, start, None)
            if text.lower() in SINGULAR:
                self.genders.setdefault(speaker.name, text.lower() in ("she", "her"))
        else:
            speaker = self._named(start, end, subject.apposition) or self._described(text, start)
            speaker = self._in_full(speaker, text, start)
        if speaker is not None:
            self.said.append(speaker)
        return speaker

    def _in_full(self, speaker: Speaker | None, text: str, start: int) -> Speaker | None:
        """A speaker by his office with the name that the article gives him elsewhere."""
        if speaker is None or is_named(speaker) or speaker.plural:
            return speaker
        if speaker.kind is SpeakerKind.ORGANISATION and (full := body_described(self.view, text)):
            return replace(speaker, name=full)
        holder = holder_before(self.annotated, text, start) or named_later(self.annotated, text, start)
        return replace(self._of(holder, text, start), role=plain(text)) if holder else speaker

    def authority(self, subject: Subject) -> Speaker | None:
        """Whose voice the article's own "we" is: that of the embassy or ministry it names first."""
        first, text = first_authority(self.annotated), self.view[subject.start : subject.end]
        told = next((replace(s, text=text, start=subject.start) for s in self.said[-1:] if s.kind in BODIES), None)
        return self._of(first, text, subject.start) if first else told

    def _named(self, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        text = self.view[start:end].strip()
        if (short := acronym(text)) and (holder := holder_of(self.annotated, short, start)):
            return self._of(holder, text, start)
        if m := section("self_named").search(text):
            return Speaker(m["who"], text, start, SpeakerKind.GROUP)
        if m := ISSUED.match(text):
            author = self._named(start + m.end(), end, apposition) or self._described(text[m.end() :], start + m.end())
            return replace(author, text=text, start=start) if author else None
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
        speaker = None if is_paper(rest) else self._of(mention, text, start)
        return replace(speaker, name=with_surname(speaker.name or "", rest)) if speaker else None

    def _body(self, mention: ActorMention, text: str, start: int, end: int) -> Speaker:
        speaker = self._of(mention, text, start)
        if name := member_named(text):
            return Speaker(name, text, start, SpeakerKind.PERSON, text.removesuffix(name).strip())
        if is_bare_role(text):
            return self._by_role(text, start) or speaker
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
            found = self._of(person, text, start)
            beside = role_with_rank(role, self.view[start : person.end], person.name)
            return replace(found, role=found.role if person.role else beside)
        name = name_beside(self.view, *apposition)
        if name and (is_person_role(text) or not own_name(self.view, start, end)):
            return Speaker(name, text, start, SpeakerKind.PERSON, role)
        return self._body_beside(text, start, apposition)

    def _body_beside(self, text: str, start: int, apposition: tuple[int, int]) -> Speaker | None:
        """The body named in the apposition of a common noun: "the largest party, the People's Front"."""
        if not is_body(head_noun(text)):
            return None
        bodies = [m for m in overlapping(self.annotated, *apposition) if KINDS[m.kind] in BODIES]
        named = next((m for m in bodies if m.start <= apposition[0] + 4 and m.name[:1].isupper()), None)
        return self._of(named, text, start) if named and plain(text)[:1].islower() else None

    def _of(self, mention: ActorMention, text: str, start: int) -> Speaker:
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
        return replace(speaker, kind=kind_told(speaker, text)) if mention.kind is ActorKind.ROLE else speaker

    def _described(self, text: str, start: int) -> Speaker | None:
        """A phrase no actor stands in: a name of its own, a role told before, or the phrase itself."""
        if not text.split():
            return None
        if is_bare_role(text) and (known := self._by_role(text, start)):
            return known
        name = own_name(self.view, start, start + len(text))
        whole = text[0].isupper() or is_outlet(text)
        if name and text.rstrip().endswith(name) and whole and not is_role(text):
            known = next((s for s in self.said if s.name == name), None)
            kind = known.kind if known else kind_of(text)
            return Speaker(as_written(self.view, self._fuller(name), text, False), text, start, kind)
        return Speaker(plain(text), text, start, kind_of(text), plural=is_plural(text))

    def _fuller(self, name: str) -> str:
        last, told = name.split()[-1], [s.name for s in self.said if s.name]
        return next((n for n in told if n.split()[-1] == last and len(n) > len(name)), name)

    def _by_role(self, text: str, at: int) -> Speaker | None:
        """Whom "the minister" or "the agency" means: who was named before with that noun, else who spoke last."""
        head = head_noun(text)
        if text.lower().startswith("the same ") and self.said:
            return replace(self.said[-1], text=text, start=at)
        if head in members():
            head = members()[head]
        elif " " not in text:
            return None
        if head in speaker_nouns("any_body") and self.said and (body := body_of(self.said[-1])):
            return replace(body, text=text, start=at)
        if head in speaker_nouns("media") and (
            outlet := next((s for s in reversed(self.said) if is_outlet(s.text)), None)
        ):
            return replace(outlet, text=text, start=at)
        bodied = is_body(head)
        for speaker in reversed(self.said):
            described = f"{speaker.role or ''} {speaker.name or ''} {speaker.text} {speaker.organisation or ''}"
            fit = speaker.kind in BODIES if bodied else speaker.plural or not is_plural(text)
            if (
                fit
                and not tells_apart(text, speaker.text)
                and is_called(head, speaker.name or "", speaker.text, described)
                and speaker.text.lower() != text.lower()
            ):
                return replace(speaker, text=text, start=at)
        mention = last_called(self.annotated, head, (text.lower(), plain(text).lower()), at)
        return self._of(mention, text, at) if mention else self._generic(head, text, at)

    def _generic(self, head: str, text: str, at: int) -> Speaker | None:
        """Who wrote "the statement", or is "the veteran": the nearest who spoke before and can be meant."""
        found = next((s for s in reversed(self.said) if is_meant(head, s)), None)
        return replace(found, text=text, start=at) if found else None

    def _antecedent(self, pronoun: str, at: int, since: int) -> Speaker | None:
        """Walk back sentence by sentence: who spoke there, else who is its first fitting actor."""
        sentence = self.annotated.document.sentence_at(min(at, since))
        own = self.annotated.document.sentence_at(at)
        beside = self.view[min(at, since) : own.end] if pronoun in SINGULAR else ""
        for strict in (True, False):
            for span in told_before(self.annotated.document, sentence.index, 20 if pronoun in SINGULAR else 5):
                for speaker in self._candidates(span.start, min(span.end, since), strict or pronoun not in SINGULAR):
                    named = speaker in self.said or not strict or is_named(speaker)
                    if named and fits(pronoun, speaker, strict, self.genders) and not told_of(speaker, beside):
                        return speaker
            if found := self._subject_before(pronoun, at):
                return found
        fitting = [s for s in self.said if fits(pronoun, s, False, self.genders) and not told_of(s, beside)]
        fallback = fitting[-1] if fitting else None
        alone = pronoun in PLURAL and fallback is None and self.said and not is_named(self.said[-1])
        return self.said[-1] if alone else fallback

    def _candidates(self, start: int, end: int, strict: bool) -> Iterator[Speaker]:
        """The speakers of a stretch, the last first, then its other actors in text order; `strict`: subjects only."""
        yield from reversed([s for s in self.said if start <= s.start < end])
        for mention in within(self.annotated.actors, start, end):
            if not may_speak(self.annotated.document, mention):
                continue
            if strict and BY.search(self.view, max(0, start - 1), mention.start):
                continue
            text = self.view[mention.start : mention.end]
            known = (
                self._by_role(text, mention.start) if mention.kind is ActorKind.ROLE and is_bare_role(text) else None
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
        person = first_person(self.annotated, start, self.annotated.document.sentence_at(start).end)
        return self._of(person, self.view[person.start : person.end], person.start) if person else None
