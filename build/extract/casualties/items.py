"""Items of a sentence: its words, phrases, numbers and marks, each with the class the casualty lexicon gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsledger.build.extract.casualties.parts import Part
from newsledger.build.extract.casualties.words import Entry, Node, casualty_words, endings, listed, pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import Quantifier, VictimClass

TOKEN = re.compile(
    r"[^\W\d_](?:\.(?:[^\W\d_]\.)+|\w*(?:(?!['’]s?(?!\w))[.&’'-]\w+)*)"
    r"|\d[\w.,]*(?:-[\w-]+)?(?<![.,])|['’]s?(?!\w)|\S"
)
MARKS = {
    ",": "comma", ";": "semicolon", ":": "colon", "-": "dash", "–": "dash", "—": "dash", "(": "open", ")": "close",
    "[": "open", "]": "close", ".": "stop", "!": "stop", "?": "stop",
    '"': "mark", "“": "mark", "”": "mark", "‘": "mark",
}  # fmt: skip
AGED = re.compile(r"(?P<age>\w+)-(?P<unit>year|month|week|day)-olds?")
ADULT = 18
LONGEST_VERB = 16
MOST_WORDS = 50_000
NO_PHRASE = Node()
AGE_NOUN = "year-old"
ASIDES = frozenset(("open", "mark"))
QUOTED = ("noun", "nouns", "demonym", "demonyms", "word", "hostage", "hostages")
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@dataclass(frozen=True, slots=True)
class Word:
    """What a token is by itself, and the words that may follow it in a phrase."""

    low: str
    kind: str
    entry: Entry | None
    capital: bool
    following: dict[str, Node]


Token = tuple[Word, tuple[int, int]]


class Words(dict[str, Word]):
    """The tokens met so far as the lexicon knows them, each spelling looked up once."""

    def __missing__(self, text: str) -> Word:
        """Look a token up; a full memory is emptied first."""
        if len(self) >= MOST_WORDS:
            self.clear()
        lexicon, low = casualty_words(), text.lower().replace("’", "'")
        node = lexicon.words.get(low, NO_PHRASE) if text != "US" else NO_PHRASE
        entry = node.entry or _aged(low)
        kind = entry.kind if entry is not None else _class(text, low)
        return self.setdefault(text, Word(low, kind, entry, text[0].isupper(), node.following))


KNOWN = Words()


def read_items(annotated: Annotated, start: int, end: int) -> list[Part]:
    """Read `view[start:end]`; a number is one item, a phrase of the lexicon is one item, the longest phrase wins."""
    view = annotated.document.view
    numbers = [_as_level(view, q) for q in annotated.quantities_in(start, end) if not q.is_zero]
    tokens = [(KNOWN[m[0]], m.span()) for m in TOKEN.finditer(view, start, end)]
    low = [word.low for word, _ in tokens] + [""]
    limits, ends = [q.start for q in numbers] + [end], [q.end for q in numbers] + [end + 1]
    items: list[Part] = []
    done = number = 0
    for at, (word, (first, last)) in enumerate(tokens):
        if first < done:
            continue
        while ends[number] <= first:
            number += 1
        if first >= limits[number]:
            quantity, done = numbers[number], ends[number]
            words = view[quantity.start : done].lower()
            items.append(Part(quantity.start, done, "number", words, None, quantity))
            continue
        phrase = _phrase(word, tokens, at, limits[number]) if low[at + 1] in word.following else None
        if phrase is None:
            done = last
            items.append(Part(first, done, word.kind, word.low, word.entry, None, word.capital))
        else:
            done = tokens[at + len(phrase.words) - 1][1][1]
            items.append(Part(first, done, phrase.kind, " ".join(phrase.words), phrase, None, word.capital))
    return _without_asides(items)


def _phrase(word: Word, tokens: list[Token], at: int, limit: int) -> Entry | None:
    """The longest phrase of the lexicon that begins with the token at `at`, if it ends before a limit."""
    found, following = None, word.following
    for other, (_, end) in tokens[at + 1 :]:
        if other.low not in following or end > limit:
            break
        node = following[other.low]
        found, following = node.entry or found, node.following
    return found


def _as_level(view: str, quantity: Quantity) -> Quantity:
    """The level that a verb of rising leads to, no bound and no range ("had gone up to 41", "rose by two to 28")."""
    if quantity.quantifier not in (Quantifier.AT_MOST, Quantifier.RANGE):
        return quantity
    last = view.rfind(" ", quantity.start, quantity.end) + 1
    start = quantity.number_start if quantity.quantifier is Quantifier.AT_MOST else last
    before = view[max(quantity.start - LONGEST_VERB, 0) : start].lower()
    if not pattern("rising" if quantity.quantifier is Quantifier.AT_MOST else "raised_by").search(before):
        return quantity
    level = quantity.count if quantity.quantifier is Quantifier.AT_MOST else quantity.count_max
    return replace(quantity, start=start, count=level, count_min=level, count_max=level, quantifier=Quantifier.EXACT)


def _without_asides(items: list[Part]) -> list[Part]:
    """Drop what only interrupts a noun phrase: brackets around a describing word, a number told again, quotation marks.

    "Two (government) soldiers", "six (6) people" and "five “fighters”" read as they would without their marks.
    """
    kept: list[Part] = []
    done = 0
    for at in [k for k, item in enumerate(items) if item.kind in ASIDES]:
        if at < done:
            continue
        kept += items[done:at]
        done = at
        counted = bool(kept) and kept[-1].quantity is not None
        inner = items[at + 1 : at + 3]
        if counted and items[at].kind == "open" and len(inner) == 2 and inner[1].kind == "close":
            kept += [] if inner[0].quantity is not None else [replace(inner[0], start=items[at].start)]
            done = at + 3
        elif _is_short_name(items, at):
            done = at + 3
        elif counted and items[at].kind == "mark" and inner and inner[0].kind in QUOTED:
            done = at + 1
    return kept + items[done:]


def _is_short_name(items: list[Part], at: int) -> bool:
    """Whether brackets hold the short form of a name that a noun follows ("Abu Sayyaf Group (ASG) bandits")."""
    if items[at].kind != "open" or at == 0 or at + 3 >= len(items) or not items[at - 1].capital:
        return False
    inner, closed, behind = items[at + 1 : at + 4]
    return closed.kind == "close" and inner.capital and behind.kind in QUOTED and not behind.capital


def _class(text: str, low: str) -> str:
    if text[0].isupper():
        return "title" if low in casualty_words().titles else "name"
    if text in MARKS:
        return MARKS[text]
    if low in POSSESSIVES:
        return "poss"
    if low in listed("name_particles") or low.startswith(("al-", "el-")):
        return "name"
    return "adverb" if low.endswith("ly") and len(low) > 4 else "word"


def _aged(low: str) -> Entry | None:
    """A person named by an age alone ("a 12-year-old"); children are civilians."""
    match = AGED.fullmatch(low) if low.endswith(("old", "olds")) else None
    if match is None:
        return None
    child = match["unit"] != "year" or (match["age"].isdigit() and int(match["age"]) < ADULT)
    return Entry(
        (AGE_NOUN,),
        "nouns" if low.endswith("s") else "noun",
        None,
        VictimClass.CIVILIAN if child else VictimClass.UNSTATED,
    )


def describes(low: str) -> bool:
    """Whether a word looks like an adjective."""
    return low.endswith(endings("adjective_endings")) or "-" in low
