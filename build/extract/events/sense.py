"""Topic sense: whether a sentence, or a whole article, speaks of conflict or of sports, business, arts and the like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from newsledger.build.extract.events.scan import SentenceHits
from newsledger.schema.vocabularies import EventType

SURE = "unmistakable"
OTHER_TOPICS = ("sports", "business", "arts", "tech", "figurative")
CONFLICT = ("conflict", "armed", "munition", "bomb", "aircraft", "gun")
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


class Sense(NamedTuple):
    """How many words of an article are of conflict, other topics, calamities, labour disputes, fiction and votes."""

    conflict: int
    other: int
    hazard: int
    labour: int = 0
    fiction: int = 0
    polling: int = 0
    sentences: int = 1

    @property
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

    @property
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

    @property
    def is_of_conflict(self) -> bool:
        """Whether conflict is told of far more than anything else."""
        return self.conflict >= IMMERSED and self.conflict > 2 * self.other and not self.is_calamity

    @property
    def is_conflict(self) -> bool:
        """Whether nothing else prevails."""
        return self.conflict >= self.other


def sense_of(counts: Counter[str]) -> Sense:
    """Weigh the word classes of a stretch of text."""
    conflict = counts.get("conflict", 0) + sum([counts.get(name, 0) for name in CONFLICT[1:]]) // 2
    hazard = counts.get("hazard", 0) + counts.get("calamity", 0)
    other = sum([counts.get(name, 0) for name in OTHER_TOPICS]) + 2 * counts.get(SURE, 0)
    kinds = [counts.get(name, 0) for name in ("labour", "fiction", "polling")]
    return Sense(conflict, other, hazard, *kinds)


def article_sense(found: Iterable[SentenceHits], sentences: int) -> Sense:
    """Weigh a whole article of so many sentences."""
    total: Counter[str] = Counter()
    for hits in found:
        total.update(hits.counts)
    return sense_of(total)._replace(sentences=sentences)


def fits(topic: str, event_type: EventType, article: Sense, sentence: Sense) -> bool:
    """Whether a rule of this topic demand may speak in this sentence of this article."""
    if event_type in BORROWED and article.is_elsewhere:
        return False
    if event_type in VIOLENT and article.is_calamity and sentence.conflict <= sentence.hazard:
        return False
    if event_type in WARLIKE | {EventType.DISASTER} and article.is_campaign:
        return False
    if event_type in WARLIKE | BARGAINS and (article.is_peaceful or article.is_dispute):
        return False
    if topic in ("local", "calamity"):
        if event_type not in VIOLENT:
            return sentence.other <= 1 or not article.is_elsewhere
        return sentence.other <= 1 or max(sentence.conflict, article.conflict - article.other) >= sentence.other
    if sentence.other > sentence.conflict and not (article.is_conflict and sentence.other <= 1):
        return False
    return topic != "strict" or article.is_conflict
