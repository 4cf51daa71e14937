"""Names and roles of speakers as the words of a noun phrase give them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from newsledger.build.extract.statements.words import is_demonym, reporting_words
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.mentions.actors import ActorKind, ActorMention
from newsledger.schema.vocabularies import SpeakerKind

DETERMINER = re.compile(r"\A(?:the|a|an|this|that|his|her|its|their|our|one|another|some)\s+", re.IGNORECASE)
ENGAGED = "|".join(sorted(reporting_words("engaged")))
SPLIT = re.compile(rf",? (?:of|for|in|at|from|with|on|to|who|near|reached|contacted|{ENGAGED}|\w+(?:ed|led|run) by) ")
CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.\-]*|(?:al|el|an|as|ar)-[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+)"
PARTICLES = r"(?:al|bin|ibn|abu|de|da|di|del|della|van|von|der|den|la|le|el|dos|du|ter|ould|ag|y|e|ul|ur|of)"
NAME = re.compile(rf"{CAPITAL}(?:\s+(?:{PARTICLES.replace('|of', '')}\s+)*{CAPITAL})*")
MEMBER = re.compile(
    r"\b(?:MLA|MP|MSP|MEP|TD|[Mm]ember|[Ss]enator|[Cc]ouncillor|[Cc]andidate|[Dd]eputy|[Mm]inister) for "
    r"(?:(?:North|South|East|West|Mid|Upper|Lower|Central|Greater) )?[A-Z][\w’'-]+ "
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z]\.)? [A-Z][\w’'-]+)$"
)
DEFINITE = frozenset(("the", "this", "his", "her", "that", "its", "their", "our"))
CALLED = re.compile(
    r"(?<![\w-])(?:named|called|nicknamed|name (?:only )?as|(?:him|her)self (?:only )?as|identified (?:only )?as) "
)
ISSUED = re.compile(
    r"(?:(?:[Aa]n?|[Tt]he|[Oo]ne) )?(?:[\w-]+ ){0,3}?(?:statement|communiqu[ée]|letter|message|report|announcement|"
    r"advisory|notice|release|memo|tweet|post|figures|data|statistics|records) "
    r"(?:(?:issued|released|published|signed|posted|carried|read out|compiled|collected|gathered|prepared|kept) "
    r"(?:(?:on )?\w+day |earlier |today )?)?"
    r"(?:by|from|on behalf of) "
)
ACRONYM = re.compile(r"(?:[Tt]he )?([A-Z]{2,7}s?)")
BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.GROUP, SpeakerKind.STATE)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: `name` is the fullest in the article (null if unknown), `text` what stands at the cue, at `start`."""

    name: str | None
    text: str
    start: int
    kind: SpeakerKind | None
    role: str | None = None
    organisation: str | None = None
    entity: int | None = None
    plural: bool = False
    gender: str | None = None


def plain(text: str) -> str:
    """A noun phrase without its determiner.

    >>> plain("the deputy mayor"), plain("police")
    ('deputy mayor', 'police')
    """
    return DETERMINER.sub("", text, count=1) if len(text.split()) > 1 else text


def head_noun(text: str) -> str:
    """The head noun of a phrase, in lower case.

    >>> head_noun("a spokesman for the Northern Council")
    'spokesman'
    """
    words = SPLIT.split(text)[0].split()
    return words[-1].lower().strip("\"'”’“‘,") if words else ""


def own_name(view: str, start: int, end: int) -> str | None:
    """The name in a phrase: its last run of capitals before "of" or "in", titles taken off."""
    stop = end
    if (of := SPLIT.search(view, start, end)) and NAME.search(view, start, of.start()):
        stop = of.start()
    best = None
    for m in NAME.finditer(view, start, stop):
        words = m[0].split()
        while words and words[0].lower().rstrip(".") in _not_names():
            words = words[1:]
        best = " ".join(words) if words else best
    return best


@cache
def _not_names() -> frozenset[str]:
    return speaker_nouns("titles") | function_words("determiners")


def name_beside(view: str, start: int, end: int) -> str | None:
    """The name in an apposition that is one: "Gen. Rupert Salt", "a tailor named Bashir Lone"."""
    if m := CALLED.search(view, start, end):
        return own_name(view, m.end(), end)
    begin = start + 4 * view.startswith("the ", start)
    if view[begin].isupper() and NAME.fullmatch(view, begin, end):
        return own_name(view, begin, end)
    return None


