"""Repeats: the same figure told again in one article joins its first row; figures that only look alike stay apart."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from newsledger.build.extract.casualties.alike import (
    FEW,
    alike,
    are_others,
    is_numberless,
    people_agree,
    repeat_words,
    telling_nouns,
)
from newsledger.build.extract.casualties.findings import Finding
from newsledger.build.extract.casualties.rows import Told, share_classes
from newsledger.build.extract.casualties.sources import Source
from newsledger.build.extract.casualties.words import pattern
from newsledger.build.mentions.annotated import Annotated, within
from newsledger.build.mentions.date_context import date_in_sentence
from newsledger.build.mentions.hedges import temporal_role_at
from newsledger.build.mentions.where import FINENESS, clause, rank
from newsledger.schema.fields import Span
from newsledger.schema.vocabularies import (
    AttributionKind,
    CountKind,
    DatePrecision,
    PlacePrecision,
    Quantifier,
    TemporalRole,
    VictimClass,
)

STATE = frozenset((AttributionKind.OFFICIAL, AttributionKind.BELLIGERENT))
BEHIND = 8
WORD = re.compile(r"[^\W_]+")


def merge(annotated: Annotated, told: list[Told]) -> list[Told]:
    """Fold the same figure, told again, into `also` of its first telling; tie every subset to the row of its whole."""
    kept: list[Told] = []
    home: dict[int, Told] = {}
    for one in told:
        one.own_voice = one.source is None and not one.headed
        one.whole = _whole(annotated, one, kept, home)
        same = next((earlier for earlier in kept if _same(annotated, earlier, one)), None)
        home[id(one.finding)] = same or one
        if same is None:
            kept.append(one)
            continue
        _fold(same, one)
    share_classes(annotated, told)
    for one, following in pairwise(told):
        if one.whole is None and home[id(one.finding)] is one and _is_among(annotated, one, following):
            one.whole = home[id(following.finding)]
    return kept


def _is_among(annotated: Annotated, one: Told, following: Told) -> bool:
    """Whether the toll that a figure is part of stands behind it in its sentence ("two were among the nine killed")."""
    x, y = one.finding, following.finding
    if not x.among or y.among or x.outcome is not y.outcome or x.none or y.none:
        return False
    inside = y.start < annotated.document.sentence_at(x.start).end
    return inside and (y.count or y.count_min or 0) > (x.count or x.count_min or 1)


def _fold(same: Told, one: Told) -> None:
    """Enter a later telling; where the first is a headline that drops the hedge, the later one becomes the evidence."""
    again = one.finding
    hedged = same.finding.quantifier is Quantifier.EXACT and again.quantifier is not Quantifier.EXACT
    hedged = hedged or (is_numberless(same.finding) and not is_numberless(again))
    if same.headed and hedged and not one.headed and (not same.in_body or is_numberless(same.finding)):
        same.finding, again = again, same.finding
        same.victim_text = one.victim_text or same.victim_text
    same.also.append(Span(start=again.start, end=again.end))
    same.source = same.source or (None if same.own_voice else one.source)
    same.own_voice = same.own_voice or (one.own_voice and same.source is None)
    same.sources += [one.source] if one.source is not None else []
    same.in_body = same.in_body or not one.headed
    if same.victims is VictimClass.UNSTATED:
        same.victims = one.victims
    elif one.victims is VictimClass.UNSTATED:
        one.victims = same.victims


def _whole(annotated: Annotated, one: Told, kept: list[Told], home: dict[int, Told]) -> Told | None:
    """The row that counts the people of a subset: its own toll, else the latest toll that is large enough."""
    finding = one.finding
    if finding.parent is not None:
        return home.get(id(finding.parent))
    if finding.none or not (finding.among or _is_taken_out(annotated, finding)):
        return None
    least = finding.count or finding.count_min or 1
    for earlier in reversed(kept):
        whole = earlier.finding
        if whole.outcome is not finding.outcome or whole.none or earlier.whole is not None:
            continue
        most = whole.count or whole.count_min
        if most is not None and most > least:
            return earlier
    return None


def _is_taken_out(annotated: Annotated, finding: Finding) -> bool:
    """Whether a number is taken out of people hit before ("three of the dead")."""
    part = finding.part
    if part is None or part.harm is None or part.quantity is None:
        return False
    return pattern("taken_out").match(annotated.document.view, part.quantity.end) is not None


def _same(annotated: Annotated, a: Told, b: Told) -> bool:
    """Whether a later figure only repeats an earlier one: same outcome and number, nothing else that differs."""
    x, y = a.finding, b.finding
    if x.none or y.none or x.possible is not y.possible or not _same_number(a, b) or not _same_whole(a, b):
        return False
    first = annotated.document.sentence_at(y.start).start
    if any(start >= first for start in (x.start, *(span.start for span in a.also))):
        return False
    known = [source for source in (a.source, *a.sources) if source is not None]
    if b.source is not None and not known and a.own_voice and not _refers_back(b.finding):
        return False
    lead = (a.headed and not a.in_body) or _refers_back(b.finding)
    if b.source is not None and known and not lead and not any(_same_source(other, b.source) for other in known):
        return False
    if VictimClass.UNSTATED not in (a.victims, b.victims) and a.victims is not b.victims:
        return False
    alone = x.count == 1 and a.headed and not a.in_body and not are_others(x, y)
    if _is_of_speaker(annotated, a, b) or _is_of_speaker(annotated, b, a):
        return True
    if not alone and not people_agree(x, y, a.headed):
        return False
    return _refers_back(y) or not (_adds(annotated, a, b) or _is_apart(annotated, a, b))


def _is_of_speaker(annotated: Annotated, a: Told, b: Told) -> bool:
    """Whether one single victim is kin of who speaks, and the other is told by name ("my brother", "Yusuf Demir")."""
    x, y = a.finding.part, b.finding.part
    if x is None or y is None or a.finding.count != 1 or a.source is None or y.kind != "named":
        return False
    return annotated.document.view[x.start : x.end].lower().split()[0] in ("my", "our")


def _same_number(a: Told, b: Told) -> bool:
    """Whether outcome and number agree; a hedge may be put on or taken off, and a headline may drop any."""
    x, y = a.finding, b.finding
    if x.outcome is not y.outcome:
        return False
    if a.headed and not b.headed and is_numberless(x):
        return y.count != 1 and not b.background and b.kind is not CountKind.CUMULATIVE
    if x.count != y.count:
        return False
    if (x.count_min, x.count_max, x.quantifier) == (y.count_min, y.count_max, y.quantifier):
        return True
    allowed = repeat_words().same_hedge
    return x.count is not None and (a.headed or {x.quantifier, y.quantifier} <= allowed)


def _same_whole(a: Told, b: Told) -> bool:
    """Whether two figures are parts of one toll, or both whole tolls, or of people whose noun tells who they are."""
    if (a.whole is None) is (b.whole is None):
        return a.whole is b.whole
    return a.finding.count == 1 or bool(telling_nouns(a.finding) & telling_nouns(b.finding))


def _same_source(a: Source, b: Source) -> bool:
    """Whether two phrases can name one source: one known name, words of one among those of the other, or one voice.

    A named officer is a source of his own beside the body he speaks for; officers without a name are one voice, and so
    are the people of a place.
    """
    if a.is_named_person or b.is_named_person:
        return a.name == b.name
    x, y = (
        {word for word in WORD.findall(source.text.lower()) if word not in repeat_words().unsaid} for source in (a, b)
    )
    if x <= y or y <= x or a.kind is b.kind is AttributionKind.WITNESS or (a.name and a.name == b.name):
        return True
    nameless = any(words <= repeat_words().speaks_for for words in (x, y))
    return nameless and a.kind is b.kind and not (x | y) & repeat_words().alike[1]


def _refers_back(finding: Finding) -> bool:
    """Whether a figure points at people told of before ("the 12 soldiers", "the six victims")."""
    return finding.part is not None and finding.part.definite and not finding.part.possessive


def _adds(annotated: Annotated, a: Told, b: Told) -> bool:
    """Whether a figure says that its people come on top of those before; a headline does not count beforehand."""
    return not a.headed and _is_more(annotated, b.finding) and not _is_more(annotated, a.finding)


def _is_more(annotated: Annotated, finding: Finding) -> bool:
    """Whether a word beside a number says that its people are more than those told of before."""
    part = finding.part
    words = annotated.document.view[part.start : part.end + BEHIND].lower() if part is not None else ""
    return repeat_words().additional.search(words) is not None


def _is_apart(annotated: Annotated, a: Told, b: Told) -> bool:
    """Whether words, day, background, or the places named beside each set two figures apart."""
    document, x, y = annotated.document, a.finding, b.finding
    if a.whole is not None and a.whole is b.whole and _akin_people(x, y):
        return False
    sentence = document.sentence_at(y.start)
    if repeat_words().apart.search(document.view[sentence.start : sentence.end].lower()):
        return True
    days = [date_in_sentence(document, one.start, one.end) for one in (x, y)]
    exact = [day for day in days if day is not None and (day.first is None or day.precision is DatePrecision.DAY)]
    known = {day.first or document.view[day.start : day.end].casefold() for day in exact}
    if a.headed:
        return _differ(known)
    roles = {temporal_role_at(document, one.start, one.end) for one in (x, y)}
    if _differ(known) or (len(roles) > 1 and TemporalRole.BACKGROUND in roles and any(days)):
        return True
    names = {name for one in (x, y) if (name := _own_place(annotated, one)) is not None}
    if len(names) > 1:
        return not any(one != other and one in other for one in names for other in names)
    few = x.count is None or x.count < FEW
    return few and bool(names) and not _akin_people(x, y)


def _differ(days: set[date | str]) -> bool:
    """Whether two days are not one: both reckoned, or both only in words."""
    return len(days) > 1 and len({isinstance(day, str) for day in days}) == 1


def _akin_people(x: Finding, y: Finding) -> bool:
    """Whether both figures name the same people by nouns that tell who they are, or neither does."""
    return alike(telling_nouns(x), telling_nouns(y))


def _own_place(annotated: Annotated, finding: Finding) -> str | None:
    """The place finer than a country that the clause of a figure itself names ("in Gao")."""
    sentence = annotated.document.sentence_at(finding.start)
    left, right = clause(annotated.document.view, finding.start, finding.end, sentence.start, sentence.end)
    ranked = [(rank(p, finding.start, finding.end, left, right), p) for p in within(annotated.places, left, right)]
    fine = [
        (fit, p.name) for fit, p in ranked if fit[0] <= 1 and FINENESS[p.precision] < FINENESS[PlacePrecision.COUNTRY]
    ]
    return min(fine)[1].casefold() if fine else None
