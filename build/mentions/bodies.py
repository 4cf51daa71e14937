"""Named bodies that act: armed groups and organisations, by name and by acronym."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from newsledger.build.lexicon.loader import read_table
from newsledger.build.mentions.words import fold
from newsledger.schema.vocabularies import Sector


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or armed group; `key` is the same for all names of one body."""

    key: str
    sector: Sector
    country_iso3: str | None
    is_group: bool
    is_members: bool = False


def is_acronym(name: str) -> bool:
    """Whether a name counts only when it is written with the same capitals.

    >>> is_acronym("FARC"), is_acronym("M23"), is_acronym("Hamas"), is_acronym("LeT")
    (True, True, False, True)
    """
    if " " in name:
        return False
    bare = name.replace(".", "").replace("/", "").replace("-", "")
    return len(bare) <= 8 and sum(map(str.isupper, bare)) * 2 >= len(bare) - sum(map(str.isdigit, bare))


@cache
def bodies() -> tuple[dict[str, Body], dict[str, Body]]:
    """Bodies by lexicon key, and by acronym as written without dots."""
    names: dict[str, Body] = {}
    acronyms: dict[str, Body] = {}

    def add(name: str, body: Body) -> None:
        if is_acronym(name):
            acronyms.setdefault(name.replace(".", ""), body)
        else:
            names.setdefault(fold(name.removeprefix("The ").replace("/", " ")), body)

    for file in ("groups.csv", "organisations.csv"):
        for row in read_table(file):
            listed = row["name"].removeprefix("*").split(";")
            is_list = row["name"].startswith("*")
            for name in listed:
                key = name if is_list else listed[0]
                add(name, Body(key, Sector(row["sector"]), row["iso3"] or None, file == "groups.csv"))
            for noun in filter(None, row.get("members", "").split(";")):
                names[fold(noun)] = Body(listed[0], Sector(row["sector"]), row["iso3"] or None, True, True)
    return names, acronyms