SENT_BY = re.compile(
    r"(?:[\w ]{0,30}? )?(?:sent|issued|signed|released|posted|published|written|made|delivered|read)"
    r"(?: out)? by (?=[A-Z])"
)
SURNAME = re.compile(rf"(?:\s+{PARTICLES.replace('|of', '')})*(?:\s+{CAPITAL})+")


def with_surname(name: str, rest: str) -> str:
    """A name with what follows it in its phrase, if that is a surname.

    >>> with_surname("Rui", " dos Santos"), with_surname("Rui", " of Kaya")
    ('Rui dos Santos', 'Rui')
    """
    return f"{name}{rest}" if SURNAME.fullmatch(rest) else name


def proper_names(actors: Iterable[ActorMention], view: str) -> dict[int, str]:
    """The proper name of each body that an article also describes ("the UN agency for refugees, UNHCR")."""
    found: dict[int, str] = {}
    for mention in actors:
        if mention.kind is ActorKind.ORGANISATION and not is_proper(mention.name):
            name = plain(view[mention.start : mention.end])
            if is_proper(name) and len(name) > len(found.get(mention.entity, "")):
                found[mention.entity] = name
    return found


def member_named(text: str) -> str | None:
    """The name behind a seat and its constituency.

    >>> member_named("DUP MLA for North Antrim Ana Ruiz"), member_named("the MP for Leeds West")
    ('Ana Ruiz', None)
    """
    found = MEMBER.search(text)
    return found["name"] if found else None


@cache
def members() -> dict[str, str]:
    """Those who stand for the body they belong to: "diplomats" for the embassy named before."""
    return dict(pair.split() for pair in sorted(speaker_nouns("members")))


def is_person_role(text: str) -> bool:
    """Whether a phrase names an office, a trade or a kind of person."""
    return head_noun(text) in speaker_nouns("person")


def is_paper(rest: str) -> bool:
    """Whether a phrase goes on after a name to a paper or outlet, which then speaks: "Unconfirmed reports"."""
    words = rest.split()
    return bool(words) and words[-1].islower() and words[-1] in speaker_nouns("document", "media")


def is_body(head: str) -> bool:
    """Whether a head noun names a body, never a person of it.

    >>> is_body("police"), is_body("ministry"), is_body("spokesman")
    (True, True, False)
    """
    return head in speaker_nouns("organisation") and head not in speaker_nouns("person")


def names_outlet(lead: str, person: bool) -> bool:
    """Whether what seems somebody is the end of an outlet's name: "Radio Kaya", "the daily Jornal de Angola"."""
    words = lead.split()
    return bool(words) and (words[-1].lower() in speaker_nouns("media") or (not person and len(words) > 1))


def is_outlet(text: str) -> bool:
    """Whether a phrase is headed by an outlet of the press, or sets its noun in front of its name.

    >>> is_outlet("the Kayan news agency KNA"), is_outlet("Radio Kaya"), is_outlet("the army press office")
    (True, True, False)
    """
    words, media = text.split(), speaker_nouns("media", "broadcasters")
    named = (k + 1 == len(words) or words[k + 1][0].isupper() for k in range(len(words)))
    return any(word.lower().removesuffix("s") in media and ends for word, ends in zip(words, named, strict=True))


def is_role(text: str) -> bool:
    """Whether a phrase is headed by a noun of those who speak."""
    return head_noun(text) in speaker_nouns("person", "plural", "organisation", "document", "media")


def is_bare_role(text: str) -> bool:
    """Whether a phrase is only a definite common noun, so that its bearer was named before.

    >>> is_bare_role("the minister"), is_bare_role("The Defence Ministry"), is_bare_role("The Department")
    (True, False, True)
    """
    words = text.split()
    if not 1 <= len(words) <= 5 or (len(words) > 1 and words[0].lower() not in DEFINITE):
        return False
    rest = words[1:] or words
    if len(rest) > 1 and any(word.endswith("-based") for word in rest[:-1]):
        return rest[-1] in speaker_nouns("any_body")
    if " ".join(word for word in rest if not is_demonym(word.lower())).islower():
        press = rest[-1] in speaker_nouns("media") and ("news" in rest or not is_body(rest[-1]))
        return len(words) <= 3 or press
    if len(words) > 3:
        return rest[-1] in speaker_nouns("epithets") and all(_only_places(word) for word in rest[:-1])
    if len(rest) == 1:
        return not rest[0].isupper() and rest[0].lower() in speaker_nouns("person", "organisation", "document")
    return rest[-1] in speaker_nouns("any_body", "epithets") and rest[0][:1].isupper()


