"""Nominal mentions: "the attack", "the blast", "the strikes" take the type of the event told before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsledger.build.extract.events.rules import BACK, EventRule, event_rules
from newsledger.build.extract.events.sense import FORCE
from newsledger.build.link.compare import actors_agree, dates_agree, places_agree, same_event
from newsledger.build.link.join import position
from newsledger.schema.events import Event
from newsledger.schema.vocabularies import DatePrecision, EventScope, EventType, Modality

GENERIC = "events.generic."
# How many characters may lie between the sentences of an act and of what it led to.
BESIDE = 120
FOLDED = FORCE | {EventType.AGREEMENT}
STRIKES = frozenset({EventType.AIR_STRIKE, EventType.MISSILE_OR_ARTILLERY, EventType.BOMBING})
REALISED = frozenset({Modality.ASSERTED, Modality.ALLEGED})
# One fight is told as an attack by whom it began with, and as a clash by both its sides.
ASSAULT = {EventType.ARMED_ATTACK: EventType.ARMED_CLASH, EventType.ARMED_CLASH: EventType.ARMED_ATTACK}
# How alike an attack and a clash must be to be one, and an outcome and such an act.
SURE, OUTCOME = 1.5, 0.8


def resolve(events: Sequence[Event]) -> list[Event]:
    """Give nominals the event they point back to, and generic triggers the type of an event that they may tell."""
    ordered = sorted(events, key=position)
    specific = [e for e in ordered if not _rule(e).startswith((BACK, GENERIC))]
    return _told_anew(_told_with(_folded(_point_back([_specified(e, specific) for e in ordered]))))


def _rule(event: Event) -> str:
    return event.mentions[0].rule_id


@cache
def _rules() -> dict[str, EventRule]:
    return {rule.rule_id: rule for rule in event_rules()}


def _specified(event: Event, specific: Sequence[Event]) -> Event:
    """A generic event with the type of the specific event most like it; any other event as it is."""
    if not _rule(event).startswith(GENERIC) or len(event.mentions) > 1:
        return event
    family = _rules()[_rule(event)].means_one_of
    if any(other.event_type is event.event_type and same_event(event, other).same for other in specific):
        return event
    scored = []
    for other in specific:
        if other.event_type in family:
            typed = event.model_copy(update={"event_type": other.event_type})
            decision = same_event(typed, other)
            if decision.same:
                scored.append((-decision.score, position(other), typed))
    return min(scored, key=lambda s: s[:2])[2] if scored else event


def _point_back(events: Sequence[Event]) -> list[Event]:
    """Add each nominal to the nearest event before it that it can point to; drop it where there is none."""
    found: list[Event] = []
    for event in events:
        rule_id = _rule(event)
        if not rule_id.startswith(BACK) or len(event.mentions) > 1:
            found.append(event)
            continue
        rule = _rules()[rule_id.removesuffix("+")]
        able = [n for n, e in enumerate(found) if e.modality is not Modality.DENIED and _may_mean(event, e)]
        before = [n for n in able if found[n].event_type in rule.means_one_of]
        before = before or [n for n in able if found[n].event_type in rule.or_else]
        if rule_id.endswith("+"):
            before = [n for n in before if found[n].event_type is event.event_type] or before
        if before:
            found[before[-1]] = _with_mention(found[before[-1]], event)
        elif rule_id.endswith("+"):
            found.append(event)
    return found


def _may_mean(nominal: Event, event: Event) -> bool:
    """Whether neither actor nor date speak against a nominal's meaning an event told before."""
    if nominal.event_scope is EventScope.CAMPAIGN and event.date_precision is DatePrecision.DAY:
        return False
    return actors_agree(nominal, event) is not False and dates_agree(nominal, event) is not False


