"""A contradiction from the rows that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from newsledger.schema.contradictions import Contradiction, ContradictionKind, ContradictionStatus, Member
from newsledger.schema.row import Claim, row_id


def contradiction(
    kind: ContradictionKind, status: ContradictionStatus, explanation: str, rows: Sequence[Claim]
) -> Contradiction:
    """Bind rows into one contradiction; its id hashes the kind and the members' ids."""
    ordered = sorted(rows, key=lambda row: (row.article_id, row.evidence_start, row.evidence_end, _id(row)))
    members = [
        Member(table=row.TABLE, id=_id(row), article_id=row.article_id, start=row.evidence_start, end=row.evidence_end)
        for row in ordered
    ]
    made_id = row_id("contradictions", kind, *sorted(member.id for member in members))
    return Contradiction(contradiction_id=made_id, kind=kind, explanation=explanation, status=status, members=members)


def _id(row: Claim) -> str:
    return str(getattr(row, row.KEY[0]))
