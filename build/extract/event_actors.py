"""Actor and target of an event: from the clause frame around its trigger."""

from __future__ import annotations

from typing import Any

from newsledger.build.extract.event_match import Match
from newsledger.build.mentions.annotated import Annotated


def actor_columns(annotated: Annotated, match: Match) -> dict[str, Any]:
    """The actor and target columns of an event."""
    return {}
