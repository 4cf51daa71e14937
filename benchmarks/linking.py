"""Linking of synthetic articles: how much longer twice as many take (the aim: at most 2.5 times)."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from rows import casualty, event, statement

from newsledger.build.link.corpus import link_corpus
from newsledger.schema import TABLES
from newsledger.schema.row import Row, row_id
from newsledger.schema.vocabularies import PlacePrecision

START = date(2015, 1, 1)
EVENTS, TOWNS, A_DAY = 3, 897, 10


def synthetic(count: int) -> tuple[dict[str, list[Row]], dict[str, date | None]]:
    """Rows of `count` articles, ten a day: three events each, of which every third is also told by another article."""
    tables: dict[str, list[Row]] = {name: [] for name in TABLES}
    published: dict[str, date | None] = {}
    for number in range(count):
        name = f"article {number}"
        published[row_id(name)] = START + timedelta(days=number // A_DAY)
        for at in range(EVENTS):
            seed = (number - number % 2 if at == 0 else number) * 7919 + at * 104729
            day, town = START + timedelta(days=seed % (count // A_DAY)), f"Town {seed % TOWNS}"
            precision = PlacePrecision.SETTLEMENT
            made = event(name, at * 500, day, place_name=town, country_iso3="SDN", place_precision=precision)
            tables["events"].append(made)
            tables["casualties"].append(casualty(name, 3 + seed % 50, at * 500, event_id=made.event_id))
        words = " ".join(f"word{(number * 31 + at * at) % 5000}" for at in range(25))
        tables["statements"].append(statement(name, words, 2000))
    return tables, published


def seconds(count: int) -> float:
    """Process CPU time of linking `count` articles."""
    tables, published = synthetic(count)
    start = time.process_time()
    link_corpus(tables, [], published)
    return time.process_time() - start


def main() -> None:
    """Print the time for the count and for twice the count, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    count = parser.parse_args().count
    seconds(min(count, 1000))
    once, twice = seconds(count), seconds(2 * count)
    print(f"{count} articles: {once:.1f} s, {2 * count} articles: {twice:.1f} s, ratio {twice / once:.2f}")


if __name__ == "__main__":
    main()
