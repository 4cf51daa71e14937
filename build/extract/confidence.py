"""Confidence: the tier of a rule, from how often it was right on hand-annotated articles."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from newsledger.build.lexicon.loader import read_table
from newsledger.schema.vocabularies import Confidence

HIGH, MEDIUM = 0.95, 0.80
FEWEST = 5


@cache
def precisions() -> dict[str, tuple[int, int]]:
    """Rows found and rows right by rule, and summed up by every prefix of the rule's dotted name."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for row in read_table("rule_precision.csv"):
        parts = row["rule_id"].split(".")
        for length in range(1, len(parts) + 1):
            total = sums[".".join(parts[:length])]
            total[0] += int(row["found"])
            total[1] += int(row["right"])
    return {name: (found, right) for name, (found, right) in sums.items()}


@cache
def tier(rule_id: str) -> Confidence:
    """The tier of a rule; one seen fewer than five times takes the tier of the family its name begins with.

    High: right at least 95 times in 100; medium: at least 80; low: less.
    """
    parts = rule_id.split(".")
    for length in range(len(parts), 0, -1):
        found, right = precisions().get(".".join(parts[:length]), (0, 0))
        if found >= FEWEST:
            share = right / found
            return Confidence.HIGH if share >= HIGH else Confidence.MEDIUM if share >= MEDIUM else Confidence.LOW
    return Confidence.LOW


def rule_table() -> str:
    """The rules with their measured precision and tier, as Markdown for the codebook."""
    rules = {row["rule_id"] for row in read_table("rule_precision.csv")}
    measured = {name: counts for name, counts in precisions().items() if name in rules}
    lines = [
        "## Rules",
        "",
        "How often each rule was right on hand-annotated articles. A rule found there fewer than "
        f"{FEWEST} times takes the tier of its family; high is at least {HIGH:.0%}, medium at least {MEDIUM:.0%}.",
        "",
        "| rule | rows found | right | precision | tier |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for name, (found, right) in sorted(measured.items()):
        lines.append(f"| `{name}` | {found} | {right} | {right / found:.2f} | {tier(name)} |")
    return "\n".join(lines) + "\n"
