"""What `newsledger evaluate` prints: the table of scores, each article's part, and the mistakes in context."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsledger.build.evaluate.records import TABLES
from newsledger.build.evaluate.scores import Count, Mistake, Scores

CONTEXT = 40
SHOWN = 160
TELLING = ("outcome", "count", "quantifier", "quote_type", "speaker", "cue", "record_kind", "event_type")


def score_lines(scores: Scores) -> Iterator[str]:
    """The scores in the form of the gold standard's own scorer."""
    for measure, count in scores.counts.items():
        yield f"{measure:24s} {_prf(count)}   ({count.matched} of {count.predicted} predicted, {count.annotated} gold)"
    for attribute, (right, of) in scores.accuracies.items():
        yield f"{attribute:28s} {right / of if of else 0:.3f} of {of} matched"
    if scores.missing:
        yield f"no predictions for: {', '.join(scores.missing)}"


def article_lines(scores: Scores) -> Iterator[str]:
    """A line per article: F1 of every table."""
    for name, counts in scores.articles.items():
        cells = [f"{table} {_cell(counts[table])}" for table in TABLES]
        yield f"{name}: {', '.join(cells)}"


def rule_lines(scores: Scores) -> Iterator[str]:
    """Precision of every rule and every confidence tier, as CSV: `rule_id,found,right`."""
    yield "rule_id,found,right"
    for name, count in sorted(scores.rules.items()):
        yield f"{name},{count.predicted},{count.matched}"


def tier_lines(scores: Scores) -> Iterator[str]:
    """Precision at each confidence tier."""
    for name, count in sorted(scores.tiers.items()):
        yield f"{name:24s} P {count.precision:.3f}   ({count.matched} of {count.predicted} predicted)"


def mistake_lines(scores: Scores, texts: Mapping[str, str]) -> Iterator[str]:
    """Every miss and false alarm with the words around it, as far as the text is at hand."""
    for mistake in scores.mistakes:
        told = " ".join(str(mistake.record.get(key)) for key in TELLING if mistake.record.get(key) is not None)
        yield f"{mistake.kind:<12} {mistake.source_name} {mistake.table} [{told}] {_context(mistake, texts)}"


def scores_as_dict(scores: Scores) -> dict[str, object]:
    """The scores for machines."""
    return {
        "scores": {name: _count_dict(count) for name, count in scores.counts.items()},
        "accuracies": {
            name: {"accuracy": round(right / of, 3) if of else None, "n": of}
            for name, (right, of) in scores.accuracies.items()
        },
        "articles": {
            name: {table: _count_dict(count) for table, count in counts.items()}
            for name, counts in scores.articles.items()
        },
        "mistakes": [
            {"kind": m.kind, "source_name": m.source_name, "table": m.table, "spans": m.record.spans, **m.record.values}
            for m in scores.mistakes
        ],
        "rules": {name: [count.predicted, count.matched] for name, count in sorted(scores.rules.items())},
        "tiers": {name: _count_dict(count) for name, count in sorted(scores.tiers.items())},
        "missing": scores.missing,
    }


def _count_dict(count: Count) -> dict[str, float | int]:
    return {
        "p": round(count.precision, 3),
        "r": round(count.recall, 3),
        "f1": round(count.f1, 3),
        "tp": count.matched,
        "pred": count.predicted,
        "gold": count.annotated,
    }


def _prf(count: Count) -> str:
    return f"P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}"


def _cell(count: Count) -> str:
    return "-" if not count.annotated and not count.predicted else f"{count.f1:.2f}"


def _context(mistake: Mistake, texts: Mapping[str, str]) -> str:
    text = texts.get(mistake.source_name)
    if text is None or not mistake.record.spans:
        return " ".join((mistake.record.text or "(give --articles to see the words)").split())[:SHOWN]
    start, end = mistake.record.spans[0]
    words = f"{text[max(0, start - CONTEXT) : start]}⟦{text[start:end]}⟧{text[end : end + CONTEXT]}"
    return " ".join(words.split())[: SHOWN + 2 * CONTEXT]
