"""Tags: what each word, or run of words, of a document can be in a noun phrase."""

from __future__ import annotations

from collections.abc import Set
from typing import NamedTuple

from newsledger.build.mentions.entries import Lexicon, Payload, Tag, Tagged, lexicon
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.build.mentions.known import Known
from newsledger.build.mentions.roles import Head, first_names, phrase_words, titles
from newsledger.build.mentions.words import Word, Words, fold, read_word
from newsledger.schema.vocabularies import Sector


def _phrase_ends(words: Words, at: int, most: int) -> int:
    """How many words from `at` on stand side by side, at most `most`."""
    last = at + 1
    while last < len(words.starts) and last - at < most and words.gaps[last - 1] in JOINED:
        last += 1
    return last


JOINED = frozenset((" ", "-", ". "))


def _key(words: Words, at: int, last: int) -> str:
    """The lexicon key of words; a possessive mark inside a name belongs to it ("Lord's Resistance Army")."""
    inner = [
        words.folded[i] + "s" if words.afters[i] - words.ends[i] == 2 else words.folded[i] for i in range(at, last - 1)
    ]
    return " ".join((*inner, words.folded[last - 1]))


def _look_up(words: Words, at: int, entries: Lexicon) -> Tagged | None:
    """The longest lexicon entry that starts at a word."""
    folded = words.folded[at]
    is_name = words.capitals[at] or _is_small_name(folded)
    last = _reach(words, at, entries)
    while last > at:
        key = _key(words, at, last) if last > at + 1 else folded
        if is_name and (hit := entries.names.get(key)):
            return _checked(words, at, last, hit, entries)
        if (hit := entries.nouns.get(key)) and not (last == at + 1 and _is_surname(words, at, hit)):
            return Tagged(at, last, hit[0], hit[1])
        last -= 1
    return None


def _is_small_name(folded: str) -> bool:
    """Whether a word in small letters is a name ("peshmerga", "al-qaeda")."""
    small = phrase_words("lower_names")
    return folded in small or (" " in folded and folded.split(" ", 1)[1] in small)


def _reach(words: Words, at: int, entries: Lexicon) -> int:
    """The word after the last that an entry which starts at a word can hold."""
    first, _, second = words.folded[at].partition(" ")
    if words.afters[at] - words.ends[at] == 2:
        first += "s"
    seconds = entries.seconds.get(first)
    if seconds is None or at + 1 == len(words.starts) or words.gaps[at] not in JOINED:
        return at + 1
    if (second or words.folded[at + 1]).partition(" ")[0] in seconds:
        return _phrase_ends(words, at, entries.longest[first])
    return at + 1


def _is_surname(words: Words, at: int, hit: tuple[int, Payload]) -> bool:
    """Whether a noun for plain people stands capitalised inside a sentence ("Moon Chung In Son")."""
    if not words.capitals[at] or not isinstance(hit[1], Head) or hit[1].sector is not Sector.CVL:
        return False
    return (
        at > 0 and words.gaps[at - 1] == " " and words.capitals[at - 1] and words.folded[at - 1] not in lexicon().nouns
    )


def _checked(words: Words, at: int, last: int, hit: tuple[int, Payload], entries: Lexicon) -> Tagged | None:
    """A name, unless it is an ordinary noun or word that only happens to be capitalised."""
    tag, payload = hit
    if tag is Tag.PLACE and last == at + 1:
        text = words.texts[at]
        if text in titles().not_names or (words.folded[at] in entries.nouns and not _known(payload)):
            noun = entries.nouns.get(words.folded[at])
            return Tagged(at, last, noun[0], noun[1]) if noun else None
        if text in first_names() and not _known(payload):
            return Tagged(at, last, Tag.NAME, payload)
    return Tagged(at, last, tag, payload)


def _known(payload: Payload) -> bool:
    return isinstance(payload, tuple) and payload[0].is_known


