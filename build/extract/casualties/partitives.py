"""Partitives: joins "two of the 16 soldiers", "none of them", "a family of five" into single parts."""

from __future__ import annotations

from newsledger.build.extract.casualties.parts import Part, symbols
from newsledger.build.extract.casualties.words import Entry, casualty_words
from newsledger.schema.vocabularies import VictimClass


def join_partitives(parts: list[Part]) -> list[Part]:
    """Join every number, noun of a group and pronoun of none with the phrase behind its "of"."""
    out: list[Part] = []
    j = 0
    while j < len(parts):
        joined = _joined(parts, j, out) if j + 2 < len(parts) and parts[j + 1].symbol in symbols("of") else None
        if joined is None:
            out.append(parts[j])
            j += 1
        else:
            out.append(joined[0])
            j += joined[1]
    return out


def _joined(parts: list[Part], j: int, out: list[Part]) -> tuple[Part, int] | None:
    part, whole, length = parts[j], parts[j + 2], 3
    owners = symbols("person", "name", "named", "people")
    k = j + 2
    while k + 1 < len(parts) and parts[k].symbol in symbols("name") and parts[k + 1].symbol in symbols("name"):
        k += 1
    if parts[k].symbol in owners and k + 2 < len(parts) and parts[k + 1].symbol in symbols("poss"):
        whole, length = parts[k + 2], k + 3 - j
    behind = parts[j + 3] if j + 3 < len(parts) and whole.symbol in symbols("the", "his", "those") else None
    if behind is not None and behind.symbol in symbols("band", "number_of", "word", "thing", "things"):
        whole, length = behind, 4
    if part.symbol in symbols("number", "nobody") and (made := _taken_out(part, whole, length == 4)):
        return made, length
    if part.low == "one" and whole.symbol in symbols("people", "group", "band"):
        made = _counted(part, whole, part.start, whole.nouns or _own(whole), whole.head or (whole.start, whole.end))
        made.symbol, made.quantity, made.fixed, made.low = casualty_words().symbols["group"], None, 1, whole.low
        made.harm, made.whole = whole.harm, whole if whole.quantity is not None else None
        return made, length
    if part.low == "one" and whole.symbol in symbols("they", "who"):
        return Part(part.start, whole.end, casualty_words().symbols["part"], low="one", fixed=1), length
    if part.symbol in symbols("band") and length == 3 and whole.symbol in symbols("number", "group"):
        first = out.pop().start if out and out[-1].symbol in symbols("a", "the", "his") else part.start
        nouns = whole.nouns or _own(part)
        return _counted(part, whole, first, nouns, (part.start, whole.end)), length
    return None


def _taken_out(part: Part, whole: Part, determined: bool) -> Part | None:
    """A number taken out of people or things; of a pronoun it is a `part`."""
    known = casualty_words().symbols
    span = (part.start, whole.end)
    if part.symbol in symbols("number"):
        if whole.symbol in symbols("they", "who", "which"):
            return Part(*span, known["part"], quantity=part.quantity, low=part.low)
        if whole.symbol in symbols("thing", "things", "goods"):
            return Part(*span, known["goods"], quantity=part.quantity, low=whole.low)
        vague = part.quantity is not None and part.quantity.count is None
        if whole.symbol in symbols("word") and whole.low.endswith("s") and vague and not determined:
            return Part(*span, known["strangers"], quantity=part.quantity, head=(whole.start, whole.end), low=whole.low)
    people = symbols("group", "people", "number", "strangers", "person", "band", "rest")
    if whole.symbol not in people and not determined:
        return None
    symbol = known["none" if part.symbol in symbols("nobody") else "group"]
    head = whole.head or (whole.start, whole.end)
    made = Part(
        *span,
        symbol,
        quantity=part.quantity,
        nouns=whole.nouns or _own(whole) or _comrades(whole),
        head=head,
        harm=whole.harm,
    )
    made.low, made.whole = whole.low, whole if whole.quantity is not None else None
    return made


def _counted(part: Part, whole: Part, start: int, nouns: list[Entry], head: tuple[int, int]) -> Part:
    symbol = casualty_words().symbols["group"]
    return Part(start, whole.end, symbol, quantity=whole.quantity, nouns=nouns, head=head, low=part.low)


def _comrades(part: Part) -> list[Entry]:
    """Those of one's own side ("six of their own")."""
    return [Entry(("own",), "", None, VictimClass.UNSTATED)] if part.low == "own" else []


def _own(part: Part) -> list[Entry]:
    return [part.entry] if part.entry is not None and part.entry.victims is not None else []
