"""Clauses around a cue: whose verb it is behind a relative clause, what is coordinated, and what nobody says."""

from __future__ import annotations

import pytest
from test_statements import rows

# text, then per row: content, speaker
CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The south, which seemed to be losing ground near the dam, warned northern villagers to stay in.",
        [("northern villagers to stay in", "south")],
    ),
    (
        "A truck burned near the dam, which rebels hold, said the mayor.",
        [("A truck burned near the dam, which rebels hold", "mayor")],
    ),
    (
        "The Xinmin news agency reported 40 wounded and quoted local nurses as saying 12 had drowned.",
        [("40 wounded", "Xinmin news agency"), ("12 had drowned", "local nurses")],
    ),
    (
        "The coroner's office said two guards died in Leon, and Governor Luis Paz later said a third had died.",
        [("two guards died in Leon", "coroner's office"), ("a third had died", "Luis Paz")],
    ),
    (
        "The head of a French mission that toured Chad says the rebels will free the nuns.",
        [("the rebels will free the nuns", "head of a French mission")],
    ),
    (
        "While the militia claimed on Monday control of the depot, including its gate, the Joint Command of the Lake "
        "Army and its allied river units in a statement denied any gains.",
        [("control of the depot, including its gate", "militia"), ("any gains", "Joint Command of the Lake Army")],
    ),
    ("The singer told fans the tour was over.", [("the tour was over", "singer")]),
    ("He told the story the boy had heard.", []),
    (
        "Kaya Radio said that shells were falling on the port and appealed to the bishops for calm.",
        [("shells were falling on the port", "Kaya Radio"), ("calm", "Kaya Radio")],
    ),
    ("Chad asked the Red Cross for tents.", [("tents", "Chad")]),
    ("The guard asked a boy for matches.", []),
    (
        "Chad said on Tuesday jets had bombed its port, and state television quoted residents as saying two were hurt.",
        [("jets had bombed its port", "Chad"), ("two were hurt", "residents")],
    ),
    (
        "Three of the hostages, speaking on video, begged their governments to pay.",
        [("their governments to pay", "hostages")],
    ),
    (
        "Survivors pleaded with guards for water, nurses said, and many fell by the road.",
        [("Survivors pleaded with guards for water", "nurses"), ("water", "Survivors")],
    ),
    ("Many came from a region called Akhania, or 'Land of Rivers,' in the north.", []),
    ("They fought for a state called Akhan, in the hills.", []),
    ("A guard called Ruiz “a liar and a thief” in court.", [("Ruiz “a liar and a thief” in court", "guard")]),
    ("The cabinet declared the whole valley a military zone, giving guards wide powers.", []),
    ("The agency declared its highest level of flood emergency in Chad.", []),
    ("Ruiz scored 20 points, Lee added six of his 18 in overtime, and the Kings beat the Bulls 99-90.", []),
    ("Diop added a third before the break as the Lions beat Kaya.", []),
    ("The Tigers edged the Lions in a shootout, claiming a 2-1 (5-4) victory in the cup.", []),
    ("Fear of raids and subsequent confirmed raids in the valley drove 9,000 people away.", []),
    ("It is the third eruption this year, underscoring its danger to villages on the slope.", []),
    (
        "The mayor said the dam would hold, underscoring the work of the engineers.",
        [("the dam would hold", "mayor"), ("the work of the engineers", "mayor")],
    ),
    (
        "QUITO, Ecuador, March 3 (UNHCR) UN envoy Rosa Diaz met nuns this week and condemned the gangs of the port.",
        [("the gangs of the port", "Rosa Diaz")],
    ),
    ("Finally, a shepherd came down and shouted into the well: “They are gone.”", [("They are gone.", "shepherd")]),
    ("Flood in Lima kills nine / Photo: ANA RUIZ - AFP", []),
    ("“Stop the war!” read a banner held by pupils.", [("Stop the war!", "banner")]),
    ("The army claimed the hill in a call to a local newspaper.", []),
    (
        "The Sons of Tyre claimed responsibility for the blast in a call to a newspaper.",
        [("responsibility for the blast", "Sons of Tyre")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_clause_of_a_cue_tells_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    found = rows(text)
    assert [row.content for row in found] == [content for content, _ in expected]
    assert all(who in (row.speaker or "") for row, (_, who) in zip(found, expected, strict=True))


def test_what_somebody_calls_a_thing_in_quotation_marks_is_partly_quoted() -> None:
    assert [str(row.quote_type) for row in rows("The coach called it “the perfect start”.")] == ["partial"]
