"""Extractor of the table `evacuations`."""

from __future__ import annotations

from collections.abc import Iterator

from newsledger.build.extract.claim import make_claim
from newsledger.build.extract.evacuations.columns import columns_of
from newsledger.build.extract.evacuations.figures import further_figures
from newsledger.build.extract.evacuations.frames import (
    Candidate,
    Declined,
    candidates,
    opens_list,
    standing,
    stands_for_forces,
)
from newsledger.build.extract.evacuations.issuers import issuer_of, strength_of
from newsledger.build.extract.evacuations.register import register_of
from newsledger.build.extract.evacuations.repeats import merge_repeats
from newsledger.build.extract.evacuations.rules import GOING, Register, phrase
from newsledger.build.extract.events.extractor import is_at_peace, is_told_elsewhere
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.skip import Reason, Skip
from newsledger.schema.vocabularies import RecordKind


def make_row(annotated: Annotated, candidate: Candidate) -> Evacuation:
    """The row of a candidate that stands."""
    columns = columns_of(annotated, candidate)
    if opens_list(annotated, annotated.document.block_at(candidate.clause_start)):
        columns["also"] = []
    return make_claim(
        Evacuation,
        annotated,
        candidate.clause_start,
        candidate.clause_end,
        candidate.rule.id,
        candidate.rule.kind,
        strength=strength_of(candidate),
        issuer=issuer_of(annotated, candidate),
        **columns,
    )


def _is_out_of_place(annotated: Annotated, candidate: Candidate) -> bool:
    """Whether an article tells of nothing that people would flee; who advises them need not say what."""
    if register_of(annotated) < Register.REPORT and is_told_elsewhere(annotated, candidate.start):
        return True
    if candidate.rule.kind is RecordKind.DIRECTIVE or not is_at_peace(annotated):
        return False
    return phrase("adviser").search(annotated.document.view) is None


def _reason_against(annotated: Annotated, candidate: Candidate) -> Reason | None:
    """What the article around a candidate has against it."""
    if _is_out_of_place(annotated, candidate):
        return Reason.FIGURATIVE
    if candidate.rule.kind in GOING and stands_for_forces(annotated, candidate):
        return Reason.NOT_PEOPLE
    return None


def extract(annotated: Annotated) -> Iterator[Evacuation | Skip]:
    """Yield the rows of one article, or the reason a candidate gave none."""
    found: list[Candidate] = []
    for result in candidates(annotated):
        if isinstance(result, Candidate) and (reason := _reason_against(annotated, result)) is not None:
            result = Declined(result.rule, result.start, result.end, reason)
        if isinstance(result, Candidate):
            found.append(result)
        else:
            article = annotated.document.article.article_id
            yield Skip(
                article_id=article,
                table=Evacuation.TABLE,
                start=result.start,
                end=result.end,
                rule_id=result.rule.id,
                reason=result.reason,
            )
    stated = further_figures(annotated, standing(found))
    rows = [make_row(annotated, candidate) for candidate in stated]
    yield from merge_repeats(rows, is_advisory=register_of(annotated) is Register.ADVISORY)
