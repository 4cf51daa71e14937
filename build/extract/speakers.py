"""Speakers: the fullest name behind a cue's noun phrase, pronoun or role, by the speakers and actors named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from newsledger.build.extract.statement_nouns import Subject
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import SpeakerKind

SINGULAR = frozenset(("he", "she", "him", "her", "his", "i", "me"))
PLURAL = frozenset(("they", "them", "their", "we", "us", "both", "two", "others"))
NEUTER = frozenset(("it", "its"))
FEMALE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Madame|Lady|Queen|Princess|Sister|\w*woman|mother|wife|widow|daughter|aunt|sister|girl|actress|her|she)\b",
    re.IGNORECASE,
)
MALE = re.compile(
    r"\b(?:Mr|Lord|Sir|King|Prince|Father|Brother|\w*man|father|husband|son|uncle|brother|boy|actor|his|he|Sheikh|Mullah|Imam|Ayatollah|Pope)\b",
    re.IGNORECASE,
)
DETERMINER = re.compile(
    r"\A(?:the|a|an|this|that|his|her|its|their|our|one|another|some|The|A|An|This|That|His|Her|Its|Their|Our|One|Another|Some)\s+"
)
KINDS = {
    ActorKind.PERSON: SpeakerKind.PERSON,
    ActorKind.ORGANISATION: SpeakerKind.ORGANISATION,
    ActorKind.STATE: SpeakerKind.STATE,
    ActorKind.GROUP: SpeakerKind.GROUP,
    ActorKind.ROLE: SpeakerKind.PERSON,
    ActorKind.ANONYMOUS: SpeakerKind.ANONYMOUS,
}
ISSUED = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne) (?:[\w-]+ ){0,3}?(?:statement|communiqu[ée]|letter|message|report|"
    r"announcement|advisory|notice|release|memo|tweet|post|figures|data) "
    r"(?:issued |released |published |signed |posted |carried |read out )?(?:by|from|on behalf of) "
)
NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*|al-[A-Z][\w’'-]+)(?:\s+(?:(?:al|bin|ibn|abu|de|da|di|del|della|van|von|der|den|la|le|el|dos|du|ter|ould|ag|y)\s+)*(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*|al-[A-Z][\w’'-]+))*"
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is the fullest in the article, `text` what stands at the cue, `start` where it stands."""

    name: str | None
    text: str
    start: int
    kind: SpeakerKind | None
    role: str | None = None
    organisation: str | None = None
    entity: int | None = None
    plural: bool = False


