"""When a row and an annotation are the same claim: the matching rules of the project's gold standard."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from newsledger.build.evaluate.records import Record

IOU = 0.5
COVERED, IOU_WHEN_COVERED = 0.9, 0.34

Likeness = Callable[[Record, Record], float]


def overlap(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def touches(row: Record, gold: Record) -> bool:
    """Whether any place of the one overlaps any of the other."""
    return any(overlap(a, b) > 0 for a in row.spans for b in gold.spans)


def iou(row: Record, gold: Record) -> float:
    """Best intersection over union of two spans; 0 below one half, unless the shorter one is nearly all covered."""
    best = 0.0
    for a in row.spans:
        for b in gold.spans:
            shared = overlap(a, b)
            union = max(a[1], b[1]) - min(a[0], b[0])
            short = max(min(a[1] - a[0], b[1] - b[0]), 1)
            if shared and (shared / union >= IOU or (shared / short >= COVERED and shared / union >= IOU_WHEN_COVERED)):
                best = max(best, shared / union)
    return best


def number_equal(row: Record, gold: Record) -> bool:
    """Whether the numbers agree, on the first of count, count_min and count_max that the gold gives."""
    for column in ("count", "count_min", "count_max"):
        if gold.get(column) is not None:
            return row.get(column) is not None and int(row.get(column)) == int(gold.get(column))
    return row.get("count") is None


def same_casualty(row: Record, gold: Record) -> float:
    """Same outcome, same number, touching text."""
    same = row.get("outcome") == gold.get("outcome") and touches(row, gold) and number_equal(row, gold)
    return 1 + iou(row, gold) if same else 0.0


def same_coded(column: str) -> Likeness:
    """Same code in a column, touching text."""

    def same(row: Record, gold: Record) -> float:
        return 1 + iou(row, gold) if row.get(column) == gold.get(column) and touches(row, gold) else 0.0

    return same


def touching(row: Record, gold: Record) -> float:
    """Touching text, whatever the code."""
    return 1 + iou(row, gold) if touches(row, gold) else 0.0


def pair(rows: Sequence[Record], golds: Sequence[Record], alike: Likeness) -> list[tuple[Record, Record]]:
    """Pair rows with annotations one to one, the most alike first."""
    likely = [(alike(row, gold), i, j) for i, row in enumerate(rows) for j, gold in enumerate(golds)]
    used_rows: set[int] = set()
    used_golds: set[int] = set()
    pairs = []
    for score, i, j in sorted(likely, key=lambda item: (-item[0], item[1], item[2])):
        if score and i not in used_rows and j not in used_golds:
            used_rows.add(i)
            used_golds.add(j)
            pairs.append((rows[i], golds[j]))
    return pairs
