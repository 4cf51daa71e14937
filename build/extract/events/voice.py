"""Voice: where a rule written for the active looks for its classes, in the active and in the passive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsledger.build.extract.events.rules import EventRule, Passive
from newsledger.build.extract.events.scan import Hit

# A form of "be" right before a participle ("were later seized").
BE = re.compile(
    r"\b(?:was|were|been|being|be|is|are|got|get|gets|getting|'s|'re) "
    r"(?:(?:\w+ly|also|again|all|both|later|then|since|still|twice|often|now|either|soon|once|first|themselves) )*$"
)
BY = " by "
GERUND = re.compile(r"[a-z-]+ing\b")
# The noun phrase right behind a verb, with what "of" and "and" hang on it.
DIRECT = re.compile(
    r"(?:[,:—–-]? (?!(?:in|on|at|by|to|from|with|for|after|before|when|while|as|into|near|over|through|during|against|"
    r"that|who|which|where|was|were|is|are|has|have|had|will|would|under|inside|outside|behind|across|along|towards?|"
    r"amid|since|until|because|but|then|if|than|so|about|said|says)\b)[“‘\"]?[\w'’.$/-]+[”\"]?){1,9}"
)


def is_passive(lower: str, hit: Hit, first: int) -> bool:
    """Whether a participle tells what its subject suffers: after a form of "be", or right before "by".

    >>> from newsledger.build.extract.events.rules import Entry
    >>> text = "the nuns were later seized"
    >>> is_passive(text, Hit(text.index("seized"), len(text), Entry("seized", (), frozenset())), 0)
    True
    """
    if GERUND.match(lower, hit.start):
        return False
    return BE.search(lower[max(first, hit.start - 40) : hit.start]) is not None or lower.startswith(BY, hit.end)


def direct_object(lower: str, at: int, end: int) -> tuple[int, int]:
    """The stretch behind a verb that holds nothing but its direct object.

    >>> text = "seized two nuns of the order from a bus"
    >>> text[slice(*direct_object(text, len("seized"), len(text)))]
    ' two nuns of the order'
    """
    match = DIRECT.match(lower, at, end)
    return (at, match.end()) if match else (at, at)


def sought(rule: EventRule, passive: bool, has_agent: bool) -> Iterator[tuple[str, frozenset[str]]]:
    """The windows a rule looks at and the classes it wants there: in the passive, object and subject change places."""
    for key, names in rule.classes.items():
        if not passive or rule.passive is None or key not in ("subject", "doer", "object", "direct"):
            yield key, names
        elif key in ("object", "direct"):
            yield ("subject" if key == "object" else "doer"), names
        elif has_agent or rule.passive is Passive.NAMED:
            yield "agent", names
