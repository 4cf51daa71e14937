"""Parts of a sentence in a casualty report, and how many people a part counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsledger.build.extract.casualties.words import Entry, casualty_words
from newsledger.build.mentions.annotated import Annotated
from newsledger.build.mentions.numbers import Quantity
from newsledger.schema.vocabularies import Outcome, Quantifier, VictimClass

FARTHEST_LOOK = 8
Count = tuple[int | None, int | None, int | None, Quantifier]


@dataclass(slots=True)
class Part:
    """A piece of a sentence: one word, phrase, number or mark, or a whole noun phrase of people.

    `kind` is the class of the lexicon; `capital` tells how a single word is written. `nouns` are the nouns for people
    in the phrase, the head last; `head` is the phrase without its number; `fixed` is a number that a word holds ("both
    brothers"); `harm` what the phrase says befell them ("the wounded"); `whole` the larger number a part was taken out
    of ("two of the 16 soldiers"); `at` where it stands among the parts of its sentence, if it is one of them.
    """

    start: int
    end: int
    kind: str
    low: str = ""
    entry: Entry | None = None
    quantity: Quantity | None = None
    capital: bool = False
    nouns: Sequence[Entry] = ()
    head: tuple[int, int] | None = None
    definite: bool = False
    possessive: bool = False
    bare: bool = False
    harm: Outcome | None = None
    fixed: int | None = None
    whole: Part | None = None
    at: int = -1

    def describe_as(self, people: Part) -> None:
        """Take over the nouns and the head of the phrase that says who these people are."""
        self.nouns, self.head = people.nouns, people.head


@dataclass
class Reading:
    """A sentence as parts; `code` has one character per part, so that patterns over it find frames.

    A `headline` has no full stop. `kinds` are the classes of the parts, with nothing for a few places before the first
    and behind the last.
    """

    annotated: Annotated
    start: int
    end: int
    parts: list[Part]
    headline: bool

    def __post_init__(self) -> None:
        self.kinds = kinds_of(self.parts)
        self.size = len(self.parts)
        for k, part in enumerate(self.parts):
            part.at = k

    @cached_property
    def code(self) -> str:
        """The characters of all classes."""
        symbols = casualty_words().symbols
        return "".join([symbols[part.kind] for part in self.parts])

    def is_at(self, k: int, *kinds: str) -> bool:
        """Whether a part exists and belongs to one of some classes."""
        return 0 <= k < self.size and self.kinds[k] in kinds


def kinds_of(parts: list[Part]) -> list[str]:
    """The classes of parts, and behind them nothing as far as readers look over either end."""
    return [*[part.kind for part in parts], *[""] * FARTHEST_LOOK]


def count_of(part: Part) -> Count:
    """Count, least, greatest and hedge of a part; a person counts one, people without a number are vague."""
    if part.quantity is not None:
        quantity = part.quantity
        return quantity.count, quantity.count_min, quantity.count_max, quantity.quantifier
    exact = part.fixed
    if exact is None and part.kind in ("person", "named", "he", "somebody"):
        exact = 1
    if exact is None and part.kind in ("none", "nobody"):
        exact = 0
    return exact, exact, exact, Quantifier.VAGUE if exact is None else Quantifier.EXACT


def class_of(part: Part) -> VictimClass:
    """The victim class of a part by its nouns: the head's own, else the one that stands before it."""
    if not part.nouns:
        return VictimClass.UNSTATED
    head = part.nouns[-1]
    in_office = bool(head.words) and head.words[-1] in casualty_words().offices
    if in_office and any(noun.victims is VictimClass.COMBATANT for noun in part.nouns[:-1]):
        return VictimClass.COMBATANT
    if head.victims is not None and head.victims is not VictimClass.UNSTATED:
        return head.victims
    others = {noun.victims for noun in part.nouns[:-1]} - {None, VictimClass.UNSTATED}
    named = [noun.victims for noun in part.nouns if noun.victims in others and noun.victims is not None]
    return named[0] if len(others) == 1 else VictimClass.UNSTATED