class Kind(NamedTuple):
    """What a word is by itself; `is_open` where the words around it have a say.

    `seconds` are the words that can go on to a longer entry of the lexicon: one of them after it opens the word.
    """

    tag: int
    payload: Payload
    is_open: bool = False
    seconds: Set[str] | None = None


NOTHING = 0
OPEN = Kind(NOTHING, None, is_open=True)


def _kind(written: str) -> Kind | None:
    """What a word is by itself; None for one that is no part of a noun phrase."""
    word, entries = read_word(written), lexicon()
    if _is_plain(word.folded, word.is_capital, entries):
        return _plain_kind(word, entries)
    first, _, rest = word.folded.partition(" ")
    seconds = entries.seconds.get(first + "s" if word.mark == 2 else first)
    if seconds is not None and rest:
        if rest.partition(" ")[0] in seconds:
            return OPEN
        seconds = None
    if _depends(word, entries):
        return OPEN
    found = _tag_at(_alone(word), 0, entries)
    if found is None:
        return Kind(NOTHING, None, seconds=seconds) if seconds else None
    return Kind(found.tag, found.payload, seconds=seconds)


def _alone(word: Word) -> Words:
    """A word as a text."""
    ends, afters = [word.size], [word.size + word.mark]
    return Words(
        word.text, [0], ends, afters, (word.written,), (word.text,), (word.folded,), (word.is_capital,), ["\n"]
    )


def _is_plain(folded: str, is_capital: bool, entries: Lexicon) -> bool:
    """Whether a word in small letters begins no longer entry of the lexicon."""
    return not is_capital and (folded in entries.plain or (folded not in entries.longest_noun and " " not in folded))


def _plain_kind(word: Word, entries: Lexicon) -> Kind | None:
    """The kind of a word in small letters that begins no longer entry."""
    if word.text in titles().particles:
        return OPEN if word.folded in entries.plain else Kind(Tag.PARTICLE, None)
    if word.folded in entries.plain:
        return Kind(*entries.plain[word.folded])
    return Kind(Tag.NUMBER, None) if word.folded[0].isdigit() else None


def _depends(word: Word, entries: Lexicon) -> bool:
    """Whether the tag of a single word depends on its neighbours: titles, shouted words, initials, surnames."""
    text = word.text
    if text in titles().titles or text in phrase_words("shouted"):
        return True
    noun = entries.nouns.get(word.folded)
    if noun is None:
        is_acronym = text.replace(".", "") in entries.acronyms
        return not is_acronym and (text.isupper() or len(text) < 2)
    return word.is_capital and isinstance(noun[1], Head) and noun[1].sector is Sector.CVL


KINDS = Known(_kind)


def tag_words(words: Words) -> list[Tagged]:
    """Tag the words of a document that can be part of a noun phrase for an actor or a place, left to right."""
    entries = lexicon()
    tags: list[Tagged] = []
    folded, gaps = words.folded, words.gaps
    upto = 0
    for at, kind in enumerate(map(KINDS.__getitem__, words.written)):
        if kind is None or at < upto:
            continue
        tag, payload, is_open, seconds = kind
        if is_open or (seconds is not None and gaps[at] in JOINED and folded[at + 1].partition(" ")[0] in seconds):
            found = _tag_among(words, at, entries)
            if found is not None:
                tags.append(found)
                upto = found.last
        elif tag:
            tags.append(Tagged(at, at + 1, tag, payload))
    return tags


def _tag_among(words: Words, at: int, entries: Lexicon) -> Tagged | None:
    """The tag of the words at a place, with regard to their neighbours."""
    folded = words.folded[at]
    if not _is_plain(folded, words.capitals[at], entries):
        return _tag_at(words, at, entries)
    is_particle = words.texts[at] in titles().particles and _is_between_capitals(words, at)
    return Tagged(at, at + 1, Tag.PARTICLE, None) if is_particle else Tagged(at, at + 1, *entries.plain[folded])


