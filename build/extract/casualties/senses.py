"""Senses of words of harm: which outcome they tell, and where they tell of nothing that happened to people."""

from __future__ import annotations

from newsledger.build.extract.casualties.parts import Part, Reading, count_of
from newsledger.build.extract.casualties.rules import shape
from newsledger.build.extract.casualties.words import endings, listed, pattern
from newsledger.build.mentions.actors import ActorKind
from newsledger.build.mentions.annotated import within
from newsledger.schema.skip import Reason
from newsledger.schema.vocabularies import Outcome

TOLLS = {
    "borrowed": Outcome.KILLED,
    "toll": Outcome.KILLED,
    "injured_toll": Outcome.INJURED,
    "missing_toll": Outcome.MISSING,
    "abducted_toll": Outcome.ABDUCTED,
    "casualty_toll": Outcome.CASUALTIES,
}
HURT = frozenset((Outcome.KILLED, Outcome.INJURED, Outcome.CASUALTIES))
MANY = 10
CERTAIN = ("named", "number", "he", "part", "none", "nobody", "rest", "somebody")
BEFORE_ADJECTIVES = ("prep", "in", "of", "with", "from", "at", "by", "including", "among", "without")


def outcome_of(part: Part) -> Outcome | None:
    """The outcome that a word of harm, a toll or a phrase like "the wounded" tells."""
    return TOLLS.get(part.kind) or (part.entry.outcome if part.entry is not None else None) or part.harm


def outcomes_at(reading: Reading, at: int, used: set[int], group: list[Part]) -> list[Outcome]:
    """The outcomes told of a group at a part and what is coordinated to it.

    Numbers of "killed or wounded" people are `casualties`; people without any number who "were killed and wounded" are
    told of twice.
    """
    parts = reading.parts
    own = Outcome.KILLED if reading.is_at(at - 1, "fatally") else outcome_of(parts[at])
    if own is None:
        if not reading.is_at(at, "people", "group", "number"):
            return []
        following = outcome_of(parts[at + 1]) if at + 1 < len(parts) else None
        return [following or Outcome.KILLED]
    k = at + 1
    while reading.is_at(k, "adverb"):
        k += 1
    later = reading.is_at(k, "and") and reading.is_at(k + 1, "adverb") and reading.is_at(k + 2, "harmed")
    if later and Outcome.ABDUCTED in (own, outcome_of(parts[k + 2])):
        k += 1
    if not (
        reading.is_at(k, "and", "comma", "adverb")
        and reading.is_at(k + 1, "harmed", "state", "fated", "harming", "harms")
    ):
        return [own]
    other = outcome_of(parts[k + 1])
    used.add(k + 1)
    if other is None or other is own:
        return [own]
    told_apart = not {own, other} <= HURT | {Outcome.MISSING} and parts[k].low != "or"
    told_apart = told_apart or (parts[k].low == "and" and is_numberless(group) and {own, other} <= HURT)
    return [own, other] if told_apart else [Outcome.CASUALTIES]


def is_numberless(group: list[Part]) -> bool:
    """Whether nobody of a group is counted, not even by a vague number."""
    return all(count_of(part)[:3] == (None, None, None) for part in group)


def outcome_for(reading: Reading, outcome: Outcome, part: Part, at: int) -> Outcome:
    """One person shot is hurt, captives are killed; of a greater number some may have died."""
    if reading.parts[at].low not in listed("shots") or reading.is_at(at - 1, "fatally"):
        return outcome
    if shape("shot_dead").match(reading.code, part.at):
        return outcome
    if part.low.startswith(endings("helpless")) or pattern("put_to_death").search(_lower(reading)):
        return outcome
    return Outcome.CASUALTIES if (count_of(part)[0] or 1) > 1 else Outcome.INJURED


def _lower(reading: Reading) -> str:
    return reading.annotated.document.view[reading.start : reading.end].lower()


def is_ambiguous(reading: Reading, at: int) -> bool:
    """Whether a word of harm is as often said of things and feelings."""
    words = reading.parts[at].low.split()
    return words[0] in listed("ambiguous") and (len(words) == 1 or words[-1] in listed("verb_particles"))


def is_adjective(reading: Reading, at: int) -> bool:
    """Whether a participle of harm only describes the people behind it ("hospitals for wounded guerrillas")."""
    if not reading.is_at(at, "harmed"):
        return False
    if at == 0 or reading.is_at(at - 1, "treat", *BEFORE_ADJECTIVES):
        return True
    if reading.is_at(at - 1, "and") and reading.is_at(at - 2, "thing", "things", "goods"):
        return True
    return reading.is_at(at - 1, "word") and reading.parts[at - 1].low.endswith("ing")


def is_second_of_two(reading: Reading, at: int) -> bool:
    """Whether killed and hurt share one number ("killed or wounded about 30 troops")."""
    if not (reading.is_at(at - 1, "and") and reading.is_at(at - 2, "harmed", "harms", "harming")):
        return False
    pair = {outcome_of(reading.parts[at]), outcome_of(reading.parts[at - 2])}
    return pair == {Outcome.KILLED, Outcome.INJURED} and reading.parts[at - 1].low in ("or", "and")


