"""Items of a sentence: its words, phrases, numbers and marks, each with the class the casualty lexicon gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from newsledger.build.extract.casualties.words import CasualtyWords, Entry, casualty_words, endings, listed, pattern
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import Quantifier, VictimClass

TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d[\w.,]*(?:-[\w-]+)?(?<![.,])|['’]s?(?!\w)"
    r"|[^\W\d_](?:\w|(?!['’]s?(?!\w))[.&’'-](?=\w))*|\S"
)
MARKS = {
    ",": "comma", ";": "semicolon", ":": "colon", "-": "dash", "–": "dash", "—": "dash", "(": "open", ")": "close",
    "[": "open", "]": "close", ".": "stop", "!": "stop", "?": "stop",
    '"': "mark", "“": "mark", "”": "mark", "‘": "mark",
}  # fmt: skip
AGED = re.compile(r"(?P<age>\w+)-(?P<unit>year|month|week|day)-olds?")
ADULT = 18
LONGEST_VERB = 16
AGE_NOUN = "year-old"
POSSESSIVES = frozenset(("'s", "’s", "'", "’"))


@dataclass(slots=True)
class Item:
    """A word, phrase, number or mark of a sentence; `symbol` is the character of its class."""

    start: int
    end: int
    low: str
    symbol: str
    entry: Entry | None = None
    quantity: Quantity | None = None
    capital: bool = False


def read_items(annotated: Annotated, start: int, end: int) -> list[Item]:
    """Read `view[start:end]`; a number is one item, a phrase of the lexicon is one item, the longest phrase wins."""
    lexicon = casualty_words()
    view = annotated.document.view
    numbers = [_as_level(view, q) for q in annotated.quantities_in(start, end) if not q.is_zero]
    tokens = [(m.start(), m.end(), m[0]) for m in TOKEN.finditer(view, start, end)]
    low = [text.lower().replace("’", "'") for _, _, text in tokens]
    limits = [q.start for q in numbers] + [end]
    items: list[Item] = []
    at = number = 0
    while at < len(tokens):
        first, last, text = tokens[at]
        while number < len(numbers) and numbers[number].end <= first:
            number += 1
        if first >= limits[number]:
            quantity = numbers[number]
            while at < len(tokens) and tokens[at][0] < quantity.end:
                at += 1
            words = view[quantity.start : quantity.end].lower()
            items.append(Item(quantity.start, quantity.end, words, lexicon.symbols["number"], None, quantity))
            continue
        entry = _longest(lexicon, low, at, tokens, limits[number])
        if entry is not None and text != "US":
            stop = at + len(entry.words)
            items.append(
                Item(first, tokens[stop - 1][1], " ".join(low[at:stop]), entry.symbol, entry, None, text[0].isupper())
            )
            at = stop
            continue
        aged = _aged(low[at])
        symbol = aged.symbol if aged is not None else _class(text, low[at])
        items.append(Item(first, last, low[at], symbol, aged, None, text[0].isupper()))
        at += 1
    return _without_asides(items)


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


def _without_asides(items: list[Item]) -> list[Item]:
    """Drop what only interrupts a noun phrase: brackets around a describing word, a number told again, quotation marks.

    "Two (government) soldiers", "six (6) people" and "five “fighters”" read as they would without their marks.
    """
    kept: list[Item] = []
    at, symbols = 0, casualty_words().symbols
    while at < len(items):
        counted = bool(kept) and kept[-1].quantity is not None
        inner = items[at + 1 : at + 3]
        if counted and items[at].symbol == symbols["open"] and len(inner) == 2 and inner[1].symbol == symbols["close"]:
            kept += [] if inner[0].quantity is not None else [replace(inner[0], start=items[at].start)]
            at += 3
        elif _is_short_name(items, at):
            at += 3
        elif counted and items[at].symbol == symbols["mark"] and inner and inner[0].symbol in _quoted():
            at += 1
        else:
            kept.append(items[at])
            at += 1
    return kept


def _is_short_name(items: list[Item], at: int) -> bool:
    """Whether brackets hold the short form of a name that a noun follows ("Abu Sayyaf Group (ASG) bandits")."""
    symbols = casualty_words().symbols
    if items[at].symbol != symbols["open"] or at == 0 or at + 3 >= len(items) or not items[at - 1].capital:
        return False
    inner, closed, behind = items[at + 1 : at + 4]
    return closed.symbol == symbols["close"] and inner.capital and behind.symbol in _quoted() and not behind.capital


@cache
def _quoted() -> frozenset[str]:
    symbols = casualty_words().symbols
    return frozenset(symbols[name] for name in ("noun", "nouns", "demonym", "demonyms", "word", "hostage", "hostages"))


def _longest(
    lexicon: CasualtyWords, low: list[str], at: int, tokens: list[tuple[int, int, str]], limit: int
) -> Entry | None:
    word = low[at]
    longer = lexicon.phrases.get(word)
    for entry in longer.get(low[at + 1], ()) if longer and at + 1 < len(low) else ():
        stop = at + len(entry.words)
        if tuple(low[at:stop]) == entry.words and tokens[stop - 1][1] <= limit:
            return entry
    return lexicon.singles.get(word)


def _class(text: str, low: str) -> str:
    symbols, titles = _class_symbols()
    if text[0].isupper():
        return symbols["title"] if low in titles else symbols["name"]
    if text in MARKS:
        return symbols[MARKS[text]]
    if low in POSSESSIVES:
        return symbols["poss"]
    if low in listed("name_particles") or low.startswith(("al-", "el-")):
        return symbols["name"]
    return symbols["adverb"] if low.endswith("ly") and len(low) > 4 else symbols["word"]


def _aged(low: str) -> Entry | None:
    """A person named by an age alone ("a 12-year-old"); children are civilians."""
    match = AGED.fullmatch(low) if low.endswith(("old", "olds")) else None
    if match is None:
        return None
    symbol = casualty_words().symbols["nouns" if low.endswith("s") else "noun"]
    child = match["unit"] != "year" or (match["age"].isdigit() and int(match["age"]) < ADULT)
    return Entry((AGE_NOUN,), symbol, None, VictimClass.CIVILIAN if child else VictimClass.UNSTATED)


def describes(low: str) -> bool:
    """Whether a word looks like an adjective."""
    return low.endswith(endings("adjective_endings")) or "-" in low


@cache
def _class_symbols() -> tuple[dict[str, str], frozenset[str]]:
    lexicon = casualty_words()
    return lexicon.symbols, frozenset(lexicon.titles)
