"""Separate mentions: "another bridge", "a second blast", other numbers of displaced: told before is none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from newsledger.build.lexicon.patterns import Pattern, any_of, load_patterns
from newsledger.build.link.compare import PROCESSES, Decision, places_agree, same_event
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import BlockType, EventType


def marks() -> dict[str, Pattern]:
    """The words that set an event apart, by name."""
    return load_patterns("newsledger.build.link", "separate")


@cache
def _mark() -> re.Pattern[str]:
    """Any of these words."""
    return any_of(marks().values())


def comparison(annotated: Annotated, events: Sequence[Event]) -> Callable[[Event, Event], Decision]:
    """A comparison that never joins a separate mention with an event told before it at another place.

    Nor does it join two displacements that are told with other numbers of people.
    """
    view = annotated.document.view
    separate = {
        (mention.start, mention.end)
        for event in events
        if event.event_type not in PROCESSES
        for mention in event.mentions
        if mention.block_type is BlockType.BODY and _mark().search(view[mention.start : mention.end].lower())
    }

    def compare(a: Event, b: Event) -> Decision:
        if separate and _stands_apart(a, b, separate):
            return Decision("told as another", 0.0)
        if a.event_type is EventType.DISPLACEMENT and _numbers_differ(_moved(annotated, a), _moved(annotated, b)):
            return Decision("other numbers of people", 0.0)
        return same_event(a, b)

    return compare


def _stands_apart(a: Event, b: Event, separate: set[tuple[int, int]]) -> bool:
    """Whether the later of two events begins with a separate mention, and they do not both name one place."""
    first, later = sorted((a, b), key=lambda event: min(m.start for m in event.mentions))
    opening = min(later.mentions, key=lambda mention: mention.start)
    told_before = any(m.block_type is BlockType.BODY for m in first.mentions)
    if (opening.start, opening.end) not in separate or not told_before:
        return False
    return places_agree(a, b) is not True


def _moved(annotated: Annotated, event: Event) -> frozenset[int]:
    """The numbers told with a displacement."""
    told = (q.count for m in event.mentions for q in annotated.quantities_in(m.start, m.end))
    return frozenset(count for count in told if count)


def _numbers_differ(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
