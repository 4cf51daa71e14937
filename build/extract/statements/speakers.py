"""Speakers: whom a cue's noun phrase, pronoun or role means, by the speakers and actors named before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from newsledger.build.extract.statements.nouns import Subject
from newsledger.build.extract.statements.rules import section
from newsledger.build.extract.statements.speaker_names import (
    BODIES,
    Speaker,
    head_noun,
    is_bare_role,
    is_named,
    is_role,
    plain,
    told_of,
)
from newsledger.build.extract.statements.speaker_offices import holder_before, named_later
from newsledger.build.extract.statements.speaker_phrases import PhraseReader
from newsledger.build.extract.statements.speaker_pronouns import (
    NEUTER,
    PARTS,
    PLURAL,
    PRONOUNS,
    SINGULAR,
    first_authority,
    first_person,
    fits,
    may_speak,
    told_before,
)
from newsledger.build.extract.statements.speaker_spellings import body_described
from newsledger.build.extract.statements.speaker_stand_ins import INDEFINITE
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import SpeakerKind

# A preposition right before a mention: no subject, so no antecedent.
BY = re.compile(r"\b(?:by|with|of|to|from|for|against|at|in|on|between|under|behind)\s+$")

HOME = re.compile(r"(?:of|from|in|near) (?:[\w-]+ ){0,3}[A-Z]")


class SpeakerChain:
    """The speakers of one article in the order they are met; resolves each new one by those before."""

    def __init__(self, annotated: Annotated, subjects: Callable[[int], list[Subject]] | None = None) -> None:
        self.subjects = subjects or (lambda offset: [])
        self.annotated = annotated
        self.view = annotated.document.view
        self.phrases = PhraseReader(annotated)
        self.said = self.phrases.said
        self.genders: dict[str | None, bool] = {}

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
            speaker = self._whose_home(start, end) or self.phrases.read(start, end, subject.apposition)
            speaker = self._in_full(speaker, text, start)
        if speaker is not None:
            self.said.append(speaker)
        return speaker

    def _whose_home(self, start: int, end: int) -> Speaker | None:
        """The person of whom only the home stands between the name and the verb: "Ana Ruiz, of Lima, said"."""
        if HOME.match(self.view, start, end) is None or self.view[start - 2 : start] != ", ":
            return None
        people = within(self.annotated.actors, max(0, start - 100), start)
        person = next((m for m in people if m.end == start - 2 and m.kind is ActorKind.PERSON), None)
        return self.phrases.of(person, self.view[person.start : end], person.start) if person else None

    def _in_full(self, speaker: Speaker | None, text: str, start: int) -> Speaker | None:
        """A speaker by his office with the name that the article gives him elsewhere."""
        if speaker is None or is_named(speaker) or speaker.plural:
            return speaker
        if speaker.kind is SpeakerKind.ORGANISATION and (full := body_described(self.view, text)):
            return replace(speaker, name=full)
        head = head_noun(text)
        nameless = (s.start for s in self.said if INDEFINITE.match(s.text) and head_noun(s.text) == head)
        holder = holder_before(self.annotated, text, start, max(nameless, default=0))
        holder = holder or named_later(self.annotated, text, start)
        return replace(self.phrases.of(holder, text, start), role=plain(text)) if holder else speaker

    def authority(self, subject: Subject) -> Speaker | None:
        """Whose voice the article's own "we" is: that of the embassy or ministry it names first."""
        first, text = first_authority(self.annotated), self.view[subject.start : subject.end]
        told = next((replace(s, text=text, start=subject.start) for s in self.said[-1:] if s.kind in BODIES), None)
        return self.phrases.of(first, text, subject.start) if first else told

    def _antecedent(self, pronoun: str, at: int, since: int) -> Speaker | None:
        """Walk back sentence by sentence: who spoke there, else who is its first fitting actor."""
        sentence = self.annotated.document.sentence_at(min(at, since))
        own = self.annotated.document.sentence_at(at)
        told = self.annotated.document.quote_at(at - 3) if at > 3 else None
        beside = self.view[told.start if told else min(at, since) : own.end] if pronoun in SINGULAR else ""
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
            bare = mention.kind is ActorKind.ROLE and is_bare_role(text)
            known = self.phrases.by_role(text, mention.start) if bare else None
            yield known or self.phrases.of(mention, text, mention.start)

    def _subject_before(self, pronoun: str, at: int) -> Speaker | None:
        """The subject of an earlier sentence, where no actor fits."""
        for subject in self.subjects(at):
            text = self.view[subject.start : subject.end]
            if text.lower() in PRONOUNS:
                continue
            speaker = self.phrases.read(subject.start, subject.end, subject.apposition)
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
        return self.phrases.of(person, self.view[person.start : person.end], person.start) if person else None
