"""Clause frames: the patterns of data/frames.yml, from which actor and target of an event are read."""

from __future__ import annotations

from newsledger.build.lexicon.patterns import Pattern, load_patterns


def frames() -> dict[str, Pattern]:
    """The clause frames by name."""
    return load_patterns("newsledger.build.extract.events", "frames")


PASSIVE = frames()["passive"].pattern
BY = frames()["by"].pattern
BETWEEN = frames()["between"].pattern
OBLIQUE = frames()["oblique"].pattern
COUNTED = frames()["counted"].pattern
CONFLICT_NOUN = frames()["conflict_noun"].pattern
FOUGHT = frames()["fought"].pattern
POSSESSOR_GAP = frames()["possessor_gap"].pattern
PARTICIPLE = frames()["participle"].pattern
OTHER_BY = frames()["other_by"].pattern
SECOND = frames()["second"].pattern
CARRIER = frames()["carrier"].pattern
JOINT = frames()["joint"].pattern
SIGNS = frames()["signs"].pattern
WITH = frames()["with"].pattern
SIDES = frames()["sides"].pattern
FALLEN = frames()["fallen"].pattern
FELL = frames()["fell"].pattern
LAUNCHING = frames()["launching"].pattern
SUBJECTLESS = frames()["subjectless"].pattern
PARTICIPIAL = frames()["participial"].pattern
WITH_ALONE = frames()["with_alone"].pattern
ASIDE = frames()["aside"].pattern
OF = frames()["of"].pattern
ANNOUNCED = frames()["announced"].pattern
LAID_ON = frames()["laid_on"].pattern
CLAIMS = frames()["claims"].pattern
ACCUSED = frames()["accused"].pattern
SUFFERED = frames()["suffered"].pattern
SAYS = frames()["says"].pattern
LEAD = frames()["lead"].pattern
NOMINAL_LEAD = frames()["nominal_lead"].pattern
AIMED = frames()["aimed"].pattern
AGAINST = frames()["against"].pattern
DISPERSED = frames()["dispersed"].pattern
GIVEN_TO = frames()["given_to"].pattern
HARMED = frames()["harmed"].pattern
FREEING = frames()["freeing"].pattern
FOUGHT_WITH = frames()["fought_with"].pattern
FROM = frames()["from"].pattern
WITHIN_CLAUSE = frames()["within_clause"].pattern
UNDER = frames()["under"].pattern
YIELDED = frames()["yielded"].pattern
BY_WHOM = frames()["by_whom"].pattern
WITH_WHOM = frames()["with_whom"].pattern
AGENT_NOUN = frames()["agent_noun"].pattern
# How many words may stand between a subject and the verb that carries a trigger.
FAR = 6
