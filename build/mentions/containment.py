"""Which place lies in which: a street or camp takes the town beside it, a village in no list the country around it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from newsledger.build.mentions.precisions import LANDS
from newsledger.schema.vocabularies import PlacePrecision


class PlaceMention(NamedTuple):
    """A place named as a place (not a demonym, not a capital that stands for its government).

    `governor` is the word that places it there: a preposition ("in"), "object" of a verb that goes there, "within"
    after another place, "heading" of a block; None where nothing does. `is_part_of_actor` holds inside
    "the U.S. Embassy in Beirut".
    """

    start: int
    end: int
    name: str
    precision: PlacePrecision
    country_iso3: str | None
    geonames_id: int | None
    latitude: float | None
    longitude: float | None
    governor: str | None = None
    is_part_of_actor: bool = False


P = PlacePrecision
SMALL = (P.SITE, P.NEIGHBOURHOOD)
HOLDER = (P.SETTLEMENT, P.DISTRICT, P.PROVINCE, P.SUBNATIONAL)
BETWEEN = re.compile(r", (?:in )?|,? in (?:the )?|,? of (?:the )?| inside (?:the )?| \(")
CAPITAL = re.compile(r"(?:['’]s)? (?:[a-z-]+ )?(?:capital|(?:main|largest) (?:city|town))(?: city|,)?,? ")
# "Omagh, 60 miles west of X", "Haditha, north of X", "Baras, near X": no place of its own.
COMPASS_OF = r"(?:to the )?(?:due )?(?:north|south|east|west)[a-z-]* of"
MEASURED = re.compile(
    r",? (?:an? (?:[\w-]+ ){1,4})?(?:(?:which|that) (?:lies|is|sits|stands) |located |lying |situated |just )?"
    r"(?:(?:about |some |around |nearly |roughly )?[\w.,-]+ ?(?:miles?|kms?|kilomet(?:er|re)s?)(?: \([^)]*\))? "
    rf"(?:{COMPASS_OF}|outside|(?:away )?from)|{COMPASS_OF}|outside|near|close to)"
    r"(?: the (?:\w+ ){1,3}(?:of)?| the (?:\w+ ){0,2}(?:capital|city|town),)? ?"
)
# "told AFP from X", "said by telephone in X": no more than an addressee between.
TELLING = re.compile(
    r"\b(?:told (?:(?:[A-Z][\w’'-]*|the|reporters|journalists|news|agency|a) ?)+|said|says|added|report(?:ed|ing|s)"
    r"|[Ss]peaking)"
    r"(?: by (?:tele)?phone| on (?:\w+day|condition of anonymity))*,? ?(?:from|in)(?: the (?:\w+ ){0,3}(?:of)?)? ?$"
)
OWNED = re.compile(
    r" ?['’]s (?:the )?(?:[a-z-]+ ){0,2}|"
    r" ?['’]s (?:[a-z-]+ ){0,3}(?:state|province|region|city|town|district|island)s?(?: of)?,? "
)
# "…, said a doctor in X.", "X's police chief, said": where the one who tells is at home.
TELLER = re.compile(
    r"[,”\"] (?:said|says|according to|told [A-Z]\w+) (?:an? |the |some |one )?(?:[\w’'-]+ ){1,4}?"
    r"(?:in|from|at) (?:the )?(?:(?:neighbou?ring|nearby) )?(?:(?:village|town|city) of )?$"
)
# "Confirmed the attack to reporters in X".
CONFIRMED = re.compile(
    r"\b(?:confirm|disclos|announc|reveal|condemn)\w* "
    r"(?:this|the (?:\w+ )?(?:incident|attack|development|killing|death|toll|report|raid|ambush|news)s?)"
    r"(?: to [a-z ]{3,30}?)?(?: on \w+day)?,? (?:in|from|at) $"
)
TELLER_END = re.compile(r"[.,;”\"\n]|$| where\b")
TITLED = re.compile(
    r", (?:the |an? )?(?:[\w’'-]+ ){0,4}?(?:chief|head|governor|mayor|spokes\w+|officials?|officer|minister|commander|"
    r"director|leader|chairman|president|secretary|superintendent|inspector|administrator|commissioner|resident|doctor)"
    r" (?:of|in|for|from|at) (?:the )?(?:[A-Z][\w’'-]* ){0,4}\(?$"
)
# "The general, who leads the garrison in X, said": what he does there, not what he tells of.
WHO = re.compile(r", who(?:se)? [^,;.“”]{3,50} (?:in|of|at|for|around|near) (?:the )?$")
TELLS = re.compile(r"(?: \([A-Z.]+)?\)?, (?:said|says|told|added|confirmed)\b")


# "The brigade based in X", "a radio monitored in X": where somebody is at home or listens.
AT_HOME = re.compile(
    r"\b(?:based|born|headquartered|exiled|educated|raised|resident|residing|monitored|reached|contacted|interviewed)"
    r" (?:in|at|near) (?:the )?$"
)
# "A local official in X said": where the one who tells serves.
SERVING = re.compile(
    r"\b(?:officials?|officers?|spokes\w+|doctors?|sources?|residents?|witness\w*|commander|chief|governor|mayor|leader"
    r"|activists?|workers?|diplomats?|police|authorities|headquarters) (?:in|at|for|from|of) (?:the )?(?:[a-z-]+ )?$"
)
SAID_NEXT = re.compile(r"(?:,? who)? (?:have |has |had |also |later )*(?:said|says|say|told)\b")


def contained(view: str, places: list[PlaceMention], spoken_of: frozenset[str]) -> tuple[PlaceMention, ...]:
    """Join each small place to the town it is in; give those in no list the only country the text speaks of."""
    found: list[PlaceMention] = []
    for place in places:
        if found and (joined := _joined(view, found[-1], place)) is not None:
            found[-1] = joined
        else:
            found.append(place)
    return tuple(_with_countries([_told_from(view, place) for place in _seated(view, found)], spoken_of))


def is_compound(view: str, left: PlaceMention, right: PlaceMention) -> bool:
    """Whether two towns side by side are one name that no list holds ("San Jose Villanueva")."""
    is_beside = right.start == left.end + 1 and view[left.end] == " "
    return is_beside and left.precision is right.precision is P.SETTLEMENT and view[right.start].isupper()


def compound(view: str, left: PlaceMention, right: PlaceMention) -> PlaceMention:
    """One town, without the id and the spot that either part alone has."""
    country = left.country_iso3 if left.country_iso3 == right.country_iso3 else None
    name = " ".join(view[left.start : right.end].split())
    name = name.title() if name.isupper() else name
    return PlaceMention(
        left.start, right.end, name, left.precision, country, None, None, None, left.governor, left.is_part_of_actor
    )


def _seated(view: str, places: list[PlaceMention]) -> list[PlaceMention]:
    """Capitals stand where their land is placed ("in Kunar's capital Asadabad"); measured towns place nothing."""
    for at, (land, town) in enumerate(pairwise(places), start=1):
        is_inside = CAPITAL.fullmatch(view, land.end, town.start) or (
            land.precision in LANDS and OWNED.fullmatch(view, land.end, town.start)
        )
        if town.governor is None and land.governor and is_inside:
            places[at] = town._replace(governor=land.governor)
        elif land.governor and MEASURED.fullmatch(view, land.end, town.start):
            places[at] = town._replace(governor="measured")
        elif land.governor and _is_part_of(view, land, town):
            places[at] = town._replace(governor="holder")
    return places


def _is_part_of(view: str, place: PlaceMention, part: PlaceMention) -> bool:
    """Whether a town lies in a part of another that is told next ("in Gressier in the west of Port-au-Prince")."""
    if place.precision is not P.SETTLEMENT or part.precision is not P.NEIGHBOURHOOD:
        return False
    return BETWEEN.fullmatch(view, place.end, part.start) is not None


def _told_from(view: str, place: PlaceMention) -> PlaceMention:
    """A place where somebody tells of another or is at home: "told AFP from Maiduguri", "based in Cairo"."""
    before = max(0, place.start - 60)
    is_told = any(told.search(view, before, place.start) for told in (TELLING, CONFIRMED, AT_HOME)) or (
        TELLER.search(view, before, place.start) is not None and TELLER_END.match(view, place.end) is not None
    )
    if is_told and place.governor in ("in", "from", "at", "near", None):
        return place._replace(governor="telling")
    if SAID_NEXT.match(view, place.end) and (
        place.governor in ("to", "from") or SERVING.search(view, before, place.start)
    ):
        return place._replace(governor="telling")
    is_title = TELLS.match(view, place.end) is not None and (
        TITLED.search(view, before, place.start) is not None or WHO.search(view, before, place.start) is not None
    )
    return place._replace(governor="telling") if is_title and place.governor != "object" else place


def _joined(view: str, left: PlaceMention, right: PlaceMention) -> PlaceMention | None:
    """One mention of "LEFT in RIGHT" or "LEFT's RIGHT" where one is a small place in the other."""
    between = view[left.end : right.start]
    if _is_in(left, right) and BETWEEN.fullmatch(between):
        return _of(left, right, left.start, right.end, left.governor)
    if _is_in(right, left) and OWNED.fullmatch(between):
        return _of(right, left, left.start, right.end, left.governor)
    return None


def _is_in(small: PlaceMention, holder: PlaceMention) -> bool:
    """Whether one place is of a kind that lies in the other: a street in a town, a district of a town."""
    if small.precision is P.DISTRICT:
        return holder.precision is P.SETTLEMENT
    return small.precision in SMALL and holder.precision in HOLDER


def _of(small: PlaceMention, holder: PlaceMention, start: int, end: int, governor: str | None) -> PlaceMention:
    """The small place under the name "SMALL, HOLDER"."""
    return small._replace(
        start=start,
        end=end,
        name=f"{small.name}, {holder.name}",
        country_iso3=small.country_iso3 or holder.country_iso3,
        governor=governor,
        is_part_of_actor=small.is_part_of_actor and holder.is_part_of_actor,
    )


def _with_countries(places: list[PlaceMention], spoken_of: frozenset[str]) -> list[PlaceMention]:
    """Places in no list take the country of all others, when the text places everything in one country."""
    named = {p.country_iso3 for p in places if p.country_iso3} or set(spoken_of)
    if len(named) != 1:
        return places
    only = named.pop()
    local = (*SMALL, *HOLDER)
    return [p._replace(country_iso3=only) if p.country_iso3 is None and p.precision in local else p for p in places]
