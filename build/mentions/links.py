"""Noun phrases joined to longer ones: "of" and "for", appositions, acronyms in parentheses."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsledger.build.mentions.entries import Tag
from newsledger.build.mentions.frames import STRONG, frames
from newsledger.build.mentions.governing import kind_after
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import first_names, phrase_words, titles
from newsledger.build.mentions.words import Words


class Joined(NamedTuple):
    """A main phrase with those joined to it: a person's offices in `roles`, what hangs on of, for, in as `parts`."""

    first: int
    last: int
    main: Phrase
    roles: tuple[Phrase, ...] = ()
    parts: tuple[Phrase, ...] = ()
    acronym: str | None = None


# Most words between a phrase and one joined to it ("NAME, aged 45, a teacher").
FARTHEST = 2
ACRONYM = re.compile(r"(?:the )?[A-Z][A-Za-z0-9/&.\-]{1,14}")
AGE = re.compile(r", (?:aged )?\d{1,3}(?= *[,.;)]|$)")


def join(words: Words, phrases: list[Phrase]) -> list[Joined]:
    """Join phrases left to right."""
    found: list[Joined] = []
    at, count = 0, len(phrases)
    while at < count:
        main = phrases[at]
        is_alone = at + 1 == count or phrases[at + 1].first > main.last + FARTHEST
        if is_alone and words.gaps[main.last - 1][:2] != " (":
            joined, at = Joined(main.first, main.last, main), at + 1
        else:
            joined, at = _join_at(words, phrases, at)
        found.append(joined)
    return found


def _join_at(words: Words, phrases: list[Phrase], at: int) -> tuple[Joined, int]:
    """The longest joined phrase that begins with a phrase, and the index after it."""
    joined, after = _with_parts(words, phrases, at)
    if words.gaps[joined.last - 1][:2] == " (":
        joined = _with_acronym(words, joined)
    while after < len(phrases) and phrases[after].first < joined.last:
        after += 1
    has_mark = words.gaps[joined.last - 1][:1] == ","
    if after >= len(phrases) or not (has_mark or words.folded[joined.last] == "and"):
        return joined, after
    if _is_office_of(words, joined, phrases[after]):
        person, further = _with_parts(words, phrases, after)
        if _could_be_person(words, person.main):
            return Joined(
                joined.first, person.last, person.main, (joined.main, *person.roles), (*joined.parts, *person.parts)
            ), further
    if _is_second_office(words, joined, phrases[after]):
        person, further = _with_parts(words, phrases, after)
        return Joined(joined.first, person.last, person.main, (joined.main,), (*joined.parts, *person.parts)), further
    if _could_be_person(words, joined.main):
        return _with_apposition(words, joined, phrases, after)
    if _is_named_after(words, joined, phrases[after]):
        name = phrases[after]
        return Joined(joined.first, name.last, name, (), joined.parts), after + 1
    return joined, after


def _with_parts(words: Words, phrases: list[Phrase], at: int) -> tuple[Joined, int]:
    """A phrase with the phrases that prepositions tie to it."""
    main = phrases[at]
    last, after = main.last, at + 1
    parts: list[Phrase] = []
    tied = main
    while after < len(phrases) and len(parts) < 3:
        part = phrases[after]
        if (
            part.first != last + 1
            or words.gaps[last - 1] != " "
            or words.gaps[last] != " "
            or words.is_possessive(last - 1)
        ):
            break
        if not _ties(words.folded[last], tied, part):
            break
        parts.append(part)
        last, tied, after = part.last, part, after + 1
    return Joined(main.first, last, main, (), tuple(parts)), after


def _ties(link: str, left: Phrase, right: Phrase) -> bool:
    """Whether a preposition makes the right phrase a part of the left one."""
    if left.kind == "person":
        return (link == "of" and right.kind in ("state", "body", "place")) or (
            link in ("from", "with") and (right.kind == "body" or _is_body_noun(right))
        )
    if left.kind == "name":
        return (link == "from" and (right.kind == "body" or _is_body_noun(right))) or (
            link == "of" and right.kind in ("body", "state")
        )
    if left.head is None:
        return False
    lemma = left.head.lemma
    if link == "of":
        return left.head.family != "plural" or right.kind in ("body", "place", "state") or right.head is not None
    if link == "for":
        return (
            left.head.family in ("role", "anonymous")
            and not left.head.is_plural
            and (right.kind != "head" or _is_body_noun(right))
        ) or (_is_body_noun(left) and right.kind in ("name", "head", "state", "body"))
    if link == "from" and right.kind in ("place", "state"):
        return left.head.family == "role" and not left.head.is_plural
    if link in ("from", "with"):
        return left.head.family in ("role", "anonymous") and (right.kind == "body" or _is_body_noun(right))
    if link == "to":
        return lemma.rpartition(" ")[2] in phrase_words("to_heads")
    if link == "at":
        return lemma.rpartition(" ")[2] in phrase_words("at_heads") and (
            right.kind in ("body", "name") or _is_body_noun(right)
        )
    return (
        link == "in"
        and lemma.rpartition(" ")[2] in phrase_words("in_heads")
        and right.kind in ("place", "state", "name")
    )


def _is_body_noun(phrase: Phrase) -> bool:
    return phrase.head is not None and phrase.head.family == "organisation"


