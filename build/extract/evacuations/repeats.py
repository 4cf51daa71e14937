"""Repeats: rows of one article that make the same claim become one row with the others in `also`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsledger.build.extract.evacuations.rules import GOING, MOVING, is_flagged, phrase
from newsledger.build.extract.evacuations.words import word_lists
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import BlockType, Quantifier, RecordKind, ReportingTerm

WORDS = re.compile(r"[a-z0-9]+")
COUNT_COLUMNS = ("count", "count_min", "count_max", "quantifier", "unit", "count_role")
NEAR = 500
MAGNITUDE = 50
LIKE = 0.5
LONG = 10
TELLING = 100
FURTHER = re.compile(
    r"(?:and |with |while |but )?(?:(?:yet )?another|an? (?:further|additional)|[\d,.]+ (?:more|others))\b", re.I
)
MEANS = {RecordKind.CAPACITY, RecordKind.CONSTRAINT}


def names(text: str | None) -> set[str]:
    """The words of a name that tell it from others."""
    return set(WORDS.findall((text or "").lower())) - word_lists()["place_words"]


def agree(one: str | None, other: str | None) -> bool:
    """Whether two names can stand for the same thing; a missing one can stand for anything."""
    a, b = names(one), names(other)
    return not a or not b or bool(a & b)


def same_place(one: Evacuation, other: Evacuation) -> bool:
    """Whether two rows share an origin or a destination."""
    return bool(names(one.origin) & names(other.origin) or names(one.destination) & names(other.destination))


def same_people(one: str | None, other: str | None) -> bool:
    """Whether two populations can be the same people: general words can name anyone."""
    return agree(one, other) or bool(names(one) & word_lists()["anyone"]) or bool(names(other) & word_lists()["anyone"])


def same_count(one: Evacuation, other: Evacuation) -> bool:
    """Whether two counts do not tell the rows apart."""
    if one.quantifier is None or other.quantifier is None:
        return True
    if one.unit != other.unit:
        return False
    if one.count is not None and other.count is not None:
        return one.count == other.count
    low, high = sorted((one.count or one.count_min or 0, other.count or other.count_min or 0))
    return high <= low * MAGNITUDE


def same_figure(one: Evacuation, other: Evacuation) -> bool:
    """Whether two rows that count people give the very same large figure."""
    if one.count is None or one.count < TELLING or one.record_kind not in MOVING:
        return False
    return (one.count, one.quantifier, one.unit) == (other.count, other.quantifier, other.unit)


def one_sentence(one: Evacuation, other: Evacuation) -> bool:
    """Whether two rows stand in one sentence."""
    return one.sentence_start == other.sentence_start


def same_claim(one: Evacuation, whole: Evacuation, other: Evacuation, is_advisory: bool) -> bool:
    """Whether a later row makes the claim of an earlier one again, which `whole` is with its repeats so far."""
    untold = not whole.also
    if one.record_kind != other.record_kind:
        return False
    if (one.evidence_start, one.evidence_end) == (other.evidence_start, other.evidence_end):
        return True
    if other.quantifier and FURTHER.match(other.evidence_text or ""):
        return False
    if same_figure(whole, other):
        return True
    if not same_count(whole, other) or not same_people(one.population, other.population):
        return False
    if other.record_kind in MOVING and is_apart(one, other):
        return False
    if one.record_kind is RecordKind.DIRECTIVE:
        return same_directive(one, other, untold, is_advisory)
    if one_sentence(one, other):
        apart = one.record_kind in MOVING and one.evidence_end <= other.evidence_start
        return not (apart and other.quantifier and other.population)
    return anaphoric(one, other) or generic(one, other) or repeats_words(one, other, untold)


def acts(row: Evacuation) -> set[str]:
    """Which of leaving, travelling and staying a directive speaks of."""
    words = set(WORDS.findall((row.evidence_text or "").lower()))
    return {act for act in ("act_leave", "act_travel", "act_stay") if words & word_lists()[act]}


def same_directive(one: Evacuation, other: Evacuation, untold: bool, is_advisory: bool) -> bool:
    """Whether two directives are one: a headline and the first after it, or of one strength and alike.

    An advisory says each thing once: two of its sentences are two directives, unless a long one comes word for word.
    """
    if not agree(one.origin, other.origin) or not agree(one.destination, other.destination):
        return False
    if untold and one.block_type is BlockType.HEADLINE and other.block_type is not BlockType.HEADLINE:
        return same_people(one.population, other.population)
    asked, again = acts(one), acts(other)
    if one.strength != other.strength or (asked and again and not asked & again):
        return False
    if one_sentence(one, other):
        return True
    if is_advisory:
        words = names(one.evidence_text)
        return len(words) >= LONG and words == names(other.evidence_text)
    return alike(one, other) or same_parties(one, other)


def same_parties(one: Evacuation, other: Evacuation) -> bool:
    """Whether the same issuer tells the same named people."""
    people = (names(one.population) & names(other.population)) - word_lists()["anyone"]
    return bool(people and names(one.issuer) & names(other.issuer))


def anaphoric(one: Evacuation, other: Evacuation) -> bool:
    """Whether a later row names no people, count or place of its own and stands close by."""
    bare = not (other.population or other.quantifier or names(other.origin) or names(other.destination))
    return bare and one.record_kind in GOING and other.evidence_start - one.evidence_end < NEAR


def same_term(one: Evacuation, other: Evacuation) -> bool:
    """Whether both rows, or neither, speak of an evacuation rather than of flight."""
    return (one.reporting_term is ReportingTerm.EVACUATED) is (other.reporting_term is ReportingTerm.EVACUATED)


def generic(one: Evacuation, other: Evacuation) -> bool:
    """Whether a later row says again, of people in general and with no figure, that they left."""
    uncounted = other.quantifier is None or (other.quantifier is Quantifier.VAGUE and other.count_min is None)
    named = names(other.population) - word_lists()["anyone"] or not (other.population or other.quantifier)
    placed = (names(other.origin) | names(other.destination)) - names(one.evidence_text)
    same = one.record_kind is RecordKind.MOVEMENT and one.reporting_term == other.reporting_term
    same = same and not is_flagged(other.rule_id, "everyday")
    return uncounted and same and not named and not placed and other.evidence_start - one.evidence_end < NEAR


def repeats_words(one: Evacuation, other: Evacuation, untold: bool) -> bool:
    """Whether places agree, and a count, a place or the rule's wording is the same, or a headline is untold."""
    if not agree(one.origin, other.origin) or not agree(one.destination, other.destination):
        return False
    counted = one.count is not None and one.count == other.count
    placed = same_place(one, other) and one.reporting_term is other.reporting_term
    people = bool((names(one.population) & names(other.population)) - word_lists()["anyone"])
    like = same_term(one, other)
    headline = untold and one.block_type is BlockType.HEADLINE and like
    if one.record_kind in MEANS:
        return counted or headline or alike(one, other, places=False)
    return counted or placed or (people and like) or headline or alike(one, other)


