"""Objects: what a trigger acts on or who suffers in it, as a noun phrase, be it an actor or a thing ("a village")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsledger.build.extract.events.frames import pattern, words_of
from newsledger.build.extract.events.party import COUNT, Party, party_of
from newsledger.build.lexicon.function_words import function_words
from newsledger.build.mentions.actors import ActorMention
from newsledger.build.mentions.annotated import Annotated, within

AGENT_NOUN = pattern("agent_noun")
BY_WHOM = pattern("by_whom")
COUNTING = words_of("counting")
ING_NOUNS = words_of("ing_nouns")
NO_TARGETS = words_of("no_targets")
WORD = re.compile(r"(?:[A-Z]\.)+(?=\W|$)|[^\W_](?:[\w’'/-]*\w)?")
PARTICIPLE = re.compile(r"[a-z]{2,}(?:ed|ing)")
DETERMINERS = function_words("determiners") | {"last", "next", "early", "late", "close", "due", "adjacent", "prior"}
ADJECTIVE = re.compile(r"[a-z]+(?:al|il|ary|ian|ish|ese|ic|ive|ern|ous|ist|an)")
HANGS = re.compile(r" (of|and) ")
LONGEST = 7
BACK = 16


class Phrase(NamedTuple):
    """A noun phrase without its determiners."""

    start: int
    end: int


@cache
def _stops() -> frozenset[str]:
    """Words that no noun phrase goes on over."""
    kinds = ("prepositions", "auxiliaries", "subordinators", "relatives", "conjunctions", "adverbs", "times", "past")
    return function_words(*kinds) | function_words("pronouns") - function_words("determiners")


def phrase_from(view: str, at: int, end: int) -> Phrase | None:
    """The noun phrase that begins at an offset.

    >>> view = "the abandoned army base near Kono"
    >>> view[slice(*phrase_from(view, 0, len(view)))]
    'abandoned army base'
    """
    first = last = -1
    for word in _joined(view, at, end):
        text = word[0].lower()
        if text in DETERMINERS and word[0] != "US":
            if first < 0:
                continue
            break
        is_clause = first >= 0 and PARTICIPLE.fullmatch(word[0]) and not ING_NOUNS.fullmatch(text)
        if text in _stops() or is_clause:
            break
        first, last = (word.start() if first < 0 else first), word.end()
    return Phrase(first, last) if first >= 0 else None


def _joined(view: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """The words from an offset on that nothing but a space parts, a few at most."""
    for _ in range(LONGEST):
        word = WORD.match(view, at, end)
        if word is None:
            return
        yield word
        at = word.end() + 1
        if view[at - 1 : at] != " ":
            return


def with_of(view: str, phrase: Phrase, end: int) -> Phrase:
    """A phrase with what "of" hangs on it ("the home of a judge"), or "and" on an adjective."""
    link = HANGS.match(view, phrase.end)
    is_open = ADJECTIVE.fullmatch(view, phrase.start, phrase.end) is not None
    if link is None or (link[1] == "and" and not is_open):
        return phrase
    more = phrase_from(view, link.end(), end)
    return phrase if more is None else Phrase(phrase.start, more.end)


def phrase_until(view: str, start: int, at: int, nearest: bool = False) -> Phrase | None:
    """The noun phrase that is the subject of a verb at an offset, what hangs on it aside; or the nearest one.

    >>> view = "A bus with soldiers in it was hit"
    >>> view[slice(*phrase_until(view, 0, view.index("hit")))]
    'bus'
    """
    words = _before(view, start, at)
    n = len(words)
    while n and words[n - 1][0].lower() in _stops() - function_words("prepositions"):
        n -= 1
    found = None
    while n:
        first = n
        while first and words[first - 1][0].lower() not in _stops():
            first -= 1
        if first < n and (phrase := phrase_from(view, words[first].start(), words[n - 1].end())) is not None:
            found = found if _counts(view, phrase) and found else phrase
        is_first = not first or words[first - 1][0].lower() not in function_words("prepositions")
        if is_first or (nearest and found):
            return found
        n = first - 1
        while n and words[n - 1][0].lower() in function_words("adverbs"):
            n -= 1
    return found


def _counts(view: str, phrase: Phrase) -> bool:
    """Whether a phrase only counts what follows its "of" ("dozens of families")."""
    return COUNTING.fullmatch(view[slice(*phrase)].lower().rpartition(" ")[2]) is not None


def _before(view: str, start: int, at: int) -> list[re.Match[str]]:
    """The last words before an offset that nothing but a space parts."""
    words = list(WORD.finditer(view, start, at))[-BACK:]
    for n in range(len(words) - 1, 0, -1):
        if view[words[n - 1].end() : words[n].start()] != " ":
            return words[n:]
    return words if not words or view[words[-1].end() : at].strip() == "" else []


def party_in(annotated: Annotated, phrase: Phrase | None) -> Party | None:
    """The party that a phrase names: the actor at its end, else the phrase as written; None for what is no target."""
    if phrase is None:
        return None
    view = annotated.document.view
    inside = [m for m in within(annotated.actors, phrase.start - len("several "), phrase.end) if m.end >= phrase.end]
    if inside:
        return party_of(inside[-1])
    covering = _covering(annotated, phrase)
    if covering is not None:
        return party_of(covering)
    name = COUNT.sub("", " ".join(view[slice(*phrase)].split()), count=1)
    head = name.rpartition(" ")[2].lower()
    is_form = head.endswith("ly") or (PARTICIPLE.fullmatch(name) and not ING_NOUNS.fullmatch(head))
    is_verb = " " not in name and is_form
    if not name or head.isdigit() or is_verb or NO_TARGETS.fullmatch(head):
        return None
    return Party(name, None, None)


def _covering(annotated: Annotated, phrase: Phrase) -> ActorMention | None:
    """The actor whose mention holds the head of a phrase."""
    near = within(annotated.actors, phrase.start - 40, phrase.end + 60)
    return next((m for m in near if m.start < phrase.end <= m.end), None)


def object_at(annotated: Annotated, start: int, end: int) -> Party | None:
    """Whom or what the words that begin at an offset name."""
    phrase = phrase_from(annotated.document.view, start, end)
    return party_in(annotated, with_of(annotated.document.view, phrase, end)) if phrase else None


def subject_at(annotated: Annotated, start: int, at: int, nearest: bool = False) -> Party | None:
    """The subject of a verb at an offset, or whom the noun phrase nearest to it names."""
    return party_in(annotated, phrase_until(annotated.document.view, start, at, nearest))


def doer_of(annotated: Annotated, start: int, at: int) -> Party | None:
    """The subject of a verb where it is told by a noun for people who act, but is no actor of the lexicon."""
    return _acting(annotated, phrase_until(annotated.document.view, start, at))


def agent_at(annotated: Annotated, start: int, end: int) -> Party | None:
    """Who is told to act behind the first "by" of a stretch, though no lexicon knows the name."""
    by = BY_WHOM.search(annotated.document.view, start, end)
    return _acting(annotated, phrase_from(annotated.document.view, by.end(), end)) if by else None


def _acting(annotated: Annotated, phrase: Phrase | None) -> Party | None:
    """The party that a phrase names, where its head is a noun for those who act or the name of a people."""
    if phrase is None:
        return None
    view = annotated.document.view
    head = view[slice(*phrase)].rpartition(" ")[2]
    is_people = head[:1].isupper() and head.endswith("s") and view[: phrase.start].endswith(("the ", "The "))
    is_people = is_people or bool(AGENT_NOUN.fullmatch(head))
    return party_in(annotated, with_of(view, phrase, phrase.end + 30)) if is_people else None
