"""Topic sense: whether a sentence, or a whole article, speaks of conflict or of sports, business, arts and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from newsledger.schema.vocabularies import EventType

CONFLICT = ("conflict", "armed", "munition", "bomb", "aircraft", "gun")
OTHER_TOPICS = ("sports", "business", "arts", "tech", "figurative", "unmistakable")
NONE = dict.fromkeys((*CONFLICT, *OTHER_TOPICS, "hazard", "calamity", "labour", "fiction", "polling"), 0)
# Types that a weak trigger of another such type, in the same clause, does not add to.
FORCE = frozenset(
    {
        EventType.AIR_STRIKE,
        EventType.MISSILE_OR_ARTILLERY,
        EventType.BOMBING,
        EventType.ARMED_CLASH,
        EventType.ARMED_ATTACK,
        EventType.GROUND_OPERATION,
    }
)
VIOLENT = FORCE | {EventType.INTERCEPTION, EventType.PROPERTY_DESTRUCTION}
# Types told with a weapon, and of which somebody may be blamed.
FORCEFUL = VIOLENT | {EventType.RIOT, EventType.ABDUCTION}
# Types whose words sports, business and arts borrow.
BORROWED = VIOLENT | {
    EventType.ABDUCTION,
    EventType.AGREEMENT,
    EventType.MILITARY_THREAT,
    EventType.RESTRICTION,
    EventType.RIOT,
    EventType.TALKS,
    EventType.TROOP_DEPLOYMENT,
}
# Types of which no article tells without a single word of conflict; crimes are not among them.
WARLIKE = (VIOLENT - {EventType.ARMED_ATTACK, EventType.BOMBING, EventType.PROPERTY_DESTRUCTION}) | {
    EventType.MILITARY_THREAT,
    EventType.TROOP_DEPLOYMENT,
}
# Types of the bargaining of companies and unions, too.
BARGAINS = frozenset({EventType.TALKS, EventType.AGREEMENT})
LONG = 6
IMMERSED = 4


# Types that an article of conflict needs no word of conflict in the sentence to tell of.
GIVEN = frozenset(
    {
        EventType.AGREEMENT,
        EventType.ARREST,
        EventType.DISPLACEMENT,
        EventType.OTHER,
        EventType.PROTEST,
        EventType.RESTRICTION,
        EventType.RIOT,
        EventType.SERVICE_DISRUPTION,
        EventType.TROOP_DEPLOYMENT,
    }
)


@dataclass(eq=False)
class Sense:
    """How many words of a text are of conflict, other topics, calamities, labour disputes, fiction and votes."""

    conflict: int
    other: int
    hazard: int
    labour: int
    fiction: int
    polling: int
    sentences: int

    @cached_property
    def is_elsewhere(self) -> bool:
        """Whether the article is about something else altogether."""
        return self.is_fiction or (self.other >= 3 and self.other > 1.5 * self.conflict)

    @property
    def is_fiction(self) -> bool:
        """Whether the article is about what happens on a screen or in a book."""
        return self.fiction >= 3 and self.other > self.conflict

    @property
    def is_peaceful(self) -> bool:
        """Whether the article is long enough to name conflict and never does."""
        return self.sentences >= LONG and self.conflict == 0

    @cached_property
    def is_calamity(self) -> bool:
        """Whether the article is about a storm, a quake or another disaster."""
        return self.hazard >= 3 and self.hazard > self.conflict and not self.is_campaign

    @property
    def is_campaign(self) -> bool:
        """Whether the article is about an election, far more than about conflict."""
        return self.polling >= 5 and self.polling > 2 * self.conflict

    @property
    def is_dispute(self) -> bool:
        """Whether the article is about workers and employers, more than about conflict."""
        return self.labour >= 2 and self.labour > self.conflict

    @property
    def is_untroubled(self) -> bool:
        """Whether the article is long enough to name conflict or calamity and hardly does."""
        return self.sentences >= LONG and self.conflict <= 1 and self.hazard == 0

    @cached_property
    def is_of_conflict(self) -> bool:
        """Whether conflict is told of far more than anything else."""
        return self.conflict >= IMMERSED and self.conflict > 2 * self.other and not self.is_calamity

    @cached_property
    def is_conflict(self) -> bool:
        """Whether nothing else prevails."""
        return self.conflict >= self.other

    @cached_property
    def untold(self) -> frozenset[EventType]:
        """The types that such an article tells nothing of, whatever its words."""
        elsewhere = BORROWED if self.is_elsewhere else frozenset()
        campaign = WARLIKE | {EventType.DISASTER} if self.is_campaign else frozenset()
        return elsewhere | campaign | (WARLIKE | BARGAINS if self.is_peaceful or self.is_dispute else frozenset())


def sense_of(classes: Iterable[frozenset[str]], sentences: int = 1) -> Sense:
    """Weigh the classes of the words of so many sentences."""
    counts = {**NONE, **Counter(chain.from_iterable(classes))}
    arms = counts["armed"] + counts["munition"] + counts["bomb"] + counts["aircraft"] + counts["gun"]
    other = counts["sports"] + counts["business"] + counts["arts"] + counts["tech"] + counts["figurative"]
    hazard = counts["hazard"] + counts["calamity"]
    conflict, other = counts["conflict"] + arms // 2, other + 2 * counts["unmistakable"]
    return Sense(conflict, other, hazard, counts["labour"], counts["fiction"], counts["polling"], sentences)
