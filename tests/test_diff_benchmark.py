"""The benchmark of `diff`, scaled down: its two synthetic releases are compared right."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from newsledger.build.publish.changes import differences

ROWS = 2_000
FILE = Path(__file__).parents[1] / "benchmarks" / "diff.py"


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_diff", FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_moved_and_changed_row_is_found(benchmark: ModuleType, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    moved = ROWS // benchmark.MOVED
    benchmark.write(old, ROWS, 0, changed=False)
    benchmark.write(new, ROWS, moved, changed=True)
    found = differences(benchmark.side(old, "1"), benchmark.side(new, "2"))
    modified = len([row for row in range(moved, ROWS) if row % benchmark.EVERY == 0])
    assert {table.table for table in found.tables} == set(benchmark.MAIN)
    for table in found.tables:
        assert (table.added, table.deleted, table.modified) == (moved, moved, modified)
        assert table.unchanged == ROWS - moved - modified
    assert len(found.changes) == len(benchmark.MAIN) * (2 * moved + modified)
    columns = {change.column for change in found.changes}
    assert columns == {"", "publisher", "weapon_text", "rule_id"}
    assert set(found.reasons()) <= {"article added", "article removed", "metadata changed", "rule changed"}