def _folded(events: Sequence[Event]) -> list[Event]:
    """Add a possible strike or deal without date or place of its own to a real one ("a call to end the strikes")."""
    found = list(events)
    for event in events:
        if event.event_type not in FOLDED or event.modality is not Modality.POSSIBLE:
            continue
        if event.date_start is not None or event.place_name is not None:
            continue
        real = [e for e in found if e.event_type is event.event_type and e.modality in REALISED]
        if real:
            _absorb(found, event, min(real, key=lambda e: (abs(position(e)[0] - position(event)[0]), position(e))))
    return found


def _told_with(events: Sequence[Event]) -> list[Event]:
    """Add what an act led to (deaths, wreckage) to the act told beside it, where neither date nor place differs."""
    found = list(events)
    for event in events:
        if _rule(event) not in outcomes():
            continue
        acts = [e for e in found if e.event_type in FORCE and _rule(e) not in outcomes() and _is_beside(event, e)]
        if acts:
            _absorb(found, event, min(acts, key=lambda e: (_gap(event, e), position(e))))
    return found


def _told_anew(events: Sequence[Event]) -> list[Event]:
    """Add an attack to the clash told before that it surely is, a clash to the attack, an outcome to either."""
    found = list(events)
    for event in events:
        other = ASSAULT.get(event.event_type)
        is_outcome = _rule(event) in outcomes()
        typed = event if other is None else event.model_copy(update={"event_type": other})
        acts = [e for e in found if e.event_type is other and (is_outcome or position(e) < position(event))]
        if event.event_type is EventType.ARMED_ATTACK and (fight := _fought_beside(typed, found)) is not None:
            _absorb(found, event, fight)
            continue
        scored = [(-same_event(typed, act).score, position(act), act) for act in acts]
        best = min(scored, key=lambda s: s[:2], default=None)
        if best is not None and -best[0] >= (OUTCOME if is_outcome else SURE):
            _absorb(found, event, best[2])
    return found


def _fought_beside(attack: Event, events: Sequence[Event]) -> Event | None:
    """The clash of the same scope, told in the sentence of an attack, that nothing tells apart from it."""
    for fight in events:
        alike = fight.event_type is EventType.ARMED_CLASH and fight.event_scope is attack.event_scope
        is_there = None in (attack.place_name, fight.place_name) or places_agree(attack, fight) is True
        if alike and is_there and _gap(attack, fight) == 0 and same_event(attack, fight).score > 0:
            return fight
    return None


def _absorb(found: list[Event], event: Event, act: Event) -> None:
    """Add an event, with the mentions it has gathered by now, to the act it tells."""
    told = next(e for e in found if e.event_id == event.event_id)
    found.remove(told)
    found[found.index(act)] = _with_mention(act, told)


@cache
def outcomes() -> frozenset[str]:
    """The rules whose triggers tell what an act led to rather than the act."""
    return frozenset(rule.rule_id for rule in event_rules() if rule.outcome)


def _is_beside(outcome: Event, act: Event) -> bool:
    """Whether an act that may have led to an outcome is told in a sentence beside it."""
    gap = _gap(outcome, act)
    if act.modality not in REALISED or gap > BESIDE:
        return False
    dates, places = dates_agree(outcome, act), places_agree(outcome, act)
    if gap == 0:
        return dates is not False and places is not False
    if outcome.event_type is EventType.PROPERTY_DESTRUCTION and act.event_type not in STRIKES:
        return False
    return (outcome.date_start is None or dates is True) and (outcome.place_name is None or places is True)


def _gap(a: Event, b: Event) -> int:
    """How far the nearest sentences of two events stand apart."""
    return min(
        max(0, m.sentence_start - n.sentence_end, n.sentence_start - m.sentence_end)
        for m in a.mentions
        for n in b.mentions
    )


def _with_mention(event: Event, nominal: Event) -> Event:
    mentions = [*event.mentions, *nominal.mentions]
    ids = sorted({*event.merged_ids, nominal.event_id})
    return event.model_copy(update={"mentions": mentions, "n_mentions": len(mentions), "merged_ids": ids})