def is_sick(reading: Reading, at: int) -> bool:
    """Whether people are named by what befell them ("the dead", "those killed", "the victims")."""
    part = reading.parts[at]
    if part.harm is not None or part.kind in ("losses", "state", "harmed") or part.low in listed("sufferers"):
        return True
    return reading.is_at(at + 1 + reading.is_at(at + 1, "who"), "harmed", "state", "fated")


def are_safe(parts: list[Part]) -> bool:
    """Whether some parts tell of people who came to no harm."""
    return any(word in listed("safe") for part in parts for word in part.low.split())


def is_natural(reading: Reading, at: int) -> bool:
    """Whether a death is told as one in bed."""
    return "natural" in reading.kinds[max(0, at - 2) : at + 4]


def is_conditional(reading: Reading, part: Part) -> bool:
    """Whether the clause of a part begins with "if"."""
    for other in reversed([p for p in reading.parts if p.start < part.start][-6:]):
        if other.low in ("if", "unless"):
            return True
        if other.kind in ("because", "after", "semicolon", "comma"):
            return False
    return False


def subject_refusal(reading: Reading, group: list[Part], lead: list[Part], at: int) -> Reason | None:
    """Why a predicate tells of no casualty: it did not happen, it was a natural death, its subject is nobody."""
    words = " ".join(part.low for part in lead)
    if pattern("how_many").search(reading.annotated.document.view[reading.start : group[0].start + MANY].lower()):
        return Reason.COUNT_UNREADABLE
    auxiliaries = {part.kind for part in lead}
    infinitive = bool(lead) and (lead[0].low == "be" or (lead[0].kind == "to" and "have" not in words))
    if (
        (not auxiliaries.isdisjoint(("modal", "will")) and not pattern("possible_past").search(words))
        or pattern("yet_to_be").search(words)
        or infinitive
        or is_conditional(reading, group[0])
    ):
        return Reason.HYPOTHETICAL_VICTIMS
    if is_natural(reading, at):
        return Reason.NOT_AN_OUTCOME
    certain = CERTAIN if outcome_of(reading.parts[at]) is not Outcome.MISSING else (*CERTAIN, "strangers")
    taken = is_ambiguous(reading, at) and outcome_of(reading.parts[at]) is Outcome.ABDUCTED
    if taken and all(_counts_things(reading, part) for part in group):
        return Reason.NOT_PEOPLE
    partial = reading.is_at(group[-1].at + 1, "of") and group[-1].kind == "number"
    if is_ambiguous(reading, at) and (partial or not all(part.nouns or part.kind in certain for part in group)):
        return Reason.NOT_PEOPLE
    return None


def _counts_things(reading: Reading, part: Part) -> bool:
    """Whether a bare number stands for some of the things before it ("lost two tanks and one was captured")."""
    counted = ("goods", "group", "strangers", "people", "person", "named")
    before = [other for other in reading.parts if other.end <= part.start and other.kind in counted]
    return part.kind == "number" and bool(before) and before[-1].kind == "goods"


def object_refusal(reading: Reading, part: Part, at: int) -> Reason | None:
    """Why a verb of harm with an object tells of no casualty."""
    lead = reading.parts[max(0, at - 3) : at]
    present = reading.is_at(at, "harms")
    if reading.parts[at].low == "slain" or (present and part.low in listed("left_over")):
        return Reason.NOT_AN_OUTCOME
    if any(p.kind in ("modal", "will") for p in lead):
        return Reason.HYPOTHETICAL_VICTIMS
    if present and any(p.kind in ("to", "may", "do", "not") for p in lead):
        return Reason.HYPOTHETICAL_VICTIMS
    told_now = bool(lead) and lead[-1].low.endswith(("s", "er", "t")) and lead[-1].low != "that"
    general = part.kind in ("people", "person") and not told_now
    if present and general and not reading.headline:
        return Reason.HYPOTHETICAL_VICTIMS
    habit = bool(lead) and lead[-1].low in listed("habits") and part.quantity is None
    if habit or (reading.is_at(at, "harming") and reading.is_at(at - 1, "without", "from", "at")):
        return Reason.HYPOTHETICAL_VICTIMS
    if part.kind in ("he", "they"):
        return Reason.COUNT_UNREADABLE
    if part.bare and is_adjective(reading, at):
        return Reason.NOT_AN_OUTCOME
    return Reason.NOT_PEOPLE if is_ambiguous(reading, at) and not _may_be_people(reading, part) else None


def _may_be_people(reading: Reading, part: Part) -> bool:
    """Whether the object of a word that is as often said of things can be people."""
    if part.kind == "named":
        return _is_person(reading, part)
    if part.kind == "number":
        return not reading.is_at(part.at + 1, "word")
    return bool(part.nouns) or part.kind == "somebody"


def _is_person(reading: Reading, part: Part) -> bool:
    """Whether a name is known to be that of a person, by its title or elsewhere in the article."""
    actors = within(reading.annotated.actors, part.start, part.end)
    return bool(part.nouns) or any(actor.kind is ActorKind.PERSON for actor in actors)


def agreement(low: str) -> bool | None:
    """Whether an auxiliary is plural (True) or singular (False).

    >>> agreement("were"), agreement("has"), agreement("had")
    (True, False, None)
    """
    if low in listed("plural_auxiliaries"):
        return True
    return False if low in listed("singular_auxiliaries") else None
