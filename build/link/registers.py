"""The support tables `actors` and `places`, drawn from the rows that name them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from newsledger.schema.actors import Actor
from newsledger.schema.casualties import Casualty
from newsledger.schema.evacuations import Evacuation
from newsledger.schema.events import Event
from newsledger.schema.places import Place
from newsledger.schema.row import Claim, Row, row_id
from newsledger.schema.statements import Statement
from newsledger.schema.vocabularies import Sector

Published = Mapping[str, date | None]
T = TypeVar("T", bound=str)


@dataclass(frozen=True)
class Naming:
    """One row's use of a name."""

    name: str
    sector: Sector | None
    country_iso3: str | None
    articles: tuple[str, ...]


def actors(rows: Iterable[Row], published: Published) -> list[Actor]:
    """Every actor that a row names, under its most used name; names that differ in case or article alone are one."""
    groups: dict[str, list[Naming]] = defaultdict(list)
    for row in rows:
        for naming in _namings(row):
            groups[_key(naming.name)].append(naming)
    return [_actor(key, groups[key], published) for key in sorted(groups)]


def _key(name: str) -> str:
    words = name.casefold().replace("’", "'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def _namings(row: Row) -> Iterator[Naming]:
    articles = articles_of(row)
    match row:
        case Event():
            if row.actor:
                yield Naming(row.actor, row.actor_sector, row.actor_iso3, articles)
            if row.target:
                yield Naming(row.target, row.target_sector, row.target_iso3, articles)
        case Statement(speaker=str(name)):
            yield Naming(name, None, None, articles)
        case Casualty(attributed_to=str(name)):
            yield Naming(name, None, None, articles)
        case Evacuation(issuer=str(name)):
            yield Naming(name, None, None, articles)
        case _:
            return


def _actor(key: str, namings: Sequence[Naming], published: Published) -> Actor:
    name, aliases = _names(naming.name for naming in namings)
    first, last = _dates((article for naming in namings for article in naming.articles), published)
    return Actor(
        actor_id=row_id("actors", key),
        name=name,
        aliases=aliases,
        sector=_most_common(naming.sector for naming in namings),
        country_iso3=_most_common(naming.country_iso3 for naming in namings),
        first_date=first,
        last_date=last,
        n_rows=len(namings),
    )


def places(rows: Iterable[Row], published: Published) -> list[Place]:
    """Every place that a row names: one per GeoNames id, else per name and country."""
    groups: dict[tuple[str, ...], list[Claim | Event]] = defaultdict(list)
    for row in rows:
        if isinstance(row, Claim | Event) and row.place_name:
            key = (str(row.geonames_id),) if row.geonames_id else (row.place_name.casefold(), row.country_iso3 or "")
            groups[key].append(row)
    return sorted((_place(key, group, published) for key, group in groups.items()), key=lambda place: place.place_id)


def _place(key: tuple[str, ...], rows: Sequence[Claim | Event], published: Published) -> Place:
    name, aliases = _names(row.place_name or "" for row in rows)
    first, last = _dates((article for row in rows for article in articles_of(row)), published)
    one = rows[0]
    return Place(
        place_id=row_id("places", *key),
        name=name,
        aliases=aliases,
        place_precision=_most_common(row.place_precision for row in rows) or one.place_precision,
        country_iso3=_most_common(row.country_iso3 for row in rows),
        geonames_id=one.geonames_id,
        latitude=one.latitude,
        longitude=one.longitude,
        first_date=first,
        last_date=last,
        n_rows=len(rows),
    )


def articles_of(row: Row) -> tuple[str, ...]:
    """The articles a row was read from, sorted."""
    if isinstance(row, Event):
        return tuple(sorted({mention.article_id for mention in row.mentions}))
    return (row.article_id,) if isinstance(row, Claim) else ()


def _names(names: Iterable[str]) -> tuple[str, list[str]]:
    """The most used name, of equals the longest, then the first by letters; and all others."""
    counted = Counter(names)
    best = min(counted, key=lambda name: (-counted[name], -len(name), name))
    return best, sorted(set(counted) - {best})


def _most_common(values: Iterable[T | None]) -> T | None:
    counted = Counter(value for value in values if value is not None)
    return min(counted, key=lambda value: (-counted[value], str(value)), default=None)


def _dates(articles: Iterable[str], published: Published) -> tuple[date | None, date | None]:
    days = sorted(day for article in set(articles) if (day := published.get(article)) is not None)
    return (days[0], days[-1]) if days else (None, None)