def _only_places(word: str) -> bool:
    """Whether a word in front of a noun only says whose or how high somebody is: "senior", "UN", "French"."""
    return word in speaker_nouns("plain_modifiers") or word.replace(".", "").isupper() or is_demonym(word.lower())


def is_named(speaker: Speaker) -> bool:
    """Whether a speaker has a name, not only a description."""
    name = speaker.name
    if name is None or not name[:1].isupper() or name.lower() in _not_names():
        return False
    body = speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.GROUP)
    return not is_role(name) or (body and len(name.split()) > 1 and is_proper(SPLIT.split(name)[0]))


def told_of(speaker: Speaker, text: str) -> bool:
    """Whether a text speaks of a person by name, so that its "he" or "she" is somebody else."""
    return (
        bool(text)
        and is_named(speaker)
        and bool(re.search(rf"\b{re.escape((speaker.name or '').split()[-1])}\b", text))
    )


def is_proper(name: str) -> bool:
    """Whether every word of a name but its joints has a capital.

    >>> is_proper("Office for the Coordination of Aid"), is_proper("UN agency for refugees")
    (True, False)
    """
    return all(
        word[:1].isupper() or word in ("of", "the", "and", "for", "in", "on", "to", "de", "al") for word in name.split()
    )


def kind_of(text: str) -> SpeakerKind:
    """The kind of speaker a phrase without a known actor names."""
    head = head_noun(text)
    if head in speaker_nouns("unnamed"):
        return SpeakerKind.ANONYMOUS
    if head in speaker_nouns("organisation", "media", "document") or is_outlet(text) or ACRONYM.fullmatch(text):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.GROUP if head in speaker_nouns("plural") else SpeakerKind.PERSON


def kind_told(speaker: Speaker, text: str) -> SpeakerKind | None:
    """The kind of a speaker told of by a phrase: anonymous where its noun is one of the press's sources."""
    return SpeakerKind.ANONYMOUS if head_noun(text) in speaker_nouns("unnamed") else speaker.kind


def is_plural(text: str) -> bool:
    """Whether a phrase names several speakers."""
    return head_noun(text) in speaker_nouns("plural") or " and " in SPLIT.split(text)[0]


def role_with_rank(role: str | None, text: str, name: str) -> str | None:
    """A role with the rank that stands between it and the name, as written in `text`.

    >>> role_with_rank("base commander", "The base commander, Lt. Col. Ana Ruiz", "Ana Ruiz")
    'base commander, Lt. Col.'
    >>> role_with_rank("mayor", "The mayor, Ana Ruiz", "Ana Ruiz"), role_with_rank(None, "Mr. Ruiz", "Ana Ruiz")
    ('mayor', None)
    """
    words = text.split()
    first = next((n for n, word in enumerate(words) if word.strip(",") in name.split()), 0)
    begin = first
    while begin > 0 and words[begin - 1].rstrip(".").lower() in speaker_nouns("rank_words"):
        begin -= 1
    rank = " ".join(words[begin:first])
    if not rank or (role is not None and rank in role):
        return role
    return rank if role is None else f"{role}, {rank}" if f"{role} {rank}" not in text else f"{role} {rank}"


@lru_cache(maxsize=4096)
def spelt_out(words: str) -> frozenset[str]:
    """The words of a role in lower case, ranks in full beside their short forms.

    >>> sorted(spelt_out("Lt. Gen. of"))
    ['gen', 'general', 'lieutenant', 'lt', 'of']
    """
    found = {word.strip(".,’'\"“”").removesuffix("'s").removesuffix("’s") for word in words.lower().split()}
    return frozenset(found | {full for short, full in _ranks() if short in found})


@cache
def _ranks() -> tuple[tuple[str, str], ...]:
    pairs = [entry.split() for entry in sorted(speaker_nouns("ranks"))]
    return tuple((short, full) for short, full in pairs)
