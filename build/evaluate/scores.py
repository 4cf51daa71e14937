"""Precision, recall and F1 per table, accuracies per attribute, and every miss and false alarm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from newsledger.build.evaluate.matching import (
    Likeness,
    iou,
    pair,
    same_casualty,
    same_coded,
    touching,
)
from newsledger.build.evaluate.records import TABLES, Record, Records
from newsledger.build.text.names import same_name

Check = Callable[[Record, Record], bool | None]


@dataclass
class Count:
    """Matched, predicted and annotated rows, and what follows from them."""

    matched: int = 0
    predicted: int = 0
    annotated: int = 0

    @property
    def precision(self) -> float:
        """Share of predicted rows that are right."""
        return self.matched / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of annotated rows that were found."""
        return self.matched / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Mistake:
    """A miss (in gold, not found) or a false alarm (found, not in gold)."""

    source_name: str
    table: str
    kind: str
    record: Record


@dataclass
class Scores:
    """Counts by measure, article, rule and tier; accuracies as (right, of) by attribute; and the mistakes."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    accuracies: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    articles: dict[str, dict[str, Count]] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    rules: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    tiers: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    missing: list[str] = field(default_factory=list)


def _equal(column: str) -> Check:
    return lambda row, gold: row.get(column) == gold.get(column)


def _named(column: str) -> Check:
    return lambda row, gold: same_name(row.get(column), gold.get(column))


def _where_given(column: str) -> Check:
    return lambda row, gold: same_name(row.get(column), gold.get(column)) if gold.get(column) else None


def _day(row: Record, gold: Record) -> bool | None:
    if not gold.get("date_start") or gold.get("date_precision") != "day":
        return None
    return bool(row.get("date_start") == gold.get("date_start"))


def _speaker(row: Record, gold: Record) -> bool:
    return same_name(row.get("speaker") or row.get("speaker_text"), gold.get("speaker"))


def _cue(row: Record, gold: Record) -> bool:
    first = [(record.get("cue") or "").lower().split(" ")[0] for record in (row, gold)]
    return first[0] == first[1]


def _strength(row: Record, gold: Record) -> bool | None:
    return row.get("strength") == gold.get("strength") if gold.get("record_kind") == "directive" else None


ALIKE: dict[str, Likeness] = {
    "casualties": same_casualty,
    "statements": iou,
    "evacuations": same_coded("record_kind"),
    "events": same_coded("event_type"),
}
CHECKS: dict[str, dict[str, Check]] = {
    "casualties": {
        "quantifier": _equal("quantifier"),
        "attributed_to": _named("attributed_to"),
        "temporal_role": _equal("temporal_role"),
        "victims": _equal("victim_class"),
        "modality": _equal("modality"),
        "date": _day,
        "place": _where_given("place_name"),
    },
    "statements": {"speaker": _speaker, "type": _equal("quote_type"), "cue": _cue},
    "evacuations": {"strength": _strength, "issuer": _where_given("issuer")},
    "events": {
        "date": _day,
        "modality": _equal("modality"),
        "actor": _where_given("actor"),
        "place": _where_given("place_name"),
    },
}


def score(predicted: Records, gold: Records) -> Scores:
    """Compare a release with hand annotations."""
    scores = Scores()
    for name, annotated in gold.items():
        if name not in predicted:
            scores.missing.append(name)
        rows = predicted.get(name, {table: [] for table in TABLES})
        scores.articles[name] = {}
        for table in TABLES:
            _score_table(scores, name, table, rows[table], annotated[table])
    return scores


def _score_table(scores: Scores, name: str, table: str, rows: Sequence[Record], golds: Sequence[Record]) -> None:
    pairs = pair(rows, golds, ALIKE[table])
    _add(scores.counts[table], pairs, rows, golds)
    _add(scores.articles[name].setdefault(table, Count()), pairs, rows, golds)
    for attribute, check in CHECKS[table].items():
        for row, annotation in pairs:
            right = check(row, annotation)
            if right is not None:
                scores.accuracies[f"{table}.{attribute}"][0] += right
                scores.accuracies[f"{table}.{attribute}"][1] += 1
    for measure, likeness, chosen in _finer(table):
        some, others = [r for r in rows if chosen(r)], [g for g in golds if chosen(g)]
        _add(scores.counts[f"{table}.{measure}"], pair(some, others, likeness), some, others)
    found = {id(record) for both in pairs for record in both}
    for row in rows:
        for count in (scores.rules[row.get("rule_id") or ""], scores.tiers[f"{table}.{row.get('confidence')}"]):
            count.predicted += 1
            count.matched += id(row) in found
    for kind, records in (("miss", golds), ("false alarm", rows)):
        scores.mistakes.extend(Mistake(name, table, kind, record) for record in records if id(record) not in found)


def _finer(table: str) -> Iterable[tuple[str, Likeness, Callable[[Record], bool]]]:
    """Measures beside the main one: direct and reported speech apart, evacuations and events of any code."""
    if table == "statements":
        yield "direct", iou, lambda record: record.get("quote_type") == "direct"
        yield "reported", iou, lambda record: record.get("quote_type") != "direct"
    elif table == "evacuations":
        yield "anykind", touching, lambda _: True
    elif table == "events":
        yield "anytype", touching, lambda _: True


def _add(count: Count, pairs: Sequence[object], rows: Sequence[object], golds: Sequence[object]) -> None:
    count.matched += len(pairs)
    count.predicted += len(rows)
    count.annotated += len(golds)
