"""Groups of people in a sentence: who is counted, how many, and what else the sentence is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from newsledger.build.extract.casualty_items import Item, read_items
from newsledger.build.extract.casualty_words import Entry, casualty_words
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import Outcome, Quantifier, VictimClass

ORGANISATION = re.compile(
    r"army|ministry|council|street|road|university|hospital|government|party|front|movement|agency|police|city|river|court|house|church|union|group|"
    r"force|forces|brigade|division|commission|committee|bank|times|post|news|street|avenue|bridge|camp|airport|province|district|state|states|sea|"
    r"company|corp|inc|ltd|team|united|league|cup|act|bill|plan|operation|treaty|war|battle|day|week|programme|program|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|north|south|east|west|"
    r"northern|southern|eastern|western|central"
)


@dataclass(slots=True)
class Part:
    """A piece of a sentence: one item, or a whole noun phrase of people (`quantity`, `nouns` and `head` tell of it)."""

    start: int
    end: int
    symbol: str
    item: Item | None = None
    quantity: Quantity | None = None
    nouns: list[Entry] = field(default_factory=list)
    head: tuple[int, int] | None = None
    definite: bool = False
    possessive: bool = False
    bare: bool = False
    harm: Outcome | None = None
    low: str = ""
    fixed: int | None = None
    whole: Part | None = None


@dataclass
class Reading:
    """A sentence as parts; `code` has one character per part, so that patterns over it find frames."""

    annotated: Annotated
    start: int
    end: int
    parts: list[Part]

    @cached_property
    def code(self) -> str:
        """The classes of all parts."""
        return "".join(part.symbol for part in self.parts)

    def text(self, start: int, end: int) -> str:
        """The words of a span as written."""
        return self.annotated.document.article.text[start:end]


class _Symbols:
    def __init__(self) -> None:
        names = casualty_words().symbols
        pick = lambda *wanted: frozenset(names[name] for name in wanted)  # noqa: E731
        self.names = names
        self.determiners = pick("the", "a", "those", "his", "all", "further", "more")
        self.definite = pick("the", "those", "his", "poss")
        self.modifiers = pick("word", "name", "adverb", "harmed", "state", "hedge", "more", "further", "band", "hostage", "title", "last", "mark")
        self.nouns = pick("noun", "nouns", "hostage", "hostages", "demonym", "demonyms")
        self.plural = pick("nouns", "hostages", "demonyms")
        self.demonyms = pick("demonym", "demonyms")
        self.losses = pick("loss", "losses", "bodies", "toll", "injured_toll")
        self.things = pick("thing", "things")
        self.harm = pick("harmed", "state")
        self.fates = pick("harmed", "state", "fated")


_symbols: list[_Symbols] = []


def _the() -> _Symbols:
    if not _symbols:
        _symbols.append(_Symbols())
    return _symbols[0]


def read_parts(annotated: Annotated, start: int, end: int) -> Reading:
    """Read a sentence into parts."""
    items = read_items(annotated, start, end)
    parts: list[Part] = []
    at = 0
    persons = {m.start for m in within(annotated.actors, start, end) if m.kind is ActorKind.PERSON}
    while at < len(items):
        found = _group(items, at, bool(at) and items[at - 1].symbol == _the().names["poss"], persons)
        if found is None:
            item = items[at]
            parts.append(Part(item.start, item.end, item.symbol, item, item.quantity, low=item.low))
            at += 1
        else:
            part, at = found
            parts.append(part)
    return Reading(annotated, start, end, _partitives(parts))


def _group(items: list[Item], at: int, owned: bool, persons: set[int]) -> tuple[Part, int] | None:
    """The noun phrase that begins at an item, and the item after it."""
    s = _the()
    start, no = at, items[at].symbol in (s.names["no"],)
    while at < len(items) and items[at].symbol in s.determiners and not (at > start and items[at].symbol == s.names["more"]):
        at += 1
    if no:
        at += 1
    number = None
    if at < len(items) and items[at].quantity is not None:
        number = items[at]
        at += 1
    if at >= len(items):
        return _alone(items, start, at, number)
    head, last = _head(items, at, number is not None, start < at or no or owned)
    if head is None:
        return _name(items, start, at, persons) if number is None and not no else _headless(items, start, at, number)
    return _made(items, start, head, last, number, no), last


def _head(items: list[Item], at: int, counted: bool, determined: bool) -> tuple[tuple[int, int] | None, int]:
    """First and last item of the head noun, looking over modifiers."""
    s = _the()
    reach = 7 if counted or determined else 4
    j = at
    while j < len(items) and j - at <= reach:
        symbol = items[j].symbol
        if symbol in s.demonyms and _adjective(items, j):
            j += 1
            continue
        if symbol in s.nouns:
            return _extend(items, j, counted, determined)
        if symbol in s.things:
            if j + 1 < len(items) and items[j + 1].symbol in s.nouns:
                j += 1
                continue
            return None, j
        if symbol not in s.modifiers:
            return None, j
        if not (counted or determined) and symbol not in (s.names["name"], s.names["title"], s.names["word"]):
            return None, j
        if symbol == s.names["word"] and not (counted or determined) and not _adjectival(items[j].low):
            return None, j
        if symbol in s.harm and counted and not _noun_follows(items, j):
            return None, j
        j += 1
    return None, j


def _adjective(items: list[Item], j: int) -> bool:
    """Whether a nationality or faith stands before a noun of its own."""
    s = _the()
    if j + 1 >= len(items):
        return False
    after = items[j + 1]
    if after.symbol == s.names["word"]:
        return not after.low.endswith(("ed", "ing"))
    return after.symbol in s.nouns | s.things | {s.names["band"], s.names["title"]} | s.losses


def _adjectival(low: str) -> bool:
    return low.endswith(("ed", "an", "ian", "ish", "al", "ese", "ic", "young", "old", "ent", "ant", "less", "ary", "led"))


def _noun_follows(items: list[Item], j: int) -> bool:
    s = _the()
    for item in items[j + 1 : j + 4]:
        if item.symbol in s.nouns:
            return True
        if item.symbol not in s.modifiers:
            return False
    return False


def _extend(items: list[Item], j: int, counted: bool, determined: bool) -> tuple[tuple[int, int] | None, int]:
    """Take in the nouns that follow ("police officers"); a thing or unknown plural at the end makes no people."""
    s = _the()
    last = j
    while last + 1 < len(items):
        nxt = items[last + 1]
        if nxt.symbol in s.nouns and items[last].symbol not in s.plural or nxt.symbol in s.nouns and items[last].low in ("police", "rohingya", "security forces", "taliban"):
            last += 1
            continue
        break
    if last + 1 < len(items):
        nxt = items[last + 1]
        singular = items[last].symbol not in s.plural
        if nxt.symbol in s.things | s.losses or nxt.symbol == s.names["band"]:
            return None, last
        if singular and counted and nxt.symbol == s.names["word"] and nxt.low.endswith("s") and not nxt.low.endswith("ss"):
            return (last + 1, last + 1), last + 2
        if singular and nxt.symbol == s.names["word"] and nxt.low.endswith(("ion", "ment", "ity", "ry", "ship", "ance")):
            return None, last
    stop = last + 1
    if items[last].symbol not in s.plural and items[last].entry is not None:
        while stop < len(items) and items[stop].symbol in (s.names["name"], s.names["title"]) and items[stop].end - items[stop].start > 0:
            stop += 1
    return (last, stop - 1), stop


def _made(items: list[Item], start: int, head: tuple[int, int], stop: int, number: Item | None, no: bool) -> Part:
    s = _the()
    nouns = [item.entry for item in items[start:stop] if item.symbol in s.nouns and item.entry is not None]
    plural = items[head[0]].symbol in s.plural or items[head[0]].entry is None
    leads = {item.symbol for item in items[start : head[0]]}
    if no:
        symbol = "none"
    elif number is not None:
        symbol = "group"
    elif plural:
        symbol = "people"
    else:
        symbol = "person"
    harm = next((i.entry.outcome for i in items[start : head[0]] if i.symbol in s.harm and i.entry is not None), None)
    first = items[start]
    head_start = items[start].start if number is None else next((i.start for i in items[start:stop] if i.start >= number.end), items[head[0]].start)
    return Part(
        first.start, items[stop - 1].end, s.names[symbol], None, number.quantity if number else None, nouns,
        (head_start, items[head[1]].end), bool(leads & s.definite), s.names["his"] in leads,
        not leads & (s.determiners | {s.names["poss"]}) and number is None, harm, items[head[0]].low, _fixed(first.low, items[head[0]].low) if number is None else None,
    )  # fmt: skip


def _fixed(first: str, head: str) -> int | None:
    """The number that a word holds ("both brothers", "the couple")."""
    return 2 if first == "both" or head in ("couple", "twins") else 3 if head in ("trio", "triplets") else None


def _headless(items: list[Item], start: int, at: int, number: Item | None) -> tuple[Part, int] | None:
    """A number without a known noun: a bare number, unknown people, or things."""
    s = _the()
    if number is None:
        return None
    j = at
    while j < len(items) and items[j].symbol in (s.names["word"], s.names["name"], s.names["adverb"], s.names["last"], s.names["poss"]) and j - at < 5:
        j += 1
    if j < len(items) and items[j].symbol in s.things or j < len(items) and items[j].symbol == s.names["band"]:
        return _counted(items, start, j, number, "goods"), j + 1
    words = items[at:j]
    for k, item in enumerate(words):
        if item.symbol == s.names["word"] and item.low.endswith(("s", "men", "folk", "children")) and not item.low.endswith(("ss", "us", "is")) and len(item.low) > 3:
            return _counted(items, start, at + k, number, "strangers"), at + k + 1
        if item.symbol == s.names["name"] and item.low.endswith("s") and len(item.low) > 3 and k == len(words) - 1:
            return _counted(items, start, at + k, number, "strangers"), at + k + 1
    return _alone(items, start, at, number)


def _counted(items: list[Item], start: int, head: int, number: Item, symbol: str) -> Part:
    s = _the()
    after = next(i.start for i in items[start : head + 1] if i.start >= number.end)
    definite = any(i.symbol in s.definite for i in items[start:head])
    return Part(items[start].start, items[head].end, s.names[symbol], None, number.quantity, [], (after, items[head].end), definite, low=items[head].low)


def _alone(items: list[Item], start: int, at: int, number: Item | None) -> tuple[Part, int] | None:
    s = _the()
    if number is None:
        return None
    definite = any(i.symbol in s.definite for i in items[start:at])
    return Part(items[start].start, items[at - 1].end, s.names["number"], None, number.quantity, [], None, definite, low=number.low), at


def _name(items: list[Item], start: int, at: int, persons: set[int]) -> tuple[Part, int] | None:
    """A personal name: a title or two capitalised words, none of which names a body or place."""
    s = _the()
    if start != at:
        return _pronominal(items, start, at)
    j, titled = at, False
    while j < len(items) and items[j].symbol in (s.names["title"], s.names["name"]):
        titled = titled or items[j].symbol == s.names["title"]
        j += 1
        if j + 1 < len(items) and items[j].symbol == s.names["stop"] and items[j - 1].symbol == s.names["title"]:
            j += 1
    run = items[at:j]
    named = sum(item.symbol == s.names["name"] for item in run)
    known = items[start].start in persons
    if named == 0 or (named < 2 and not titled and not known) or not run[0].capital:
        return None
    if not titled and not known and any(item.symbol == s.names["name"] and not item.capital and item.low not in ("al", "bin") for item in run[:1]):
        return None
    if not titled and not known and any(ORGANISATION.fullmatch(item.low) or "." in item.low and item.capital for item in run):
        return None
    victims = next((casualty_words().titles[i.low] for i in run if i.symbol == s.names["title"]), None)
    nouns = [Entry((), "", None, victims)] if victims else []
    return Part(run[0].start, run[-1].end, s.names["named"], None, None, nouns, (run[0].start, run[-1].end), True, low=run[-1].low), j


def _pronominal(items: list[Item], start: int, at: int) -> tuple[Part, int] | None:
    """An adjective of harm used as a noun ("the wounded"), with no noun behind it."""
    s = _the()
    if at < len(items) and items[at].symbol in s.fates and not _noun_follows(items, at) and items[start].symbol in s.definite | {s.names["all"]}:
        nxt = items[at + 1].symbol if at + 1 < len(items) else ""
        if nxt in (s.names["word"], s.names["name"], s.names["number"], s.names["thing"], s.names["things"], s.names["a"], s.names["the"]):
            return None
        entry = items[at].entry
        return Part(items[start].start, items[at].end, s.names["people"], None, None, [Entry((), "", None, VictimClass.UNSTATED)], (items[start].start, items[at].end), True, harm=entry.outcome if entry else None, low=items[at].low), at + 1
    return None


def _partitives(parts: list[Part]) -> list[Part]:
    """Join "two of the 16 soldiers", "five members of the family", "none of them" into single parts."""
    s = _the().names
    numeric = (s["number"], s["group"], s["nobody"], s["strangers"])
    people = (s["group"], s["people"], s["number"], s["strangers"], s["person"], s["band"], s["rest"])
    out: list[Part] = []
    j = 0
    while j < len(parts):
        part = parts[j]
        if part.symbol in numeric and j + 2 < len(parts) and parts[j + 1].symbol == s["of"]:
            whole, skip = parts[j + 2], 3
            if whole.symbol in (s["the"], s["his"], s["those"]) and j + 3 < len(parts) and parts[j + 3].symbol in (s["band"], s["number_of"], s["word"]):
                whole, skip = parts[j + 3], 4
            if whole.symbol in (s["they"], s["who"], s["which"]) and part.symbol == s["number"]:
                out.append(Part(part.start, whole.end, s["part"], None, part.quantity, [], None, low=part.low))
                j += 3
                continue
            if part.symbol == s["number"] and whole.symbol in (s["thing"], s["things"], s["goods"]):
                out.append(Part(part.start, whole.end, s["goods"], None, part.quantity, low=whole.low))
                j += skip
                continue
            if part.symbol == s["number"] and whole.symbol == s["word"] and whole.low.endswith("s") and part.quantity is not None and part.quantity.count is None:
                out.append(Part(part.start, whole.end, s["strangers"], None, part.quantity, [], (whole.start, whole.end), low=whole.low))
                j += skip
                continue
            if part.symbol in (s["number"], s["nobody"]) and (whole.symbol in people or skip == 4):
                symbol = s["none"] if part.symbol == s["nobody"] else s["group"]
                out.append(Part(part.start, whole.end, symbol, None, part.quantity, whole.nouns or ([whole.item.entry] if whole.item is not None and whole.item.entry is not None and whole.item.entry.victims else []), whole.head or (whole.start, whole.end), harm=whole.harm, low=whole.low, whole=whole if whole.quantity is not None else None))
                j += skip
                continue
        if part.symbol in (s["band"], s["person"]) and part.low in ("family", "group", "team", "party", "crew", "patrol", "squad", "gang", "couple") and j + 2 < len(parts) and parts[j + 1].symbol == s["of"] and parts[j + 2].symbol in (s["number"], s["group"]):
            whole = parts[j + 2]
            first = out.pop().start if out and out[-1].symbol in (s["a"], s["the"]) else part.start
            out.append(Part(first, whole.end, s["group"], None, whole.quantity, whole.nouns or [n for n in [part.item.entry if part.item else None] if n], (part.start, whole.end), low=part.low))
            j += 3
            continue
        out.append(part)
        j += 1
    return out


def count_of(part: Part) -> tuple[int | None, int | None, int | None, Quantifier]:
    """Count, least, greatest and hedge of a part; a person counts one, people without a number are vague."""
    s = _the().names
    if part.quantity is not None:
        q = part.quantity
        return q.count, q.count_min, q.count_max, q.quantifier
    if part.fixed is not None:
        return part.fixed, part.fixed, part.fixed, Quantifier.EXACT
    if part.symbol in (s["person"], s["named"], s["he"], s["somebody"]):
        return 1, 1, 1, Quantifier.EXACT
    if part.symbol in (s["none"], s["nobody"]):
        return 0, 0, 0, Quantifier.EXACT
    return None, None, None, Quantifier.VAGUE
