"""Tags: what each word, or run of words, of a document can be in a noun phrase."""

from __future__ import annotations

from newsledger.build.mentions.entries import Lexicon, Payload, Tag, Tagged, lexicon
from newsledger.build.mentions.gazetteer import Country, countries
from newsledger.build.mentions.roles import Head, first_names, phrase_words, titles
from newsledger.build.mentions.words import Words, fold
from newsledger.schema.vocabularies import Sector


def _phrase_ends(words: Words, at: int, most: int) -> int:
    """How many words from `at` on stand side by side, at most `most`."""
    last = at + 1
    while last < len(words.starts) and last - at < most and words.gap(last - 1) in JOINED:
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
    second = (second or words.folded[at + 1]).partition(" ")[0]
    if second in seconds or second + "s" in seconds:
        return _phrase_ends(words, at, entries.longest[first])
    return at + 1


def _is_surname(words: Words, at: int, hit: tuple[int, Payload]) -> bool:
    """Whether a noun for plain people stands capitalised inside a sentence ("Moon Chung In Son")."""
    if not words.capitals[at] or not isinstance(hit[1], Head) or hit[1].sector is not Sector.CVL:
        return False
    return (
        at > 0 and words.gaps[at - 1] == " " and words.capitals[at - 1] and words.folded[at - 1] not in entries_nouns()
    )


def entries_nouns() -> dict[str, tuple[int, Payload]]:
    """The nouns of the lexicon."""
    return lexicon().nouns


def _checked(words: Words, at: int, last: int, hit: tuple[int, Payload], entries: Lexicon) -> Tagged | None:
    """A name, unless it is an ordinary noun or word that only happens to be capitalised."""
    tag, payload = hit
    if tag is Tag.PLACE and last == at + 1:
        text = words.texts[at]
        if text in titles().not_names or (words.folded[at] in entries.nouns and not _known(payload)):
            noun = entries.nouns.get(words.folded[at])
            return Tagged(at, last, noun[0], noun[1]) if noun else None
        if text in first_names().gender and not _known(payload):
            return Tagged(at, last, Tag.NAME, payload)
    return Tagged(at, last, tag, payload)


def _known(payload: Payload) -> bool:
    return isinstance(payload, tuple) and payload[0].is_known


def tag_words(words: Words) -> list[Tagged]:
    """Tag the words of a document that can be part of a noun phrase for an actor or a place, left to right."""
    entries = lexicon()
    special = titles()
    tags: list[Tagged] = []
    longest, plain, capitals, folded, texts = (
        entries.longest_noun,
        entries.plain,
        words.capitals,
        words.folded,
        words.texts,
    )
    at, count = 0, len(texts)
    while at < count:
        word = folded[at]
        if not capitals[at] and (word in plain or (word not in longest and " " not in word)):
            if word in plain and not (texts[at] in special.particles and _is_between_capitals(words, at)):
                tags.append(Tagged(at, at + 1, *plain[word]))
            elif texts[at] in special.particles:
                tags.append(Tagged(at, at + 1, Tag.PARTICLE, None))
            elif word[0].isdigit():
                tags.append(Tagged(at, at + 1, Tag.NUMBER, None))
            at += 1
            continue
        found = _tag_at(words, at, entries)
        if found is None:
            at += 1
        else:
            tags.append(found)
            at = found.last
    return tags


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
    if text not in (
        "US",
        "WHO",
        "IT",
        "CARE",
        "ICE",
        "GOAL",
        "PA",
        "CAR",
        "MEND",
        "PLAN",
        "IS",
        "MODEL",
        "FACT",
        "SANA",
    ):
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
