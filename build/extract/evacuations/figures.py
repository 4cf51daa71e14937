"""Further figures: later numbers of a sentence that share the verb of a candidate before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsledger.build.extract.evacuations.frames import Candidate
from newsledger.build.extract.evacuations.rules import MOVING, phrase
from newsledger.build.extract.evacuations.words import lowered, mask
from newsledger.build.mentions.annotated import Annotated, within


def further_figures(annotated: Annotated, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Figures that repeat the verb of a candidate unsaid ("90 families to the north") or stand beside it."""
    for number, candidate in enumerate(candidates):
        yield candidate
        sentence = candidate.sentence
        following = candidates[number + 1] if number + 1 < len(candidates) else None
        end = sentence.end
        if following is not None and following.sentence is sentence:
            end = min(end, following.clause_start if following.clause_start >= candidate.end else following.start)
        if candidate.rule.kind in MOVING and counted(annotated, candidate):
            yield from gapped(annotated, candidate, end)


def counted(annotated: Annotated, candidate: Candidate) -> bool:
    """Whether a number stands in the clause of a candidate."""
    return bool(annotated.quantities_in(candidate.clause_start, candidate.clause_end))


def gapped(annotated: Annotated, candidate: Candidate, end: int) -> Iterator[Candidate]:
    """The clauses without a verb after a candidate, up to `end`."""
    start = candidate.sentence.start
    quantities = annotated.quantities_in(start, candidate.sentence.end)
    places = within(annotated.places, start, candidate.sentence.end)
    masked = mask(lowered(annotated.document.view), start, candidate.sentence.end, quantities, places)
    at = candidate.end - start
    found = [*phrase("further_figure").finditer(masked, at, end - start)]
    found += [*phrase("compared_figure").finditer(masked, at, end - start)]
    for match in sorted(found, key=lambda match: match.start()):
        a, b = start + match.start("figure"), start + match.end("figure")
        yield replace(candidate, start=a, end=b, clause_start=a, clause_end=b, subject=None, match=match)
