"""Why two releases differ: every difference with its reason, the rows that are gone, and a changelog in words."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsledger.build.publish.difference import Cell, Comparison, TableDifference
from newsledger.schema import TABLES
from newsledger.schema.changes import Change, ChangeReason, Operation

CLAIMS = ("casualties", "statements", "evacuations")
REVIEW = "review_status"
LINKS = frozenset({"event_id", "merged_ids", "mentions", "n_mentions", "n_articles", "utterance_id", "duplicate_of"})


@dataclass(frozen=True)
class Causes:
    """What changed between the releases besides rows: articles that came, went or were described anew, and the code."""

    added: frozenset[str]
    removed: frozenset[str]
    described_anew: frozenset[str]
    code_changed: bool
    schema_changed: bool

    def of_whole(self, corrected: bool) -> ChangeReason:
        """The reason for a change that no single article explains, the likeliest first."""
        if self.added:
            return ChangeReason.ARTICLE_ADDED
        if self.removed:
            return ChangeReason.ARTICLE_REMOVED
        if corrected:
            return ChangeReason.CORRECTION_APPLIED
        if self.described_anew:
            return ChangeReason.METADATA_CHANGED
        return ChangeReason.RULE_CHANGED if self.code_changed else ChangeReason.LINKED_ANEW


@dataclass(frozen=True)
class Differences:
    """All differences of two releases: counts by table, every change with its reason, versions, schema breaks."""

    tables: tuple[TableDifference, ...]
    changes: tuple[Change, ...]
    old_version: str
    new_version: str
    breaking: tuple[str, ...]


def differences(old: Path, new: Path) -> Differences:
    """Compare two releases.

    Raises:
        FileNotFoundError: one of the folders has no manifest.
    """
    comparison = Comparison(old, new)
    causes = _causes(comparison, old, new)
    cells = {table: list(comparison.cells(table)) for table in comparison.tables}
    corrected = _corrected(cells)
    changes: list[Change] = []
    for table in comparison.tables:
        changes.extend(_explained(comparison, table, cells[table], causes, corrected))
    counts = tuple(comparison.counts(table) for table in comparison.tables)
    ordered = sorted(changes, key=lambda change: (change.table, change.id, change.column))
    versions = [_json(root / "manifest.json")["version"] for root in (old, new)]
    return Differences(counts, tuple(ordered), versions[0], versions[1], tuple(_breaking(counts, old, new)))


def _causes(comparison: Comparison, old: Path, new: Path) -> Causes:
    cells = list(comparison.cells("articles"))
    described = {c.id for c in cells if c.operation is Operation.MODIFY and c.column not in ("n_records", *LINKS)}
    before, after = (_json(root / "provenance.json") for root in (old, new))
    code = [
        {key: facts.get(key) for key in ("sources_sha256", "lexicons_and_rules_sha256", "package")}
        for facts in (before, after)
    ]
    return Causes(
        added=frozenset(cell.id for cell in cells if cell.operation is Operation.ADD),
        removed=frozenset(cell.id for cell in cells if cell.operation is Operation.DELETE),
        described_anew=frozenset(described),
        code_changed=code[0] != code[1],
        schema_changed=before.get("schema_version") != after.get("schema_version"),
    )


def _corrected(cells: Mapping[str, Sequence[Cell]]) -> frozenset[tuple[str, str]]:
    """Rows whose review status became `corrected` or whose correction changed."""
    return frozenset(
        (cell.table, cell.id)
        for group in cells.values()
        for cell in group
        if cell.column == REVIEW and cell.new in ('"corrected"', '"accepted"')
    )


def _explained(
    comparison: Comparison,
    table: str,
    cells: Sequence[Cell],
    causes: Causes,
    corrected: frozenset[tuple[str, str]],
) -> Iterator[Change]:
    articles = _articles(comparison, table, cells)
    for cell in cells:
        reason = _reason(cell, articles.get(cell.id, frozenset()), causes, corrected)
        yield Change(
            table=table,
            id=cell.id,
            operation=cell.operation,
            column=cell.column,
            old_value=cell.old,
            new_value=cell.new,
            reason=reason,
        )


def _reason(
    cell: Cell, articles: frozenset[str], causes: Causes, corrected: frozenset[tuple[str, str]]
) -> ChangeReason:
    if cell.table == "articles":
        return _article_reason(cell, causes)
    if cell.operation is not Operation.DELETE and articles & causes.added:
        return ChangeReason.ARTICLE_ADDED
    if cell.operation is not Operation.ADD and articles & causes.removed:
        return ChangeReason.ARTICLE_REMOVED
    if (cell.table, cell.id) in corrected:
        return ChangeReason.CORRECTION_APPLIED
    if articles & causes.described_anew:
        return ChangeReason.METADATA_CHANGED
    if cell.table in CLAIMS and cell.column not in LINKS and causes.code_changed:
        return ChangeReason.RULE_CHANGED
    return causes.of_whole(bool(corrected))


def _article_reason(cell: Cell, causes: Causes) -> ChangeReason:
    if cell.operation is Operation.ADD:
        return ChangeReason.ARTICLE_ADDED
    if cell.operation is Operation.DELETE:
        return ChangeReason.ARTICLE_REMOVED
    if cell.id in causes.described_anew:
        return ChangeReason.METADATA_CHANGED
    return ChangeReason.RULE_CHANGED if causes.code_changed else ChangeReason.LINKED_ANEW


def _articles(comparison: Comparison, table: str, cells: Sequence[Cell]) -> dict[str, frozenset[str]]:
    """The articles of the changed rows, from both sides."""
    fields = TABLES[table].model_fields
    column = "article_id" if "article_id" in fields else "mentions" if "mentions" in fields else None
    found: dict[str, set[str]] = defaultdict(set)
    if column is None or table == "articles":
        return {}
    ids = sorted({cell.id for cell in cells})
    for side in ("old", "new"):
        for row_id, (value,) in comparison.rows(table, side, ids, [column]).items():
            found[row_id] |= {value} if isinstance(value, str) else {mention["article_id"] for mention in value}
    return {row_id: frozenset(articles) for row_id, articles in found.items()}


def _breaking(counts: Sequence[TableDifference], old: Path, new: Path) -> Iterator[str]:
    """What breaks readers of the old release: lost columns, lost vocabulary terms; empty when nothing does."""
    for table in counts:
        for column in table.lost_columns:
            yield f"{table.table}.{column} is gone"
    before, after = (_json(root / "manifest.json") for root in (old, new))
    for name in sorted(set(before["tables"]) - set(after["tables"]) - set(after["empty_tables"])):
        yield f"table {name} is gone"
    yield from _type_changes(old, new)


def _type_changes(old: Path, new: Path) -> Iterator[str]:
    import pyarrow.parquet as pq

    for file in sorted((old / "data").glob("*/*.parquet")):
        other = new / "data" / file.parent.name / file.name
        if not other.exists():
            continue
        before, after = pq.read_schema(file), pq.read_schema(other)
        for field in before:
            index = after.get_field_index(field.name)
            if index >= 0 and after.field(index).type != field.type:
                yield f"{file.parent.name}.{field.name} was {field.type}, is {after.field(index).type}"


def _json(file: Path) -> dict[str, Any]:
    content = json.loads(file.read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def changelog(found: Differences) -> str:
    """The differences in words, as Markdown: a line per table, then the reasons."""
    lines = [f"## {found.new_version} (since {found.old_version})", ""]
    for table in found.tables:
        if table.added or table.modified or table.deleted:
            lines.append(f"- {table.table}: {table.added} added, {table.modified} modified, {table.deleted} removed")
    reasons = Counter(reason for _, _, reason in {(c.table, c.id, c.reason) for c in found.changes})
    lines += [
        "",
        "Reasons: " + (", ".join(f"{reason} ({count})" for reason, count in sorted(reasons.items())) or "none") + ".",
    ]
    lines += [f"- Breaking: {problem}." for problem in found.breaking]
    return "\n".join(lines) + "\n"