def alike(one: Evacuation, other: Evacuation, places: bool = True) -> bool:
    """Whether two evidence texts share most of their words, names of `places` counted or not."""
    a, b = names(one.evidence_text), names(other.evidence_text)
    if not places:
        named = {word for row in (one, other) for place in (row.origin, row.destination) for word in names(place)}
        a, b = a - named, b - named
    return len(a & b) >= LIKE * max(1, min(len(a), len(b)))


def merged(first: Evacuation, later: Evacuation) -> Evacuation:
    """The earlier row with the later one among its repeats, and the later one's values where the earlier has none."""
    spans = {(span.start, span.end) for span in (*first.also, *later.also)}
    spans.add((later.evidence_start, later.evidence_end))
    spans.discard((first.evidence_start, first.evidence_end))
    filled: dict[str, object] = {"also": [Span(start=a, end=b) for a, b in sorted(spans)]}
    for name in ("population", "origin", "destination", "issuer", "means"):
        if getattr(first, name) is None and getattr(later, name) is not None:
            filled[name] = getattr(later, name)
    if first.quantifier is None and later.quantifier is not None:
        filled |= {name: getattr(later, name) for name in COUNT_COLUMNS}
    return first.model_copy(update=filled)


def is_apart(one: Evacuation, other: Evacuation) -> bool:
    """Whether a later row tells of a part of the people, or of a new move of theirs."""
    before, text = (one.evidence_text or "").lower(), (other.evidence_text or "").lower()
    anew = phrase("anew").search(text) and not phrase("anew").search(before)
    return bool(anew or phrase("partitive").match(text))


def new_figure(told: list[Evacuation], other: Evacuation) -> bool:
    """Whether a later row of movers gives a figure of its own for what more than a headline tells already."""
    if other.record_kind not in MOVING or other.count is None:
        return False
    if (len(told) == 1 and told[0].block_type is BlockType.HEADLINE) or any(one_sentence(row, other) for row in told):
        return False
    return all(other.count != row.count for row in told)


def merge_repeats(rows: Iterable[Evacuation], is_advisory: bool) -> list[Evacuation]:
    """Merge the rows of one article that make the same claim; rows come and go in text order."""
    told: list[list[Evacuation]] = []
    kept: list[Evacuation] = []
    for row in rows:
        pairs = enumerate(zip(told, kept, strict=True))
        same = (
            n
            for n, (claim, whole) in pairs
            if same_claim(claim[0], whole, row, is_advisory) and not new_figure(claim, row)
        )
        if (number := next(same, None)) is None:
            told.append([row])
            kept.append(row)
        else:
            told[number].append(row)
            kept[number] = merged(kept[number], row)
    return kept