def _with_acronym(words: Words, joined: Joined) -> Joined:
    """A body with the acronym that follows in parentheses."""
    end = words.ends[joined.last - 1]
    if joined.main.kind not in ("head", "body", "name") or words.view[end] != " ":
        return joined
    close = words.view.find(")", end, end + 22)
    inside = words.view[end + 2 : close] if close > 0 else ""
    if not ACRONYM.fullmatch(inside) or sum(c.isupper() for c in inside) < 2:
        return joined
    last = joined.last
    while last < len(words.starts) and words.starts[last] < close:
        last += 1
    return Joined(joined.first, last, joined.main, joined.roles, joined.parts, inside.removeprefix("the "))


def _is_office_of(words: Words, joined: Joined, person: Phrase) -> bool:
    """Whether "the OFFICE, PERSON" stands here."""
    main = joined.main
    if main.kind != "head" or main.head is None or main.head.is_plural or main.head.family not in ("role", "anonymous"):
        return False
    return person.first == joined.last and words.gaps[joined.last - 1] == ", " and person.kind in ("person", "name")


def _is_second_office(words: Words, joined: Joined, person: Phrase) -> bool:
    """Whether "OFFICE and OFFICE PERSON" stands here, one person with two offices."""
    main = joined.main
    if (
        main.kind != "head"
        or main.head is None
        or main.head.is_plural
        or main.head.family != "role"
        or person.kind != "person"
    ):
        return False
    return person.first == joined.last + 1 and words.folded[joined.last] == "and" and person.head is not None


def _is_named_after(words: Words, joined: Joined, name: Phrase) -> bool:
    """Whether "the UN agency for X, NAME" stands here."""
    if not _is_body_noun(joined.main) or joined.main.is_plural or not (joined.main.is_definite or joined.parts):
        return False
    return (
        name.kind == "body"
        and name.first == joined.last
        and words.gaps[joined.last - 1] == ", "
        and name.last - name.first == 1
    )


def _could_be_person(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a person as far as its own words tell."""
    if phrase.kind == "person":
        return True
    return (
        phrase.kind == "name"
        and phrase.name_last - phrase.name_first >= 2
        and words.texts[phrase.first] not in DETERMINED
        and not _is_thing(words, phrase)
    )


DETERMINED = frozenset(("the", "The", "a", "A", "an", "An"))


def _is_thing(words: Words, phrase: Phrase) -> bool:
    """Whether a run of capitals holds a word that persons do not have in their names."""
    return not phrase_words("things").isdisjoint(words.texts[phrase.name_first : phrase.name_last])


def _with_apposition(words: Words, joined: Joined, phrases: list[Phrase], after: int) -> tuple[Joined, int]:
    """A person with the office that follows between commas: "NAME, a top aide to X,"."""
    office = phrases[after]
    end = words.afters[joined.last - 1]
    gap = words.view[end : words.starts[office.first]]
    if gap != ", " and not AGE.fullmatch(gap.rstrip(", ") if gap.endswith(", ") else "x"):
        return joined, after
    if (
        office.kind != "head"
        or office.head is None
        or office.head.is_plural
        or office.head.family not in ("role", "anonymous")
    ):
        return joined, after
    role, further = _with_parts(words, phrases, after)
    tail = words.view[words.afters[role.last - 1] :][:2]
    if tail[:1] not in (",", ".", ";", ")", "”", "—", "–", "") and not tail.startswith("\n"):
        return joined, after
    if office.first > joined.last and not AGE.fullmatch(gap[:-2]):
        return joined, after
    return Joined(joined.first, role.last, joined.main, (*joined.roles, office), (*joined.parts, *role.parts)), further


LANDS = frozenset(("district", "province", "settlement"))


def is_person(words: Words, joined: Joined, ordinary: frozenset[str], verbs: frozenset[str]) -> bool:
    """Whether a phrase with a title, or a name of unknown kind, is a person, by its words and those around it."""
    main = joined.main
    if main.kind == "person":
        return True
    if words.texts[main.first] in DETERMINED or _is_thing(words, main):
        return False
    names = words.texts[main.name_first : main.name_last]
    if any(t.tag is Tag.PLACE and t.first == main.name_first for t in main.tags) and names[0] not in first_names():
        return False
    if not joined.roles and names[0] not in first_names() and _stands_as_place(words, main):
        return False
    if (
        not joined.roles
        and main.last < len(words.starts)
        and kind_after(words, main.last)[1] in LANDS
        and not words.capitals[main.last]
    ):
        return False
    if joined.roles or (len(names) >= 2 and (names[0] in first_names() or any(n in titles().particles for n in names))):
        return True
    speaks = (
        main.last < len(words.starts)
        and words.gaps[main.last - 1] in (" ", ", ")
        and words.folded[main.last] in verbs
        and not words.capitals[main.last]
    )
    opens = main.first == 0 or words.gaps[main.first - 1] not in (" ", ", ")
    if speaks:
        return not opens or (words.folded[main.first] not in ordinary and len(names[0]) > 2)
    if len(names) not in (2, 3, 4) or any(n.isupper() and len(n) > 2 for n in names):
        return False
    return not opens or (words.folded[main.first] not in ordinary and not words.is_possessive(main.last - 1))


def _stands_as_place(words: Words, main: Phrase) -> bool:
    """Whether a name stands where places stand: after "in" or "the town of", or before "province"."""
    at = main.first - 1
    if (
        at >= 0
        and words.gaps[at] == " "
        and (
            words.folded[at] in STRONG or (words.folded[at] == "of" and f"{words.folded[at - 1]} of" in frames().before)
        )
    ):
        return True
    following = words.folded[main.last] if main.last < len(words.starts) and words.gaps[main.last - 1] == " " else ""
    return following in frames().after
