"""What `newsledger estimate` and `newsledger crosswalk` print."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from newsledger.build.link.crosswalk import CrosswalkRow, crosswalk
from newsledger.build.link.policies import POLICIES, estimates
from newsledger.build.link.targets import problems, vocabularies
from newsledger.build.link.tolls import tolls
from newsledger.schema import TABLES
from newsledger.schema.casualties import Casualty
from newsledger.schema.estimates import Estimate, Policy
from newsledger.schema.problem import PublisherError
from newsledger.schema.vocabularies import EventType


def estimate_text(release: Path, policy: Policy | None, as_json: bool) -> str:
    """The estimates recomputed from the casualties of a release, as text or JSON.

    Raises:
        PublisherError: the folder is no release.
    """
    rows = [Casualty.model_validate(row) for row in _rows(release, "casualties")]
    published: dict[str, date | None] = {r["article_id"]: r["published_date"] for r in _rows(release, "articles")}
    if not published:
        raise PublisherError(f"{release}: no release (data/articles is missing); give the folder `build` wrote.")
    found = estimates(tolls(rows, published), [policy] if policy else list(Policy))
    if as_json:
        return json.dumps([row.model_dump(mode="json") for row in found], indent=2)
    events = {row["event_id"]: row for row in _rows(release, "events")}
    return "\n".join(_estimate_lines(found, events)) or "No event of this release has a toll that can be estimated."


def _rows(release: Path, table: str) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    files = sorted((release / "data" / table).glob("*.parquet"))
    names = set(TABLES[table].model_fields)
    return [{k: v for k, v in row.items() if k in names} for file in files for row in pq.read_table(file).to_pylist()]


def _estimate_lines(found: Sequence[Estimate], events: dict[str, dict[str, Any]]) -> Iterator[str]:
    last = None
    for row in found:
        if (row.event_id, row.outcome) != last:
            event = events[row.event_id]
            yield f"{event['event_type']} {event['date_start'] or 'undated'} {event['place_name'] or ''}: {row.outcome}"
            last = (row.event_id, row.outcome)
        numbers = " ".join(f"{name} {'-' if n is None else n}" for name, n in _figures(row))
        yield f"  {row.policy:<18} {numbers}  ({len(row.casualty_ids)} claim{'s' if len(row.casualty_ids) > 1 else ''})"


def _figures(row: Estimate) -> tuple[tuple[str, int | None], ...]:
    return ("low", row.low), ("best", row.best), ("high", row.high)


def policy_text() -> str:
    """What each policy does, in the words of its function."""
    return "\n".join(f"{name:<18} {(function.__doc__ or '').strip()}" for name, function in POLICIES.items())


def crosswalk_text(event_type: EventType | None, as_json: bool) -> str:
    """The crosswalk of one or all native types, after checking every target against its vocabulary.

    Raises:
        PublisherError: a target does not exist in the vocabulary it names.
    """
    rows = [row for row in crosswalk().values() if event_type in (None, row.event_type)]
    if wrong := problems(rows):
        raise PublisherError(f"crosswalk.csv: {wrong[0]}; correct the row.")
    if as_json:
        sources = {scheme: {"source": book.source, "licence": book.licence} for scheme, book in vocabularies().items()}
        return json.dumps({"crosswalk": [asdict(row) for row in rows], "vocabularies": sources}, indent=2)
    return "\n".join([*(line for row in rows for line in _crosswalk_lines(row)), "", "Not affiliated with ACLED."])


def _crosswalk_lines(row: CrosswalkRow) -> Iterator[str]:
    yield f"{row.event_type}: {row.rule_text}"
    yield f"  ACLED   {_both(row.acled_event_type, row.acled_sub_event_type)} ({row.relation})"
    yield f"  PLOVER  {_both(row.plover_type, row.plover_mode)}"
    yield f"  CAMEO   {row.cameo_code or 'none'}   UCDP {row.ucdp or 'none'}   IDMC {row.idmc_term or 'none'}"


def _both(kind: str | None, sub: str | None) -> str:
    return "none" if kind is None else kind if sub is None else f"{kind}: {sub}"
