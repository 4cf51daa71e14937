"""Voice: where a rule written for the active looks for its classes, in the active and in the passive."""

from __future__ import annotations

from newsledger.build.extract.events.frames import pattern
from newsledger.build.extract.events.rules import EventRule, Passive
from newsledger.build.extract.events.scan import Hit

BEING = pattern("being")
GERUND_FORM = pattern("gerund_form")
DIRECT = pattern("direct")


def is_passive(lower: str, hit: Hit, first: int) -> bool:
    """Whether a participle tells what its subject suffers: after a form of "be", or right before "by".

    >>> from newsledger.build.extract.events.rules import Entry
    >>> text = "the nuns were later seized"
    >>> is_passive(text, Hit(text.index("seized"), len(text), Entry("seized", (), frozenset())), 0)
    True
    """
    if GERUND_FORM.match(lower, hit.start):
        return False
    return (
        lower[hit.end : hit.end + 4] == " by "
        or BEING.search(lower[max(first, hit.start - 40) : hit.start]) is not None
    )


def direct_object(lower: str, at: int, end: int) -> tuple[int, int]:
    """The stretch behind a verb that holds nothing but its direct object.

    >>> text = "seized two nuns of the order from a bus"
    >>> text[slice(*direct_object(text, len("seized"), len(text)))]
    ' two nuns of the order'
    """
    match = DIRECT.match(lower, at, end)
    return (at, match.end()) if match else (at, at)


def in_passive(rule: EventRule, agent: tuple[int, int]) -> list[tuple[str, frozenset[str]]]:
    """The windows a rule looks at in the passive, object and subject in each other's place, and the classes it wants.

    `agent` is where "by" tells who acts; it is empty where nothing does.
    """
    agents = ("agent",) if agent[0] < agent[1] or rule.passive is Passive.NAMED else ()
    places = {"object": ("subject",), "direct": ("doer",), "subject": agents, "doer": agents}
    return [(place, names) for key, names in rule.classes for place in places.get(key, (key,))]
