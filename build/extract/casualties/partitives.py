"""Partitives: joins "two of the 16 soldiers", "none of them", "a family of five" into single parts."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.build.extract.casualties.parts import Part
from newsledger.build.extract.casualties.words import Entry
from newsledger.schema.vocabularies import VictimClass


def join_partitives(parts: list[Part]) -> list[Part]:
    """Join every number, noun of a group and pronoun of none with the phrase behind its "of"."""
    out: list[Part] = []
    done = 0
    for j in [k - 1 for k, part in enumerate(parts[:-1]) if part.kind == "of"]:
        if j < done:
            continue
        out += parts[done:j]
        done = j
        if joined := _joined(parts, j, out):
            out.append(joined[0])
            done += joined[1]
    return out + parts[done:]


def _joined(parts: list[Part], j: int, out: list[Part]) -> tuple[Part, int] | None:
    part, whole, length = parts[j], parts[j + 2], 3
    owners = ("person", "name", "named", "people")
    k = j + 2
    while k + 1 < len(parts) and parts[k].kind == "name" and parts[k + 1].kind == "name":
        k += 1
    if parts[k].kind in owners and k + 2 < len(parts) and parts[k + 1].kind == "poss":
        whole, length = parts[k + 2], k + 3 - j
    behind = parts[j + 3] if j + 3 < len(parts) and whole.kind in ("the", "his", "those") else None
    if behind is not None and behind.kind in ("band", "number_of", "word", "thing", "things"):
        whole, length = behind, 4
    if part.kind in ("number", "nobody") and (made := _taken_out(part, whole, length == 4)):
        return made, length
    if part.low == "one" and whole.kind in ("people", "group", "band"):
        made = _counted(part, whole, part.start, whole.nouns or _own(whole), whole.head or (whole.start, whole.end))
        made.kind, made.quantity, made.fixed, made.low = "group", None, 1, whole.low
        made.harm, made.whole = whole.harm, whole if whole.quantity is not None else None
        return made, length
    if part.low == "one" and whole.kind in ("they", "who"):
        return Part(part.start, whole.end, "part", low="one", fixed=1), length
    if part.kind == "band" and length == 3 and whole.kind in ("number", "group"):
        first = out.pop().start if out and out[-1].kind in ("a", "the", "his") else part.start
        nouns = whole.nouns or _own(part)
        return _counted(part, whole, first, nouns, (part.start, whole.end)), length
    return None


def _taken_out(part: Part, whole: Part, determined: bool) -> Part | None:
    """A number taken out of people or things; of a pronoun it is a `part`."""
    span = (part.start, whole.end)
    if part.kind == "number":
        if whole.kind in ("they", "who", "which"):
            return Part(*span, "part", quantity=part.quantity, low=part.low)
        if whole.kind in ("thing", "things", "goods"):
            return Part(*span, "goods", quantity=part.quantity, low=whole.low)
        vague = part.quantity is not None and part.quantity.count is None
        if whole.kind == "word" and whole.low.endswith("s") and vague and not determined:
            return Part(*span, "strangers", quantity=part.quantity, head=(whole.start, whole.end), low=whole.low)
    people = ("group", "people", "number", "strangers", "person", "band", "rest")
    if whole.kind not in people and not determined:
        return None
    head = whole.head or (whole.start, whole.end)
    made = Part(
        *span,
        "none" if part.kind == "nobody" else "group",
        quantity=part.quantity,
        nouns=whole.nouns or _own(whole) or _comrades(whole),
        head=head,
        harm=whole.harm,
    )
    made.low, made.whole = whole.low, whole if whole.quantity is not None else None
    return made


def _counted(part: Part, whole: Part, start: int, nouns: Sequence[Entry], head: tuple[int, int]) -> Part:
    return Part(start, whole.end, "group", quantity=whole.quantity, nouns=nouns, head=head, low=part.low)


def _comrades(part: Part) -> list[Entry]:
    """Those of one's own side ("six of their own")."""
    return [Entry(("own",), "", None, VictimClass.UNSTATED)] if part.low == "own" else []


def _own(part: Part) -> list[Entry]:
    return [part.entry] if part.entry is not None and part.entry.victims is not None else []
