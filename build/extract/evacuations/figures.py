"""Further figures: later numbers of a sentence that share the verb of a candidate before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsledger.build.extract.evacuations.frames import Candidate
from newsledger.build.extract.evacuations.rules import MOVING, phrase
from newsledger.build.mentions.annotated import Annotated


def further_figures(annotated: Annotated, candidates: list[Candidate]) -> Iterator[Candidate]:
    """Figures that repeat the verb of a candidate unsaid ("90 families to the north") or stand beside it."""
    for number, candidate in enumerate(candidates):
        yield candidate
        sentence = candidate.sentence
        following = candidates[number + 1] if number + 1 < len(candidates) else None
        end = sentence.end
        if following is not None and following.sentence is sentence:
            end = min(end, following.clause_start if following.clause_start >= candidate.end else following.start)
        if candidate.rule.kind in MOVING:
            yield from shared(annotated, candidate, end)


def counted(annotated: Annotated, candidate: Candidate) -> bool:
    """Whether a number stands in the clause of a candidate."""
    return bool(annotated.quantities_in(candidate.clause_start, candidate.clause_end))


def shared(annotated: Annotated, candidate: Candidate, end: int) -> Iterator[Candidate]:
    """The figures up to `end` that share the verb of a candidate: in brackets, and bare ones after a number."""
    masked, start = candidate.match.string, candidate.sentence.start
    found = [*phrase("bracketed_figure").finditer(masked, candidate.clause_start - start, end - start)]
    if counted(annotated, candidate):
        for name in ("further_figure", "compared_figure"):
            found += phrase(name).finditer(masked, candidate.end - start, end - start)
    for match in sorted(found, key=lambda match: match.start()):
        a, b = start + match.start("figure"), start + match.end("figure")
        yield replace(candidate, start=a, end=b, clause_start=a, clause_end=b, subject=None, match=match)