def _is_between_capitals(words: Words, at: int) -> bool:
    """Whether a small word joins two capitalised ones ("Jan ten Brink")."""
    if at == 0 or at + 1 >= len(words.starts) or words.gaps[at - 1] != " " or words.gaps[at] != " ":
        return False
    return words.capitals[at - 1] and words.capitals[at + 1]


def _tag_at(words: Words, at: int, entries: Lexicon) -> Tagged | None:
    """The tag of the words at a place, from acronyms, the lexicon, titles, then capitals alone."""
    text = words.texts[at]
    special = titles()
    found = entries.acronyms.get(text.replace(".", "") if "." in text else text)
    if found and not _is_shouted(words, at):
        return _longer(words, at, entries) or Tagged(at, at + 1, *found)
    if text in special.titles and at + 1 < len(words.starts) and _begins_name(words, at + 1):
        longer = _longer(words, at, entries)
        return longer or Tagged(at, at + 1, Tag.TITLE, None)
    found_entry = _look_up(words, at, entries)
    if found_entry is not None:
        return found_entry
    if text in special.particles:
        return Tagged(at, at + 1, Tag.PARTICLE, None)
    return _tag_shape(words, at)


def _begins_name(words: Words, at: int) -> bool:
    """Whether a word after a title can go on with the name or title ("Sgt. 1st Class")."""
    return words.capitals[at] or words.texts[at][0].isdigit()


def _longer(words: Words, at: int, entries: Lexicon) -> Tagged | None:
    """A lexicon entry of several words, where a single word is an acronym or title already."""
    found = _look_up(words, at, entries)
    return found if found is not None and found.last > at + 1 else None


def _is_shouted(words: Words, at: int) -> bool:
    """Whether an acronym that is also a word stands among words in capitals ("WHO IS LEFT", "COME TO US")."""
    text = words.texts[at]
    if text not in phrase_words("shouted"):
        return False
    around = words.texts[max(0, at - 3) : at] + words.texts[at + 1 : at + 4]
    long = [t for t in around if len(t) > 3]
    return bool(long) and all(t.isupper() for t in long)


def _tag_shape(words: Words, at: int) -> Tagged | None:
    """What a word in no lexicon is by its shape: a compound modifier, a country compound, a name."""
    text = words.texts[at]
    head, mark, rest = text.partition("-")
    if (
        mark
        and not (words.capitals[at] and rest[:1].isupper())
        and (words.capitals[at] or head in phrase_words("prefixes"))
    ):
        return Tagged(at, at + 1, Tag.MODIFIER, _country(head) or _country(rest))
    if not words.capitals[at] or text in titles().not_names:
        return Tagged(at, at + 1, Tag.MODIFIER, None) if text in phrase_words("loose_modifiers") else None
    if mark and (country := _country(head)) and (_country(rest) or rest in ("Palestinian", "Hezbollah", "Hamas")):
        return Tagged(at, at + 1, Tag.MODIFIER, country)
    if text.isupper() and len(text) > 1 and _is_in_capitals(words, at):
        return None
    if len(text) < 2 and text not in ("U", "O") and words.view[words.ends[at] : words.ends[at] + 1] != ".":
        return None
    return Tagged(at, at + 1, Tag.NAME, None)


def _is_in_capitals(words: Words, at: int) -> bool:
    """Whether a word stands among words that are all in capitals, as in a shouted headline."""
    around = [t for t in words.texts[max(0, at - 2) : at] + words.texts[at + 1 : at + 3] if t[0].isalpha()]
    return len(around) >= 2 and all(t.isupper() for t in around)


def _country(word: str) -> Country | None:
    """The country a word of a compound names or belongs to ("Saudi-led", "pro-Russian")."""
    table = countries()
    key = fold(word)
    return (
        table.adjectives.get(key)
        or (table.names.get(key) if word[:1].isupper() else None)
        or table.acronyms.get(word.replace(".", ""))
    )
