"""Table `contradictions`: claims that cannot all be so, or that compete, as objects of their own."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field

from newsledger.schema.fields import ArticleId, Offset, Sha256
from newsledger.schema.row import Row


class ContradictionKind(StrEnum):
    """Numeric: tolls of one event differ. Policy: one source says it, another denies it. Identity: rank or role."""

    NUMERIC = "numeric"
    POLICY = "policy"
    IDENTITY = "identity"


class ContradictionStatus(StrEnum):
    """Open until a person has looked; `competing` tolls differ though their intervals do not exclude each other."""

    INCOMPATIBLE = "incompatible"
    COMPETING = "competing"
    RESOLVED = "resolved"


class Member(BaseModel):
    """One side of a contradiction: the row, and the characters where it stands."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    table: str
    id: Sha256
    article_id: ArticleId
    start: Offset
    end: Offset


class Contradiction(Row):
    """Two or more claims that contradict each other; membership lives only here."""

    TABLE: ClassVar[str] = "contradictions"
    KEY: ClassVar[tuple[str, ...]] = ("contradiction_id",)

    contradiction_id: Sha256 = Field(description="Hash of the kind and the members' ids.")
    kind: ContradictionKind = Field(description="Numeric, policy or identity.")
    explanation: str = Field(description="What contradicts what, in one sentence.")
    status: ContradictionStatus = Field(description="Incompatible, competing, or resolved by a person.")
    members: list[Member] = Field(min_length=2, description="The claims, in the order of article and offset.")
