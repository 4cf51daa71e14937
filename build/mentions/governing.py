"""What stands before and after a place name: the place word, the direction, the word that governs it."""

from __future__ import annotations

from newsledger.build.mentions.frames import frames
from newsledger.build.mentions.gazetteer import countries, gazetteer
from newsledger.build.mentions.phrases import Phrase
from newsledger.build.mentions.roles import phrase_words
from newsledger.build.mentions.words import Words
from newsledger.schema.vocabularies import PlacePrecision


def kind_after(words: Words, at: int) -> tuple[int, str | None]:
    """The end of the place word after a name, with the kind it gives, else the name's end."""
    if words.gaps[at - 1] != " " or words.is_possessive(at - 1):
        return at, None
    if words.folded[at] not in frames().begins and " " not in words.folded[at]:
        return at, None
    for size in (3, 2, 1):
        if at + size <= len(words.starts) and all(words.gaps[at - 1 + k] == " " for k in range(size)):
            kind = frames().after.get(words.key(at, at + size))
            if kind is not None and (size > 1 or not _is_other_word(words, at)):
                return at + size, kind
    return at, None


def is_kind_of(words: Words, at: int) -> bool:
    """Whether "of NAME" follows a place word: what stands before tells where it is ("the Damascus suburb of Douma")."""
    if at + 1 >= len(words.starts) or words.folded[at] != "of" or not words.capitals[at + 1]:
        return False
    return f"{words.folded[at - 1]} of" in frames().before


def _is_other_word(words: Words, at: int) -> bool:
    """Whether a place word is another word here ("the Kabul front line", "Beirut state television")."""
    if words.folded[at] not in ("front", "pass", "mine", "state") or words.capitals[at]:
        return False
    following = words.folded[at + 1] if at + 1 < len(words.starts) and words.gaps[at] == " " else ""
    return following in ("line", "a", "the", "through", "tv", "television", "media", "radio", "news", "of")


def kind_before(words: Words, first: int) -> tuple[int, str | None]:
    """Where "the town of" before a name begins, with the kind it gives."""
    if first == 0 or words.gaps[first - 1] != " ":
        return first, None
    if words.folded[first - 1] not in frames().ends and " " not in words.folded[first - 1]:
        return first, None
    for size in (4, 3, 2):
        if first < size:
            continue
        kind = frames().before.get(words.key(first - size, first))
        if kind is not None:
            begin = _begin_of_kind(words, first - size)
            return (first, None) if _is_named_part(words, begin) else (begin, kind)
    return first, None


def _begin_of_kind(words: Words, begin: int) -> int:
    """Where the article and adjectives before a place word begin."""
    leading = frames().directions | phrase_words("town_adjectives")
    while begin > 0 and words.gaps[begin - 1] in (" ", "-", ", ") and words.folded[begin - 1] in leading:
        begin -= 1
    if begin > 0 and words.folded[begin - 1] in phrase_words("determining") and words.gaps[begin - 1] == " ":
        begin -= 1
    return begin


def _is_named_part(words: Words, begin: int) -> bool:
    """Whether a name before the place word makes it a part of the next ("the Barzeh district of Damascus")."""
    if begin == 0 or not words.capitals[begin - 1] or words.gaps[begin - 1] != " " or words.is_possessive(begin - 1):
        return False
    key = words.folded[begin - 1]
    if key in countries().adjectives:
        return False
    places = gazetteer().get(key, ())
    is_larger = key in countries().names or any(
        p.is_known and p.precision is not PlacePrecision.NEIGHBOURHOOD for p in places
    )
    return not is_larger and f"{words.folded[begin - 2]} {key}" not in gazetteer()


def direction(words: Words, phrase: Phrase, first: int) -> tuple[int, bool]:
    """Where a direction before a name begins ("southern Lebanon", "the east of Chad"), and whether there is one."""
    at = _begin_of_directions(words, first)
    if at < first:
        return at, True
    back = first - 1
    if back >= 1 and words.folded[back] == "the":
        back -= 1
    if back < 2 or words.folded[back] not in ("of", "with") or words.gaps[back] != " ":
        return first, False
    noun = words.folded[back - 1]
    if noun in ("border", "frontier"):
        return back - 1, True
    if noun in phrase_words("compass"):
        return (first, False) if is_town(phrase) else (back - 1, True)
    if noun in phrase_words("parts") and noun not in (
        "capital",
        "suburbs",
        "streets",
        "cities",
        "towns",
        "villages",
        "most",
        "all",
        "much",
    ):
        return _begin_of_directions(words, back - 1), True
    return first, False


