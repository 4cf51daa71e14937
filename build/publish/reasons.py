"""Why a row differs between two releases: from what else changed, and for derived rows from the rows they stand on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsledger.build.publish.difference import Cell, Comparison, Values
from newsledger.build.publish.schema_changes import reshaped
from newsledger.build.publish.sides import REJECTED, Side
from newsledger.schema.changes import WORDS, ChangeReason, Operation
from newsledger.schema.row import DateBlock

CLAIMS = ("casualties", "statements", "evacuations")
DATES = frozenset({*DateBlock.model_fields, "temporal_role"})
JOINED = frozenset({"merged_ids", "mentions", "n_mentions", "n_articles"})
CROSSWALK = frozenset(
    {"acled_event_type", "acled_sub_event_type", "plover_type", "plover_mode", "cameo_code", "crosswalk_relation"}
)
NAMES: dict[str, tuple[str, ...]] = {
    "events": ("actor", "target", "place_name"),
    "casualties": ("attributed_to", "place_name"),
    "statements": ("speaker", "place_name"),
    "evacuations": ("issuer", "place_name"),
}
# For rows derived from others: the columns that name those, the most telling first.
STANDS_ON: dict[str, tuple[str, ...]] = {
    "claim_relations": ("casualty_id", "other_casualty_id", "event_id"),
    "contradictions": ("members",),
    "estimates": ("casualty_ids", "event_id"),
    "event_links": ("event_id", "other_event_id"),
    "actors": ("name", "aliases"),
    "places": ("name", "aliases"),
}
LIKELIEST = tuple(ChangeReason)


@dataclass(frozen=True)
class Causes:
    """What changed between the releases besides rows."""

    added: frozenset[str]
    removed: frozenset[str]
    described_anew: frozenset[str]
    corrected: frozenset[tuple[str, str, str]]
    code_changed: bool
    rights_changed: bool
    reshaped: frozenset[tuple[str, str]]

    @property
    def likeliest(self) -> ChangeReason:
        """The reason for a change that nothing closer explains."""
        stated = {
            ChangeReason.ARTICLE_ADDED: bool(self.added),
            ChangeReason.ARTICLE_REMOVED: bool(self.removed),
            ChangeReason.CORRECTION_APPLIED: bool(self.corrected),
            ChangeReason.METADATA_CHANGED: bool(self.described_anew),
            ChangeReason.RULE_CHANGED: self.code_changed,
        }
        return next((reason for reason in LIKELIEST if stated.get(reason)), ChangeReason.LINKED_ANEW)


def causes(old: Side, new: Side, articles: Iterable[Cell]) -> Causes:
    """The causes, from both sides and the differences of the table `articles`."""
    by_operation: dict[Operation, set[str]] = defaultdict(set)
    for cell in articles:
        if cell.column not in ("n_records", "duplicate_of"):
            by_operation[cell.operation].add(cell.id)
    lines = old.corrections.keys() | new.corrections.keys()
    unequal = {at for at in lines if _stated(old, at) != _stated(new, at)}
    return Causes(
        added=frozenset(by_operation[Operation.ADD]),
        removed=frozenset(by_operation[Operation.DELETE]),
        described_anew=frozenset(by_operation[Operation.MODIFY]),
        corrected=frozenset(unequal),
        code_changed=old.code != new.code,
        rights_changed=old.rights != new.rights,
        reshaped=reshaped(old.shapes, new.shapes) if old.schema_version != new.schema_version else frozenset(),
    )


def _stated(side: Side, at: tuple[str, str, str]) -> tuple[bool, Any]:
    return at in side.corrections, side.corrections.get(at)


class Reasons:
    """Reasons of every difference: claims and events by their articles, rows derived from them by theirs."""

    def __init__(self, comparison: Comparison, why: Causes) -> None:
        """Nothing is explained yet; tables come in any order that has events and claims first."""
        self._comparison, self._why = comparison, why
        self._former = comparison.former
        self._events: Mapping[str, tuple[Values | None, Values | None]] = {}
        self._of_row: dict[str, set[ChangeReason]] = defaultdict(set)
        self._of_name: dict[str, set[ChangeReason]] = defaultdict(set)
        self._of_article: dict[str, set[ChangeReason]] = defaultdict(set)

    def explain(self, table: str, cells: Sequence[Cell]) -> Iterator[tuple[Cell, ChangeReason]]:
        """Every cell of a table with its reason."""
        if table in NAMES:
            yield from self._told(table, cells)
        elif table == "articles":
            yield from ((cell, self._article(cell)) for cell in cells)
        else:
            rows = self._comparison.both(table, STANDS_ON[table]) if table in STANDS_ON and cells else {}
            yield from ((cell, self._derived(rows.get(cell.id, (None, None)), cell)) for cell in cells)

    def _told(self, table: str, cells: Sequence[Cell]) -> Iterator[tuple[Cell, ChangeReason]]:
        """Events and claims; what they change is kept for the rows that stand on them."""
        where = ("article_id", "event_id") if table in CLAIMS else ("mentions", "event_id")
        rows = self._comparison.both(table, (*where, *NAMES[table])) if cells else {}
        self._events = rows if table == "events" else self._events
        for cell in cells:
            before, after = rows.get(cell.id, (None, None))
            reason = self._claim(cell, before, after) if table in CLAIMS else self._event(cell, before, after)
            self._of_row[cell.id].add(reason)
            for side in (before, after):
                for name in side[2:] if side else ():
                    self._of_name[str(name).casefold()].add(reason)
                for article in _articles(side):
                    self._of_article[article].add(reason)
            yield cell, reason

    def _article(self, cell: Cell) -> ChangeReason:
        if cell.operation is Operation.ADD:
            return ChangeReason.ARTICLE_ADDED
        if cell.operation is Operation.DELETE:
            return ChangeReason.ARTICLE_REMOVED
        if cell.column == "n_records":
            return self._first(self._of_article.get(cell.id, ()))
        return self._why.likeliest if cell.column == "duplicate_of" else ChangeReason.METADATA_CHANGED

    def _claim(self, cell: Cell, before: Values | None, after: Values | None) -> ChangeReason:
        articles = _articles(before) | _articles(after)
        if cell.operation is Operation.ADD and articles & self._why.added:
            return ChangeReason.ARTICLE_ADDED
        if cell.operation is Operation.DELETE and articles & self._why.removed:
            return ChangeReason.ARTICLE_REMOVED
        if (stated := self._stated(cell)) is not None:
            return stated
        if cell.column == "event_id":
            return self._first({r for side in (before, after) if side for r in self._of_row.get(side[1], ())})
        return self._within(cell, articles) if cell.column != "utterance_id" else self._why.likeliest

    def _event(self, cell: Cell, before: Values | None, after: Values | None) -> ChangeReason:
        old, new = _articles(before), _articles(after)
        if cell.operation is Operation.DELETE and (heir := self._former.get(cell.id)) is not None:
            return self._joined(heir, old)
        filled = cell.column in JOINED or cell.operation is not Operation.MODIFY
        if (new - old) & self._why.added and (filled or cell.old in (None, "null")):
            return ChangeReason.ARTICLE_ADDED
        if (old - new) & self._why.removed and (filled or cell.new in (None, "null")):
            return ChangeReason.ARTICLE_REMOVED
        if (stated := self._stated(cell)) is not None:
            return stated
        return self._within(cell, old | new)

    def _joined(self, heir: str, articles: frozenset[str]) -> ChangeReason:
        """Why an event went into another: because of an article that the other has and that is new."""
        joined_by_new = _articles(self._events.get(heir, (None, None))[1]) & self._why.added
        cell = Cell("events", heir, Operation.DELETE, "", None, None)
        return ChangeReason.ARTICLE_ADDED if joined_by_new else self._within(cell, articles)

    def _stated(self, cell: Cell) -> ChangeReason | None:
        """What a correction, the rights policy or the schema say of a cell."""
        lines = [(cell.table, cell.id, cell.column if cell.operation is Operation.MODIFY else REJECTED)]
        lines += [(cell.table, cell.id, "event_type")] if cell.column in CROSSWALK else []
        reviewed = cell.column == "review_status"
        if reviewed and any(at[:2] == (cell.table, cell.id) for at in self._why.corrected):
            return ChangeReason.CORRECTION_APPLIED
        if self._why.corrected.intersection(lines):
            return ChangeReason.CORRECTION_APPLIED
        if cell.column in WORDS and self._why.rights_changed:
            return ChangeReason.METADATA_CHANGED
        if (cell.table, cell.column) in self._why.reshaped:
            return ChangeReason.SCHEMA_CHANGED
        return None

    def _within(self, cell: Cell, articles: frozenset[str]) -> ChangeReason:
        """Why something that articles already told is read otherwise now."""
        described = bool(articles & self._why.described_anew)
        if described and (cell.column in DATES or not self._why.code_changed):
            return ChangeReason.METADATA_CHANGED
        return ChangeReason.RULE_CHANGED if self._why.code_changed else self._why.likeliest

    def _derived(self, rows: tuple[Values | None, Values | None], cell: Cell) -> ChangeReason:
        """The reason of the rows that a derived row stands on, before or after."""
        if (cell.table, "") in self._why.reshaped or (cell.table, cell.column) in self._why.reshaped:
            return ChangeReason.SCHEMA_CHANGED
        for index in range(len(STANDS_ON.get(cell.table, ()))):
            named = [name for side in rows if side is not None for name in _names(side[index])]
            known = self._of_name if cell.table in ("actors", "places") else self._of_row
            found = {reason for name in named for reason in known.get(name, ())}
            if found:
                return self._first(found)
        return self._why.likeliest

    def _first(self, reasons: Iterable[ChangeReason]) -> ChangeReason:
        """The likeliest of some reasons; of none, that of the release as a whole."""
        held = set(reasons)
        return next((reason for reason in LIKELIEST if reason in held), self._why.likeliest)


def _articles(row: Values | None) -> frozenset[str]:
    """The articles of a claim or event, from the first of the columns asked for."""
    if row is None or row[0] is None:
        return frozenset()
    return frozenset([row[0]] if isinstance(row[0], str) else row[0])


def _names(value: object) -> Iterator[str]:
    """The ids or names in a column: one, a list of them, or members of a contradiction."""
    if isinstance(value, str):
        yield from (value, value.casefold())
    elif isinstance(value, Mapping):
        yield str(value["id"])
    elif isinstance(value, list):
        for part in value:
            yield from _names(part)
