"""Separate mentions: "another bridge", "a second blast", other numbers of displaced: told before is none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from newsledger.build.link.compare import PROCESSES, Decision, places_agree, same_event
from newsledger.build.mentions.annotated import Annotated
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import BlockType, EventType


@dataclass(frozen=True)
class Mark:
    """Words that set an event apart, and texts in which they must stand, and must not."""

    name: str
    pattern: re.Pattern[str]
    opening: bool
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]

    def stands(self, text: str) -> bool:
        """Whether the words stand in the text of a mention."""
        return (self.pattern.match if self.opening else self.pattern.search)(text) is not None


@cache
def marks() -> tuple[Mark, ...]:
    """The marks of data/separate.yml."""
    text = files(__package__).joinpath("data/separate.yml").read_text(encoding="utf-8")
    return tuple(
        Mark(
            name,
            re.compile(raw["pattern"]),
            raw.get("opening", False),
            tuple(raw["examples"]),
            tuple(raw["counterexamples"]),
        )
        for name, raw in yaml.safe_load(text).items()
    )


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
        if mention.block_type is BlockType.BODY and _is_marked(view[mention.start : mention.end].lower())
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


def _is_marked(text: str) -> bool:
    return any(mark.stands(text) for mark in marks())


def _moved(annotated: Annotated, event: Event) -> frozenset[int]:
    """The numbers told with a displacement."""
    told = (q.count for m in event.mentions for q in annotated.quantities_in(m.start, m.end))
    return frozenset(count for count in told if count)


def _numbers_differ(one: frozenset[int], other: frozenset[int]) -> bool:
    return bool(one and other) and one.isdisjoint(other)