def is_town(phrase: Phrase) -> bool:
    """Whether a phrase names a town of the gazetteer."""
    payload = phrase.tags[-1].payload if phrase.tags else None
    return isinstance(payload, tuple) and payload[0].precision is PlacePrecision.SETTLEMENT


def _begin_of_directions(words: Words, at: int) -> int:
    """Where the directions before a word begin."""
    directions = frames().directions
    while (
        at > 0
        and words.gaps[at - 1] in (" ", "-")
        and words.folded[at - 1] in directions
        and not words.is_possessive(at - 1)
    ):
        at -= 1
    return at


SKIPPED = frozenset(("the", "a", "an", "nearby", "neighbouring", "neighboring", "war", "besieged"))


def governor_of(words: Words, first: int, phrase: Phrase) -> str | None:
    """The word that puts something at a place: a preposition, a verb ("object"), another place ("within")."""
    at = first - 1
    if at < 0:
        return None
    gap = words.gaps[at]
    if gap == ", ":
        return "within" if words.capitals[at] else None
    if gap == " " and at > 0 and words.folded[at] in SKIPPED:
        at -= 1
        gap = words.gaps[at]
    if gap not in (" ", "\n"):
        return None
    word = words.folded[at]
    if word in ("and", "or"):
        return "list"
    if word == "of" and at > 0:
        return _governor_before_of(words.folded[at - 1], phrase)
    if word == "to" and at > 0 and words.folded[at - 1] in phrase_words("posted"):
        return None
    if word in frames().locative or word in frames().source_or_goal:
        return None if phrase.kind == "state" and word in NOT_FOR_STATES else word
    return "object" if _reaches(word) and not words.capitals[at] else None


NOT_FOR_STATES = frozenset(("for", "by", "against", "between", "opposite", "past", "of"))


def _governor_before_of(noun: str, phrase: Phrase) -> str | None:
    """What "NOUN of" makes of the place after it: "north of" is near it, "parts of" and "the shelling of" in it."""
    if noun in phrase_words("compass"):
        return "near"
    if noun in phrase_words("parts") or noun in phrase_words("acted_on"):
        return "in"
    if noun == "out":
        return "from"
    return None if phrase.kind == "state" else "of"


def _reaches(word: str) -> bool:
    """Whether a word is a form of a verb whose object is the place reached."""
    reaching = frames().reaching
    if word in reaching:
        return True
    for ending in ("s", "es", "ed", "d", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and (
            stem in reaching or stem + "e" in reaching or (stem[-1:] == stem[-2:-1] and stem[:-1] in reaching)
        ):
            return True
    return False


def suffers(words: Words, first: int, last: int) -> bool:
    """Whether a passive verb follows a place: "Goma was shelled", "Bol, which lies inland, has come under fire"."""
    if _is_passive(words, last):
        return True
    if words.gaps[last - 1] != ", " or (first > 0 and words.gaps[first - 1] in (" ", ", ")):
        return False
    for at in range(last, min(last + ASIDE, len(words.starts) - 1)):
        if _is_passive(words, at):
            return True
        if words.gaps[at] not in (" ", ", ", "-") or words.folded[at] in ("where", "who", "whose", "said"):
            return False
    return False


ASIDE = 12


def _is_passive(words: Words, at: int) -> bool:
    """Whether a passive verb that tells what was done to a place begins at a word, with the adverbs in it."""
    has_auxiliary = False
    for word, gap in zip(words.folded[at : at + 4], words.gaps[at - 1 : at + 3], strict=False):
        if gap not in (" ", ", "):
            return False
        if has_auxiliary and (word == "under" or _is_done(word)):
            return True
        if word not in phrase_words("passive") and not word.endswith("ly"):
            return False
        has_auxiliary = has_auxiliary or word in phrase_words("passive")
    return False


def _is_done(word: str) -> bool:
    """Whether a participle tells what was done to a place."""
    return word in phrase_words("done_to_places") or (word.endswith(DONE) and _reaches(word))


DONE = ("ed", "hit", "struck", "overrun")