class SpeakerChain:
    """The speakers of one article in the order they are met; resolves each new one by those before."""

    def __init__(self, annotated: Annotated, subjects: Callable[[int], list[Subject]] | None = None) -> None:
        self.subjects = subjects or (lambda offset: [])
        self.annotated = annotated
        self.view = annotated.document.view
        self.said: list[Speaker] = []

    def resolve(self, start: int, end: int, apposition: tuple[int, int] | None = None) -> Speaker | None:
        """Read the speaker at `start:end`; None when a pronoun has nobody to stand for."""
        text = self.view[start:end].strip()
        bare = text.lower()
        if bare in SINGULAR | PLURAL | NEUTER:
            found = self._antecedent(bare, start) or self._postcedent(start)
            speaker = replace(found, text=text, start=start) if found else None
            if speaker is None:
                return Speaker(None, text, start, None)
        else:
            speaker = self._named(start, end, apposition) or self._described(text, start)
        if speaker is not None:
            self.said.append(speaker)
        return speaker

    def last(self) -> Speaker | None:
        """Who spoke last."""
        return self.said[-1] if self.said else None

    def _named(self, start: int, end: int, apposition: tuple[int, int] | None) -> Speaker | None:
        text = self.view[start:end].strip()
        if m := ISSUED.match(text):
            author = self._named(start + m.end(), end, apposition) or self._described(text[m.end() :], start + m.end())
            return replace(author, text=text, start=start) if author else None
        mention = self._head(start, end)
        beside = self._person(*apposition) if apposition else None
        if beside is not None and (mention is None or mention.kind is not ActorKind.PERSON):
            role = DETERMINER.sub("", text)
            return self._from_mention(beside, text, start, role)
        if mention is None:
            if (
                apposition
                and (name := self._beside(*apposition))
                and (self._person_role(text) or not self._own_name(start, end))
            ):
                return Speaker(name, text, start, SpeakerKind.PERSON, DETERMINER.sub("", text))
            return None
        speaker = self._from_mention(mention, text, start, None)
        if mention.kind in (ActorKind.ROLE, ActorKind.ORGANISATION) and self._is_bare_role(text):
            return self._by_role(text, start) or speaker
        if mention.kind not in (ActorKind.PERSON,) and self._own_role(text):
            known = self._by_role(text, start) if text.lower().startswith(("the ", "his ", "her ")) else None
            return known or replace(speaker, name=_plain(text), entity=None)
        return speaker

    def _head(self, start: int, end: int) -> ActorMention | None:
        inside = [m for m in self._overlapping(start, end) if not self._owns(m)]
        people = [m for m in inside if m.kind is ActorKind.PERSON]
        return next(iter(people or inside), None)

    def _overlapping(self, start: int, end: int) -> list[ActorMention]:
        near = within(self.annotated.actors, max(0, start - 60), end + 60)
        return [m for m in near if m.start < end and m.end > start]

    def _owns(self, mention: ActorMention) -> bool:
        return self.view[mention.end : mention.end + 2] in ("'s", "’s") or self.view[mention.end : mention.end + 2] in (
            "' ",
            "’ ",
        )

    def _person(self, start: int, end: int) -> ActorMention | None:
        return next((m for m in within(self.annotated.actors, start, end) if m.kind is ActorKind.PERSON), None)

    def _from_mention(self, mention: ActorMention, text: str, start: int, role: str | None) -> Speaker:
        return Speaker(
            mention.name,
            text,
            start,
            KINDS[mention.kind],
            mention.role or role,
            mention.organisation,
            mention.entity,
            mention.is_plural,
        )

    def _own_name(self, start: int, end: int) -> str | None:
        """A run of capitals at the end of a phrase, titles taken off."""
        titles = speaker_nouns("titles")
        best = None
        stop = end
        if (of := re.compile(r" (?:of|for|in|at|from|with) ").search(self.view, start, end)) and NAME.search(
            self.view, start, of.start()
        ):
            stop = of.start()
        for m in NAME.finditer(self.view, start, stop):
            words = m[0].split()
            while words and (
                words[0].lower().rstrip(".") in titles or words[0].lower() in function_words("determiners")
            ):
                words = words[1:]
            if words:
                best = " ".join(words)
        return best

    def _beside(self, start: int, end: int) -> str | None:
        """The name in an apposition that is one: "Gen. Rupert Smith", "a tailor named Bashir Lone"."""
        text = self.view[start:end]
        if m := re.search(
            r"\b(?:named|called|nicknamed|name (?:only )?as|(?:him|her)self (?:only )?as|identified (?:only )?as) ",
            text,
        ):
            return self._own_name(start + m.end(), end)
        return self._own_name(start, end) if text[:1].isupper() and NAME.fullmatch(self.view, start, end) else None

    def _person_role(self, text: str) -> bool:
        head = re.split(r" (?:of|for|in|at|from|with|on|to|who|near) ", text)[0].split()
        return bool(head) and head[-1].lower().strip("\"'”’") in speaker_nouns("person")

    def _own_role(self, text: str) -> bool:
        head = re.split(r" (?:of|for|in|at|from|with|on|to|who|near) ", text)[0].split()
        return bool(head) and head[-1].lower() in speaker_nouns("person", "plural", "organisation", "document", "media")

    def _is_bare_role(self, text: str) -> bool:
        words = text.lower().split()
        return len(words) <= 3 and words[0] in ("the", "this", "his", "her", "that")

    def _described(self, text: str, start: int) -> Speaker | None:
        """A phrase no actor stands in: a name of its own, a role told before, or the phrase itself."""
        words = text.split()
        if not words:
            return None
        if text.lower().startswith(("the ", "this ")) and (known := self._by_role(text, start)):
            return known
        name = self._own_name(start, start + len(text))
        if name and text.rstrip().endswith(name) and text[0].isupper() and not self._own_role(text):
            full = self._fuller(name)
            return Speaker(full, text, start, self._kind(text))
        return Speaker(_plain(text), text, start, self._kind(text), plural=_is_plural(text))

    def _fuller(self, name: str) -> str:
        last = name.split()[-1]
        for speaker in self.said:
            if speaker.name and speaker.name.split()[-1:] == [last] and len(speaker.name) > len(name):
                return speaker.name
        return name

    def _kind(self, text: str) -> SpeakerKind:
        head = re.split(r" (?:of|for|in|at|from|with|on|to|who|near) ", text)[0].split()[-1].lower()
        if head in speaker_nouns("plural") or head in ("official", "source", "diplomat", "witness", "people"):
            return SpeakerKind.ANONYMOUS
        if head in speaker_nouns("organisation", "media", "document"):
            return SpeakerKind.ORGANISATION
        return SpeakerKind.PERSON

    def _by_role(self, text: str, at: int) -> Speaker | None:
        """The actor named before whose role or name holds the head noun of "the minister"; any document's author."""
        head = text.lower().split()[-1]
        for speaker in reversed(self.said):
            if (
                head
                in f"{speaker.role or ''} {speaker.name} {speaker.text} {speaker.organisation or ''}".lower().split()
            ):
                return replace(speaker, text=text, start=at)
        for mention in reversed(within(self.annotated.actors, 0, at)):
            described = f"{mention.role or ''} {self.view[mention.start : mention.end]}".lower()
            if head in described.split() and mention.name.lower() != text.lower():
                return self._from_mention(mention, text, at, None)
        if head in (
            "statement",
            "document",
            "report",
            "group",
            "agency",
            "organisation",
            "organization",
            "body",
            "official",
            "spokesman",
            "spokeswoman",
        ):
            kinds = (
                (SpeakerKind.PERSON,)
                if head in ("official", "spokesman", "spokeswoman")
                else (SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.STATE)
            )
            found = next((s for s in reversed(self.said) if s.kind in kinds), None)
            return replace(found, text=text, start=at) if found else None
        return None

    def _antecedent(self, pronoun: str, at: int) -> Speaker | None:
        """Walk back sentence by sentence: who spoke there, else who is its first fitting actor."""
        document = self.annotated.document
        sentence = document.sentence_at(at)
        for index in range(sentence.index, max(-1, sentence.index - 6), -1):
            span = document.sentences[index]
            stop = min(span.end, at)
            spoke = [s for s in self.said if span.start <= s.start < stop and self._fits(pronoun, s)]
            if spoke:
                return spoke[-1]
            for mention in within(self.annotated.actors, span.start, stop):
                if document.quote_at(mention.start) or self._owns(mention):
                    continue
                speaker = self._from_mention(mention, self.view[mention.start : mention.end], mention.start, None)
                if self._fits(pronoun, speaker) and self._gender_fits(pronoun, mention):
                    return speaker
        return next((s for s in reversed(self.said) if self._fits(pronoun, s)), None) or self._subject_before(
            pronoun, at
        )

    def _subject_before(self, pronoun: str, at: int) -> Speaker | None:
        """The subject of an earlier sentence, where no actor fits."""
        for subject in self.subjects(at):
            text = self.view[subject.start : subject.end]
            speaker = self._named(subject.start, subject.end, subject.apposition) or self._described(
                text, subject.start
            )
            if speaker is None or text.lower() in SINGULAR | PLURAL | NEUTER:
                continue
            plural = " and " in text or speaker.plural
            if plural == (pronoun in PLURAL) and (
                pronoun in NEUTER or self._fits(pronoun, replace(speaker, plural=plural))
            ):
                return speaker
        return None

    def _postcedent(self, start: int) -> Speaker | None:
        """The person a leading "his" looks forward to in the same sentence."""
        end = self.annotated.document.sentence_at(start).end
        for mention in within(self.annotated.actors, start, end):
            if mention.kind is ActorKind.PERSON:
                return self._from_mention(mention, self.view[mention.start : mention.end], mention.start, None)
        return None

    def _fits(self, pronoun: str, speaker: Speaker) -> bool:
        if pronoun in SINGULAR:
            if speaker.kind is not SpeakerKind.PERSON and not (
                speaker.kind is SpeakerKind.ANONYMOUS and not speaker.plural
            ):
                return False
            around = f"{speaker.role or ''} {speaker.text}"
            if pronoun in ("she", "her"):
                return not MALE.search(around)
            return not (pronoun in ("he", "him", "his") and FEMALE.search(around))
        if pronoun in PLURAL:
            return speaker.plural or speaker.kind in (SpeakerKind.GROUP, SpeakerKind.ORGANISATION, SpeakerKind.STATE)
        return speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.STATE, SpeakerKind.GROUP)

    def _gender_fits(self, pronoun: str, mention: ActorMention) -> bool:
        before = self.view[max(0, mention.start - 12) : mention.end]
        if pronoun == "she" and re.search(r"\bhis wife\b|\bMrs\b|\bMs\b", before):
            return True
        return True


def _plain(text: str) -> str:
    return DETERMINER.sub("", text, count=1) if len(text.split()) > 1 else text


def _is_plural(text: str) -> bool:
    head = re.split(r" (?:of|for|in|at|from|with|on|to|who|near) ", text)[0].split()
    return bool(head) and head[-1].lower() in speaker_nouns("plural") | function_words("pronouns")
