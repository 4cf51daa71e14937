"""Policy contradictions: two sources on opposite sides of one proposition about the same topic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from newsledger.build.link.members import contradiction
from newsledger.build.link.stances import Stance, lexicon
from newsledger.schema.contradictions import Contradiction, ContradictionKind, ContradictionStatus


def policy_contradictions(stances: Iterable[Stance]) -> list[Contradiction]:
    """A contradiction for every proposition and circle of shared topics on which both sides are taken."""
    by_proposition: dict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        by_proposition[stance.proposition].append(stance)
    found = []
    for name, group in sorted(by_proposition.items()):
        for circle in _circles(sorted(group, key=_place)):
            found.append(_contradiction(name, circle))
    return found


def _place(stance: Stance) -> tuple[str, int, int]:
    return stance.statement.article_id, stance.statement.evidence_start, stance.statement.evidence_end


def _opposed(a: Stance, b: Stance) -> bool:
    """Opposite sides, a topic in common, and not the same speaker correcting the wording of one sentence."""
    return a.affirms != b.affirms and bool(a.topics & b.topics) and a.statement != b.statement


def _circles(stances: Sequence[Stance]) -> list[list[Stance]]:
    """Stances connected by opposition, each circle in text order."""
    circles: list[list[Stance]] = []
    for stance in stances:
        touching = [circle for circle in circles if any(_opposed(stance, other) for other in circle)]
        merged = sorted([stance, *(other for circle in touching for other in circle)], key=_place)
        circles = [circle for circle in circles if circle not in touching] + [merged]
    return [circle for circle in circles if len(circle) > 1]


def _contradiction(name: str, circle: Sequence[Stance]) -> Contradiction:
    yes = next(stance for stance in circle if stance.affirms)
    no = next(stance for stance in circle if not stance.affirms)
    shared = ", ".join(sorted(yes.topics & no.topics)) or "the same topic"
    told = (
        f"Sources differ on {lexicon().propositions[name].told} ({shared}): "
        f"affirmed by {_who(yes)}, denied by {_who(no)}."
    )
    rows = [stance.statement for stance in circle]
    return contradiction(ContradictionKind.POLICY, ContradictionStatus.INCOMPATIBLE, told, rows)


def _who(stance: Stance) -> str:
    return stance.statement.speaker or stance.statement.speaker_text or "an unnamed source"
