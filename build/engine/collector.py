"""Cycle collection: held off while articles are extracted, which makes no cycles to collect."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# Young objects before a collection: rows are kept, so that collecting often only walks through them again.
RARE = 200_000


@contextmanager
def rare_collections() -> Iterator[None]:
    """Collect cycles rarely, and never look at the lexicons and other objects that stand already."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(RARE, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def collect_rarely() -> None:
    """Do the same for the whole life of a worker process."""
    gc.freeze()
    gc.set_threshold(RARE)
