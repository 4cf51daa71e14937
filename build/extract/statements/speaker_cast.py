"""The cast: the bodies an article names and the common nouns that tell of them, so that "the company" is somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from newsledger.build.extract.statements.speaker_names import SPLIT, head_noun, is_proper, plain
from newsledger.build.extract.statements.words import is_demonym
from newsledger.build.lexicon.function_words import function_words, speaker_nouns
from newsledger.build.lexicon.patterns import Pattern, load_patterns
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.schema.vocabularies import Sector, SpeakerKind

# How far in front of a noun an apposition may begin, and how far ahead a body may first be named.
LEAD = 110
AHEAD = 2500
COMPANY = "company"
WHOLE = ("UN", "U.N.", "United Nations")
UN_BODY, ARMED = "un-body", "armed-group"
# Behind the noun, the noun that it only modifies: "a company spokesman".
PEOPLE = sorted(speaker_nouns("person", "plural"), key=len, reverse=True)
FOLLOWING = re.compile(rf"[’']s |s[’'] |(?:’s)? (?:{'|'.join(PEOPLE)})\b")
COMPOUND = re.compile(r"[A-Z][\w.]*-[a-z]")
FIRST = re.compile(r"[ .]")
PLAIN = speaker_nouns("plain_modifiers", "places_of_bodies")
LOW = frozenset(("inc", "ltd", "co", "corp", "plc")) | function_words(
    "determiners", "prepositions", "conjunctions", "subordinators", "times", "pronouns", "adverbs"
)


@dataclass(slots=True)
class Body:
    """A body of the article: its name, the nouns that tell of it and where it is named."""

    name: str
    kind: SpeakerKind
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    starts: list[int] = field(default_factory=list)

    def last_before(self, at: int) -> int:
        """Where it was last named before an offset; -1 if it was not."""
        k = bisect_left(self.starts, at)
        return self.starts[k - 1] if k else -1


@cache
def body_kin(noun: str) -> frozenset[str]:
    """The nouns that tell of a body for which a common noun can stand; empty where it stands for none.

    >>> "manufacturer" in body_kin("company"), "radio" in body_kin("company"), body_kin("corp")
    (True, False, frozenset())
    """
    found = (
        line.replace("/ ", "").split() for line in speaker_nouns("body_kin") if noun in line.split(" /")[0].split()
    )
    return frozenset().union(*found)


@cache
def _noun() -> re.Pattern[str]:
    nouns = {noun for line in speaker_nouns("body_kin") for noun in line.split() if noun.isalpha()}
    return re.compile(rf"\b(?:{'|'.join(sorted(nouns, key=len, reverse=True))})\b")


def is_stand_in(text: str) -> bool:
    """Whether a phrase is a definite common noun, with or without modifiers, that can stand for a named body.

    >>> is_stand_in("the iPhone maker"), is_stand_in("the Iranian agency"), is_stand_in("the company behind plans")
    (True, False, False)
    """
    words = text.split()
    common = words[0].lower() == "the" and 2 <= len(words) <= 5 and all(word[0].islower() for word in words[1:])
    return common and bool(body_kin(words[-1]))


def same_body(one: str, other: str) -> bool:
    """Whether two names are one body's: the shorter is how the other begins or, of more words than one, ends.

    >>> same_body("Kaya.com", "Kaya"), same_body("New Kaya Press", "Kaya Press"), same_body("New Kaya", "Kaya")
    (True, True, False)
    """
    short, long = sorted((FIRST.sub(" ", one).split(), FIRST.sub(" ", other).split()), key=len)
    return bool(short) and (short == long[: len(short)] or (len(short) > 1 and short == long[-len(short) :]))


def _is_name(name: str) -> bool:
    """Whether a body's name is its own: not a headline's "Kaya Rebels" or "REBEL FORCES", not the UN as a whole."""
    whole = name in WHOLE or (name.isupper() and " " in name)
    several = name.split()[-1].lower() in speaker_nouns("plural") and SPLIT.search(name) is None
    return is_proper(name) and not whole and not several


@cache
def _patterns(prefix: str) -> tuple[Pattern, ...]:
    known = load_patterns("newsledger.build.extract.statements", "cast")
    return tuple(pattern for name, pattern in known.items() if name.startswith(prefix))


class Cast:
    """The bodies of one article by name, found when first asked for."""

    def __init__(self, annotated: Annotated) -> None:
        self.annotated = annotated
        self.view = annotated.document.view
        self._bodies: dict[str, Body] | None = None

    @property
    def bodies(self) -> dict[str, Body]:
        """Every named body by the first word of its name."""
        if self._bodies is None:
            self._bodies = {}
            self._read_actors(self._bodies)
            for name, noun, said in self._bound():
                self._note(self._bodies, name, noun, said)
        return self._bodies

    def names(self, name: str | None) -> bool:
        """Whether a name that may seem a person's is a body's, by a noun set beside it."""
        return any(same_body(body.name, name or "") for body in self.bodies.values())

    def meant(self, text: str, at: int, spoke: list[str]) -> Body | None:
        """The body a definite common noun stands for: one that just spoke, was named last, or alone comes later."""
        fitting = self._fitting(head_noun(text), frozenset(plain(text).lower().split()[:-1]) - PLAIN)
        for name in spoke:
            if told := next((body for body in fitting if same_body(body.name, name)), None):
                return told
        before = max(fitting, key=lambda body: body.last_before(at), default=None)
        if before and before.last_before(at) >= 0:
            return before
        later = [body for body in fitting if body.starts and body.starts[0] < at + AHEAD]
        return later[0] if len(later) == 1 else None

    def _fitting(self, head: str, modifiers: frozenset[str]) -> list[Body]:
        """The bodies told of by the nouns a head noun can stand for, and by its modifiers where it has any."""
        kin, several = body_kin(head), head in speaker_nouns("plural")
        bodies = self.bodies.values()
        named = [b for b in bodies if not kin.isdisjoint(b.nouns) and (b.kind is SpeakerKind.GROUP or not several)]
        if several and len(named) > 1:
            named = [body for body in named if head in body.nouns]
        told = [b for b in named if any(_is_told(m, w) for m in modifiers for w in b.words)]
        sole = len(named) == 1 and COMPANY in kin and COMPANY in named[0].nouns
        return told if told or (modifiers and not sole) else named

    def _read_actors(self, bodies: dict[str, Body]) -> None:
        for mention in self.annotated.actors:
            group = mention.kind is ActorKind.GROUP
            if not (group or mention.kind is ActorKind.ORGANISATION) or not _is_name(mention.name):
                continue
            name = plain(mention.name)
            body = bodies.setdefault(
                f"#{mention.entity}", Body(name, SpeakerKind.GROUP if group else SpeakerKind.ORGANISATION)
            )
            body.nouns.update(word.lower() for word in name.split())
            body.words.update(body.nouns)
            if mention.sector is Sector.UNO:
                body.nouns.add(UN_BODY)
                body.words.update(("un", "u.n."))
            if group:
                body.nouns.add(ARMED)
                body.words.update(speaker_nouns("armed_modifiers"))
            body.starts.append(mention.start)

    def _bound(self) -> Iterator[tuple[str, str, str]]:
        """Names with the nouns set beside them and what else is said of them there."""
        view = self.view
        for noun in _noun().finditer(view):
            lead = view[max(0, noun.start() - LEAD) : noun.start()]
            if FOLLOWING.match(view, noun.end()) or _patterns("of_body")[0].holds(lead):
                continue
            for pattern in _patterns("behind_"):
                if found := pattern.pattern.match(view, noun.end()):
                    yield from self._own(found, noun[0], " ".join(lead.split()[-3:]))
            for pattern in _patterns("before_"):
                if found := pattern.pattern.search(lead):
                    yield from self._own(found, noun[0], lead[found.end("who") :], noun.start() - len(lead))
        for pattern in _patterns("company_"):
            for found in pattern.pattern.finditer(view):
                yield from self._own(found, COMPANY, "")

    def _own(self, found: re.Match[str], noun: str, said: str, shift: int = 0) -> Iterator[tuple[str, str, str]]:
        """The name a pattern has found, if it is no person's, no place's and no date's."""
        start, end = found.start("who") + shift, found.end("who") + shift
        words = found["who"].removesuffix("’s").removesuffix("'s").split()
        while words and (words[0].lower().strip(".") in LOW or COMPOUND.match(words[0])):
            start += len(words[0]) + 1
            words = words[1:]
        if not words or len(words[0]) < 2 or words[0] in WHOLE or all(is_demonym(w.lower()) for w in words):
            return
        near = within(self.annotated.actors, max(0, start - 60), end)
        person = any(m.kind is ActorKind.PERSON and m.end > start and (m.role or m.gender) for m in near)
        placed = any(p.end >= end for p in within(self.annotated.places, start, end + 1))
        if not person and not placed:
            yield " ".join(words), noun, said

    def _note(self, bodies: dict[str, Body], name: str, noun: str, said: str) -> None:
        """Add a noun to the body of a name, or a body that no actor is."""
        known = next((body for body in bodies.values() if same_body(body.name, name)), None)
        if known is None:
            known = bodies[name] = Body(name, SpeakerKind.ORGANISATION)
            short = rf"{re.escape(name)}\b|\b{re.escape(FIRST.split(name)[0])}\b(?! [A-Z])"
            known.starts.extend(m.start() for m in re.finditer(short, self.view))
        known.nouns.add(noun)
        known.words.update((noun, *said.lower().split(), *name.lower().split()))
        if len(name) > len(known.name) and name.startswith(known.name):
            known.name = name


def _is_told(modifier: str, word: str) -> bool:
    """Whether a modifier names a word of a name: "us" itself, the beginning of a longer one."""
    return word == modifier if len(modifier) < 4 else word.startswith(modifier.rstrip("s"))
